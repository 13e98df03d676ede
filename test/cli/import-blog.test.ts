import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { makeBackup } from '../support/backup.ts';
import { makeAuthority, makeCertificate } from '../support/certificates.ts';
import { cleanUp, finishPostil, makeFolder, makePlace } from '../support/process.ts';
import { writeZip } from '../support/zip.ts';

let folder: string;
let place: Record<string, string>;

after(cleanUp);

before(async () => {
  folder = await makeFolder();
  place = await makePlace();
});

test('449 posts of a backup come in by one command, whole, and again without a change', async () => {
  const file = join(folder, 'blog.zip');
  await writeFile(file, writeZip(await makeBackup(449)));
  const first = await finishPostil(['import', file], place);
  assert.equal(first.code, 0, first.stdout + first.stderr);
  assert.match(first.stdout, /^A backup of Tistory: 449 posts\.\n/);
  assert.match(first.stdout, /\nposts: 449 created, 0 updated, 0 unchanged, 0 failed\n$/);
  assert.match(first.stdout, /\nredirects: 1347 created, 0 unchanged, 0 left out\n/);
  const again = await finishPostil(['import', file, '--json'], place);
  const { kind, counts, redirects } = JSON.parse(again.stdout);
  assert.deepEqual(redirects, { created: 0, unchanged: 1347, leftOut: [] });
  assert.deepEqual(
    [kind, counts],
    ['backup of Tistory', { created: 0, updated: 0, unchanged: 449, failed: 0, skipped: 0, excluded: 0 }],
  );
});

test('a dry run is a table of each post, and the unpacked folder under the same name is the same blog', async () => {
  for (const { name, bytes = '' } of await makeBackup(3)) {
    await mkdir(dirname(join(folder, 'blog', String(name))), { recursive: true });
    await writeFile(join(folder, 'blog', String(name)), bytes);
  }
  const { code, stdout, stderr } = await finishPostil(['import', join(folder, 'blog'), '--dry-run'], place);
  assert.equal(code, 0, stderr);
  assert.equal(
    stdout.split('\n').slice(0, 10).join('\n'),
    [
      'A backup of Tistory: 3 posts.',
      'unchanged  1/1-N1et A Study of 검색 in 1 Steps.html (published)',
      '  title     N1et: A Study of 검색 in 1 Steps',
      '  date      2023-02-02T01:30:00.000Z (by p.date "2023-02-02 10:30:00")',
      '  category  논문 리뷰/검색',
      '  tags      주제 1, LLM',
      '  paper     arxiv:2305.10001 (by the line of links)',
      '  images    1 found',
      '  links     2',
      '  lost      coloured text (kept as <mark>)',
    ].join('\n'),
  );
  assert.match(
    stdout,
    /\nNot as it was:\n {5}3 {2}coloured text \(kept as <mark>\)\nposts \(nothing was done\): 0 created, 0 updated, 3 unchanged, 0 failed\n$/,
  );
});

test('what cannot be imported is one line that says why', async () => {
  const broken = join(folder, 'broken.zip');
  await writeFile(broken, writeZip([{ name: '../1/1-a.html' }]));
  await mkdir(join(folder, 'empty'));
  for (const [what, reason] of [
    ['broken.zip', 'The zip holds a file that would lie outside of it: "../1/1-a.html".'],
    ['none.zip', `${join(folder, 'none.zip')} cannot be read: there is no such file`],
    ['empty', 'There is no post of a known kind in it.'],
  ]) {
    const { code, stdout, stderr } = await finishPostil(['import', join(folder, what as string)], place);
    assert.deepEqual([code, stdout, stderr.trim()], [1, '', reason]);
  }
});

test('a feed is read by https, and not from a server that no known authority vouches for', async (t) => {
  const authority = makeAuthority(folder, 'authority');
  const { certificate, key } = makeCertificate(folder, authority, {
    subject: 'blog',
    names: 'DNS:localhost',
  });
  const entry =
    '<item><title>Read by TLS</title><link>https://blog.example/tls</link><description>&lt;p&gt;Text.&lt;/p&gt;</description></item>';
  const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>B</title><link>https://blog.example</link><description>d</description>${entry}</channel></rss>`;
  const server = createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, (_, response) =>
    response.setHeader('content-type', 'application/rss+xml').end(feed),
  );
  await once(server.listen(0, 'localhost'), 'listening');
  t.after(() => server.close());
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  const read = (variables: Record<string, string>) =>
    finishPostil(['import', `https://${host}/feed.xml`], { ...place, OUTBOUND_HOSTS: host, ...variables });
  const { code, stdout, stderr } = await read({ NODE_EXTRA_CA_CERTS: authority.certificate });
  assert.equal(code, 0, stderr);
  assert.match(stdout, /^created {2}.*read-by-tls.*\n[\s\S]*posts: 1 created/m);
  const unknown = await read({});
  assert.deepEqual([unknown.code, unknown.stdout], [1, '']);
  assert.match(unknown.stderr, /cannot be reached: .*certificate/);
});

import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  ask,
  cleanUp,
  finishPostil,
  makeFolder,
  makePlace,
  type RunningServer,
  startServer,
} from '../support/process.ts';

const key = 'k'.repeat(32);
let folder: string;
/** Where the database is, as variables say it. */
let place: Record<string, string>;
let server: RunningServer;
let through: Record<string, string>;

after(cleanUp);

before(async () => {
  folder = await makeFolder();
  place = await makePlace();
  await mkdir(join(folder, 'notes'));
  await writeFile(join(folder, 'notes', 'a.md'), '---\nlayout: post\ntitle: A note\n---\n\nText.\n');
  await writeFile(join(folder, 'notes', 'b.md'), '---\ntitle: Another\nversion: none\n---\n\nText.\n');
});

test('a folder is pushed straight into a database, and a file that could not be used makes the exit code 2', async () => {
  const { code, stdout, stderr } = await finishPostil(['push', join(folder, 'notes')], place);
  assert.deepEqual([code, stderr], [2, ''], 'no bar where nobody watches');
  assert.deepEqual(stdout.trimEnd().split('\n'), [
    'created  a.md → a (draft); not used: layout',
    'failed  b.md: version "none" is no version of a paper, such as 1',
    'notes: 1 created, 0 updated, 0 left alone, 1 failed',
  ]);
});

test('a key is made straight in the database: its secret alone is on stdout, and it works', async () => {
  const scopes = ['drafts:read', 'reviews:write', 'reviews:publish', 'papers:write', 'keys:manage'];
  const { code, stdout, stderr } = await finishPostil(
    ['keys', 'create', 'robot', '--scope', ...scopes],
    place,
  );
  assert.equal(code, 0, stderr);
  assert.match(stdout, /^pst_\w+\n$/);
  server = await startServer({ ...place, ADMIN_KEY: key });
  through = { POSTIL_URL: server.url, POSTIL_KEY: stdout.trim() };
});

test('POSTIL_URL and POSTIL_KEY lead through a server, where the same note is known', async () => {
  const args = ['push', join(folder, 'notes', 'a.md'), '--publish', '--json'];
  const { code, stdout, stderr } = await finishPostil(args, through);
  assert.equal(code, 0, stderr);
  const { counts, notes, dryRun } = JSON.parse(stdout);
  assert.deepEqual([counts.updated, notes[0].changed, dryRun], [1, ['status'], false]);
  assert.equal((await ask(`${server.url}/v1/reviews/a`)).body.status, 'published');
});

test('what is pulled through a server is left alone when it is pushed again', async () => {
  const pulled = await finishPostil(['pull', join(folder, 'pulled')], through);
  assert.deepEqual(
    [pulled.code, pulled.stdout],
    [0, 'written  a.md\nreviews: 1 written, 0 left alone, 0 kept, 0 without a review\n'],
    pulled.stderr,
  );
  const { stdout } = await finishPostil(['push', join(folder, 'pulled'), '--publish'], through);
  assert.equal(stdout, 'notes: 0 created, 0 updated, 1 left alone, 0 failed\n');
});

test('the commands of docs/keys.md make, rename, extend, rotate and revoke a key', async () => {
  const [, block = ''] = /```sh\n([^`]*)```/.exec(await readFile('docs/keys.md', 'utf8')) ?? [];
  const told: string[] = [];
  for (const line of block.match(/^npm run postil .*$/gm) ?? []) {
    const args = Array.from(
      line.replace('npm run postil -- ', '').matchAll(/"([^"]*)"|\S+/g),
      (m) => m[1] ?? m[0],
    );
    const { code, stdout, stderr } = await finishPostil(args, { POSTIL_URL: server.url, POSTIL_KEY: key });
    assert.equal(code, 0, `${line}: ${stderr}`);
    told.push(stdout);
  }
  const [made = '', , renamed = '', extended = '', rotated = '', revoked = ''] = told;
  assert.match(renamed, / {2}the site builder {2}/);
  assert.match(extended, /until 2099-01-01T00:00:00.000Z/);
  assert.match(revoked, /revoked/);
  assert.match(rotated, /^pst_\w+\n$/);
  assert.equal(rotated.slice(0, 36), made.slice(0, 36), 'the same key');
  assert.notEqual(rotated, made);
});

test('keys are listed and revoked through a server, by name or id', async () => {
  const listed = await finishPostil(['keys', 'list', '--json'], through);
  const robot = JSON.parse(listed.stdout).find(({ name }: { name: string }) => name === 'robot');
  assert.deepEqual([robot.revokedAt, 'key' in robot], [null, false]);
  const revoked = await finishPostil(['keys', 'revoke', 'robot', '--url', server.url, '--key', key]);
  assert.match(revoked.stdout, new RegExp(`^${robot.id} {2}robot {2}[\\w:,]+ {2}revoked \\S+\n$`));
  const refused = await finishPostil(['keys', 'list'], through);
  assert.deepEqual([refused.code, refused.stdout], [1, '']);
  assert.match(refused.stderr, /^The key is unknown, expired or revoked\.\n$/);
});

test('what cannot be begun is one line and the exit code 1', async () => {
  const cases: [string[], RegExp][] = [
    [['push', join(folder, 'missing')], /there is no file or folder/],
    [
      ['push', join(folder, 'notes'), '--url', 'localhost:3000', '--key', key],
      /--url must be an absolute address/,
    ],
    [
      ['push', join(folder, 'notes'), '--url', 'http://127.0.0.1:1', '--key', key],
      /127\.0\.0\.1:1 cannot be reached/,
    ],
    [['keys', 'revoke', 'nobody', '--url', server.url, '--key', key], /There is no key "nobody"/],
  ];
  for (const [args, line] of cases) {
    const { code, stdout, stderr } = await finishPostil(args);
    assert.deepEqual([code, stdout], [1, ''], args.join(' '));
    assert.match(stderr, /^[^\n]+\n$/);
    assert.match(stderr, line);
  }
});

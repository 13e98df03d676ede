import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { copyTemplate, serverUrl } from '../support/database.ts';
import { ask, cleanUp, finishPostil, makeFolder, makePlace, startServer } from '../support/process.ts';

const key = 'k'.repeat(32);
const folder = await makeFolder();
const embedded = { DATA_DIR: join(folder, 'data') };
await copyTemplate(embedded.DATA_DIR);

after(cleanUp);

async function readAnswers(url: string): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const path of [
    '/v1/reviews?limit=100',
    '/v1/papers',
    '/v1/changes',
    '/v1/export.ndjson',
    '/v1/keys',
  ]) {
    const answer = await fetch(url + path, { headers: { authorization: `Bearer ${key}` } });
    answers.push([path, answer.status, answer.headers.get('etag'), await answer.text()]);
  }
  answers.push((await ask(`${url}/v1/reviews?q=attention`)).body.data);
  return answers;
}

test('everything moves from the embedded engine to another database, and is answered as before', async () => {
  const archive = join(folder, 'everything.ndjson');
  const server = await startServer({ ...embedded, ADMIN_KEY: key });
  const busy = await finishPostil(['export', archive], embedded);
  assert.deepEqual([busy.code, busy.stdout], [1, '']);
  assert.match(
    busy.stderr,
    /^The data directory \S+ is in use by another Postil process: stop it first[^\n]*\n$/,
  );
  const answers = await readAnswers(server.url);
  await server.stop();

  const exported = await finishPostil(['export', archive], embedded);
  assert.deepEqual([exported.code, exported.stdout, exported.stderr], [0, '', '']);
  // Postgres when there is one to test on, else another embedded engine.
  const target = await makePlace();
  const part = join(folder, 'part.ndjson');
  await writeFile(part, (await readFile(archive)).subarray(0, -100));
  const cut = await finishPostil(['import', part], target);
  assert.deepEqual([cut.code, cut.stderr], [1, 'The archive was cut off: its last line has no end.\n']);
  const imported = await finishPostil(['import', archive], target);
  assert.equal(imported.code, 0, imported.stderr);
  assert.match(
    imported.stdout,
    /^The archive is imported: \d+ rows\. Its keys open nothing here: make new ones\.\n$/,
  );
  const again = await finishPostil(['export'], target);
  assert.equal(again.stdout, await readFile(archive, 'utf8'), 'the same archive, byte for byte');

  const nowhere = await finishPostil(['export', join(folder, 'missing', 'archive.ndjson')], target);
  assert.deepEqual([nowhere.code, nowhere.stdout], [1, '']);
  assert.match(nowhere.stderr, /^The archive cannot be written: ENOENT[^\n]*\n$/);

  const twice = await finishPostil(['import', archive], target);
  assert.deepEqual([twice.code, twice.stdout], [1, '']);
  assert.match(twice.stderr, /^The database is not empty[^\n]*\n$/);
  const other = await startServer({ ...target, ADMIN_KEY: key });
  assert.deepEqual(await readAnswers(other.url), answers);
});

test('everything moves through two servers, by their addresses and keys', {
  skip:
    serverUrl === undefined && 'the embedded engine makes a key at its first start, so that it is not empty',
}, async () => {
  const archive = join(folder, 'through.ndjson');
  const [source, target] = [
    await startServer({ ...(await makePlace()), ADMIN_KEY: key, SAMPLE_CONTENT: 'true' }),
    await startServer({ ...(await makePlace()), ADMIN_KEY: key }),
  ];
  const at = ({ url }: { url: string }) => ['--url', url, '--key', key];
  const exported = await finishPostil(['export', archive, ...at(source)]);
  assert.deepEqual([exported.code, exported.stdout, exported.stderr], [0, '', '']);
  const text = await readFile(archive, 'utf8');

  const part = join(folder, 'part-through.ndjson');
  await writeFile(part, text.slice(0, -100));
  const cut = await finishPostil(['import', part, ...at(target)]);
  assert.deepEqual([cut.code, cut.stderr], [1, 'The archive was cut off: its last line has no end.\n']);
  const imported = await finishPostil(['import', archive, ...at(target)]);
  assert.equal(imported.code, 0, imported.stderr);
  assert.match(
    imported.stdout,
    /^The archive is imported: \d+ rows\. Its keys open nothing here: make new ones\.\n$/,
  );
  const again = await finishPostil(['export', ...at(target)]);
  assert.equal(again.stdout, text, 'the same archive, byte for byte');
  assert.deepEqual(await readAnswers(target.url), await readAnswers(source.url));

  const twice = await finishPostil(['import', archive, ...at(target)]);
  assert.deepEqual([twice.code, twice.stdout], [1, '']);
  assert.match(twice.stderr, /^The database is not empty[^\n]*\n$/);
  const away = await finishPostil(['import', archive, '--url', 'http://127.0.0.1:1', '--key', key]);
  assert.deepEqual([away.code, away.stderr], [1, 'The server at http://127.0.0.1:1 cannot be reached.\n']);
  const refused = await finishPostil(['export', ...at(target).with(-1, 'nonsense')]);
  assert.deepEqual([refused.code, refused.stdout], [1, '']);
});

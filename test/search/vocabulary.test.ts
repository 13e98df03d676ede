import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'drizzle-orm';
import { sweepWords } from '../../src/search/vocabulary.ts';
import { startTestApp } from '../support/app.ts';
import { postReview } from '../support/things.ts';

const app = await startTestApp();

async function listWords(): Promise<string[]> {
  const rows = await app.db.execute<{ word: string }>(sql`select word from search_words order by word`);
  return [...rows].map(({ word }) => word);
}

async function find(q: string): Promise<string[]> {
  const { body } = await app.send('GET', `/v1/reviews?q=${encodeURIComponent(q)}`);
  return body.data.map(({ title }: { title: string }) => title);
}

const purge = (id: string) =>
  app.send('DELETE', `/v1/reviews/${id}?permanent=true`, { key: app.admin, headers: { 'if-match': '*' } });

/** A review whose own words are those of its title, tag and summary; its paper keeps others. */
const postTitled = (title: string) =>
  postReview(app, { title, status: 'published', summary: '선형 대수', tags: ['marginalia'] });

test('the words of titles that were changed or deleted for good leave the vocabulary, and no others', async () => {
  const kept = await postTitled('Kestrel pelican');
  const gone = await postTitled('Kestrel ostrich');
  await app.send('PATCH', `/v1/reviews/${gone.id}`, {
    ...{ key: app.admin, headers: { 'if-match': '*' }, body: { title: 'Kestrel flamingo 앵무새' } },
  });
  assert.equal(await sweepWords(app.db), 1, 'ostrich');
  const before = await listWords();
  assert.deepEqual(
    ['kestrel', 'flamingo', '앵무새', 'ostrich', 'marginalia', '선형'].map((word) => before.includes(word)),
    [true, true, true, false, true, true],
  );
  assert.equal((await purge(gone.id)).status, 204);
  await sweepWords(app.db);
  assert.deepEqual(
    (await listWords()).sort(),
    before.filter((word) => !['flamingo', '앵무새'].includes(word)).sort(),
  );
  assert.equal(await sweepWords(app.db), 0);
  assert.deepEqual(await find('kestrl'), [kept.title]);
});

test('a word that comes again after it went is corrected again', async () => {
  const first = await postTitled('Albatross');
  await postTitled('Albatross second');
  await purge(first.id);
  await sweepWords(app.db);
  assert.deepEqual(await find('albatros'), ['Albatross second']);
  const alone = await postTitled('Cormorant');
  await postTitled('Cormorant too').then(({ id }) => purge(id));
  await purge(alone.id);
  assert.ok((await sweepWords(app.db)) > 0);
  await postTitled('Cormorant again');
  assert.deepEqual(await find('cormorent'), ['Cormorant again']);
});

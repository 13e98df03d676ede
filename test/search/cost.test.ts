import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { highlight } from '../../src/search/highlight.ts';
import { parseSearch } from '../../src/search/query.ts';
import { startTestApp } from '../support/app.ts';
import { serverUrl } from '../support/database.ts';
import { copyRow, postReview } from '../support/things.ts';
import { trials } from '../support/trials.ts';

// Nothing is answered out of memory here.
const app = await startTestApp({ RESPONSE_CACHE_MB: 0, POOL_SIZE: 2 });
const words = 'alpha beta gamma delta epsilon zeta eta theta iota kappa';
const long = await postReview(app, {
  ...{
    status: 'published',
    title: 'Long',
    body: `${`${words.split(' ').reverse().join(' ')}\n\n`.repeat(1000)}`,
  },
});
const changes = `jsonb_build_object('id', gen_random_uuid(), 'slug', 'long-' || number, 'source', null)`;
await copyRow(app, { ...{ table: 'reviews', where: `one.id = '${long.id}'`, changes, copies: 200 } });
await app.db.$client.unsafe(`
  insert into review_search select (jsonb_populate_record(one, jsonb_build_object('review_id', reviews.id))).*
  from review_search one, reviews where one.review_id = '${long.id}' and reviews.id <> one.review_id`);

const phrases = ['alpha gamma', 'beta delta', 'gamma eta', 'kappa zeta']
  .map((phrase) => `"${phrase}"`)
  .join(' ');

test('a search that takes a second of Postgres is ended, and says what can be done; others go on', {
  skip: serverUrl === undefined && 'the embedded engine cannot end a statement',
}, async () => {
  await app.db.$client.unsafe(`update reviews set text = repeat(text, 20)`);
  const asked = performance.now();
  const all = await Promise.all(
    Array.from({ length: 4 }, () => app.send('GET', `/v1/reviews?q=${encodeURIComponent(phrases)}`)),
  );
  for (const { status, body } of all) {
    assert.equal(status, 400);
    assert.equal(body.type, '/problems/search-too-costly');
    assert.equal(body.errors[0].parameter, 'q');
    assert.match(body.errors[0].detail, /fewer words/);
  }
  // Two at a time; without a limit each takes many times as long.
  assert.ok(performance.now() - asked < 15_000);
  const counted = await app.send('GET', `/v1/reviews?q=${encodeURIComponent(phrases)}&total=true&facets=tag`);
  assert.equal(counted.body.type, '/problems/search-too-costly');
  // Nothing of the limit is left on the connections.
  const limits = await Promise.all(
    [1, 2].map(() =>
      app.db.$client.unsafe(`select current_setting('statement_timeout') as limit, pg_sleep(0.05)`),
    ),
  );
  for (const [row] of limits) assert.equal(row?.limit, '15s');
  assert.equal((await app.send('GET', '/v1/reviews?q=alpha')).status, 200);
  const slow = await app.db.$client.unsafe('select pg_sleep(1.2), 1 as done');
  assert.equal(slow[0]?.done, 1);
});

test('more phrases than are looked for are refused, and the rule is told', async () => {
  const q = Array.from({ length: 5 }, (_, at) => `"a${at} b"`).join(' ');
  const answer = await app.send('GET', `/v1/reviews?q=${encodeURIComponent(q)}`);
  assert.equal(answer.status, 400);
  assert.match(answer.body.errors[0].detail, /5 phrases in quotes: at most 4/);
});

test('hits are shown of long texts in slices, with turns for others in between', async () => {
  let turns = 0;
  let isDone = false;
  const count = () => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  const hot = `/v1/reviews?q=alpha&highlight=true&limit=100`;
  const answer = await app.send('GET', hot);
  assert.equal(answer.status, 200);
  assert.equal(answer.body.data.length, 100);
  for (const { highlight } of answer.body.data) {
    assert.match(highlight.snippet, /<mark>alpha<\/mark>/);
    assert.ok(highlight.snippet.endsWith('…'));
  }
  count();
  await app.send('GET', hot);
  isDone = true;
  assert.ok(turns > 3, `${turns} turns`);
});

test('a text is looked at only as far as it may be, for any text and search', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 200, maxLength: 400 });
  fc.assert(
    fc.property(text, fc.nat(150), fc.string({ unit: 'grapheme', maxLength: 20 }), (body, most, q) => {
      const search = parseSearch(q);
      const cut = highlight(search, new Map(), 'title', body, most);
      // What is behind it changes nothing.
      assert.deepEqual(
        highlight(search, new Map(), 'title', `${body.slice(0, most)}${'y'.repeat(500)}`, most),
        cut,
      );
    }),
    { numRuns: trials(100) },
  );
});

test('a search of 8 KB of anything is read in a moment; a real one is 200 characters at most', () => {
  const made = [
    `"`,
    `"a b`,
    '👩‍👩‍👧‍👦',
    '각',
    `"각 나`,
    'e\u0301',
    '\u200d',
    ' ',
    `a"`,
    '“„',
    '10.1/x ',
    'ᄀ',
  ];
  for (const one of made) {
    const text = one.repeat(Math.ceil(8000 / one.length));
    const times = Array.from({ length: 4 }, () => {
      const begun = performance.now();
      parseSearch(text);
      return performance.now() - begun;
    });
    assert.ok(Math.min(...times) < 500, `${JSON.stringify(one)}: ${times} ms`);
  }
});

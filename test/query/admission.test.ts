import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anonymous } from '../../src/access/viewer.ts';
import type { ListQuery } from '../../src/query/query.ts';
import { runList } from '../../src/query/run.ts';
import { reviewList } from '../../src/resources/reviews/list/list.ts';
import { startTestApp } from '../support/app.ts';
import { copyRow, postReview } from '../support/things.ts';

// Nothing is answered out of memory here.
const app = await startTestApp({ RESPONSE_CACHE_MB: 0 });
const long = await postReview(app, { status: 'published', title: 'Long' });
await app.db.$client`update reviews set body = repeat('b', 900000) where id = ${long.id}`;
const changes = `jsonb_build_object('id', gen_random_uuid(), 'slug', 'long-' || number, 'source', null)`;
await copyRow(app, { ...{ table: 'reviews', where: `one.id = '${long.id}'`, changes, copies: 9 } });
await postReview(app, { status: 'published', title: 'Short', body: 'Short.' });

test('of many pages of long texts at once each is answered whole, and short ones beside them', async () => {
  const pages = Array.from({ length: 8 }, async (_, at) => {
    const { status, body } = await app.send('GET', `/v1/reviews?include=body&limit=${100 - at}&sort=title`);
    assert.equal(status, 200);
    assert.ok(body.page.next);
    return body.data.length;
  });
  const short = await app.send('GET', '/v1/reviews?include=body&sort=-title&limit=1');
  assert.equal(short.body.data[0].body, 'Short.');
  assert.deepEqual(await Promise.all(pages), Array(8).fill(9));
});

test('pages that no answer keeps give their memory back by themselves', { timeout: 25_000 }, async () => {
  const query = { limit: 100, include: ['body'] } as ListQuery;
  for (let page = 0; page < 4; page += 1) {
    const { data } = await runList(app.db, reviewList, query, anonymous);
    assert.equal(data.length, 10);
  }
  let kept = 0;
  const keep = (hold: { release(): void }) => {
    kept += 1;
    hold.release();
  };
  await runList(app.db, reviewList, query, anonymous, { onReservation: keep });
  assert.equal(kept, 1);
});

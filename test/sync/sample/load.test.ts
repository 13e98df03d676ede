import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Storage } from '../../../src/storage/storage.ts';
import { StorageUnavailable } from '../../../src/storage/storage.ts';
import { sampleReviews } from '../../../src/sync/sample/content.ts';
import { loadSampleContent } from '../../../src/sync/sample/first-start.ts';
import { startTestApp } from '../../support/app.ts';

const illustrated = sampleReviews.filter(({ body }) => body.includes('](figures/')).map(({ slug }) => slug);
const silent = { warn: () => undefined };

test('reviews of the sample show a figure and have it as their cover, also after a load that was cut off', async () => {
  const { app, db, send } = await startTestApp();
  await loadSampleContent(db, app.storage, silent);
  const [{ images } = { images: 0 }] = await db.$client`select count(*)::integer as images from images`;
  assert.ok(images >= 2 && illustrated.length >= 2);
  // One is missing, as after a start that was cut off.
  await db.$client`delete from reviews where slug = ${illustrated[0] ?? ''}`;
  await loadSampleContent(db, app.storage, silent);
  const [again] = await db.$client`select count(*)::integer as images from images`;
  assert.equal(again?.images, images);
  for (const slug of illustrated) {
    const { body: review } = await send('GET', `/v1/reviews/${slug}`);
    assert.deepEqual([review.cover.isChosen, review.cover.width, review.renderWarnings], [true, 1600, []]);
    assert.match(review.body, new RegExp(`\\]\\(image:${review.cover.id} "`));
    assert.match(review.html, new RegExp(`<figure><img src="/v1/images/${review.cover.id}/`));
    const picture = await send('GET', review.cover.url);
    assert.deepEqual([picture.status, picture.headers['content-type']], [200, 'image/webp']);
  }
});

test('the sample has a former address, which leads to a review', async () => {
  const { app, db, send } = await startTestApp();
  await loadSampleContent(db, app.storage, silent);
  await loadSampleContent(db, app.storage, silent);
  const { data } = (await send('GET', '/v1/redirects?path=/412')).body;
  assert.deepEqual(
    data.map(({ path, location }: { path: string; location: string }) => [path, location]),
    [['/412', '/v1/reviews/nv-embed']],
  );
});

test('where the storage is away the sample comes without figures, and the log says so', async () => {
  const { app, db, send } = await startTestApp();
  const away: Storage = {
    ...app.storage,
    put: async () => Promise.reject(new StorageUnavailable(new Error('No such device'))),
  };
  const told: unknown[] = [];
  await loadSampleContent(db, away, { warn: (...line: unknown[]) => told.push(line) });
  assert.deepEqual(told, [[{ cause: 'Error: No such device' }, 'the sample reviews come without figures']]);
  const { body: list } = await send('GET', '/v1/reviews?total=true');
  assert.equal(list.page.total, sampleReviews.length);
  for (const slug of illustrated) {
    const { body: review } = await send('GET', `/v1/reviews/${slug}`);
    assert.deepEqual([review.cover, review.renderWarnings], [null, []], slug);
    assert.doesNotMatch(review.body, /!\[|figures\/|\n\n\n/);
  }
});

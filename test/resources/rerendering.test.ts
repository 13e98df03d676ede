import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rerenderReviews } from '../../src/resources/reviews/rendering/rerendering.ts';
import { startTestApp } from '../support/app.ts';
import { postReview } from '../support/things.ts';

const app = await startTestApp();

/** As an older renderer left them. */
const age = (slugs: string[]) =>
  app.db
    .$client`update reviews set renderer_version = 0, html = 'old', text = '', excerpt = null where slug = any(${slugs})`;
const read = async (slug: string) => (await app.send('GET', `/v1/reviews/${slug}`)).body;

async function rerender() {
  const all = [];
  for await (const progress of rerenderReviews(app.db)) all.push(progress);
  return all;
}

test('what an older renderer made is made again, without a revision, and mirrors learn of it', async () => {
  const body = 'The *ytterbium* clock, $x$.';
  const before = await postReview(app, { slug: 'old', body, status: 'published' });
  const untouched = await postReview(app, { slug: 'new', status: 'published' });
  const { version } = (await app.send('GET', '/v1/changes')).body;
  await age(['old']);
  assert.deepEqual(await rerender(), [{ done: 1, total: 1 }]);
  const { html, excerpt, revision, updatedAt } = await read('old');
  assert.deepEqual({ html, excerpt, revision, updatedAt }, pick(before));
  const changed = (await app.send('GET', `/v1/changes?since=${version}`)).body.data;
  assert.deepEqual(
    changed.map(({ id }: { id: string }) => id),
    [before.id],
  );
  assert.equal((await read('new')).html, untouched.html);
  assert.equal((await app.send('GET', '/v1/reviews?q=ytterbium')).body.data.length, 1);
});

test('what was interrupted goes on with the rest', async () => {
  const slugs = Array.from({ length: 12 }, (_, number) => `part-${number}`);
  for (const slug of slugs) await postReview(app, { slug, status: 'published' });
  await age(slugs);
  for await (const progress of rerenderReviews(app.db)) {
    assert.deepEqual(progress, { done: 10, total: 12 });
    break;
  }
  assert.deepEqual(await rerender(), [{ done: 2, total: 2 }]);
  for (const slug of slugs) assert.notEqual((await read(slug)).html, 'old');
  assert.deepEqual(await rerender(), []);
});

function pick({ html, excerpt, revision, updatedAt }: Awaited<ReturnType<typeof read>>) {
  return { html, excerpt, revision, updatedAt };
}

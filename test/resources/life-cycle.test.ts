import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { publishDue } from '../../src/resources/reviews/life-cycle/publishing.ts';
import { startTestApp } from '../support/app.ts';
import { postReview } from '../support/things.ts';
import { trials } from '../support/trials.ts';

const app = await startTestApp();
const take = (slug: string, step: string, body?: object) =>
  app.send('POST', `/v1/reviews/${slug}/${step}`, { key: app.admin, ...(body ? { body } : {}) });
const soon = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();

type Status = 'draft' | 'scheduled' | 'published' | 'archived';
/** The table of docs/publishing.md: where each action leads from each state; null is a 409. */
const table: Record<string, Record<Status, Status | null>> = {
  publish: { draft: 'published', scheduled: 'published', published: 'published', archived: 'published' },
  schedule: { draft: 'scheduled', scheduled: 'scheduled', published: null, archived: 'scheduled' },
  unpublish: { draft: 'draft', scheduled: 'draft', published: 'draft', archived: null },
  archive: { draft: null, scheduled: null, published: 'archived', archived: 'archived' },
};

test('every action leads from every state where the table says, whatever came before', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...Object.keys(table)), { minLength: 1, maxLength: 12 }),
      async (steps) => {
        const { slug } = await postReview(app);
        let status: Status = 'draft';
        for (const step of steps) {
          const before = await app.send('GET', `/v1/reviews/${slug}`, { key: app.admin });
          const answer =
            step === 'schedule'
              ? await take(slug, 'publish', { at: soon(3_600_000) })
              : await take(slug, step);
          const to: Status | null = table[step]?.[status] ?? null;
          if (to === null) {
            assert.equal(answer.status, 409, `${step} from ${status}`);
            assert.match(answer.body.detail, /:/);
            continue;
          }
          assert.equal(answer.status, 200, answer.text);
          assert.equal(answer.body.status, to);
          if (to === status && step !== 'schedule') assert.deepEqual(answer.body, before.body);
          else assert.equal(answer.body.revision, before.body.revision + 1);
          status = to;
          const visible = (await app.send('GET', `/v1/reviews/${slug}`)).status === 200;
          assert.equal(visible, status === 'published');
        }
      },
    ),
    { numRuns: trials(12) },
  );
});

test('a scheduled review is hidden until its time and published exactly once by any number of processes', async () => {
  const slugs: string[] = [];
  for (let number = 0; number < 5; number += 1) {
    const { slug } = await postReview(app, { tags: ['timed'] });
    const answer = await take(slug, 'publish', { at: soon(3_600_000) });
    assert.deepEqual([answer.status, answer.body.status], [200, 'scheduled'], answer.text);
    slugs.push(slug);
  }
  assert.equal(await publishDue(app.db), 0);
  assert.equal((await app.send('GET', '/v1/tags/timed')).status, 404);
  // An hour passes.
  for (const slug of slugs) {
    await app.db.$client`update reviews set published_at = now() - interval '1 second' where slug = ${slug}`;
  }
  const published = await Promise.all(Array.from({ length: 4 }, () => publishDue(app.db)));
  assert.equal(
    published.reduce((sum, number) => sum + number),
    5,
  );
  for (const slug of slugs) {
    const { body } = await app.send('GET', `/v1/reviews/${slug}`);
    assert.deepEqual([body.status, body.revision], ['published', 3]);
  }
  assert.equal((await app.send('GET', '/v1/tags/timed')).body.reviewCount, 5);
});

test('a time that is past, an empty body and a key without the scope are refused and change nothing', async () => {
  const { slug, id } = await postReview(app);
  const past = await take(slug, 'publish', { at: '2020-01-01T00:00:00Z' });
  assert.deepEqual([past.status, past.body.errors[0].pointer], [422, '/at']);
  await app.send('PATCH', `/v1/reviews/${slug}`, {
    key: app.admin,
    headers: { 'if-match': '*' },
    body: { body: '' },
  });
  assert.equal((await take(slug, 'publish')).status, 422);
  const { key } = await app.makeKey(['reviews:write', 'drafts:read']);
  assert.equal((await app.send('POST', `/v1/reviews/${id}/archive`, { key })).status, 403);
  assert.equal((await app.send('GET', `/v1/reviews/${slug}`, { key })).body.status, 'draft');
});

test('an archived review that is published again keeps its date; one taken back from a schedule has none', async () => {
  const { slug, publishedAt } = await postReview(app, {
    status: 'published',
    publishedAt: '2024-05-01T00:00:00Z',
  });
  await take(slug, 'archive');
  assert.equal((await take(slug, 'publish')).body.publishedAt, publishedAt);
  const other = await postReview(app);
  await take(other.slug, 'publish', { at: soon(3_600_000) });
  assert.equal((await take(other.slug, 'unpublish')).body.publishedAt, null);
});

test('a draft dated in the future cannot be published by a patch', async () => {
  const { slug } = await postReview(app, { publishedAt: '2999-01-01T00:00:00Z' });
  const answer = await app.send('PATCH', `/v1/reviews/${slug}`, {
    key: app.admin,
    headers: { 'if-match': '*' },
    body: { status: 'published' },
  });
  assert.deepEqual([answer.status, answer.body.errors[0].pointer], [422, '/publishedAt']);
});

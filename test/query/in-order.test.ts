import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { startTestApp } from '../support/app.ts';
import { postReview } from '../support/things.ts';
import { trials } from '../support/trials.ts';

const app = await startTestApp();
const headers = { 'if-match': '*' };
const names = ['rare', 'common', 'other'];
const days = ['2020-01-01', '2020-01-02', '2020-01-03'].map((day) => `${day}T00:00:00.000Z`);

const command = fc.record({
  verb: fc.constantFrom(
    ...['post', 'post', 'date', 'tags', 'publish', 'schedule', 'unpublish', 'archive', 'delete', 'restore'],
  ),
  at: fc.nat(),
  day: fc.constantFrom(...days),
  tags: fc.uniqueArray(fc.constantFrom(...names)),
  status: fc.constantFrom('draft', 'published', 'published'),
});
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

const ids: string[] = [];

async function carryOut({ verb, at, day, tags, status }: Command): Promise<void> {
  const id = ids[at % Math.max(ids.length, 1)];
  if (verb === 'post' || id === undefined) {
    ids.push((await postReview(app, { status, tags, publishedAt: day })).id);
    return;
  }
  const send = (method: string, path: string, body?: object) =>
    app.send(method, `/v1/reviews/${id}${path}`, { key: app.admin, headers, ...(body ? { body } : {}) });
  // A step that is impossible from where the review stands is refused, and changes nothing.
  if (verb === 'date') await send('PATCH', '', { publishedAt: day });
  else if (verb === 'tags') await send('PATCH', '', { tags });
  else if (verb === 'delete') await send('DELETE', '');
  else if (verb === 'schedule') await send('POST', '/publish', { at: '2100-01-01T00:00:00Z' });
  else await send('POST', `/${verb}`);
}

const list = async (query: string) => {
  const { status, text, body } = await app.send('GET', `/v1/reviews?${query}`);
  assert.equal(status, 200, text);
  return body as {
    data: { id: string; tags: { slug: string }[] }[];
    page: { next: string | null; previous: string | null };
  };
};

/** All that the public sees, with their tags. */
async function listAll(sort: string) {
  let page = await list(`sort=${sort}&limit=100`);
  const all = page.data;
  while (page.page.next !== null) {
    page = await list(`sort=${sort}&limit=100&after=${page.page.next}`);
    all.push(...page.data);
  }
  return all;
}

/** All of a list by its cursors, there and back. */
async function walk(query: string): Promise<{ there: string[]; back: string[] }> {
  const [there, back]: [string[], string[]] = [[], []];
  let page = await list(`${query}&limit=2`);
  for (;;) {
    there.push(...page.data.map(({ id }) => id));
    if (page.page.next === null) break;
    page = await list(`${query}&limit=2&after=${page.page.next}`);
  }
  for (;;) {
    back.unshift(...page.data.map(({ id }) => id));
    if (page.page.previous === null) break;
    page = await list(`${query}&limit=2&before=${page.page.previous}`);
  }
  return { there, back };
}

test('the list by a tag is the list of all without the others, in its order, whatever becomes of reviews', async () => {
  let hits = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 10, maxLength: 20 }), async (commands) => {
      for (const one of commands) await carryOut(one);
      for (const sort of ['-publishedAt', 'publishedAt']) {
        const all = await listAll(sort);
        for (const name of names) {
          const expected = all.filter(({ tags }) => tags.some(({ slug }) => slug === name));
          const wanted = expected.map(({ id }) => id);
          const { there, back } = await walk(`tag=${name}&sort=${sort}`);
          assert.deepEqual({ there, back }, { there: wanted, back: wanted }, `${name}, ${sort}`);
          const numbered = await list(`tag[all]=${name}&sort=${sort}&page=2&limit=2`);
          assert.deepEqual(
            numbered.data.map(({ id }) => id),
            wanted.slice(2, 4),
          );
          hits += wanted.length;
        }
      }
    }),
    { numRuns: trials(6), includeErrorInReport: true, endOnFailure: true },
  );
  assert.ok(hits > 50);
});

test('a tag that is not there, or that no published review has, lists nothing', async () => {
  await postReview(app, { status: 'draft', tags: ['hidden'] });
  assert.deepEqual((await list('tag=hidden')).data, []);
  assert.deepEqual((await list('tag=nowhere')).data, []);
  const drafts = await app.send('GET', '/v1/reviews?tag=hidden', { key: app.admin });
  assert.equal(drafts.body.data.length, 1);
});

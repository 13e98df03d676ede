import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { type Answer, startTestApp } from '../support/app.ts';
import { Caller } from '../support/operations.ts';
import { newReview, postImage, postReview, postThing } from '../support/things.ts';
import { trials } from '../support/trials.ts';

const app = await startTestApp();

const idsOf = ({ body }: Answer): string[] => body.data.map(({ id }: { id: string }) => id);
const day = (index: number) => `2024-01-0${(index % 2) + 1}`;

/** Few values for many rows, so that in every sort most rows are tied with others. */
before(async () => {
  const titles = ['같은 제목', 'The same title', '', ''];
  for (let index = 0; index < 11; index += 1) {
    const title = titles[index % 4] || `A title of its own ${index}`;
    const publishedOn = index % 3 === 0 ? null : day(index);
    const paper = await postThing(app, 'papers', { title, publishedOn });
    const [status, publishedAt] = [
      ['published', `${day(index)}T00:00:00Z`],
      ['draft', null],
      ['published', '2024-01-01T00:00:00Z'],
    ][index % 3] as [string, string | null];
    const tags = [`tag ${index}`, ...(index % 2 ? [`tag ${(index + 1) % 11}`] : [])];
    const { id: cover } = await postImage(app);
    await postReview(app, newReview({ paper: paper.id, title, status, publishedAt, tags, cover }));
    await postThing(app, 'categories', {
      ...{ name: index % 2 ? '같은 이름' : 'The same name', position: index % 3 },
    });
    await postThing(app, 'redirects', {
      path: `/old/${index}`,
      target: { type: 'address', url: 'https://example.org/' },
    });
    await postThing(app, 'keys', { name: index % 2 ? 'one name' : 'two names', scopes: ['drafts:read'] });
  }
  await new Caller(app).makeOthers(['review', 'paper', 'tag', 'category', 'image', 'redirect', 'key'], 11);
  for (const table of ['papers', 'reviews']) {
    await app.db.execute(
      sql`update ${sql.identifier(table)} set updated_at = '2024-01-01Z' where ascii(right(id::text, 1)) % 3 > 0`,
    );
  }
  await app.db.execute(
    sql`update redirects set created_at = '2024-01-01Z' where ascii(right(id::text, 1)) % 3 > 0`,
  );
  await app.db.execute(
    sql`update images set created_at = '2024-01-01Z' where ascii(right(id::text, 1)) % 3 > 0`,
  );
  await app.db.execute(
    sql`update api_keys set created_at = '2024-01-01Z' where ascii(right(id::text, 1)) % 3 > 0`,
  );
});

/** Every list and sort that the document declares; relevance is no order without words to search for. */
function everySort(): [list: string, sort: string][] {
  // What is listed below one thing has lists as short as its history; a feed is a list in another form.
  const whole = Object.entries(app.document.paths).filter(([path]) => /^\/v1\/\w+$/.test(path));
  return whole.flatMap(([path, { get }]) => {
    const sort = get?.parameters?.find(({ name }) => name === 'sort')?.schema as
      | { enum?: string[] }
      | undefined;
    const names = (sort?.enum ?? []).filter((name) => name !== 'relevance');
    return names.map((name): [string, string] => [path, name]);
  });
}

/** Those of the lists that one page can hold here: the audit log has every write. */
const shortLists = () => everySort().filter(([list]) => list !== '/v1/audit');

/** Reads page after page in one direction, from the given page on. */
async function walk(path: string, direction: 'next' | 'previous', first: Answer, key: string | undefined) {
  const asked = key === undefined ? {} : { key };
  const pages = [first];
  for (let cursor = first.body.page[direction]; cursor !== null; ) {
    assert.ok(pages.length < 50, `${path} ends`);
    const parameter = direction === 'next' ? 'after' : 'before';
    const page = await app.send('GET', `${path}&${parameter}=${cursor}`, asked);
    assert.equal(page.status, 200, page.text);
    pages.push(page);
    cursor = page.body.page[direction];
  }
  return pages;
}

test('the declared sorts are these, in both directions', () => {
  const sorts = new Map<string, string[]>();
  for (const [list, sort] of everySort()) sorts.set(list, [...(sorts.get(list) ?? []), sort]);
  const declared = Object.fromEntries([...sorts].map(([list, names]) => [list.split('/')[2], names.sort()]));
  const both = (...names: string[]) => names.flatMap((name) => [name, `-${name}`]).sort();
  const known = {
    reviews: both('publishedAt', 'updatedAt', 'title'),
    papers: both('publishedOn', 'updatedAt', 'title'),
    tags: both('name', 'reviewCount'),
    categories: both('position', 'name'),
    keys: both('createdAt', 'name'),
    images: both('createdAt', 'bytes'),
    redirects: both('path', 'createdAt'),
    audit: both('at'),
  };
  // A list that is newer has sorts of its own.
  assert.deepEqual({ ...declared, ...known }, declared);
});

test('a walk over any list in any sort, forward and back, meets each row exactly once, ties too', async () => {
  for (const [list, sort] of shortLists()) {
    for (const key of list === '/v1/keys' ? [app.admin] : [app.admin, undefined]) {
      const asked = key === undefined ? {} : { key };
      const whole = await app.send('GET', `${list}?sort=${sort}&limit=100`, asked);
      const expected = idsOf(whole);
      assert.ok(expected.length >= 7, list);
      assert.deepEqual([whole.body.page.next, whole.body.page.previous], [null, null]);
      for (const limit of [3, expected.length]) {
        const path = `${list}?sort=${sort}&limit=${limit}`;
        const first = await app.send('GET', path, asked);
        assert.equal(first.body.page.previous, null, path);
        const forward = await walk(path, 'next', first, key);
        assert.deepEqual(forward.flatMap(idsOf), expected, path);
        assert.equal(new Set(expected).size, expected.length, path);
        const last = forward.at(-1) as Answer;
        const backward = (await walk(path, 'previous', last, key)).reverse();
        assert.deepEqual(backward.flatMap(idsOf), expected, `${path}, backwards`);
        assert.equal(backward.at(0)?.body.page.previous, null, path);
        for (const page of backward.slice(0, -1)) assert.notEqual(page.body.page.next, null, path);
      }
    }
  }
});

test('a descending sort is the ascending one turned round', async () => {
  for (const [list, sort] of shortLists().filter(([, name]) => name.startsWith('-'))) {
    const read = (name: string) => app.send('GET', `${list}?sort=${name}&limit=100`, { key: app.admin });
    assert.deepEqual(idsOf(await read(sort)).reverse(), idsOf(await read(sort.slice(1))), `${list} ${sort}`);
  }
});

test('the default sorts are the newest reviews and papers, tags by name and categories by position', async () => {
  for (const [list, sort] of [
    ['reviews', '-publishedAt'],
    ['papers', '-publishedOn'],
    ['tags', 'name'],
    ['categories', 'position'],
    ['keys', '-createdAt'],
  ]) {
    const plain = await app.send('GET', `/v1/${list}?limit=100`, { key: app.admin });
    const sorted = await app.send('GET', `/v1/${list}?limit=100&sort=${sort}`, { key: app.admin });
    assert.deepEqual(idsOf(plain), idsOf(sorted), list);
  }
});

test('a page turned to and back is the same page', async () => {
  const path = '/v1/reviews?limit=3';
  const first = await app.send('GET', path);
  const second = await app.send('GET', `${path}&after=${first.body.page.next}`);
  const back = await app.send('GET', `${path}&before=${second.body.page.previous}`);
  assert.deepEqual(back.body, first.body);
  const again = await app.send('GET', `${path}&after=${back.body.page.next}`);
  assert.deepEqual(again.body, second.body);
});

test('rows that come and go during a walk make it miss and repeat none of the others, even the row it stands on', async () => {
  const doomed = await postReview(app, { status: 'published', publishedAt: '2024-01-01T12:00:00Z' });
  const path = '/v1/reviews?limit=1';
  const before = idsOf(await app.send('GET', '/v1/reviews?limit=100'));
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Answer = await app.send('GET', cursor ? `${path}&after=${cursor}` : path);
    seen.push(...idsOf(page));
    cursor = page.body.page.next;
    if (seen.length === 2) await postReview(app, { status: 'published' });
    if (seen.at(-1) !== doomed.id) continue;
    await app.send('DELETE', `/v1/reviews/${doomed.id}`, { key: app.admin, headers: { 'if-match': '*' } });
  }
  assert.ok(before.includes(doomed.id));
  assert.deepEqual(seen, before);
});

test('a cursor of another sort, filter or list is a 400 invalid-cursor; another limit or a total may be asked', async () => {
  const cursor = (await app.send('GET', '/v1/reviews?limit=2&sort=title&language=en')).body.page.next;
  const same = 'sort=title&language=EN';
  for (const query of [`${same}&limit=5`, `${same}&total=true`, 'language=en&sort=title&limit=100']) {
    assert.equal((await app.send('GET', `/v1/reviews?${query}&after=${cursor}`)).status, 200, query);
  }
  const foreign = [
    ...['sort=-title&language=en', 'sort=updatedAt&language=en', 'language=en', 'sort=title'],
    ...['sort=title&language=ko', 'sort=title&language=en&language=ko'],
    ...[`${same}&status=published`, `${same}&tag=red`],
  ].map((query) => `reviews?${query}`);
  for (const parameter of ['after', 'before']) {
    for (const path of [...foreign, 'papers?sort=title', 'tags?sort=name', 'keys?sort=name']) {
      const answer = await app.send('GET', `/v1/${path}&${parameter}=${cursor}`, { key: app.admin });
      assert.deepEqual([answer.status, answer.body.type], [400, '/problems/invalid-cursor'], path);
      assert.equal(answer.body.errors[0].parameter, parameter);
    }
  }
  const both = await app.send('GET', `/v1/reviews?${same}&after=${cursor}&before=${cursor}`);
  assert.deepEqual([both.status, both.body.type], [400, '/problems/invalid-parameter']);
});

test('a cursor with any character altered, dropped or added is a 400 invalid-cursor', async () => {
  const cursors = await Promise.all(
    ['-publishedAt', 'title'].map(async (sort) => {
      const { body } = await app.send('GET', `/v1/reviews?limit=2&sort=${sort}`);
      return { sort, cursor: body.page.next as string };
    }),
  );
  const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~=+/ '];
  const character = fc.oneof(fc.constantFrom(...alphabet), fc.string({ minLength: 1, maxLength: 1 }));
  const change = fc.record({
    given: fc.constantFrom(...cursors),
    at: fc.nat(),
    other: character.filter((one) => one !== '\0'),
    kind: fc.constantFrom('altered', 'dropped', 'added', 'cut'),
  });
  await fc.assert(
    fc.asyncProperty(change, async ({ given: { cursor, sort }, at, other, kind }) => {
      const place = at % cursor.length;
      const [start, end] = [cursor.slice(0, place), cursor.slice(place + 1)];
      const altered = {
        altered: start + other + end,
        dropped: start + end,
        added: start + other + cursor.slice(place),
        cut: start || 'x',
      }[kind];
      fc.pre(altered !== cursor);
      const path = `/v1/reviews?limit=2&sort=${sort}&after=${encodeURIComponent(altered)}`;
      const answer = await app.send('GET', path);
      assert.deepEqual([answer.status, answer.body.type], [400, '/problems/invalid-cursor'], altered);
    }),
    { numRuns: trials(80) },
  );
});

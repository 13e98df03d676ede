import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { type Answer, startTestApp } from '../support/app.ts';
import { postReview, postThing } from '../support/things.ts';
import { trials } from '../support/trials.ts';

const app = await startTestApp();

const trimmed = 'application/json';
type List = 'reviews' | 'papers' | 'tags' | 'categories';
const lists: List[] = ['reviews', 'papers', 'tags', 'categories'];

before(async () => {
  await postThing(app, 'categories', { name: 'Root', slug: 'root' });
  for (let number = 1; number <= 7; number += 1) {
    await postThing(app, 'categories', { name: `Place ${number}`, parent: 'root' });
    const more = { category: 'root', tags: [`tag ${number}`], summary: 'Zinc.', status: 'published' };
    await postReview(app, { ...more, publishedAt: `2024-01-0${1 + (number % 3)}T00:00:00Z` });
  }
});

const get = async (path: string): Promise<Answer> => {
  const answer = await app.send('GET', path);
  assert.equal(answer.status, 200, `${path}: ${answer.text}`);
  return answer;
};
const typeOf = ({ headers }: Answer) => headers['content-type']?.split(';')[0];

/** What `include=` adds to the paper of a review, and to no review (query/named.test.ts). */
const ofPaper = ['links', 'authors', 'venue'];

/** The words that a parameter of an operation takes. */
function allowed(path: string, name: string): string[] {
  const parameter = app.document.paths[path]?.get?.parameters?.find((one) => one.name === name);
  const words = (parameter?.schema.items as { enum?: string[] } | undefined)?.enum ?? [];
  return path === '/v1/reviews' && name === 'include'
    ? words.filter((word) => !ofPaper.includes(word))
    : words;
}

const single: Record<List, string> = {
  ...{ reviews: '/v1/reviews/{review}', papers: '/v1/papers/{paper}' },
  ...{ tags: '/v1/tags/{tag}', categories: '/v1/categories/{category}' },
};

type Thing = Record<string, unknown>;
const only = (thing: Thing, names: string[]): Thing =>
  Object.fromEntries(names.map((name) => [name, thing[name]]));

/** Any choice of members, in any order, and any of what may be added. */
const choose = (path: string) => {
  const [fields, extras] = [allowed(path, 'fields'), allowed(path, 'include')];
  assert.ok(fields.length > 5, path);
  return fc.tuple(fc.shuffledSubarray(fields, { minLength: 1 }), fc.subarray(extras));
};
const queryOf = (fields: string[], include: string[]) =>
  `fields=${fields.join()}${include.length > 0 ? `&include=${include.join()}` : ''}`;
const everything = (path: string) => {
  const extras = allowed(path, 'include').join();
  return extras && `include=${extras}`;
};

test('a list answers exactly the members that are named and included, with the values of the whole', async () => {
  for (const list of lists) {
    const path = `/v1/${list}`;
    const whole = (await get(`${path}?${everything(path)}`)).body.data as Thing[];
    assert.ok(whole.length >= 7);
    await fc.assert(
      fc.asyncProperty(choose(path), async ([fields, include]) => {
        const answer = await get(`${path}?${queryOf(fields, include)}`);
        assert.equal(typeOf(answer), trimmed);
        const names = [...new Set([...fields, ...include])];
        assert.deepEqual(
          answer.body.data,
          whole.map((thing) => only(thing, names)),
        );
      }),
      { numRuns: trials(8), includeErrorInReport: true },
    );
  }
});

test('a single read answers exactly the members that are named and included, with the values of the whole', async () => {
  for (const list of lists) {
    const { body } = await get(`/v1/${list}?limit=3`);
    for (const { id } of body.data) {
      const path = single[list];
      const whole = (await get(`/v1/${list}/${id}?${everything(path)}`)).body as Thing;
      await fc.assert(
        fc.asyncProperty(choose(path), async ([fields, include]) => {
          const answer = await get(`/v1/${list}/${id}?${queryOf(fields, include)}`);
          assert.equal(typeOf(answer), trimmed);
          assert.deepEqual(answer.body, only(whole, [...new Set([...fields, ...include])]));
        }),
        { numRuns: trials(4), includeErrorInReport: true },
      );
    }
  }
});

test('what is included is there beside all else, as plain JSON; without it what is heavy is not there', async () => {
  for (const list of lists) {
    const path = `/v1/${list}`;
    const plain = await get(path);
    assert.equal(typeOf(plain), 'application/json');
    for (const extra of allowed(path, 'include')) {
      const answer = await get(`${path}?include=${extra}`);
      assert.equal(typeOf(answer), 'application/json');
      for (const [index, thing] of (answer.body.data as Thing[]).entries()) {
        const { [extra]: added, ...others } = thing;
        assert.notEqual(added, undefined);
        assert.deepEqual(others, plain.body.data[index]);
      }
    }
  }
  assert.ok(allowed('/v1/reviews', 'include').includes('body'));
  assert.equal('body' in (await get('/v1/reviews')).body.data[0], false);
});

test('trimming leaves the page, the total, the facets and the cursors as they are', async () => {
  const query = 'limit=3&total=true&facets=tag,year&sort=title';
  const [whole, few] = [await get(`/v1/reviews?${query}`), await get(`/v1/reviews?${query}&fields=slug`)];
  assert.deepEqual({ ...few.body, data: 0 }, { ...whole.body, data: 0 });
  const next = await get(`/v1/reviews?sort=title&limit=3&after=${few.body.page.next}`);
  assert.equal(next.body.data.length, 3);
  assert.notEqual(few.headers.etag, whole.headers.etag);
});

test('an unknown, empty or repeated name is a 400 that names the parameter, on lists and single reads', async () => {
  const { body } = await get('/v1/reviews?limit=1');
  for (const path of ['/v1/reviews', `/v1/reviews/${body.data[0].id}`]) {
    for (const parameter of ['fields', 'include']) {
      const good = parameter === 'fields' ? 'title' : 'body';
      const wrong = ['nonsense', `${good},nonsense`, '', `${good},`, `${good},${good}`, good.toUpperCase()];
      for (const value of [...wrong, `${good}&${parameter}=${good}`, `${good},paper_id`, `${good}%00`]) {
        const answer = await app.send('GET', `${path}?${parameter}=${value}`);
        assert.equal(answer.status, 400, `${path}?${parameter}=${value}`);
        if (value.endsWith('%00')) continue;
        assert.ok(answer.body.errors.every((fault: { parameter: string }) => fault.parameter === parameter));
      }
    }
  }
});

test('numbered pages show the rows that a walk by cursor shows, and an empty one behind the end', async () => {
  for (const query of ['sort=title', 'sort=-publishedAt', 'q=zinc', 'tag=tag-1&tag=tag-2&sort=updatedAt']) {
    const path = `/v1/reviews?${query}&limit=2&total=true`;
    let cursor = '';
    for (let number = 1; ; number += 1) {
      const [walked, numbered] = [await get(`${path}${cursor}`), await get(`${path}&page=${number}`)];
      assert.deepEqual(numbered.body, walked.body, `${path}, page ${number}`);
      if (walked.body.page.next === null) {
        const behind = await get(`${path}&page=${number + 1}`);
        assert.deepEqual([behind.body.data, behind.body.page.next], [[], null]);
        assert.equal(behind.body.page.total, walked.body.page.total);
        break;
      }
      cursor = `&after=${walked.body.page.next}`;
    }
  }
});

test('a page with nothing on it leads back to where the list ends, or begins', async () => {
  const path = '/v1/reviews?sort=title&limit=2';
  const follow = async (answer: Answer, rel: string) => {
    const address = new RegExp(`<([^<>]*)>; rel="${rel}"`).exec(answer.headers.link ?? '')?.[1];
    return (await get(address ?? assert.fail(`no ${rel}`))).body.data;
  };
  const { total } = (await get(`${path}&total=true`)).body.page;
  const beginning = (await get(path)).body.data;
  const ending = (await get('/v1/reviews?sort=-title&limit=2')).body.data.toReversed();
  // A cursor is a place: the first row's leads forward, and to nothing before it; the last row's the other way round.
  const first = (await get('/v1/reviews?sort=title&limit=1')).body.page.next;
  const last = (await get(`/v1/reviews?sort=title&limit=1&page=${total}`)).body.page.previous;
  const before = await get(`${path}&before=${first}`);
  assert.deepEqual([before.body.data, before.body.page.previous], [[], null]);
  assert.deepEqual(await follow(before, 'next'), beginning);
  for (const place of [`after=${last}`, 'page=400']) {
    const behind = await get(`${path}&${place}`);
    assert.deepEqual([behind.body.data, behind.body.page.next], [[], null]);
    assert.deepEqual(await follow(behind, 'prev'), ending);
  }
});

test('a page deeper than ten thousand rows, or with a cursor, is a 400 that names it', async () => {
  const next = (await get('/v1/reviews?limit=2')).body.page.next;
  for (const query of [
    'page=101&limit=100',
    'page=501',
    'page=10001&limit=1',
    `page=2&limit=2&after=${next}`,
    `page=1&limit=2&before=${next}`,
  ]) {
    const { status, body } = await app.send('GET', `/v1/reviews?${query}`);
    assert.deepEqual([status, body.type], [400, '/problems/invalid-parameter'], query);
    assert.equal(body.errors[0].parameter, 'page');
  }
  for (const query of ['page=100&limit=100', 'page=500', 'page=10000&limit=1'])
    await get(`/v1/reviews?${query}`);
  for (const wrong of ['0', '-1', '1.5', 'x', ''])
    assert.equal((await app.send('GET', `/v1/reviews?page=${wrong}`)).status, 400, wrong);
});

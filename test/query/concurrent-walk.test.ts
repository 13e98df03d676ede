import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { type Answer, startTestApp } from '../support/app.ts';
import { newReview, postReview, postThing } from '../support/things.ts';
import { trials } from '../support/trials.ts';

const app = await startTestApp();

// Few values for many rows: most rows are tied with others in every sort, and ties of rank are the rule.
const titles = ['같은 제목 zinc', 'The same zinc', 'zinc', '다른 제목'];
const days = ['2024-01-01', '2024-01-02', '2024-01-03'];
const names = ['name', '이름', 'Name'];
const headers = { 'if-match': '*' };
const published = { status: 'published', language: 'en' };

type List = 'reviews' | 'papers' | 'tags' | 'categories';
const lists: List[] = ['reviews', 'papers', 'tags', 'categories'];
/** Those that stay as they are, and those that the other client has its way with. */
const steady: Record<List, string[]> = { reviews: [], papers: [], tags: [], categories: [] };
const restless: Record<List, string[]> = { reviews: [], papers: [], tags: [], categories: [] };

let made = 0;

/** A thing of each list that is as good as the others of its number. */
const makers: Record<List, (number: number) => Promise<{ id: string }>> = {
  reviews: (number) =>
    postReview(app, {
      ...{ ...published, paper: steady.papers[0] ?? { title: 'Of all' }, title: titles[number % 4] },
      ...{ body: number % 2 ? 'zinc' : 'tin and zinc', publishedAt: `${days[number % 3]}T00:00:00Z` },
    }),
  papers: (number) =>
    postThing(app, 'papers', {
      ...{ title: titles[number % 4], abstract: number % 2 ? 'zinc' : 'tin and zinc' },
      ...{ publishedOn: number % 4 === 0 ? null : days[number % 3] },
    }),
  tags: (number) => postThing(app, 'tags', { name: `${names[number % 3]} ${made++}` }),
  categories: (number) =>
    postThing(app, 'categories', { name: names[number % 3], position: number % 2, slug: `c-${made++}` }),
};

before(async () => {
  for (const list of lists.toSorted()) {
    for (let number = 0; number < 16; number += 1) {
      const into = number % 4 === 3 ? restless : steady;
      into[list].push((await makers[list](number)).id);
    }
  }
  // A sort by the number of reviews, with ties: these tags are on reviews that stay.
  for (const number of [0, 1, 2]) {
    const tags = Array.from({ length: 6 - 2 * number }, (_, tag) => `counted ${tag}`);
    const review = await postReview(app, { ...published, paper: steady.papers[0], tags });
    steady.reviews.push(review.id);
  }
  const { body } = await app.send('GET', '/v1/tags?limit=100');
  const counted = body.data.filter(({ name }: { name: string }) => name.startsWith('counted'));
  steady.tags.push(...counted.map(({ id }: { id: string }) => id));
});

/** Takes away what many trials have left, so that all of a list is on one page of it. */
async function thinOut(list: List): Promise<void> {
  for (const id of restless[list].splice(16))
    await app.send('DELETE', `/v1/${list}/${id}`, { key: app.admin, headers });
}

const command = fc.record({
  list: fc.constantFrom(...lists),
  verb: fc.constantFrom('insert', 'insert', 'delete', 'rename', 'move', 'move'),
  at: fc.nat(),
  value: fc.nat(),
});
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

const renamed = (list: List, value: number) => {
  if (list === 'tags') return { name: `${['aaa', 'zzz', '힘'][value % 3]} ${made++}` };
  return list === 'categories' ? { name: names[value % 3] } : { title: titles[value % 4] };
};
const moved = (list: List, value: number) => {
  if (list === 'reviews') return { publishedAt: `${days[value % 3]}T00:00:00Z` };
  if (list === 'papers') return { publishedOn: value % 4 ? days[value % 3] : null };
  return list === 'categories' ? { position: value % 3 } : { description: `Number ${value}` };
};

/** What the other client does, to things that are not those that stay. */
async function disturb({ list, verb, at, value }: Command): Promise<void> {
  const ids = restless[list];
  const id = ids[at % Math.max(ids.length, 1)];
  if (verb === 'insert' || id === undefined) {
    const more = list === 'reviews' && value % 3 === 0 ? { tags: ['zzz busy'] } : {};
    const thing =
      list === 'reviews' && value % 3 === 0
        ? await postReview(app, { ...published, ...more, paper: steady.papers[0], title: titles[value % 4] })
        : await makers[list](value);
    ids.push(thing.id);
    return;
  }
  const path = `/v1/${list}/${id}`;
  const body = verb === 'rename' ? renamed(list, value) : moved(list, value);
  const answer =
    verb === 'delete'
      ? await app.send('DELETE', path, { key: app.admin, headers })
      : await app.send('PATCH', path, { key: app.admin, headers, body });
  assert.ok([200, 204].includes(answer.status), answer.text);
  if (verb === 'delete') ids.splice(ids.indexOf(id), 1);
}

/** Every list and order that the document declares, and relevance with words to search for. */
function listOrders(): { list: List; query: string }[] {
  return lists.flatMap((list) => {
    const parameters = app.document.paths[`/v1/${list}`]?.get?.parameters ?? [];
    const sorts = (parameters.find(({ name }) => name === 'sort')?.schema.enum ?? []) as string[];
    return sorts.map((sort) => ({ list, query: sort === 'relevance' ? 'q=zinc' : `sort=${sort}` }));
  });
}

/** Walks page by page while the other client disturbs, and turns back at the end. */
async function walk(list: List, query: string, limit: number, disturb: () => Promise<void>): Promise<void> {
  const path = `/v1/${list}?${query}&limit=${limit}`;
  const stayed = (pages: Answer[]) => {
    const ids = pages.flatMap(({ body }) => body.data.map(({ id }: { id: string }) => id) as string[]);
    return ids.filter((id) => steady[list].includes(id));
  };
  const turn = async (pages: Answer[], direction: 'next' | 'previous') => {
    const parameter = direction === 'next' ? 'after' : 'before';
    for (let cursor = pages.at(-1)?.body.page[direction]; cursor !== null; ) {
      assert.ok(pages.length < 200, `${path} ends`);
      await disturb();
      const page = await app.send('GET', `${path}&${parameter}=${cursor}`);
      assert.equal(page.status, 200, page.text);
      pages.push(page);
      cursor = page.body.page[direction];
    }
    return pages;
  };
  const forward = await turn([await app.send('GET', path)], 'next');
  const expected = stayed([await app.send('GET', `/v1/${list}?${query}&limit=100`)]);
  const met = stayed(forward);
  assert.deepEqual([...met].sort(), [...new Set(met)].sort(), `${path} meets none twice`);
  assert.deepEqual(met, expected, `${path} meets all that stayed`);
  const last = forward.at(-1) as Answer;
  if (last.body.data.length === 0) return;
  const backward = await turn([last], 'previous');
  const back = stayed(backward.reverse());
  assert.deepEqual(back, expected, `${path} meets all that stayed, backwards`);
}

test('every order of every list is walked here, relevance too', () => {
  const orders = listOrders().map(({ list, query }) => `${list} ${query}`);
  for (const order of ['reviews sort=-publishedAt', 'reviews q=zinc', 'papers q=zinc', 'papers sort=title'])
    assert.ok(orders.includes(order), order);
  assert.equal(orders.length, 7 + 7 + 4 + 4);
});

for (const list of lists) {
  test(`a walk over ${list}, forward and back, meets what stays exactly once while another client writes`, async () => {
    let waiting: Command[] = [];
    const next = async () => {
      const [one, ...others] = waiting;
      waiting = others;
      if (one) await disturb(one);
    };
    for (const order of listOrders().filter((one) => one.list === list)) {
      await fc.assert(
        fc.asyncProperty(
          fc.array(
            command.map((one) => ({ ...one, list })),
            { minLength: 30, maxLength: 30 },
          ),
          fc.integer({ min: 2, max: 4 }),
          async (commands, limit) => {
            await thinOut(list);
            waiting = commands;
            await walk(list, order.query, limit, next);
          },
        ),
        { numRuns: trials(1), includeErrorInReport: true, endOnFailure: true },
      );
    }
  });
}

test('a walk meets what stays exactly once while another client writes without waiting for it', async () => {
  const orders = listOrders();
  for (const list of lists) await thinOut(list);
  const commands = fc.sample(command, 80);
  let walking = true;
  const write = async () => {
    for (const one of commands) if (walking) await disturb(one);
  };
  const read = async () => {
    for (const { list, query } of orders) await walk(list, query, 5, async () => undefined);
    walking = false;
  };
  await Promise.all([read(), write()]);
  assert.ok(commands.length > 0);
});

test('a search that is walked finds a draft that is published behind the place no more, and one before it yet', async () => {
  const path = '/v1/reviews?q=tungsten&limit=1';
  const post = (day: string, status: string) =>
    postReview(app, newReview({ title: 'Tungsten', status, publishedAt: `${day}T00:00:00Z` }));
  const [newest, middle, oldest] = [
    await post('2023-03-03', 'draft'),
    await post('2023-02-02', 'published'),
    await post('2023-01-01', 'draft'),
  ];
  const first = await app.send('GET', `${path}`);
  const { body } = await app.send('GET', `${path}&sort=-publishedAt`);
  assert.deepEqual([first.body.data[0].id, body.page.next], [middle.id, null]);
  await post('2022-01-01', 'published');
  const again = await app.send('GET', path);
  for (const { id } of [newest, oldest])
    await app.send('PATCH', `/v1/reviews/${id}`, { key: app.admin, headers, body: { status: 'published' } });
  const second = await app.send('GET', `${path}&after=${again.body.page.next}`);
  assert.equal(second.body.data[0].id, oldest.id);
});

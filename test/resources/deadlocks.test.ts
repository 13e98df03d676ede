import { test } from 'node:test';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { publishDue } from '../../src/resources/reviews/life-cycle/publishing.ts';
import { type Answer, startTestApp } from '../support/app.ts';
import { lockOptions, meet } from '../support/deadlocks.ts';
import { newReview } from '../support/things.ts';

const app = await startTestApp({ POOL_SIZE: 14, STATEMENT_TIMEOUT_MS: 120_000 });
const key = app.admin;
const ids = Array.from({ length: 8 }, (_, number) => `2402.${20_000 + number}`);

function shuffled<T>(items: T[]): T[] {
  seed += 1;
  const [order = []] = fc.sample(fc.shuffledSubarray(items, { minLength: items.length }), {
    numRuns: 1,
    seed,
  });
  return order;
}
let seed = 20_260_101;
let round = 0;

/** One of everything that there are eight of, said differently each time. */
function itemsOf(kinds: string[]): object[] {
  round += 1;
  const of = (number: number) => ids[number % ids.length];
  return ids.flatMap((arxiv, number) => [
    ...(kinds.includes('review')
      ? [
          {
            type: 'review',
            data: newReview({
              source: `notes/${number}.md`,
              slug: `shared-${number}`,
              title: `Round ${round}`,
              status: 'published',
              paper: {
                title: `Paper ${number}`,
                identifiers: { arxiv },
                versions: [{ number: 1 + (round % 9) }],
              },
              tags: [`tag ${number}`, `tag ${(number + 1) % 8}`, `new ${round % 3} ${number % 4}`],
            }),
          },
        ]
      : []),
    ...(kinds.includes('paper')
      ? [{ type: 'paper', data: { title: `Paper ${number}, ${round}`, identifiers: { arxiv: of(number) } } }]
      : []),
    ...(kinds.includes('tag')
      ? [{ type: 'tag', data: { name: `tag ${number}`, description: `${round}` } }]
      : []),
    ...(kinds.includes('category') && number < 3
      ? [{ type: 'category', data: { name: `Category ${number}`, description: `${round}` } }]
      : []),
  ]);
}

const saveBatch = (items: object[], query = '') =>
  app.send('POST', `/v1/batch${query}`, { key, body: items });
const patch = (path: string, body: object) =>
  app.send('PATCH', path, { key, body, headers: { 'if-match': '*' } });

test('ten atomic batches over the same things in any order never wait in a ring', lockOptions, async () => {
  for (const kinds of [['review'], ['review', 'paper', 'tag', 'category']]) {
    const works = Array.from({ length: 10 }, () => () => saveBatch(shuffled(itemsOf(kinds)), '?atomic=true'));
    await meet(app, [works], { label: `${kinds}` });
  }
});

test(
  'batches whose items stand alone, dry runs and large batches never wait in a ring',
  lockOptions,
  async () => {
    const many = () => Array.from({ length: 18 }, () => itemsOf(['review', 'paper'])).flat();
    const works = [
      ...Array.from({ length: 4 }, () => () => saveBatch(shuffled(itemsOf(['review', 'tag'])))),
      ...Array.from(
        { length: 2 },
        () => () => saveBatch(shuffled(itemsOf(['review', 'paper'])), '?dryRun=true'),
      ),
      () => saveBatch(shuffled(many().slice(0, 60)), '?atomic=true'),
      () => saveBatch(shuffled(itemsOf(['paper', 'tag'])), '?atomic=true'),
    ];
    await meet(app, [works]);
  },
);

/** Small changes of the same reviews, each published and taken back, and tags and papers that nothing uses. */
function smallItems(): object[] {
  round += 1;
  return ids.flatMap((arxiv, number) => {
    const data = { slug: `shared-${number}` };
    return [
      { type: 'review', data: { ...data, summary: `Round ${round}` } },
      { type: 'review', data: { ...data, tags: [`tag ${(number + round) % 8}`, `small ${round % 5}`] } },
      { type: 'review', action: round % 2 ? 'publish' : 'unpublish', data },
      { type: 'paper', data: { identifiers: { arxiv }, venue: `Round ${round}` } },
      { type: 'tag', action: 'delete', data: { name: `unused ${number}` } },
    ];
  });
}

function summaries(): object[] {
  round += 1;
  return ids.map((_, at) => ({ type: 'review', data: { slug: `shared-${at}`, summary: `Of ${round}` } }));
}

/** The same in categories that are made, with what their papers are to be. */
function placed(): object[] {
  round += 1;
  return ids.map((arxiv, at) => ({
    type: 'review',
    find: [{ source: `notes/${at}.md` }],
    data: {
      category: [`Category ${at % 3}`, `Made ${round % 5}`],
      paper: { identifiers: { arxiv }, venue: `${round}` },
    },
  }));
}

test('partial items, publications and deletions in bulk never wait in a ring', lockOptions, async () => {
  await saveBatch(itemsOf(['review']));
  const unused = ids.map((_, number) => ({ type: 'tag', data: { name: `unused ${number}` } }));
  const drafts = ids.map((_, number) => ({
    ...{ type: 'review', action: 'delete' },
    data: { slug: `deleted-${number}` },
  }));
  for (const query of ['?atomic=true', '', '?dryRun=true']) {
    await saveBatch(unused);
    for (const { data } of drafts) await saveBatch([{ type: 'review', data: newReview(data) }]);
    const works = [
      ...Array.from({ length: 5 }, () => () => saveBatch(shuffled(smallItems()).slice(0, 24), query)),
      () => saveBatch(shuffled(drafts), query),
      // What is not sent of a review stays, and is held as well.
      ...ids
        .slice(0, 4)
        .flatMap(() => [
          () => saveBatch(shuffled(summaries()), query),
          () => saveBatch(shuffled(itemsOf(['paper'])), query),
          () => saveBatch(shuffled(itemsOf(['tag'])), query),
          () => saveBatch(shuffled(placed()), `${query || '?'}&createMissing=true&updatePapers=true`),
          () => saveBatch(shuffled(itemsOf(['category'])), query),
        ]),
      () => saveBatch(shuffled(itemsOf(['review', 'tag'])), query),
      ...ids.map((_, number) => () => patch(`/v1/reviews/shared-${number}`, { tags: [`tag ${7 - number}`] })),
    ];
    // A tag is deleted once, and what is undone with it is not done.
    await meet(app, [works], { also: [204, 404, 424], label: query });
  }
});

test('single writes and batches over the same things never wait in a ring', lockOptions, async () => {
  const works = [0, 1].flatMap((at) => [
    () => saveBatch(shuffled(itemsOf(['review', 'paper'])), '?atomic=true'),
    () => saveBatch(shuffled(itemsOf(['review']))),
    ...ids.slice(at * 4, at * 4 + 4).flatMap((arxiv, index) => {
      const number = at * 4 + index;
      return [
        () =>
          patch(`/v1/reviews/shared-${number}`, {
            title: `Patched ${number}`,
            tags: [`tag ${7 - number}`, `tag ${number}`],
          }),
        () => patch(`/v1/papers/arxiv:${arxiv}`, { title: `Patched ${number}`, identifiers: { arxiv } }),
        () => patch(`/v1/tags/tag-${number}`, { description: `Patched ${number}` }),
        () =>
          app.send('POST', '/v1/reviews', {
            key,
            body: newReview({
              status: 'published',
              paper: {
                title: 'Another',
                identifiers: { arxiv },
                links: [{ kind: 'code', label: `${round}` }],
              },
              tags: shuffled([`tag ${number}`, `tag ${(number + 5) % 8}`, `fresh ${number % 3}`]),
            }),
          }),
      ];
    }),
  ]);
  await meet(app, [shuffled(works)]);
});

test(
  'merges, renamed tags and what is due never wait in a ring with writes of the same reviews',
  lockOptions,
  async () => {
    const doubles: string[] = [];
    for (const [number] of ids.slice(0, 6).entries()) {
      const paper = await app.send('POST', '/v1/papers', { key, body: { title: `Double ${number}` } });
      doubles.push(paper.body.slug);
      for (const _ of [1, 2]) {
        const body = newReview({ paper: paper.body.id, tags: [`due ${number}`, `due ${5 - number}`] });
        const review = await app.send('POST', '/v1/reviews', { key, body });
        const [at] = await app.db.execute<{ soon: string }>(
          sql`select to_char((now() + interval '1 second') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as soon`,
        );
        await app.send('POST', `/v1/reviews/${review.body.id}/publish`, { key, body: { at: at?.soon } });
      }
    }
    await app.db.execute(sql`select pg_sleep(1.2)`);
    const reviews = await app.send('GET', '/v1/reviews?limit=100', { key });
    const own = reviews.body.data.filter(({ paper }: { paper: { slug: string } }) =>
      doubles.includes(paper.slug),
    );
    const works: (() => Promise<Answer | number>)[] = [
      () => publishDue(app.db),
      () => publishDue(app.db),
      ...doubles.map(
        (slug, number) => () =>
          app.send('POST', `/v1/papers/${slug}/merge`, {
            key,
            body: { into: `arxiv:${ids[number]}` },
            headers: { 'if-match': '*' },
          }),
      ),
      ...own.map(
        ({ id }: { id: string }, number: number) =>
          () =>
            patch(`/v1/reviews/${id}`, { title: `Moved ${number}` }),
      ),
      ...[0, 1, 2, 3, 4, 5].map(
        (number) => () => patch(`/v1/tags/due-${number}`, { name: `Due! ${number}` }),
      ),
    ];
    await meet(app, [shuffled(works)]);
  },
);

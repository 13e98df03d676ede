import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'drizzle-orm';
import { type Answer, startTestApp } from '../support/app.ts';
import { lockOptions, meet } from '../support/deadlocks.ts';
import { newReview, postReview, postThing } from '../support/things.ts';

const app = await startTestApp({ POOL_SIZE: 14, STATEMENT_TIMEOUT_MS: 120_000 });
const key = app.admin;

const post = (body: object) => app.send('POST', '/v1/reviews', { key, body: newReview({ ...body }) });
const patch = (path: string, body: object) =>
  app.send('PATCH', path, { key, body, headers: { 'if-match': '*' } });
const saveBatch = (body: object[]) => app.send('POST', '/v1/batch?atomic=true', { key, body });
const two = (work: (number: number) => Promise<Answer>) => [() => work(0), () => work(1)];

/** @param works the requests of each of some rounds */
const meetOften = (rounds: number, works: (round: number) => (() => Promise<Answer>)[]) =>
  meet(
    app,
    Array.from({ length: rounds }, (_, round) => works(round)),
  );

async function countTags(prefix: string): Promise<{ names: number; slugs: number }> {
  const [row] = await app.db.execute<{ names: number; slugs: number }>(sql`
    select count(distinct folded_name)::int as names, count(distinct slug)::int as slugs from tags
    where starts_with(slug, ${prefix})`);
  return { names: row?.names ?? 0, slugs: row?.slugs ?? 0 };
}

/** Two tags whose names sort one way, and their slugs the other; of two writers each way. */
const crossed = (at: string) => [
  [`!${at}y`, `${at}x`],
  [`${at}x?`, `${at}y?`],
];

test('new tags whose names clash in their slugs are made in one order', lockOptions, async () => {
  const answers = await meetOften(12, (round) => {
    const names = crossed(`ring${round}`);
    return [...names, ...names, ...names].map((tags) => () => post({ tags }));
  });
  for (const { status, text } of answers) assert.equal(status, 201, text);
  assert.deepEqual(await countTags('ring'), { names: 48, slugs: 48 });
});

test('numbered slugs of new tags clash in one order too', lockOptions, async () => {
  for (let round = 0; round < 12; round += 1) await post({ tags: [`n${round}a`, `n${round}a 2`] });
  await meetOften(12, (round) => [
    ...two((number) => post({ tags: [`n${round}a${'!'.repeat(number + 1)}`, `n${round}a 2b`] })),
    ...two((number) => post({ tags: [`n${round}a 2b${'?'.repeat(number)}`, `n${round}a 3`] })),
  ]);
});

test(
  'batches and single posts that make the same tags, papers and reviews meet in one order',
  lockOptions,
  async () => {
    await meetOften(12, (round) => {
      const [first = [], second = []] = crossed(`batch${round}`);
      const review = (number: number, more: object) => ({
        ...newReview({ title: `Met ${round} ${number}`, paper: { title: `Met ${round} ${number}` } }),
        ...more,
      });
      const item = (number: number, tag: string) => ({
        type: 'review',
        data: review(number, { source: `${crypto.randomUUID()}.md`, tags: [tag] }),
      });
      return [
        () => saveBatch(first.map((tag, number) => item(number, tag))),
        () => saveBatch(second.map((tag, number) => item(1 - number, tag))),
        ...two((number) => post(review(number, { tags: second }))),
        ...two((number) => post(review(1 - number, { tags: first }))),
      ];
    });
  },
);

test('batches hold names that fold beyond lower case, as every write does', lockOptions, async () => {
  await meetOften(12, (round) => {
    const tag = (name: string) => ({ type: 'tag', data: { name: `${name} ${round}` } });
    return [
      () => saveBatch([tag('Straße'), tag('Σίσυφος')]),
      () => saveBatch([tag('Σίσυφος'), tag('STRASSE')]),
      ...two(() => post({ tags: [`strasse ${round}`, `σίσυφος ${round}`] })),
    ];
  });
});

test(
  'a batch that changes categories meets reviews in them with the same new tags',
  lockOptions,
  async () => {
    const slugs = ['ring-one', 'ring-two'];
    for (const slug of slugs) await postThing(app, 'categories', { name: slug, slug });
    await meetOften(12, (round) => [
      ...two((number) =>
        saveBatch([
          { type: 'tag', data: { name: `held ${round}` } },
          ...slugs.map((slug) => ({
            type: 'category',
            data: { name: slug, slug, description: `${round} ${number}` },
          })),
        ]),
      ),
      ...slugs.flatMap((category) => two(() => post({ category, tags: [`held ${round}`] }))),
    ]);
  },
);

test('things that change places refuse one another without waiting in a ring', lockOptions, async () => {
  const paper = (slug: string) => postThing(app, 'papers', { title: slug, slug });
  const tag = (slug: string) => postThing(app, 'tags', { name: slug, slug });
  for (const slug of ['place-a', 'place-b']) {
    await Promise.all([paper(slug), tag(slug), postReview(app, { slug, source: slug })]);
  }
  const answers = await meetOften(12, () =>
    ['reviews', 'papers', 'tags'].flatMap((kind) => [
      () => patch(`/v1/${kind}/place-a`, { slug: 'place-b' }),
      () => patch(`/v1/${kind}/place-b`, { slug: 'place-a' }),
      ...(kind === 'reviews'
        ? [
            () => patch('/v1/reviews/place-a', { source: 'place-b' }),
            () => patch('/v1/reviews/place-b', { source: 'place-a' }),
          ]
        : []),
    ]),
  );
  for (const { status, text } of answers) assert.equal(status, 409, text);
});

test('batches that publish the same papers by reference meet in one order', lockOptions, async () => {
  for (let round = 0; round < 12; round += 1)
    for (const side of ['a', 'b'])
      await post({ paper: { title: 'Referred to', slug: `referred-${round}-${side}` } });
  await meetOften(12, (round) => {
    const item = (side: string) => ({
      type: 'review',
      data: newReview({
        paper: `referred-${round}-${side}`,
        slug: `by-${crypto.randomUUID()}`,
        status: 'published',
      }),
    });
    return [
      ['a', 'b'],
      ['b', 'a'],
      ['a', 'b'],
      ['b', 'a'],
    ].map((sides) => () => saveBatch(sides.map(item)));
  });
});

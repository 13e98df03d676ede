import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'drizzle-orm';
import { type Answer, startTestApp } from '../support/app.ts';
import { serverUrl } from '../support/database.ts';
import { newReview, postReview, postThing } from '../support/things.ts';

const options = {
  skip: serverUrl === undefined && 'the embedded engine has one session, in which nothing waits for another',
  timeout: 120_000,
};
const app = await startTestApp({ POOL_SIZE: 14, STATEMENT_TIMEOUT_MS: 120_000 });
const key = app.admin;

const post = (body: object) => app.send('POST', '/v1/reviews', { key, body: newReview({ ...body }) });
const patch = (path: string, body: object) =>
  app.send('PATCH', path, { key, body, headers: { 'if-match': '*' } });
const saveBatch = (body: object[]) => app.send('POST', '/v1/batch?atomic=true', { key, body });
const two = (work: (number: number) => Promise<Answer>) => [() => work(0), () => work(1)];

async function countDeadlocks(): Promise<number> {
  // Backends tell what they counted when they are idle, at most once a second.
  await app.db.execute(sql`select pg_sleep(1.1)`);
  await app.db.execute(sql`select pg_stat_clear_snapshot()`);
  const [row] = await app.db.execute<{ deadlocks: string }>(
    sql`select deadlocks from pg_stat_database where datname = current_database()`,
  );
  return Number(row?.deadlocks);
}

/** Has all of a round meet, a number of rounds. @returns what was answered, when no two waited for one another */
async function meet(rounds: number, works: (round: number) => (() => Promise<Answer>)[]): Promise<Answer[]> {
  const before = await countDeadlocks();
  const answers: Answer[] = [];
  for (let round = 0; round < rounds; round += 1)
    answers.push(...(await Promise.all(works(round).map((work) => work()))));
  for (const answer of answers) {
    assert.ok(answer.status < 500, answer.text);
    for (const item of answer.body?.data ?? []) assert.ok(item.status < 300, JSON.stringify(item));
  }
  assert.equal((await countDeadlocks()) - before, 0, 'deadlocks');
  return answers;
}

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

test('new tags whose names clash in their slugs are made in one order', options, async () => {
  const answers = await meet(12, (round) => {
    const names = crossed(`ring${round}`);
    return [...names, ...names, ...names].map((tags) => () => post({ tags }));
  });
  for (const { status, text } of answers) assert.equal(status, 201, text);
  assert.deepEqual(await countTags('ring'), { names: 48, slugs: 48 });
});

test('numbered slugs of new tags clash in one order too', options, async () => {
  for (let round = 0; round < 12; round += 1) await post({ tags: [`n${round}a`, `n${round}a 2`] });
  await meet(12, (round) => [
    ...two((number) => post({ tags: [`n${round}a${'!'.repeat(number + 1)}`, `n${round}a 2b`] })),
    ...two((number) => post({ tags: [`n${round}a 2b${'?'.repeat(number)}`, `n${round}a 3`] })),
  ]);
});

test(
  'batches and single posts that make the same tags, papers and reviews meet in one order',
  options,
  async () => {
    await meet(12, (round) => {
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

test('batches hold names that fold beyond lower case, as every write does', options, async () => {
  await meet(12, (round) => {
    const tag = (name: string) => ({ type: 'tag', data: { name: `${name} ${round}` } });
    return [
      () => saveBatch([tag('Straße'), tag('Σίσυφος')]),
      () => saveBatch([tag('Σίσυφος'), tag('STRASSE')]),
      ...two(() => post({ tags: [`strasse ${round}`, `σίσυφος ${round}`] })),
    ];
  });
});

test('a batch that changes categories meets reviews in them with the same new tags', options, async () => {
  const slugs = ['ring-one', 'ring-two'];
  for (const slug of slugs) await postThing(app, 'categories', { name: slug, slug });
  await meet(12, (round) => [
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
});

test('things that change places refuse one another without waiting in a ring', options, async () => {
  const paper = (slug: string) => postThing(app, 'papers', { title: slug, slug });
  const tag = (slug: string) => postThing(app, 'tags', { name: slug, slug });
  for (const slug of ['place-a', 'place-b']) {
    await Promise.all([paper(slug), tag(slug), postReview(app, { slug, source: slug })]);
  }
  const answers = await meet(12, () =>
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

test('batches that publish the same papers by reference meet in one order', options, async () => {
  for (let round = 0; round < 12; round += 1)
    for (const side of ['a', 'b'])
      await post({ paper: { title: 'Referred to', slug: `referred-${round}-${side}` } });
  await meet(12, (round) => {
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

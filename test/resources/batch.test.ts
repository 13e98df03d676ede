import assert from 'node:assert/strict';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startTestApp } from '../support/app.ts';
import { newArxivId, newReview, postReview } from '../support/things.ts';

const app = await startTestApp({ REQUEST_TIMEOUT_MS: 2000 });
await app.app.listen({ port: 0, host: '127.0.0.1' });
const { port } = app.app.server.address() as AddressInfo;

const batch = (items: unknown, query = '', key = app.admin) =>
  app.send('POST', `/v1/batch${query}`, { key, body: items });
const get = (path: string) => app.send('GET', path, { key: app.admin });

let number = 0;
const newSlug = () => {
  number += 1;
  return `batch-${number}`;
};
const review = (more: Record<string, unknown> = {}) => ({ type: 'review', data: newReview(more) });
const tag = (name: string, more: Record<string, unknown> = {}) => ({ type: 'tag', data: { name, ...more } });

interface Told {
  index: number;
  status: number;
  outcome: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: what the test is about
  problem: any;
}
const statuses = (results: Told[]) => results.map(({ status }) => status);
const outcomes = (results: Told[]) => results.map(({ outcome }) => outcome);

async function countThings(): Promise<number> {
  const [row] = await app.db.$client`select
    (select count(*) from reviews) + (select count(*) from papers) + (select count(*) from tags)
    + (select count(*) from categories) + (select count(*) from audit_log) as count`;
  return Number(row?.count);
}

/** Everything of a batch, known by slug, identifier, source and name. */
function mixed() {
  const [slug, arxiv] = [newSlug(), newArxivId()];
  return [
    { type: 'category', data: { name: 'Batch', slug } },
    { type: 'paper', data: { title: 'In a batch', identifiers: { arxiv } } },
    review({ source: `notes/${slug}.md`, paper: `arxiv:${arxiv}`, category: slug, tags: [`Tag ${slug}`] }),
    review({ slug: `${slug}-b`, paper: { title: 'Nowhere registered' } }),
    tag(`tag ${slug.toUpperCase()}`, { description: 'Folded.' }),
  ];
}

test('a batch creates what is not there, in its order, and sent again it changes nothing', async () => {
  const items = mixed();
  const first = await batch(items);
  assert.equal(first.status, 200, first.text);
  assert.deepEqual(statuses(first.body.data), [201, 201, 201, 201, 200], first.text);
  assert.deepEqual(outcomes(first.body.data), ['created', 'created', 'created', 'created', 'updated']);
  const { created, updated, unchanged, failed } = first.body;
  assert.deepEqual([created, updated, unchanged, failed], [4, 1, 0, 0]);
  const made = await get(`/v1/reviews/${first.body.data[2].id}`);
  assert.equal(made.body.category.slug, first.body.data[0].slug);
  const things = await countThings();
  const again = await batch(items);
  assert.deepEqual(outcomes(again.body.data), Array(5).fill('unchanged'), again.text);
  assert.equal(await countThings(), things);
  // The name of the tag is as it was sent last.
  assert.deepEqual(statuses((await batch(mixed(), '?atomic=true')).body.data), [201, 201, 201, 201, 200]);
});

test('of what is there only what is sent changes, and an item that is refused stops no other', async () => {
  const slug = newSlug();
  const made = await postReview(app, { slug, summary: 'Stays.', tags: ['Stays'] });
  const { title, ...rest } = newReview({ slug, paper: made.paper.id, body: 'New.' });
  const answer = await batch([
    { type: 'review', data: { ...rest, title } },
    { type: 'review', data: { title: 'No body', nonsense: 1 } },
    'nonsense',
    { type: 'nonsense', data: {} },
    review(),
    review({ slug: newSlug(), category: 'nowhere' }),
    tag(`After ${slug}`),
  ]);
  assert.deepEqual(statuses(answer.body.data), [200, 422, 422, 422, 422, 422, 201], answer.text);
  const pointers = answer.body.data.map(({ problem }: Told) =>
    problem?.errors.map((fault: { pointer: string }) => fault.pointer).sort(),
  );
  assert.deepEqual(pointers[1], ['/data/body', '/data/language', '/data/nonsense', '/data/paper']);
  assert.deepEqual(pointers.slice(2, 6), [[''], ['/type'], ['/data/slug'], ['/data/category']]);
  const { body } = await get(`/v1/reviews/${slug}`);
  assert.deepEqual(
    [body.id, body.summary, body.body, body.tags[0].name],
    [made.id, 'Stays.', 'New.', 'Stays'],
  );
});

test('a review is known by its source before its slug, and one from another source is another one', async () => {
  const [slug, other] = [newSlug(), newSlug()];
  const item = review({ slug, source: `one/${slug}` });
  const first = await batch([item, review({ slug, source: `two/${slug}` })]);
  assert.deepEqual(statuses(first.body.data), [201, 409], first.text);
  // Renamed by somebody: it is led to, and keeps its name.
  const headers = { 'if-match': '*' };
  await app.send('PATCH', `/v1/reviews/${slug}`, { key: app.admin, headers, body: { slug: other } });
  const { source: _, ...bySlug } = item.data;
  const again = await batch([item, { type: 'review', data: bySlug }]);
  assert.deepEqual(outcomes(again.body.data), ['unchanged', 'unchanged'], again.text);
  assert.equal(again.body.data[0].slug, other);
  await app.send('DELETE', `/v1/reviews/${other}`, { key: app.admin, headers });
  assert.deepEqual(statuses((await batch([item])).body.data), [409]);
});

const countTransactions = (statements: string[]) =>
  statements.filter((statement) => /^\s*begin/.test(statement)).length;

test('items that wait for no rendering are written in few transactions', async () => {
  const items = Array.from({ length: 40 }, () => ({ type: 'tag', data: { name: newSlug() } }));
  const statements = await app.countStatements(async () => {
    const { body } = await batch(items);
    assert.deepEqual(outcomes(body.data), Array(40).fill('created'), JSON.stringify(body));
  });
  assert.ok(countTransactions(statements) < 10, `${countTransactions(statements)} transactions`);
});

test('many items are written together, and one that is refused still stops no other', async () => {
  const items = Array.from({ length: 20 }, () => review({ slug: newSlug() }));
  items[7] = review({ slug: newSlug(), category: 'nowhere' });
  items.splice(15, 0, items[3] ?? review());
  const statements = await app.countStatements(async () => {
    const { body } = await batch(items);
    const expected = Array(21).fill('created').with(7, null).with(15, 'unchanged');
    assert.deepEqual(outcomes(body.data), expected, JSON.stringify(body));
  });
  // At the end of a transaction, once for all that was ready: the audit, the versions, and what search knows.
  for (const table of ['audit_log', 'changes', 'review_search']) {
    const inserts = statements.filter((text) => text.includes(`insert into ${table}`)).length;
    assert.ok(inserts > 0 && inserts <= countTransactions(statements), `${inserts} into ${table}`);
  }
});

test('what search lists of a long batch is taken into its indexes before the batch ends', async () => {
  // Every word of it once, as a text of some kilobytes has them.
  const words = (from: number) => Array.from({ length: 3000 }, (_, at) => `word${from + at}x`).join(' ');
  const items = Array.from({ length: 4 }, (_, at) => review({ slug: newSlug(), body: words(3000 * at) }));
  const countTidying = (statements: string[]) =>
    statements.filter((statement) => statement.includes('gin_clean_pending_list')).length;
  const statements = await app.countStatements(async () => {
    assert.deepEqual(outcomes((await batch(items)).body.data), Array(4).fill('created'));
  });
  assert.equal(countTidying(statements), 1);
  const found = await get('/v1/reviews?q=word4321x');
  assert.deepEqual(
    found.body.data.map(({ slug }: { slug: string }) => slug),
    [items[1]?.data.slug],
  );
  // What a few short ones bring is left to whoever comes next.
  const few = await app.countStatements(() => batch([review({ slug: newSlug() })]));
  assert.equal(countTidying(few), 0);
});

test('an item that fails at the commit of several is the only one that fails, and nothing was told before', async () => {
  const slugs = Array.from({ length: 12 }, newSlug);
  await app.db.$client.unsafe(`
    create function fail_late() returns trigger language plpgsql as $$ begin raise exception 'planted'; end $$`);
  await app.db.$client.unsafe(`
    create constraint trigger planted after insert on reviews deferrable initially deferred for each row
    when (new.slug = '${slugs[5]}') execute function fail_late()`);
  const { body } = await batch(slugs.map((slug) => review({ slug })));
  assert.deepEqual(statuses(body.data), Array(12).fill(201).with(5, 500));
  const found = await Promise.all(slugs.map(async (slug) => (await get(`/v1/reviews/${slug}`)).status));
  assert.deepEqual(found, Array(12).fill(200).with(5, 404));
  const [first] = body.data;
  assert.equal((await get(`/v1/reviews/${slugs[0]}`)).body.revision, first.revision);
  await app.db.$client.unsafe('drop trigger planted on reviews');
  assert.deepEqual(statuses((await batch(slugs.map((slug) => review({ slug })))).body.data).at(5), 201);
});

test('with atomic all is written or nothing, and all that is wrong is told', async () => {
  const things = await countThings();
  const items = [...mixed(), { type: 'review', data: {} }, review({ slug: newSlug(), category: 'nowhere' })];
  const refused = await batch(items, '?atomic=true');
  assert.deepEqual(statuses(refused.body.data), [424, 424, 424, 424, 424, 422, 422], refused.text);
  assert.equal(await countThings(), things);
  const taken = await batch(items.slice(0, 5), '?atomic=true');
  assert.equal(taken.body.failed, 0, taken.text);
  const many = await batch(Array(1001).fill(tag('Many')), '?atomic=true');
  assert.deepEqual([many.status, many.body.type], [413, '/problems/payload-too-large']);
});

test('a dry run says what would become of each item after those before it, and writes nothing', async () => {
  const things = await countThings();
  const items = [...mixed(), { type: 'tag', data: {} }];
  for (const query of ['?dryRun=true', '?dryRun=true&atomic=true']) {
    const answer = await batch(items, query);
    const expected = query.includes('atomic')
      ? [424, 424, 424, 424, 424, 422]
      : [201, 201, 201, 201, 200, 422];
    assert.deepEqual(statuses(answer.body.data), expected, answer.text);
    assert.equal(await countThings(), things);
  }
  const { body } = await batch(items.slice(0, 5), '?dryRun=true');
  assert.deepEqual(
    [body.created, body.updated, body.failed, body.dryRun, body.data[0].id],
    [4, 1, 0, true, null],
  );
});

test('each item needs the scope of its type, and publishing its own; what a key may not see it cannot write', async () => {
  const { key } = await app.makeKey(['taxonomy:write', 'reviews:write']);
  const hidden = await postReview(app, { tags: [`Hidden ${newSlug()}`] });
  const answer = await batch(
    [
      tag(`Allowed ${newSlug()}`),
      { type: 'paper', data: { title: 'Refused', slug: newSlug() } },
      review({ slug: newSlug() }),
      review({ slug: newSlug(), status: 'published' }),
      tag(hidden.tags[0].name, { description: 'Taken over.' }),
    ],
    '',
    key,
  );
  assert.deepEqual(statuses(answer.body.data), [201, 403, 201, 403, 409], answer.text);
  assert.equal((await app.send('POST', '/v1/batch', { body: [] })).status, 401);
  assert.equal((await batch({})).status, 422);
  assert.equal((await batch([])).body.data.length, 0);
});

const lines = (items: unknown[]) => items.map((item) => `${JSON.stringify(item)}\n`).join('');
const stream = (payload: string, query = '') =>
  app.send('POST', `/v1/batch${query}`, {
    key: app.admin,
    payload,
    headers: { 'content-type': 'application/x-ndjson' },
  });
const read = (text: string): Told[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('lines are items too: what is no JSON fails alone, empty ones are none, the last needs no break', async () => {
  const [one, two] = [tag(`One ${newSlug()}`), tag(`Two ${newSlug()}`)];
  const answer = await stream(`${lines([one])}\r\n{"type":\n{"a":1,"a":2}\n${JSON.stringify(two)}`);
  assert.equal(answer.headers['content-type'], 'application/x-ndjson');
  const results = read(answer.text);
  assert.deepEqual(statuses(results), [201, 400, 400, 201], answer.text);
  assert.deepEqual(
    results.map(({ index }) => index),
    [0, 1, 2, 3],
  );
  const atomic = await stream(lines(Array(1001).fill(one)), '?atomic=true');
  assert.equal(atomic.status, 413, atomic.text);
  assert.deepEqual(statuses(read((await stream(lines([one, {}]), '?atomic=true')).text)), [424, 422]);
  assert.equal((await stream('')).text, '');
  const spaced = await stream(`\r\n \t\r\n  ${lines([one])}\n\n \f\n  {}`);
  assert.deepEqual(statuses(read(spaced.text)), [200, 400, 422], spaced.text);
});

test('an array has at most 1,000 items, and lines that are refused open no transaction', async () => {
  const many = await batch(Array(1001).fill({}));
  assert.deepEqual([many.status, many.body.errors[0].pointer], [422, ''], many.text);
  assert.equal((await batch(Array(1000).fill({}))).body.failed, 1000);
  const statements = await app.countStatements(async () => {
    const refused = read((await stream(lines(Array(2000).fill({})))).text);
    assert.deepEqual([new Set(statuses(refused)), refused.at(-1)?.index], [new Set([422]), 1999]);
  });
  assert.equal(countTransactions(statements), 0);
});

test('the results of a stream come while it is sent, and it may take longer than a request', {
  timeout: 20_000,
}, async () => {
  const sending = request({
    ...{ host: '127.0.0.1', port, path: '/v1/batch', method: 'POST' },
    headers: { authorization: `Bearer ${app.admin}`, 'content-type': 'application/x-ndjson' },
  });
  const answered = new Promise<AsyncIterable<Buffer>>((resolve) => sending.once('response', resolve));
  sending.write(lines([tag(`Early ${newSlug()}`)]));
  const answer = await answered;
  let [text, next] = ['', 0];
  for await (const piece of answer) {
    text += piece.toString();
    next += 1;
    await sleep(1200);
    if (next < 4) sending.write(lines([tag(`Later ${newSlug()}`)]));
    else sending.end();
  }
  assert.deepEqual(statuses(read(text)), [201, 201, 201, 201]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { startTestApp } from '../support/app.ts';
import { postReview, postThing } from '../support/things.ts';

const app = await startTestApp();
const key = app.admin;

// biome-ignore lint/suspicious/noExplicitAny: results are what the tests are about
type Results = any[];

async function batch(items: object[], query = '', by = key): Promise<Results> {
  const payload = items.map((item) => `${JSON.stringify(item)}\n`).join('');
  const headers = { 'content-type': 'application/x-ndjson' };
  const answer = await app.send('POST', `/v1/batch${query}`, { key: by, payload, headers });
  assert.equal(answer.status, 200, answer.text);
  return answer.text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const identifiers = { arxiv: '2401.00001' };
const paper = {
  ...{ title: 'Attention is Shared', venue: 'ICLR 2024', identifiers },
  authors: [{ name: 'Ada Lovelace' }, { name: '김철수' }],
  links: [{ kind: 'code', label: 'Code', url: 'https://e.org/code' }],
  versions: [{ number: 1, releasedOn: '2024-01-02' }],
};
await postThing(app, 'categories', { name: 'NLP', slug: 'nlp' });
const inner = await postThing(app, 'categories', { name: 'LLM', slug: 'llm', parent: 'nlp' });
const alone = { title: 'On its Own', identifiers: { arxiv: '2401.00002' }, authors: [{ name: 'Bo Li' }] };
const published = {
  ...{ slug: 'first', source: 'notes/first.md', title: 'First', summary: 'Short.', language: 'en' },
  ...{ body: '# One\n\nText.\n', tags: ['Alignment', 'RL HF'], category: 'llm', status: 'published' },
  ...{ publishedAt: '2024-05-20T00:00:00.000Z', reviewedVersion: 1, paper },
};
const first = await postReview(app, published);
const second = await postReview(app, { slug: 'second', source: 'notes/second.md', paper: alone, tags: [] });
const shared = await postReview(app, { slug: 'third', title: 'Third', paper: first.paper.id });
const trashed = await postReview(app, {
  slug: 'fourth',
  source: 'notes/fourth.md',
  paper: { title: 'Gone' },
});
await app.send('PATCH', `/v1/reviews/${second.id}`, {
  key,
  headers: { 'if-match': '*' },
  body: { slug: 'second-b' },
});
assert.equal(
  (await app.send('DELETE', `/v1/reviews/${trashed.id}`, { key, headers: { 'if-match': '*' } })).status,
  204,
);

/** What the first review has, what is nearly so, and what is otherwise. */
const members: Record<string, unknown[]> = {
  title: ['First', 'Third', 'first'],
  slug: ['first', 'second', 'second-b', 'third', 'fourth', 'new'],
  source: ['notes/first.md', 'notes/second.md', 'notes/fourth.md', 'notes/new.md', null],
  summary: ['Short.', null, 'Short'],
  language: ['en', 'ko'],
  body: [published.body, '# One\n\nText.', second.body],
  status: ['published', 'draft', 'archived'],
  publishedAt: ['2024-05-20T00:00:00.000Z', '2024-05-20T09:00:00+09:00', '2024-05-21T00:00:00Z', null],
  reviewedVersion: [1, 2, null],
  tags: [['Alignment', 'RL HF'], ['alignment', 'rl hf', 'ALIGNMENT'], ['RL HF', 'Alignment'], [], ['Else']],
  category: ['llm', inner.id, ['NLP', 'LLM'], ['nlp', 'llm'], ['LLM'], ['NLP'], ['Missing'], 'Missing', null],
  cover: [null],
  paper: [
    ...[
      paper,
      first.paper.id,
      first.paper.slug,
      second.paper.id,
      'arxiv:2401.00001',
      'arxiv:2401.00009',
      'no-such',
    ],
    ...[alone, { identifiers }, { title: 'On its Own' }, { title: 'Else' }, {}],
    ...[
      { ...paper, venue: 'ICML 2024' },
      { ...paper, identifiers: { ...identifiers, doi: '10.1/abc' } },
      { ...paper, links: [...paper.links, { kind: 'code', label: 'Code', url: 'https://e.org/b' }] },
      { ...paper, versions: [{ number: 2 }] },
      { ...alone, authors: [{ name: 'Bo Li' }, { name: 'Cy' }] },
      { ...paper, identifiers: { arxiv: '2401.00002' } },
      { ...paper, links: [{ kind: 'code', label: 'Code' }] },
    ],
  ],
};
/** Each member by itself, in any of its spellings; one in eight may be otherwise. */
const someMembers = fc
  .tuple(
    ...Object.entries(members).map(([name, [own, ...others]]) =>
      fc
        .option(fc.oneof({ weight: 7, arbitrary: fc.constant(own) }, fc.constantFrom(own, ...others)), {
          nil: undefined,
        })
        .map((value) => (value === undefined ? {} : { [name]: value })),
    ),
  )
  .map((some): Record<string, unknown> => Object.assign({}, ...some));
const named = fc.oneof(
  fc.constantFrom({ slug: 'first' }, { source: 'notes/first.md' }, { id: first.id }),
  fc.constantFrom({ slug: 'first' }, { source: 'notes/first.md' }, { id: first.id }, { id: trashed.id }),
  fc.constantFrom({ slug: 'second' }, { source: 'notes/second.md' }, { slug: 'third' }, { id: shared.id }),
);
const found = fc.array(
  fc.oneof(
    named,
    fc.constantFrom(
      ...[
        { source: 'notes/first.md', title: 'First' },
        { source: 'notes/first.md', title: 'Else' },
        { source: 'notes/first.md', paper: 'arxiv:2401.00001' },
        { source: 'notes/second.md', paper: 'arxiv:2401.00001' },
      ],
    ),
  ),
  { minLength: 1, maxLength: 3 },
);
const ifMatch = fc.option(fc.constantFrom<number | string>(1, 2, '*'), { nil: undefined, freq: 8 });
const someItem = fc
  .tuple(named, someMembers, fc.option(found, { nil: undefined }), ifMatch)
  .map(([name, data, find, expected]) => ({
    type: 'review',
    data: { ...data, ...(find ? {} : name) },
    ...(find ? { find } : {}),
    ...(expected === undefined ? {} : { ifMatch: expected }),
  }));

/** Behind something that is written, an item is saved as it is, without being compared first. */
const written = { type: 'tag', data: { name: 'Written before' } };

test('what is told from a comparison is what saving tells: for any item, whoever sends it', async () => {
  const writer = (await app.makeKey(['reviews:write'])).key;
  const drafter = (await app.makeKey(['reviews:write', 'drafts:read', 'taxonomy:write'])).key;
  let unchanged = 0;
  const flags = fc.tuple(fc.boolean(), fc.boolean(), fc.constantFrom(key, key, drafter, writer));
  await fc.assert(
    fc.asyncProperty(someItem, flags, async (item, [createMissing, updatePapers, by]) => {
      const query = `?dryRun=true&createMissing=${createMissing}&updatePapers=${updatePapers}`;
      const [told] = await batch([item], query, by);
      const [, saved] = await batch(
        [by === writer ? { type: 'review', data: {} } : written, item],
        query,
        by,
      );
      unchanged += told.outcome === 'unchanged' ? 1 : 0;
      assert.deepEqual({ ...told, index: 0 }, { ...saved, index: 0 });
    }),
    { numRuns: 250 },
  );
  assert.ok(unchanged > 20, `${unchanged} of them changed nothing`);
});

test('unchanged items of a stream take some statements for all of them, and no transaction', async () => {
  const items = Array.from({ length: 60 }, (_, at) => ({
    type: 'review',
    find: [{ source: `many/${at}.md` }],
    data: {
      ...{ title: `Number ${at}`, body: `Text ${at}.\n`, tags: ['Alignment'], category: ['NLP', 'LLM'] },
      paper: { title: `Paper ${at}`, identifiers: { arxiv: `2402.0${1000 + at}` } },
    },
    create: { source: `many/${at}.md`, language: 'en' },
  }));
  const query = '?createMissing=true&updatePapers=true&distinct=true';
  assert.ok((await batch(items, query)).every(({ outcome }) => outcome === 'created'));
  let results: Results = [];
  const statements = await app.countStatements(async () => {
    results = await batch(items, query);
  });
  assert.ok(results.every(({ outcome }) => outcome === 'unchanged'));
  assert.ok(statements.length <= 6, statements.join('\n'));
  assert.ok(!statements.some((statement) => /^begin/i.test(statement)));
  const again = await batch([...items.slice(0, 2), items[0] as object], query);
  assert.deepEqual(
    again.map(({ status }) => status),
    [200, 200, 409],
    'distinct holds for them too',
  );
});

test('what an earlier item of a batch changes is seen by those behind it', async () => {
  const item = { type: 'review', data: { source: 'notes/second.md', paper: alone, title: second.title } };
  const venue = { type: 'paper', data: { id: second.paper.id, title: 'Renamed' } };
  const many = Array.from({ length: 40 }, () => item);
  const results = await batch([item, venue, ...many], '?updatePapers=true');
  assert.deepEqual(
    results.map(({ outcome, changed }) => [outcome, ...changed]),
    [
      ['unchanged'],
      ['updated', 'title'],
      ['updated', 'paper.title'],
      ...many.slice(1).map(() => ['unchanged']),
    ],
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../support/app.ts';
import { newArxivId, newReview, postReview, postThing } from '../support/things.ts';

const app = await startTestApp();
const key = app.admin;
let number = 0;
const newName = () => {
  number += 1;
  return `item-${number}`;
};

// biome-ignore lint/suspicious/noExplicitAny: results are what the tests are about
type Results = any[];

async function batch(items: object[], query = '', by = key): Promise<Results> {
  const answer = await app.send('POST', `/v1/batch${query}`, { key: by, body: items });
  assert.equal(answer.status, 200, answer.text);
  return answer.body.data;
}
const get = (path: string) => app.send('GET', path, { key });
const read = async (path: string) => (await get(path)).body;
const said = ({ status, outcome, changed }: Results[number]) => [status, outcome, changed];
const pointersOf = (result: Results[number]) =>
  result.problem?.errors?.map(({ pointer }: { pointer: string }) => pointer).sort();

test('an item changes only what it says of what is there, and tells what that was, dry or not', async () => {
  const arxiv = newArxivId();
  const [slug, source, tagged] = [newName(), `notes/${newName()}.md`, newName()];
  await postThing(app, 'categories', { name: slug, slug, description: 'Stays.' });
  const tag = await postThing(app, 'tags', { name: tagged, description: 'Stays.' });
  const paper = { title: 'Stays', identifiers: { arxiv }, venue: 'Stays' };
  const review = await postReview(app, {
    slug,
    source,
    paper,
    tags: [tagged],
    status: 'published',
    summary: 'Stays.',
  });
  const items: [object, string[]][] = [
    [{ type: 'review', data: { slug, summary: 'New.' } }, ['summary']],
    [{ type: 'review', data: { source, tags: ['Another', tagged], category: slug } }, ['category', 'tags']],
    [{ type: 'review', data: { id: review.id, slug: `${slug}-b`, status: 'archived' } }, ['slug', 'status']],
    [
      { type: 'paper', data: { identifiers: { arxiv: `arXiv:${arxiv}v2` }, venue: null } },
      ['venue', 'versions'],
    ],
    [{ type: 'paper', data: { id: review.paper.id, title: 'New', slug: `${slug}-p` } }, ['slug', 'title']],
    [{ type: 'tag', data: { id: tag.id, name: `${tagged} 2`, slug: `${tagged}-c` } }, ['name', 'slug']],
    [{ type: 'tag', data: { slug: `${tagged}-c`, description: null } }, ['description']],
    [{ type: 'category', data: { slug, position: 3 } }, ['position']],
  ];
  const told = items.map(([, changed]) => [200, 'updated', changed]);
  const sorted = (results: Results) =>
    results.map((result) => said({ ...result, changed: result.changed.toSorted() }));
  const expected = told.map(([status, outcome, changed]) => [
    ...[status, outcome],
    (changed as string[]).toSorted(),
  ]);
  const sent = items.map(([item]) => item);
  assert.deepEqual(sorted(await batch(sent, '?dryRun=true')), expected);
  assert.equal((await read(`/v1/reviews/${slug}`)).summary, 'Stays.');
  assert.deepEqual(sorted(await batch(sent)), expected);
  const now = await read(`/v1/reviews/${review.id}`);
  assert.deepEqual(
    [now.summary, now.slug, now.status, now.body, now.paper.title, now.paper.venue, now.category.slug],
    ['New.', `${slug}-b`, 'archived', review.body, 'New', null, slug],
  );
  assert.equal((await read(`/v1/categories/${slug}`)).description, 'Stays.');
  assert.deepEqual(
    now.tags.map((shown: { name: string }) => shown.name),
    ['Another', `${tagged} 2`],
  );
  const [again, unlike] = await batch([sent[1] as object, { type: 'review', data: { id: review.id } }]);
  assert.deepEqual(said(again), [200, 'updated', ['tags']], 'the tag has another name by now');
  assert.deepEqual([...said(unlike), unlike.state], [200, 'unchanged', [], 'archived']);
});

test('the warnings of a text are told by the item that writes it, dry or not, and by no other', async () => {
  const source = `notes/${newName()}.md`;
  const faulty = {
    type: 'review',
    data: { source, paper: { title: 'Faulty' }, language: 'en', body: 'Text.\n\n$\\frac{1}$\n' },
  };
  const linesOf = (results: Results) =>
    results.map(({ renderWarnings }) => renderWarnings.map(({ line }: { line: number }) => line));
  assert.deepEqual(linesOf(await batch([faulty], '?dryRun=true')), [[3]]);
  assert.deepEqual(linesOf(await batch([faulty])), [[3]]);
  const renamed = { type: 'review', data: { source, title: 'Renamed' } };
  assert.deepEqual(linesOf(await batch([faulty, renamed, { type: 'tag', data: {} }])), [[], [], []]);
  const other = { type: 'review', data: { source, body: 'A <script>b</script>.\n' } };
  assert.deepEqual(linesOf(await batch([other])), [[1]]);
});

test('what is not there yet needs what a POST needs, and what is named by its id has to be there', async () => {
  const nowhere = '018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10';
  const results = await batch([
    { type: 'review', data: { slug: newName(), summary: 'Of none.', paper: { acronym: 'X' } } },
    { type: 'review', data: { slug: newName(), summary: 'Of none.' } },
    { type: 'paper', data: { identifiers: { arxiv: newArxivId() } } },
    { type: 'tag', data: { slug: newName() } },
    { type: 'category', data: { slug: newName() } },
    ...['review', 'paper', 'tag', 'category'].map((type) => ({
      type,
      data: { id: nowhere, slug: newName() },
    })),
  ]);
  assert.deepEqual(results.map(pointersOf), [
    ['/data/body', '/data/language', '/data/paper/title'],
    ['/data/body', '/data/language', '/data/paper'],
    ['/data/title'],
    ['/data/name'],
    ['/data/name'],
    ...Array(4).fill(undefined),
  ]);
  assert.deepEqual(
    results.map(({ status }) => status),
    [422, 422, 422, 422, 422, 404, 404, 404, 404],
  );
});

test('reviews are published, taken back and archived in bulk, as by their own operations', async () => {
  const [slug, source] = [newName(), `notes/${newName()}.md`];
  const review = await postReview(app, { slug, source });
  const step = (action: string, data: object) => ({ type: 'review', action, data });
  const results = await batch([
    step('publish', { source, message: 'In bulk.' }),
    step('publish', { slug }),
    step('archive', { id: review.id, slug }),
    step('unpublish', { slug }),
    step('publish', { slug, at: '2999-01-01T00:00:00Z' }),
    step('unpublish', { slug }),
    step('publish', { slug, source: 'notes/another.md' }),
  ]);
  assert.deepEqual(
    results.map((result) => [...said(result), result.state]),
    [
      [200, 'updated', ['status', 'publishedAt'], 'published'],
      [200, 'unchanged', [], 'published'],
      [200, 'updated', ['status'], 'archived'],
      [409, null, [], null],
      [200, 'updated', ['status', 'publishedAt'], 'scheduled'],
      [200, 'updated', ['status', 'publishedAt'], 'draft'],
      [404, null, [], null],
    ],
  );
  const { data } = await read(`/v1/reviews/${slug}/revisions`);
  assert.ok(data.some(({ message }: { message: string | null }) => message === 'In bulk.'));
});

test('a working copy is published with its review in bulk, with the paper and the tags that it names', async () => {
  const slugs = [newName(), newName()];
  for (const slug of slugs) {
    await postReview(app, { slug, status: 'published' });
    const body = { title: `Copy of ${slug}`, body: `Of ${slug}.`, tags: [`new of ${slug}`] };
    const draft = { key, headers: { 'if-match': '*' }, body };
    assert.equal((await app.send('PATCH', `/v1/reviews/${slug}/draft`, draft)).status, 200);
  }
  const results = await batch(slugs.map((slug) => ({ type: 'review', action: 'publish', data: { slug } })));
  assert.deepEqual(
    results.map(({ changed }) => changed),
    slugs.map(() => ['title', 'body', 'tags']),
  );
  const [now] = await Promise.all(slugs.map((slug) => read(`/v1/reviews/${slug}`)));
  assert.deepEqual([now.title, now.html.includes(`Of ${slugs[0]}.`)], [`Copy of ${slugs[0]}`, true]);
});

test('things are deleted in bulk, each after what uses it, and what is used stays', async () => {
  const [slug, below, arxiv] = [newName(), newName(), newArxivId()];
  await postThing(app, 'categories', { name: slug, slug });
  await postThing(app, 'categories', { name: below, slug: below, parent: slug });
  const paper = await postThing(app, 'papers', { title: slug, identifiers: { arxiv } });
  const review = await postReview(app, { slug, paper: paper.id, category: below, tags: [slug] });
  const remove = (type: string, data: object) => ({ type, action: 'delete', data });
  const all = [
    remove('category', { slug: below }),
    remove('category', { slug }),
    remove('tag', { name: slug.toUpperCase() }),
    remove('paper', { identifiers: { arxiv } }),
  ];
  const used = await batch(all, '?atomic=true');
  assert.deepEqual(
    used.map(({ status, problem }) => [status, problem.type]),
    Array(4).fill([409, '/problems/in-use']),
  );
  const emptied = {
    type: 'review',
    data: { id: review.id, category: null, tags: [], paper: { title: 'Other' } },
  };
  const steps = [emptied, ...all, remove('review', { slug })];
  const outcomes = ['updated', 'deleted', 'deleted', 'deleted', 'deleted', 'deleted'];
  for (const query of ['?dryRun=true', '']) {
    const results = await batch(steps, query);
    assert.deepEqual(
      results.map(({ outcome, status }) => [outcome, status]),
      outcomes.map((outcome) => [outcome, outcome === 'updated' ? 200 : 204]),
    );
  }
  for (const path of [`categories/${slug}`, `categories/${below}`, `tags/${slug}`, `papers/${paper.id}`])
    assert.equal((await get(`/v1/${path}`)).status, 404, path);
  const trashed = await read(`/v1/reviews/${review.id}`);
  assert.equal(trashed.status, 'trashed');
  const [gone, twice] = await batch([remove('review', { slug }), remove('review', { id: review.id })]);
  assert.deepEqual([gone.status, ...said(twice)], [404, 200, 'unchanged', []]);
});

test('with ifMatch an item is refused when its thing has changed, and creates nothing', async () => {
  const slug = newName();
  await postReview(app, { slug });
  await postThing(app, 'tags', { name: slug });
  const { etag = '' } = (await get(`/v1/reviews/${slug}`)).headers;
  const summary = (text: string, ifMatch: string | number) => ({
    ...{ type: 'review', data: { slug, summary: text }, ifMatch },
  });
  const items = [
    summary('First.', etag),
    summary('Late.', etag),
    summary('Second.', 2),
    { type: 'tag', action: 'delete', data: { slug }, ifMatch: 7 },
    { type: 'tag', action: 'delete', data: { slug }, ifMatch: '"1-"' },
    { type: 'tag', data: { name: newName() }, ifMatch: 1 },
  ];
  const results = await batch(items);
  assert.deepEqual(
    results.map(({ status }) => status),
    [200, 412, 200, 412, 204, 404],
  );
  assert.equal((await read(`/v1/reviews/${slug}`)).summary, 'Second.');
});

test('what an item asks for and cannot be done is told with its place', async () => {
  const results = await batch([
    { type: 'tag', action: 'publish', data: { slug: 'x' } },
    { type: 'tag', action: 'rename', data: { slug: 'x' } },
    { type: 'review', action: 'publish', data: { at: '2999-01-01T00:00:00Z' } },
    { type: 'review', action: 'delete', data: { slug: 'x', at: '2999-01-01T00:00:00Z' } },
    { type: 'review', data: { slug: 'x', nonsense: 1 }, ifMatch: 'x' },
    { type: 'review', data: { slug: 'x' }, ifMatch: 0 },
    { type: 'review', action: 'publish', data: { slug: newName(), at: 'x' } },
  ]);
  assert.deepEqual(results.map(pointersOf), [
    ['/action'],
    ['/action'],
    ['/data'],
    ['/data/at'],
    ['/data/nonsense', '/ifMatch'],
    ['/ifMatch'],
    ['/data/at'],
  ]);
});

test('deleting, publishing and changing many things takes few transactions', async () => {
  const slugs = Array.from({ length: 20 }, newName);
  await batch(slugs.map((slug) => ({ type: 'review', data: newReview({ slug }) })));
  for (const action of ['publish', 'delete']) {
    const statements = await app.countStatements(async () => {
      const results = await batch(slugs.map((slug) => ({ type: 'review', action, data: { slug } })));
      assert.ok(
        results.every(({ status }) => status < 300),
        JSON.stringify(results),
      );
    });
    const begun = statements.filter((statement) => /^\s*begin/.test(statement)).length;
    assert.ok(begun <= 5, `${begun} transactions to ${action}`);
  }
});

test('what one is looked for by may be several things, and what only a new one gets is said apart', async () => {
  const [slug, arxiv] = [newName(), newArxivId()];
  const paper = { title: 'Looked for', identifiers: { arxiv } };
  const made = await postReview(app, { slug, source: `b/${slug}.md`, title: 'Known', paper });
  const create = {
    source: `a/${slug}.md`,
    title: 'New',
    body: 'New.',
    language: 'en',
    paper: { acronym: slug },
  };
  const look = (find: object[], data: object = {}) => ({ type: 'review', find, create, data });
  const at = { source: `b/${slug}.md` };
  const nowhere = '018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10';
  const results = await batch(
    [
      look([{ id: nowhere }, { source: create.source }, { ...at, title: 'Unlike' }, at], { summary: 'S.' }),
      look([
        { ...at, paper: `arxiv:${newArxivId()}` },
        { ...at, paper: `https://arxiv.org/abs/${arxiv}` },
      ]),
      look([{ id: nowhere }, { ...at, title: 'Unlike' }]),
      look([{ id: made.id, slug: 'another' }, { source: create.source }]),
    ],
    '?dryRun=true',
  );
  assert.deepEqual(results.map(said), [
    [200, 'updated', ['summary']],
    [200, 'unchanged', []],
    [201, 'created', []],
    [200, 'unchanged', []],
  ]);
  const [created] = await batch([look([{ slug: newName() }])]);
  const now = await read(`/v1/reviews/${created.id}`);
  assert.deepEqual([now.source, now.title, now.paper.title], [create.source, 'New', 'New']);
  const faults = await batch([
    look([{ title: 'Known' }]),
    { type: 'review', find: [], create: { nonsense: 1 }, data: {} },
    { type: 'tag', find: [{ slug }], data: {} },
  ]);
  assert.deepEqual(faults.map(pointersOf), [['/find/0'], ['/create/nonsense', '/find'], ['/find']]);
});

test('categories that are missing are created where that is asked for, by names from the root', async () => {
  const [root, below] = [`Root ${newName()}`, 'Below: it'];
  const item = (category: unknown) => ({ type: 'review', data: newReview({ slug: newName(), category }) });
  const [refused] = await batch([item([root, below])]);
  assert.deepEqual([refused.status, pointersOf(refused)], [422, ['/data/category']]);
  const { key: writer } = await app.makeKey(['reviews:write', 'drafts:read']);
  const [forbidden] = await batch([item([root, below])], '?createMissing=true', writer);
  assert.equal(forbidden.status, 403);
  const items = [item([root, below]), item([root.toUpperCase()]), item(root), item([root, below])];
  const counted = async () => (await read('/v1/categories?total=true')).page.total;
  const before = await counted();
  for (const query of ['?createMissing=true&dryRun=true', '?createMissing=true', '?createMissing=true']) {
    const results = await batch(items, query);
    assert.ok(
      results.every(({ status }) => status < 300),
      JSON.stringify(results),
    );
  }
  assert.equal(await counted(), before + 2);
  const results = await batch(items, '?createMissing=true');
  const paths = await Promise.all(
    results.map(async ({ id }) => (await read(`/v1/reviews/${id}`)).category.path),
  );
  const slug = root.toLowerCase().replaceAll(' ', '-');
  assert.deepEqual(paths, [`${slug}/below-it`, slug, slug, `${slug}/below-it`]);
  await postThing(app, 'categories', { name: below, slug: newName(), parent: slug });
  const [ambiguous] = await batch([item([below]), item(null)], '?createMissing=true');
  assert.deepEqual([ambiguous.status, pointersOf(ambiguous)], [422, ['/data/category']]);
});

test('a paper is brought up to what its review says where that is asked for, as far as it is not shared', async () => {
  const [slug, arxiv] = [newName(), newArxivId()];
  const link = { kind: 'code', label: 'Code', url: 'https://example.org/a' };
  await postReview(app, { slug, paper: { title: 'Brought up', identifiers: { arxiv }, links: [link] } });
  const item = (paper: object, more: object = {}) => ({ type: 'review', data: { slug, paper, ...more } });
  const query = '?updatePapers=true';
  const [plain] = await batch([item({ venue: 'Here 2024' })]);
  assert.deepEqual(said(plain), [200, 'unchanged', []], 'nothing of a paper is overwritten by itself');
  const { key: writer } = await app.makeKey(['reviews:write', 'drafts:read']);
  assert.equal((await batch([item({ venue: 'Here 2024' })], query, writer))[0].status, 403);
  const moved = { ...link, url: 'https://example.org/b' };
  const said1 = { venue: 'Here 2024', identifiers: { arxiv }, links: [moved], versions: [{ number: 2 }] };
  const items = [item(said1, { reviewedVersion: 2 }), item(said1)];
  for (const more of ['&dryRun=true', '']) {
    const results = await batch(items, query + more);
    const changed = ['paper.venue', 'paper.versions', 'paper.links', 'reviewedVersion'];
    assert.deepEqual(results.map(said), [
      [200, 'updated', changed],
      [200, 'unchanged', []],
    ]);
  }
  const { paper } = await read(`/v1/reviews/${slug}`);
  assert.deepEqual([paper.venue, paper.links], ['Here 2024', [moved]]);
  await postReview(app, { paper: paper.id });
  const [shared] = await batch([item({ venue: 'There 2024', acronym: 'BU' })], query);
  assert.deepEqual(said(shared), [200, 'updated', ['paper.acronym']]);
  assert.deepEqual(
    shared.leftOut.map(({ pointer }: { pointer: string }) => pointer),
    ['/data/paper/venue'],
  );
  const [another] = await batch([item({ identifiers: { arxiv: newArxivId() } })], query);
  assert.deepEqual(said(another), [200, 'updated', ['paper']]);
  const now = await read(`/v1/reviews/${slug}`);
  assert.deepEqual([now.reviewedVersion, now.paper.title], [null, now.title]);
});

test('where each may be named once, a review that an earlier item was is refused', async () => {
  const [slug, source] = [newName(), `notes/${newName()}.md`];
  await postReview(app, { slug, source });
  const items = [
    { type: 'review', data: { slug, summary: 'One.' } },
    { type: 'review', data: { source, summary: 'Two.' } },
  ];
  for (const query of ['?distinct=true', '?distinct=true&dryRun=true'])
    assert.deepEqual(
      (await batch(items, query)).map(({ status }) => status),
      [200, 409],
    );
  assert.equal((await read(`/v1/reviews/${slug}`)).summary, 'One.');
});

test('an action by a name is done to nothing that has another name', async () => {
  const [name, slug] = [`Named ${newName()}`, newName()];
  const other = await postThing(app, 'categories', {
    name: 'Another',
    slug: name.toLowerCase().replace(' ', '-'),
  });
  const named = await postThing(app, 'categories', { name, slug });
  const remove = (type: string, data: object) => ({ type, action: 'delete', data });
  const results = await batch([
    remove('category', { name }),
    remove('category', { slug: other.slug, name }),
    remove('category', { id: other.id, name }),
    remove('tag', { slug, name }),
    remove('paper', { slug, identifiers: { arxiv: newArxivId() } }),
  ]);
  assert.deepEqual(
    results.map(({ status }) => status),
    [404, 404, 404, 404, 404],
  );
  assert.equal((await get(`/v1/categories/${other.id}`)).status, 200);
  const done = await batch([
    remove('category', { slug, name }),
    remove('category', { id: other.id, name: 'Another' }),
  ]);
  assert.deepEqual(done.map(said), [
    [204, 'deleted', []],
    [204, 'deleted', []],
  ]);
  assert.equal((await get(`/v1/categories/${named.id}`)).status, 404);
  const plain = await postThing(app, 'categories', { name: `Plain ${newName()}` });
  assert.deepEqual((await batch([remove('category', { name: plain.name })])).map(said), [
    [204, 'deleted', []],
  ]);
});

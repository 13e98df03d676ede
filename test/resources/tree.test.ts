import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { type Answer, startTestApp } from '../support/app.ts';
import { postReview, postThing } from '../support/things.ts';

// Statements are counted: no answer comes out of memory.
const app = await startTestApp({ RESPONSE_CACHE_MB: 0 });

interface Node {
  id: string;
  slug: string;
  name: string;
  position: number;
  path: string;
  reviewCount: number;
  parent: { id: string } | null;
  children?: Node[];
}

const get = async (path: string): Promise<Answer> => {
  const answer = await app.send('GET', path);
  assert.equal(answer.status, 200, `${path}: ${answer.text}`);
  return answer;
};

const row = fc.record({
  parent: fc.nat(),
  isRoot: fc.nat(4).map((one) => one === 0),
  position: fc.constantFrom(0, 0, 1, -1),
  name: fc.constantFrom('가', '나', 'alpha', 'Beta'),
  reviews: fc.array(fc.constantFrom('published', 'published', 'draft'), { maxLength: 2 }),
});

before(async () => {
  const categories: { id: string; depth: number }[] = [];
  for (const { parent, isRoot, position, name, reviews } of fc.sample(row, { numRuns: 24, seed: 5 })) {
    const shallow = categories.filter(({ depth }) => depth < 8);
    const above = isRoot ? undefined : shallow[parent % Math.max(shallow.length, 1)];
    const { id } = await postThing(app, 'categories', { name, position, parent: above?.id ?? null });
    categories.push({ id, depth: (above?.depth ?? 0) + 1 });
    for (const status of reviews) await postReview(app, { status, category: id });
  }
});

const flatten = (nodes: Node[]): Node[] => nodes.flatMap((node) => [node, ...flatten(node.children ?? [])]);

async function listAll(): Promise<Node[]> {
  const all: Node[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const { body }: Answer = await get(`/v1/categories?limit=7${after && `&after=${after}`}`);
    all.push(...body.data);
    after = body.page.next;
  }
  return all;
}

test('the tree has every category once, as the list has it, in its parent, siblings in the order of the list', async () => {
  const [{ body }, list] = [await get('/v1/categories?tree=true'), await listAll()];
  const build = (parent: string | null): Node[] =>
    list
      .filter((one) => (one.parent?.id ?? null) === parent)
      .map((one) => ({ ...one, children: build(one.id) }));
  assert.deepEqual(body.data, build(null));
  assert.equal(flatten(body.data).length, 24);
  assert.ok(Math.max(...list.map(({ path }) => path.split('/').length)) >= 3);
  const { next, previous, total } = body.page;
  assert.deepEqual([next, previous, total], [null, null, null]);
});

test('a category counts the published reviews in it and in all below it, in the tree as in its filter', async () => {
  const { body } = await get('/v1/categories?tree=true');
  let counted = 0;
  for (const node of flatten(body.data)) {
    const inside = await get(`/v1/reviews?category=${node.id}&total=true&limit=1`);
    assert.equal(node.reviewCount, inside.body.page.total, node.path);
    const below = (node.children ?? []).reduce((sum, child) => sum + child.reviewCount, 0);
    assert.ok(node.reviewCount >= below);
    counted += node.reviewCount;
  }
  const withKey = await app.send('GET', '/v1/categories?tree=true', { key: app.admin });
  assert.deepEqual(withKey.body, body, 'drafts count for nobody');
  assert.ok(counted > 0);
});

test('a leaf has an empty list of children, and a category of a list has none at all', async () => {
  const { body } = await get('/v1/categories?tree=true');
  const leaves = flatten(body.data).filter(
    ({ id }) => !flatten(body.data).some((one) => one.parent?.id === id),
  );
  assert.ok(leaves.length > 0);
  for (const { children } of leaves) assert.deepEqual(children, []);
  assert.ok((await listAll()).every((category) => !('children' in category)));
  const plain = await get('/v1/categories?tree=false&limit=100');
  assert.deepEqual(plain.body.data, await listAll());
});

test('the whole tree is one statement', async () => {
  const statements = await app.countStatements(() => get('/v1/categories?tree=true'));
  assert.equal(statements.length, 1);
});

test('the surrogate key of the tree names every category shown, at any depth', async () => {
  const { headers, body } = await get('/v1/categories?tree=true');
  const names = headers['surrogate-key']?.split(' ').sort();
  assert.deepEqual(names, ['categories', ...flatten(body.data).map(({ id }) => id)].sort());
});

test('a tree that is to be sorted, cut or trimmed is a 400 that names the parameter', async () => {
  for (const [name, value] of [
    ['sort', 'name'],
    ['limit', '20'],
    ['total', 'false'],
    ['page', '1'],
    ['fields', 'slug'],
    ['after', 'x'],
    ['before', 'x'],
  ]) {
    const { status, body } = await app.send('GET', `/v1/categories?tree=true&${name}=${value}`);
    assert.deepEqual([status, body.type], [400, '/problems/invalid-parameter'], name);
    assert.deepEqual(
      body.errors.map(({ parameter }: { parameter: string }) => parameter),
      [name],
    );
  }
  assert.equal((await app.send('GET', '/v1/categories?tree=1')).status, 400);
});

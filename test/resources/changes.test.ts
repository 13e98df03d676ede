import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { type Answer, startTestApp } from '../support/app.ts';
import { newReview, postReview, postThing } from '../support/things.ts';
import { trials } from '../support/trials.ts';

const app = await startTestApp();

const lists = { paper: 'papers', review: 'reviews', tag: 'tags', category: 'categories' } as const;
type Kind = keyof typeof lists;
const kinds = Object.keys(lists) as Kind[];
const everything = '*';

interface Change {
  version: number;
  type: Kind;
  id: string;
  slug: string;
  change: 'put' | 'gone';
}

const get = async (path: string): Promise<Answer> => {
  const answer = await app.send('GET', path);
  assert.ok(answer.status < 500, `${path}: ${answer.text}`);
  return answer;
};

const versionNow = async (): Promise<number> => (await get('/v1/changes')).body.version;

/** Every change after a version, page by page. */
async function readChanges(since: number, limit = 1000): Promise<Change[]> {
  const changes: Change[] = [];
  for (let next: number | null = since; next !== null; ) {
    const { status, text, body } = await get(`/v1/changes?since=${next}&limit=${limit}`);
    assert.equal(status, 200, text);
    changes.push(...body.data);
    next = body.page.next;
  }
  return changes;
}

/** What a static builder keeps: the whole public answer of every thing, by what the changes tell it. */
class Mirror {
  since = 0;
  readonly things = new Map<string, unknown>();

  async sync(limit: number): Promise<void> {
    for (let more = true; more; ) {
      const { status, text, body } = await get(`/v1/changes?since=${this.since}&limit=${limit}`);
      assert.equal(status, 200, text);
      for (const { type, id, change, version } of body.data as Change[]) {
        assert.ok(version > this.since);
        const found = change === 'put' ? await get(`/v1/${lists[type]}/${id}`) : null;
        // It may be gone again by now: a later change says so.
        if (found?.status === 200) this.things.set(`${type} ${id}`, found.body);
        else this.things.delete(`${type} ${id}`);
      }
      assert.ok(body.version >= this.since);
      this.since = body.page.next ?? body.version;
      more = body.page.next !== null;
    }
  }
}

/** The whole public answer of every thing that the lists show. */
async function readPublic(): Promise<Map<string, unknown>> {
  const things = new Map<string, unknown>();
  for (const kind of kinds) {
    for (let after: string | null = ''; after !== null; ) {
      const query: string = after && `&after=${after}`;
      const { body } = await get(`/v1/${lists[kind]}?limit=100${query}`);
      for (const thing of body.data) {
        const isWhole = kind === 'tag' || kind === 'category';
        const whole = isWhole ? thing : (await get(`/v1/${lists[kind]}/${thing.id}`)).body;
        things.set(`${kind} ${thing.id}`, whole);
      }
      after = body.page.next;
    }
  }
  return things;
}

const sorted = (things: Map<string, unknown>) =>
  Object.fromEntries([...things].sort(([one], [other]) => (one < other ? -1 : 1)));

/** The ids of what was posted, to be picked by a number; those that are deleted stay, and answer 404. */
const known: Record<Kind, string[]> = { paper: [], review: [], tag: [], category: [] };
const pick = (kind: Kind, at: number) => known[kind].at(-1 - (at % 6)) ?? everything;

interface Command {
  verb: 'post' | 'patch' | 'delete';
  kind: Kind;
  at: number;
  body: Record<string, unknown>;
}

const words = ['red', 'green', 'blue', '빨강'];
const moments = [
  '2024-01-01T00:00:00Z',
  '2024-01-02T00:00:00Z',
  '2024-01-03T00:00:00Z',
  '2024-01-04T00:00:00Z',
];
const picked = (kind: Kind) => fc.nat(5).map((at) => ({ kind, at }));
const some = (shape: Record<string, fc.Arbitrary<unknown>>) => fc.record(shape, { requiredKeys: [] });
const slug = fc.nat(30).map((number) => `slug-${number}`);
const paperShape = {
  title: fc.constantFrom('A title', 'Another title'),
  acronym: fc.constantFrom('ACR', null),
  slug,
  identifiers: fc.nat(3).map((number) => ({ arxiv: `2401.0000${number}` })),
  versions: fc.nat(3).map((last) => Array.from({ length: last }, (_, index) => ({ number: index + 1 }))),
};
const reviewShape = {
  title: fc.constantFrom('One', 'Two', 'Three'),
  slug,
  summary: fc.constantFrom(null, 'A summary.'),
  status: fc.constantFrom('published', 'published', 'published', 'draft', 'archived'),
  publishedAt: fc.constantFrom(...moments),
  category: fc.oneof(
    { weight: 4, arbitrary: picked('category') },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  tags: fc.subarray(words),
  reviewedVersion: fc.constantFrom(null, 1),
};
const tagShape = {
  name: fc.constantFrom(...words, 'violet', '보라'),
  slug,
  description: fc.constantFrom(null, 'A colour.'),
};
const categoryShape = {
  name: fc.constantFrom('A place', 'Another place'),
  slug,
  parent: fc.oneof({ weight: 3, arbitrary: picked('category') }, { weight: 1, arbitrary: fc.constant(null) }),
  position: fc.nat(2),
};
const newPaper = some(paperShape).map((paper): Record<string, unknown> => ({ title: 'A title', ...paper }));
const paperOfReview = fc.oneof({ weight: 2, arbitrary: picked('paper') }, { weight: 1, arbitrary: newPaper });

function commandOf(verb: Command['verb'], kind: Kind, body: fc.Arbitrary<Record<string, unknown>>) {
  return fc.record({ verb: fc.constant(verb), kind: fc.constant(kind), at: fc.nat(5), body });
}
const nothing = fc.constant({});
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 6,
    arbitrary: commandOf(
      'post',
      'review',
      fc.tuple(some(reviewShape), paperOfReview).map(([review, paper]) => newReview({ ...review, paper })),
    ),
  },
  {
    weight: 8,
    arbitrary: commandOf('patch', 'review', some({ ...reviewShape, paper: picked('paper') })),
  },
  { weight: 3, arbitrary: commandOf('delete', 'review', nothing) },
  { weight: 1, arbitrary: commandOf('post', 'paper', newPaper) },
  { weight: 4, arbitrary: commandOf('patch', 'paper', some(paperShape)) },
  { weight: 1, arbitrary: commandOf('delete', 'paper', nothing) },
  {
    weight: 1,
    arbitrary: commandOf(
      'post',
      'tag',
      some(tagShape).map((tag) => ({ name: 'orange', ...tag })),
    ),
  },
  { weight: 4, arbitrary: commandOf('patch', 'tag', some(tagShape)) },
  { weight: 1, arbitrary: commandOf('delete', 'tag', nothing) },
  {
    weight: 2,
    arbitrary: commandOf(
      'post',
      'category',
      some(categoryShape).map((more) => ({ name: 'A place', ...more })),
    ),
  },
  { weight: 4, arbitrary: commandOf('patch', 'category', some(categoryShape)) },
  { weight: 1, arbitrary: commandOf('delete', 'category', nothing) },
);

/** Puts an id where the command only says which one of those that are known. */
function resolve(body: Record<string, unknown>): Record<string, unknown> {
  const members = Object.entries(body).map(([name, value]) => {
    const isPicked = value instanceof Object && 'kind' in value && 'at' in value;
    return [name, isPicked ? pick(value.kind as Kind, value.at as number) : value];
  });
  return Object.fromEntries(members);
}

async function run({ verb, kind, at, body }: Command): Promise<Answer> {
  const path = `/v1/${lists[kind]}`;
  const answer = await (verb === 'post'
    ? app.send('POST', path, { key: app.admin, body: resolve(body) })
    : app.send(verb.toUpperCase(), `${path}/${pick(kind, at)}`, {
        key: app.admin,
        headers: { 'if-match': '*' },
        ...(verb === 'patch' ? { body: resolve(body) } : {}),
      }));
  // A reference to what is gone, a slug that is taken and the like are refusals that change nothing.
  assert.ok([200, 201, 204, 404, 409, 422].includes(answer.status), answer.text);
  if (answer.status === 201) {
    known[kind].push(answer.body.id);
    if (kind === 'review') {
      if (!known.paper.includes(answer.body.paper.id)) known.paper.push(answer.body.paper.id);
      for (const { id } of answer.body.tags) if (!known.tag.includes(id)) known.tag.push(id);
    }
  }
  return answer;
}

async function seed(): Promise<void> {
  for (let number = 0; number < 4; number += 1) {
    const parent = number === 0 ? null : known.category[number - 1];
    const category = await postThing(app, 'categories', { name: `Seed ${number}`, parent });
    known.category.push(category.id);
    known.paper.push(
      (await postThing(app, 'papers', { title: `Seed ${number}`, versions: [{ number: 1 }] })).id,
    );
  }
  for (const name of words) known.tag.push((await postThing(app, 'tags', { name })).id);
}

const mirror = new Mirror();
await seed();

test('a mirror that follows the changes holds what the public sees, whole, after any sequence of writes', async () => {
  let done = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(command, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 8 }),
      async (commands, limit) => {
        for (const one of commands) if ((await run(one)).status < 300) done += 1;
        await mirror.sync(limit);
        assert.deepEqual(sorted(mirror.things), sorted(await readPublic()));
      },
    ),
    { numRuns: trials(30), includeErrorInReport: true, endOnFailure: true },
  );
  assert.ok(done > 15);
});

test('a mirror that follows while twelve write at once holds what the public sees in the end', async () => {
  const writers = 12;
  for (const commands of fc.sample(fc.array(command, { minLength: 72, maxLength: 72 }), trials(1))) {
    let writing = writers;
    const write = async (own: Command[]) => {
      for (const one of own) await run(one);
      writing -= 1;
    };
    const follow = async () => {
      while (writing > 0) await mirror.sync(3);
    };
    const shares = Array.from({ length: writers }, (_, writer) =>
      commands.filter((_command, index) => index % writers === writer),
    );
    await Promise.all([follow(), ...shares.map(write)]);
    await mirror.sync(100);
    assert.deepEqual(sorted(mirror.things), sorted(await readPublic()));
  }
});

test('a reader that polls while twelve post at once meets every review, in versions that only grow', async () => {
  const start = await versionNow();
  const { id: paper } = await postThing(app, 'papers', { title: 'Read by many' });
  const met: Change[] = [];
  let since = start;
  let posting = true;
  const poll = async (): Promise<void> => {
    for (let last = false; !last; ) {
      last = !posting;
      const { body } = await get(`/v1/changes?since=${since}&limit=2`);
      met.push(...body.data);
      since = body.page.next ?? body.version;
      if (body.page.next !== null) last = false;
    }
  };
  const post = async () => {
    const ids: string[] = [];
    for (let number = 0; number < 5; number += 1)
      ids.push((await postReview(app, { paper, status: 'published', tags: ['busy'] })).id);
    return ids;
  };
  const posts = Promise.all(Array.from({ length: 12 }, post)).finally(() => {
    posting = false;
  });
  const [ids] = await Promise.all([posts, poll()]);
  const reviews = met.filter(({ type }) => type === 'review').map(({ id }) => id);
  assert.deepEqual([...reviews].sort(), ids.flat().sort());
  const versions = met.map(({ version }) => version);
  assert.deepEqual(
    versions,
    [...versions].sort((one, other) => one - other),
  );
  assert.equal(since, await versionNow());
});

test('a page is never cut inside one version, whatever its limit', async () => {
  for (let number = 0; number < 3; number += 1) {
    const tags = Array.from({ length: 7 }, (_, tag) => `of version ${number}-${tag}`);
    await postReview(app, { tags, status: 'published' });
  }
  const whole = await readChanges(0, 10_000);
  for (const limit of [1, 2, 5, 9, 1000]) {
    const read: Change[] = [];
    for (let next: number | null = 0; next !== null; ) {
      const { body } = await get(`/v1/changes?since=${next}&limit=${limit}`);
      const { data, page, version } = body as {
        data: Change[];
        page: { next: number | null };
        version: number;
      };
      const at = new Set(data.map((change) => change.version));
      assert.ok(data.every((change) => change.version > (next ?? 0)));
      assert.deepEqual(
        data,
        whole.filter((change) => at.has(change.version)),
        'all of each version',
      );
      if (page.next !== null) {
        assert.ok(data.length >= limit);
        assert.deepEqual([page.next, version], [data.at(-1)?.version, page.next]);
      }
      read.push(...data);
      next = page.next;
    }
    assert.deepEqual(read, whole);
  }
  const count = whole.filter(({ version }) => version === whole.at(-1)?.version).length;
  assert.ok(count >= 9, 'the last version is that of a review, its paper and its tags');
});

test('each thing is told once, with its last change', async () => {
  const all = await readChanges(0);
  assert.equal(new Set(all.map(({ type, id }) => `${type} ${id}`)).size, all.length);
});

const headers = { 'if-match': '*' };
const patch = async (path: string, body: Record<string, unknown>) => {
  const answer = await app.send('PATCH', path, { key: app.admin, headers, body });
  assert.equal(answer.status, 200, answer.text);
};
const remove = async (path: string) => {
  const answer = await app.send('DELETE', path, { key: app.admin, headers });
  assert.equal(answer.status, 204, answer.text);
};
const told = (changes: Change[]) =>
  changes.map(({ type, slug: name, change }) => `${type} ${name} ${change}`).sort();

test('there are tombstones only of what was public, with the slug that the public knew last', async () => {
  const start = await versionNow();
  const tags = ['tombstone'];
  const paper = { title: 'Only in a draft', slug: 'only-in-a-draft' };
  await postReview(app, { slug: 'never-public', tags, paper });
  await patch('/v1/reviews/never-public', {
    title: 'Still hidden',
    slug: 'still-hidden',
  });
  await remove('/v1/reviews/still-hidden?permanent=true');
  await remove('/v1/tags/tombstone');
  await remove('/v1/papers/only-in-a-draft');
  assert.deepEqual(await readChanges(start), []);
  assert.equal(await versionNow(), start, 'the public version stays');

  await postReview(app, { slug: 'once-public', status: 'published', paper, tags });
  assert.deepEqual(told(await readChanges(start)), [
    'paper only-in-a-draft put',
    'review once-public put',
    'tag tombstone put',
  ]);
  await patch('/v1/reviews/once-public', { status: 'archived' });
  const archived = await versionNow();
  await patch('/v1/reviews/once-public', { slug: 'known-to-nobody' });
  await remove('/v1/reviews/known-to-nobody?permanent=true');
  assert.equal(await versionNow(), archived, 'what is done to what is hidden is not told');
  await remove('/v1/tags/tombstone');
  await remove('/v1/papers/only-in-a-draft');
  assert.deepEqual(told(await readChanges(start)), [
    'paper only-in-a-draft gone',
    'review once-public gone',
    'tag tombstone gone',
  ]);
});

test('a write that changes nothing is no version', async () => {
  await postReview(app, { slug: 'as-it-is', status: 'published', title: 'As it is' });
  const before = await versionNow();
  await patch('/v1/reviews/as-it-is', { title: 'As it is' });
  assert.equal(await versionNow(), before);
});

test('neighbours in a category are told when a review comes between them, is renamed, moves on and goes', async () => {
  const category = (await postThing(app, 'categories', { name: 'In a row', slug: 'in-a-row' })).id;
  const review = { status: 'published', category };
  for (const number of [1, 2, 4, 5])
    await postReview(app, { ...review, slug: `row-${number}`, publishedAt: `2024-02-0${number}T00:00:00Z` });
  const tell = async (work: () => Promise<unknown>) => {
    const since = await versionNow();
    await work();
    const reviews = (await readChanges(since)).filter(({ type }) => type === 'review');
    return told(reviews).map((line) => line.replace('review ', ''));
  };
  const all = (...numbers: number[]) => numbers.map((number) => `row-${number} put`);
  const between = { ...review, slug: 'row-3', publishedAt: '2024-02-03T00:00:00Z' };
  assert.deepEqual(await tell(() => postReview(app, between)), all(2, 3, 4));
  assert.deepEqual(await tell(() => patch('/v1/reviews/row-3', { title: 'Renamed' })), all(2, 3, 4));
  assert.deepEqual(
    await tell(() => patch('/v1/reviews/row-3', { publishedAt: '2024-01-01T00:00:00Z' })),
    all(1, 2, 3, 4),
  );
  assert.deepEqual(await tell(() => remove('/v1/reviews/row-5')), ['row-4 put', 'row-5 gone']);
});

test('an answer is one statement, however much it tells', async () => {
  for (const query of ['', '?since=0&limit=10000', '?since=1&limit=1', `?since=${await versionNow()}`]) {
    // Whatever is remembered of it ends with this.
    await postThing(app, 'tags', { name: `before ${query}` });
    const statements = await app.countStatements(() => get(`/v1/changes${query}`));
    assert.equal(statements.length, 1, query);
  }
});

test('a version that is not reached yet, or older than what is kept, is a 410 that says to start again', async () => {
  const version = await versionNow();
  assert.deepEqual((await get(`/v1/changes?since=${version}`)).body.data, []);
  const tooNew = await get(`/v1/changes?since=${version + 1}`);
  assert.deepEqual([tooNew.status, tooNew.body.type], [410, '/problems/gone']);
  await app.db.execute(sql`update site_state set dropped_through = ${version - 2}`);
  const tooOld = await get(`/v1/changes?since=${version - 3}`);
  assert.deepEqual([tooOld.status, tooOld.body.type], [410, '/problems/gone']);
  assert.match(tooOld.body.detail, /since=0/);
  assert.equal((await get(`/v1/changes?since=${version - 2}`)).status, 200);
  assert.equal((await get('/v1/changes?since=0')).status, 200);
  for (const wrong of ['-1', '1.5', 'x', '9007199254740992'])
    assert.equal((await get(`/v1/changes?since=${wrong}`)).status, 400, wrong);
  for (const wrong of ['0', '10001'])
    assert.equal((await get(`/v1/changes?limit=${wrong}`)).status, 400, wrong);
});

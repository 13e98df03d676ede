import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeSecret } from '../../src/access/secret.ts';
import { uuidv7 } from '../../src/db/schema/columns.ts';
import { reviewStatuses, type Scope, scopes } from '../../src/db/schema/tables.ts';
import { type Answer, startTestApp } from '../support/app.ts';
import {
  Caller,
  drawPicture,
  freshen,
  type KnownOperation,
  type Parameter,
  takesPicture,
  takesStream,
  writePair,
} from '../support/operations.ts';
import { newReview, postReview, postThing } from '../support/things.ts';

const adminKey = 'the-key-of-the-configuration-0123456789';
const app = await startTestApp({ ADMIN_KEY: adminKey, PUBLIC_URL: 'https://api.example.org' });
const caller = new Caller(app);
const { operations, sampler } = caller;
await caller.seed();

/** Stands in every text of everything that the public may not see, and in nothing else. */
const marker = 'qxhiddenxq';
let number = 0;
const reading = operations.find(({ id }) => id === 'listReviews') as KnownOperation;

/** What a review brings that is seen only where it is: a paper and a tag of its own, and texts of every kind. */
function markedReview() {
  number += 1;
  const text = `${marker} ${number}`;
  return newReview({
    paper: {
      ...{ title: text, acronym: text, abstract: text, venue: text, authors: [{ name: text }] },
      ...{ identifiers: { doi: `10.1000/${marker}.${number}` }, versions: [{ number: 1 }] },
      links: [{ kind: 'code', label: text, url: `https://example.org/${marker}` }],
    },
    ...{ title: text, summary: text, body: `## ${text}\n\n${text}\n`, tags: [text], reviewedVersion: 1 },
    ...{ source: `https://example.org/${marker}/${number}` },
  });
}

interface Thing {
  address: string;
  slug: string;
}

interface State {
  name: string;
  /** Whether changing the thing changes what the public sees, now or later by itself. */
  guarded?: boolean;
  /** Whether the public sees the thing. */
  visible: boolean;
  /** For what is below the thing it is like another state. */
  settled?: boolean;
  /** It cannot be changed. */
  frozen?: boolean;
  /** A review has it: it cannot be deleted. */
  inUse?: boolean;
  make(operation: KnownOperation): Promise<Thing>;
}

const at = (operation: KnownOperation, { id, slug }: { id: string; slug: string }): Thing => ({
  address: caller.addressOf(operation, id),
  slug,
});

/** Marked, unless the operation makes it public: what is merged with a public paper is. */
const hiddenReview = ({ scope, id }: KnownOperation) =>
  scope === 'reviews:publish' || id === 'mergePaper'
    ? newReview({ tags: [`tag ${uuidv7()}`] })
    : markedReview();

/** A review in some state, or the paper or tag that only this review has. */
function madeByReview(status: string, of: 'reviews' | 'papers' | 'tags'): State {
  return {
    name: `of a review that is ${status}`,
    visible: status === 'published',
    guarded: of === 'reviews' && (status === 'published' || status === 'scheduled'),
    settled: status === 'scheduled' || status === 'archived' || status === 'trashed',
    frozen: of === 'reviews' && status === 'trashed',
    inUse: of !== 'reviews',
    async make(operation) {
      const more = status === 'published' ? { tags: [`tag ${uuidv7()}`] } : hiddenReview(operation);
      const review = await postReview(app, {
        ...more,
        ...(status === 'scheduled' || status === 'trashed' ? {} : { status }),
      });
      if (status === 'trashed') {
        const how = { key: app.admin, headers: { 'if-match': '*' } };
        const answer = await app.send('DELETE', `/v1/reviews/${review.id}`, how);
        assert.equal(answer.status, 204, answer.text);
      }
      if (status === 'scheduled') {
        const body = { at: '2999-01-01T00:00:00Z' };
        const answer = await app.send('POST', `/v1/reviews/${review.id}/publish`, { key: app.admin, body });
        assert.equal(answer.status, 200, answer.text);
      }
      return at(operation, { reviews: review, papers: review.paper, tags: review.tags[0] }[of]);
    },
  };
}

/** A published review with edits that nobody sees yet. */
const edited: State = {
  ...madeByReview('published', 'reviews'),
  name: 'with a working copy',
  async make(operation) {
    const review = await postReview(app, { status: 'published' });
    const { title, summary, body, tags } = hiddenReview(operation);
    const answer = await app.send('PUT', `/v1/reviews/${review.id}/draft`, {
      key: app.admin,
      headers: { 'if-match': '*' },
      body: { paper: review.paper.id, language: 'en', title, summary, body, tags },
    });
    assert.equal(answer.status, 200, answer.text);
    return at(operation, review);
  },
};

const anything: State = {
  name: 'there',
  visible: true,
  async make(operation) {
    const address = await caller.target(operation);
    caller.forget(operation);
    return { address, slug: '' };
  },
};

/** An image that reviews in these states show. */
function shownBy(...shown: ('published' | 'draft')[]): State {
  const visible = shown.includes('published');
  return {
    name: shown.length === 0 ? 'that nothing shows' : `shown by a review that is ${shown.join(', ')}`,
    ...{ visible, guarded: visible, inUse: shown.length > 0 },
    async make(operation) {
      number += 1;
      const alt = visible ? 'seen' : `${marker} ${number}`;
      const path = `/v1/images?alt=${encodeURIComponent(alt)}`;
      const { status, body, text } = await app.send('POST', path, { key: app.admin, ...drawPicture() });
      assert.equal(status, 201, text);
      for (const status of shown)
        await postReview(app, { status, cover: body.id, tags: [`tag ${uuidv7()}`] });
      return at(operation, { id: body.id, slug: body.id });
    },
  };
}

/** A redirect to a review in some state. */
function leadingTo(status: 'published' | 'draft'): State {
  const visible = status === 'published';
  return {
    name: `to a review that is ${status}`,
    ...{ visible, guarded: visible },
    async make(operation) {
      number += 1;
      const review = await postReview(app, { status, tags: [`tag ${uuidv7()}`] });
      const path = visible ? `/seen/${number}` : `/${marker}/${number}`;
      const target = { type: 'review', id: review.id };
      return at(operation, { ...(await postThing(app, 'redirects', { path, target })), slug: '' });
    },
  };
}

const states: Record<string, State[]> = {
  '/v1/redirects/{redirect}': [leadingTo('draft'), leadingTo('published')],
  '/v1/images/{image}': [shownBy(), shownBy('draft'), shownBy('published')],
  '/v1/reviews/{review}': [...reviewStatuses.map((status) => madeByReview(status, 'reviews')), edited],
  '/v1/papers/{paper}': [anything, madeByReview('published', 'papers'), madeByReview('draft', 'papers')],
  '/v1/tags/{tag}': [anything, madeByReview('published', 'tags'), madeByReview('draft', 'tags')],
};

/** The states of what the operation touches; of those below a thing, the states of the thing. */
function statesOf({ template }: KnownOperation): (State | undefined)[] {
  const [start = '', below] = template.split('}');
  if (below === undefined) return [undefined];
  const known = states[`${start}}`] ?? [anything];
  return below === '' ? known : known.filter(({ settled }) => !settled);
}

interface Asker {
  name: string;
  key?: string;
  scopes: Scope[];
  /** The key is none that works. */
  refused?: boolean;
}

async function makeAskers(): Promise<Asker[]> {
  const holding = async (name: string, given: Scope[]): Promise<Asker> => ({
    name,
    key: (await app.makeKey(given)).key,
    scopes: given,
  });
  const revoked = await app.makeKey([...scopes]);
  const answer = await app.send('DELETE', `/v1/keys/${revoked.id}`, { key: app.admin });
  assert.equal(answer.status, 204);
  const expired = await app.makeKey([...scopes], '2020-01-01T00:00:00Z');
  const mistyped = app.admin.slice(0, -1) + (app.admin.endsWith('0') ? '1' : '0');
  const refused = { scopes: [], refused: true };
  return [
    { name: 'nobody', scopes: [] },
    ...(await Promise.all(scopes.map((scope) => holding(`a key with ${scope}`, [scope])))),
    await holding('a writer who publishes', ['reviews:write', 'reviews:publish']),
    await holding(
      'a key with every scope but drafts:read',
      scopes.filter((scope) => scope !== 'drafts:read'),
    ),
    await holding('a key with every scope', [...scopes]),
    { name: 'the key of the configuration', key: adminKey, scopes: [...scopes] },
    { name: 'a revoked key', key: revoked.key, ...refused },
    { name: 'an expired key', key: expired.key, ...refused },
    { name: 'a mistyped key', key: mistyped, ...refused },
    { name: 'an unknown key', key: makeSecret(uuidv7()), ...refused },
    { name: 'something else than a key', key: 'nonsense', ...refused },
  ];
}

const askers = await makeAskers();
const sees = (asker: Asker) => asker.scopes.includes('drafts:read');

const headAskers = askers.filter(({ name }) =>
  ['nobody', 'a key with every scope', 'a revoked key'].includes(name),
);

const createKey = operations.find(({ id }) => id === 'createKey') as KnownOperation;
/** Those of the keys that the caller makes. */
const { scopes: keyScopes } = Object(sampler.example(createKey.body ?? {})) as { scopes: Scope[] };

/** The rule of who may do what, from what the document says of the operation. */
function expectStatus(operation: KnownOperation, asker: Asker, state: State | undefined): number[] {
  const { id, access, scope, scopes: needed, success, template, method } = operation;
  if (access === 'open') return [success];
  if (asker.refused) return [401];
  if (access === 'read') return [!state || state.visible || sees(asker) ? success : 404];
  if (asker.key === undefined) return [401];
  if (takesPicture(operation) && asker.scopes.includes('reviews:write')) return [200, 201];
  // The one of the example is public at once.
  if (id === 'createRedirect' && !asker.scopes.includes('reviews:publish')) return [403];
  // What it asks for decides.
  if (scope === null) return takesStream(operation) ? [403, 415] : [success, 403];
  if (!needed.every((one) => asker.scopes.includes(one as Scope))) return [403];
  // A key gives only scopes that it has.
  const { scopes: given = [] } = Object(sampler.example(operation.body ?? {})) as { scopes?: Scope[] };
  if (!given.every((one) => asker.scopes.includes(one))) return [403];
  // A key manages only keys whose scopes it has.
  if (template.startsWith('/v1/keys/{key}'))
    return keyScopes.every((one) => asker.scopes.includes(one)) ? [success] : [404];
  // What a key may not see is not there to be changed either.
  if (state && !state.visible && !sees(asker)) return [404];
  // What is below a thing or moves it depends on more than its state; who may ask for it does not.
  if (state && !/^[^}]*}$/.test(template)) return [success, 404, 409];
  if (state?.inUse && method === 'DELETE') return [409];
  if (state?.guarded && !asker.scopes.includes('reviews:publish')) return [403];
  if (state?.frozen && (method === 'PUT' || method === 'PATCH')) return [409];
  // PUT says `draft`, which not every state can become.
  return method === 'PUT' ? [success, 409] : [success];
}

/** Nothing hidden is in an answer, its headers and cursors included; and what a key saw is kept by nobody. */
function assertDiscreet(answer: Answer, asker: Asker, what: string): void {
  const cursors = [answer.body?.page?.next, answer.body?.page?.previous].map((cursor) =>
    Buffer.from(String(cursor ?? '').split('.')[0] ?? '', 'base64url').toString(),
  );
  const told = [answer.text, JSON.stringify(answer.headers), ...cursors].join('\n');
  assert.ok(sees(asker) || !told.includes(marker), `${what} tells what is hidden: ${told}`);
  const caching = answer.headers['cache-control'] ?? '';
  if (asker.key !== undefined || answer.status >= 400) assert.match(caching, /^(private, )?no-store$/, what);
}

test('who may do what follows from the scopes of the document and from what is public, for every operation', async () => {
  for (const operation of operations) {
    for (const state of statesOf(operation)) {
      let thing = await state?.make(operation);
      for (const asker of askers) {
        const what = `${asker.name}: ${operation.id} ${state?.name ?? ''}`;
        const expected = expectStatus(operation, asker, state);
        const address = thing?.address ?? operation.template;
        const answer = await caller.call(operation, { address, key: asker.key });
        assert.ok(expected.includes(answer.status), `${what} is ${answer.status}: ${answer.text}`);
        if (answer.status === 401) assert.equal(answer.headers['www-authenticate'], 'Bearer', what);
        const wrote = operation.method !== 'GET' && answer.status < 300;
        assertDiscreet(answer, asker, what);
        if (wrote && operation.method !== 'PATCH') thing = await state?.make(operation);
        // Who asks is found out before the method matters: a few show that.
        if (operation.method !== 'GET' || !headAskers.includes(asker)) continue;
        const query = caller.completeQuery(operation);
        const head = await app.send('HEAD', `${address}${query && '?'}${query}`, { key: asker.key });
        assert.equal(head.status, answer.status, `HEAD, ${what}`);
      }
    }
  }
  caller.assertCalled();
});

/** What a batch does to a thing, and the operation by which one thing gets the same. */
const inBatch: [type: string, action: string, operation: string][] = [
  ...['save', 'delete', 'publish', 'unpublish', 'archive'].map((action): [string, string, string] => [
    'review',
    action,
    `${action.replace('save', 'patch')}Review`,
  ]),
  ...['paper', 'tag', 'category'].flatMap((type): [string, string, string][] => [
    [type, 'save', `patch${type[0]?.toUpperCase()}${type.slice(1)}`],
    [type, 'delete', `delete${type[0]?.toUpperCase()}${type.slice(1)}`],
  ]),
];

test('a batch does to a thing what its own operation does, for every key and every state', async () => {
  for (const [type, action, id] of inBatch) {
    const operation = operations.find((one) => one.id === id) as KnownOperation;
    const make = async (state: State | undefined) => (await state?.make(operation))?.address ?? '';
    for (const state of statesOf(operation)) {
      let [single, twin] = [await make(state), await make(state)];
      for (const asker of askers) {
        const what = `${asker.name}: ${action} a ${type} ${state?.name ?? ''}`;
        const body = operation.body ? (freshen(sampler.example(operation.body)) as object) : undefined;
        const asked = { address: single, key: asker.key, ...(body ? { body } : {}) };
        const { status } = await caller.call(operation, asked);
        const name = twin.split('/')[3] ?? '';
        const { body: found } = await app.send('GET', `/v1/${twin.split('/')[2]}/${name}`, {
          key: app.admin,
        });
        const data = { ...(action === 'save' ? body : {}), id: found.id };
        const answer = await app.send('POST', '/v1/batch', {
          key: asker.key,
          body: [{ type, action, data }],
        });
        const done = answer.status === 200 ? answer.body.data[0].status : answer.status;
        const alike = status === 204 && done === 200 ? 'the trash has it already' : done;
        assert.ok([status, 'the trash has it already'].includes(alike), `${what} is ${done}: ${answer.text}`);
        if (!asker.refused) assertDiscreet(answer, asker, what);
        if (status >= 300 || action === 'save') continue;
        [single, twin] = [await make(state), await make(state)];
      }
    }
  }
  caller.called.clear();
});

test('an answer to nobody may be kept where it is public, and is never one that a key saw', async () => {
  const readable = operations.filter(({ access }) => access === 'read');
  for (const operation of readable) {
    const thing = await statesOf(operation)
      .find((state) => state?.visible)
      ?.make(operation);
    const answer = await caller.call(operation, {
      address: thing?.address ?? operation.template,
      key: undefined,
    });
    assert.match(answer.headers['cache-control'] ?? '', /^public/, operation.id);
    assert.match(answer.headers.vary ?? '', /authorization/i, operation.id);
    assert.ok(answer.headers['surrogate-key'], operation.id);
    const etag = answer.headers.etag ?? '';
    const refused = await caller.call(operation, {
      address: thing?.address ?? operation.template,
      key: makeSecret(uuidv7()),
      headers: { 'if-none-match': etag },
    });
    assert.equal(refused.status, 401, operation.id);
  }
  caller.assertCalled(readable);
});

const lists = operations.filter(
  ({ access, params, query }) =>
    access === 'read' && params.length === 0 && query.some(({ name }) => name === 'sort'),
);
/** Those that come as a page of JSON, and not as a feed or as citations. */
const pagedLists = new Set(lists.filter(({ query }) => query.some(({ name }) => name === 'total')));
const takesText = ({ schema }: Parameter) => sampler.text(schema.items ?? schema) !== undefined;
const outsiders = askers.filter((asker) => !asker.refused && !sees(asker));
const nobody = askers[0] as Asker;
const insider = askers.find((asker) => sees(asker)) as Asker;

/** Every page of a list, from the first on. */
async function readPages(operation: KnownOperation, asker: Asker, query: string): Promise<Answer[]> {
  const pages: Answer[] = [];
  for (let asked: string | undefined = query; asked !== undefined; ) {
    const answer: Answer = await caller.call(operation, { key: asker.key, query: asked });
    assert.equal(answer.status, 200, answer.text);
    pages.push(answer);
    asked = /<[^?>]*\?([^>]*)>; rel="next"/.exec(answer.headers.link ?? '')?.[1];
  }
  return pages;
}

test('no page of a list, whatever its order, tells what is hidden, and no total counts it', async () => {
  for (const status of reviewStatuses)
    await Promise.all([1, 2, 3].map(() => madeByReview(status, 'reviews').make(reading)));
  for (const operation of lists) {
    const orders = operation.query.find(({ name }) => name === 'sort')?.schema.enum ?? [];
    for (const order of orders) {
      const search = order === 'relevance' ? '&q=part' : '';
      const total = pagedLists.has(operation) ? '&total=true' : '';
      const query = `sort=${order}&limit=25${total}${search}`;
      const pages = await readPages(operation, nobody, query);
      for (const page of pages) assertDiscreet(page, nobody, `${operation.id}?${query}`);
      if (!total) continue;
      const count = pages.reduce((sum, { body }) => sum + body.data.length, 0);
      assert.deepEqual(new Set(pages.map(({ body }) => body.page.total)), new Set([count]), operation.id);
    }
    assert.ok(orders.length > 0, operation.id);
    if (!pagedLists.has(operation)) continue;
    const [all, own] = [insider, nobody].map((asker) => readPages(operation, asker, 'limit=100'));
    const ids = async (pages?: Promise<Answer[]>) =>
      (await pages)?.flatMap(({ body }) => body.data.map(({ id }: { id: string }) => id)) ?? [];
    const [inside, outside] = [await ids(all), await ids(own)];
    assert.deepEqual(
      outside.filter((id) => !inside.includes(id)),
      [],
      operation.id,
    );
    for (const asker of outsiders)
      assert.deepEqual(await ids(readPages(operation, asker, 'limit=100')), outside);
  }
  caller.assertCalled(lists);
});

/** What an answer tells, apart from the name that was asked for. */
const told = (answer: Answer, name: string) => {
  const { location, link, etag, 'cache-control': caching } = answer.headers;
  const spellings = [name, name.replace('doi:', '')].flatMap((one) => [
    ...[one, encodeURIComponent(one), `${new URLSearchParams([['', one]])}`.slice(1)],
  ]);
  // A cursor is bound to what was asked, and a feed tells its own address: with them differs the ETag.
  const isBound = link !== undefined || spellings.some((spelling) => answer.text.includes(spelling));
  const cursors = isBound ? { caching } : { location, etag, caching };
  const body = answer.text
    .replace(/"(next|previous)":"[^"]*"/g, '"$1":"cursor"')
    .replace(/\bafter=[\w.=-]+/g, 'after=cursor');
  const text = JSON.stringify([answer.status, body, cursors]);
  return spellings.reduce((left, spelling) => left.replaceAll(spelling, 'NAME'), text);
};

test('a hidden thing is answered like one that is not there, by every name and in every filter', async () => {
  const hidden = await postReview(app, markedReview());
  const pairs: [string, string][] = [
    hidden.slug,
    hidden.id,
    hidden.source,
    hidden.title,
    hidden.paper.slug,
    hidden.paper.id,
    `doi:10.1000/${marker}.${number}`,
    hidden.tags[0].slug,
    hidden.tags[0].id,
  ].map((name: string) => [name, name.replace(marker, 'qxnothingq').replace(/^0/, 'f')]);
  const named = operations.filter(({ access, params }) => access === 'read' && params.length > 0);
  for (const asker of outsiders.slice(0, 2)) {
    for (const [name, other] of pairs) {
      assert.notEqual(name, other);
      for (const operation of named) {
        const asking = (one: string) => {
          const address = caller.addressOf(operation, encodeURIComponent(one));
          return caller.call(operation, { key: asker.key, address, headers: { 'if-none-match': '*' } });
        };
        const answer = await asking(name);
        assert.ok(answer.status === 404 || answer.status === 400, answer.text);
        assert.equal(told(answer, name), told(await asking(other), other), operation.id);
      }
      for (const operation of lists) {
        for (const parameter of operation.query) {
          // Words that are nearly the same are found too: an id looks like others.
          if (parameter.name === 'q' ? !name.includes(marker) : !takesText(parameter)) continue;
          const asking = (one: string) => {
            const query = `${writePair(parameter.name, one)}&total=true`;
            return caller.call(operation, { key: asker.key, query });
          };
          assert.equal(told(await asking(name), name), told(await asking(other), other), parameter.name);
        }
      }
    }
  }
  caller.called.clear();
});

test('no answer to a write that meets what is hidden tells more of it than was sent', async () => {
  const hidden = await postReview(app, markedReview());
  const doi = `10.1000/${marker}.${number}`;
  const slugs: Record<string, string> = {
    reviews: hidden.slug,
    papers: hidden.paper.slug,
    tags: hidden.tags[0].slug,
  };
  const writing = operations.filter(({ body, access }) => body !== null && access === 'scope');
  let met = 0;
  for (const operation of writing) {
    const kind = operation.template.split('/')[2] ?? '';
    const named: Record<string, unknown> = {
      ...{ slug: slugs[kind], doi, name: hidden.tags[0].name, source: hidden.source },
      ...{ paper: hidden.paper.slug, into: hidden.paper.id, tags: [hidden.tags[0].name] },
    };
    const able = outsiders.filter(({ scopes: held }) =>
      operation.scopes.every((scope) => held.includes(scope as Scope)),
    );
    const places = sampler
      .places(operation.body ?? {})
      .filter(({ pointer }) => named[pointer.split('/').at(-1) ?? ''] !== undefined);
    for (const { pointer, put } of places) {
      const sent = named[pointer.split('/').at(-1) ?? ''];
      // What is published is hidden no more.
      const made = put(sent) as Record<string, unknown>;
      const body = 'status' in made ? { ...made, status: 'draft' } : made;
      for (const asker of able) {
        met += 1;
        const address = operation.params.length > 0 ? await caller.target(operation) : operation.template;
        const answer = await caller.call(operation, { address, key: asker.key, body });
        const own = JSON.stringify(body).toLowerCase();
        const words = `${answer.text}\n${JSON.stringify(answer.headers)}`.toLowerCase();
        const more = [...words.matchAll(/qxhiddenxq[^"\\,;: ]*/g)]
          .map(([word]) => word)
          // A slug is made of the name that was sent.
          .filter((word) => !own.includes(word) && !own.replaceAll(' ', '-').includes(word));
        assert.deepEqual(more, [], `${asker.name}: ${operation.id} ${pointer} tells ${words}`);
        caller.forget(operation);
      }
    }
  }
  assert.ok(met > 20, `${met} were met`);
  caller.called.clear();
});

test('what was deleted for good is told by no operation, to no key, and by no repetition of a POST', async () => {
  const posts = operations.filter(({ template, method, headers }) => {
    const repeatable = headers.some(({ name }) => name === 'Idempotency-Key');
    return method === 'POST' && repeatable && template.startsWith('/v1/reviews');
  });
  assert.ok(posts.length >= 6);
  const every = askers.find(({ name }) => name === 'a key with every scope')?.key;
  for (const operation of posts) {
    const headers = { 'idempotency-key': uuidv7(), 'if-match': '*' };
    const posted = operation.params.length > 0 ? await postReview(app, markedReview()) : undefined;
    const address = posted ? caller.addressOf(operation, posted.id) : operation.template;
    const body = operation.body ? freshen(posted ? {} : markedReview()) : undefined;
    const asked = { key: adminKey, headers, ...(body ? { body } : {}) };
    const first = await app.send('POST', address, asked);
    if (first.status >= 400) continue;
    const id = posted?.id ?? first.body.id;
    const purge = { key: adminKey, headers: { 'if-match': '*' } };
    assert.equal((await app.send('DELETE', `/v1/reviews/${id}?permanent=true`, purge)).status, 204);
    const again = await app.send('POST', address, asked);
    assert.equal(again.status, 410, `${operation.id}: ${again.text}`);
    assert.ok(!again.text.includes(marker) && !JSON.stringify(again.headers).includes(marker));
    const below = operations.filter(({ template }) => template.startsWith('/v1/reviews/{review}'));
    for (const one of below) {
      const gone = await caller.call(one, { key: every, address: caller.addressOf(one, id) });
      assert.ok(gone.status === 404 || one.method === 'PUT', `${one.id} is ${gone.status}`);
      assert.ok(!gone.text.includes(marker), one.id);
    }
  }
  caller.called.clear();
});

test('the old name of what is hidden leads only those on who may see it', async () => {
  const headers = { 'if-match': '*' };
  for (const operation of operations.filter(
    // Images and redirects have no names.
    ({ template, method }) =>
      template in states && !/^\/v1\/(?:images|redirects)\//.test(template) && method === 'GET',
  )) {
    const kind = operation.template.split('/')[2] as 'reviews' | 'papers' | 'tags';
    for (const status of ['draft', 'archived']) {
      const thing = await madeByReview(status, kind).make(operation);
      const slug = `${thing.slug}-renamed`;
      const renamed = await app.send('PATCH', thing.address, { key: app.admin, headers, body: { slug } });
      assert.equal(renamed.status, 200, renamed.text);
      const old = `/v1/${kind}/${thing.slug}`;
      for (const asker of outsiders) {
        const answer = await app.send('GET', old, { key: asker.key });
        assert.deepEqual([answer.status, answer.headers.location], [404, undefined], asker.name);
      }
      const answer = await app.send('GET', old, { key: insider.key });
      assert.deepEqual([answer.status, answer.headers.location], [308, `/v1/${kind}/${slug}`]);
      assert.match(answer.headers['cache-control'] ?? '', /^private, no-store$/);
    }
  }
});

test('whatever would publish needs reviews:publish, and changes nothing without it', async () => {
  const publishing = operations.filter(({ body }) =>
    sampler
      .places(body ?? {})
      .some(({ pointer, schema }) => pointer === '/status' && schema.enum?.includes('published')),
  );
  assert.ok(publishing.length >= 3);
  const writer = await app.makeKey(['reviews:write', 'drafts:read']);
  const publisher = await app.makeKey(['reviews:write', 'reviews:publish', 'drafts:read']);
  for (const operation of publishing) {
    for (const status of ['draft', 'archived']) {
      const thing =
        operation.params.length > 0 ? await madeByReview(status, 'reviews').make(operation) : undefined;
      const example = sampler.example(operation.body ?? {}) as Record<string, unknown>;
      const body = freshen({ ...example, status: 'published' });
      const address = thing?.address ?? operation.template;
      const before = await readPages(reading, insider, 'limit=100&sort=title');
      assert.equal((await caller.call(operation, { address, key: writer.key, body })).status, 403);
      const after = await readPages(reading, insider, 'limit=100&sort=title');
      assert.deepEqual(
        after.map(({ body: page }) => page),
        before.map(({ body: page }) => page),
      );
      assert.equal(
        (await caller.call(operation, { address, key: publisher.key, body })).status,
        operation.success,
      );
    }
  }
});

test('a key can give only scopes that it has', async () => {
  for (const scope of scopes) {
    const { key } = await app.makeKey(['keys:manage', ...(scope === 'keys:manage' ? [] : [scope])]);
    for (const wanted of scopes) {
      const body = { name: 'given', scopes: [wanted] };
      const expected = wanted === scope || wanted === 'keys:manage' ? 201 : 403;
      assert.equal(
        (await app.send('POST', '/v1/keys', { key, body })).status,
        expected,
        `${scope} ${wanted}`,
      );
    }
  }
});

test('without PUBLIC_READ nothing but the service itself is answered without a key', async () => {
  const closed = await startTestApp({ PUBLIC_READ: false });
  const within = new Caller(closed);
  await within.seed();
  const { key } = await closed.makeKey(['drafts:read']);
  for (const operation of within.operations) {
    const { access, success } = operation;
    const answer = await within.call(operation, { key: undefined });
    assert.equal(answer.status, access === 'open' ? success : 401, operation.id);
    if (access === 'read')
      assert.equal((await within.call(operation, { key })).status, success, operation.id);
  }
  within.assertCalled();
});

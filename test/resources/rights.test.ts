import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Scope } from '../../src/db/schema/tables.ts';
import { scopes } from '../../src/db/schema/tables.ts';
import { type Answer, startTestApp } from '../support/app.ts';
import { newArxivId, newReview, postReview, postThing } from '../support/things.ts';

const app = await startTestApp();
const any = { 'if-match': '*' };
const keyOf = async (...given: Scope[]) => (await app.makeKey(given)).key;
const blind = await keyOf(...scopes.filter((scope) => scope !== 'drafts:read' && scope !== 'keys:manage'));
const writer = await keyOf('reviews:write');
const publisher = await keyOf('reviews:write', 'reviews:publish');

const ok = (answer: Answer): Answer['body'] => {
  assert.ok(answer.status < 300, answer.text);
  return answer.body;
};

/** A public paper, with a review of its first version. */
async function publicPaper() {
  const arxiv = newArxivId();
  const paper = { title: `Public ${arxiv}`, identifiers: { arxiv }, versions: [{ number: 1 }] };
  const review = await postReview(app, { paper, reviewedVersion: 1, status: 'published' });
  const read = async () => {
    const { text, headers } = await app.send('GET', `/v1/papers/arxiv:${arxiv}`);
    const { body } = await app.send('GET', `/v1/reviews/${review.slug}`);
    return { text, etag: headers.etag, outdated: body.outdated };
  };
  const brought = {
    title: `Public ${arxiv}`,
    identifiers: { doi: `10.1000/${arxiv}`, arxiv },
    versions: [{ number: 77 }, { number: 1 }],
    links: [{ kind: 'code', label: 'Forged', url: `https://forged.test/${arxiv}` }],
  };
  return { arxiv, review, read, brought };
}
const added = ['/paper/identifiers/doi', '/paper/versions/0', '/paper/links/0'];
const pointers = (leftOut?: { pointer: string }[]) => leftOut?.map(({ pointer }) => pointer);

test('what a draft brings to a public paper is left out and named, however it is posted, and nothing public moves', async () => {
  const { read, brought } = await publicPaper();
  const before = await read();
  const slug = `left-out-${newArxivId().replace('.', '-')}`;
  const idempotent = { 'idempotency-key': slug };
  const send = (method: string, path: string, body: unknown, headers = {}) =>
    app.send(method, path, { key: writer, body, headers });
  const body = newReview({ paper: brought });
  const posted = ok(await send('POST', '/v1/reviews', body, idempotent));
  assert.deepEqual(pointers(posted.leftOut), added);
  assert.match(posted.leftOut[0].detail, /papers:write.*publishing/);
  assert.deepEqual(
    ok(await send('POST', '/v1/reviews', body, idempotent)),
    posted,
    'a replay names it again',
  );
  const put = ok(await send('PUT', `/v1/reviews/${slug}`, newReview({ paper: brought })));
  assert.deepEqual(pointers(put.leftOut), added);
  const item = { type: 'review', data: newReview({ paper: brought, slug: `${slug}-b` }) };
  const batch = ok(await send('POST', '/v1/batch', [item]));
  assert.deepEqual(
    pointers(batch.data[0].leftOut),
    added.map((place) => `/data${place}`),
  );
  assert.deepEqual(await read(), before);
  assert.equal(ok(await send('POST', '/v1/reviews', newReview())).leftOut, undefined);
});

test('who publishes with it, or may write papers, adds to a public paper', async () => {
  for (const [key, status] of [
    [publisher, 'published'],
    [await keyOf('reviews:write', 'papers:write'), 'draft'],
  ] as const) {
    const { arxiv, brought } = await publicPaper();
    const posted = ok(
      await app.send('POST', '/v1/reviews', { key, body: newReview({ paper: brought, status }) }),
    );
    assert.equal(posted.leftOut, undefined);
    const { body } = await app.send('GET', `/v1/papers/arxiv:${arxiv}`);
    assert.deepEqual(
      [body.identifiers.doi, body.latestVersion.number, body.links.length],
      [brought.identifiers.doi, 77, 1],
    );
  }
});

test('the scope to publish alone is not enough for a draft, nor a published review for a key without it', async () => {
  const { arxiv, review, read, brought } = await publicPaper();
  const before = await read();
  const draft = await app.send('POST', '/v1/reviews', {
    key: publisher,
    body: newReview({ paper: brought }),
  });
  assert.deepEqual(pointers(ok(draft).leftOut), added);
  // As it is, but for what it says of its paper.
  const { title, slug, summary, body, language, reviewedVersion } = review;
  const same = { title, slug, summary, body, language, reviewedVersion: reviewedVersion.number };
  const asked = { key: writer, headers: any, body: { ...same, paper: brought } };
  assert.deepEqual(pointers(ok(await app.send('PUT', `/v1/reviews/${slug}`, asked)).leftOut), added);
  assert.deepEqual(await read(), before);
  assert.equal(ok(await app.send('GET', `/v1/papers/arxiv:${arxiv}`)).versions.length, 1);
});

test('a draft that read a version which a public paper has not is a 422 that says what would help', async () => {
  const { brought } = await publicPaper();
  const body = newReview({ paper: brought, reviewedVersion: 77 });
  const answer = await app.send('POST', '/v1/reviews', { key: writer, body });
  assert.deepEqual([answer.status, answer.body.errors[0].pointer], [422, '/reviewedVersion']);
  for (const word of ['77', 'papers:write', 'reviews:publish', '/versions'])
    assert.ok(answer.text.includes(word), word);
});

/** Reviews that the public does not see, each with a secret in everything. */
async function hiddenThings() {
  const secret = `zqsecret${newArxivId().replace('.', '')}`;
  const doi = `10.1000/${secret}`;
  const paper = {
    ...{ title: `${secret} paper`, acronym: `${secret}A`, abstract: secret, venue: secret },
    ...{ identifiers: { doi, arxiv: newArxivId() }, versions: [{ number: 1 }], authors: [{ name: secret }] },
    links: [{ kind: 'code', label: secret, url: `https://example.org/${secret}` }],
  };
  const draft = await postReview(app, {
    ...{ paper, title: secret, summary: secret, body: `${secret}\n`, tags: [secret], reviewedVersion: 1 },
    source: `file:${secret}.md`,
  });
  return { secret, doi, draft, paper };
}

test('a key that does not see a review changes it by no operation, and is told nothing of it', async () => {
  const { secret, doi, draft } = await hiddenThings();
  const trashed = await hiddenThings();
  await app.send('DELETE', `/v1/reviews/${trashed.draft.id}`, { key: app.admin, headers: any });
  const edited = await postReview(app, { status: 'published' });
  const asked = { key: app.admin, headers: any, body: { title: secret } };
  ok(await app.send('PATCH', `/v1/reviews/${edited.slug}/draft`, asked));
  const tries: [string, string, unknown?][] = [
    ['PATCH', `reviews/${draft.id}`, {}],
    ['PATCH', `reviews/${draft.slug}`, {}],
    ['PUT', `reviews/${draft.slug}`, newReview()],
    ['PUT', `reviews/${draft.id}`, newReview()],
    ['DELETE', `reviews/${draft.id}`],
    ['DELETE', `reviews/${draft.id}?permanent=true`],
    ['POST', `reviews/${draft.id}/publish`, {}],
    ['POST', `reviews/${draft.id}/publish`, { at: '2999-01-01T00:00:00Z' }],
    ['POST', `reviews/${draft.id}/unpublish`],
    ['POST', `reviews/${draft.id}/archive`],
    ['POST', `reviews/${draft.id}/revisions/1/restore`],
    ['POST', `reviews/${trashed.draft.id}/restore`],
    ['POST', `reviews/${draft.id}/preview-links`],
    ['GET', `reviews/${draft.id}/preview-links`],
    ['POST', `reviews/${edited.id}/preview-links`],
    ['PATCH', `reviews/${edited.slug}/draft`, {}],
    ['DELETE', `reviews/${edited.slug}/draft`],
    ['POST', 'papers', { title: 'x', identifiers: { doi } }],
    ['PATCH', `papers/${edited.paper.id}`, { identifiers: { doi } }],
    ['POST', 'tags', { name: secret.toUpperCase() }],
    ['DELETE', `papers/${draft.paper.slug}`],
    ['POST', 'reviews', newReview({ paper: draft.paper.slug })],
    [
      'POST',
      'reviews',
      newReview({ paper: { title: 'x', identifiers: { doi, openreview: 'other' } }, tags: [secret] }),
    ],
  ];
  const own = (path: string, body: unknown) => `${path}\n${JSON.stringify(body ?? null)}`;
  for (const [method, path, body] of tries) {
    const answer = await app.send(method, `/v1/${path}`, {
      key: blind,
      headers: any,
      ...(body === undefined ? {} : { body }),
    });
    const told = `${answer.text}\n${JSON.stringify(answer.headers)}`;
    // What was sent may come back.
    const isSent = own(path, body).toLowerCase().includes(secret);
    const isRefused = answer.status >= 400;
    assert.ok(isRefused || path === 'reviews', `${method} ${path}: ${answer.text}`);
    for (const hidden of [secret, trashed.secret])
      assert.ok(!told.includes(isSent ? `${hidden}A` : hidden), `${method} ${path} tells ${told}`);
  }
  const items = [
    { type: 'review', data: newReview({ slug: draft.slug }) },
    { type: 'review', data: newReview({ source: `file:${secret}.md` }) },
    { type: 'tag', data: { name: 'x', slug: draft.tags[0].slug } },
  ];
  const batch = ok(await app.send('POST', '/v1/batch', { key: blind, body: items }));
  assert.deepEqual(
    batch.data.map(({ status }: { status: number }) => status),
    [409, 409, 409],
  );
  assert.ok(!JSON.stringify(batch).includes(`${secret} paper`));
  assert.equal(ok(await app.send('GET', `/v1/reviews/${draft.id}`, { key: app.admin })).revision, 1);
  assert.equal(ok(await app.send('GET', `/v1/reviews/${edited.id}/draft`, { key: app.admin })).revision, 1);
});

test('a draft on a hidden paper is connected to it, and answered with what was sent of it', async () => {
  const { secret, doi, draft } = await hiddenThings();
  const paper = { title: 'What I know of it', identifiers: { doi }, versions: [{ number: 2 }] };
  const body = newReview({ paper, title: undefined, tags: [secret.toUpperCase()], reviewedVersion: 2 });
  const answer = await app.send('POST', '/v1/reviews', { key: writer, body });
  const posted = ok(answer);
  // Its tag has the slug that every tag of this name gets.
  const { tags, ...rest } = posted;
  assert.equal(tags[0].name, secret.toUpperCase());
  assert.ok(!JSON.stringify(rest).replaceAll(doi, '').includes(secret), answer.text);
  assert.equal(posted.paper.id, draft.paper.id);
  assert.deepEqual(
    [posted.title, posted.paper.title, posted.paper.slug, posted.paper.authors, posted.slug],
    ['What I know of it', 'What I know of it', draft.paper.id, [], 'what-i-know-of-it'],
  );
  const shown = ok(await app.send('GET', `/v1/reviews/${posted.id}`, { key: app.admin }));
  assert.equal(shown.paper.title, `${secret} paper`);
});

test('in use is said with the number of what the key may see, and of the rest that there is some', async () => {
  const category = await postThing(app, 'categories', { name: `In use ${newArxivId()}` });
  const tag = await postThing(app, 'tags', { name: `used ${newArxivId()}` });
  const more = { category: category.id, tags: [tag.name] };
  const review = await postReview(app, more);
  const refuse = async (path: string, key: string) => {
    const answer = await app.send('DELETE', `/v1/${path}`, { key, headers: any });
    assert.equal(answer.status, 409, answer.text);
    return answer.body.detail as string;
  };
  for (const path of [`categories/${category.id}`, `tags/${tag.id}`]) {
    assert.match(await refuse(path, blind), /reviews that this key may not see/);
    assert.doesNotMatch(await refuse(path, blind), /[1-9] reviews|trash/);
    assert.match(await refuse(path, app.admin), /1 reviews.*trash counted/);
  }
  await postReview(app, { ...more, status: 'published', paper: review.paper.id });
  for (const path of [`categories/${category.id}`, `tags/${tag.id}`, `papers/${review.paper.id}`]) {
    assert.match(await refuse(path, blind), /\b1 reviews/);
    assert.match(await refuse(path, app.admin), /\b2 reviews/);
  }
});

test('papers and tags that were public once stay so, as the documentation says', async () => {
  const tag = `stays-${newArxivId().replace('.', '')}`;
  const review = await postReview(app, { status: 'published', tags: [tag] });
  const seen = async () =>
    Promise.all(
      [`papers/${review.paper.slug}`, `tags/${tag}`, `reviews/${review.slug}`].map(
        async (path) => (await app.send('GET', `/v1/${path}`)).status,
      ),
    );
  for (const step of ['archive', 'publish', 'unpublish']) {
    ok(await app.send('POST', `/v1/reviews/${review.id}/${step}`, { key: app.admin }));
    assert.deepEqual(await seen(), [200, 200, step === 'publish' ? 200 : 404], step);
  }
  const purge = { key: app.admin, headers: any };
  assert.equal((await app.send('DELETE', `/v1/reviews/${review.id}?permanent=true`, purge)).status, 204);
  assert.deepEqual(await seen(), [200, 200, 404]);
  const text = await readFile('docs/keys.md', 'utf8');
  assert.match(text, /They stay public/);
  for (const path of [
    '/v1/papers',
    '/v1/tags',
    '/v1/reviews/{review}/unpublish',
    '/v1/reviews/{review}/archive',
  ])
    assert.match(JSON.stringify(app.document.paths[path]?.post), /stays? (so|public)/, path);
});

test('what was deleted for good comes back by no Idempotency-Key, and is not made again', async () => {
  const secret = `zqpurged${newArxivId().replace('.', '')}`;
  const send = (path: string, key: string, body?: unknown) =>
    app.send('POST', path, {
      key: app.admin,
      headers: { 'idempotency-key': `${secret}-${key}`, ...any },
      ...(body ? { body } : {}),
    });
  const body = newReview({ title: secret, body: `${secret}\n`, source: secret });
  const posted = ok(await send('/v1/reviews', 'post', body));
  const path = `/v1/reviews/${posted.id}`;
  const link = ok(await send(`${path}/preview-links`, 'link'));
  ok(await send(`${path}/publish`, 'publish', {}));
  const version = `/v1/papers/${posted.paper.id}/versions`;
  assert.ok(JSON.stringify(ok(await send(version, 'paper', { number: 2 }))).includes(secret));
  // An answer from before answers said what they show.
  await app.db.$client`update idempotency_keys set shows = null where key = ${`${secret}-publish`}`;
  const gone = await app.send('DELETE', `${path}?permanent=true`, { key: app.admin, headers: any });
  assert.equal(gone.status, 204);
  for (const answer of [
    await send('/v1/reviews', 'post', body),
    await send(`${path}/preview-links`, 'link'),
    await send(`${path}/publish`, 'publish', {}),
    await send(version, 'paper', { number: 2 }),
  ]) {
    assert.deepEqual([answer.status, answer.body.type], [410, '/problems/gone'], answer.text);
    assert.ok(!answer.text.includes(secret));
    assert.equal(answer.headers.location, undefined);
  }
  const { pathname, search } = new URL(link.url);
  assert.equal((await app.send('GET', pathname + search)).status, 404);
  // No table holds a word of it, but for the slug in the audit log and in the record of what was public.
  const tables = await app.db.$client`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`;
  for (const { name } of tables) {
    const rows = await app.db.$client.unsafe(
      `select 1 from "${name}" one where to_jsonb(one) - 'slug' - 'key' #>> '{}' like '%${secret}%'`,
    );
    assert.equal(rows.length, 0, name);
  }
  // The same of a paper, a tag and a category.
  for (const [kind, made] of [
    ['papers', { title: secret }],
    ['tags', { name: secret }],
    ['categories', { name: secret }],
  ] as const) {
    const { id } = ok(await send(`/v1/${kind}`, kind, made));
    assert.equal(
      (await app.send('DELETE', `/v1/${kind}/${id}`, { key: app.admin, headers: any })).status,
      204,
    );
    assert.equal((await send(`/v1/${kind}`, kind, made)).status, 410);
  }
});

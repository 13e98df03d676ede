import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Answer, startTestApp } from '../support/app.ts';
import { newArxivId, newReview, noIdentifiers, postReview, postThing } from '../support/things.ts';

const app = await startTestApp();

const read = (reference: string, key?: string) =>
  app.send('GET', `/v1/papers/${encodeURIComponent(reference)}`, key === undefined ? {} : { key });

const act = (reference: string, action: string, body?: unknown, headers: Record<string, string> = {}) =>
  app.send('POST', `/v1/papers/${encodeURIComponent(reference)}/${action}`, {
    key: app.admin,
    headers,
    ...(body === undefined ? {} : { body }),
  });

const change = (reference: string, body: unknown) =>
  app.send('PATCH', `/v1/papers/${encodeURIComponent(reference)}`, {
    key: app.admin,
    headers: { 'if-match': '*' },
    body,
  });

const readReview = async (reference: string) =>
  (await app.send('GET', `/v1/reviews/${reference}`, { key: app.admin })).body;

/** What the public saw change since a version: `kind slug change`, sorted. */
async function changesSince(version: number): Promise<string[]> {
  const { body } = await app.send('GET', `/v1/changes?since=${version}`);
  return body.data.map((one: Record<string, string>) => `${one.type} ${one.slug} ${one.change}`).sort();
}

const versionNow = async (): Promise<number> => (await app.send('GET', '/v1/changes')).body.version;

const assertConflict = (answer: Answer, words: RegExp) => {
  assert.deepEqual([answer.status, answer.body?.type], [409, '/problems/conflict'], answer.text);
  assert.match(answer.body.detail, words);
};

test('a version that is added makes reviews of older ones outdated, for the public and for mirrors', async () => {
  const paper = await postThing(app, 'papers', { title: 'Versioned', versions: [{ number: 1 }] });
  const review = await postReview(app, { paper: paper.id, reviewedVersion: 1, status: 'published' });
  assert.equal(review.outdated, false);
  const before = await versionNow();
  const added = await act(paper.slug, 'versions', { number: 2, releasedOn: '2024-11-01' });
  assert.equal(added.status, 200, added.text);
  assert.deepEqual(added.body.latestVersion, { number: 2, releasedOn: '2024-11-01' });
  assert.equal(added.body.revision, 2);
  assert.deepEqual(added.body, (await read(paper.id)).body);
  const { data } = (await app.send('GET', `/v1/reviews?paper=${paper.id}&outdated=true`)).body;
  assert.deepEqual([data[0].id, data[0].outdated, data[0].revision], [review.id, true, 1]);
  assert.deepEqual(await changesSince(before), [`paper ${paper.slug} put`, `review ${review.slug} put`]);
});

test('a version that is there already changes nothing, gets the day it lacks, and keeps the one it has', async () => {
  const paper = await postThing(app, 'papers', { title: 'Again', versions: [{ number: 1 }] });
  const same = await act(paper.id, 'versions', { number: 1 });
  assert.deepEqual([same.status, same.body], [200, paper]);
  const dated = await act(paper.id, 'versions', { number: 1, releasedOn: '2024-05-27' });
  assert.deepEqual(
    [dated.body.versions, dated.body.revision],
    [[{ number: 1, releasedOn: '2024-05-27' }], 2],
  );
  for (const body of [{ number: 1 }, { number: 1, releasedOn: '2024-05-27' }])
    assert.deepEqual((await act(paper.id, 'versions', body)).body, dated.body);
  const other = await act(paper.id, 'versions', { number: 1, releasedOn: '2024-05-28' });
  assertConflict(other, /Version 1 .* 2024-05-27, not on 2024-05-28.*PATCH/);
  assert.equal(other.body.errors[0].pointer, '/releasedOn');
  assert.deepEqual((await read(paper.id)).body, dated.body);
});

const standings = { withdraw: 'withdrawn', retract: 'retracted', reinstate: 'active' } as const;

test('whether a paper stands shows on every review in lists, whatever came before', async () => {
  const paper = await postThing(app, 'papers', { title: 'Judged' });
  const review = await postReview(app, { paper: paper.id, status: 'published' });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...(Object.keys(standings) as (keyof typeof standings)[])), {
        minLength: 1,
        maxLength: 6,
      }),
      async (actions) => {
        let { body: seen } = await read(paper.id);
        for (const action of actions) {
          const before = await versionNow();
          const answer = await act(paper.slug, action);
          if (action === 'withdraw' && seen.status === 'retracted') {
            assertConflict(answer, /retracted.*reinstate/);
            continue;
          }
          assert.equal(answer.status, 200, answer.text);
          const moves = seen.status !== standings[action];
          assert.deepEqual(
            [answer.body.status, answer.body.revision],
            [standings[action], seen.revision + (moves ? 1 : 0)],
          );
          const { data } = (await app.send('GET', `/v1/reviews?paper=${paper.id}`)).body;
          assert.deepEqual([data[0].paper.status, data[0].revision], [standings[action], review.revision]);
          assert.equal((await readReview(review.id)).paper.status, standings[action]);
          assert.equal((await changesSince(before)).length, moves ? 2 : 0);
          seen = answer.body;
        }
      },
    ),
    { numRuns: 8 },
  );
});

test('actions on a paper take If-Match into account when it is sent, and do without it', async () => {
  const paper = await postThing(app, 'papers', { title: 'Guarded' });
  const other = await postThing(app, 'papers', { title: 'Other' });
  const etag = (await read(paper.id)).headers.etag ?? '';
  await change(paper.id, { venue: 'ICLR 2025' });
  for (const [action, body] of [
    ['versions', { number: 1 }],
    ['withdraw', undefined],
    ['retract', undefined],
    ['reinstate', undefined],
    ['merge', { into: other.id }],
  ] as const)
    assert.equal((await act(paper.id, action, body, { 'if-match': etag })).status, 412, action);
  assert.equal((await read(paper.id)).body.revision, 2);
  const now = (await read(paper.id)).headers.etag ?? '';
  assert.equal((await act(paper.id, 'merge', { into: other.id }, { 'if-match': now })).status, 200);
});

/** Two papers that are one, each with what the other lacks. */
async function postTwins() {
  const [arxiv, doi, otherDoi] = [newArxivId(), `10.1000/${newArxivId()}`, `10.1000/${newArxivId()}`];
  const twin = await postThing(app, 'papers', {
    ...{ title: 'Twin', acronym: 'TWIN', abstract: 'Of the twin.', venue: 'A', publishedOn: '2024-01-01' },
    identifiers: { arxiv, doi: otherDoi },
    versions: [{ number: 1, releasedOn: '2024-01-01' }, { number: 3 }],
    authors: [{ name: 'One' }],
    links: [
      { kind: 'code', label: 'Code', url: 'https://example.org/code' },
      { kind: 'demo', label: 'Demo', url: 'https://example.org/demo' },
    ],
  });
  const kept = await postThing(app, 'papers', {
    ...{ title: 'Kept', venue: 'B' },
    identifiers: { doi },
    versions: [{ number: 1 }, { number: 2, releasedOn: '2024-02-01' }],
    authors: [],
    links: [
      { kind: 'demo', label: 'Demo' },
      { kind: 'pdf', label: 'PDF', url: 'https://example.org/pdf' },
    ],
  });
  return { twin, kept, arxiv, doi, otherDoi };
}

test('a merged paper gives all that the other lacks, overwrites nothing, and its reviews go along', async () => {
  const { twin, kept, arxiv, doi } = await postTwins();
  const reviews = [
    await postReview(app, { paper: twin.id, reviewedVersion: 1, status: 'published' }),
    await postReview(app, { paper: twin.id, reviewedVersion: 3 }),
    await postReview(app, { paper: kept.id, reviewedVersion: 2, status: 'published' }),
  ];
  const before = await versionNow();
  const merged = await act(twin.id, 'merge', { into: kept.slug });
  assert.equal(merged.status, 200, merged.text);
  assert.deepEqual(merged.body, {
    ...kept,
    ...{ acronym: 'TWIN', abstract: 'Of the twin.', publishedOn: '2024-01-01' },
    identifiers: { ...noIdentifiers, arxiv, doi },
    versions: [
      { number: 1, releasedOn: '2024-01-01' },
      { number: 2, releasedOn: '2024-02-01' },
      { number: 3, releasedOn: null },
    ],
    latestVersion: { number: 3, releasedOn: null },
    authors: [{ name: 'One', orcid: null }],
    links: [
      { kind: 'demo', label: 'Demo', url: 'https://example.org/demo' },
      { kind: 'pdf', label: 'PDF', url: 'https://example.org/pdf' },
      { kind: 'code', label: 'Code', url: 'https://example.org/code' },
    ],
    reviewCount: 2,
    reviews: merged.body.reviews,
    revision: 2,
    updatedAt: merged.body.updatedAt,
  });
  assert.deepEqual(merged.body, (await read(kept.id)).body);
  const after = await Promise.all(reviews.map(({ id }) => readReview(id)));
  assert.deepEqual(
    after.map(({ paper, reviewedVersion, outdated, revision }) => [
      paper.id,
      reviewedVersion.number,
      outdated,
      revision,
    ]),
    [
      [kept.id, 1, true, 2],
      [kept.id, 3, false, 2],
      [kept.id, 2, true, 1],
    ],
  );
  assert.deepEqual(await changesSince(before), [
    `paper ${kept.slug} put`,
    `paper ${twin.slug} gone`,
    ...[`review ${reviews[0].slug} put`, `review ${reviews[2].slug} put`].sort(),
  ]);
  // What finds the reviews is what the paper says now.
  const found = await app.send('GET', `/v1/reviews?q=${encodeURIComponent(`doi:${doi}`)}`);
  assert.equal(found.body.data.length, 2);
});

test('every old address of a merged paper leads to the one that stays, after any number of merges', async () => {
  const { twin, kept, arxiv, otherDoi } = await postTwins();
  await change(twin.id, { slug: 'twin-renamed' });
  const third = await postThing(app, 'papers', { title: 'Third' });
  await postReview(app, { paper: twin.id, status: 'published' });
  assert.equal((await act(twin.id, 'merge', { into: kept.id })).status, 200);
  assert.equal((await act(kept.slug, 'merge', { into: third.id })).status, 200);
  for (const old of [twin.id, twin.id.toUpperCase(), twin.slug, 'twin-renamed', kept.id, kept.slug]) {
    const answer = await read(old);
    assert.deepEqual([answer.status, answer.headers.location], [308, `/v1/papers/${third.slug}`], old);
    const listed = await app.send('GET', `/v1/reviews?paper=${encodeURIComponent(old)}`);
    assert.equal(listed.body.data.length, 1, old);
    const review = await postReview(app, { paper: old });
    assert.equal(review.paper.id, third.id, old);
  }
  for (const identifier of [`arxiv:${arxiv}`, `doi:${otherDoi}`, `doi:${kept.identifiers.doi}`])
    assert.equal((await read(identifier)).body.id, third.id, identifier);
});

test('an identifier that the other paper has already in another form is found, and never makes a paper again', async () => {
  const { twin, kept, doi, otherDoi } = await postTwins();
  await act(twin.id, 'merge', { into: kept.id });
  assert.equal((await read(`doi:${otherDoi}`)).body.identifiers.doi, doi);
  const posted = await postReview(app, { paper: { title: 'Twin', identifiers: { doi: otherDoi } } });
  assert.deepEqual([posted.paper.id, posted.paper.doi], [kept.id, doi]);
  const again = await app.send('POST', '/v1/papers', {
    key: app.admin,
    body: { title: 'Twin', identifiers: { doi: otherDoi } },
  });
  assert.deepEqual([again.status, again.body.type], [409, '/problems/identifier-conflict']);
  assert.match(again.body.detail, new RegExp(`"${kept.slug}"`));
  // It can be shown instead, and back: neither is lost.
  const shown = await change(kept.id, { identifiers: { doi: otherDoi } });
  assert.equal(shown.body.identifiers.doi, otherDoi);
  assert.equal((await read(`doi:${doi}`)).body.id, kept.id);
  await change(kept.id, { identifiers: { doi } });
  assert.equal((await read(`doi:${otherDoi}`)).body.identifiers.doi, doi);
});

test('a merge is repeated without a change, and refused with itself, backwards and into a third', async () => {
  const { twin, kept } = await postTwins();
  const third = await postThing(app, 'papers', { title: 'Third of three' });
  assertConflict(await act(twin.id, 'merge', { into: twin.slug }), /itself/);
  const merged = await act(twin.id, 'merge', { into: kept.id });
  const version = await versionNow();
  for (const [from, to] of [
    [twin.id, kept.id],
    [twin.slug, kept.slug],
    [twin.slug, twin.id],
  ])
    assert.deepEqual((await act(from, 'merge', { into: to })).body, merged.body);
  assertConflict(await act(kept.id, 'merge', { into: twin.id }), /itself/);
  assertConflict(await act(twin.id, 'merge', { into: third.id }), new RegExp(`"${kept.slug}" now`));
  const unknown = await act(kept.id, 'merge', { into: 'nowhere-at-all' });
  assert.deepEqual([unknown.status, unknown.body.errors[0].pointer], [422, '/into']);
  assert.equal((await act('nowhere-at-all', 'merge', { into: kept.id })).status, 404);
  assert.equal(await versionNow(), version);
  assert.deepEqual((await read(kept.id)).body, merged.body);
});

test('a paper that the public does not see shows nothing by its merge, until it is merged with one that it sees', async () => {
  const [hidden, other] = [await postReview(app), await postReview(app)].map(({ paper }) => paper);
  assert.equal((await act(hidden.id, 'merge', { into: other.id })).status, 200);
  for (const reference of [hidden.id, hidden.slug, other.id]) {
    assert.equal((await read(reference)).status, 404, reference);
    assert.notEqual((await read(reference, app.admin)).status, 404, reference);
  }
  const open = await postThing(app, 'papers', { title: 'Open to all' });
  await act(open.id, 'merge', { into: other.id });
  assert.equal((await read(other.id)).status, 200);
  assert.equal((await read(hidden.id)).headers.location, `/v1/papers/${other.slug}`);
});

test('the graver status of two papers counts for the one that stays', async () => {
  const { twin, kept } = await postTwins();
  await act(twin.id, 'retract');
  await act(kept.id, 'withdraw');
  assert.equal((await act(twin.id, 'merge', { into: kept.id })).body.status, 'retracted');
});

test('a working copy that names a merged paper is published with the one that stays', async () => {
  const { twin, kept } = await postTwins();
  const review = await postReview(app, { paper: twin.id, reviewedVersion: 3, status: 'published' });
  const draft = await app.send('PATCH', `/v1/reviews/${review.id}/draft`, {
    key: app.admin,
    headers: { 'if-match': '*' },
    body: { summary: 'Edited aside.' },
  });
  assert.equal(draft.body.paper, twin.id);
  await act(twin.id, 'merge', { into: kept.id });
  const headers = { 'if-match': '*' };
  const published = await app.send('POST', `/v1/reviews/${review.id}/publish`, { key: app.admin, headers });
  assert.equal(published.status, 200, published.text);
  assert.deepEqual(
    [published.body.paper.id, published.body.summary, published.body.reviewedVersion.number],
    [kept.id, 'Edited aside.', 3],
  );
});

test('the actions run so many statements, however many reviews are indexed anew', async () => {
  const count = async (work: () => Promise<Answer>) => {
    const statements = await app.countStatements(async () => assert.equal((await work()).status, 200));
    return statements.length;
  };
  const counts: number[][] = [];
  // The first time words are learned.
  for (const reviews of [1, 1, 4]) {
    const { twin, kept } = await postTwins();
    for (let number = 0; number < reviews; number += 1)
      await postReview(app, { paper: twin.id, body: 'The same words.', title: 'The same title' });
    counts.push([
      await count(() => act(twin.id, 'versions', { number: 9 })),
      await count(() => act(twin.id, 'versions', { number: 9 })),
      await count(() => act(twin.id, 'withdraw')),
      await count(() => act(twin.id, 'merge', { into: kept.id })),
      await count(() => act(twin.id, 'merge', { into: kept.id })),
    ]);
  }
  assert.deepEqual(counts.slice(1), [
    [11, 5, 10, 29, 8],
    [11, 5, 10, 29, 8],
  ]);
});

test('a failed merge leaves nothing behind', async () => {
  const { twin, kept } = await postTwins();
  await postReview(app, { paper: twin.id });
  await app.db.$client`alter table slug_history add constraint in_the_way check (slug <> 'the-twin')`;
  await change(twin.id, { slug: 'the-twin' });
  const before = [(await read(twin.id)).body, (await read(kept.id)).body];
  assert.equal((await act('the-twin', 'merge', { into: kept.id })).status, 500);
  assert.deepEqual([(await read(twin.id)).body, (await read(kept.id)).body], before);
  await app.db.$client`alter table slug_history drop constraint in_the_way`;
  assert.equal((await act('the-twin', 'merge', { into: kept.id })).status, 200);
});

test('papers:write is what the actions need', async () => {
  const paper = await postThing(app, 'papers', { title: 'Scoped' });
  const { key } = await app.makeKey(['reviews:write', 'reviews:publish', 'taxonomy:write', 'drafts:read']);
  for (const action of ['versions', 'merge', 'withdraw', 'retract', 'reinstate']) {
    const body = { versions: { number: 1 }, merge: { into: paper.id } }[action];
    const path = `/v1/papers/${paper.id}/${action}`;
    const asked = body === undefined ? {} : { body };
    assert.equal((await app.send('POST', path, asked)).status, 401, action);
    const refused = await app.send('POST', path, { key, ...asked });
    assert.equal(refused.status, 403, action);
    assert.match(refused.body.detail, /papers:write/);
  }
  assert.deepEqual((await read(paper.id)).body, paper);
});

test('a review that is posted by the id of a merged paper is about the one that stays', async () => {
  const { twin, kept } = await postTwins();
  await act(twin.id, 'merge', { into: kept.id });
  const answer = await app.send('POST', '/v1/reviews', {
    key: app.admin,
    body: newReview({ paper: twin.id, reviewedVersion: 3 }),
  });
  assert.deepEqual([answer.status, answer.body.paper.id], [201, kept.id]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answer, startTestApp } from '../support/app.ts';
import { newArxivId, newReview, noIdentifiers, postReview, postThing } from '../support/things.ts';

const app = await startTestApp();

const read = (reference: string, key?: string) =>
  app.send('GET', `/v1/papers/${encodeURIComponent(reference)}`, key === undefined ? {} : { key });

const change = (method: 'PUT' | 'PATCH' | 'DELETE', reference: string, body?: unknown) =>
  app.send(method, `/v1/papers/${encodeURIComponent(reference)}`, {
    key: app.admin,
    headers: { 'if-match': '*' },
    ...(body === undefined ? {} : { body }),
  });

const post = (body: unknown) => app.send('POST', '/v1/papers', { key: app.admin, body });

const pointers = ({ body }: Answer): string[] => [
  ...new Set<string>(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()),
];

/** The answer has these members; what else it has is another test's. */
const assertMembers = (body: Answer['body'], members: object) =>
  assert.deepEqual(body, { ...body, ...members });

test('a paper is created public, read back as it was answered, and gone after its deletion', async () => {
  const arxiv = newArxivId();
  const posted = await post({
    title: 'SimPO: Simple Preference Optimization',
    acronym: 'SimPO',
    abstract: 'A reward\n\nwithout a reference.',
    venue: 'NeurIPS 2024',
    publishedOn: '2024-05-23',
    primaryClass: 'cs.LG',
    identifiers: { arxiv: `arXiv:${arxiv}` },
    authors: [{ name: 'Yu Meng', orcid: 'https://orcid.org/0000000218250097' }, { name: '김하나' }],
    versions: [{ number: 2, releasedOn: '2024-07-08' }, { number: 1 }],
    links: [{ kind: 'arxiv', label: 'arXiv', url: `https://arxiv.org/abs/${arxiv}` }],
  });
  assert.equal(posted.status, 201, posted.text);
  assert.equal(posted.headers.location, '/v1/papers/simpo');
  assertMembers(posted.body, {
    slug: 'simpo',
    title: 'SimPO: Simple Preference Optimization',
    acronym: 'SimPO',
    abstract: 'A reward\n\nwithout a reference.',
    venue: 'NeurIPS 2024',
    publishedOn: '2024-05-23',
    primaryClass: 'cs.LG',
    status: 'active',
    identifiers: { ...noIdentifiers, arxiv },
    authors: [
      { name: 'Yu Meng', orcid: '0000-0002-1825-0097' },
      { name: '김하나', orcid: null },
    ],
    versions: [
      { number: 1, releasedOn: null },
      { number: 2, releasedOn: '2024-07-08' },
    ],
    links: [{ kind: 'arxiv', label: 'arXiv', url: `https://arxiv.org/abs/${arxiv}` }],
    latestVersion: { number: 2, releasedOn: '2024-07-08' },
    reviewCount: 0,
    revision: 1,
  });
  assert.equal(posted.body.createdAt, posted.body.updatedAt);
  const seen = await read('simpo');
  assert.deepEqual(seen.body, posted.body);
  assert.equal(seen.headers.etag, posted.headers.etag);
  assert.equal((await change('DELETE', posted.body.id)).status, 204);
  for (const reference of [posted.body.id, 'simpo', `arxiv:${arxiv}`])
    assert.equal((await read(reference)).status, 404);
  assert.equal((await post({ title: 'Again', identifiers: { arxiv } })).status, 201);
});

test('a bare title makes a paper whose lists are empty and whose other members are null', async () => {
  const { body } = await post({ title: '제목뿐인 논문' });
  assertMembers(body, {
    ...{ slug: '제목뿐인-논문', title: '제목뿐인 논문', status: 'active', reviewCount: 0, revision: 1 },
    ...{
      acronym: null,
      abstract: null,
      venue: null,
      publishedOn: null,
      primaryClass: null,
      latestVersion: null,
    },
    ...{ authors: [], versions: [], links: [], identifiers: noIdentifiers },
  });
});

test('a paper is found by id, slug and every usual spelling of its identifiers, percent-encoded in the path', async () => {
  const [arxiv, doi, forum] = [newArxivId(), `10.1145/${newArxivId()}.ab`, 'lgsyLSsDRe'];
  const identifiers = { arxiv, doi, openreview: forum };
  const paper = await postThing(app, 'papers', { title: '주소가 많은 논문', identifiers });
  const spellings = [
    ...[paper.id, paper.id.toUpperCase(), '주소가-많은-논문', '주소가-많은-논문'.normalize('NFD')],
    ...[arxiv, `${arxiv}v3`, `arxiv:${arxiv}`, `arXiv:${arxiv}v12`, `ARXIV:${arxiv}`],
    ...[
      `https://arxiv.org/abs/${arxiv}`,
      `http://www.arxiv.org/pdf/${arxiv}v1.pdf`,
      `arxiv.org/abs/${arxiv}`,
    ],
    ...[`https://huggingface.co/papers/${arxiv}`, `huggingface.co/papers/${arxiv}`],
    ...[`10.48550/arXiv.${arxiv}`, `doi:10.48550/ARXIV.${arxiv}`, `https://doi.org/10.48550/arXiv.${arxiv}`],
    ...[doi, doi.toUpperCase(), `doi:${doi}`, `DOI:${doi.toUpperCase()}`, `https://doi.org/${doi}`],
    ...[`http://dx.doi.org/${encodeURIComponent(doi)}`],
    ...[`openreview:${forum}`, `https://openreview.net/forum?id=${forum}`, `openreview.net/pdf?id=${forum}`],
  ];
  for (const spelling of spellings) {
    const answer = await read(spelling);
    assert.equal(answer.status, 200, `${spelling}: ${answer.text}`);
    assert.equal(answer.body.id, paper.id, spelling);
  }
  const noted = await change('PATCH', `https://arxiv.org/abs/${arxiv}v2`, { venue: 'noted' });
  assert.deepEqual([noted.status, noted.body.venue, noted.body.id], [200, 'noted', paper.id]);
  assert.equal((await change('PUT', `doi:${doi}`, { title: 'T', identifiers })).status, 200);
  assert.equal((await change('DELETE', `openreview:${forum}`)).status, 204);
});

test('a reference to no paper is a 404, a malformed identifier a 400 that gives the rule', async () => {
  const absent = ['018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10', 'nowhere', 'arxiv:2312.99999', 'doi:10.9999/none'];
  for (const reference of [...absent, 'openreview:AAAAAAAAAA', 'Not A Slug', 'café']) {
    assert.equal((await read(reference)).status, 404, reference);
  }
  const malformed: [string, RegExp][] = [
    ['1412.07878', /4 digits after the point up to 1412/],
    ['arxiv:1412.07878', /4 digits after the point up to 1412/],
    ['https://arxiv.org/abs/1412.07878', /4 digits after the point up to 1412/],
    ['2405.17428v0', /counted from v1/],
    ['arxiv:2413.00001', /month/],
    ['10.48550/arXiv.1412.07878', /4 digits after the point up to 1412/],
    ['doi:11.1000/1', /DOI/],
    ['openreview:x', /OpenReview/],
    ['https://example.org/paper', /names no paper/],
  ];
  for (const [reference, rule] of malformed) {
    for (const answer of [await read(reference), await change('PATCH', reference, { venue: 'x' })]) {
      assert.equal(answer.status, 400, `${reference}: ${answer.text}`);
      assert.equal(answer.body.errors[0].parameter, 'paper');
      assert.match(answer.body.errors[0].detail, rule);
      assert.match(answer.body.detail, rule);
    }
  }
  assert.equal((await app.send('GET', '/v1/reviews?paper=1412.07878')).body.errors[0].parameter, 'paper');
});

test('a malformed identifier in a body is a 422 with its pointer and the rule, all of them at once', async () => {
  const paper = {
    title: 'T',
    identifiers: { arxiv: '1412.07878', doi: 'nonsense', openreview: '!' },
    authors: [{ name: 'A' }, { name: 'B', orcid: '0000-0002-1825-0098' }],
  };
  const posted = await post(paper);
  assert.equal(posted.status, 422);
  assert.deepEqual(pointers(posted), [
    '/authors/1/orcid',
    '/identifiers/arxiv',
    '/identifiers/doi',
    '/identifiers/openreview',
  ]);
  assert.match(posted.text, /4 digits after the point up to 1412 \(December 2014\) and 5 from 1501/);
  assert.match(posted.text, /last character of this ORCID iD should be 7/);
  const withReview = await app.send('POST', '/v1/reviews', { key: app.admin, body: newReview({ paper }) });
  assert.equal(withReview.status, 422);
  assert.deepEqual(
    pointers(withReview),
    pointers(posted).map((pointer) => `/paper${pointer}`),
  );
  for (const [reference, rule] of [
    ['1412.07878', /4 digits/],
    ['2405.17428v0', /counted from v1/],
  ] as const) {
    const asReference = await app.send('POST', '/v1/reviews', {
      key: app.admin,
      body: newReview({ paper: reference }),
    });
    assert.deepEqual([asReference.status, pointers(asReference)], [422, ['/paper']], asReference.text);
    assert.match(asReference.body.errors[0].detail, rule);
    const asIdentifier = await post({ title: 'T', identifiers: { arxiv: reference } });
    assert.deepEqual([asIdentifier.status, pointers(asIdentifier)], [422, ['/identifiers/arxiv']]);
    assert.match(asIdentifier.body.errors[0].detail, rule);
  }
});

test('four spellings are one paper', async () => {
  const arxiv = newArxivId();
  const spellings = [
    `https://arxiv.org/pdf/${arxiv}v1.pdf`,
    `arXiv:${arxiv}`,
    `10.48550/arXiv.${arxiv}`,
    `huggingface.co/papers/${arxiv}`,
  ];
  const reviews = await Promise.all(
    spellings.map((spelling, index) =>
      postReview(app, {
        paper: { title: 'One paper', identifiers: { [index === 2 ? 'doi' : 'arxiv']: spelling } },
      }),
    ),
  );
  assert.equal(new Set(reviews.map(({ paper }) => paper.id)).size, 1);
  const again = await Promise.all(spellings.map((paper) => postReview(app, { paper })));
  assert.deepEqual(
    again.map(({ paper }) => paper.id),
    spellings.map(() => reviews[0].paper.id),
  );
});

test('a DOI that arXiv made becomes the arXiv identifier, and contradicts another one', async () => {
  const arxiv = newArxivId();
  const paper = await postThing(app, 'papers', {
    title: 'T',
    identifiers: { doi: `https://doi.org/10.48550/arXiv.${arxiv}` },
  });
  assert.deepEqual(paper.identifiers, { ...noIdentifiers, arxiv });
  const both = await post({
    title: 'T',
    identifiers: { arxiv: newArxivId(), doi: `10.48550/arXiv.${newArxivId()}` },
  });
  assert.deepEqual([both.status, pointers(both)], [422, ['/identifiers/doi']]);
});

test('an identifier belongs to one paper: another that wants it gets a 409 that names the owner and nothing changes', async () => {
  const arxiv = newArxivId();
  await postThing(app, 'papers', { title: 'Owner', slug: 'the-owner', identifiers: { arxiv } });
  const other = await postThing(app, 'papers', { title: 'Other', venue: 'here' });
  const identifiers = { arxiv: `https://arxiv.org/abs/${arxiv}v2` };
  for (const answer of [
    await post({ title: 'Another', identifiers }),
    await change('PATCH', other.id, { venue: 'there', identifiers }),
    await change('PUT', other.id, { title: 'Other', identifiers }),
  ]) {
    assert.deepEqual([answer.status, answer.body.type], [409, '/problems/identifier-conflict']);
    assert.match(answer.body.detail, /"the-owner"/);
    assert.deepEqual(pointers(answer), ['/identifiers/arxiv']);
  }
  assert.deepEqual((await read(other.id)).body, other);
});

test('a review whose paper contradicts the one that has its identifier is a 409, and adds nothing to it', async () => {
  const [arxiv, doi] = [newArxivId(), `10.1000/${newArxivId()}`];
  const paper = await postThing(app, 'papers', { title: 'Known', identifiers: { arxiv, doi } });
  const answer = await app.send('POST', '/v1/reviews', {
    key: app.admin,
    body: newReview({
      paper: { title: 'Known', identifiers: { doi, arxiv: newArxivId() }, versions: [{ number: 9 }] },
    }),
  });
  assert.deepEqual([answer.status, answer.body.type], [409, '/problems/identifier-conflict']);
  assert.deepEqual(pointers(answer), ['/paper/identifiers/arxiv']);
  assert.match(answer.body.detail, new RegExp(`"${paper.slug}".*${arxiv}`));
  assert.deepEqual((await read(paper.id)).body, paper);
});

test('a merge patch merges nested identifiers, empties by null and replaces lists as a whole', async () => {
  const [arxiv, doi] = [newArxivId(), `10.1000/${newArxivId()}`];
  const paper = await postThing(app, 'papers', {
    title: 'Patched',
    venue: 'ICLR',
    identifiers: { arxiv },
    authors: [{ name: 'One' }, { name: 'Two' }],
    links: [
      { kind: 'code', label: 'Code' },
      { kind: 'demo', label: 'Demo' },
    ],
    versions: [{ number: 1, releasedOn: '2024-01-01' }, { number: 2 }],
  });
  const merged = await change('PATCH', paper.id, {
    identifiers: { doi },
    venue: null,
    authors: [{ name: 'Three' }],
    links: [{ kind: 'demo', label: 'Demo', url: 'https://example.org/' }],
    versions: [
      { number: 3, releasedOn: '2024-03-01' },
      { number: 1, releasedOn: '2024-01-02' },
    ],
  });
  assert.equal(merged.status, 200, merged.text);
  assert.deepEqual(merged.body, {
    ...paper,
    identifiers: { ...noIdentifiers, arxiv, doi },
    venue: null,
    authors: [{ name: 'Three', orcid: null }],
    links: [{ kind: 'demo', label: 'Demo', url: 'https://example.org/' }],
    versions: [
      { number: 1, releasedOn: '2024-01-02' },
      { number: 3, releasedOn: '2024-03-01' },
    ],
    latestVersion: { number: 3, releasedOn: '2024-03-01' },
    revision: 2,
    updatedAt: merged.body.updatedAt,
  });
  const emptied = await change('PATCH', paper.id, { identifiers: { arxiv: null }, authors: [], links: [] });
  assert.deepEqual(emptied.body.identifiers, { ...noIdentifiers, doi });
  assert.deepEqual([emptied.body.authors, emptied.body.links], [[], []]);
  assert.equal((await read(`arxiv:${arxiv}`)).status, 404);
  const refused = await change('PATCH', paper.id, {
    title: null,
    slug: null,
    authors: null,
    identifiers: null,
  });
  assert.equal(refused.status, 422);
  assert.deepEqual(pointers(refused), ['/authors', '/identifiers', '/slug', '/title']);
});

test('PUT empties everything that is not sent and leaves the slug', async () => {
  const paper = await postThing(app, 'papers', {
    title: 'Whole',
    acronym: 'W',
    abstract: 'x',
    venue: 'x',
    publishedOn: '2024-01-01',
    identifiers: { arxiv: newArxivId() },
    authors: [{ name: 'One' }],
    versions: [{ number: 1 }],
    links: [{ kind: 'code', label: 'Code' }],
  });
  const { status, body } = await change('PUT', paper.slug, { title: 'Bare' });
  assert.equal(status, 200);
  assert.deepEqual(body, {
    ...{ ...paper, title: 'Bare', revision: 2, updatedAt: body.updatedAt },
    ...{
      acronym: null,
      abstract: null,
      venue: null,
      publishedOn: null,
      primaryClass: null,
      latestVersion: null,
    },
    ...{ authors: [], versions: [], links: [], identifiers: noIdentifiers },
  });
});

test('a change needs If-Match with the present ETag', async () => {
  const paper = await postThing(app, 'papers', { title: 'Guarded' });
  const path = `/v1/papers/${paper.id}`;
  const etag = (await read(paper.id)).headers.etag ?? '';
  for (const method of ['PUT', 'PATCH', 'DELETE']) {
    const body = method === 'DELETE' ? {} : { body: { title: 'Changed' } };
    assert.equal((await app.send(method, path, { key: app.admin, ...body })).status, 428, method);
  }
  const headers = { 'if-match': etag };
  const first = await app.send('PATCH', path, { key: app.admin, headers, body: { title: 'Changed' } });
  assert.equal(first.status, 200);
  for (const method of ['PUT', 'PATCH', 'DELETE']) {
    const body = method === 'DELETE' ? {} : { body: { title: 'Lost' } };
    assert.equal((await app.send(method, path, { key: app.admin, headers, ...body })).status, 412, method);
  }
  assert.deepEqual((await read(paper.id)).body, first.body);
});

test('of parallel changes on one ETag one is made and the others are a 412', async () => {
  const paper = await postThing(app, 'papers', { title: 'Contended' });
  const headers = { 'if-match': (await read(paper.id)).headers.etag ?? '' };
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, index) =>
      app.send('PATCH', `/v1/papers/${paper.id}`, { key: app.admin, headers, body: { venue: `V ${index}` } }),
    ),
  );
  const made = answers.filter(({ status }) => status === 200);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 412, 412, 412, 412, 412]);
  assert.deepEqual((await read(paper.id)).body, made[0]?.body);
});

test('a write that changes nothing, in whatever spelling, keeps the revision and the ETag', async () => {
  const arxiv = newArxivId();
  const paper = await postThing(app, 'papers', {
    title: 'Still',
    identifiers: { arxiv },
    versions: [{ number: 1 }, { number: 2 }],
    authors: [{ name: 'One', orcid: '0000-0002-1694-233X' }],
    links: [{ kind: 'code', label: 'Code' }],
  });
  const before = await read(paper.id);
  const same = {
    title: ' Still ',
    identifiers: { doi: `10.48550/ARXIV.${arxiv}`, arxiv: `https://arxiv.org/abs/${arxiv}v2` },
    versions: [{ number: 2 }, { number: 1, releasedOn: null }],
    authors: [{ name: 'One', orcid: 'https://orcid.org/0000-0002-1694-233x' }],
    links: [{ kind: 'code', label: 'Code', url: null }],
  };
  for (const answer of [
    await change('PUT', paper.id, same),
    await change('PATCH', paper.id, same),
    await change('PATCH', paper.id, {}),
    await change('PATCH', paper.id, { slug: paper.slug }),
  ]) {
    assert.equal(answer.status, 200, answer.text);
    assert.deepEqual(answer.body, paper);
    assert.equal(answer.headers.etag, before.headers.etag);
  }
});

test('reviewCount counts the published reviews only', async () => {
  const paper = await postThing(app, 'papers', { title: 'Counted' });
  const counted = async () => (await read(paper.id, app.admin)).body.reviewCount;
  await postReview(app, { paper: paper.id });
  assert.equal(await counted(), 0);
  const review = await postReview(app, { paper: paper.id, status: 'published' });
  await postReview(app, { paper: paper.id, status: 'published' });
  assert.equal(await counted(), 2);
  await app.send('PATCH', `/v1/reviews/${review.id}`, {
    key: app.admin,
    headers: { 'if-match': '*' },
    body: { status: 'archived' },
  });
  assert.equal(await counted(), 1);
});

test('a paper with reviews, drafts too, cannot be deleted: a 409 says how many', async () => {
  const paper = await postThing(app, 'papers', { title: 'Held' });
  const reviews = [
    await postReview(app, { paper: paper.id }),
    await postReview(app, { paper: paper.id, status: 'published' }),
  ];
  const refused = await change('DELETE', paper.id);
  assert.deepEqual([refused.status, refused.body.type], [409, '/problems/in-use']);
  assert.match(refused.body.detail, /\b2 reviews/);
  for (const { id } of reviews) {
    await app.send('DELETE', `/v1/reviews/${id}?permanent=true`, {
      key: app.admin,
      headers: { 'if-match': '*' },
    });
  }
  assert.equal((await change('DELETE', paper.id)).status, 204);
});

test('a version that a review read cannot go; its date can change and the others can go', async () => {
  const versions = [{ number: 1, releasedOn: '2024-01-01' }, { number: 2 }, { number: 3 }];
  const paper = await postThing(app, 'papers', { title: 'Versioned', versions });
  const review = await postReview(app, { paper: paper.id, reviewedVersion: 2, status: 'published' });
  assert.equal(review.outdated, true);
  for (const answer of [
    await change('PATCH', paper.id, { venue: 'x', versions: [{ number: 1 }, { number: 3 }] }),
    await change('PATCH', paper.id, { versions: [] }),
    await change('PUT', paper.id, { title: 'Versioned' }),
  ]) {
    assert.deepEqual([answer.status, answer.body.type], [409, '/problems/in-use'], answer.text);
    assert.match(answer.body.detail, /Version 2 .* 1 /);
    assert.deepEqual(pointers(answer), ['/versions']);
  }
  const { venue, revision } = paper;
  assertMembers((await read(paper.id)).body, { versions: paper.versions, venue, revision, reviewCount: 1 });
  const kept = await change('PATCH', paper.id, { versions: [{ number: 2, releasedOn: '2024-02-02' }] });
  assert.equal(kept.status, 200, kept.text);
  const seen = await app.send('GET', `/v1/reviews/${review.id}`);
  assert.deepEqual(seen.body.reviewedVersion, { number: 2, releasedOn: '2024-02-02' });
  assert.equal(seen.body.outdated, false);
});

test('a version that is sent twice is a 422 at the second one', async () => {
  const answer = await post({ title: 'T', versions: [{ number: 1 }, { number: 2 }, { number: 1 }] });
  assert.deepEqual([answer.status, pointers(answer)], [422, ['/versions/2/number']]);
});

test('an old slug answers 308 to the present one, for those who may see the paper', async () => {
  const open = await postThing(app, 'papers', { title: 'Open', slug: 'open-once' });
  const hidden = (await postReview(app, { paper: { title: 'Hidden', slug: 'hidden-once' } })).paper;
  await change('PATCH', open.id, { slug: 'open-now' });
  await change('PATCH', hidden.id, { slug: 'hidden-now' });
  const moved = await read('open-once');
  assert.deepEqual(
    [moved.status, moved.headers.location, moved.headers['cache-control']],
    [308, '/v1/papers/open-now', 'public, max-age=60'],
  );
  assert.equal((await read('hidden-once')).status, 404);
  assert.equal((await read('hidden-once', app.admin)).headers.location, '/v1/papers/hidden-now');
  await postThing(app, 'papers', { title: 'Taker', slug: 'open-once' });
  assert.equal((await read('open-once')).body.title, 'Taker');
});

test('a slug of another paper is a 409, one that is no slug a 422', async () => {
  await postThing(app, 'papers', { title: 'T', slug: 'a-taken-slug' });
  const other = await postThing(app, 'papers', { title: 'Other' });
  for (const answer of [
    await post({ title: 'T', slug: 'a-taken-slug' }),
    await change('PATCH', other.id, { slug: 'a-taken-slug' }),
    await change('PUT', other.id, { title: 'Other', slug: 'a-taken-slug' }),
  ]) {
    assert.deepEqual([answer.status, answer.body.type], [409, '/problems/slug-taken'], answer.text);
  }
  for (const slug of ['Upper', 'a--b', '-a', 'a b', 'a:b', '018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10', '']) {
    const answer = await post({ title: 'T', slug });
    assert.deepEqual([answer.status, pointers(answer)], [422, ['/slug']], slug);
  }
});

test('of parallel posts of one new identifier one makes the paper and the others learn of it', async () => {
  const arxiv = newArxivId();
  const spellings = [arxiv, `arXiv:${arxiv}v1`, `https://arxiv.org/abs/${arxiv}`];
  const posts = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      post({ title: `Race ${index}`, identifiers: { arxiv: spellings[index % 3] } }),
    ),
  );
  const statuses = posts.map(({ status }) => status).sort();
  assert.deepEqual(statuses, [201, ...Array.from({ length: 11 }, () => 409)]);
  const winner = posts.find(({ status }) => status === 201)?.body;
  for (const { status, body } of posts)
    if (status === 409) assert.match(body.detail, new RegExp(winner.slug));
  assert.equal((await read(arxiv)).body.id, winner.id);
});

test('parallel reviews of one new paper, each with more of its identifiers, make one paper that has them all', async () => {
  const [arxiv, doi, openreview] = [newArxivId(), `10.1000/${newArxivId()}`, 'rAceFoRum1'];
  const parts = [{ arxiv }, { arxiv, doi }, { openreview, arxiv }, { doi, arxiv, openreview }];
  const reviews = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      postReview(app, { paper: { title: `Race of reviews ${index}`, identifiers: parts[index % 4] } }),
    ),
  );
  const [paperId, ...others] = new Set(reviews.map(({ paper }) => paper.id));
  assert.deepEqual(others, []);
  assert.deepEqual((await read(arxiv, app.admin)).body.identifiers, {
    ...noIdentifiers,
    ...{ arxiv, doi, openreview },
  });
  assert.equal((await read(doi, app.admin)).body.id, paperId);
});

test('papers:write is what changes a paper: without a key 401, without the scope 403, and reviews:write is not enough', async () => {
  const paper = await postThing(app, 'papers', { title: 'Guarded by scope' });
  const { key } = await app.makeKey(['reviews:write', 'reviews:publish', 'taxonomy:write', 'drafts:read']);
  const headers = { 'if-match': '*' };
  for (const [method, path, body] of [
    ['POST', '/v1/papers', { title: 'T' }],
    ['PUT', `/v1/papers/${paper.id}`, { title: 'T' }],
    ['PATCH', `/v1/papers/${paper.id}`, { title: 'T' }],
    ['DELETE', `/v1/papers/${paper.id}`, undefined],
  ] as const) {
    const asked = { headers, ...(body ? { body } : {}) };
    const anonymous = await app.send(method, path, asked);
    assert.deepEqual([anonymous.status, anonymous.headers['www-authenticate']], [401, 'Bearer'], method);
    const refused = await app.send(method, path, { key, ...asked });
    assert.equal(refused.status, 403, method);
    assert.match(refused.body.detail, /papers:write/);
  }
  assert.deepEqual((await read(paper.id)).body, paper);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../support/app.ts';
import { newArxivId, newReview, postReview, postThing } from '../support/things.ts';

const app = await startTestApp();

test('one call posts a review with its paper and tags, and the answer is what a read gives', async () => {
  const arxiv = newArxivId();
  const posted = await app.send('POST', '/v1/reviews', {
    key: app.admin,
    body: newReview({
      paper: {
        title: 'MoRA: High-Rank Updating',
        acronym: 'MoRA',
        identifiers: { arxiv: `https://arxiv.org/pdf/${arxiv}v1.pdf` },
        versions: [{ number: 1, releasedOn: '2024-05-20' }],
        links: [{ kind: 'code', label: 'Github' }],
      },
      tags: ['LoRA', 'ｌｏｒａ', '한글'],
      reviewedVersion: 1,
      status: 'published',
    }),
  });
  assert.equal(posted.status, 201, posted.text);
  assert.equal(posted.headers.location, '/v1/reviews/mora');
  assert.match(posted.headers.etag ?? '', /^"1-/);
  assert.equal(posted.body.paper.arxiv, arxiv);
  assert.deepEqual(
    posted.body.tags.map(({ name }: { name: string }) => name),
    ['LoRA', '한글'],
  );
  assert.deepEqual(posted.body.reviewedVersion, { number: 1, releasedOn: '2024-05-20' });
  const read = await app.send('GET', '/v1/reviews/mora');
  assert.deepEqual(read.body, posted.body);
  assert.equal(read.headers.etag, posted.headers.etag);
});

test('a post connects to the paper that has one of its identifiers and gives it what it lacks', async () => {
  const arxiv = newArxivId();
  const paper = await postThing(app, 'papers', {
    title: 'As first printed',
    identifiers: { arxiv },
    versions: [{ number: 1, releasedOn: '2024-01-01' }],
    links: [{ kind: 'code', label: 'Github' }],
  });
  const review = await postReview(app, {
    paper: {
      title: 'Another spelling',
      identifiers: { arxiv, doi: `10.1000/${arxiv}` },
      versions: [{ number: 1, releasedOn: '2020-01-01' }, { number: 2 }],
      links: [
        { kind: 'code', label: 'Github', url: 'https://example.org/code' },
        { kind: 'demo', label: 'Demo' },
      ],
    },
  });
  assert.equal(review.paper.id, paper.id);
  const { body } = await app.send('GET', `/v1/papers/arxiv:${arxiv}`);
  assert.equal(body.title, 'As first printed');
  assert.equal(body.identifiers.doi, `10.1000/${arxiv}`);
  assert.deepEqual(body.versions, [
    { number: 1, releasedOn: '2024-01-01' },
    { number: 2, releasedOn: null },
  ]);
  assert.deepEqual(body.links, [
    { kind: 'code', label: 'Github', url: 'https://example.org/code' },
    { kind: 'demo', label: 'Demo', url: null },
  ]);
  assert.equal(body.revision, paper.revision + 1);
});

test('identifiers of two papers are a 409 that names both', async () => {
  const [arxiv, doi] = [newArxivId(), `10.1000/${newArxivId()}`];
  await postThing(app, 'papers', { title: 'One', slug: 'paper-one', identifiers: { arxiv } });
  await postThing(app, 'papers', { title: 'Two', slug: 'paper-two', identifiers: { doi } });
  const answer = await app.send('POST', '/v1/reviews', {
    key: app.admin,
    body: newReview({ paper: { title: 'Both', identifiers: { arxiv, doi } } }),
  });
  assert.equal(answer.status, 409);
  assert.match(answer.body.detail, /paper-one.*paper-two/);
});

test('fifty parallel posts of one title are fifty 201s with slugs of their own', async () => {
  const posts = await Promise.all(
    Array.from({ length: 50 }, () =>
      app.send('POST', '/v1/reviews', {
        key: app.admin,
        body: newReview({
          paper: { title: '같은 제목', identifiers: { arxiv: '2402.00001' } },
          title: '같은 제목',
        }),
      }),
    ),
  );
  assert.deepEqual(new Set(posts.map(({ status }) => status)), new Set([201]));
  const slugs = posts.map(({ body }) => body.slug).sort();
  assert.equal(new Set(slugs).size, 50);
  assert.ok(slugs.includes('같은-제목') && slugs.includes('같은-제목-2') && slugs.includes('같은-제목-50'));
  assert.equal(new Set(posts.map(({ body }) => body.paper.id)).size, 1);
});

test('a draft, and the paper and tags that only it has, are invisible without a key', async () => {
  const draft = await postReview(app, { tags: ['only in a draft'] });
  assert.equal(draft.status, 'draft');
  for (const path of [`reviews/${draft.slug}`, `papers/${draft.paper.slug}`, `tags/${draft.tags[0].slug}`]) {
    assert.equal((await app.send('GET', `/v1/${path}`)).status, 404, path);
    assert.equal((await app.send('GET', `/v1/${path}`, { key: app.admin })).status, 200, path);
  }
  const published = await app.send('PATCH', `/v1/reviews/${draft.slug}`, {
    key: app.admin,
    headers: { 'if-match': '*' },
    body: { status: 'published' },
  });
  assert.equal(published.status, 200);
  for (const path of [`reviews/${draft.slug}`, `papers/${draft.paper.slug}`, `tags/${draft.tags[0].slug}`]) {
    assert.equal((await app.send('GET', `/v1/${path}`)).status, 200, path);
  }
});

test('a change needs If-Match, and a stale one loses nothing', async () => {
  const review = await postReview(app);
  const path = `/v1/reviews/${review.id}`;
  const without = await app.send('PATCH', path, { key: app.admin, body: { summary: 'one' } });
  assert.equal(without.status, 428);
  const { headers } = await app.send('GET', path, { key: app.admin });
  const etag = headers.etag ?? '';
  const first = await app.send('PATCH', path, {
    key: app.admin,
    body: { summary: 'one' },
    headers: { 'if-match': etag },
  });
  assert.equal(first.status, 200);
  assert.equal(first.body.revision, 2);
  const second = await app.send('PATCH', path, {
    key: app.admin,
    body: { summary: 'two' },
    headers: { 'if-match': etag },
  });
  assert.equal(second.status, 412);
  const weak = await app.send('PATCH', path, {
    key: app.admin,
    body: { summary: 'two' },
    headers: { 'if-match': `W/${first.headers.etag}` },
  });
  assert.equal(weak.status, 412);
  assert.equal((await app.send('GET', path, { key: app.admin })).body.summary, 'one');
});

test('a write that changes nothing keeps the revision', async () => {
  const review = await postReview(app, { tags: ['b', 'a'], summary: 'x', status: 'published' });
  const { slug, title, summary, body, language } = review;
  const put = await app.send('PUT', `/v1/reviews/${slug}`, {
    key: app.admin,
    headers: { 'if-match': '*' },
    body: { paper: review.paper.slug, title, summary, body, language, tags: ['b', 'a'] },
  });
  assert.equal(put.status, 200);
  assert.deepEqual(put.body, review);
});

test('PUT empties what is not sent, and leaves slug, status and publishedAt', async () => {
  const review = await postReview(app, {
    summary: 'x',
    tags: ['gone'],
    source: 'put-test',
    status: 'published',
  });
  const put = await app.send('PUT', `/v1/reviews/${review.slug}`, {
    key: app.admin,
    headers: { 'if-match': '*' },
    body: { paper: review.paper.id, body: 'New text.', language: 'en' },
  });
  assert.equal(put.status, 200);
  const { summary, tags, source, slug, status, publishedAt, title } = put.body;
  assert.deepEqual(
    { summary, tags, source, slug, status, publishedAt, title },
    {
      ...{ summary: null, tags: [], source: null, title: review.paper.title },
      ...{ slug: review.slug, status: 'published', publishedAt: review.publishedAt },
    },
  );
});

test('null in a merge patch empties what may be empty and is a 422 elsewhere', async () => {
  const review = await postReview(app, { summary: 'x' });
  const path = `/v1/reviews/${review.id}`;
  const emptied = await app.send('PATCH', path, {
    key: app.admin,
    headers: { 'if-match': '*' },
    body: { summary: null },
  });
  assert.equal(emptied.body.summary, null);
  const refused = await app.send('PATCH', path, {
    key: app.admin,
    headers: { 'if-match': '*' },
    body: { title: null, body: null, tags: null },
  });
  assert.equal(refused.status, 422);
  assert.deepEqual(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort(), [
    '/body',
    '/tags',
    '/title',
  ]);
});

test('publishing, and changing or deleting what is published, needs reviews:publish', async () => {
  const { key } = await app.makeKey(['reviews:write', 'drafts:read']);
  const body = newReview({ status: 'published' });
  assert.equal((await app.send('POST', '/v1/reviews', { key, body })).status, 403);
  const draft = await app.send('POST', '/v1/reviews', { key, body: newReview() });
  assert.equal(draft.status, 201);
  const headers = { 'if-match': '*' };
  const path = `/v1/reviews/${draft.body.id}`;
  assert.equal((await app.send('PATCH', path, { key, headers, body: { summary: 'fine' } })).status, 200);
  assert.equal((await app.send('PATCH', path, { key, headers, body: { status: 'published' } })).status, 403);
  const published = await postReview(app, { status: 'published' });
  assert.equal(
    (await app.send('PATCH', `/v1/reviews/${published.id}`, { key, headers, body: { summary: 'no' } }))
      .status,
    403,
  );
  assert.equal((await app.send('DELETE', `/v1/reviews/${published.id}`, { key, headers })).status, 403);
  assert.deepEqual((await app.send('GET', `/v1/reviews/${published.slug}`)).body, published);
});

test('published with a time in the future, a version the paper has not, an unknown category: 422 with its pointer', async () => {
  const cases: [Record<string, unknown>, string][] = [
    [{ status: 'published', publishedAt: '2999-01-01T00:00:00Z' }, '/publishedAt'],
    [{ reviewedVersion: 7 }, '/reviewedVersion'],
    [{ category: 'nowhere' }, '/category'],
    [{ paper: 'no-such-paper' }, '/paper'],
    [{ status: 'published', body: ' \n' }, '/body'],
  ];
  for (const [more, pointer] of cases) {
    const answer = await app.send('POST', '/v1/reviews', { key: app.admin, body: newReview(more) });
    assert.equal(answer.status, 422, answer.text);
    assert.equal(answer.body.errors[0].pointer, pointer);
  }
});

test('an old slug answers 308 to the present one until another review takes it', async () => {
  const review = await postReview(app, { slug: 'first-name', status: 'published' });
  const headers = { 'if-match': '*' };
  for (const slug of ['second-name', 'third-name']) {
    await app.send('PATCH', `/v1/reviews/${review.id}`, { key: app.admin, headers, body: { slug } });
  }
  for (const slug of ['first-name', 'second-name']) {
    const moved = await app.send('GET', `/v1/reviews/${slug}`);
    assert.equal(moved.status, 308);
    assert.equal(moved.headers.location, '/v1/reviews/third-name');
    assert.equal(moved.headers['cache-control'], 'public, max-age=60');
  }
  const taker = await postReview(app, { slug: 'first-name', status: 'published' });
  assert.equal((await app.send('GET', '/v1/reviews/first-name')).body.id, taker.id);
  await app.send('PATCH', `/v1/reviews/${review.id}`, {
    key: app.admin,
    headers,
    body: { status: 'archived' },
  });
  assert.equal((await app.send('GET', '/v1/reviews/second-name')).status, 404);
});

test('a slug or source that is taken is a 409', async () => {
  await postReview(app, { slug: 'taken', source: 'https://example.org/1' });
  const slug = await app.send('POST', '/v1/reviews', { key: app.admin, body: newReview({ slug: 'taken' }) });
  assert.deepEqual([slug.status, slug.body.type], [409, '/problems/slug-taken']);
  const source = await app.send('POST', '/v1/reviews', {
    key: app.admin,
    body: newReview({ source: 'https://example.org/1' }),
  });
  assert.deepEqual([source.status, source.body.errors[0].pointer], [409, '/source']);
});

test('a list, with its total, or a single read is one statement, a key and an old slug one more each', async () => {
  const review = await postReview(app, { slug: 'counted', status: 'published' });
  await app.send('PATCH', `/v1/reviews/${review.id}`, {
    key: app.admin,
    headers: { 'if-match': '*' },
    body: { slug: 'counted-again' },
  });
  const cost = async (path: string, key?: string) =>
    (await app.countStatements(() => app.send('GET', path, key === undefined ? {} : { key }))).length;
  assert.equal(await cost('/v1/reviews?tag=x&category=y&paper=arxiv:2401.00001&language=ko'), 1);
  assert.equal(await cost('/v1/reviews?total=true'), 1);
  assert.equal(await cost('/v1/reviews/counted-again'), 1);
  assert.equal(await cost('/v1/reviews/counted-again', app.admin), 2);
  assert.equal(await cost('/v1/reviews/counted'), 2);
  for (const kind of ['papers', 'tags', 'categories']) assert.equal(await cost(`/v1/${kind}`), 1, kind);
  assert.equal(await cost('/v1/reviews?limit=0'), 0);
  assert.equal(await cost('/v1/reviews', 'pst_mistyped'), 0);
});

test('posts send the same statements whatever they hold, so that their plans are kept', async () => {
  const identifiers = { arxiv: newArxivId(), doi: '10.1234/many-statements' };
  const words = ['counted', 'one', 'two', 'three'];
  const { body: category } = await app.send('POST', '/v1/categories', {
    key: app.admin,
    body: { name: 'Statements' },
  });
  const about = { title: 'Statements', category: category.slug, status: 'published' };
  await postReview(app, { ...about, paper: { title: 'Statements', identifiers }, tags: words });
  const statementsOf = (slug: string, tags: string[], sent: object) =>
    app.countStatements(() =>
      postReview(app, { ...about, slug, tags, paper: { title: 'Statements', identifiers: sent } }),
    );
  const few = await statementsOf('few-tags', words.slice(0, 1), { arxiv: identifiers.arxiv });
  const many = await statementsOf('many-tags', words, identifiers);
  assert.deepEqual(new Set(many), new Set(few));
  assert.ok(few.length <= 20, `${few.length} statements`);
});

test('If-None-Match answers 304 with the same ETag and no body', async () => {
  const review = await postReview(app, { status: 'published' });
  for (const path of [`/v1/reviews/${review.slug}`, '/v1/reviews']) {
    const { headers } = await app.send('GET', path);
    assert.match(headers['cache-control'] ?? '', /^public/);
    const again = await app.send('GET', path, { headers: { 'if-none-match': headers.etag ?? '' } });
    assert.deepEqual([again.status, again.text, again.headers.etag], [304, '', headers.etag]);
    const seen = await app.send('GET', path, { key: app.admin });
    assert.equal(seen.headers['cache-control'], 'private, no-store');
  }
});

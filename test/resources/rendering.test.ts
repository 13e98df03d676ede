import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../support/app.ts';
import { postReview } from '../support/things.ts';

const app = await startTestApp();
const anyNow = { 'if-match': '*' };
const korean = `# 초록

짧은 요약이다.

## 방법

손실은 $\\mathcal{L}_\\theta$이고, $p(x|y)$를 쓴다.

![구조](https://blog.example.org/overview.png "그림 1: 구조")

## 실험 결과

| 모델 | 정확도 |
|---|---:|
| 우리 | 0.91 |

## 한계

$\\frac{1}$ 은 읽을 수 없다.
`;

test('a review is answered with its body as HTML, its sections, its cover and what could not be shown', async () => {
  const posted = await postReview(app, { slug: 'finished', body: korean, status: 'published' });
  const { body } = await app.send('GET', '/v1/reviews/finished');
  assert.deepEqual(body.sections, [
    { level: 1, heading: '초록', anchor: 'section-초록', kind: 'abstract' },
    { level: 2, heading: '방법', anchor: 'section-방법', kind: 'method' },
    { level: 2, heading: '실험 결과', anchor: 'section-실험-결과', kind: 'results' },
    { level: 2, heading: '한계', anchor: 'section-한계', kind: 'limitations' },
  ]);
  assert.match(body.html, /<h2 id="section-방법">방법<\/h2>\n<p>손실은 <math .*<\/math>이고, <math/);
  assert.match(body.html, /<figcaption>그림 1: 구조<\/figcaption>/);
  assert.equal(body.cover.url, 'https://blog.example.org/overview.png');
  assert.deepEqual(
    body.renderWarnings.map(({ line, source }: { line: number; source: string }) => [line, source]),
    [[19, '$\\frac{1}$']],
  );
  assert.equal(
    body.excerpt,
    '짧은 요약이다. 손실은 $\\mathcal{L}_\\theta$이고, $p(x|y)$를 쓴다. $\\frac{1}$ 은 읽을 수 없다.',
  );
  assert.equal(body.body, korean);
  assert.equal(posted.html, body.html);
});

test('lists have the cover, and html and sections when they are included', async () => {
  const plain = (await app.send('GET', '/v1/reviews?limit=1')).body.data[0];
  assert.deepEqual(['html' in plain, 'sections' in plain, 'cover' in plain], [false, false, true]);
  const [review] = (await app.send('GET', '/v1/reviews?limit=1&include=html,sections')).body.data;
  assert.match(review.html, /<h2/);
  assert.equal(review.sections.length, 4);
});

test('reviews are found by the kinds of their sections', async () => {
  await postReview(app, { slug: 'sectioned', body: '## Limitations\n\nNone.', status: 'published' });
  await postReview(app, { slug: 'bare', body: 'No heading.', status: 'published' });
  const find = async (query: string) =>
    (await app.send('GET', `/v1/reviews?${query}`)).body.data
      .map(({ slug }: { slug: string }) => slug)
      .sort();
  assert.deepEqual(await find('section=limitations'), ['finished', 'sectioned']);
  assert.deepEqual(await find('section=results&section=limitations'), ['finished', 'sectioned']);
  assert.deepEqual(await find('section=results'), ['finished']);
  assert.equal((await app.send('GET', '/v1/reviews?section=nothing')).status, 400);
});

test('search finds and shows the text, not the marks around it', async () => {
  const body = 'The **zirco**nium [*lamp*](https://a.example/praseodymium "x") of <b>night</b> &amp; day.';
  await postReview(app, { slug: 'lamp', body, status: 'published' });
  const find = async (q: string) => (await app.send('GET', `/v1/reviews?q=${q}&highlight=true`)).body.data;
  assert.equal((await find('praseodymium')).length, 0);
  const [found] = await find('zirconium');
  assert.equal(found.highlight.snippet, 'The <mark>zirconium</mark> lamp of night &amp; day.');
});

test('a change of the body changes what is made of it, any other change leaves it', async () => {
  const review = await postReview(app, { slug: 'changing', body: '## Method\n\nOne.' });
  const patch = async (body: object) =>
    (await app.send('PATCH', '/v1/reviews/changing', { key: app.admin, headers: anyNow, body })).body;
  assert.equal((await patch({ title: 'Another' })).html, review.html);
  const changed = await patch({ body: '## Results\n\nTwo.' });
  assert.equal(changed.html, '<h2 id="section-results">Results</h2>\n<p>Two.</p>');
  assert.deepEqual([changed.sections[0].kind, changed.excerpt], ['results', 'Two.']);
});

test('a working copy is rendered when it is published', async () => {
  await postReview(app, { slug: 'copied', body: 'Old.', status: 'published' });
  const asked = { key: app.admin, headers: anyNow };
  await app.send('PATCH', '/v1/reviews/copied/draft', { ...asked, body: { body: '## 결론\n\n새 글.' } });
  assert.equal((await app.send('GET', '/v1/reviews/copied')).body.html, '<p>Old.</p>');
  const { body } = await app.send('POST', '/v1/reviews/copied/publish', { ...asked, body: {} });
  assert.equal(body.html, '<h2 id="section-결론">결론</h2>\n<p>새 글.</p>');
  assert.equal(body.revision, 2);
});

test('a body that is sent is rendered before its transaction, whose work is done once', async () => {
  const asked = { key: app.admin, headers: anyNow, body: { body: '## Two\n\n$x$' } };
  for (const work of [
    () => postReview(app, { slug: 'once', body: '## One\n\n$x$' }),
    () => app.send('PATCH', '/v1/reviews/once', asked),
  ]) {
    const statements = await app.countStatements(work);
    assert.equal(
      statements.filter((statement) => /^(?:insert into|update) "reviews"/.test(statement)).length,
      1,
    );
  }
});

test('a hostile text is stored and answered by its source, and reads are answered meanwhile', async () => {
  const body = '[a](b*'.repeat(50_000);
  let reads = 0;
  let isPosted = false;
  const posting = postReview(app, { slug: 'hostile', body, status: 'published' }).finally(() => {
    isPosted = true;
  });
  while (!isPosted) {
    assert.equal((await app.send('GET', '/v1/reviews/finished')).status, 200);
    reads += 1;
  }
  const review = await posting;
  assert.ok(reads > 5, String(reads));
  assert.ok(review.html.startsWith('<pre><code>[a](b*'));
  assert.match(
    review.renderWarnings[0].detail,
    /^The text takes longer than 2 s to render; the source is shown$/,
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../support/app.ts';
import { postReview } from '../support/things.ts';

const app = await startTestApp();
const render = (body: unknown, key?: string) =>
  app.send('POST', '/v1/render', { body, ...(key === undefined ? {} : { key }) });

test('a preview is what a review with the body shows, for one statement that looks at the key', async () => {
  const { key } = await app.makeKey(['reviews:write']);
  const bodies = [
    '## 방법\n\n$\\frac{1}{2}$는 반이다. ![a](https://example.org/a.png)\n\nBroken: $\\frac{1}$.\n',
    '<script>alert(1)</script>[a](javascript:alert(1))',
    '',
  ];
  // When a key was last used is written once a minute.
  await render({ body: '' }, key);
  for (const body of bodies) {
    const { id, renderWarnings } = await postReview(app, { body, language: 'ko' });
    const read = await app.send('GET', `/v1/reviews/${id}?include=text`, { key: app.admin });
    const statements = await app.countStatements(async () => {
      const answer = await render({ body }, key);
      assert.equal(answer.status, 200, answer.text);
      assert.equal(answer.headers['cache-control'], 'private, no-store');
      const { html, sections, excerpt, text, readingMinutes, cover } = read.body;
      assert.deepEqual(answer.body, {
        ...{ html, sections, excerpt, text, readingMinutes, cover, renderWarnings },
      });
    });
    assert.equal(statements.length, 1);
  }
});

test('a broken formula and a text that cannot be rendered are previews with warnings, never errors', async () => {
  const broken = await render({ body: 'One\n\n$\\frac{1}$' }, app.admin);
  assert.deepEqual(
    broken.body.renderWarnings.map(({ line }: { line: number }) => line),
    [3],
  );
  const deep = await render({ body: '> '.repeat(20_000) }, app.admin);
  assert.equal(deep.status, 200);
  assert.match(deep.body.html, /^<pre><code>&gt; /);
  assert.equal(deep.body.renderWarnings.length, 1);
});

test('a preview needs a key that may write reviews, and a body that a review could have', async () => {
  assert.equal((await render({ body: 'x' })).status, 401);
  const { key } = await app.makeKey(['drafts:read', 'papers:write']);
  assert.equal((await render({ body: 'x' }, key)).status, 403);
  const wrong: [unknown, string][] = [
    [{}, ''],
    [{ body: 1 }, '/body'],
    [{ body: 'x', title: 'y' }, '/title'],
    [{ body: 'x'.repeat(1_048_577) }, '/body'],
  ];
  for (const [body, pointer] of wrong) {
    const { status, body: problem } = await render(body, app.admin);
    assert.deepEqual([status, problem.errors.length], [422, 1]);
    assert.ok(problem.errors[0].pointer.startsWith(pointer));
  }
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { rerenderReviews } from '../../src/resources/reviews/rendering/rerendering.ts';
import { startTestApp } from '../support/app.ts';
import { postReview } from '../support/things.ts';

const app = await startTestApp();
const migration = readFileSync('migrations/0017_escape_forged_html.sql', 'utf8').split(
  '--> statement-breakpoint',
);
const upgrade = async () => {
  for (const statement of migration) await app.db.$client.unsafe(statement);
};
const script = '<img src=x onerror=alert(1)>';
const forged = [
  `$x$<p title="&#xFDD0;&#xFDD0;9&#xFDD1;0&#xFDD1;${script}">&<\u0001</p>`,
  `$x$<p title="&#x000fdD0&#64977;">`,
  `$x$<p title="&#X\uFDD0FDD1; &#00064976 ">`,
];
const plain = ['$x$ and &#39; &amp; &#xFDEF;', 'FDD0 64976 $x$', `A &#xFD\nD0; $y$`];

/** As an older renderer left it. */
const spoil = (id: string) =>
  app.db
    .$client`update reviews set renderer_version = 2, html = ${script}, sections = '[{"level": 1, "heading": "x", "anchor": "section-x", "kind": "other"}]' where id = ${id}`;
const read = async (slug: string) => (await app.send('GET', `/v1/reviews/${slug}`)).body;

test('an upgrade shows the source of stored texts that could forge a formula until they are rendered again, of no other', async () => {
  for (const [at, body] of forged.entries())
    await spoil((await postReview(app, { slug: `forged-${at}`, body, status: 'published' })).id);
  const [draft] = [await postReview(app, { slug: 'forged-draft', body: forged[0] ?? '' })];
  await spoil(draft.id);
  for (const [at, body] of plain.entries())
    await spoil((await postReview(app, { slug: `plain-${at}`, body, status: 'published' })).id);
  const { version } = (await app.send('GET', '/v1/changes')).body;
  await upgrade();

  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  for (const [at, body] of forged.entries()) {
    const { html, sections, renderWarnings } = await read(`forged-${at}`);
    assert.equal(html, `<pre><code>${escaped(body)}</code></pre>`);
    assert.deepEqual(sections, []);
    assert.match(renderWarnings[0].detail, /the source is shown/);
  }
  const stored = await app.db.$client`select html from reviews where id = ${draft.id}`;
  assert.ok(!stored[0]?.html.includes('<img'));
  for (const at of plain.keys()) assert.equal((await read(`plain-${at}`)).html, script);
  const changed = (await app.send('GET', `/v1/changes?since=${version}`)).body.data;
  assert.equal(changed.length, forged.length, 'mirrors learn of what the public can see');

  for await (const _ of rerenderReviews(app.db));
  for (const at of forged.keys()) assert.match((await read(`forged-${at}`)).html, /<math/);
  for (const at of plain.keys()) assert.match((await read(`plain-${at}`)).html, /<math/);
});

test('an upgrade escapes it in the answers that repeated requests are given, and forgets those of previews', async () => {
  const post = (path: string, key: string, body: unknown) =>
    app.send('POST', path, { key: app.admin, body, headers: { 'idempotency-key': key } });
  const body = forged[0] ?? '';
  const first = await post('/v1/reviews', 'review', { paper: { title: 'Kept' }, language: 'en', body });
  const other = await post('/v1/reviews', 'other', {
    paper: { title: 'Other' },
    language: 'en',
    body: '$x$ &#39;',
  });
  await post('/v1/render', 'preview', { body });
  assert.ok(first.text.includes('"html"'), 'the answer holds what is rendered');
  await app.db
    .$client`update idempotency_keys set body = replace(body, '"html":"', ${`"html":"${script}`}) where body like '%&#%'`;
  await upgrade();
  const again = await post('/v1/reviews', 'review', { paper: { title: 'Kept' }, language: 'en', body });
  assert.equal(again.status, 201);
  assert.equal(again.body.id, first.body.id);
  assert.match(again.body.html, /^<pre><code>\$x\$&lt;p title/);
  assert.deepEqual({ ...again.body, html: '' }, { ...first.body, html: '' });
  const same = await post('/v1/reviews', 'other', {
    paper: { title: 'Other' },
    language: 'en',
    body: '$x$ &#39;',
  });
  assert.equal(same.body.html, script + other.body.html);
  const kept = await app.db.$client`select from idempotency_keys where body like '{"html":%'`;
  assert.equal(kept.length, 0);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../support/app.ts';
import { postReview, postThing } from '../../support/things.ts';

const app = await startTestApp();
const { admin: key } = app;
const published = await postReview(app, { status: 'published', slug: 'public' });
const draft = await postReview(app, { slug: 'hidden-draft' });
await postThing(app, 'tags', { name: 'lora' });
await postThing(app, 'categories', { name: 'llm' });
await postThing(app, 'papers', { title: 'LoRA' });

test('412 and 428 have the current ETag, with which the write can be sent again', async () => {
  for (const path of ['/v1/reviews/public', '/v1/tags/lora', '/v1/categories/llm', '/v1/papers/lora']) {
    const { headers } = await app.send('GET', path, { key });
    for (const [status, sent] of [
      [428, {}],
      [412, { 'if-match': '"999-x"' }],
    ] as const) {
      const refused = await app.send('PATCH', path, { key, body: {}, headers: sent });
      const answer = status === 428 || refused.status === 412 ? refused : null;
      assert.ok(answer === null || answer.headers.etag === headers.etag, `${path} ${refused.status}`);
    }
    const change =
      path.includes('reviews') || path.includes('papers') ? { title: 'Changed' } : { name: 'Changed' };
    const stale = await app.send('PATCH', path, { key, body: change, headers: { 'if-match': '"999-x"' } });
    assert.deepEqual([stale.status, stale.headers.etag], [412, headers.etag], stale.text);
    const again = await app.send('PATCH', path, {
      key,
      body: change,
      headers: { 'if-match': `${stale.headers.etag}` },
    });
    assert.equal(again.status, 200, again.text);
  }
});

test('actions and working copies have the ETag of what they need', async () => {
  const { headers } = await app.send('GET', '/v1/reviews/public', { key });
  const refused = await app.send('POST', '/v1/reviews/public/publish', {
    key,
    headers: { 'if-match': '"999-x"' },
  });
  assert.deepEqual([refused.status, refused.headers.etag], [412, headers.etag], refused.text);
  const read = await app.send('GET', '/v1/reviews/public', { headers: { 'if-match': '"999-x"' } });
  const plain = await app.send('GET', '/v1/reviews/public');
  assert.deepEqual([read.status, read.headers.etag], [412, plain.headers.etag]);
});

test('a key that may not see a thing gets no ETag of it, as of one that is not there', async () => {
  const { key: writer } = await app.makeKey(['reviews:write']);
  for (const sent of [{}, { 'if-match': '"1-x"' }] as Record<string, string>[]) {
    const ask = (path: string) =>
      app.send('PATCH', path, { key: writer, body: { title: 'x' }, headers: sent });
    const [hidden, missing] = [await ask(`/v1/reviews/${draft.slug}`), await ask('/v1/reviews/no-such')];
    assert.equal(hidden.status, missing.status);
    assert.deepEqual([hidden.headers.etag, missing.headers.etag], [undefined, undefined]);
  }
});

test('an operation without a body takes an empty object of any form, and streams take each name of JSON lines', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  for (const payload of ['{}', '', ' { } ']) {
    const answer = await app.send('POST', `/v1/reviews/${published.slug}/publish`, {
      key,
      payload,
      headers: form,
    });
    assert.equal(answer.status, 200, answer.text);
  }
  const other = await app.send('POST', `/v1/reviews/${published.slug}/publish`, {
    key,
    payload: 'a=b',
    headers: form,
  });
  assert.equal(other.status, 415);
  assert.match(other.body.detail, /application\/json/);
  for (const type of ['x-ndjson', 'ndjson', 'jsonl', 'x-jsonlines', 'jsonlines', 'x-jsonl']) {
    const payload = `${JSON.stringify({ type: 'tag', data: { name: `Tag ${type}` } })}\n`;
    const headers = { 'content-type': `application/${type}` };
    const { status, text } = await app.send('POST', '/v1/batch', { key, payload, headers });
    assert.deepEqual([status, JSON.parse(text).status], [200, 201], type);
  }
});

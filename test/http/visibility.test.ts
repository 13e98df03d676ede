import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../support/app.ts';
import { listOperations, Sampler } from '../support/operations.ts';
import { postReview, postThing } from '../support/things.ts';

const app = await startTestApp();
const sampler = new Sampler(app.document);
const writes = listOperations(app.document).filter(
  ({ method, params }) => method !== 'GET' && params.some(({ name }) => name === 'paper' || name === 'tag'),
);
const { key } = await app.makeKey(['papers:write', 'taxonomy:write']);
const { paper, tags } = await postReview(app, {
  paper: { title: 'Hidden', slug: 'hidden', identifiers: { arxiv: '2401.77777' } },
  tags: ['hidden'],
});
const headers = { 'if-match': '*' };

test('what only drafts use is a 404, or to PUT a 412, for a key that may not see it, and stays as it is', async () => {
  assert.ok(writes.length >= 11);
  const names = { paper: ['hidden', paper.id, 'arxiv:2401.77777'], tag: ['hidden', tags[0].id] };
  const read = async () =>
    Promise.all(['papers', 'tags'].map((kind) => app.send('GET', `/v1/${kind}/hidden`, { key: app.admin })));
  const before = await read();
  for (const { method, template, body, id } of writes) {
    const kind = template.includes('{paper}') ? 'paper' : 'tag';
    for (const name of names[kind]) {
      const path = template.replace(/\{\w+\}/, encodeURIComponent(name));
      const sent = body === null ? {} : { body: sampler.example(body) };
      const { status, text } = await app.send(method, path, { key, headers, ...sent });
      // To a PUT that would create it a taken name is no secret, as it is none to a POST; an id names nothing.
      const isTaken = method === 'PUT' && ![paper.id, tags[0].id].includes(name);
      assert.equal(status, isTaken ? 412 : 404, `${id} ${name}: ${text}`);
    }
  }
  const texts = (answers: typeof before) => answers.map(({ text }) => text);
  assert.deepEqual(texts(await read()), texts(before));
});

test('a hidden paper is no paper to merge into, and nothing tells it from one that is not there', async () => {
  const { slug } = await postThing(app, 'papers', { title: 'Seen' });
  const merge = (into: string, asked: string) =>
    app.send('POST', `/v1/papers/${slug}/merge`, { key: asked, headers, body: { into } });
  const [hidden, nowhere] = [await merge('hidden', key), await merge('nowhere', key)];
  assert.deepEqual([hidden.status, nowhere.status], [422, 422]);
  assert.deepEqual(hidden.text.replaceAll('hidden', 'nowhere'), nowhere.text);
  assert.equal((await merge('hidden', app.admin)).status, 200);
});

test('a key that sees drafts changes what is hidden, and looks for it no second time', async () => {
  const sees = await app.makeKey(['papers:write', 'taxonomy:write', 'drafts:read']);
  await postThing(app, 'tags', { name: 'seen' });
  const change = (path: string, asked: string) =>
    app.send('PATCH', path, { key: asked, headers, body: { description: null } });
  assert.equal((await change('/v1/tags/hidden', sees.key)).status, 200);
  assert.equal((await change('/v1/tags/seen', key)).status, 200);
  const count = (asked: string) => app.countStatements(() => change('/v1/tags/seen', asked));
  assert.equal((await count(key)).length - (await count(sees.key)).length, 1);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plain } from '../images/pictures.ts';
import { type Answer, startTestApp } from '../support/app.ts';
import { interleave, oneSession } from '../support/interleave.ts';
import { newReview, postReview } from '../support/things.ts';

const app = await startTestApp();
const any = { 'if-match': '*' };

let number = 0;
async function upload(): Promise<string> {
  number += 1;
  const payload = await plain(40 + number, 30, '#336699')
    .png()
    .toBuffer();
  const headers = { 'content-type': 'image/png' };
  const answer = await app.send('POST', '/v1/images', { key: app.admin, payload, headers });
  assert.equal(answer.status, 201, answer.text);
  return answer.body.id;
}

const send = (method: string, path: string, body?: object) =>
  app.send(method, path, { key: app.admin, headers: any, ...(body && { body }) });
const remove = (id: string) => send('DELETE', `/v1/images/${id}`);
const statuses = (...answers: Answer[]) => answers.map(({ status }) => status);

/** The ways to show an image to the public, by a request, each of an own review. */
async function waysToShow(): Promise<Record<string, (id: string) => Promise<Answer>>> {
  const [patched, put, drafted] = await Promise.all(
    [1, 2, 3].map(async () => (await postReview(app, { status: 'published' })).slug),
  );
  const figure = (id: string) => ({ body: `A figure:\n\n![seen](image:${id})` });
  return {
    'a review that is published': (id) =>
      send('POST', '/v1/reviews', newReview({ ...figure(id), status: 'published' })),
    'a cover that is published': (id) =>
      send('POST', '/v1/reviews', newReview({ cover: id, status: 'published' })),
    'a body that is changed': (id) => send('PATCH', `/v1/reviews/${patched}`, figure(id)),
    'a review that is replaced': (id) => send('PUT', `/v1/reviews/${put}`, newReview(figure(id))),
    'a cover that is changed': (id) => send('PATCH', `/v1/reviews/${patched}`, { cover: id }),
    'a working copy': (id) => send('PATCH', `/v1/reviews/${drafted}/draft`, { ...figure(id), cover: id }),
  };
}

/** The image is there and shown, or it is gone and nothing refers to it. */
async function assertConsistent(id: string, shown: Answer, deleted: Answer, name: string): Promise<void> {
  const about = `${name}: ${shown.status} and ${deleted.status}`;
  if (deleted.status === 409) {
    assert.ok(shown.status < 300, about);
    assert.equal((await send('GET', `/v1/images/${id}`)).status, 200, about);
    return;
  }
  assert.equal(deleted.status, 204, `${about} ${deleted.text}`);
  assert.equal((await send('GET', `/v1/images/${id}`)).status, 404, about);
  if (shown.status >= 300) {
    assert.equal(shown.status, 422, `${about} ${shown.text}`);
    assert.equal(shown.body.errors[0].pointer, '/cover', about);
    return;
  }
  const { body: review } = await send('GET', `/v1/reviews/${shown.body.id}`);
  assert.ok(!`${review.html}`.includes(id), `${about}: what is shown is gone`);
  assert.equal(review.cover, null, about);
  assert.match(JSON.stringify(review.renderWarnings), new RegExp(id), about);
}

test('of two who delete an image at once one does, and the other finds none', async () => {
  for (let round = 0; round < 5; round += 1) {
    const id = await upload();
    assert.deepEqual(statuses(...(await Promise.all([remove(id), remove(id)]))).sort(), [204, 404]);
  }
});

test('an image that is deleted while something begins to show it stays, or nothing refers to it', async () => {
  for (const [name, show] of Object.entries(await waysToShow())) {
    const id = await upload();
    const [shown, deleted] = await Promise.all([show(id), remove(id)]);
    await assertConsistent(id, shown, deleted, name);
  }
});

test('whoever of a deletion and a review that shows the image is first, the other one knows it', {
  skip: oneSession,
}, async () => {
  const ways = await waysToShow();
  for (const [name, show] of Object.entries(ways)) {
    const first = await upload();
    const [deleted, refused] = await interleave(
      app,
      () => remove(first),
      () => show(first),
    );
    assert.equal(deleted.status, 204, name);
    await assertConsistent(first, refused, deleted, name);
  }
  for (const [name, show] of Object.entries(await waysToShow())) {
    const second = await upload();
    const [shown, inUse] = await interleave(
      app,
      () => show(second),
      () => remove(second),
    );
    assert.equal(inUse.status, 409, name);
    await assertConsistent(second, shown, inUse, name);
  }
});

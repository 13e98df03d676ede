import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { buildApp } from '../../src/app.ts';
import type { Config } from '../../src/config.ts';
import { plain } from '../images/pictures.ts';
import { startTestApp } from '../support/app.ts';
import { postReview } from '../support/things.ts';

const app = await startTestApp({ IMAGES_ORIGINALS: 'public', IMAGE_MAX_MB: 1 });
const headers = { 'content-type': 'image/png' };
const upload = (payload: Buffer) => app.send('POST', '/v1/images', { key: app.admin, payload, headers });

test('where IMAGES_ORIGINALS=public the original of a public image is for all, and of no other', async () => {
  const { body: image } = await upload(await plain(70, 50, '#336699').png().toBuffer());
  const path = `/v1/images/${image.id}/original.png`;
  assert.equal((await app.send('GET', path)).status, 404);
  await postReview(app, { status: 'published', body: `![](image:${image.id})` });
  const answer = await app.send('GET', path);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.match(`${answer.headers['surrogate-key']}`, new RegExp(image.id));
});

/** Sends megabytes of no announced length, for as long as the service reads. @returns the answer, and what was sent of it */
async function stream(url: string, megabytes: number, more: object = {}) {
  const asked = request(`${url}/v1/images`, {
    method: 'POST',
    headers: { ...headers, authorization: `Bearer ${app.admin}`, ...more },
  });
  asked.on('error', () => undefined);
  let sent = 0;
  const answered = once(asked, 'response').then(async ([answer]: IncomingMessage[]) => ({
    status: answer?.statusCode,
    retryAfter: answer?.headers['retry-after'],
    body: (await json(answer as IncomingMessage)) as { type: string; detail: string },
  }));
  let isAnswered = false;
  answered.finally(() => {
    isAnswered = true;
  });
  for (; sent < megabytes && !isAnswered; sent += 1)
    if (!asked.write(Buffer.alloc(2 ** 20))) await Promise.race([once(asked, 'drain'), answered]);
  const answer = await answered;
  asked.destroy();
  return { ...answer, sent };
}

async function listen(settings: Partial<Config>): Promise<string> {
  const other = await buildApp({ config: { ...app.config, ...settings }, db: app.db });
  await other.listen({ port: 0, host: '127.0.0.1' });
  after(() => other.close());
  return `http://127.0.0.1:${(other.server.address() as AddressInfo).port}`;
}

test('an upload past IMAGE_MAX_MB is a 413 while it is received, and leaves no file', async () => {
  const url = await listen({});
  const answer = await stream(url, 200);
  assert.deepEqual([answer.status, answer.body.type], [413, '/problems/payload-too-large']);
  assert.match(answer.body.detail, /1 MiB \(IMAGE_MAX_MB\)/);
  assert.ok(answer.sent < 200, `${answer.sent} MiB were read`);
});

test('each MiB of an upload counts as a write of its caller', async () => {
  const url = await listen({ IMAGE_MAX_MB: 20, LIMIT_WRITES_PER_SECOND: 4 / 1e5, LIMIT_BURST_SECONDS: 1e5 });
  const answer = await stream(url, 19);
  assert.deepEqual([answer.status, answer.body.type], [429, '/problems/too-many-requests']);
  assert.match(answer.body.detail, /Each MiB of an upload counts as a write/);
  assert.ok(Number(answer.retryAfter) > 0);
});

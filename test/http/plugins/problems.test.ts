import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { startTestApp } from '../../support/app.ts';
import { exchange, writeRequest } from '../../support/wire.ts';

const refused: [string, string, object, string][] = [
  ['GET', '/v1/reviews?limit=none', {}, 'invalid-parameter'],
  ['GET', '/v1/review', {}, 'not-found'],
  ['GET', '/v1/reviews/nothing', {}, 'not-found'],
  ['DELETE', '/v1/reviews', {}, 'method-not-allowed'],
  ['GET', '/v1/keys', {}, 'unauthorized'],
];

test('every problem has its code, below a type that is a path without PUBLIC_URL and absolute with it', async () => {
  for (const url of ['', 'https://example.org/cms']) {
    const app = await startTestApp(url === '' ? {} : { PUBLIC_URL: url });
    for (const [method, path, asked, code] of refused) {
      const { body } = await app.send(method, path, asked);
      assert.deepEqual([body.code, body.type], [code, `${url}/problems/${code}`], path);
      assert.equal(body.instance, (url && '/cms') + path.split('?')[0]);
    }
    const { body: page } = await app.send('GET', '/problems/not-found');
    assert.deepEqual([page.code, page.type], ['not-found', `${url}/problems/not-found`]);
    const items = [{ type: 'tag', data: { name: '' } }];
    const { body: batch } = await app.send('POST', '/v1/batch', { key: app.admin, body: items });
    const { code, type } = batch.data[0].problem;
    assert.deepEqual([code, type], ['invalid-body', `${url}/problems/invalid-body`]);
    await app.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.app.server.address() as AddressInfo;
    const [broken] = await exchange(port, writeRequest(['nonsense']));
    const text = broken?.text ?? '';
    assert.ok(text.includes(`"type":"${url}/problems/malformed-request","code":"malformed-request"`), text);
  }
});

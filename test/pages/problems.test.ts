import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problems } from '../../src/problem-types.ts';
import { startTestApp } from '../support/app.ts';

const app = await startTestApp();
const accept = 'text/html,application/xhtml+xml,*/*;q=0.8';
const codes = Object.keys(problems);

test('the list of problems has all of them, as JSON and as a page with a link to each', async () => {
  const { body } = await app.send('GET', '/problems');
  assert.deepEqual(body.data.map(({ code }: { code: string }) => code).sort(), codes.toSorted());
  const { text, headers } = await app.send('GET', '/problems', { headers: { accept } });
  assert.equal(headers['content-type'], 'text/html; charset=utf-8');
  for (const code of codes) assert.ok(text.includes(`<a href="problems/${code}">${code}</a>`), code);
});

test('each problem is a page with its cause, an example and the remedy, which has an ETag', async () => {
  for (const code of codes) {
    const { body } = await app.send('GET', `/problems/${code}`);
    const { text, headers } = await app.send('GET', `/problems/${code}`, { headers: { accept } });
    const shown = text
      .replace(/<\/?code>/g, '')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&gt;', '>')
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&');
    for (const part of ['cause', 'remedy'])
      assert.ok(shown.includes(body[part].replaceAll('`', '')), `${code}: ${part}`);
    assert.ok(shown.includes(body.example.request), code);
    const known = { accept, 'if-none-match': headers.etag ?? '' };
    assert.equal((await app.send('GET', `/problems/${code}`, { headers: known })).status, 304);
  }
  const { status, headers } = await app.send('GET', '/problems/no-such', { headers: { accept } });
  assert.deepEqual([status, headers['content-type']], [400, 'text/html; charset=utf-8']);
});

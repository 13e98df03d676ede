import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startTestApp } from '../support/app.ts';
import { copyRow, postReview } from '../support/things.ts';

// A look at the public version would be a statement too.
const app = await startTestApp({ RESPONSE_CACHE_MB: 0 });
const copies = 40;

test('the export reads on only when its client does: one that stalls is sent no more than its connection holds', async () => {
  // A batch ends with a megabyte, so that each of these is one.
  const { id } = await postReview(app, { status: 'published', body: 'word '.repeat(190_000) });
  await copyRow(app, {
    ...{ table: 'reviews', where: `one.id = '${id}'`, copies },
    changes: `jsonb_build_object('slug', 'copy-' || number,
      'id', 'ffffffff-0000-7000-8000-' || lpad(number::text, 12, '0'))`,
  });
  const address = await app.app.listen({ port: 0, host: '127.0.0.1' });
  let answer: IncomingMessage | undefined;
  const whileStalled = await app.countStatements(async () => {
    [answer] = (await once(get(`${address}/v1/export.ndjson`), 'response')) as [IncomingMessage];
    await sleep(1_000);
  });
  assert.ok(whileStalled.length < copies / 2, `${whileStalled.length} batches were read`);
  let lines = 0;
  const rest = await app.countStatements(async () => {
    for await (const piece of answer ?? []) for (const byte of piece as Buffer) if (byte === 0x0a) lines += 1;
  });
  assert.equal(lines, copies + 1);
  assert.equal(
    whileStalled.length + rest.length,
    copies + 2,
    'one statement a batch, and one that finds no more',
  );
});

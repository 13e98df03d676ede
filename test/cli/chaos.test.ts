import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { describeChaos, runChaos } from '../support/chaos.ts';
import { serverUrl } from '../support/database.ts';
import { createPostgres, findPostgres, noPostgres } from '../support/postgres.ts';
import { cleanUp } from '../support/process.ts';

const binaries = await findPostgres();
const reason =
  serverUrl === undefined
    ? 'it needs a Postgres to stop: it runs with the tests on Postgres'
    : binaries === undefined && noPostgres;
after(cleanUp);

test('in chaos every acknowledged write is kept once, no refused one is, no draft is ever public', {
  skip: reason,
  timeout: 180_000,
}, async (context) => {
  const postgres = await createPostgres(binaries ?? '');
  after(() => postgres.remove());
  const ledger = await runChaos(postgres, 2);
  context.diagnostic(describeChaos(ledger));
  const { kills, restarts, timeouts, retries, stale, reads } = ledger.counts;
  assert.deepEqual([kills, restarts], [2, 2]);
  assert.ok(timeouts > 0 && retries > 0 && stale > 0 && reads > 0, describeChaos(ledger));
});

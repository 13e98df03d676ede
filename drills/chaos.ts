import assert from 'node:assert/strict';
import { parseArgs } from 'node:util';
import { describeChaos, runChaos } from '../test/support/chaos.ts';
import { createPostgres, findPostgres, noPostgres } from '../test/support/postgres.ts';
import { cleanUp } from '../test/support/process.ts';

const mostRounds = 100;

/**
 * Twenty writers that repeat what was not answered, and a public reader, while the service is killed with -9 and Postgres
 * restarted, round after round: every write that was acknowledged is there once, no draft is ever seen.
 */
export async function drillChaos(options: string[]): Promise<void> {
  const { values } = parseArgs({ args: options, options: { rounds: { type: 'string', default: '10' } } });
  assert.match(values.rounds, /^[1-9]\d{0,5}$/, `${values.rounds} is no number`);
  const binaries = await findPostgres();
  if (binaries === undefined) {
    process.stdout.write(`skipped, ${noPostgres}\n`);
    return;
  }
  const postgres = await createPostgres(binaries);
  try {
    const ledger = await runChaos(postgres, Math.min(Number(values.rounds), mostRounds));
    process.stdout.write(`${describeChaos(ledger)}\n`);
    for (const [name, count] of Object.entries(ledger.counts)) assert.ok(count > 0, `there were no ${name}`);
  } finally {
    await cleanUp();
    await postgres.remove();
  }
}

import assert from 'node:assert/strict';
import { parseArgs } from 'node:util';
import { describeChaos, runChaos } from '../test/support/chaos.ts';
import { onPostgres } from './on-postgres.ts';
import { readNumber } from './options.ts';

const mostRounds = 100;

/**
 * Twenty writers that repeat what was not answered, and a public reader, while the service is killed with -9 and Postgres
 * restarted, round after round: every write that was acknowledged is there once, no draft is ever seen.
 */
export async function drillChaos(options: string[]): Promise<void> {
  const { values } = parseArgs({ args: options, options: { rounds: { type: 'string', default: '10' } } });
  const rounds = readNumber(values.rounds, mostRounds);
  await onPostgres(async (postgres) => {
    const ledger = await runChaos(postgres, rounds);
    process.stdout.write(`${describeChaos(ledger)}\n`);
    for (const [name, count] of Object.entries(ledger.counts)) assert.ok(count > 0, `there were no ${name}`);
  });
}

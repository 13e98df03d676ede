import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { type RunningServer, startServer } from '../test/support/process.ts';
import { watchReads } from '../test/support/staleness.ts';
import { onPostgres } from './on-postgres.ts';
import { readNumber } from './options.ts';

const key = 'k'.repeat(32);
const mostSeconds = 3600;

/**
 * Writers and readers over three processes, of which one after the other is killed with -9 and started again, and whose
 * connections that listen are ended in between: what comes out of memory is never older than it may be.
 */
export async function drillCache(options: string[]): Promise<void> {
  const { values } = parseArgs({ args: options, options: { seconds: { type: 'string', default: '30' } } });
  const seconds = readNumber(values.seconds, mostSeconds);
  await onPostgres(async (database) => {
    const sql = postgres(database.url, { max: 1, onnotice: () => undefined });
    const variables = { DATABASE_URL: database.url, ADMIN_KEY: key, LOG_LEVEL: 'error' };
    const servers: (RunningServer | null)[] = [];
    for (let number = 0; number < 3; number += 1) servers.push(await startServer(variables));
    const [kills, cuts] = [{ number: 0 }, { number: 0 }];
    let isOver = false;
    const killing = (async () => {
      for (let place = 0; !isOver; place = (place + 1) % servers.length) {
        const server = servers[place];
        servers[place] = null;
        server?.kill('SIGKILL');
        await server?.ended;
        servers[place] = await startServer(variables);
        kills.number += 1;
        await sleep(3000);
      }
    })();
    const cutting = (async () => {
      for (; !isOver; await sleep(500)) {
        const cut = await sql`
          select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'postil listener'`;
        cuts.number += cut.length;
      }
    })();
    const living = () => servers.filter((server) => server !== null);
    const tally = await watchReads(living, { key, milliseconds: seconds * 1000 }).finally(() => {
      isOver = true;
    });
    await Promise.all([killing, cutting]);
    await sql.end();
    const { writes, reads, hits, bypasses, unanswered } = tally;
    process.stdout.write(
      `${writes} writes, ${reads} reads (${hits} hits, ${bypasses} bypasses), ${unanswered} unanswered, ${kills.number} kills, ${cuts.number} connections cut: none was older than it may be\n`,
    );
    assert.ok(kills.number > 0 && cuts.number > 0 && hits > 0);
  });
}

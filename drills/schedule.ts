import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ask, type RunningServer, startServer } from '../test/support/process.ts';
import { followAppearances, scheduleReviews } from '../test/support/scheduling.ts';
import { onPostgres } from './on-postgres.ts';
import { readNumber } from './options.ts';

const key = 'k'.repeat(32);
const mostReviews = 1000;
const latest = 5000;

/**
 * Three processes publish what is scheduled, and every two seconds one of them, in turn, is killed with -9 and started
 * again: each review has to appear exactly once, within five seconds of its time by the clock of the database.
 */
export async function drillSchedule(options: string[]): Promise<void> {
  const { values } = parseArgs({
    args: options,
    options: { reviews: { type: 'string', default: '200' } },
  });
  const count = readNumber(values.reviews, mostReviews);
  await onPostgres(async (postgres) => {
    const variables = { DATABASE_URL: postgres.url, ADMIN_KEY: key };
    const servers: RunningServer[] = [];
    for (let number = 0; number < 3; number += 1) servers.push(await startServer(variables));
    const living = () => servers.find((server) => server !== down)?.url ?? '';
    let down: RunningServer | undefined;
    let kills = 0;
    let isOver = false;
    const { version } = (await ask(`${living()}/v1/changes`)).body;
    const from = new Date(Date.now() + 5000 + count * 30);
    const ids = await scheduleReviews(living(), { key, count, from, every: 100 });
    const killing = (async () => {
      while (!isOver) {
        const place = kills % servers.length;
        const server = servers[place];
        down = server;
        server?.kill('SIGKILL');
        await server?.ended;
        servers[place] = await startServer(variables);
        kills += 1;
        await sleep(2000);
      }
    })();
    const appearances = await followAppearances(living, { key, ids, version });
    isOver = true;
    await killing;
    const late = Math.max(...appearances.map((one) => one.late));
    process.stdout.write(
      `${count} reviews, ${kills} kills: each appeared once, the latest after ${late} ms\n`,
    );
    assert.ok(kills > 0 && late <= latest, `one appeared ${late} ms after its time`);
  });
}

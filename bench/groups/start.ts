import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from '../asking.ts';
import { compare, median, round } from '../measuring.ts';
import { memoryOf } from '../proc.ts';
import { listSlugs } from '../reads.ts';
import { startPostil } from '../servers/start.ts';
import type { Bench } from './group.ts';

const idleMilliseconds = 3000;
/** Reviews in pages of a hundred, of which none is like another, fill the memory for answers. */
const pages = 400;

/** How long a start takes on a migrated Postgres, and what memory goes with it: idle, and with its cache full. */
export async function benchStart({ tools, data, measured, found }: Bench): Promise<void> {
  const variables = { DATABASE_URL: data.url };
  const starts: number[] = [];
  for (let round = 0; round < tools.rounds; round += 1) {
    const server = await startPostil(variables);
    starts.push(server.startedIn / 1000);
    await server.stop();
  }
  found({ what: 'start on a migrated Postgres', value: round(median(starts)), unit: 's', most: 2 });

  const postil = await startPostil(variables);
  try {
    await sleep(idleMilliseconds);
    found({ what: 'memory, idle', value: memoryOf(postil.pid).now, unit: 'MB', most: 130 });
    const details = listSlugs(data.corpus, 4000).map((slug) => ({ path: `/v1/reviews/${slug}` }));
    const lists = Array.from({ length: pages }, (_, at) => ({
      path: `/v1/reviews?limit=100&publishedAt[lt]=${encodeURIComponent(new Date(Date.UTC(2025, 0, 1 - 9 * at)).toISOString())}`,
    }));
    for (const { path } of lists) await ask(postil.url, { path });
    const shot = { requests: [...lists, ...details], expect: 200 };
    const figures = await compare(tools, [{ name: 'Postil', server: postil, shot }]);
    measured('all kinds of reads, the cache full', figures);
    const memory = Math.max(...figures.map((one) => one.peak));
    found({ what: 'memory under load, the cache full', value: memory, unit: 'MB', most: 300 });
  } finally {
    await postil.stop();
  }
}

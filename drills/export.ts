import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createDatabase, dropDatabase, openServer } from '../bench/database.ts';
import { ask, cleanUp, type RunningServer, startServer } from '../test/support/process.ts';
import { loadFinished } from './load-finished.ts';

const mostRows = 50_000;
const bytesEach = 6_000;
/** How long the client rests after each piece that it takes, in milliseconds. */
const rest = 10;
/** What the export may need above what the service has at rest, in megabytes. */
const mostMegabytes = 50;

/**
 * Exports many reviews to a client that reads slowly, and to one that reads fast, and watches the resident memory of
 * the service meanwhile. Needs `/proc`.
 * @throws Error when it grows by more than 50 MB over that of the service at rest, or a review is missing
 */
export async function drillExport(options: string[]): Promise<void> {
  const { values } = parseArgs({ args: options, options: { rows: { type: 'string', default: '20000' } } });
  const rows = Math.min(Number(values.rows), mostRows);
  const database = `bench_export_${rows}`;
  const postgres = await openServer();
  try {
    await dropDatabase(postgres.url, database);
    const url = await createDatabase(postgres.url, database);
    const published = await loadFinished(url, rows, bytesEach);
    const server = await startServer({ DATABASE_URL: url, LOG_LEVEL: 'silent' });
    for (let number = 0; number < 200; number += 1)
      await ask(`${server.url}/v1/reviews?limit=100&page=${(number % 50) + 1}`);
    await sleep(5_000);
    const idle = await residentOf(server);
    for (const pause of [rest, 0]) {
      const { lines, peak } = await exportTo(server, pause);
      process.stdout.write(
        `${pause > 0 ? 'slow' : 'fast'} client: ${lines} reviews, ${idle} MB at rest, ${peak} MB at most\n`,
      );
      if (lines !== published) throw new Error(`${lines} of ${published} reviews were exported`);
      if (peak - idle > mostMegabytes) throw new Error(`the export took ${peak - idle} MB`);
    }
    await server.stop();
  } finally {
    await cleanUp();
    await dropDatabase(postgres.url, database);
    await postgres.stop();
  }
}

/** Reads the export with a rest after each piece: how many lines it has, and the most memory meanwhile. */
async function exportTo(server: RunningServer, pause: number): Promise<{ lines: number; peak: number }> {
  const answer = await new Promise<AsyncIterable<Buffer>>((resolve, reject) =>
    request(`${server.url}/v1/export.ndjson`, resolve).on('error', reject).end(),
  );
  let [lines, peak, pieces] = [0, 0, 0];
  for await (const piece of answer) {
    for (const byte of piece) if (byte === 0x0a) lines += 1;
    if (pause > 0) await sleep(pause);
    if (pieces++ % 20 === 0) peak = Math.max(peak, await residentOf(server));
  }
  return { lines, peak };
}

/** The resident memory of a process, in megabytes. */
async function residentOf({ pid }: { pid: number }): Promise<number> {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}

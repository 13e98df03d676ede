import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { prepareData } from '../data.ts';
import { dropDatabase } from '../database.ts';
import { compare } from '../measuring.ts';
import { coldReads, type Read, withTotal } from '../reads.ts';
import { startPostil } from '../servers/start.ts';
import { type Bench, figuresOf, ratio } from './group.ts';

const run = promisify(execFile);
/** The engine is for small sites, and reads its data from an archive. */
const mostRows = 2000;
const goals = { repeated: 0.95, others: 0.3 };

/** The embedded engine against Postgres, on the same few reviews: reads that repeat, and reads of which nothing is remembered. */
export async function benchEmbedded({
  tools,
  postgresUrl,
  data,
  keep,
  measured,
  found,
}: Bench): Promise<void> {
  const rows = Math.min(data.corpus.rows, mostRows);
  const { url, corpus, name } = rows === data.corpus.rows ? data : await prepareData(postgresUrl, rows);
  const folder = await mkdtemp(join(tmpdir(), 'postil-bench-'));
  try {
    const place = { DATA_DIR: join(folder, 'data'), SAMPLE_CONTENT: 'false' };
    const archive = join(folder, 'archive.ndjson');
    await runPostil(['export', archive], { DATABASE_URL: url });
    await runPostil(['import', archive], place);
    const repeating: Read[] = [{ name: 'list', requests: [{ path: withTotal }] }];
    for (const remembers of [true, false]) {
      const variables: Record<string, string> = remembers ? {} : { RESPONSE_CACHE_MB: '0' };
      const embedded = await startPostil({ ...place, ...variables });
      const server = await startPostil({ DATABASE_URL: url, ...variables });
      try {
        for (const { name: read, requests } of remembers ? repeating : coldReads(corpus)) {
          const what = remembers ? `${read} that repeats` : `${read}, nothing remembered`;
          const shot = { requests, expect: 200 };
          const figures = await compare(tools, [
            { name: 'embedded engine', server: embedded, shot },
            { name: 'Postgres', server, shot },
          ]);
          measured(what, figures);
          found({
            what: `${what}, embedded engine against Postgres`,
            value: ratio(figuresOf(figures, 'embedded engine').rate, figuresOf(figures, 'Postgres').rate),
            ...{ unit: '×', least: remembers ? goals.repeated : goals.others },
          });
        }
      } finally {
        await embedded.stop();
        await server.stop();
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
    if (!keep && name !== data.name) await dropDatabase(postgresUrl, name);
  }
}

async function runPostil(args: string[], variables: Record<string, string>): Promise<void> {
  const { PATH = '', HOME = '' } = process.env;
  await run(process.execPath, ['dist/main.js', ...args], { env: { PATH, HOME, ...variables } });
}

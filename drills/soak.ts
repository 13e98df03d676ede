import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Data, prepareData } from '../bench/data.ts';
import { connect } from '../bench/database.ts';
import { median, round } from '../bench/measuring.ts';
import { createPosts } from '../bench/posts.ts';
import { cpuOf, memoryOf } from '../bench/proc.ts';
import { asItComes, key, type Running, startPostil } from '../bench/servers/start.ts';
import { ask } from '../test/support/process.ts';
import { onPostgres } from './on-postgres.ts';
import { readNumber } from './options.ts';
import { type Kept, Reader } from './soak-reads.ts';

const rows = 2000;
const mostMinutes = 24 * 60;
/** How long one look takes in everything, in milliseconds, and how many there are at least. */
const [look, fewestLooks] = [30_000, 6];
/** So many posted reviews stay; then the oldest goes for each one that comes. */
const mostPosted = 300;
/** How often a second it is read, and written. */
const [reads, writes] = [100, 1];
/** By so much the last third of the looks may be above the middle one: in MB, and as a part. */
const [mostMegabytes, mostPart] = [25, 0.5];

interface Look {
  memory: number;
  /** What the process has open: connections, of clients and to the database, and files. */
  open: number;
  /** How many connections Postgres has. */
  connections: number;
  p50: number;
  p99: number;
  /** Processor time for each request, in milliseconds. */
  cpu: number;
}

/**
 * Reads of all kinds and writes at a steady rate, for a long time: memory, connections and how long answers take have to
 * stay what they are, and every answer has to be the one expected. The service is as it comes, its log and limits on.
 * Needs `/proc`.
 */
export async function drillSoak(options: string[]): Promise<void> {
  const { values } = parseArgs({ args: options, options: { minutes: { type: 'string', default: '30' } } });
  const minutes = readNumber(values.minutes, mostMinutes);
  // Builds dist/ when it is older than the source.
  execFileSync(process.execPath, ['postil.mjs', 'help'], { stdio: ['ignore', 'ignore', 'inherit'] });
  await onPostgres(async ({ url }) => {
    const data = await prepareData(url, rows);
    const server = await startPostil({ DATABASE_URL: data.url, ...asItComes });
    try {
      judge(await soak(server, data, Math.max(fewestLooks, (minutes * 60_000) / look)));
    } finally {
      await server.stop();
    }
  });
}

async function soak(server: Running, data: Data, looks: number): Promise<Look[]> {
  const sql = connect(data.url);
  const found = await sql`select slug from reviews where status = 'published' order by published_at desc`;
  const kept: Kept = { published: found.map(({ slug }) => slug), slugs: [], etags: new Map() };
  const reader = new Reader(server.url, data.corpus, kept);
  let isOver = false;
  const writing = write(server.url, data, kept, () => isOver);
  writing.catch(() => undefined);
  const seen: Look[] = [];
  try {
    for (let number = 0; number < looks; number += 1) {
      const before = cpuOf(server.pid);
      const times = await Promise.race([reader.read(reads, look), writing.then(() => [])]);
      const cpu = (1000 * (cpuOf(server.pid) - before)) / Math.max(1, times.length);
      const [counted] =
        await sql`select count(*)::integer as number from pg_stat_activity where datname = current_database()`;
      const sorted = times.sort((one, other) => one - other);
      const at = (part: number) => round(sorted[Math.floor(sorted.length * part)] ?? 0);
      const now = {
        memory: memoryOf(server.pid).now,
        open: readdirSync(`/proc/${server.pid}/fd`).length,
        connections: counted?.number ?? 0,
        ...{ p50: at(0.5), p99: at(0.99), cpu: round(cpu) },
      };
      seen.push(now);
      process.stdout.write(`${(((number + 1) * look) / 60_000).toFixed(1)} min: ${tell(now)}\n`);
    }
  } finally {
    isOver = true;
    await sql.end();
  }
  process.stdout.write(
    `${reader.count} reads, ${await writing} writes, all of them answered as they should be\n`,
  );
  return seen;
}

const tell = ({ memory, open, connections, p50, p99, cpu }: Look) =>
  `${memory} MB, ${open} open, ${connections} connections of Postgres, ${p50} ms (99 % ${p99}), ${cpu} ms of processor time`;

/** Posts reviews, and changes, takes back and publishes those that it posted. @returns how many writes there were */
async function write(url: string, { corpus }: Data, kept: Kept, isOver: () => boolean): Promise<number> {
  const post = createPosts(corpus);
  const send = async (method: string, path: string, body: object | undefined, expected: number) => {
    const asked = { key, method, headers: { 'if-match': '*' }, ...(body ? { body } : {}) };
    const { status, body: answer } = await ask(`${url}/v1/reviews${path}`, asked);
    assert.equal(status, expected, `${method} ${path}: ${JSON.stringify(answer)}`);
  };
  let number = 0;
  for (let posted = 0; !isOver(); posted += 1) {
    const review = post(posted);
    await send('POST', '', review, 201);
    kept.slugs.push(review.slug);
    await send('PATCH', `/${review.slug}`, { summary: `Changed, number ${posted}.` }, 200);
    // Not the newest, which readers ask for.
    if (kept.slugs.length > mostPosted) {
      const old = kept.slugs.shift() ?? '';
      await send('POST', `/${old}/unpublish`, undefined, 200);
      await send('DELETE', `/${old}`, undefined, 204);
      number += 2;
    }
    number += 2;
    await sleep(2000 / writes);
  }
  return number;
}

/** @throws Error when the last third of what was seen is worse than the middle third: the first warms up */
function judge(seen: Look[]): void {
  const third = Math.floor(seen.length / 3);
  const [middle, last] = [seen.slice(-2 * third, -third), seen.slice(-third)];
  const compare = (read: (look: Look) => number) =>
    [median(middle.map(read)), median(last.map(read))] as const;
  const faults: string[] = [];
  const hold = (what: string, read: (look: Look) => number, most: (before: number) => number) => {
    const [before, after] = compare(read);
    process.stdout.write(`${what}: ${before} in the middle third, ${after} in the last\n`);
    if (after > most(before)) faults.push(`${what} grew from ${before} to ${after}`);
  };
  const part = (before: number) => before * (1 + mostPart);
  hold(
    'memory, MB',
    ({ memory }) => memory,
    (before) => before + mostMegabytes,
  );
  hold(
    'open',
    ({ open }) => open,
    (before) => before + 2,
  );
  hold(
    'connections of Postgres',
    ({ connections }) => connections,
    (before) => before + 1,
  );
  hold('the usual answer, ms', ({ p50 }) => p50, part);
  hold('the slowest of a hundred, ms', ({ p99 }) => p99, part);
  hold('processor time, ms', ({ cpu }) => cpu, part);
  assert.deepEqual(faults, []);
}

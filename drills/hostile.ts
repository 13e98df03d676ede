import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { connect } from '../bench/database.ts';
import { scopes } from '../src/db/schema/tables.ts';
import type { Document } from '../test/support/contract.ts';
import { type KnownOperation, listOperations, Sampler } from '../test/support/operations.ts';
import { ask, type RunningServer, startServer } from '../test/support/process.ts';
import { type Measured, Meter, ownMemory } from './hostile-measure.ts';
import { type Attempt, Requests, urlOf } from './hostile-requests.ts';
import { onPostgres } from './on-postgres.ts';
import { readNumber } from './options.ts';

const admin = 'k'.repeat(32);
/** What a request may take of the processor: so many milliseconds, and as many again for each MiB sent and answered. */
const mostCpu = 50;
/** For how long nobody else is answered meanwhile, in milliseconds, without a key and with one. */
const mostSlice = { without: 50, with: 250 };
/** How many requests, each another one, and by how many MiB memory may be above what it was at rest. */
const [manyRequests, mostGrowth] = [10_000, 100];
const cacheMegabytes = 16;
/** So many large reviews, of so many bytes, are there to be read. */
const [large, largeBytes] = [12, 900_000];

interface Found extends Measured {
  operation: string;
  who: string;
  attempt: Attempt;
}

/**
 * Searches for the dearest request of each operation, without a key and with each scope: by hill climbing over the schemas
 * of the document, guided by the processor time that each request takes. Then sends ten thousand different ones and looks
 * what stays in memory, of the service and of Postgres. Ends in time: what was not tried by then is told.
 * @throws Error that names every operation and caller with a request that costs more than it may
 */
export async function drillHostile(options: string[]): Promise<void> {
  const { seconds, memory: memorySeconds, limit, only } = readOptions(options);
  await onPostgres(async (postgres) => {
    const socket = join(tmpdir(), `postil-slices-${process.pid}.sock`);
    const server = await startServer({
      DATABASE_URL: postgres.url,
      ADMIN_KEY: admin,
      SAMPLE_CONTENT: 'true',
      RESPONSE_CACHE_MB: `${cacheMegabytes}`,
      LOG_LEVEL: 'silent',
      SLICES_SOCKET: socket,
      NODE_OPTIONS: `--import=${new URL('hostile-slices.mjs', import.meta.url)}`,
    });
    await postLargeReviews(server);
    const sql = connect(postgres.url);
    const [{ pid = 0 } = {}] = await sql<{ pid: number }[]>`
      select split_part(pg_read_file('postmaster.pid'), E'\n', 1)::int as pid`;
    await sql.end();
    const memory = () => ({ ours: ownMemory(server.pid), postgres: ownMemory(pid) });
    const { body: document } = await ask(`${server.url}/openapi.json`);
    const operations = listOperations(document as Document).filter(({ id }) => id.includes(only));
    const keys = await makeKeys(server);
    const meter = new Meter(server, socket, limit);
    const sampler = new Sampler(document as Document);
    process.stdout.write(`searches ${operations.length} operations for ${seconds} s\n`);
    const found = await search({ operations, sampler, keys, meter, seconds });
    report(found);
    const tried = `${found.length} of ${operations.length * keys.length} operations × callers were tried`;
    process.stdout.write(`${tried}\n`);
    const grown = await fillMemory({ operations, sampler, meter, memory, seconds: memorySeconds });
    meter.close();
    const faults = found
      .filter((one) => excess(one) > 1)
      .map((one) => `${describe(one)}: ${urlOf(one.attempt).slice(0, 200)}`);
    if (grown > mostGrowth + cacheMegabytes)
      faults.push(`different requests leave ${Math.round(grown)} MiB more than there was at rest`);
    if (faults.length > 0) throw new Error(faults.join('\n'));
  });
}

function readOptions(options: string[]) {
  const text = (value: string) => ({ type: 'string', default: value }) as const;
  const { values } = parseArgs({
    args: options,
    options: { seconds: text('600'), memory: text('600'), limit: text('5000'), only: text('') },
  });
  return {
    seconds: readNumber(values.seconds, 7200),
    memory: readNumber(values.memory, 7200),
    limit: readNumber(values.limit, 60_000),
    only: values.only,
  };
}

async function postLargeReviews({ url }: RunningServer): Promise<void> {
  const word = 'Every line of it is read twice, and what both readings say is kept. ';
  for (let number = 0; number < large; number += 1) {
    const text = `# Part ${number}\n\n${word.repeat(Math.ceil(largeBytes / word.length))}`;
    const body = {
      paper: { title: `Large ${number}` },
      title: `Large ${number}`,
      body: text,
      language: 'en',
    };
    await ask(`${url}/v1/reviews`, { key: admin, body: { ...body, status: 'published' } });
  }
}

async function makeKeys({ url }: RunningServer): Promise<[who: string, key: string | undefined][]> {
  const keys: [string, string | undefined][] = [
    ['nobody', undefined],
    ['no key of ours', 'pst_018fb9a36c007a528d4e2f1b9c3a7e10_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
    ['everything', admin],
  ];
  for (const scope of scopes) {
    const { body } = await ask(`${url}/v1/keys`, { key: admin, body: { name: scope, scopes: [scope] } });
    keys.push([scope, body.key]);
  }
  return keys;
}

interface Search {
  operations: KnownOperation[];
  sampler: Sampler;
  keys: [who: string, key: string | undefined][];
  meter: Meter;
  seconds: number;
}

/** @returns the dearest request of each operation and caller, those first to whom the operation is open */
async function search({ operations, sampler, keys, meter, seconds }: Search): Promise<Found[]> {
  // A scope that the operation does not ask for is refused, or sees what nobody sees: a few tries of it are enough.
  const pairs = operations.flatMap((operation, index) =>
    keys.map(([who, key]) => {
      const matters = ['nobody', 'everything'].includes(who) || operation.scopes.includes(who as never);
      return { operation, index, who, key, weight: matters ? 5 : 1 };
    }),
  );
  pairs.sort((a, b) => b.weight - a.weight);
  const weights = pairs.reduce((sum, { weight }) => sum + weight, 0);
  const end = performance.now() + seconds * 1000;
  const found: Found[] = [];
  for (const { operation, index, who, key, weight } of pairs) {
    // A slow service has fewer of them tried.
    if (performance.now() > end) break;
    const until = Math.min(end, performance.now() + (seconds * 1000 * weight) / weights);
    const requests = new Requests(operation, sampler);
    const attempts = requests.first(weight * 4, index + 1);
    let best: Found | undefined;
    for (let tries = 0; tries < 3 || performance.now() < until; tries += 1) {
      const attempt = attempts.shift() ?? requests.next(best?.attempt as Attempt, tries + index);
      const measured = await meter.measure(attempt, key);
      const one = { ...measured, operation: operation.id, who, attempt };
      if (best && excess(one) <= excess(best)) continue;
      // Once is chance: something else may have been collected meanwhile.
      const again = { ...one, ...(await meter.measure(attempt, key)) };
      const lesser = excess(again) < excess(one) ? again : one;
      if (!best || excess(lesser) > excess(best)) best = lesser;
    }
    if (best) found.push(best);
  }
  return found;
}

const sliceOf = (who: string) =>
  who === 'nobody' || who === 'no key of ours' ? mostSlice.without : mostSlice.with;
const cpuFor = (mebibytes: number) => mostCpu * (1 + mebibytes);
/** How many times what it may cost a request costs. */
const excess = ({ cpu, slice, mebibytes, who }: Found) =>
  Math.max(cpu / cpuFor(mebibytes), slice / sliceOf(who));

const describe = ({ operation, who, status, cpu, slice, mebibytes }: Found) =>
  `${operation} (${who}) ${status}: ${cpu.toFixed(0)} ms for ${mebibytes.toFixed(1)} MiB, the longest slice ${slice.toFixed(0)} ms`;

function report(found: Found[]): void {
  const worst = [...found].sort((a, b) => excess(b) - excess(a)).slice(0, 30);
  console.table(
    worst.map((one) => ({
      operation: one.operation,
      who: one.who,
      status: one.status,
      'cpu, ms': Math.round(one.cpu),
      MiB: Number(one.mebibytes.toFixed(1)),
      'slice, ms': Math.round(one.slice),
      'of what it may': Number(excess(one).toFixed(2)),
    })),
  );
}

interface Filling extends Pick<Search, 'operations' | 'sampler' | 'meter' | 'seconds'> {
  memory(): { ours: number; postgres: number };
}

/** @returns by how many MiB memory is above what it was before, after ten thousand different requests and a rest */
async function fillMemory({ operations, sampler, meter, memory, seconds }: Filling): Promise<number> {
  const reads = operations.filter(({ method, access }) => method === 'GET' && access !== 'scope');
  if (reads.length === 0) return 0;
  const send = async (count: number, seed: number, longest: number) => {
    const end = performance.now() + longest * 1000;
    let number = 0;
    for (; number < count && performance.now() < end; number += 1) {
      const operation = reads[number % reads.length] as KnownOperation;
      await meter.send(new Requests(operation, sampler).random(seed + number), undefined);
    }
    return number;
  };
  // What every process takes once it works.
  await send(500, 1, seconds / 5);
  await sleep(5000);
  const before = memory();
  const sent = await send(manyRequests, 1_000_000, seconds);
  // The thread of the citations ends when it is idle.
  await sleep(45_000);
  const after = memory();
  const row = (of: string, from: number, to: number) => ({
    of,
    'before, MiB': Math.round(from),
    'after, MiB': Math.round(to),
    'more, MiB': Math.round(to - from),
  });
  process.stdout.write(`${sent} different requests without a key:\n`);
  console.table([
    row('the service', before.ours, after.ours),
    row('Postgres', before.postgres, after.postgres),
    row('both', before.ours + before.postgres, after.ours + after.postgres),
  ]);
  return after.ours + after.postgres - before.ours - before.postgres;
}

import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { connect } from '../bench/database.ts';
import { scopes } from '../src/db/schema.ts';
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
const [large, largeBytes] = [25, 900_000];

interface Found extends Measured {
  operation: string;
  who: string;
  attempt: Attempt;
}

/**
 * Searches for the dearest request of each operation, without a key and with each scope: by hill climbing over the schemas
 * of the document, guided by the processor time that each request takes. Then sends ten thousand different ones and looks
 * what stays in memory, of the service and of Postgres.
 * @throws Error that names every request that costs more than it may
 */
export async function drillHostile(options: string[]): Promise<void> {
  const { values } = parseArgs({
    args: options,
    options: { seconds: { type: 'string', default: '600' }, only: { type: 'string', default: '' } },
  });
  const seconds = readNumber(values.seconds, 7200);
  await onPostgres(async (postgres) => {
    const server = await startServer({
      DATABASE_URL: postgres.url,
      ADMIN_KEY: admin,
      SAMPLE_CONTENT: 'true',
      RESPONSE_CACHE_MB: `${cacheMegabytes}`,
      LOG_LEVEL: 'silent',
    });
    await postLargeReviews(server);
    const sql = connect(postgres.url);
    const [{ pid = 0 } = {}] = await sql<{ pid: number }[]>`
      select split_part(pg_read_file('postmaster.pid'), E'\n', 1)::int as pid`;
    await sql.end();
    const memory = () => ownMemory(server.pid) + ownMemory(pid);
    const { body: document } = await ask(`${server.url}/openapi.json`);
    const operations = listOperations(document as Document).filter(({ id }) => id.includes(values.only));
    const keys = await makeKeys(server);
    const meter = new Meter(server);
    const sampler = new Sampler(document as Document);
    const found = await search({ operations, sampler, keys, meter, seconds });
    report(found);
    const grown = await fillMemory({ operations, sampler, meter, memory });
    meter.close();
    const faults = found.flatMap(judge);
    if (grown > mostGrowth + cacheMegabytes)
      faults.push(`${manyRequests} requests leave ${Math.round(grown)} MiB more than there was at rest`);
    if (faults.length > 0) throw new Error(faults.join('\n'));
  });
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

/** @returns the dearest request of each operation and caller, by how far it is from what it may cost */
async function search({ operations, sampler, keys, meter, seconds }: Search): Promise<Found[]> {
  const each = (seconds * 1000) / operations.length;
  const found: Found[] = [];
  for (const [index, operation] of operations.entries()) {
    const requests = new Requests(operation, sampler);
    // A scope that the operation does not ask for is refused, or sees what nobody sees: a few tries of it are enough.
    const callers = keys.map(([who, key]) => {
      const matters = ['nobody', 'everything'].includes(who) || operation.scopes.includes(who as never);
      return { who, key, weight: matters ? 5 : 1 };
    });
    const weights = callers.reduce((sum, { weight }) => sum + weight, 0);
    for (const { who, key, weight } of callers) {
      const end = performance.now() + (each * weight) / weights;
      let best: Found | undefined;
      const attempts = requests.first(weight * 4, index + 1);
      for (let tries = 0; tries < 3 || performance.now() < end; tries += 1) {
        const attempt =
          attempts.shift() ?? requests.next(best?.attempt ?? (attempts[0] as Attempt), tries + index);
        const measured = await meter.measure(attempt, key);
        const one = { ...measured, operation: operation.id, who, attempt };
        if (!best || excess(one) > excess(best)) {
          // Once is chance: something else may have been collected meanwhile.
          const again = { ...one, ...(await meter.measure(attempt, key)) };
          const lesser = excess(again) < excess(one) ? again : one;
          if (!best || excess(lesser) > excess(best)) best = lesser;
        }
      }
      if (best) found.push(best);
    }
  }
  return found;
}

const sliceOf = (who: string) =>
  who === 'nobody' || who === 'no key of ours' ? mostSlice.without : mostSlice.with;
const cpuFor = (mebibytes: number) => mostCpu * (1 + mebibytes);
/** How many times what it may cost a request costs. */
const excess = ({ cpu, slice, mebibytes, who }: Found) =>
  Math.max(cpu / cpuFor(mebibytes), Math.min(slice, cpu) / sliceOf(who));

function judge(found: Found): string[] {
  if (excess(found) <= 1) return [];
  return [`${describe(found)}: ${urlOf(found.attempt).slice(0, 300)}`];
}

const describe = ({ operation, who, status, cpu, slice, mebibytes }: Found) =>
  `${operation} (${who}) ${status}: ${cpu.toFixed(0)} ms for ${mebibytes.toFixed(1)} MiB, others wait ${slice.toFixed(0)} ms`;

function report(found: Found[]): void {
  const worst = [...found].sort((a, b) => excess(b) - excess(a)).slice(0, 15);
  console.table(
    worst.map((one) => ({
      operation: one.operation,
      who: one.who,
      status: one.status,
      'cpu, ms': Math.round(one.cpu),
      MiB: Number(one.mebibytes.toFixed(1)),
      'others wait, ms': Math.round(one.slice),
      'of what it may': Number(excess(one).toFixed(2)),
    })),
  );
}

/** @returns by how many MiB memory is above what it was before, after ten thousand different requests and a rest */
async function fillMemory(
  how: Pick<Search, 'operations' | 'sampler' | 'meter'> & { memory: () => number },
): Promise<number> {
  const { meter, memory, sampler } = how;
  const reads = how.operations.filter(({ method, access }) => method === 'GET' && access !== 'scope');
  const send = async (count: number, seed: number) => {
    for (let number = 0; number < count; number += 1) {
      const operation = reads[number % reads.length] as KnownOperation;
      await meter.measure(new Requests(operation, sampler).random(seed + number), undefined);
    }
  };
  // What every process takes once it works.
  await send(500, 1);
  await sleep(5000);
  const before = memory();
  await send(manyRequests, 1_000_000);
  await sleep(10_000);
  const after = memory();
  process.stdout.write(
    `${manyRequests} requests without a key: memory ${Math.round(before)} MiB before, ${Math.round(after)} after\n`,
  );
  return after - before;
}

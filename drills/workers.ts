import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createCorpus } from '../bench/corpus.ts';
import { connect } from '../bench/database.ts';
import { Cannon } from '../bench/fire.ts';
import { loadCorpus } from '../bench/load.ts';
import { cpuOf, parentOf } from '../bench/proc.ts';
import { type Running, startPostil } from '../bench/servers/start.ts';
import { rendererVersion } from '../src/content/markdown/version.ts';
import { unlimited } from '../src/limits/limits.ts';
import { onPostgres } from './on-postgres.ts';
import { readNumber } from './options.ts';

const mostSeconds = 60;
/** Of each process. */
const connections = 16;
const rounds = 3;
const rows = 500;
/** Two workers may take so many times the processor time of one process, for a request. */
const mostRatio = 1.1;
/** So far from its part each worker may be, of the requests and of the time. */
const mostApart = 0.2;

const requests = [{ path: '/v1/reviews?limit=20' }, { path: '/v1/reviews/review-1' }, { path: '/v1/tags' }];
/** How often each process is asked a second, and with which settings. */
const kinds = {
  remembered: { rate: 3000, variables: {} },
  cold: { rate: 300, variables: { RESPONSE_CACHE_MB: '0' } },
};
type Load = { seconds: number; rate: number };

/** What is compared: one or more services, which are asked at once. */
interface Contender {
  services: Running[];
  processes: number;
  /** Processor time of all its processes for a request, in microseconds, of each round. */
  perRequest: number[];
  /** Processor time of each of its workers in all rounds, in seconds. */
  ofWorkers: number[];
}

/**
 * Asks a service of one process, one of two workers, and two services of one process each, over kept connections, out of
 * memory and past it, in turn, so that each process has the same to do in all of them: one that has less finds less to be
 * done at once whenever it wakes up, and takes more time for each request. For this reason two services, each of which has
 * a client to itself, are told of and not judged by: workers have half of each client. Needs `/proc`.
 * @throws Error when two workers take more than 1.1 times the processor time of one process for a request, or do not share
 * what there is to do to a fifth
 */
export async function drillWorkers(options: string[]): Promise<void> {
  const { values } = parseArgs({ args: options, options: { seconds: { type: 'string', default: '3' } } });
  const seconds = readNumber(values.seconds, mostSeconds);
  // Builds dist/ when it is older than the source.
  execFileSync(process.execPath, ['postil.mjs', 'help'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const cannons = [new Cannon(), new Cannon()];
  const faults: string[] = [];
  const common = Object.fromEntries(Object.entries(unlimited).map(([name, value]) => [name, `${value}`]));
  await onPostgres(async ({ url }) => {
    const start = (variables: Record<string, string>) =>
      startPostil({ ...common, DATABASE_URL: url, ...variables });
    await (await start({})).stop();
    await fill(url);
    for (const [kind, { rate, variables }] of Object.entries(kinds)) {
      const one = await compete(1, [start(variables)]);
      const workers = await compete(2, [start({ ...variables, WORKERS: '2' })]);
      const apart = await compete(2, [start(variables), start(variables)]);
      // The first round warms all up.
      for (let round = 0; round <= rounds; round += 1)
        for (const contender of [one, workers, apart])
          await measure(cannons, contender, { seconds, rate }, round > 0);
      for (const { services } of [one, workers, apart])
        await Promise.all(services.map((each) => each.stop()));
      faults.push(...judge(kind, median(workers), median(one), median(apart)));
      faults.push(...judgeParts(`${kind}, seconds`, workers.ofWorkers));
    }
    const logging = await start({ LOG_LEVEL: 'info', WORKERS: '2' });
    const counts = countRequests(logging);
    // Connections are evened out while they are used.
    await fire(cannons, [logging], { seconds: 2, rate: kinds.remembered.rate });
    counts.clear();
    await fire(cannons, [logging], { seconds, rate: kinds.remembered.rate });
    await logging.stop();
    faults.push(...judgeParts('requests', [...counts.values()]));
  }).finally(() => {
    for (const cannon of cannons) cannon.stop();
  });
  assert.deepEqual(faults, []);
}

/** Fills a migrated database with reviews that the service finds rendered and indexed. */
async function fill(url: string): Promise<void> {
  const sql = connect(url);
  await loadCorpus(sql, createCorpus({ rows }));
  await sql.unsafe(`
    update reviews set html = '<p>' || body || '</p>', renderer_version = ${rendererVersion};
    insert into review_search select id, '{}', '{}', '{}' from reviews;
    insert into paper_search select id, '{}', '{}', '{}' from papers`);
  await sql.end();
}

async function compete(processes: number, starting: Promise<Running>[]): Promise<Contender> {
  return { services: await Promise.all(starting), processes, perRequest: [], ofWorkers: [] };
}

async function measure(
  cannons: Cannon[],
  { services, processes, perRequest, ofWorkers }: Contender,
  load: Load,
  isCounted: boolean,
): Promise<void> {
  const mains = services.map(({ pid }) => pid);
  const workers = readdirSync('/proc')
    .map(Number)
    .filter((pid) => mains.includes(parentOf(pid)));
  const all = [...workers, ...mains];
  const before = all.map(cpuOf);
  const answers = await fire(cannons.slice(0, processes), services, load);
  if (!isCounted) return;
  const times = all.map((pid, at) => cpuOf(pid) - (before[at] ?? 0));
  perRequest.push((times.reduce((sum, time) => sum + time, 0) / answers) * 1_000_000);
  for (const at of workers.keys()) ofWorkers[at] = (ofWorkers[at] ?? 0) + (times[at] ?? 0);
}

/** Each client asks as much as one process has to do. @returns how many answers there were */
async function fire(cannons: Cannon[], services: Running[], { seconds, rate }: Load): Promise<number> {
  const volleys = await Promise.all(
    cannons.map((cannon, at) => {
      const url = services[at % services.length]?.url ?? '';
      return cannon.fire({ url, requests, seconds, expect: 200, connections, rate });
    }),
  );
  let answers = 0;
  for (const volley of volleys) {
    assert.deepEqual([volley.errors, volley.unexpected], [0, 0]);
    answers += volley.answers;
  }
  return answers;
}

function judge(kind: string, workers: number, one: number, apart: number): string[] {
  const beside = (other: number) => `${other.toFixed()} (${(workers / other).toFixed(2)})`;
  const told = `${kind}, µs of processor time a request: two workers ${workers.toFixed()}, one process ${beside(one)}, two services ${beside(apart)}`;
  process.stdout.write(`${told}\n`);
  return workers / one > mostRatio ? [`${told}: more than ${mostRatio}`] : [];
}

function judgeParts(what: string, parts: number[]): string[] {
  const told = `${what} of each worker: ${parts.map((part) => Math.round(part * 10) / 10).join(', ')}`;
  process.stdout.write(`${told}\n`);
  const mean = parts.reduce((sum, part) => sum + part, 0) / 2;
  const isShared = parts.length === 2 && parts.every((part) => Math.abs(part / mean - 1) <= mostApart);
  return isShared ? [] : [`${told}: not shared to a fifth`];
}

/** @returns how many requests each worker has logged, by its pid: filled while the service runs */
function countRequests({ child }: Running): Map<string, number> {
  const counts = new Map<string, number>();
  assert.ok(child.stdout);
  createInterface(child.stdout).on('line', (line) => {
    const [, pid] = /"pid":(\d+),"reqId"/.exec(line) ?? [];
    if (pid !== undefined) counts.set(pid, (counts.get(pid) ?? 0) + 1);
  });
  return counts;
}

function median({ perRequest }: Contender): number {
  const sorted = perRequest.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

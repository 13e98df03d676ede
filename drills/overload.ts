import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { createDatabase } from '../bench/database.ts';
import { ask, startServer } from '../test/support/process.ts';
import { loadFinished } from './load-finished.ts';
import { onPostgres } from './on-postgres.ts';
import { readNumber } from './options.ts';
import type { Load, Loaded, Outcome } from './overload-client.ts';

const [rows, bytes] = [2000, 2000];
const connections = 32;
/**
 * The part of what it can do that it does when it is asked for twice as much. The client, which has twice as much to send
 * on the same processors, is no part of it.
 */
const least = 0.8;
/** How long recovering may take, in milliseconds. */
const recovery = 5000;
/** How long a refusal may take (99 %), and what needs no connection while all are held, in milliseconds. */
const atOnce = 500;
/** After how long it is clear that those who wait wait in vain, in milliseconds. */
const standing = 2000;

/**
 * Finds what the service can do, with nothing remembered, and asks for twice as much whatever it answers; then for half,
 * which it has to answer within five seconds. Then all connections are held: what needs none has to be answered.
 */
export async function drillOverload(options: string[]): Promise<void> {
  const { values } = parseArgs({ args: options, options: { seconds: { type: 'string', default: '10' } } });
  const seconds = readNumber(values.seconds, 600);
  await onPostgres(async (server) => {
    const url = await createDatabase(server.url, 'overload');
    await loadFinished(url, rows, bytes);
    const client = fork(new URL('./overload-client.ts', import.meta.url), {
      execArgv: ['--import', 'tsx'],
      serialization: 'advanced',
    });
    try {
      await overload(url, client, seconds);
      await exhaust(url);
    } finally {
      client.kill();
    }
  });
}

const shared = { LOG_LEVEL: 'error', OVERLOAD_WAIT_MS: '1000' };

async function overload(database: string, client: ChildProcess, seconds: number): Promise<void> {
  const server = await startServer({ DATABASE_URL: database, RESPONSE_CACHE_MB: '0', ...shared });
  const slugs = (await ask(`${server.url}/v1/reviews?limit=100&fields=slug`)).body.data;
  const paths = slugs.flatMap(({ slug }: { slug: string }, number: number) => [
    `/v1/reviews?limit=${(number % 20) + 1}`,
    `/v1/reviews/${encodeURIComponent(slug)}`,
  ]);
  const put = (load: Omit<Load, 'url' | 'paths'>) => putLoad(client, { url: server.url, paths, ...load });
  await put({ connections, seconds: 3 });
  const atMost = await put({ connections, seconds });
  const closed = summarize('as fast as it can', atMost.outcomes);
  const capacity = closed.answered / seconds;

  const above = await put({ rate: capacity * 2, seconds });
  const twice = summarize('twice that', above.outcomes);
  const { outcomes: half } = await put({ rate: capacity / 2, seconds: 8 });
  const late = half.filter(({ status, took }) => status !== 200 || took > closed.slowest + 100);
  const recovered = Math.max(0, ...late.map(({ at, took }) => at + took));
  summarize('half of it', half);
  const kept = twice.answered / closed.answered;
  const left =
    (availableParallelism() * seconds - above.cpu) / (availableParallelism() * seconds - atMost.cpu);
  process.stdout.write(
    `${kept.toFixed(2)} of what it can at twice that, for which the client left it ${left.toFixed(2)} of the processors; recovered after ${Math.round(recovered)} ms\n`,
  );
  assert.equal(twice.others, 0, 'every request is answered 200 or 503');
  assert.equal(closed.refused, 0, 'nothing is refused that can be done');
  assert.ok(twice.refused > 0 && twice.slowestRefusal < atOnce, 'what is refused is refused at once');
  assert.ok(kept >= least * left, 'it does less than it can');
  assert.ok(recovered < recovery, 'it does not recover');
  await server.stop();
}

async function putLoad(client: ChildProcess, load: Load): Promise<Loaded> {
  client.send(load);
  const [loaded] = (await Promise.race([
    once(client, 'message'),
    once(client, 'exit').then(() => assert.fail('the client ended')),
  ])) as [Loaded];
  return loaded;
}

function summarize(name: string, outcomes: Outcome[]) {
  const answered = outcomes.filter(({ status }) => status === 200);
  const refused = outcomes.filter(({ status, retryAfter }) => status === 503 && retryAfter !== null);
  const others = outcomes.length - answered.length - refused.length;
  const [slowest, slowestRefusal] = [percentile(answered, 99), percentile(refused, 99)];
  process.stdout.write(
    `${name}: ${outcomes.length} requests, ${answered.length} answered (${percentile(answered, 50)} ms, 99 % ${slowest} ms), ${refused.length} refused (${percentile(refused, 50)} ms, 99 % ${slowestRefusal} ms), ${others} others\n`,
  );
  return { answered: answered.length, refused: refused.length, others, slowest, slowestRefusal };
}

function percentile(outcomes: Outcome[], percent: number): number {
  const times = outcomes.map(({ took }) => took).sort((one, other) => one - other);
  return Math.round(times[Math.floor((times.length * percent) / 100)] ?? 0);
}

/** What needs no connection is answered at once while all are held, and everything when they are not. */
async function exhaust(database: string): Promise<void> {
  const waits = { POOL_TIMEOUT_MS: '60000', STATEMENT_TIMEOUT_MS: '60000' };
  const server = await startServer({ DATABASE_URL: database, POOL_SIZE: '4', ...waits, ...shared });
  const read = (path: string, headers: Record<string, string> = {}) => ask(server.url + path, { headers });
  const { headers } = await read('/v1/reviews');
  const sql = postgres(database, { max: 1, onnotice: () => undefined });
  const lock = await sql.reserve();
  await lock`begin`;
  await lock`lock table reviews in access exclusive mode`;
  const held = Array.from({ length: 4 }, (_, number) => read(`/v1/reviews?limit=1&page=${number + 1}`));
  held.push(read('/v1/reviews?limit=2&page=2'));
  // Looked at in the end; should the drill fail before, they fail with it.
  const answers = Promise.all(held);
  answers.catch(() => undefined);
  await sleep(standing);
  const etag = headers.get('etag') ?? '';
  const times: number[] = [];
  for (let time = 0; time < 40; time += 1) {
    const begun = performance.now();
    const others = await Promise.all([
      ...[read('/health/live'), read('/health/ready'), read('/v1/reviews'), read('/v1/tags?limit=1')],
      read('/v1/reviews', { 'if-none-match': etag }),
    ]);
    assert.deepEqual(
      others.map(({ status }) => status),
      [200, 200, 200, 503, 304],
    );
    times.push(performance.now() - begun);
  }
  await lock`rollback`;
  lock.release();
  await sql.end();
  for (const { status } of await answers) assert.equal(status, 200);
  assert.equal((await read('/v1/reviews?limit=4')).status, 200);
  const usual = Math.round(times.sort((one, other) => one - other)[20] ?? 0);
  process.stdout.write(
    `health, 304s and what memory has were answered while all connections were held, in ${usual} ms\n`,
  );
  assert.ok(usual < atOnce, 'they are answered at once');
  await server.stop();
}

import assert from 'node:assert/strict';
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { buildApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { closeDatabase, openDatabase } from '../src/db/driver/client.ts';
import { migrateDatabase } from '../src/db/migrations/migrate.ts';
import { unlimited } from '../src/limits/limits.ts';
import { boundHeap } from '../src/runtime/heap.ts';
import { createPostgres, findPostgres, noPostgres } from '../test/support/postgres.ts';
import type { Done, Stage } from './render-client.ts';
import { reportFolder } from './render-folder.ts';

const longestDelay = 50;
const key = 'k'.repeat(32);

/**
 * Posts the hostile corpus to the service on Postgres while four clients read, then twenty megabytes of hostile
 * Markdown at once: the event loop's delay has to stay under 50 ms at the 99th percentile for the first, and the
 * readers may not be slowed by half by the second. At last notes are posted while other programs take the whole machine:
 * the slowest post may take no more than a few times as long as the slowest read. With a folder it reports how that is
 * rendered instead.
 */
export async function drillRender(options: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: options,
    options: { seconds: { type: 'string', default: '10' } },
    allowPositionals: true,
  });
  const [folder] = positionals;
  if (folder !== undefined) {
    process.stdout.write(reportFolder(folder));
    return;
  }
  const seconds = Math.min(Number(values.seconds), 120);
  assert.ok(seconds > 0, `${values.seconds} is no number`);
  const binaries = await findPostgres();
  assert.ok(binaries, noPostgres);
  const postgres = await createPostgres(binaries);
  const settings = readConfig({
    ...{ LOG_LEVEL: 'silent', ADMIN_KEY: key, DATABASE_URL: postgres.url },
    // Readers are to need the database.
    RESPONSE_CACHE_MB: '0',
  });
  const config = { ...settings, ...unlimited };
  boundHeap();
  const db = openDatabase({ url: postgres.url }, config);
  const client = fork(new URL('./render-client.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
  try {
    await migrateDatabase({ url: postgres.url });
    const app = await buildApp({ config, db });
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    const measure = (post: Stage['post']) => runStage(client, { url, key, post, seconds });
    await measure('corpus');
    const alone = await measure('nothing');
    const corpus = await measure('corpus');
    const megabytes = await measure('megabytes');
    const busy = occupyProcessors();
    const notes = await measure('notes').finally(() => {
      for (const program of busy) program.kill();
    });
    await app.close();
    assert.ok(corpus.delay < longestDelay, `the event loop is late by ${corpus.delay} ms (99 %)`);
    assert.ok(megabytes.readsASecond > alone.readsASecond / 2, 'readers are slowed by more than half');
    assert.ok(notes.slowestPost < 4 * notes.slowestRead + 2000, 'posts are starved on a busy machine');
  } finally {
    client.kill();
    await closeDatabase(db);
    await postgres.remove();
  }
}

/** Programs that want four times as many processors as there are. */
function occupyProcessors(): ChildProcess[] {
  return Array.from({ length: 4 * availableParallelism() }, () =>
    spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
  );
}

/** Runs a stage in the client's process, so that only the service is in this one, and prints what was measured. */
async function runStage(client: ChildProcess, stage: Stage) {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  const begun = performance.now();
  client.send(stage);
  const [done] = (await Promise.race([
    once(client, 'message'),
    once(client, 'exit').then(() => assert.fail('the client ended')),
  ])) as [Done];
  const elapsed = (performance.now() - begun) / 1000;
  delays.disable();
  const inMilliseconds = (nanoseconds: number) => Math.round(nanoseconds / 1e5) / 10;
  const delay = inMilliseconds(delays.percentile(99));
  const readsASecond = Math.round(done.reads / elapsed);
  process.stdout.write(
    `${stage.post}: ${done.posts} posts in ${elapsed.toFixed(1)} s, ${readsASecond} reads a second, event loop late by ${delay} ms (99 %), ${inMilliseconds(delays.max)} ms (most), ${done.faults.length} refused, slowest read ${Math.round(done.slowestRead)} ms, slowest post ${Math.round(done.slowestPost)} ms\n`,
  );
  assert.deepEqual(done.faults, []);
  return { ...done, delay, readsASecond };
}

import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { type Outcome, WorkerCluster } from '../cluster/cluster.ts';
import type { Config } from '../config.ts';
import { type Connection, closeDatabase, type Db, openDatabase } from '../db/driver/client.ts';
import { connectionOf } from '../db/driver/engine.ts';
import { findReadinessFault, migrateDatabase } from '../db/migrations/migrate.ts';
import { openLogger } from '../log/logger.ts';
import { explainFailure } from './failure.ts';
import { greet } from './greeting.ts';
import { startLimits } from './log.ts';
import { bindPort } from './port.ts';
import { logProgress } from './progress-log.ts';
import { migrateAtStart, tendDatabase } from './start.ts';

/** Prepares the database once and serves by several processes, until a signal ends it or no worker can be started. */
export async function serveByWorkers(config: Config & { DATABASE_URL: string }): Promise<void> {
  const log = await openLogger(config, true);
  const connection = connectionOf(config);
  const closePort = await bindPort(config);
  const progress = logProgress(log);
  await prepare(connection, config, log);
  progress.begin('the workers are started');
  // They bind it again, together.
  await closePort();
  const workforce = new WorkerCluster({
    count: config.WORKERS,
    // They end by themselves in time, unless they are stuck.
    patience: config.SHUTDOWN_DELAY_MS + config.SHUTDOWN_TIMEOUT_MS + 1000,
    log,
    onReady: (address) => {
      log.info(`${config.WORKERS} workers listen at ${address}`);
      progress.end();
      greet(address, config);
    },
  });
  obeySignals(workforce, log, async () => {
    // What it is restarted for may be a newer version, whose migrations are there now.
    await migrateDatabase(connection, { ...startLimits(config, log), unreachable: 0 });
    await workforce.roll();
  });
  workforce.start();
  finish(await workforce.ended);
}

/** Everything that is done once, whatever the number of processes. */
async function prepare(connection: Connection, config: Config, log: Logger): Promise<void> {
  await migrateAtStart(connection, config, log);
  const db = openDatabase(connection, config);
  try {
    await tendDatabase(db, log);
    if (config.SAMPLE_CONTENT) await loadSample(db, config, log);
    const fault = await findReadinessFault(db);
    if (fault) log.error(fault);
  } finally {
    await closeDatabase(db);
  }
}

/** Loads the sample content into an empty database, by an application that serves nobody. */
async function loadSample(db: Db, config: Config, log: Logger): Promise<void> {
  const { isEmpty } = await import('../sync/sample/first-start.ts');
  if (!(await isEmpty(db))) return;
  const [{ buildApp }, { loadSampleContent }] = await Promise.all([
    import('../app.ts'),
    import('../sync/sample/load.ts'),
  ]);
  const ADMIN_KEY = randomBytes(24).toString('hex');
  const app = await buildApp({ config: { ...config, ADMIN_KEY }, db });
  await loadSampleContent(app, ADMIN_KEY, log).finally(() => app.close());
}

/** SIGTERM and SIGINT end the service, a second one at once; SIGHUP replaces its workers, one after the other. */
function obeySignals(workforce: WorkerCluster, log: Logger, renew: () => Promise<void>): void {
  let isEnding = false;
  const end = () => {
    if (isEnding) {
      workforce.kill();
      process.exit(1);
    }
    isEnding = true;
    workforce.end();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, end);
  process.on('SIGHUP', () => {
    // There it says that the terminal is gone.
    if (process.stdin.isTTY) return end();
    renew().catch((error: unknown) => log.error(`the workers are not replaced: ${explainFailure(error)}`));
  });
}

function finish({ code, reason }: Outcome): never {
  if (reason) process.stderr.write(`${reason}\n`);
  process.exit(code);
}

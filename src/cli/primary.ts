import type { Config } from '../config.ts';
import { type Connection, closeDatabase, openDatabase } from '../db/client.ts';
import { findReadinessFault, migrateDatabase } from '../db/migrate.ts';
import { tendSite } from '../db/site.ts';
import { openLogDestination } from '../log-destination.ts';
import { indexMissing } from '../search/store.ts';
import { type Outcome, Workforce } from '../workers/workforce.ts';
import { explainFailure } from './failure.ts';

/** The numbers that the lines of the log have for their levels. */
const levels = { trace: 10, debug: 20, info: 30, warn: 40, error: 50, fatal: 60, silent: 100 };

/** Prepares the database once and serves by several processes, until a signal ends it or no worker can be started. */
export async function serveByWorkers(config: Config & { DATABASE_URL: string }): Promise<void> {
  const log = openLog(config.LOG_LEVEL);
  const connection = { url: config.DATABASE_URL };
  await prepare(connection, config, log);
  const workforce = new Workforce({
    count: config.WORKERS,
    // They end by themselves in time, unless they are stuck.
    patience: config.SHUTDOWN_DELAY_MS + config.SHUTDOWN_TIMEOUT_MS + 1000,
    log,
    onReady: (address) => {
      log('info', `${config.WORKERS} workers listen at ${address}`);
      if (config.PORT === 0) openLogDestination().write(`Postil listens at ${address}\n`);
    },
  });
  obeySignals(workforce, log, async () => {
    // What it is restarted for may be a newer version, whose migrations are there now.
    await migrateDatabase(connection);
    await workforce.roll();
  });
  workforce.start();
  finish(await workforce.ended);
}

/** Everything that is done once, whatever the number of processes, and needs no application. */
async function prepare(connection: Connection, config: Config, log: Log): Promise<void> {
  await migrateDatabase(connection);
  const db = openDatabase(connection, config);
  try {
    await tendSite(db);
    if (config.SAMPLE_CONTENT) {
      const { prepareFirstStart } = await import('../sample/first-start.ts');
      await prepareFirstStart(db, { embedded: false, sampleContent: true, keyFile: '' });
    }
    await indexMissing(db);
    const fault = await findReadinessFault(db);
    if (fault) log('error', fault);
  } finally {
    await closeDatabase(db);
  }
}

/** SIGTERM and SIGINT end the service, a second one at once; SIGHUP replaces its workers, one after the other. */
function obeySignals(workforce: Workforce, log: Log, renew: () => Promise<void>): void {
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
    renew().catch((error: unknown) => log('error', `the workers are not replaced: ${explainFailure(error)}`));
  });
}

function finish({ code, reason }: Outcome): never {
  if (reason) process.stderr.write(`${reason}\n`);
  process.exit(code);
}

type Log = (level: 'info' | 'warn' | 'error', text: string) => void;

/** Writes lines as those of the workers, without what else these need of Fastify. */
function openLog(least: Config['LOG_LEVEL']): Log {
  return (level, msg) => {
    if (levels[level] < levels[least]) return;
    const line = { level: levels[level], time: Date.now(), pid: process.pid, msg };
    openLogDestination().write(`${JSON.stringify(line)}\n`);
  };
}

import cluster from 'node:cluster';
import { randomBytes } from 'node:crypto';
import { Command } from 'commander';
import type { Logger } from 'pino';
import { type Config, readConfig } from '../config.ts';
import { openDatabase } from '../db/driver/client.ts';
import { type Engine, startEngine } from '../db/driver/engine.ts';
import { findReadinessFault } from '../db/migrations/migrate.ts';
import { openLogger } from '../log/logger.ts';
import { boundHeap } from '../runtime/heap.ts';
import { greet } from './greeting.ts';
import { endWithNpm } from './parent.ts';
import { bindPort } from './port.ts';
import { logProgress, type StartProgress } from './progress-log.ts';
import { migrateAtStart, tendDatabase } from './start.ts';

export const serveCommand = new Command('serve').description('Serve the API (the default).').action(serve);

/** Starts the service and runs it until a signal. Each kind of process imports what it needs. */
async function serve(): Promise<void> {
  const config = readConfig();
  boundHeap();
  if (!cluster.isWorker) endWithNpm();
  const { DATABASE_URL } = config;
  if (DATABASE_URL !== undefined && cluster.isWorker) {
    const { serveAsWorker } = await import('./worker.ts');
    await serveAsWorker({ ...config, DATABASE_URL });
  } else if (DATABASE_URL !== undefined && config.WORKERS > 1) {
    const { serveByWorkers } = await import('./primary.ts');
    await serveByWorkers({ ...config, DATABASE_URL });
  } else {
    await serveAlone(config);
  }
}

async function serveAlone(config: Config): Promise<void> {
  const log = await openLogger(config);
  const closePort = await bindPort(config);
  const progress = logProgress(log);
  const engine = await startEngine(config, {
    onExit: (error) => {
      process.stderr.write(`${error.message}\n`);
      process.exit(1);
    },
    onCreate: () => {
      progress.begin('the embedded database is made, once');
      log.info(`The embedded database is made in ${config.DATA_DIR}.`);
    },
  });
  try {
    // The sample content and the commands of this folder go through the application, with a key that is nowhere written and
    // ends with this process.
    const ADMIN_KEY = config.ADMIN_KEY ?? randomBytes(24).toString('hex');
    await run({ ...config, ADMIN_KEY }, engine, { log, closePort, progress });
  } catch (error) {
    await engine.stop();
    throw error;
  }
}

interface Beginning {
  log: Logger;
  closePort: () => Promise<void>;
  progress: StartProgress;
}

async function run(
  config: Config & { ADMIN_KEY: string },
  engine: Engine,
  { log, closePort, progress }: Beginning,
): Promise<void> {
  progress.begin('the service is loaded');
  const [{ buildService }, { isEmpty, prepareKey }] = await Promise.all([
    import('./service.ts'),
    import('../sync/sample/first-start.ts'),
  ]);
  progress.begin('the database is migrated');
  await migrateAtStart(engine.connection, config, log);
  const db = openDatabase(engine.connection, config);
  progress.begin('the search index is completed');
  await tendDatabase(db, log);
  progress.begin('the application is built');
  const { app, takeDuties } = await buildService(config, db, () => engine.stop());
  if ((config.SAMPLE_CONTENT ?? engine.embedded) && (await isEmpty(db))) {
    progress.begin('the sample content is loaded');
    const { loadSampleContent } = await import('../sync/sample/load.ts');
    await loadSampleContent(app, config.ADMIN_KEY, log);
  }
  const unusedKey = engine.embedded ? await prepareKey(db, config) : null;
  takeDuties();
  await app.ready();
  await closePort();
  const address = await app.listen({ host: config.HOST, port: config.PORT });
  progress.end();
  engine.announce({ url: reachable(address), key: config.ADMIN_KEY });
  const fault = await findReadinessFault(db);
  if (fault) app.log.error(fault);
  greet(address, config, unusedKey);
}

/** An address of this machine in place of those that stand for all of them. */
const reachable = (address: string) =>
  address.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');

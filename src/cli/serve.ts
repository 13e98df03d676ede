import cluster from 'node:cluster';
import { join } from 'node:path';
import { Command } from 'commander';
import { type Config, readConfig } from '../config.ts';
import { openDatabase } from '../db/driver/client.ts';
import { type Engine, startEngine } from '../db/driver/engine.ts';
import { findReadinessFault } from '../db/migrations/migrate.ts';
import { publicBase } from '../http/site/url-builder.ts';
import { openLogDestination } from '../log/log-destination.ts';
import { openLogger } from '../log/logger.ts';
import { boundHeap } from '../runtime/heap.ts';
import { endWithNpm } from './parent.ts';
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
  const engine = await startEngine(config, (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  try {
    await run(config, engine);
  } catch (error) {
    await engine.stop();
    throw error;
  }
}

async function run(config: Config, engine: Engine): Promise<void> {
  const [{ buildService }, { prepareFirstStart }] = await Promise.all([
    import('./service.ts'),
    import('../sync/sample/first-start.ts'),
  ]);
  const log = await openLogger(config);
  await migrateAtStart(engine.connection, config, log);
  const db = openDatabase(engine.connection, config);
  await tendDatabase(db, log);
  const adminKey = await prepareFirstStart(db, config, { embedded: engine.embedded, log });
  const { app, takeDuties } = await buildService(config, db, () => engine.stop());
  takeDuties();
  const address = await app.listen({ host: config.HOST, port: config.PORT });
  const fault = await findReadinessFault(db);
  if (fault) app.log.error(fault);
  if (adminKey) greet(publicBase(config) ?? address, adminKey, config);
  else if (config.PORT === 0) openLogDestination().print(`Postil listens at ${address}\n`);
}

function greet(address: string, key: string, config: Config): void {
  openLogDestination().print(`
Postil is ready.

  Reviews  ${address}/v1/reviews
  Docs     ${address}/docs
  Key      ${key}

The key has every scope. It is shown this once, and kept in ${join(config.DATA_DIR, 'admin.key')}.

`);
}

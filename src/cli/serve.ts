import { join } from 'node:path';
import { Command } from 'commander';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../app.ts';
import { type Config, readConfig } from '../config.ts';
import { closeDatabase, type Db, openDatabase } from '../db/client.ts';
import { type Engine, startEngine } from '../db/engine.ts';
import { findReadinessFault, migrateDatabase } from '../db/migrate.ts';
import { tendSite } from '../db/site.ts';
import { prepareFirstStart } from '../sample/first-start.ts';
import { indexMissing } from '../search/store.ts';
import { startRerendering } from './rerendering.ts';
import { startScheduler } from './scheduler.ts';

export const serveCommand = new Command('serve').description('Serve the API (the default).').action(serve);

/** Starts the service and keeps it running until a signal ends it. */
async function serve(): Promise<void> {
  const config = readConfig();
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
  await migrateDatabase(engine.connection);
  const db = openDatabase(engine.connection, config);
  await tendSite(db);
  const adminKey = await prepareFirstStart(db, {
    embedded: engine.embedded,
    sampleContent: config.SAMPLE_CONTENT ?? engine.embedded,
    keyFile: join(config.DATA_DIR, 'admin.key'),
  });
  const app = await buildApp({ config, db });
  app.addHook('onClose', startScheduler(db, app.log));
  endOnSignals(app, db, engine, config.SHUTDOWN_TIMEOUT_MS);
  await indexMissing(db);
  app.addHook('onClose', startRerendering(db, engine.connection, app.log));
  const address = await app.listen({ host: config.HOST, port: config.PORT });
  const fault = await findReadinessFault(db);
  if (fault) app.log.error(fault);
  if (adminKey) greet(config.PUBLIC_URL?.replace(/\/$/, '') ?? address, adminKey, config);
  else if (config.PORT === 0) process.stdout.write(`Postil listens at ${address}\n`);
}

function greet(address: string, key: string, config: Config): void {
  process.stdout.write(`
Postil is ready.

  Reviews  ${address}/v1/reviews
  Docs     ${address}/docs
  Key      ${key}

The key has every scope. It is shown this once, and kept in ${join(config.DATA_DIR, 'admin.key')}.

`);
}

/** SIGTERM and SIGINT let requests in flight end, then everything behind them; a second signal does not wait. */
function endOnSignals(app: FastifyInstance, db: Db, engine: Engine, milliseconds: number): void {
  let ending = false;
  const end = async () => {
    if (ending) process.exit(1);
    ending = true;
    const timer = setTimeout(() => process.exit(1), milliseconds);
    try {
      await app.close();
      await closeDatabase(db);
      await engine.stop();
    } catch (error) {
      app.log.error({ err: error }, 'the shutdown failed');
      process.exitCode = 1;
    }
    clearTimeout(timer);
    process.exit();
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

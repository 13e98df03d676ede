import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Connection, Db } from '../db/driver/client.ts';
import { sqlStateOf } from '../db/driver/faults.ts';
import { migrateDatabase } from '../db/migrations/migrate.ts';
import { tendSite } from '../db/unit-of-work/site.ts';
import { indexMissing } from '../search/store.ts';
import { startLimits } from './log.ts';

const quit = () => process.exit(0);
const signals = ['SIGTERM', 'SIGINT'] as const;

/** Migrates before the service handles signals; process 1 of a container ignores them by default. */
export async function migrateAtStart(connection: Connection, config: Config, log: Logger): Promise<void> {
  for (const signal of signals) process.on(signal, quit);
  try {
    await migrateDatabase(connection, startLimits(config, log));
  } finally {
    for (const signal of signals) process.off(signal, quit);
  }
}

/** Finishes interrupted maintenance. A read-only database is served unchanged. */
export async function tendDatabase(db: Db, log: Logger): Promise<void> {
  try {
    await tendSite(db);
    await indexMissing(db);
  } catch (error) {
    if (sqlStateOf(error) !== '25006') throw error;
    log.warn('The database is read-only: nothing can be written until it is not.');
  }
}

import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { startEngine } from '../db/driver/engine.ts';
import { migrateDatabase } from '../db/migrations/migrate.ts';
import { commandLimits } from './log.ts';

export const migrateCommand = new Command('migrate')
  .description('Bring the database to the newest migration; `serve` does so by itself.')
  .action(async () => {
    const config = readConfig();
    const engine = await startEngine(config);
    try {
      // A deployment step, before the service starts: it waits for the database.
      const limits = { ...commandLimits(config), unreachable: config.START_TIMEOUT_MS };
      await migrateDatabase(engine.connection, limits);
      process.stdout.write('The database is at the newest migration.\n');
    } finally {
      await engine.stop();
    }
  });

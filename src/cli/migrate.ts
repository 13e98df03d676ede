import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { startEngine } from '../db/engine.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { commandPatience } from './log.ts';

export const migrateCommand = new Command('migrate')
  .description('Bring the database to the newest migration; `serve` does so by itself.')
  .action(async () => {
    const config = readConfig();
    const engine = await startEngine(config);
    try {
      // It is what a deployment waits for, before the service is started.
      const patience = { ...commandPatience(config), milliseconds: config.START_TIMEOUT_MS };
      await migrateDatabase(engine.connection, patience);
      process.stdout.write('The database is at the newest migration.\n');
    } finally {
      await engine.stop();
    }
  });

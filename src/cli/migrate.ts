import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { startEngine } from '../db/engine.ts';
import { migrateDatabase } from '../db/migrate.ts';

export const migrateCommand = new Command('migrate')
  .description('Bring the database to the newest migration; `serve` does so by itself.')
  .action(async () => {
    const engine = await startEngine(readConfig());
    try {
      await migrateDatabase(engine.connection);
      process.stdout.write('The database is at the newest migration.\n');
    } finally {
      await engine.stop();
    }
  });

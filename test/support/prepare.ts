import { prepareTemplate } from './database.ts';

// One migrated database, which every test file gets a copy of.
await prepareTemplate();
process.exit(0);

#!/usr/bin/env node
import { Command } from 'commander';
import { exportCommand } from './cli/archive.ts';
import { explainFailure } from './cli/failure.ts';
import { importCommand } from './cli/import.ts';
import { keysCommand } from './cli/keys.ts';
import { migrateCommand } from './cli/migrate.ts';
import { openapiCommand } from './cli/openapi.ts';
import { pullCommand } from './cli/pull.ts';
import { pushCommand } from './cli/push.ts';
import { serveCommand } from './cli/serve.ts';

const program = new Command('postil')
  .description('A headless content API for research-paper reviews.')
  .showHelpAfterError()
  .addCommand(serveCommand, { isDefault: true })
  .addCommand(migrateCommand)
  .addCommand(exportCommand)
  .addCommand(importCommand)
  .addCommand(pushCommand)
  .addCommand(pullCommand)
  .addCommand(keysCommand)
  .addCommand(openapiCommand);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exit(1);
}

#!/usr/bin/env node
import { Command } from 'commander';
import { explainFailure } from './cli/failure.ts';
import { version } from './version.ts';

/** The commands, imported on demand: loading the service takes longer than most of them. */
const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./cli/serve.ts')).serveCommand,
  migrate: async () => (await import('./cli/migrate.ts')).migrateCommand,
  export: async () => (await import('./cli/archive.ts')).exportCommand,
  import: async () => (await import('./cli/import.ts')).importCommand,
  push: async () => (await import('./cli/push.ts')).pushCommand,
  pull: async () => (await import('./cli/pull.ts')).pullCommand,
  images: async () => (await import('./cli/images.ts')).imagesCommand,
  redirects: async () => (await import('./cli/redirects.ts')).redirectsCommand,
  keys: async () => (await import('./cli/keys.ts')).keysCommand,
  openapi: async () => (await import('./cli/openapi.ts')).openapiCommand,
};

// Node's exit code for an unsettled top-level await.
const unsettled = 13;
process.on('exit', () => {
  if (process.exitCode !== unsettled) return;
  process.stderr.write('It ended in the middle of its work: what it waited for cannot happen any more.\n');
  process.exitCode = 1;
});

const isVersion = (asked: string) => asked === '--version' || asked === '-V';

const program = new Command('postil')
  .description('A headless content API for research-paper reviews.')
  .version(version)
  .showHelpAfterError();

try {
  const asked = process.argv[2] ?? 'serve';
  for (const [name, load] of Object.entries(commands)) {
    // `--help` and unknown commands show all.
    if (name === asked || !(Object.hasOwn(commands, asked) || isVersion(asked)))
      program.addCommand(await load(), { isDefault: name === 'serve' });
  }
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exit(1);
}

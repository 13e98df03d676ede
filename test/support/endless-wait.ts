import { Command } from 'commander';

/** The command, with work that waits for what nothing brings about. */
Command.prototype.parseAsync = () => new Promise(() => undefined);
await import('../../src/main.ts');

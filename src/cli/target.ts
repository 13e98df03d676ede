import type { Command } from 'commander';
import type { Scope } from '../db/schema/tables.ts';
import { type Caller, callServer } from '../sync/caller.ts';
import { rules } from '../validation/rules.ts';
import { CommandError } from './command-error.ts';
import { commandLimits } from './log.ts';

/** The target of a command: a running server; when neither is given, that of the data directory, or the database. */
export interface Target {
  url?: string | undefined;
  key?: string | undefined;
}

/** Adds the options of a target to a command. @param scopes that the key needs, for the help */
export function addTarget(command: Command, scopes: Scope[]): Command {
  return command
    .option(
      '--url <address>',
      'a running server to go through; else POSTIL_URL, else the one of DATA_DIR, else straight to the database',
    )
    .option(
      '--key <key>',
      `its key, or POSTIL_KEY; ${scopes.length === 0 ? 'with any scope' : `with the scopes ${scopes.join(', ')}`}`,
    );
}

/**
 * The server of the options, else of POSTIL_URL and POSTIL_KEY, else the one that runs on the data directory; undefined for
 * the database.
 * @throws CommandError when only one of URL and key is given, or the URL is invalid
 */
export async function findServer(target: Target): Promise<Required<Target> | undefined> {
  const { url, key } = target.url && target.key ? target : await completeTarget(target);
  if (url === undefined && key === undefined) return findOwnServer();
  if (url === undefined || key === undefined)
    throw new CommandError('--url and --key go together, as do POSTIL_URL and POSTIL_KEY.');
  const ruling = rules.url(url);
  if (!ruling.ok) throw new CommandError(`--url ${ruling.reason}.`);
  return { url, key };
}

/** The server that runs on the data directory of the settings. */
async function findOwnServer(): Promise<Required<Target> | undefined> {
  const { readConfig } = await import('../config.ts');
  const { DATABASE_URL, DATA_DIR, START_TIMEOUT_MS } = readConfig();
  if (DATABASE_URL !== undefined) return undefined;
  const { findRunningServer } = await import('../db/embedded/owner.ts');
  return findRunningServer(DATA_DIR, START_TIMEOUT_MS);
}

/** The settings are imported on demand: they load more than a command to a server does. */
async function completeTarget({ url, key }: Target): Promise<Target> {
  const { readConfig } = await import('../config.ts');
  const { POSTIL_URL, POSTIL_KEY } = readConfig();
  return { url: url ?? POSTIL_URL, key: key ?? POSTIL_KEY };
}

/** Opens that server, or the configured database. @throws CommandError as `findServer` does */
export async function openTarget(target: Target): Promise<Caller> {
  const server = await findServer(target);
  if (server) return callServer(server.url, server.key);
  const [{ callDatabase }, { readConfig }] = await Promise.all([
    import('../sync/local-caller.ts'),
    import('../config.ts'),
  ]);
  const config = readConfig();
  return callDatabase(config, commandLimits(config));
}

/** Runs work with an opened target, and closes it in any case. */
export async function withTarget<T>(target: Target, work: (caller: Caller) => Promise<T>): Promise<T> {
  const caller = await openTarget(target);
  try {
    return await work(caller);
  } finally {
    await caller.close();
  }
}

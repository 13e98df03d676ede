import type { Command } from 'commander';
import { type Caller, callDatabase, callServer } from '../caller.ts';
import { readConfig } from '../config.ts';
import type { Scope } from '../db/schema.ts';
import { rules } from '../rules.ts';
import { CommandError } from './command-error.ts';
import { commandLimits } from './log.ts';

/** Where a command does its work: a running server, or the database when neither is given. */
export interface Target {
  url?: string;
  key?: string;
}

/** Gives a command the options of a target. @param scopes what the key needs, for the help */
export function addTarget(command: Command, scopes: Scope[]): Command {
  return command
    .option(
      '--url <address>',
      'a running server to go through; else POSTIL_URL, else straight to the database',
    )
    .option('--key <key>', `its key, or POSTIL_KEY; with the scopes ${scopes.join(', ')}`);
}

/**
 * The server that the options name, else POSTIL_URL and POSTIL_KEY; undefined when the database is meant.
 * @throws CommandError when only one of address and key is given, or the address is none
 */
export function findServer(target: Target): Required<Target> | undefined {
  const config = readConfig();
  const url = target.url ?? config.POSTIL_URL;
  const key = target.key ?? config.POSTIL_KEY;
  if (url === undefined && key === undefined) return undefined;
  if (url === undefined || key === undefined)
    throw new CommandError('--url and --key go together, as do POSTIL_URL and POSTIL_KEY.');
  const ruling = rules.url(url);
  if (!ruling.ok) throw new CommandError(`--url ${ruling.reason}.`);
  return { url, key };
}

/** Opens that server, or the database of the configuration. @throws CommandError as `findServer` does */
export async function openTarget(target: Target): Promise<Caller> {
  const server = findServer(target);
  const config = readConfig();
  return server ? callServer(server.url, server.key) : callDatabase(config, commandLimits(config));
}

/** Does work with an opened target, and closes it whatever comes of that. */
export async function withTarget<T>(target: Target, work: (caller: Caller) => Promise<T>): Promise<T> {
  const caller = await openTarget(target);
  try {
    return await work(caller);
  } finally {
    await caller.close();
  }
}

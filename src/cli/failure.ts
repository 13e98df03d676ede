import { ConfigurationError } from '../config.ts';
import { isUnavailable, sqlStateOf, summarizeFault } from '../db/faults.ts';
import { CommandError } from './command-error.ts';

const ownLines = new Set(['EmbeddedDatabaseError', 'DataDirectoryBusy', 'UnsupportedDatabase', 'CallFailed']);

/** What went wrong, in one line for the terminal; with the stack only when it is a fault of ours. */
export function explainFailure(error: unknown): string {
  if (error instanceof ConfigurationError || error instanceof CommandError) return error.message;
  if (error instanceof Error && ownLines.has(error.name)) return error.message;
  const { code, path } = (error ?? {}) as { code?: string; path?: unknown };
  if (error instanceof Error && typeof path === 'string' && code !== undefined)
    return `${path} cannot be used: ${error.message}`;
  if (code === 'EADDRINUSE')
    return `The address is in use by another process: choose another PORT. (${(error as Error).message})`;
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
    return `The address cannot be listened on: choose another HOST or PORT. (${(error as Error).message})`;
  if (sqlStateOf(error)) return `The database is wrong: ${summarizeFault(error)}. Look at DATABASE_URL.`;
  if (isUnavailable(error))
    return `The database cannot be reached: ${summarizeFault(error)}. Look at DATABASE_URL.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

import { isConnectionFault, sqlStateOf, summarizeFault } from '../db/driver/faults.ts';
import { isTransient } from '../db/driver/start-retry.ts';
import { CommandError } from './command-error.ts';

/** By name: to import the classes would load the service for every command. */
const ownLines = new Set([
  'ConfigurationError',
  'EmbeddedDatabaseError',
  'DataDirectoryBusy',
  'StartRefused',
  'MigrationFailed',
  'CallFailed',
  'ArchiveRefused',
]);

/** Remedies by SQLSTATE (PostgreSQL manual, appendix A). */
const remedies: Record<string, string> = {
  '3D000': 'Create it: `createdb -T template0 -E UTF8 --locale=C.UTF-8 <name>`. Else look at DATABASE_URL.',
  '28000': 'Look at DATABASE_URL; a server that asks for TLS needs `?sslmode=require`.',
  '25006':
    'It is a standby, or has default_transaction_read_only: Postil needs a database that takes writes.',
};

/** The reason of a failure, in one line for the terminal; with the stack only for a bug of ours. */
export function explainFailure(error: unknown): string {
  if (error instanceof CommandError) return error.message;
  if (error instanceof Error && ownLines.has(error.name)) return error.message;
  const { code, path } = (error ?? {}) as { code?: string; path?: unknown };
  if (error instanceof Error && typeof path === 'string' && code !== undefined)
    return `${path} cannot be used: ${error.message}`;
  if (code === 'EADDRINUSE')
    return `The address is in use by another process: choose another PORT. (${(error as Error).message})`;
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
    return `The address cannot be listened on: choose another HOST or PORT. (${(error as Error).message})`;
  const { cause } = (error ?? {}) as { cause?: unknown };
  if (cause instanceof Error && cause.name === 'AddressFault') return `DATABASE_URL ${cause.message}.`;
  const state = sqlStateOf(error);
  const remedy = remedies[state ?? ''];
  if (remedy === undefined && (isTransient(error) || isConnectionFault(error)))
    return `The database cannot be reached: ${summarizeFault(error)}. Look at DATABASE_URL.`;
  if (state) return `The database is wrong: ${summarizeFault(error)}. ${remedy ?? 'Look at DATABASE_URL.'}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

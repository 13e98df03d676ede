import type { Address } from './address.ts';

/** Settings of a session (PostgreSQL manual, 20): their names and values. */
export type SessionSettings = Record<string, string>;

/** How long what a session does may take, in milliseconds; 0 for no limit. */
export interface SessionLimits {
  STATEMENT_TIMEOUT_MS: number;
  POOL_TIMEOUT_MS?: number;
}

/** Those that poolers such as PgBouncer keep for each client, so that they can be parameters of the startup message. */
export const startupSettings: SessionSettings = {
  TimeZone: 'UTC',
  DateStyle: 'ISO, MDY',
  standard_conforming_strings: 'on',
};

/**
 * What our reading and the correctness of statements depend on, whatever the role, the database or the server has. Not
 * `default_transaction_read_only`: who sets that wants no writes, and gets none.
 */
export const neededSettings: SessionSettings = {
  IntervalStyle: 'postgres',
  extra_float_digits: '1',
  bytea_output: 'hex',
  array_nulls: 'on',
  transform_null_equals: 'off',
  // Extensions may have a schema of that name (Supabase).
  search_path: 'public, extensions',
  default_transaction_isolation: 'read committed',
  row_security: 'on',
  exit_on_error: 'off',
  // Anything above lets an index leave out rows that match.
  gin_fuzzy_search_limit: '0',
};

/** Those that an operator may set otherwise by `options=-c …` of the address. */
export function limitingSettings({
  STATEMENT_TIMEOUT_MS,
  POOL_TIMEOUT_MS = 0,
}: SessionLimits): SessionSettings {
  return {
    // To the planner search is dear, so that it would compile such a statement and start processes for it: both take
    // longer than the search.
    jit: 'off',
    max_parallel_workers_per_gather: '0',
    statement_timeout: `${STATEMENT_TIMEOUT_MS}`,
    idle_in_transaction_session_timeout: `${STATEMENT_TIMEOUT_MS * 2}`,
    // A lock is waited for no longer than a connection.
    lock_timeout: `${POOL_TIMEOUT_MS}`,
    idle_session_timeout: '0',
    // Off, a crash of the server would lose writes that were answered.
    synchronous_commit: 'on',
  };
}

/** The statement that every connection begins with. */
export function writeSettings(limits: SessionLimits, { settings }: Pick<Address, 'settings'>): string {
  const own = Object.fromEntries(Object.entries(settings).filter(([name]) => !isOurs(name)));
  return writeConfig({ ...limitingSettings(limits), ...own, ...neededSettings }, false);
}

const ourNames = new Set(
  Object.keys({ ...startupSettings, ...neededSettings }).map((name) => name.toLowerCase()),
);

/** Whether a setting is ours alone. @param name in lower case */
export const isOurs = (name: string): boolean => ourNames.has(name);

/**
 * How a transaction begins behind a pooler that gives a connection to each transaction: its limits are settings of the
 * transaction, in the same message.
 */
export function writeBegin(limits: SessionLimits): string {
  return `begin; ${writeConfig(limitingSettings(limits), true)}`;
}

function writeConfig(settings: SessionSettings, isLocal: boolean): string {
  const calls = Object.entries(settings).map(
    ([name, value]) => `pg_catalog.set_config(${quote(name)}, ${quote(value)}, ${isLocal})`,
  );
  return `select ${calls.join(', ')}`;
}

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;

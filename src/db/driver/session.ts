import type { Address } from './address.ts';

/** Session parameters (PostgreSQL manual, 20) by name. */
export type SessionSettings = Record<string, string>;

/** Timeouts of a session, in milliseconds; 0 for none. */
export interface SessionLimits {
  STATEMENT_TIMEOUT_MS: number;
  POOL_TIMEOUT_MS?: number;
}

/** Parameters of the startup message: PgBouncer tracks these for each client. */
export const startupSettings: SessionSettings = {
  TimeZone: 'UTC',
  DateStyle: 'ISO, MDY',
  standard_conforming_strings: 'on',
};

/**
 * Settings that parsing and the correctness of statements depend on; they override those of role, database and server. Not
 * `default_transaction_read_only`, which an operator sets on purpose.
 */
export const neededSettings: SessionSettings = {
  IntervalStyle: 'postgres',
  extra_float_digits: '1',
  bytea_output: 'hex',
  array_nulls: 'on',
  transform_null_equals: 'off',
  // Supabase has extensions in that schema.
  search_path: 'public, extensions',
  default_transaction_isolation: 'read committed',
  row_security: 'on',
  exit_on_error: 'off',
  // Above 0 a GIN index may omit matching rows.
  gin_fuzzy_search_limit: '0',
};

/** Settings that an operator may override by `options=-c …` of the URI. */
export function limitingSettings({
  STATEMENT_TIMEOUT_MS,
  POOL_TIMEOUT_MS = 0,
}: SessionLimits): SessionSettings {
  return {
    // The planner's cost of a search is high enough for JIT and parallel workers, which both take longer than the search.
    jit: 'off',
    max_parallel_workers_per_gather: '0',
    statement_timeout: `${STATEMENT_TIMEOUT_MS}`,
    idle_in_transaction_session_timeout: `${STATEMENT_TIMEOUT_MS * 2}`,
    lock_timeout: `${POOL_TIMEOUT_MS}`,
    idle_session_timeout: '0',
    // Off, a crash of the server loses committed writes.
    synchronous_commit: 'on',
  };
}

/** The first statement of every connection. */
export function writeSettings(limits: SessionLimits, { settings }: Pick<Address, 'settings'>): string {
  const own = Object.fromEntries(Object.entries(settings).filter(([name]) => !isOurs(name)));
  return writeConfig({ ...limitingSettings(limits), ...own, ...neededSettings }, false);
}

const ourNames = new Set(
  Object.keys({ ...startupSettings, ...neededSettings }).map((name) => name.toLowerCase()),
);

/** Whether an operator cannot override a setting. @param name in lower case */
export const isOurs = (name: string): boolean => ourNames.has(name);

/**
 * BEGIN behind a pooler in transaction mode: the timeouts are set locally, in the same message.
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

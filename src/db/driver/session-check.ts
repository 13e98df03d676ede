import { sql } from 'drizzle-orm';
import { parseAddress } from './address.ts';
import { type Connection, closeDatabase, type Db, openDatabase, type ServerConnection } from './client.ts';
import { connectionFault } from './faults.ts';
import {
  isOurs,
  limitingSettings,
  neededSettings,
  type SessionSettings,
  startupSettings,
} from './session.ts';
import { StartRefused } from './start-refused.ts';
import type { StartLimits } from './start-retry.ts';

const limits = { POOL_SIZE: 1, CONNECT_TIMEOUT_MS: 10_000, STATEMENT_TIMEOUT_MS: 10_000 };

/**
 * Checks a server's sessions at the start: whether a pooler is in transaction mode, and settings that a process cannot set.
 * @throws StartRefused
 */
export async function requireSessions(connection: Connection, { log }: StartLimits): Promise<void> {
  if (!('url' in connection)) return;
  const isPooled = connection.pooler === 'transaction';
  // Without our settings: they could stay on a pooled session that others use next.
  const bare: ServerConnection = { ...connection, pooler: 'transaction' };
  const one = openDatabase(bare, limits);
  const other = openDatabase(bare, limits);
  try {
    const first = await readSession(one);
    if (first.role !== 'origin')
      throw new StartRefused(
        `The sessions of ${first.user} have session_replication_role = ${first.role}, so that no foreign key is kept: ` +
          `\`alter role ${first.user} reset session_replication_role\`, or the same of the database.`,
      );
    if (isPooled) requireSettings(first, log);
    else if ((await readSession(other)).pid === first.pid)
      throw new StartRefused(
        'DATABASE_URL leads to a pooler in transaction mode: set DATABASE_POOLER=transaction (docs/database.md).',
      );
  } finally {
    await Promise.all([closeDatabase(one, 1), closeDatabase(other, 1)]);
  }
}

/** Logs the names of the URI's parameters that have no effect. */
export function logIgnoredParameters(connection: Connection, { log }: StartLimits): void {
  if (!('url' in connection)) return;
  const { leftOut, settings } = parseAddress(connection.url);
  const isPooled = connection.pooler === 'transaction';
  const overruled = Object.keys(settings).filter((name) => isPooled || isOurs(name));
  const without = [...leftOut.map(hint), ...overruled.map((name) => `${name} in options`)];
  if (without.length > 0) log('warn', `Parameters of DATABASE_URL have no effect: ${without.join(', ')}.`);
}

/** Parameters of other clients and the equivalent settings. */
const hints: Record<string, string> = {
  connection_limit: 'POOL_SIZE',
  pool_timeout: 'POOL_TIMEOUT_MS',
  statement_cache_size: 'DATABASE_POOLER',
  prepare: 'DATABASE_POOLER',
  prepareThreshold: 'DATABASE_POOLER',
  statement_timeout: 'STATEMENT_TIMEOUT_MS',
};

const hint = (name: string) => (hints[name] ? `${name} (see ${hints[name]})` : name);

interface Session extends Record<string, unknown> {
  pid: number;
  /** Quoted, as SQL takes it. */
  user: string;
  database: string;
  role: string;
  schema: string | null;
  settings: SessionSettings;
}

async function readSession(db: Db): Promise<Session> {
  const [session] = await db.execute<Session>(sql`
    select pg_backend_pid() as pid, quote_ident(current_user) as user, quote_ident(current_database()) as database,
      current_setting('session_replication_role') as role, current_schema() as schema,
      (select json_object_agg(lower(name), setting) from pg_settings) as settings`);
  if (!session) throw connectionFault('The database says nothing of its sessions');
  return session;
}

/** Checks the role's settings, which apply behind a pooler in transaction mode. @throws StartRefused */
function requireSettings({ user, database, schema, settings }: Session, log: StartLimits['log']): void {
  const differs = ([name, value]: [string, string]) => settings[name.toLowerCase()] !== value;
  const { search_path, ...needed } = neededSettings;
  const wrong = Object.entries({ ...startupSettings, ...needed }).filter(differs);
  if (schema !== 'public') wrong.push(['search_path', `${search_path}`]);
  if (settings.synchronous_commit === 'off') wrong.push(['synchronous_commit', 'on']);
  const advise = (entries: [string, string][]) =>
    entries
      .map(([name, value]) => `alter role ${user} in database ${database} set ${name} = ${list(value)};`)
      .join(' ');
  if (wrong.length > 0)
    throw new StartRefused(
      `Behind a pooler in transaction mode the role has to have these settings: ${advise(wrong)} Then RECONNECT in the pooler.`,
    );
  const {
    synchronous_commit: _,
    idle_session_timeout: __,
    ...bounds
  } = limitingSettings({ STATEMENT_TIMEOUT_MS: 15_000 });
  const missing = Object.entries(bounds).filter(
    ([name, value]) =>
      settings[name] !== value && (value === 'off' || value === '0' || settings[name] === '0'),
  );
  if (missing.length > 0)
    log(
      'warn',
      `The role should have these settings, which a pooler in transaction mode keeps from Postil: ${advise(missing)}`,
    );
}

/** An SQL literal, or several for a list. */
const list = (value: string) =>
  value
    .split(', ')
    .map((part) => `'${part}'`)
    .join(', ');

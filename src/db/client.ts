import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

/** Where a database is: the address of a server, or the socket of the embedded engine. */
export type Connection = { url: string } | { path: string } | { host: string; port: number };

export interface PoolSettings {
  POOL_SIZE: number;
  CONNECT_TIMEOUT_MS: number;
  STATEMENT_TIMEOUT_MS: number;
}

/** The pool, and a transaction on it: every query of ours takes either. */
export type Db = PostgresJsDatabase & { $client: postgres.Sql };
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];
export type Queryable = Db | Tx;

/**
 * Opens a pool; connections are made as they are needed.
 * @param onStatement told every statement as it is sent
 */
export function openDatabase(
  connection: Connection,
  settings: PoolSettings,
  onStatement?: (statement: string) => void,
): Db {
  const options = {
    max: settings.POOL_SIZE,
    connect_timeout: Math.ceil(settings.CONNECT_TIMEOUT_MS / 1000),
    // A lost server is asked again at once: a request should learn within its own time that there is none.
    backoff: () => 0.1,
    onnotice: () => undefined,
    ...(onStatement ? { debug: (_connection: number, statement: string) => onStatement(statement) } : {}),
    connection: { application_name: 'postil', TimeZone: 'UTC', ...limits(connection, settings) },
  };
  if ('url' in connection) return drizzle(postgres(connection.url, options));
  return drizzle(
    postgres({ ...options, ...connection, user: 'postgres', database: 'postgres', password: 'postgres' }),
  );
}

/** The embedded engine is one session shared by all connections: settings of a session would be everybody's. */
function limits(connection: Connection, settings: PoolSettings): Record<string, number> {
  if (!('url' in connection)) return {};
  return {
    statement_timeout: settings.STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: settings.STATEMENT_TIMEOUT_MS * 2,
  };
}

export async function closeDatabase(db: Db, seconds = 5): Promise<void> {
  await db.$client.end({ timeout: seconds });
}

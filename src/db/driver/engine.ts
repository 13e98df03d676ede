import type { Config } from '../../config.ts';
import { parseAddress } from './address.ts';
import type { Connection, ServerConnection } from './client.ts';

/** A running database: a server's, or the embedded engine of this process. */
export interface Engine {
  connection: Connection;
  embedded: boolean;
  /** Tells the commands of the same data directory where this process serves. */
  announce(server: { url: string; key: string }): void;
  stop(): Promise<void>;
}

/** The settings of a server's connection. */
export type ServerSettings = Pick<Config, 'DATABASE_POOLER' | 'DATABASE_DIRECT_URL'> & {
  DATABASE_URL: string;
};

/** The connection of the settings. Prisma's `pgbouncer=true` in the URI means DATABASE_POOLER=transaction. */
export function connectionOf({
  DATABASE_URL: url,
  DATABASE_DIRECT_URL: directUrl,
  DATABASE_POOLER,
}: ServerSettings): ServerConnection {
  const pooler = DATABASE_POOLER ?? (parseAddress(url).isTransactionPooled ? 'transaction' : undefined);
  return {
    url,
    ...(pooler === undefined ? {} : { pooler }),
    ...(directUrl === undefined ? {} : { directUrl }),
  };
}

/**
 * Starts the configured database. The embedded engine is imported only when it is used.
 * @param on `onExit` is called when the embedded engine ends by itself, `onCreate` before a database is made
 * @throws EmbeddedDatabaseError, DataDirectoryBusy
 */
export async function startEngine(
  config: Pick<Config, 'DATABASE_URL' | 'DATABASE_POOLER' | 'DATABASE_DIRECT_URL' | 'DATA_DIR'>,
  on: { onExit?: (error: Error) => void; onCreate?: () => void } = {},
): Promise<Engine> {
  const { DATABASE_URL, DATA_DIR } = config;
  if (DATABASE_URL !== undefined) {
    return {
      connection: connectionOf({ ...config, DATABASE_URL }),
      embedded: false,
      announce: () => undefined,
      stop: async () => undefined,
    };
  }
  const { startEmbedded } = await import('../embedded/embedded.ts');
  const { connection, announce, stop } = await startEmbedded(DATA_DIR, on);
  return { connection, embedded: true, announce, stop };
}

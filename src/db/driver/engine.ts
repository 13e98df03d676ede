import type { Config } from '../../config.ts';
import { parseAddress } from './address.ts';
import type { Connection, ServerConnection } from './client.ts';

/** A running database: a server's, or the embedded engine of this process. */
export interface Engine {
  connection: Connection;
  embedded: boolean;
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
 * @param onExit called when the embedded engine ends by itself
 * @throws EmbeddedDatabaseError, DataDirectoryBusy
 */
export async function startEngine(
  config: Pick<Config, 'DATABASE_URL' | 'DATABASE_POOLER' | 'DATABASE_DIRECT_URL' | 'DATA_DIR'>,
  onExit?: (error: Error) => void,
): Promise<Engine> {
  const { DATABASE_URL, DATA_DIR } = config;
  if (DATABASE_URL !== undefined) {
    return {
      connection: connectionOf({ ...config, DATABASE_URL }),
      embedded: false,
      stop: async () => undefined,
    };
  }
  const { startEmbedded } = await import('../embedded/embedded.ts');
  const engine = await startEmbedded(DATA_DIR, onExit ? { onExit } : {});
  return { connection: engine.connection, embedded: true, stop: () => engine.stop() };
}

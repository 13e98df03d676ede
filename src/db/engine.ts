import type { Config } from '../config.ts';
import type { Connection } from './client.ts';

/** A database that runs: a server's, or the embedded engine of this process. */
export interface Engine {
  connection: Connection;
  embedded: boolean;
  stop(): Promise<void>;
}

/**
 * Starts what the configuration asks for. The embedded engine is loaded only when it is used.
 * @param onExit called when the embedded engine ends by itself
 * @throws EmbeddedDatabaseError, DataDirectoryBusy
 */
export async function startEngine(
  { DATABASE_URL, DATA_DIR }: Pick<Config, 'DATABASE_URL' | 'DATA_DIR'>,
  onExit?: (error: Error) => void,
): Promise<Engine> {
  if (DATABASE_URL !== undefined) {
    return { connection: { url: DATABASE_URL }, embedded: false, stop: async () => undefined };
  }
  const { startEmbedded } = await import('./embedded.ts');
  const engine = await startEmbedded(DATA_DIR, onExit ? { onExit } : {});
  return { connection: engine.connection, embedded: true, stop: () => engine.stop() };
}

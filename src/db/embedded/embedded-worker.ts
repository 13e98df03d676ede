import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { SharedSession } from '../driver/shared-session.ts';

export interface EngineInput {
  /** The data directory of Postgres; initdb runs in a missing or empty one. */
  directory: string;
  /** The socket to serve on; without one the engine ends after initdb. */
  socket?: string;
}

/** The worker's message: that it serves, or why it is about to end. */
export type EngineMessage = { ready: true } | { fault: string };

/** Well under the default 128 MB: a small site's pages are in the system's page cache. */
const settings = ['-c', 'shared_buffers=32MB'];
const checkpointMilliseconds = 60_000;

/** FATAL and PANIC lines of stderr say why Postgres ends; the error that may follow does not. */
const lastWords = /^\S+ \S+ \S+ \[\d+\] (?:FATAL|PANIC): +(.*)/;
const lines: string[] = [];
let serving = false;

const { directory, socket } = workerData as EngineInput;

try {
  const session = new SharedSession({
    dataDir: directory,
    extensions: { pg_trgm },
    startParams: [...PGlite.defaultStartParams, ...settings],
    onStderr: (line) => {
      if (serving) endAfter(line);
      else lines.push(line);
      return false;
    },
  });
  await session.waitReady;
  if (socket) await serve(session, socket);
  else await session.close();
} catch (error) {
  throw new Error(explain(error));
}

async function serve(session: SharedSession, path: string): Promise<void> {
  const server = new PGLiteSocketServer({ db: session, path, maxConnections: 1000 });
  await server.start();
  setInterval(() => session.checkpoint(), checkpointMilliseconds).unref();
  parentPort?.once('message', async () => {
    await server.stop();
    await session.close();
    process.exit();
  });
  serving = true;
  say({ ready: true });
}

/** Ends the process at a FATAL or PANIC, such as a full disk's: PGlite would call the ended session again for ever. */
function endAfter(line: string): void {
  const fault = lastWords.exec(line)?.[1];
  if (!fault) return;
  say({ fault });
  process.exit(1);
}

function explain(error: unknown): string {
  const last = lines.findLastIndex((line) => lastWords.test(line));
  if (last < 0) return error instanceof Error ? error.message : String(error);
  const detail = /DETAIL: +(.*)/.exec(lines[last + 1] ?? '')?.[1];
  const reason = lastWords.exec(lines[last] ?? '')?.[1];
  return detail ? `${reason}: ${detail}` : `${reason}`;
}

function say(message: EngineMessage): void {
  parentPort?.postMessage(message);
}

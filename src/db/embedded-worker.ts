import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { SharedSession } from './shared-session.ts';

export interface EngineInput {
  /** The directory of Postgres; a missing or empty one is made into a database. */
  directory: string;
  /** The socket to serve on; without one the engine ends when the directory is a database. */
  socket?: string;
}

/** What the worker says: that it serves, or why it is about to end. */
export type EngineMessage = { ready: true } | { fault: string };

/** Well under the default 128 MB: a small site has its pages in the system's cache anyway. */
const settings = ['-c', 'shared_buffers=32MB'];
const checkpointMilliseconds = 60_000;

/** Postgres says on stderr why it ends; the error that may follow knows only that it did. */
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

/** A session that ended, on a full disk for instance, is the end of the server; PGlite would call it again for ever. */
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

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What becomes of a connection with its next COMMIT: the server gets it and its answer is lost (`after`); the server
 * never gets it, and learns that the client is gone (`before`) or does not (`held`); it gets it after the client has
 * lost the connection (`late`).
 */
export type Cut = 'after' | 'before' | 'held' | 'late';

export interface CommitProxy {
  url: string;
  /**
   * Cuts the connection with the next COMMIT that comes by, once.
   * @param away for so many milliseconds all connections are lost from then on
   */
  arm(cut: Cut, more?: { away: number }): void;
  /** New connections go to another server, as a name or a proxy leads them. */
  leadTo(server: string): void;
  /** Whether that has been so. */
  readonly hasCut: boolean;
  close(): void;
}

/** A simple query of the frontend protocol: its length, and the text with a zero byte at its end. */
const commit = Buffer.from('Q\0\0\0\x0bcommit\0', 'latin1');

/** A way to a Postgres which can be cut at a COMMIT: everything else is carried both ways. */
export async function openCommitProxy(server: string): Promise<CommitProxy> {
  let { hostname, port } = new URL(server);
  const sockets = new Set<Socket>();
  let armed: Cut | null = null;
  let [away, awayUntil] = [0, 0];

  const cutAt = async (cut: Cut, near: Socket, far: Socket, chunk: Buffer, at: number) => {
    far.unpipe(near);
    far.resume();
    far.write(chunk.subarray(0, at));
    const rest = chunk.subarray(at);
    if (cut === 'after') {
      far.write(rest);
      // The answer to it is the last thing that comes.
      await Promise.race([waitForQuiet(far), once(far, 'close')]);
    }
    awayUntil = performance.now() + away;
    for (const socket of away > 0 ? sockets : [near]) socket.resetAndDestroy();
    if (cut === 'late') {
      await sleep(30);
      far.write(rest);
    }
    if (cut === 'before' || cut === 'after') far.destroy();
  };

  const listener = createServer((near) => {
    if (performance.now() < awayUntil) {
      near.on('error', () => undefined).resetAndDestroy();
      return;
    }
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    let isCut = false;
    let tail = Buffer.alloc(0);
    far.pipe(near);
    far.on('close', () => near.destroy());
    near.on('close', () => isCut || far.destroy());
    near.on('data', (chunk: Buffer) => {
      if (isCut) return;
      // A pooler passes on what its buffer holds, which may end within a message.
      const seen = Buffer.concat([tail, chunk]);
      const at = armed === null ? -1 : seen.indexOf(commit);
      if (armed === null || at < 0) {
        tail = seen.subarray(-(commit.length - 1));
        far.write(chunk);
        return;
      }
      isCut = true;
      const cut = armed;
      armed = null;
      void cutAt(cut, near, far, chunk, Math.max(0, at - tail.length));
    });
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const url = new URL(server);
  url.host = `127.0.0.1:${(listener.address() as AddressInfo).port}`;
  return {
    url: url.href,
    arm: (cut, more) => {
      armed = cut;
      away = more?.away ?? 0;
    },
    leadTo: (other) => {
      ({ hostname, port } = new URL(other));
    },
    get hasCut() {
      return armed === null;
    },
    close: () => {
      listener.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Waits until nothing has come for a moment, after something did. */
async function waitForQuiet(socket: Socket): Promise<void> {
  await once(socket, 'data');
  for (let isQuiet = false; !isQuiet; )
    isQuiet = await Promise.race([sleep(100, true), once(socket, 'data').then(() => false)]);
}

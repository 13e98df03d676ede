import type { IncomingMessage, ServerResponse } from 'node:http';
import { Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { noteConnection } from '../event-loop.ts';
import { definePlugin } from './define.ts';

declare module 'fastify' {
  interface FastifyInstance {
    connections: Connections;
  }
}

interface Connections {
  /** A shutdown is announced: `/health/ready` says so, everything else is answered. */
  isEnding: boolean;
  count(): number;
  /**
   * Ends so many connections with their next answers, which say so (`Connection: close`). One that is ended without could
   * lose a request that is on its way.
   */
  endNext(count: number): void;
  /**
   * Takes leave of the clients, for another process that listens at the same address: takes no new connections, and ends
   * each that there is with its next answer.
   * @param milliseconds how long that may take
   * @returns when no connection is left, or the time is over
   */
  takeLeave(milliseconds: number): Promise<void>;
}

/** How often connections are looked for that are idle, while a shutdown waits for others, in milliseconds. */
const idlePause = 50;

/**
 * Lets a shutdown not wait for connections that were opened and never used, as browsers and pools of clients do ahead of
 * time: to Node these are not idle, since a request could be on its way. Nor for those whose last answer was under way
 * when it began: to Node they are idle after it, for as long as the client likes.
 */
export const connections = definePlugin('connections', [], (app: FastifyInstance) => {
  const open = new Set<Socket>();
  let isLeaving = false;
  let onEmpty = () => {};
  app.server.on('connection', (socket: Socket) => {
    noteConnection();
    open.add(socket);
    socket.once('close', () => {
      open.delete(socket);
      if (open.size === 0) onEmpty();
    });
  });
  const empty = () =>
    new Promise<void>((resolve) => {
      onEmpty = resolve;
      if (open.size === 0) resolve();
    });
  let surplus = 0;
  const end = (_request: IncomingMessage, response: ServerResponse) => {
    response.shouldKeepAlive = false;
    surplus -= 1;
    if (surplus <= 0) app.server.off('request', end);
  };
  const endNext = (count: number) => {
    // All that are to end still are, whatever comes after that.
    if (surplus === Number.POSITIVE_INFINITY) return;
    surplus = count;
    app.server.off('request', end);
    if (count > 0) app.server.prependListener('request', end);
  };

  app.addHook('preClose', async () => {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    const timer = setInterval(() => {
      // An answer that was written is not sent before its client takes it.
      if ([...open].every(({ writableLength }) => writableLength === 0)) app.server.closeIdleConnections();
      if (open.size === 0) clearInterval(timer);
    }, idlePause).unref();
    // Else Fastify waits for them, with a server that it closes itself.
    if (isLeaving) await empty();
  });

  app.decorate('connections', {
    isEnding: false,
    count: () => open.size,
    endNext,
    async takeLeave(milliseconds) {
      isLeaving = true;
      endNext(Number.POSITIVE_INFINITY);
      // What HTTP adds to this is to close the connections that are idle.
      Server.prototype.close.call(app.server);
      await Promise.race([empty(), sleep(milliseconds, undefined, { ref: false })]);
    },
  });
});

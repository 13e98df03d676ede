import type { IncomingMessage, ServerResponse } from 'node:http';
import { Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { countConnection } from '../../runtime/event-loop.ts';
import { definePlugin } from './define.ts';

declare module 'fastify' {
  interface FastifyInstance {
    connections: Connections;
  }
}

interface Connections {
  /** Lame duck: `/health/ready` is 503, everything else is answered. */
  isShuttingDown: boolean;
  count(): number;
  /**
   * Sends `Connection: close` with the next answers of so many connections. Closed without it, one could lose a request in
   * flight.
   */
  closeNext(count: number): void;
  /**
   * Connection draining, for another process that listens at the same address: takes no new connections, and closes each
   * with its next answer.
   * @returns when no connection is left, or after the timeout
   */
  drain(milliseconds: number): Promise<void>;
}

/** The interval in which a shutdown closes idle connections, in milliseconds. */
const idlePause = 50;

/**
 * Graceful shutdown without waiting for preconnections (of browsers and client pools), which Node does not count as idle,
 * nor for connections that become idle during it, which Node closes only at its beginning.
 */
export const connections = definePlugin('connections', [], (app: FastifyInstance) => {
  const open = new Set<Socket>();
  let isDraining = false;
  let onEmpty = () => {};
  app.server.on('connection', (socket: Socket) => {
    countConnection();
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
  const closeNext = (count: number) => {
    // Draining is final.
    if (surplus === Number.POSITIVE_INFINITY) return;
    surplus = count;
    app.server.off('request', end);
    if (count > 0) app.server.prependListener('request', end);
  };

  app.addHook('preClose', async () => {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    const timer = setInterval(() => {
      // Not while an answer waits in the send buffer.
      if ([...open].every(({ writableLength }) => writableLength === 0)) app.server.closeIdleConnections();
      if (open.size === 0) clearInterval(timer);
    }, idlePause).unref();
    // Else Fastify closes the server, and waits for it.
    if (isDraining) await empty();
  });

  app.decorate('connections', {
    isShuttingDown: false,
    count: () => open.size,
    closeNext,
    async drain(milliseconds) {
      isDraining = true;
      closeNext(Number.POSITIVE_INFINITY);
      // net.Server's close: http.Server's would close idle connections, too.
      Server.prototype.close.call(app.server);
      await Promise.race([empty(), sleep(milliseconds, undefined, { ref: false })]);
    },
  });
});

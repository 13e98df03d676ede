import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import plugin from 'fastify-plugin';

/**
 * Lets a shutdown not wait for connections that were opened and never used, as browsers and pools of clients do ahead of
 * time: to Node these are not idle, since a request could be on its way.
 */
export const connections = plugin((app: FastifyInstance) => {
  const open = new Set<Socket>();
  app.server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  app.addHook('preClose', async () => {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
  });
});

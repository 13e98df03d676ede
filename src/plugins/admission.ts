import type { FastifyInstance } from 'fastify';
import plugin from 'fastify-plugin';
import { Problem } from '../problems.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Gives the request's connection back. */
    leave: (() => void) | null;
  }
}

/**
 * Lets as many requests to the database as there are connections; the others wait for their turn, and are answered
 * 503 when it does not come in time. A request that is refused for what it is never gets here.
 */
export const admission = plugin((app: FastifyInstance) => {
  const { POOL_SIZE, POOL_TIMEOUT_MS } = app.config;
  const waiting = new Set<() => void>();
  let free = POOL_SIZE;

  const leave = () => {
    const [next] = waiting;
    if (next) next();
    else free += 1;
  };

  const enter = () =>
    new Promise<void>((resolve, reject) => {
      if (free > 0) {
        free -= 1;
        resolve();
        return;
      }
      const timer = setTimeout(() => {
        waiting.delete(admit);
        reject(
          new Problem('unavailable', 'All connections to the database are busy.', {
            headers: { 'Retry-After': '1' },
          }),
        );
      }, POOL_TIMEOUT_MS);
      const admit = () => {
        waiting.delete(admit);
        clearTimeout(timer);
        resolve();
      };
      waiting.add(admit);
    });

  app.decorateRequest('leave', null);
  app.addHook('preHandler', async (request) => {
    if ((request.routeOptions.config.access ?? 'open') === 'open') return;
    await enter();
    request.leave = leave;
  });
  app.addHook('onSend', async (request) => {
    request.leave?.();
    request.leave = null;
  });
});

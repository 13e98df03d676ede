import type { SQL } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Viewer } from '../access/viewer.ts';
import { mayCreate } from '../db/unit-of-work/lock.ts';
import { Problem } from '../problems.ts';
import { isVisible } from '../query/run.ts';
import type { ListSpec } from '../query/spec.ts';
import { isUuid } from '../validation/rules.ts';
import { isRead } from './plugins/conditional-requests.ts';

/**
 * Row-level visibility of writes: an entity that the key may not see is a 404, as for reads; a write that may create under a
 * slug then can only create. One statement, none for a key that sees everything. What is visible stays visible, so that the
 * check needs no lock.
 * @param parameter of the path, the reference to the entity
 * @param match the condition of a reference
 */
export function hideFromWrites<Row>(
  app: FastifyInstance,
  parameter: string,
  spec: ListSpec<Row, Viewer>,
  match: (reference: string) => SQL,
): void {
  app.addHook('preHandler', async (request) => {
    const reference = (request.params as Record<string, string>)[parameter];
    if (reference === undefined || isRead(request)) return;
    if (await isVisible(app.db, spec, request.viewer, match(reference))) return;
    const creates = request.routeOptions.config.ifMatch === 'create' && !isUuid(reference);
    if (!creates || !mayCreate(request.expected)) throw new Problem('not-found');
    request.expected = 'none';
  });
}

import type { SQL } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Viewer } from '../access/viewer.ts';
import { mayCreate } from '../db/lock.ts';
import { isVisible } from '../list/run.ts';
import type { ListSpec } from '../list/spec.ts';
import { Problem } from '../problems.ts';
import { isUuid } from '../rules.ts';
import { isRead } from './conditional-requests.ts';

/**
 * Lets the writes of a plugin act only on things that the key may see: anything else is a 404, as it is when read.
 * One statement more, none for a key that sees everything. What was visible stays so, so that nothing comes between. A
 * write that creates what is not there, under any name but an id, can only do that.
 * @param parameter of the path, the reference to the thing
 * @param match what a reference means
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

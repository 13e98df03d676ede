import type { SQL } from 'drizzle-orm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Queryable } from '../db/driver/client.ts';
import { Problem } from '../problems.ts';
import { findRenamed } from '../slugs/history.ts';
import type { Put } from '../slugs/put.ts';
import type { Slugged } from '../slugs/slugged.ts';
import { addressOf } from './plugins/urls.ts';

/**
 * Redirects a former slug, or the id of a merged entity: 308 to the present address where the viewer may see it. Cached
 * briefly, since another entity can take the slug.
 * @throws Problem not-found
 */
export async function redirectRenamed(
  db: Queryable,
  request: FastifyRequest,
  reply: FastifyReply,
  slugged: Slugged,
  reference: string,
  visible: SQL | undefined,
): Promise<FastifyReply> {
  const slug = reference.includes(':') ? undefined : await findRenamed(db, slugged, reference, visible);
  if (slug === undefined) throw new Problem('not-found', `There is no ${slugged.kind} "${reference}" here.`);
  return sendMoved(request, reply, slug);
}

/** Sends 308 to the path with another slug, and by default with the same ending. */
export function sendMoved(
  request: FastifyRequest,
  reply: FastifyReply,
  slug: string,
  ending: string = endingOf(request),
): FastifyReply {
  const [path = ''] = request.url.split('?', 1);
  const address = path
    .split('/')
    .with(3, encodeURIComponent(slug) + ending)
    .join('/');
  if (!request.viewer.authenticated) reply.header('Cache-Control', 'public, max-age=60');
  return reply
    .code(308)
    .header('Location', addressOf(request, address + request.url.slice(path.length)))
    .send();
}

/** The ending of the form behind the reference, which is the third path segment, after version and kind. */
const endingOf = ({ routeOptions }: FastifyRequest) =>
  /^:\w+(.*)$/.exec(routeOptions.url?.split('/')[3] ?? '')?.[1] ?? '';

/** Answers a PUT: 201 with `Location` for a created entity, 308 for a renamed one. */
export function sendPut<T extends { slug: string }>(
  request: FastifyRequest,
  reply: FastifyReply,
  put: Put<T>,
): T | FastifyReply {
  if ('movedTo' in put) return sendMoved(request, reply, put.movedTo);
  const collection = request.url.split('/', 3).join('/');
  if (put.isCreated)
    reply
      .code(201)
      .header('Location', addressOf(request, `${collection}/${encodeURIComponent(put.entity.slug)}`));
  return put.entity;
}

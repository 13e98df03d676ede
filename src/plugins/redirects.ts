import type { SQL } from 'drizzle-orm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Queryable } from '../db/client.ts';
import { Problem } from '../problems.ts';
import { findRenamed } from '../slugs/history.ts';
import type { Put } from '../slugs/put.ts';
import type { Slugged } from '../slugs/slugged.ts';
import { addressOf } from './urls.ts';

/**
 * Answers for a thing that was not found: 308 to the present address when the reference is a slug that it had
 * before, or the id of one that was merged into it, and the viewer may see it. Short-lived, since the slug can be taken
 * by another thing.
 * @throws Problem not-found
 */
export async function redirectRenamed(
  db: Queryable,
  request: FastifyRequest,
  reply: FastifyReply,
  things: Slugged,
  reference: string,
  visible: SQL | undefined,
): Promise<FastifyReply> {
  const slug = reference.includes(':') ? undefined : await findRenamed(db, things, reference, visible);
  if (slug === undefined) throw new Problem('not-found', `There is no ${things.kind} "${reference}" here.`);
  return sendMoved(request, reply, slug);
}

/** Answers 308: what the address names has another slug now. */
export function sendMoved(request: FastifyRequest, reply: FastifyReply, slug: string): FastifyReply {
  const [path = ''] = request.url.split('?', 1);
  // The reference is the third step of the path, after the version and the kind; an ending may say the form.
  const [, ending = ''] = /^:\w+(.*)$/.exec(request.routeOptions.url?.split('/')[3] ?? '') ?? [];
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

/** Answers a PUT: 201 and where it is for a thing that was created, 308 for one that was renamed. */
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
      .header('Location', addressOf(request, `${collection}/${encodeURIComponent(put.thing.slug)}`));
  return put.thing;
}

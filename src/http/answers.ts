import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ListQuery } from '../query/query.ts';
import type { ListPage, OneQuery } from '../query/run.ts';
import type { Reservation } from '../runtime/memory-budget.ts';
import { fieldsKey } from '../wire.ts';
import { canonicalUrl } from './canonical.ts';
import { isJson } from './plugins/formats.ts';
import { addressOf } from './plugins/urls.ts';

/** Sends a page of a list, with `Link` to the next and previous ones (RFC 8288). */
export function sendPage<Row>(
  request: FastifyRequest,
  reply: FastifyReply,
  page: ListPage<Row>,
): ListPage<Row> {
  useFieldsSchema(request, reply);
  const url = canonicalUrl(request);
  // Relative references, since equivalent requests share the stored answer.
  const link = (parameter: 'after' | 'before', cursor: string, rel: string) =>
    `<${addressOf(request, pageUrl(url, parameter, cursor), url)}>; rel="${rel}"`;
  const links = [
    page.page.next === null ? [] : link('after', page.page.next, 'next'),
    page.page.previous === null ? [] : link('before', page.page.previous, 'prev'),
  ].flat();
  if (links.length > 0) reply.header('Link', links.join(', '));
  return page;
}

/** @returns a function that releases the memory of a page when the response is finished or closed */
export const releaseWhenSent = (reply: FastifyReply) => (hold: Reservation) => {
  reply.reservation = hold;
  if (reply.raw.destroyed) hold.release();
  reply.raw.once('finish', hold.release).once('close', hold.release);
};

/** The path and query of a neighbouring page of a list. */
export function pageUrl(url: string, parameter: 'after' | 'before', cursor: string): string {
  const [path = '', query = ''] = url.split('?', 2);
  // A cursor needs no escaping.
  if (query === '') return `${path}?${parameter}=${cursor}`;
  const parameters = new URLSearchParams(query);
  for (const place of ['after', 'before', 'page']) parameters.delete(place);
  parameters.set(parameter, cursor);
  return `${path}?${parameters}`;
}

/** Serialises an answer with `fields=` by the schema in which every member is optional. */
export function useFieldsSchema(request: FastifyRequest, reply: FastifyReply): void {
  if ((request.query as { fields?: unknown }).fields === undefined || !isJson(request)) return;
  const serialize = reply.getSerializationFunction('200', fieldsKey);
  if (serialize) reply.type('application/json; charset=utf-8').serializer(serialize);
}

/**
 * Finds an entity and adds a member computed from the whole of it, when `include` or `fields` name that; members that
 * `fields` does not name are dropped afterwards.
 */
export async function findWithMember<Found extends object, Name extends string>(
  request: FastifyRequest,
  { fields, include = [] }: Pick<ListQuery, 'fields' | 'include'>,
  name: Name,
  find: (query: OneQuery) => Promise<Found | undefined>,
  write: (found: Found) => unknown,
): Promise<Found | undefined> {
  const named = [...(fields ?? []), ...include];
  if (!named.includes(name))
    return find({ ...(fields ? { fields } : {}), include, asLatin1: isJson(request) });
  const found = await find({ include: named });
  if (!found) return undefined;
  const whole: Found & Record<string, unknown> = { ...found, [name]: write(found) };
  for (const member of Object.keys(whole)) if (fields && !named.includes(member)) delete whole[member];
  return whole;
}

/** A created entity: its reference is the slug, or the id without one. */
type Created = { slug: string } | { id: string };

/** Sends a created entity: 201 with `Location`. */
export function sendCreated<T extends Created>(request: FastifyRequest, reply: FastifyReply, created: T): T {
  reply.code(201).header('Location', addressOf(request, locateCreated(request, created)));
  return created;
}

/** The path of an entity created in the collection of the request. */
export function locateCreated(request: FastifyRequest, created: Created): string {
  const name = 'slug' in created ? created.slug : created.id;
  return `${request.url.split('?', 1)[0]}/${encodeURIComponent(name)}`;
}

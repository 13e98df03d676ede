import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ListQuery } from '../list/query.ts';
import type { ListPage, OneQuery } from '../list/run.ts';
import type { Hold } from '../memory-budget.ts';
import { fieldsType } from '../wire.ts';
import { canonicalUrl } from './canonical.ts';
import { isJson } from './formats.ts';
import { addressOf } from './urls.ts';

/** Answers a page of a list, with the neighbouring pages in `Link` (RFC 8288). */
export function sendPage<Row>(
  request: FastifyRequest,
  reply: FastifyReply,
  page: ListPage<Row>,
): ListPage<Row> {
  nameFields(request, reply);
  const url = canonicalUrl(request);
  // Relative to any spelling of the address: they have one answer in common.
  const link = (parameter: 'after' | 'before', cursor: string, rel: string) =>
    `<${addressOf(request, turnPage(url, parameter, cursor), url)}>; rel="${rel}"`;
  const links = [
    page.page.next === null ? [] : link('after', page.page.next, 'next'),
    page.page.previous === null ? [] : link('before', page.page.previous, 'prev'),
  ].flat();
  if (links.length > 0) reply.header('Link', links.join(', '));
  return page;
}

/** @returns what keeps the memory of a page until the answer is sent, whatever it is, or nobody wants it any more */
export const keepUntilSent = (reply: FastifyReply) => (hold: Hold) => {
  reply.hold = hold;
  if (reply.raw.destroyed) hold.release();
  reply.raw.once('finish', hold.release).once('close', hold.release);
};

/** The path and query of a neighbouring page of a list. */
export function turnPage(url: string, parameter: 'after' | 'before', cursor: string): string {
  const [path = '', query = ''] = url.split('?', 2);
  // A cursor needs no escaping.
  if (query === '') return `${path}?${parameter}=${cursor}`;
  const parameters = new URLSearchParams(query);
  for (const place of ['after', 'before', 'page']) parameters.delete(place);
  parameters.set(parameter, cursor);
  return `${path}?${parameters}`;
}

/** Says so when `fields=` has trimmed the answer: its type is another. */
export function nameFields(request: FastifyRequest, reply: FastifyReply): void {
  if ((request.query as { fields?: unknown }).fields !== undefined) reply.type(fieldsType);
}

/**
 * Finds a thing and adds a member that is written out of the whole of it, when `include` or `fields` name that; what
 * `fields` does not name is dropped afterwards.
 */
export async function findWithMember<Thing extends object, Name extends string>(
  request: FastifyRequest,
  { fields, include = [] }: Pick<ListQuery, 'fields' | 'include'>,
  name: Name,
  find: (query: OneQuery) => Promise<Thing | undefined>,
  write: (thing: Thing) => unknown,
): Promise<Thing | undefined> {
  const named = [...(fields ?? []), ...include];
  if (!named.includes(name))
    return find({ ...(fields ? { fields } : {}), include, asBytes: isJson(request) });
  const found = await find({ include: named });
  if (!found) return undefined;
  const whole: Thing & Record<string, unknown> = { ...found, [name]: write(found) };
  for (const member of Object.keys(whole)) if (fields && !named.includes(member)) delete whole[member];
  return whole;
}

/** A thing that was created: it is known by its slug, or by its id when it has none. */
type Created = { slug: string } | { id: string };

/** Answers a thing that was created: 201 and where it is. */
export function sendCreated<T extends Created>(request: FastifyRequest, reply: FastifyReply, thing: T): T {
  reply.code(201).header('Location', addressOf(request, locateCreated(request, thing)));
  return thing;
}

/** The path of a thing that was created in the collection that the request is for. */
export function locateCreated(request: FastifyRequest, thing: Created): string {
  const name = 'slug' in thing ? thing.slug : thing.id;
  return `${request.url.split('?', 1)[0]}/${encodeURIComponent(name)}`;
}

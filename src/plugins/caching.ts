import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';

declare module 'fastify' {
  interface FastifyReply {
    /** What the answer is about: for its ETag, Last-Modified and Surrogate-Key. */
    subject: { revision: number | null; updatedAt: string | null; names: string[] } | null;
  }
}

interface Thing {
  id?: unknown;
  revision?: unknown;
  updatedAt?: unknown;
  data?: unknown;
}

/** More would not fit the headers that proxies take; a list can always be dropped by the name of its kind. */
const mostNames = 100;

/** ETag, conditional requests and what caches may do: the same for every thing and list. */
export const caching = plugin((app: FastifyInstance) => {
  app.decorateReply('subject', null);

  app.addHook('preSerialization', async (request, reply, payload) => {
    if (payload !== null && reply.statusCode < 300 && request.routeOptions.config.access !== 'open')
      reply.subject = describe(request, payload as Thing);
    return payload;
  });

  app.addHook('onSend', async (request, reply, payload) => {
    if (!reply.hasHeader('Cache-Control')) reply.header('Cache-Control', cacheability(request, reply));
    reply.header('Vary', 'Authorization');
    const { subject } = reply;
    if (!subject || typeof payload !== 'string') return payload;
    const digest = createHash('sha256').update(payload).digest('base64url').slice(0, 22);
    const etag = subject.revision === null ? `"${digest}"` : `"${subject.revision}-${digest}"`;
    reply.header('ETag', etag);
    if (subject.updatedAt) reply.header('Last-Modified', new Date(subject.updatedAt).toUTCString());
    if (!request.viewer.authenticated) reply.header('Surrogate-Key', subject.names.join(' '));
    if (!isRead(request) || !matches(request.headers['if-none-match'], etag)) return payload;
    reply.code(304).removeHeader('Content-Length').removeHeader('Content-Type');
    return '';
  });
});

const isRead = (request: FastifyRequest) => request.method === 'GET' || request.method === 'HEAD';

/** Public reads may be kept by everybody and are asked for again; whatever a key saw is kept by nobody. */
function cacheability(request: FastifyRequest, reply: FastifyReply): string {
  const shared =
    isRead(request) &&
    reply.statusCode < 300 &&
    !request.viewer?.authenticated &&
    !request.headers.authorization;
  return shared ? 'public, max-age=0, must-revalidate' : 'private, no-store';
}

function describe(request: FastifyRequest, payload: Thing) {
  const things = Array.isArray(payload.data) ? (payload.data as Thing[]) : [payload];
  const times = things
    .map(({ updatedAt }) => updatedAt)
    .filter((time): time is string => typeof time === 'string');
  const kind = request.routeOptions.url?.split('/')[2] ?? '';
  const ids = new Set(things.flatMap(idsIn));
  return {
    revision: typeof payload.revision === 'number' ? payload.revision : null,
    updatedAt: times.sort().at(-1) ?? null,
    names: payload.data === undefined ? [...ids] : [kind, ...(ids.size <= mostNames ? ids : [])],
  };
}

/** The ids of a thing and of those shown within it. */
function idsIn(thing: Thing): string[] {
  const within = Object.values(thing).flatMap((value) =>
    value !== null && typeof value === 'object'
      ? [value].flat().flatMap((item) => (item as Thing | null)?.id ?? [])
      : [],
  );
  return [thing.id, ...within].filter((id): id is string => typeof id === 'string');
}

/** `If-None-Match` (RFC 9110, 13.1.2): the weak comparison. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

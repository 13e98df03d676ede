import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readHttpDate } from '../../cache/last-modified.ts';
import type { Precondition } from '../../db/unit-of-work/lock.ts';
import { Problem } from '../../problems.ts';
import { isRead } from './conditional-requests.ts';
import { definePlugin } from './define.ts';
import { pathOf } from './problems.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * Whether the operation requires `If-Match`, or evaluates it (`optional`); `create` requires it only for an existing
     * entity.
     */
    ifMatch?: boolean | 'optional' | 'create';
  }
  interface FastifyRequest {
    /** The precondition, on a route with `ifMatch`. */
    expected: Precondition;
  }
}

/**
 * Preconditions of writes: `If-Match`, else `If-Unmodified-Since` and, where entities are created, `If-None-Match` (RFC 9110,
 * 13.2.2). Only the revision of an ETag is compared, and an invalid date is ignored (13.1.4).
 */
export const preconditions = definePlugin('preconditions', ['validation'], (app: FastifyInstance) => {
  app.decorateRequest('expected', 'any');
  app.addHook('preValidation', (request, _reply, done) => {
    const { ifMatch } = request.routeOptions.config;
    const { 'if-match': header, 'if-none-match': noneMatch, 'if-unmodified-since': since } = request.headers;
    const unmodifiedSince =
      header === undefined && noneMatch === undefined && since !== undefined
        ? readHttpDate(since)
        : undefined;
    if (ifMatch && unmodifiedSince !== undefined) request.expected = { unmodifiedSince };
    else if (ifMatch === 'create') request.expected = readPut(header, noneMatch);
    else if (ifMatch && !(ifMatch === 'optional' && header === undefined))
      request.expected = readIfMatch(header);
    done();
  });
  // The current ETag of what was refused, with which the write can be sent again.
  app.addHook('onSend', (request, reply, payload, done) => {
    if ([412, 428].includes(reply.statusCode) && !isRead(request))
      return addCurrentTag(request, reply).then(() => payload);
    done(null, payload);
    return undefined;
  });
});

/** Adds the ETag that a GET has for the same caller: none when that may not see it. */
async function addCurrentTag(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { server, headers, routeOptions } = request;
  const path = pathOf(request);
  const isReadable = server.hasRoute({ method: 'GET', url: `${routeOptions.url}` });
  // An action is on the thing in front of it: /v1/reviews/x/publish.
  const url = isReadable ? path : path.split('/').slice(0, 4).join('/');
  const { authorization = '', 'accept-encoding': encoding = '' } = headers;
  const found = await server.inject({ url, headers: { authorization, 'accept-encoding': encoding } });
  const { etag } = found.headers;
  if (found.statusCode === 200 && etag !== undefined) reply.header('ETag', etag);
}

function readPut(ifMatch: string | undefined, ifNoneMatch: string | undefined): Precondition {
  if (ifNoneMatch === undefined) return ifMatch?.trim() ? readIfMatch(ifMatch) : 'unsaid';
  if (ifNoneMatch.trim() === '*' && ifMatch === undefined) return 'none';
  throw new Problem(
    'malformed-request',
    'If-None-Match can only be `*` on a PUT, to create and never replace, and stands without If-Match.',
  );
}

/** Reads `If-Match`. @throws Problem precondition-required, malformed-request */
export function readIfMatch(header: string | undefined): Precondition {
  if (header === undefined || header.trim() === '') throw new Problem('precondition-required');
  if (header.trim() === '*') return 'any';
  const tags = header.split(',').map((tag) => tag.trim());
  if (!tags.every((tag) => /^(W\/)?"[\x21\x23-\x7e]*"$/.test(tag))) {
    throw new Problem(
      'malformed-request',
      'If-Match must be `*` or ETags in double quotes, as they were read.',
    );
  }
  // Strong comparison: a weak ETag never matches, nor one without a revision.
  return tags.flatMap((tag) => Number(/^"(\d{1,9})-/.exec(tag)?.[1] ?? -1));
}

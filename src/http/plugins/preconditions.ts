import type { FastifyInstance } from 'fastify';
import { readHttpDate } from '../../cache/last-modified.ts';
import type { Precondition } from '../../db/unit-of-work/lock.ts';
import { Problem } from '../../problems.ts';
import { definePlugin } from './define.ts';

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
});

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

import type { FastifyReply } from 'fastify';
import { type PublicState, readAt } from '../db/unit-of-work/site.ts';
import { isLatin1, RawJson } from '../query/prepared.ts';

/** What an answer is of, for its ETag, Last-Modified and Surrogate-Key. */
export interface Subject {
  revision: number | null;
  /** Names its bytes, where they are known by something shorter than their digest. */
  tag?: string;
  names: string[];
  state: PublicState | undefined;
  /** The surrogate keys that invalidate it; null for any change. */
  invalidatedBy: string[] | null;
  /** Whether its texts are UTF-8 bytes as latin1 strings. */
  isLatin1: boolean;
}

/** An entity or a page of a list, as a handler returns it. */
export interface Answered {
  id?: unknown;
  revision?: unknown;
  data?: unknown;
  [readAt]?: PublicState;
  [isLatin1]?: boolean;
}

/** The most ids in `Surrogate-Key`, within proxies' limits of headers; a list can be purged by its kind. */
const mostNames = 100;

/**
 * Describes an answer by the entities in it.
 * @param kind of a list, in the plural
 * @param scope the surrogate keys that invalidate it, beside those of its entities; null for any change
 */
export function describeEntities(payload: Answered, kind: string, scope: string[] | null): Subject {
  const shown = Array.isArray(payload.data) ? (payload.data as Answered[]) : [payload];
  const ids = new Set<string>();
  for (const entity of shown) addIds(entity, ids);
  return {
    revision: typeof payload.revision === 'number' ? payload.revision : null,
    names: payload.data === undefined ? [...ids] : [kind, ...(ids.size <= mostNames ? ids : [])],
    state: payload[readAt],
    invalidatedBy: invalidationKeys(scope, shown),
    isLatin1: payload[isLatin1] ?? false,
  };
}

/** Describes an answer of bytes, which is no entity: it is invalidated by the one that it belongs to. */
export function describeBytes({
  id,
  kind,
  state,
  tag,
}: {
  id: string;
  kind: string;
  state: PublicState | undefined;
  tag: string;
}): Subject {
  return { revision: null, tag, names: [kind, id], state, invalidatedBy: [id], isLatin1: false };
}

/** Describes an answer that depends on the version of the program only: the ETag is a digest of its bytes. */
export const fixedSubject: Subject = {
  ...{ revision: null, names: ['service'], state: undefined, invalidatedBy: null, isLatin1: false },
};

/** Sends an answer that depends on the version of the program only. */
export function sendFixed(reply: FastifyReply, body: Buffer | string): FastifyReply {
  reply.subject = fixedSubject;
  return reply.send(body);
}

/** Any change invalidates an empty page, and one with an entity without an id. */
function invalidationKeys(scope: string[] | null, shown: Answered[]): string[] | null {
  const ids = shown.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  return scope && ids.length > 0 && ids.length === shown.length ? [...scope, ...ids] : null;
}

/** Adds the ids of an entity and of those nested in it. */
function addIds(entity: unknown, ids: Set<string>): void {
  if (entity === null || typeof entity !== 'object') return;
  if (entity instanceof RawJson) {
    entity.addIds(ids);
    return;
  }
  if ('id' in entity && typeof entity.id === 'string') ids.add(entity.id);
  for (const name in entity) addIds(entity[name as keyof typeof entity], ids);
}

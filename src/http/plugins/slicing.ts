import type { FastifyInstance } from 'fastify';
import { Placeholders } from '../../content/text/chunks.ts';
import { hasRawJson, RawJson } from '../../query/prepared.ts';
import { startSlices } from '../../runtime/slices.ts';
import { definePlugin } from './define.ts';
import { isJson } from './formats.ts';

/** The shortest member that is serialised apart, in UTF-16 units. */
const shortest = 2 ** 14;
/** The total length of long members up to which an answer is serialised at once. */
const longestAtOnce = 2 ** 18;

type Entity = Record<string, unknown>;

/**
 * Cooperative serialisation: long members are serialised one by one, with yields of the event loop in between, and
 * substituted into the rest by placeholders. Formats run before, on the unchanged members.
 */
export const slicing = definePlugin('slicing', ['formats'], (app: FastifyInstance) => {
  app.addHook('preSerialization', (request, reply, payload, done) => {
    const isEntity = payload instanceof Object && request.routeOptions.config.access === 'read';
    const long = isEntity && reply.statusCode < 300 && isJson(request) ? findLong(payload as Entity) : [];
    const length = long.reduce((sum, { text }) => sum + text.length, 0);
    if (length <= longestAtOnce) {
      done(null, payload);
      return undefined;
    }
    const placeholders = new Placeholders();
    reply.placeholders = placeholders;
    return writeLong(long, placeholders).then(() => Object.assign(payload as Entity, { [hasRawJson]: true }));
  });
  app.decorateReply('aside', null);
});

interface LongMember {
  entity: Entity;
  name: string;
  text: string;
  isRaw: boolean;
}

function findLong(payload: Entity): LongMember[] {
  const entities = Array.isArray(payload.data) ? (payload.data as Entity[]) : [payload];
  const found: LongMember[] = [];
  for (const entity of entities) {
    for (const name in entity) {
      const value = entity[name];
      const text = value instanceof RawJson ? value.text : value;
      if (typeof text === 'string' && text.length > shortest)
        found.push({ entity, name, text, isRaw: value !== text });
    }
  }
  return found;
}

async function writeLong(long: LongMember[], placeholders: Placeholders): Promise<void> {
  const pause = startSlices();
  for (const { entity, name, text, isRaw } of long) {
    entity[name] = new RawJson(placeholders.put(isRaw ? text : JSON.stringify(text)));
    await pause();
  }
}

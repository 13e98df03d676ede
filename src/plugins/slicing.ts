import type { FastifyInstance } from 'fastify';
import { asWritten, Written } from '../list/prepared.ts';
import { startSlices } from '../slices.ts';
import { Asides } from '../text/pieces.ts';
import { definePlugin } from './define.ts';
import { isJson } from './formats.ts';

/** Shorter members are written with all that is around them. */
const shortest = 2 ** 14;
/** An answer whose long members are together shorter is written in one go. */
const longestAtOnce = 2 ** 18;

type Thing = Record<string, unknown>;

/**
 * Writes the long members of things in JSON one by one, with turns of the event loop for others in between, and the rest
 * around them. The formats read what it replaces.
 */
export const slicing = definePlugin('slicing', ['formats'], (app: FastifyInstance) => {
  app.addHook('preSerialization', (request, reply, payload, done) => {
    const isThing = payload instanceof Object && request.routeOptions.config.access === 'read';
    const long = isThing && reply.statusCode < 300 && isJson(request) ? findLong(payload as Thing) : [];
    const length = long.reduce((sum, { text }) => sum + text.length, 0);
    if (length <= longestAtOnce) {
      done(null, payload);
      return undefined;
    }
    const asides = new Asides();
    reply.aside = asides;
    return writeLong(long, asides).then(() => Object.assign(payload as Thing, { [asWritten]: true }));
  });
  app.decorateReply('aside', null);
});

interface LongMember {
  thing: Thing;
  name: string;
  text: string;
  isWritten: boolean;
}

function findLong(payload: Thing): LongMember[] {
  const things = Array.isArray(payload.data) ? (payload.data as Thing[]) : [payload];
  const found: LongMember[] = [];
  for (const thing of things) {
    for (const name in thing) {
      const value = thing[name];
      const text = value instanceof Written ? value.text : value;
      if (typeof text === 'string' && text.length > shortest)
        found.push({ thing, name, text, isWritten: value !== text });
    }
  }
  return found;
}

async function writeLong(long: LongMember[], asides: Asides): Promise<void> {
  const pause = startSlices();
  for (const { thing, name, text, isWritten } of long) {
    thing[name] = new Written(asides.put(isWritten ? text : JSON.stringify(text)));
    await pause();
  }
}

import { LRUCache } from 'lru-cache';

/** How many statements are kept. */
const mostStatements = 500;
const kept = new LRUCache<string, object>({ max: mostStatements });

/** What a statement is made of: the same parts give the same statement. */
export interface Parts {
  /** Parts that are the same only as the same object. */
  objects: (object | undefined)[];
  /** Parts that are the same when they read the same. */
  values: unknown;
}

/** What was built of the same parts before, else what is built now. */
export function buildOnce<Built extends object>(parts: Parts | undefined, build: () => Built): Built {
  if (!parts) return build();
  const name = JSON.stringify([parts.objects.map(numberOf), parts.values]);
  const known = kept.get(name);
  if (known) return known as Built;
  const built = build();
  kept.set(name, built);
  return built;
}

const numbers = new WeakMap<object, number>();
let last = 0;

/** Tells objects apart. */
export function numberOf(object: object | undefined): number {
  if (object === undefined) return 0;
  const known = numbers.get(object);
  if (known !== undefined) return known;
  last += 1;
  numbers.set(object, last);
  return last;
}

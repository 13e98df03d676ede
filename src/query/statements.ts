import { LRUCache } from 'lru-cache';

/** The bounds of the cached statements, with their keys in characters. */
const mostStatements = { max: 500, maxSize: 8_000_000 };
/** The approximate size of a statement with its readers. */
const usualLength = 12_000;
const statements = new LRUCache<string, object>({
  ...mostStatements,
  sizeCalculation: (_, name) => name.length + usualLength,
});
/** Keys that were requested once: a statement is cached at its second request, so that one-off ones evict nothing. */
const seen = new LRUCache<string, true>({
  ...{ max: 1000, maxSize: 1_000_000 },
  sizeCalculation: (_, name) => name.length,
});

/** The cache key of a statement. */
export interface Parts {
  /** Compared by identity. */
  objects: (object | undefined)[];
  /** Compared by value. */
  values: unknown;
}

/** Memoisation in an LRU cache: what was built for the same key, else what is built now. */
export function buildOnce<Built extends object>(parts: Parts | undefined, build: () => Built): Built {
  if (!parts) return build();
  const name = JSON.stringify([parts.objects.map(numberOf), parts.values]);
  const known = statements.get(name);
  if (known) return known as Built;
  const built = build();
  if (seen.get(name)) statements.set(name, built);
  else seen.set(name, true);
  return built;
}

/** The number of cached statements. */
export const countStatements = (): number => statements.size;

const numbers = new WeakMap<object, number>();
let last = 0;

/** A number for the identity of an object. */
export function numberOf(object: object | undefined): number {
  if (object === undefined) return 0;
  const known = numbers.get(object);
  if (known !== undefined) return known;
  last += 1;
  numbers.set(object, last);
  return last;
}

import { LRUCache } from 'lru-cache';

/** How many statements are kept, and how long they may be together with what they are made of, in characters. */
const mostStatements = { max: 500, maxSize: 8_000_000 };
/** About how long a statement is with what reads its rows. */
const usualLength = 12_000;
const kept = new LRUCache<string, object>({
  ...mostStatements,
  sizeCalculation: (_, name) => name.length + usualLength,
});
/** What was asked for once. Only what is asked for again is kept, so that what nobody repeats pushes nothing out. */
const seen = new LRUCache<string, true>({
  ...{ max: 1000, maxSize: 1_000_000 },
  sizeCalculation: (_, name) => name.length,
});

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
  if (seen.get(name)) kept.set(name, built);
  else seen.set(name, true);
  return built;
}

/** How many statements are kept now. */
export const countStatements = (): number => kept.size;

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

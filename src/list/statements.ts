import { LRUCache } from 'lru-cache';
import type { Queryable } from '../db/client.ts';
import { attach, commonOf, detach } from '../db/kept.ts';

/** How many statements are kept for each database. */
const mostStatements = 500;
const kept = new WeakMap<object, LRUCache<string, object>>();

/** What a statement is made of: the same parts give the same statement. */
export interface Parts {
  /** Parts that are the same only as the same object. */
  objects: (object | undefined)[];
  /** Parts that are the same when they read the same. */
  values: unknown;
}

/**
 * What was built of the same parts before, else what is built now: to write a statement takes Drizzle longer than to
 * send it and to read its answer. Statements in a transaction belong to that, and are built anew.
 */
export function buildOnce<Built extends object>(
  db: Queryable,
  parts: Parts | undefined,
  build: () => Built,
): Built {
  if (!parts || !('$connection' in db)) return build();
  return keepBuilt(db, parts, build);
}

/** The same of one statement that stands alone: it is built once for the pool and for all transactions. */
export function prepareOnce<Prepared extends object>(
  db: Queryable,
  parts: Parts,
  prepare: () => Prepared,
): Prepared {
  return attach(
    db,
    keepBuilt(commonOf(db), parts, () => detach(prepare())),
  );
}

function keepBuilt<Built extends object>(of: object, parts: Parts, build: () => Built): Built {
  let statements = kept.get(of);
  if (!statements) {
    statements = new LRUCache({ max: mostStatements });
    kept.set(of, statements);
  }
  const name = JSON.stringify([parts.objects.map(numberOf), parts.values]);
  const known = statements.get(name);
  if (known) return known as Built;
  const built = build();
  statements.set(name, built);
  return built;
}

const numbers = new WeakMap<object, number>();
let last = 0;

function numberOf(object: object | undefined): number {
  if (object === undefined) return 0;
  const known = numbers.get(object);
  if (known !== undefined) return known;
  last += 1;
  numbers.set(object, last);
  return last;
}

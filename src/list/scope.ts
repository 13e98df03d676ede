import { collectionKey } from '../db/change-event.ts';
import type { ListQuery } from './query.ts';
import type { ListSpec } from './spec.ts';

/** What can be asked for without that anything else than the things in the list can change what is found. */
const plain = new Set(['sort', 'limit', 'after', 'before', 'page', 'total', 'include', 'fields']);

/**
 * The names of the changes (as notices have them) that can change a page beside those of the things on it: something may
 * come to the list, go from it, or stand elsewhere in it. A list that is narrowed to what belongs to one thing changes
 * with that; any other with all things of its kind; null when it may be with anything.
 */
export function scopeOf<Row, Viewer>(
  { kind, filters, defaultSort }: ListSpec<Row, Viewer>,
  query: ListQuery,
): string[] | null {
  const asked = Object.entries(query).filter(([name, value]) => value !== undefined && !plain.has(name));
  if (kind === undefined || asked.some(([name]) => filters[name]?.by === undefined)) return null;
  // Another order may follow what changes without that the things which it belongs to are noted.
  if ((query.sort ?? defaultSort) !== defaultSort) return [kind];
  for (const [name, value] of asked) {
    const by = filters[name]?.by;
    if (by === 'itself' || by === undefined) continue;
    // Of several, one may go from the list and leave no trace on a page of the others.
    const [reference, ...others] = [value].flat();
    // An id may be spelled in capitals; slugs have none.
    if (typeof reference === 'string' && others.length === 0)
      return [collectionKey(by, reference.toLowerCase())];
  }
  return [kind];
}

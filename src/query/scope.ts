import { collectionKey } from '../db/unit-of-work/change-event.ts';
import type { ListQuery } from './query.ts';
import type { ListSpec } from './spec.ts';

/** Parameters that add no dependency on other entities. */
const plain = new Set(['sort', 'limit', 'after', 'before', 'page', 'total', 'include', 'fields']);

/**
 * The surrogate keys that invalidate a page, beside those of its entities: others may be added, removed or reordered. A list
 * filtered to the members of one entity depends on that collection; any other on all entities of its kind; null when it
 * depends on anything.
 */
export function listScope<Row, Viewer>(
  { kind, filters, defaultSort }: ListSpec<Row, Viewer>,
  query: ListQuery,
): string[] | null {
  const dependent = Object.entries(query).filter(([name, value]) => value !== undefined && !plain.has(name));
  if (kind === undefined || dependent.some(([name]) => filters[name]?.by === undefined)) return null;
  // Another sort key may change without an invalidation of the collection.
  if ((query.sort ?? defaultSort) !== defaultSort) return [kind];
  for (const [name, value] of dependent) {
    const by = filters[name]?.by;
    if (by === 'itself' || by === undefined) continue;
    // With several values, a page may not show which of them its entities match.
    const [reference, ...others] = [value].flat();
    // A UUID may have capitals; slugs have none.
    if (typeof reference === 'string' && others.length === 0)
      return [collectionKey(by, reference.toLowerCase())];
  }
  return [kind];
}

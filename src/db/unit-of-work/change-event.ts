import { type SQL, sql } from 'drizzle-orm';

/** The NOTIFY channel of change events, which are sent at the commit. */
export const publicChannel = 'postil_public_version';

/** The payload that clears every cache: answers changed without a new version. */
export const resetEvent = 'reset';

/** Cache invalidation: a public version and the surrogate keys of the answers that it changed. */
export interface ChangeEvent {
  version: number;
  /** Undefined when they do not fit into a notification: then every answer is stale. */
  changed: ReadonlySet<string> | undefined;
}

/** The limit of a NOTIFY payload is below 8,000 bytes. */
const longest = 7900;

/**
 * The payload of a change event, as an SQL expression: the version and all entities of a table of `type`, `id` and `slug`.
 * @param version the expression of the version
 */
export function writeChangeEvent(version: SQL, table: SQL): SQL<string> {
  return sql`(select ${version} || case when octet_length(entities) <= ${sql.raw(String(longest))} then entities else '' end
    from (select string_agg(' ' || type || '/' || id || '/' || slug, '') as entities from ${table}) payload)`;
}

/** Parses the payload of a change event; undefined for a reset. */
export function readChangeEvent(text: string): ChangeEvent | undefined {
  const [version = '', ...entities] = text.split(' ');
  if (!/^\d+$/.test(version)) return undefined;
  if (entities.length === 0) return { version: Number(version), changed: undefined };
  const changed = new Set<string>();
  for (const entity of entities) {
    const [kind = '', id = '', slug = ''] = entity.split('/');
    changed.add(id).add(kind).add(collectionKey(kind, id)).add(collectionKey(kind, slug));
  }
  return { version: Number(version), changed };
}

/** The surrogate key of a collection within an entity: it is invalidated when a member is added, removed or changed. */
export const collectionKey = (kind: string, reference: string) => `${kind}/${reference}`;

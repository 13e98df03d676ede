import { type SQL, sql } from 'drizzle-orm';

/** The NOTIFY channel of change events, sent at the commit of what changed. */
export const publicChannel = 'postil_public_version';

/** The event when answers changed without a version: caches are cleared. */
export const resetEvent = 'reset';

/** A public version, and the things whose answers it changed, by the names that answers know them by. */
export interface ChangeEvent {
  version: number;
  /** Undefined when they are too many for a notification: then it may be anything. */
  changed: ReadonlySet<string> | undefined;
}

/** A notification of Postgres has less than 8,000 bytes. */
const longest = 7900;

/**
 * The payload of a change event, as an expression: the version and all things of a table of `type`, `id` and `slug`.
 * @param version the expression of the version
 */
export function writeChangeEvent(version: SQL, table: SQL): SQL<string> {
  return sql`(select ${version} || case when octet_length(things) <= ${sql.raw(String(longest))} then things else '' end
    from (select string_agg(' ' || type || '/' || id || '/' || slug, '') as things from ${table}) told)`;
}

/** Parses the payload of a change event; undefined for a reset. */
export function readChangeEvent(text: string): ChangeEvent | undefined {
  const [version = '', ...things] = text.split(' ');
  if (!/^\d+$/.test(version)) return undefined;
  if (things.length === 0) return { version: Number(version), changed: undefined };
  const changed = new Set<string>();
  for (const thing of things) {
    const [kind = '', id = '', slug = ''] = thing.split('/');
    changed.add(id).add(kind).add(nameWithin(kind, id)).add(nameWithin(kind, slug));
  }
  return { version: Number(version), changed };
}

/** The name of a collection within a thing: it changes when something comes to it, leaves it or changes in it. */
export const nameWithin = (kind: string, reference: string) => `${kind}/${reference}`;

import { type SQL, sql } from 'drizzle-orm';

/** Where processes tell each other of the public version when it has grown, at the commit of what it grew by. */
export const publicChannel = 'postil_public_version';

/** Told instead of a version when answers changed without one. */
export const resetNotice = 'reset';

/** What is told of a public version: the things whose answers it changed, by the names that answers know them by. */
export interface Notice {
  version: number;
  /** Undefined when they are too many to be told: then it may be anything. */
  changed: ReadonlySet<string> | undefined;
}

/** A notification of Postgres has less than 8,000 bytes. */
const longest = 7900;

/**
 * The text of a notice, as an expression: the version and all things of a table of `type`, `id` and `slug`.
 * @param version the expression of the version
 */
export function writeNotice(version: SQL, table: SQL): SQL<string> {
  return sql`(select ${version} || case when octet_length(things) <= ${sql.raw(String(longest))} then things else '' end
    from (select string_agg(' ' || type || '/' || id || '/' || slug, '') as things from ${table}) told)`;
}

/** Reads what was told; undefined for a reset. */
export function readNotice(text: string): Notice | undefined {
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

/** What is told to have changed when something has come to a thing, or gone from it, or changed within it. */
export const nameWithin = (kind: string, reference: string) => `${kind}/${reference}`;

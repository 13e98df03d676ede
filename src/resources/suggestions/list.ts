import { and, sql } from 'drizzle-orm';
import type { Viewer } from '../../access/viewer.ts';
import type { Queryable } from '../../db/driver/client.ts';
import { type Carrier, carry, readState, stateColumn } from '../../db/unit-of-work/site.ts';
import { allEntities, type Entity } from '../../entities.ts';
import { executeSearch, withSearchTimeout } from '../../query/search-timeout.ts';
import { typeAheadPrefixes } from '../../search/type-ahead.ts';
import { type BatchKind, kinds } from '../kinds.ts';
import type { Suggestion } from './schema.ts';

const most = 8;

/** Two syllables at least: below three letters a pattern without a space has no trigram (Postgres manual, F.35 pg_trgm). */
const inCompound = /^(?:[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?){2}/;

/** The patterns of names with a word that begins with a text; words of Korean are written together too. */
const wordPatterns = (form: string) => (inCompound.test(form) ? [`%${form}%`] : [`${form}%`, `% ${form}%`]);

/**
 * Type-ahead suggestions: entities with a name, or a word of it, that begins with the text, in Korean also within a compound. Both
 * are decomposed (NFD), so that an incomplete syllable (서, 선ㅎ, 섢) is a prefix of the whole one (선형). Prefixes of names come first, then tags,
 * categories, papers, reviews, then shorter names. One statement.
 */
export async function suggest(
  db: Queryable,
  viewer: Viewer,
  text: string,
): Promise<Carrier & { data: Suggestion[] }> {
  const typed = typeAheadPrefixes(text).map((form) => form.replace(/[\\%_]/g, '\\$&'));
  const begins = sql`any(${sql.param(typed.map((form) => `${form}%`))}::text[])`;
  const beginsWord = sql`any(${sql.param(typed.flatMap(wordPatterns))}::text[])`;
  const branch = ({ kind, table, suggested }: Entity) => {
    if (!suggested) return [];
    const { name, rank } = suggested;
    const { list } = kinds[kind as BatchKind];
    // As in the list, without trashed reviews.
    const visible = and(list.visible(viewer), list.filters.status?.absent) ?? sql`true`;
    return sql`
    (select ${kind}::text as type, id, slug, ${name} as name, not search_name(${name}) like ${begins} as inside, ${rank}::integer as kind
    from ${table} where search_name(${name}) like ${beginsWord} and ${visible}
    order by inside, length(${name}), id limit ${most})`;
  };
  const asking = executeSearch<{ data: Suggestion[]; state: string }>(
    db,
    sql`
    select ${stateColumn} as state,
      (select coalesce(json_agg(json_build_object('type', type, 'id', id, 'slug', slug, 'name', name)
          order by inside, kind, length(name), id), '[]')
        from (select * from (${sql.join(allEntities.flatMap(branch), sql` union all `)}) found
          order by inside, kind, length(name), id limit ${most}) best) as data`,
  );
  const [found] = await withSearchTimeout('q', () => asking);
  return { data: found?.data ?? [], ...carry(readState(found?.state)) };
}

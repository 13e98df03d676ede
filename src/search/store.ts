import { sql } from 'drizzle-orm';
import type { Queryable } from '../db/client.ts';
import type { ThingKind } from '../db/schema.ts';
import { boundLexemes, exactLexeme, lexemesOf, readLexemes, writeLexemes } from './lexemes.ts';
import { dictionaryWords, neighbours } from './spelling.ts';

/** What of a thing is searched, as the database has it. */
interface Searched extends Record<string, unknown> {
  id: string;
  names: string[];
  /** What a query may be as a whole: acronym, identifiers. */
  exact: string[];
  heads: string[];
  /** Null where its lexemes are known. */
  body: string | null;
}

const identifiersOf = sql`array(select unnest(array[scheme || ':' || value, value])
  from paper_identifiers where paper_identifiers.paper_id = papers.id)`;
const authorsOf = sql`array(select name from paper_authors where paper_authors.paper_id = papers.id)`;
const present = (...texts: ReturnType<typeof sql>[]) =>
  sql`array_remove(array[${sql.join(texts, sql`, `)}], null)`;

/** The kinds of things that are searched: the table of their lexemes, and where the texts come from. */
const searched = {
  review: {
    table: sql`review_search`,
    key: sql`review_id`,
    texts: (ids: string[], known: string[]) => sql`
      select reviews.id, ${present(sql`reviews.title`, sql`papers.acronym`)} as names,
        ${present(sql`papers.acronym`)} || ${identifiersOf} as exact,
        ${present(sql`reviews.summary`, sql`papers.title`, sql`papers.venue`)} || named.tags || ${authorsOf} || ${identifiersOf} as heads,
        case when reviews.id <> all(${sql.param(known)}::uuid[]) then reviews.text end as body
      from reviews join papers on papers.id = reviews.paper_id,
        lateral (select array(select tags.name from review_tags join tags on tags.id = review_tags.tag_id
          where review_tags.review_id = reviews.id) as tags) named
      where reviews.id = any(${sql.param(ids)}::uuid[])`,
  },
  paper: {
    table: sql`paper_search`,
    key: sql`paper_id`,
    texts: (ids: string[]) => sql`
      select papers.id, ${present(sql`papers.title`, sql`papers.acronym`)} as names,
        ${present(sql`papers.acronym`)} || ${identifiersOf} as exact,
        ${present(sql`papers.venue`)} || ${authorsOf} || ${identifiersOf} as heads,
        coalesce(papers.abstract, '') as body
      from papers where papers.id = any(${sql.param(ids)}::uuid[])`,
  },
};

/** Few enough that the texts and lexemes of one turn fit into memory whatever they hold. */
const thingsPerTurn = 50;

/**
 * Brings what the search knows of things up to what they are. Part of the write that changed them; it cannot fail for
 * what a text holds.
 * @param bodies the lexemes of their texts, by id, where they were made before (`writeLexemes`)
 */
export async function indexThings(
  db: Queryable,
  kind: Extract<ThingKind, 'review' | 'paper'>,
  ids: string[],
  bodies: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  for (let start = 0; start < ids.length; start += thingsPerTurn) {
    await indexTurn(db, kind, ids.slice(start, start + thingsPerTurn), bodies);
  }
}

async function indexTurn(
  db: Queryable,
  kind: 'review' | 'paper',
  ids: string[],
  bodies: ReadonlyMap<string, string>,
): Promise<void> {
  const { table, key, texts } = searched[kind];
  const words = new Set<string>();
  for (const thing of await db.execute<Searched>(texts(ids, [...bodies.keys()]))) {
    const names = [
      ...thing.names.flatMap((text) => lexemesOf(text, { initials: true })),
      ...thing.exact.map(exactLexeme),
    ];
    // Each holds what is before it, so that the terms of a query are asked for together.
    const heads = [...names, ...thing.heads.flatMap((text) => lexemesOf(text, { initials: true }))];
    const own = thing.body === null ? readLexemes(bodies.get(thing.id) ?? '') : lexemesOf(thing.body);
    const body = [...heads, ...own];
    // All of them: a word that only a draft taught would tell of it where another thing is found by it.
    for (const word of [...thing.names, ...thing.heads].flatMap(dictionaryWords)) words.add(word);
    await db.execute(sql`
      insert into ${table} (${key}, names, heads, body)
      values (${thing.id}, ${bound(names)}, ${bound(heads)}, ${bound(body)})
      on conflict (${key}) do update set names = excluded.names, heads = excluded.heads, body = excluded.body`);
  }
  await learnWords(db, [...words].sort());
}

const bound = (lexemes: string[]) =>
  sql`string_to_array(${writeLexemes(boundLexemes(lexemes))}::text, ${'\n'}::text)`;

/** Adds words to the dictionary of those that may be mistyped; one that nothing uses any more does no harm. */
async function learnWords(db: Queryable, words: string[]): Promise<void> {
  if (words.length === 0) return;
  const known = await db.execute<{ word: string }>(
    sql`select word from search_words where word = any(${sql.param(words)}::text[])`,
  );
  const knownWords = new Set([...known].map(({ word }) => word));
  for (const word of words.filter((candidate) => !knownWords.has(candidate))) {
    await db.execute(sql`
      insert into search_words (word, neighbours) values (${word}, ${sql.param(neighbours(word))}::text[]) on conflict do nothing`);
  }
}

/** Indexes whatever the search does not know yet, such as rows that came by SQL. @returns how many there were */
export async function indexMissing(db: Queryable): Promise<number> {
  let done = 0;
  for (const kind of ['review', 'paper'] as const) {
    const { table, key } = searched[kind];
    const things = kind === 'review' ? sql`reviews` : sql`papers`;
    for (;;) {
      const missing = await db.execute<{ id: string }>(sql`
        select id from ${things} where not exists (select from ${table} where ${key} = ${things}.id) limit 500`);
      if (missing.length === 0) break;
      await indexThings(
        db,
        kind,
        [...missing].map(({ id }) => id),
      );
      done += missing.length;
    }
  }
  return done;
}

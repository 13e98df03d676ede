import { type SQL, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '../db/client.ts';
import { arrayParameter, prepareSql } from '../db/prepare.ts';
import type { EntityKind } from '../db/schema.ts';
import type { ChangeSet } from '../db/write.ts';
import { exactLexeme, joinLexemes, lexemesOf, writeLexemes } from './lexemes.ts';
import { dictionaryWords } from './spelling.ts';
import { learnWords } from './vocabulary.ts';

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

/** One is asked for by itself: that is planned once, a list every time. */
function textsOf(write: (which: SQL) => SQL) {
  const readOne = prepareSql<Searched>(write(sql`= ${sql.placeholder('id')}`));
  const readEach = prepareSql<Searched>(write(sql`= any(${arrayParameter('ids', 'uuid')}::uuid[])`));
  return (db: Queryable, ids: string[], known: string[]) =>
    ids.length === 1 ? readOne(db, { id: ids[0], known }) : readEach(db, { ids, known });
}

/** As lists of what is in the columns, so that one statement is as good for one thing as for many. */
const storing = (table: string, key: string) => {
  const list = (column: string) => sql.raw(`string_to_array(${column}, E'\\n')`);
  return prepareSql(sql`
    insert into ${sql.raw(table)} (${sql.raw(key)}, names, heads, body)
    select id, ${list('names')}, ${list('heads')}, ${list('body')}
    from unnest(${arrayParameter('id', 'uuid')}, ${arrayParameter('names', 'text')}, ${arrayParameter('heads', 'text')},
      ${arrayParameter('body', 'text')}) as found (id, names, heads, body)
    on conflict (${sql.raw(key)}) do update set names = excluded.names, heads = excluded.heads, body = excluded.body`);
};

/** The kinds of things that are searched: the table of their lexemes, and where the texts come from. */
const searched = {
  review: {
    table: sql`review_search`,
    key: sql`review_id`,
    store: storing('review_search', 'review_id'),
    texts: textsOf(
      (which) => sql`
      select reviews.id, ${present(sql`reviews.title`, sql`papers.acronym`)} as names,
        ${present(sql`papers.acronym`)} || ${identifiersOf} as exact,
        ${present(sql`reviews.summary`, sql`papers.title`, sql`papers.venue`)} || named.tags || ${authorsOf} || ${identifiersOf} as heads,
        case when reviews.id <> all(${arrayParameter('known', 'uuid')}::uuid[]) then reviews.text end as body
      from reviews join papers on papers.id = reviews.paper_id,
        lateral (select array(select tags.name from review_tags join tags on tags.id = review_tags.tag_id
          where review_tags.review_id = reviews.id) as tags) named
      where reviews.id ${which}`,
    ),
  },
  paper: {
    table: sql`paper_search`,
    key: sql`paper_id`,
    store: storing('paper_search', 'paper_id'),
    texts: textsOf(
      (which) => sql`
      select papers.id, ${present(sql`papers.title`, sql`papers.acronym`)} as names,
        ${present(sql`papers.acronym`)} || ${identifiersOf} as exact,
        ${present(sql`papers.venue`)} || ${authorsOf} || ${identifiersOf} as heads,
        coalesce(papers.abstract, '') as body
      from papers where papers.id ${which}`,
    ),
  },
};

/** So many texts are read together, and so many characters of lexemes written: they fit into memory whatever they are. */
const thingsPerTurn = 50;
const charactersPerTurn = 4_000_000;

type SearchedKind = Extract<EntityKind, 'review' | 'paper'>;

/** A thing that has changed, with the lexemes of its body, if they were made before (`writeLexemes`). */
interface Changed {
  kind: SearchedKind;
  id: string;
  lexemes: string | undefined;
}

/**
 * Brings what the search knows of things up to what they are when the write that changes them is through. It cannot fail
 * for what a text holds.
 * @param lexemes of the body, where they were made before (`writeLexemes`)
 */
export function indexLater(changeSet: ChangeSet, kind: SearchedKind, ids: string[], lexemes?: string): void {
  changeSet.defer(indexChanged, ...ids.map((id): Changed => ({ kind, id, lexemes })));
}

async function indexChanged(tx: Tx, changes: Changed[]): Promise<void> {
  const words = new Set<string>();
  for (const kind of ['paper', 'review'] as const) {
    const changed = changes.filter((change) => change.kind === kind);
    const known = changed.flatMap(({ id, lexemes }) =>
      lexemes === undefined ? [] : [[id, lexemes] as const],
    );
    const ids = [...new Set(changed.map(({ id }) => id))].sort();
    await indexKind(tx, kind, ids, new Map(known), words);
  }
  await learnWords(tx, words);
}

/** Does the same at once. */
export async function indexThings(db: Queryable, kind: SearchedKind, ids: string[]): Promise<void> {
  const words = new Set<string>();
  await indexKind(db, kind, ids, new Map(), words);
  await learnWords(db, words);
}

/** @param words gets those that may be mistyped */
async function indexKind(
  db: Queryable,
  kind: SearchedKind,
  ids: string[],
  lexemes: Map<string, string>,
  words: Set<string>,
): Promise<void> {
  const { texts } = searched[kind];
  for (let start = 0; start < ids.length; start += thingsPerTurn) {
    const turn = ids.slice(start, start + thingsPerTurn);
    const known = turn.filter((id) => lexemes.has(id));
    let rows: Lexemes[] = [];
    let characters = 0;
    for (const thing of await texts(db, turn, known)) {
      const row = collectLexemes(thing, lexemes.get(thing.id));
      rows.push(row);
      // All of them: a word that only a draft taught would tell of it where another thing is found by it.
      for (const word of [...thing.names, ...thing.heads].flatMap(dictionaryWords)) words.add(word);
      characters += row.names.length + row.heads.length + row.body.length;
      if (characters < charactersPerTurn) continue;
      await storeLexemes(db, kind, rows);
      [rows, characters] = [[], 0];
    }
    await storeLexemes(db, kind, rows);
  }
}

/** What a thing is found by, as `writeLexemes` writes it. */
type Lexemes = Record<'id' | 'names' | 'heads' | 'body', string>;

function collectLexemes(thing: Searched, known: string | undefined): Lexemes {
  const lexemesIn = (texts: string[]) => texts.flatMap((text) => lexemesOf(text, { initials: true }));
  const exact = writeLexemes(thing.exact.map(exactLexeme));
  // Each holds what is before it, so that the terms of a query are asked for together.
  const names = joinLexemes(writeLexemes(lexemesIn(thing.names)), exact);
  const heads = joinLexemes(names, writeLexemes(lexemesIn(thing.heads)));
  const body = joinLexemes(heads, known ?? writeLexemes(lexemesOf(thing.body ?? '')));
  return { id: thing.id, names, heads, body };
}

async function storeLexemes(db: Queryable, kind: SearchedKind, rows: Lexemes[]): Promise<void> {
  if (rows.length === 0) return;
  // Locked in one order by everybody.
  rows.sort((one, other) => (one.id < other.id ? -1 : 1));
  const all = (column: keyof Lexemes) => rows.map((row) => row[column]);
  await searched[kind].store(db, {
    ...{ id: all('id'), names: all('names') },
    ...{ heads: all('heads'), body: all('body') },
  });
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

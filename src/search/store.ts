import { type SQL, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '../db/driver/client.ts';
import { arrayParameter, prepareSql } from '../db/driver/prepare.ts';
import type { EntityKind } from '../db/schema/tables.ts';
import type { ChangeSet } from '../db/unit-of-work/write.ts';
import { exactLexeme, joinLexemes, lexemesOf, writeLexemes } from './lexemes.ts';
import { dictionaryWords } from './spelling.ts';
import { learnWords } from './vocabulary.ts';

/** The texts of an entity that are indexed. */
interface Searched extends Record<string, unknown> {
  id: string;
  names: string[];
  /** Acronym and identifiers, which match a whole query. */
  exact: string[];
  heads: string[];
  /** Null where its lexemes are passed in. */
  body: string | null;
}

const identifiersOf = sql`array(select unnest(array[scheme || ':' || value, value])
  from paper_identifiers where paper_identifiers.paper_id = papers.id)`;
const authorsOf = sql`array(select name from paper_authors where paper_authors.paper_id = papers.id)`;
const present = (...texts: ReturnType<typeof sql>[]) =>
  sql`array_remove(array[${sql.join(texts, sql`, `)}], null)`;

/** A single entity has a statement of its own, whose plan is generic; one with an array is planned each time. */
function textsOf(write: (which: SQL) => SQL) {
  const readOne = prepareSql<Searched>(write(sql`= ${sql.placeholder('id')}`));
  const readEach = prepareSql<Searched>(write(sql`= any(${arrayParameter('ids', 'uuid')}::uuid[])`));
  return (db: Queryable, ids: string[], known: string[]) =>
    ids.length === 1 ? readOne(db, { id: ids[0], known }) : readEach(db, { ids, known });
}

/** Upserts by arrays of columns, so that one statement serves any number of entities. */
const storing = (table: string, key: string) => {
  const list = (column: string) => sql.raw(`string_to_array(${column}, E'\\n')`);
  return prepareSql(sql`
    insert into ${sql.raw(table)} (${sql.raw(key)}, names, heads, body)
    select id, ${list('names')}, ${list('heads')}, ${list('body')}
    from unnest(${arrayParameter('id', 'uuid')}, ${arrayParameter('names', 'text')}, ${arrayParameter('heads', 'text')},
      ${arrayParameter('body', 'text')}) as found (id, names, heads, body)
    on conflict (${sql.raw(key)}) do update set names = excluded.names, heads = excluded.heads, body = excluded.body`);
};

/** The kinds with a search index: its table, and the queries of the texts. */
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

/** Batch sizes that bound memory: texts that are read together, and characters of lexemes that are written together. */
const entitiesPerBatch = 50;
const charactersPerBatch = 4_000_000;

type SearchedKind = Extract<EntityKind, 'review' | 'paper'>;

/** A changed entity, with the lexemes of its body if they are computed already (`writeLexemes`). */
interface Changed {
  kind: SearchedKind;
  id: string;
  lexemes: string | undefined;
}

/**
 * Defers the indexing of entities to the end of the write. No content can make it fail.
 * @param lexemes of the body, if they are computed already (`writeLexemes`)
 */
export function deferIndexing(
  changeSet: ChangeSet,
  kind: SearchedKind,
  ids: string[],
  lexemes?: string,
): void {
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

/** Indexes entities at once. */
export async function indexEntities(db: Queryable, kind: SearchedKind, ids: string[]): Promise<void> {
  const words = new Set<string>();
  await indexKind(db, kind, ids, new Map(), words);
  await learnWords(db, words);
}

/** @param words collects the vocabulary */
async function indexKind(
  db: Queryable,
  kind: SearchedKind,
  ids: string[],
  lexemes: Map<string, string>,
  words: Set<string>,
): Promise<void> {
  const { texts } = searched[kind];
  for (let start = 0; start < ids.length; start += entitiesPerBatch) {
    const batch = ids.slice(start, start + entitiesPerBatch);
    const known = batch.filter((id) => lexemes.has(id));
    let rows: Lexemes[] = [];
    let characters = 0;
    for (const entity of await texts(db, batch, known)) {
      const row = collectLexemes(entity, lexemes.get(entity.id));
      rows.push(row);
      // Including words that other entities have: leaving out those only of drafts would reveal the drafts.
      for (const word of [...entity.names, ...entity.heads].flatMap(dictionaryWords)) words.add(word);
      characters += row.names.length + row.heads.length + row.body.length;
      if (characters < charactersPerBatch) continue;
      await storeLexemes(db, kind, rows);
      [rows, characters] = [[], 0];
    }
    await storeLexemes(db, kind, rows);
  }
}

/** The lexemes of an entity, as of `writeLexemes`. */
type Lexemes = Record<'id' | 'names' | 'heads' | 'body', string>;

function collectLexemes(entity: Searched, known: string | undefined): Lexemes {
  const lexemesIn = (texts: string[]) => texts.flatMap((text) => lexemesOf(text, { initials: true }));
  const exact = writeLexemes(entity.exact.map(exactLexeme));
  // Each column includes the one before it, so that one query covers the terms of all.
  const names = joinLexemes(writeLexemes(lexemesIn(entity.names)), exact);
  const heads = joinLexemes(names, writeLexemes(lexemesIn(entity.heads)));
  const body = joinLexemes(heads, known ?? writeLexemes(lexemesOf(entity.body ?? '')));
  return { id: entity.id, names, heads, body };
}

async function storeLexemes(db: Queryable, kind: SearchedKind, rows: Lexemes[]): Promise<void> {
  if (rows.length === 0) return;
  // Lock ordering: by id.
  rows.sort((one, other) => (one.id < other.id ? -1 : 1));
  const all = (column: keyof Lexemes) => rows.map((row) => row[column]);
  await searched[kind].store(db, {
    ...{ id: all('id'), names: all('names') },
    ...{ heads: all('heads'), body: all('body') },
  });
}

/** Indexes entities without index rows, such as those inserted by SQL. @returns their number */
export async function indexMissing(db: Queryable): Promise<number> {
  let done = 0;
  for (const kind of ['review', 'paper'] as const) {
    const { table, key } = searched[kind];
    const entities = kind === 'review' ? sql`reviews` : sql`papers`;
    for (;;) {
      const missing = await db.execute<{ id: string }>(sql`
        select id from ${entities} where not exists (select from ${table} where ${key} = ${entities}.id) limit 500`);
      if (missing.length === 0) break;
      await indexEntities(
        db,
        kind,
        [...missing].map(({ id }) => id),
      );
      done += missing.length;
    }
  }
  return done;
}

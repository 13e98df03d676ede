import { getTableName, type SQL, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '../db/driver/client.ts';
import { arrayParameter, prepareSql } from '../db/driver/prepare.ts';
import type { ChangeSet } from '../db/unit-of-work/write.ts';
import { entities, type SearchIndex } from '../entities.ts';
import { exactLexeme, joinLexemes, lexemesOf, writeLexemes } from './lexemes.ts';
import { dictionaryWords } from './spelling.ts';
import { type Searched, type SearchedKind, searchedKinds, searchedTexts } from './texts.ts';
import { learnWords } from './vocabulary.ts';

/** A single entity has a statement of its own, whose plan is generic; one with an array is planned each time. */
function textsOf(write: (which: SQL) => SQL) {
  const readOne = prepareSql<Searched>(write(sql`= ${sql.placeholder('id')}`));
  const readEach = prepareSql<Searched>(write(sql`= any(${arrayParameter('ids', 'uuid')}::uuid[])`));
  return (db: Queryable, ids: string[], known: string[]) =>
    ids.length === 1 ? readOne(db, { id: ids[0], known }) : readEach(db, { ids, known });
}

/** Upserts by arrays of columns, so that one statement serves any number of entities. */
const storing = (index: SearchIndex) => {
  const list = (column: string) => sql.raw(`string_to_array(${column}, E'\\n')`);
  const key = sql.raw(index.id.name);
  return prepareSql(sql`
    insert into ${sql.raw(getTableName(index))} (${key}, names, heads, body)
    select id, ${list('names')}, ${list('heads')}, ${list('body')}
    from unnest(${arrayParameter('id', 'uuid')}, ${arrayParameter('names', 'text')}, ${arrayParameter('heads', 'text')},
      ${arrayParameter('body', 'text')}) as found (id, names, heads, body)
    on conflict (${key}) do update set names = excluded.names, heads = excluded.heads, body = excluded.body`);
};

const statementsOf = (kind: SearchedKind) => ({
  texts: textsOf(searchedTexts[kind]),
  store: storing(entities[kind].searched),
});
const searched = Object.fromEntries(searchedKinds.map((kind) => [kind, statementsOf(kind)])) as Record<
  SearchedKind,
  ReturnType<typeof statementsOf>
>;

/** Batch sizes that bound memory: texts that are read together, and characters of lexemes that are written together. */
const entitiesPerBatch = 50;
const charactersPerBatch = 4_000_000;

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
  for (const kind of searchedKinds) {
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
  for (const kind of searchedKinds) {
    const { table, searched: index } = entities[kind];
    for (;;) {
      const missing = await db.execute<{ id: string }>(sql`
        select id from ${table} where not exists (select from ${index} where ${index.id} = ${table.id}) limit 500`);
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

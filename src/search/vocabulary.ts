import { sql } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import type { Db, Queryable } from '../db/driver/client.ts';
import { arrayParameter, commonOf, prepareSql } from '../db/driver/prepare.ts';
import { type SearchIndex, searchIndexes } from '../entities.ts';
import { correctedQuery } from './query.ts';
import { neighbours } from './spelling.ts';

/** Adds words to the vocabulary of spelling correction. */
export async function learnWords(db: Queryable, words: Set<string>): Promise<void> {
  const learned = learnedIn(db);
  const candidates = [...words].filter((word) => !learned.has(word));
  if (candidates.length === 0) return;
  const known = new Set((await findWords(db, { candidates })).map(({ word }) => word));
  // Only committed words: those added here may be rolled back.
  for (const word of known) learned.set(word, true);
  // Lock ordering: sorted.
  const added = candidates.filter((word) => !known.has(word)).sort();
  if (added.length === 0) return;
  await addWords(db, { added, lists: added.map((word) => neighbours(word).join(' ')) });
}

const findWords = prepareSql<{ word: string }>(
  sql`select word from search_words where word = any(${arrayParameter('candidates', 'text')}::text[])`,
);

const addWords = prepareSql(sql`
  insert into search_words (word, neighbours)
  select word, string_to_array(list, ' ')
  from unnest(${arrayParameter('added', 'text')}, ${arrayParameter('lists', 'text')}) as learned (word, list)
  on conflict do nothing`);

/** A cache of words that a database has, for as long as another process's deletion may stay unnoticed. */
const learnedWords = new WeakMap<object, LRUCache<string, true>>();
const mostLearned = 20_000;
const learnedFor = 60_000;

function learnedIn(db: Queryable): LRUCache<string, true> {
  const common = commonOf(db);
  const known = learnedWords.get(common) ?? new LRUCache<string, true>({ max: mostLearned, ttl: learnedFor });
  learnedWords.set(common, known);
  return known;
}

/** The words of one lookup. */
const wordsPerBatch = 200;

/**
 * Sweeps words without an index entry out of the vocabulary, after changes and deletions. Safe in any number of
 * processes at once. A concurrent write may count on a word that is deleted: its next write adds it again.
 * @returns the number of deleted words
 */
export async function sweepWords(db: Db): Promise<number> {
  const learned = learnedIn(db);
  let swept = 0;
  for (let after = ''; ; ) {
    const words = await readTurn(db, after);
    const last = words.at(-1);
    if (last === undefined) return swept;
    const unused = await dropUnused(db, words);
    for (const word of unused) learned.delete(word);
    swept += unused.length;
    after = last;
  }
}

async function readTurn(db: Db, after: string): Promise<string[]> {
  const rows = await db.execute<{ word: string }>(
    sql`select word from search_words where word > ${after} order by word limit ${wordsPerBatch}`,
  );
  return [...rows].map(({ word }) => word);
}

async function dropUnused(db: Db, words: string[]): Promise<string[]> {
  const queries = words.map((word) => correctedQuery([word]));
  const finds = (table: SearchIndex) =>
    sql`exists (select from ${table} where search_vector(heads) @@ candidates.query::tsquery)`;
  const dropped = await db.execute<{ word: string }>(sql`
    delete from search_words where word in (
      select known.word from search_words known
        join unnest(${sql.param(words)}::text[], ${sql.param(queries)}::text[]) as candidates (word, query) using (word)
      where not (${sql.join(searchIndexes.map(finds), sql` or `)})
      for update of known skip locked)
    returning word`);
  return [...dropped].map(({ word }) => word);
}

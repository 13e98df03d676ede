import { sql } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import type { Db, Queryable } from '../db/client.ts';
import { arrayParameter, commonOf, prepareSql } from '../db/prepare.ts';
import { correctedQuery } from './query.ts';
import { neighbours } from './spelling.ts';

/** Adds words to the vocabulary of those that may be mistyped. */
export async function learnWords(db: Queryable, words: Set<string>): Promise<void> {
  const learned = learnedIn(db);
  const asked = [...words].filter((word) => !learned.has(word));
  if (asked.length === 0) return;
  const known = new Set((await findWords(db, { asked })).map(({ word }) => word));
  // Only what was there before: what is added now is not for sure before the write has ended.
  for (const word of known) learned.set(word, true);
  // In one order, so that nobody waits in a ring.
  const added = asked.filter((word) => !known.has(word)).sort();
  if (added.length === 0) return;
  await addWords(db, { added, lists: added.map((word) => neighbours(word).join(' ')) });
}

const findWords = prepareSql<{ word: string }>(
  sql`select word from search_words where word = any(${arrayParameter('asked', 'text')}::text[])`,
);

const addWords = prepareSql(sql`
  insert into search_words (word, neighbours)
  select word, string_to_array(list, ' ')
  from unnest(${arrayParameter('added', 'text')}, ${arrayParameter('lists', 'text')}) as learned (word, list)
  on conflict do nothing`);

/** Words that a database was seen to have, for as long as another process may take one away unseen. */
const learnedWords = new WeakMap<object, LRUCache<string, true>>();
const mostLearned = 20_000;
const learnedFor = 60_000;

function learnedIn(db: Queryable): LRUCache<string, true> {
  const common = commonOf(db);
  const known = learnedWords.get(common) ?? new LRUCache<string, true>({ max: mostLearned, ttl: learnedFor });
  learnedWords.set(common, known);
  return known;
}

/** So many words are looked up in one statement. */
const wordsPerTurn = 200;

/**
 * Sweeps the vocabulary: words by which nothing is found any more, since what had them was changed or deleted for good.
 * Any number of processes may call it at any time. A write under way may count on a word that goes: that is corrected
 * again when something with it is next written.
 * @returns how many words went
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
    sql`select word from search_words where word > ${after} order by word limit ${wordsPerTurn}`,
  );
  return [...rows].map(({ word }) => word);
}

async function dropUnused(db: Db, words: string[]): Promise<string[]> {
  const queries = words.map((word) => correctedQuery([word]));
  const finds = (table: ReturnType<typeof sql>) =>
    sql`exists (select from ${table} where search_vector(heads) @@ asked.query::tsquery)`;
  const dropped = await db.execute<{ word: string }>(sql`
    delete from search_words where word in (
      select known.word from search_words known
        join unnest(${sql.param(words)}::text[], ${sql.param(queries)}::text[]) as asked (word, query) using (word)
      where not ${finds(sql`review_search`)} and not ${finds(sql`paper_search`)}
      for update of known skip locked)
    returning word`);
  return [...dropped].map(({ word }) => word);
}

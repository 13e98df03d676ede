import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/client.ts';

/**
 * Postgres first lists what is new in an index of words, and takes it in when the list is full: every word of it that
 * many things have is then written once. With the list that it keeps by itself, which fifty things fill, words are
 * written over and over while many things come; but every search reads the whole list.
 */
const fullList = '64MB';
/** What is on the list is sorted in so much. */
const sorting = '64MB';

/** So many characters of lexemes come onto the list before it is taken in: as many as three hundred texts of 6 KB have. */
const charactersPerTurn = 6_000_000;
/** So many are left to the next who writes. */
const fewCharacters = 100_000;

/** What looks after the indexes of words while very much is written. */
export interface Upkeep {
  /** Keeps this transaction from taking in what is listed, which others do beside it. */
  defer(tx: Tx): Promise<void>;
  /** Tells how many characters of lexemes a transaction wrote that is committed. */
  noteWritten(characters: number): void;
  /** Takes in what is left, when all is written. */
  finish(): Promise<void>;
}

/** Takes in what is listed beside the transactions that write it, so that searches never read a long list. */
export function startUpkeep(db: Db): Upkeep {
  let characters = 0;
  let tidying: Promise<void> | undefined;
  const start = () => {
    characters = 0;
    tidying = tidy(db).finally(() => {
      tidying = undefined;
    });
  };
  return {
    defer: async (tx) => {
      await tx.execute(
        sql`select set_config('gin_pending_list_limit', ${fullList}, true), set_config('work_mem', ${sorting}, true)`,
      );
    },
    noteWritten: (more) => {
      characters += more;
      if (characters >= charactersPerTurn && !tidying) start();
    },
    finish: async () => {
      await tidying;
      if (characters >= fewCharacters) start();
      await tidying;
    },
  };
}

/** It may not (the indexes are another role's), or not now: then the list is taken in by whoever fills it. */
async function tidy(db: Db): Promise<void> {
  await db
    .execute(
      sql`select gin_clean_pending_list('review_search_index'), gin_clean_pending_list('paper_search_index')`,
    )
    .catch(() => undefined);
}

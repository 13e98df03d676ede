import { getTableName, sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/driver/client.ts';
import { searchIndexes } from '../entities.ts';

/**
 * GIN's fastupdate: new entries go to a pending list, and are merged when it is full, each frequent lexeme once. With
 * the default gin_pending_list_limit, which fifty entities fill, frequent lexemes are rewritten over and over in an
 * import; but every search scans the whole list.
 */
const pendingListLimit = '64MB';
/** The work_mem of sorting the pending list. */
const sortMemory = '64MB';

/** The characters of lexemes after which the pending list is merged: three hundred texts of 6 KB. */
const charactersPerMerge = 6_000_000;
/** The rest that is left to the next writer. */
const fewCharacters = 100_000;

/** Maintains the GIN indexes during an import. */
export interface Upkeep {
  /** Raises gin_pending_list_limit for this transaction, so that it does not merge the list itself. */
  defer(tx: Tx): Promise<void>;
  /** Counts the characters of lexemes of a committed transaction. */
  countWritten(characters: number): void;
  /** Merges the rest at the end. */
  finish(): Promise<void>;
}

/** Merges pending lists on another connection, so that searches never scan a long list. */
export function startUpkeep(db: Db): Upkeep {
  let characters = 0;
  let merging: Promise<void> | undefined;
  const start = () => {
    characters = 0;
    merging = mergePendingLists(db).finally(() => {
      merging = undefined;
    });
  };
  return {
    defer: async (tx) => {
      await tx.execute(
        sql`select set_config('gin_pending_list_limit', ${pendingListLimit}, true), set_config('work_mem', ${sortMemory}, true)`,
      );
    },
    countWritten: (more) => {
      characters += more;
      if (characters >= charactersPerMerge && !merging) start();
    },
    finish: async () => {
      await merging;
      if (characters >= fewCharacters) start();
      await merging;
    },
  };
}

/** Without the privilege, or when it fails, the list is merged by the transaction that fills it. */
async function mergePendingLists(db: Db): Promise<void> {
  const merged = searchIndexes.map(
    (table) => sql`gin_clean_pending_list(${sql.raw(`'${getTableName(table)}_index'`)})`,
  );
  await db.execute(sql`select ${sql.join(merged, sql`, `)}`).catch(() => undefined);
}

import type { SQL } from 'drizzle-orm';
import type { Queryable } from '../db/client.ts';
import { sqlStateOf } from '../db/faults.ts';
import { senderOf } from '../db/prepare.ts';
import { Problem } from '../problems.ts';
import { dialect } from './prepared.ts';

/**
 * How long one statement of a search may take, in milliseconds. Postgres ends it then (`statement_timeout`, for that one
 * alone). The embedded engine cannot be interrupted: there the length of a search text, its words and its phrases are all
 * that bounds it.
 */
export const longestSearch = 1000;

/** Query_canceled (manual, appendix A): what Postgres says of a statement that took too long. */
const canceled = '57014';

/**
 * Does what sends statements of a search.
 * @param parameter that the search text came in
 * @throws Problem search-too-costly when one of them took too long
 */
export async function searchInTime<T>(parameter: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (sqlStateOf(error) !== canceled) throw error;
    const detail = `takes longer to search for than ${longestSearch} ms: send fewer words, or fewer in quotes`;
    throw new Problem('search-too-costly', undefined, { errors: [{ parameter, detail }] });
  }
}

/** Runs one statement of a search, that it prepares. */
export async function executeSearch<Row>(db: Queryable, statement: SQL): Promise<Row[]> {
  const { sql: text, params } = dialect.sqlToQuery(statement);
  const options = { prepare: true, simple: false, limit: longestSearch };
  return [...(await senderOf(db).unsafe(text, params, options))] as Row[];
}

import type { SQL } from 'drizzle-orm';
import type { Queryable } from '../db/driver/client.ts';
import { sqlStateOf } from '../db/driver/faults.ts';
import { senderOf } from '../db/driver/prepare.ts';
import { Problem } from '../problems.ts';
import { dialect } from './prepared.ts';

/**
 * The `statement_timeout` of a search statement, in milliseconds. The embedded engine cannot be interrupted: there only the
 * length of a search text, its words and its phrases are bounded.
 */
export const longestSearch = 1000;

/** query_canceled (PostgreSQL manual, appendix A). */
const canceled = '57014';

/**
 * Runs the statements of a search.
 * @param parameter of the search text
 * @throws Problem search-too-costly at the timeout of one of them
 */
export async function withSearchTimeout<T>(parameter: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (sqlStateOf(error) !== canceled) throw error;
    const detail = `takes longer to search for than ${longestSearch} ms: send fewer words, or fewer in quotes`;
    throw new Problem('search-too-costly', undefined, { errors: [{ parameter, detail }] });
  }
}

/** Executes a search statement, prepared. */
export async function executeSearch<Row>(db: Queryable, statement: SQL): Promise<Row[]> {
  const { sql: text, params } = dialect.sqlToQuery(statement);
  const options = { prepare: true, simple: false, limit: longestSearch };
  return [...(await senderOf(db).unsafe(text, params, options))] as Row[];
}

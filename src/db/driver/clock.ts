import { sql } from 'drizzle-orm';
import type { Queryable } from './client.ts';
import { prepareSql } from './prepare.ts';

/** The database's clock, which decides what is due, as ISO 8601 with milliseconds. */
export async function readClock(db: Queryable): Promise<string> {
  const [clock] = await selectNow(db, {});
  if (!clock) throw new Error('The database told no time');
  return clock.now;
}

const selectNow = prepareSql<{ now: string }>(
  sql`select to_char(now()::timestamptz(3) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
);

import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import type { Db } from '../../src/db/driver/client.ts';
import type { Answer, TestApp } from './app.ts';
import { serverUrl } from './database.ts';

/** Options of tests in which transactions wait for each other's locks. */
export const lockOptions = {
  skip: serverUrl === undefined && 'the embedded engine has one session, in which nothing waits for another',
  timeout: 120_000,
};

async function countDeadlocks(db: Db): Promise<number> {
  // Backends report their statistics when they are idle, at most once a second.
  await db.execute(sql`select pg_sleep(1.1)`);
  await db.execute(sql`select pg_stat_clear_snapshot()`);
  const [row] = await db.execute<{ deadlocks: string }>(
    sql`select deadlocks from pg_stat_database where datname = current_database()`,
  );
  return Number(row?.deadlocks);
}

/**
 * Runs the requests of each round concurrently, one round after the other. Asserts that none is a server error, that no
 * item of a batch fails but with a status of `also`, and that there was no deadlock.
 * @returns all answers
 */
export async function meet(
  { db }: TestApp,
  rounds: (() => Promise<Answer | number>)[][],
  { also = [], label = 'deadlocks' }: { also?: number[]; label?: string } = {},
): Promise<Answer[]> {
  const before = await countDeadlocks(db);
  const answers: Answer[] = [];
  for (const works of rounds)
    for (const answer of await Promise.all(works.map((work) => work())))
      if (typeof answer !== 'number') answers.push(answer);
  for (const answer of answers) {
    assert.ok(answer.status < 500, answer.text);
    for (const item of answer.body?.data ?? [])
      assert.ok(item.status < 300 || also.includes(item.status), JSON.stringify(item));
  }
  assert.equal((await countDeadlocks(db)) - before, 0, label);
  return answers;
}

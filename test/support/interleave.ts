import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, TestApp } from './app.ts';
import { serverUrl } from './database.ts';

/** Why two transactions cannot be interleaved here, if they cannot: the reason to skip. */
export const oneSession =
  serverUrl === undefined && 'the embedded engine has one session: transactions never run side by side there';

/**
 * Runs two writes so that the second starts when the first has done everything but its commit: whatever the second
 * reads before it meets a lock of the first is as it was before both. Every write takes the row of the site last, so that
 * who holds it holds all of them at their end.
 */
export async function interleave(
  app: TestApp,
  first: () => Promise<Answer>,
  second: () => Promise<Answer>,
): Promise<[Answer, Answer]> {
  let answers: Promise<Answer>[] = [];
  await app.db.transaction(async (tx) => {
    await tx.execute('select from site_state for update');
    for (const [index, start] of [first, second].entries()) {
      const answer = start();
      answers = [...answers, answer];
      await Promise.race([waitForWaiting(app, index + 1), answer]);
    }
  });
  return (await Promise.all(answers)) as [Answer, Answer];
}

/** Waits until so many sessions of the database wait for a lock. */
async function waitForWaiting(app: TestApp, count: number): Promise<void> {
  for (;;) {
    const [found] = await app.db.$client`
      select count(*)::integer as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    if (Number(found?.waiting) >= count) return;
    await sleep(5);
  }
}

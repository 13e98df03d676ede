import type { FastifyBaseLogger } from 'fastify';
import type { Db } from '../db/client.ts';
import { summarizeFault } from '../db/faults.ts';
import { publishDue } from '../resources/reviews/publishing.ts';

/** Twice within the five seconds in which a scheduled review has to appear. */
const milliseconds = 2000;

/** Publishes scheduled reviews at their time. @returns what stops it, after the turn under way */
export function startScheduler(db: Db, log: FastifyBaseLogger): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();
  const run = async () => {
    try {
      await publishDue(db);
    } catch (error) {
      log.warn({ cause: summarizeFault(error) }, 'scheduled reviews could not be published, trying again');
    }
    if (!stopped) timer = setTimeout(start, milliseconds);
  };
  const start = () => {
    turn = run();
  };
  start();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await turn;
  };
}

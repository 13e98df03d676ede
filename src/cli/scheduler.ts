import type { FastifyBaseLogger } from 'fastify';
import type { Db } from '../db/driver/client.ts';
import { summarizeFault } from '../db/driver/faults.ts';
import { purgeExpired } from '../db/unit-of-work/idempotency-store.ts';
import { publishDue } from '../resources/reviews/life-cycle/publishing.ts';
import { sweepWords } from '../search/vocabulary.ts';

/** Periodic jobs, by the pause between two runs in milliseconds; safe in any number of processes. */
const duties: { work: (db: Db) => Promise<unknown>; every: number; failing: string }[] = [
  // Twice within the five seconds in which a scheduled review has to appear.
  { work: publishDue, every: 2000, failing: 'scheduled reviews could not be published, trying again' },
  { work: purgeExpired, every: 3_600_000, failing: 'answers of a day ago could not be forgotten' },
  { work: sweepWords, every: 3_600_000, failing: 'words that nothing has any more could not be forgotten' },
];

/** Starts the periodic jobs. @returns a function that stops them after the present runs */
export function startScheduler(db: Db, log: FastifyBaseLogger): () => Promise<void> {
  const stops = duties.map(({ work, every, failing }) => {
    const fail = (error: unknown) => log.warn({ cause: summarizeFault(error) }, failing);
    return repeat(() => work(db).catch(fail), every);
  });
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

function repeat(work: () => Promise<unknown>, milliseconds: number): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const start = () => {
    turn = work().then(() => {
      if (!stopped) timer = setTimeout(start, milliseconds);
    });
  };
  start();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await turn;
  };
}

import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Patience } from '../db/waiting.ts';

/** A service waits for its database, and says so in its log. */
export const patienceOf = ({ START_TIMEOUT_MS }: Config, log: Logger): Patience => ({
  milliseconds: START_TIMEOUT_MS,
  forOthers: START_TIMEOUT_MS,
  tell: (level, line) => log[level](line),
});

/** Somebody at a terminal is told at once that there is no database; for the migration of another process it is waited. */
export const commandPatience = ({ START_TIMEOUT_MS }: Config): Patience => ({
  milliseconds: 0,
  forOthers: START_TIMEOUT_MS,
  tell: (level, line) => {
    if (level !== 'debug') process.stderr.write(`${line}\n`);
  },
});

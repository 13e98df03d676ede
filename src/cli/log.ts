import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { StartLimits } from '../db/driver/start-retry.ts';

/** The start of a service waits for its database, and logs it. */
export const startLimits = ({ START_TIMEOUT_MS }: Config, log: Logger): StartLimits => ({
  unreachable: START_TIMEOUT_MS,
  locked: START_TIMEOUT_MS,
  log: (level, line) => log[level](line),
});

/** A command in a terminal fails at once without a database, and waits only for another process that migrates. */
export const commandLimits = ({ START_TIMEOUT_MS }: Config): StartLimits => ({
  unreachable: 0,
  locked: START_TIMEOUT_MS,
  log: (level, line) => {
    if (level !== 'debug') process.stderr.write(`${line}\n`);
  },
});

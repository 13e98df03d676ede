import type { Config } from '../config.ts';
import type { Patience } from '../db/waiting.ts';
import { openLogDestination } from '../log-destination.ts';

/** The numbers that the lines of the log have for their levels. */
const levels = { trace: 10, debug: 20, info: 30, warn: 40, error: 50, fatal: 60, silent: 100 };

export type Log = (level: 'debug' | 'info' | 'warn' | 'error', text: string) => void;

/** Writes lines as those of the service, without what else these need of Fastify. @param base what each line says beside */
export function openLog(least: Config['LOG_LEVEL'], base: object = {}): Log {
  return (level, msg) => {
    if (levels[level] < levels[least]) return;
    const line = { level: levels[level], time: Date.now(), ...base, msg };
    openLogDestination().write(`${JSON.stringify(line)}\n`);
  };
}

/** A service waits for its database, and says so in its log. */
export const patienceOf = ({ START_TIMEOUT_MS }: Config, log: Log): Patience => ({
  milliseconds: START_TIMEOUT_MS,
  forOthers: START_TIMEOUT_MS,
  tell: log,
});

/** Somebody at a terminal is told at once that there is no database; for the migration of another process it is waited. */
export const commandPatience = ({ START_TIMEOUT_MS }: Config): Patience => ({
  milliseconds: 0,
  forOthers: START_TIMEOUT_MS,
  tell: (level, line) => {
    if (level !== 'debug') process.stderr.write(`${line}\n`);
  },
});

import cluster from 'node:cluster';
import { type Logger, pino } from 'pino';
import type { Config } from '../config.ts';
import { openLogDestination } from './log-destination.ts';

/**
 * Opens the log of this process: pino, on its standard output.
 * @param isPrimary of several processes; of those each line says whose it is
 */
export async function openLogger(
  { LOG_LEVEL, LOG_FORMAT }: Pick<Config, 'LOG_LEVEL' | 'LOG_FORMAT'>,
  isPrimary = false,
): Promise<Logger> {
  const destination = openLogDestination();
  if (isPretty({ LOG_FORMAT })) {
    // It formats in this process, line by line: a transport would be a thread, with lines in memory that nobody counts.
    const { prettyFactory } = await import('pino-pretty');
    destination.format = prettyFactory({ colorize: process.stdout.isTTY, translateTime: 'SYS:HH:MM:ss.l' });
  }
  const base = isPrimary || cluster.isWorker ? { pid: process.pid } : undefined;
  return pino({ level: LOG_LEVEL, base }, destination);
}

/** Whether lines are for people. */
export const isPretty = ({ LOG_FORMAT }: Pick<Config, 'LOG_FORMAT'>): boolean =>
  LOG_FORMAT === 'auto' ? process.stdout.isTTY : LOG_FORMAT === 'pretty';

import { isRunByNpm } from '../config.ts';

/** How often it is looked, in milliseconds. */
const interval = 500;

/**
 * Ends this process, as SIGTERM does, when the one that started it is gone, if that was npm: npm sends signals to the shell
 * between the two, which does not pass them on (SIGTERM ends the shell alone).
 */
export function endWithNpm(): void {
  if (!isRunByNpm()) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, interval);
  timer.unref();
}

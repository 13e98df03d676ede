import type { Logger } from 'pino';

/** How long nothing is said at most, in milliseconds. */
const interval = 1500;

/** What a start is doing, for its log. */
export interface StartProgress {
  /** The next step. @param step what it does, such as "the database is migrated" */
  begin(step: string): void;
  end(): void;
}

/** Logs which step a start is at, again and again while it lasts; a quick start logs nothing. */
export function logProgress(log: Pick<Logger, 'info'>): StartProgress {
  const begun = Date.now();
  let present = 'the program is loaded';
  const timer = setInterval(() => {
    log.info(`Starting: ${present} (${Math.round((Date.now() - begun) / 1000)} s)`);
  }, interval);
  return {
    begin: (step) => {
      present = step;
    },
    end: () => clearInterval(timer),
  };
}

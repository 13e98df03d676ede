import { onWorkerMessage } from './relay.ts';

/** What a worker reports to its primary. */
export type Report =
  | { report: 'ready'; address: string }
  /** It cannot start, for a reason that is one line for the operator. */
  | { report: 'failed'; reason: string }
  /** It has left to others what one worker does for all. */
  | { report: 'relieved' };

/** What a primary orders a worker: to do what one does for all of them, or to make place for the one that replaces it. */
export type Order = 'duties' | 'retire';

/** For how long a worker that makes place still answers on the connections that it has. */
export const farewellMilliseconds = 3000;

const topicOf = (order: Order) => `postil ${order}`;

/** The message that gives a worker an order. */
export const write = (order: Order) => ({ topic: topicOf(order), message: null });

export function onOrder(order: Order, handler: () => void): void {
  onWorkerMessage(topicOf(order), handler);
}

/** Reports to the primary. @returns when it was sent, or cannot be */
export function reportToPrimary(report: Report): Promise<void> {
  return new Promise((resolve) => {
    if (!process.connected) return resolve();
    process.send?.(report, undefined, {}, () => resolve());
  });
}

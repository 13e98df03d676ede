import { onWorkerMessage } from './relay.ts';

/** What a worker reports to its primary. */
export type Report =
  | { report: 'ready'; address: string }
  /** It cannot start, for a reason that is one line for the operator. */
  | { report: 'failed'; reason: string }
  /** It has left to others what one worker does for all. */
  | { report: 'relieved' }
  /** A heartbeat: its event loop turns, and has so many connections. */
  | { report: 'beat'; connections: number };

/**
 * What a primary orders a worker: to do what one does for all of them, to make place for the one that replaces it, or to
 * end so many connections with their next answers.
 */
export type Order = 'duties' | 'retire' | 'shed';

/** For how long a worker that makes place still answers on the connections that it has. */
export const farewellMilliseconds = 3000;

/** How often a worker sends its heartbeat. */
export const beatMilliseconds = 500;

const topicOf = (order: Order) => `postil ${order}`;

/** The message that gives a worker an order. */
export const write = (order: Order, message: unknown = null) => ({ topic: topicOf(order), message });

export function onOrder(order: Order, handler: (message: unknown) => void): void {
  onWorkerMessage(topicOf(order), handler);
}

/** Reports to the primary. @returns when it was sent, or cannot be */
export function reportToPrimary(report: Report): Promise<void> {
  return new Promise((resolve) => {
    if (!process.connected) return resolve();
    process.send?.(report, undefined, {}, () => resolve());
  });
}

/** Sends heartbeats from here on. @param countConnections how many there are now */
export function startHeartbeat(countConnections: () => number): void {
  const beat = () => void reportToPrimary({ report: 'beat', connections: countConnections() });
  beat();
  setInterval(beat, beatMilliseconds).unref();
}

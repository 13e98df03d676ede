import cluster from 'node:cluster';
import { EventEmitter } from 'node:events';

/** What a worker reports to its primary; a beat says that its event loop turns, and has so many connections. */
export type Report =
  | { report: 'ready'; address: string }
  /** It cannot start, for a reason that is one line for the operator. */
  | { report: 'failed'; reason: string }
  /** It has left to others what one worker does for all. */
  | { report: 'relieved' }
  | { report: 'beat'; connections: number };

/** What a primary orders: do what one does for all, make place for a successor, end so many connections. */
export type Order = 'duties' | 'retire' | 'shed';

/** For how long a worker that makes place still answers on the connections that it has. */
export const farewellMilliseconds = 3000;
/** How often a worker sends its heartbeat. */
export const beatMilliseconds = 250;

const topics = new EventEmitter();
if (cluster.isWorker) process.on('message', (note: Note) => topics.emit(note.topic ?? '', note.message));

/** What goes between the processes of one service: what it is about, and anything that JSON can say. */
interface Note {
  topic?: string;
  message?: unknown;
}

/**
 * Tells all other workers of this service, of which none is waited for: one that is just being started hears nothing, nor
 * does one whose primary was killed. A process without workers tells nobody. Each call costs every worker some twenty
 * microseconds: what happens with every request is to be gathered and told at intervals.
 * @param topic what it is about, by a name that nobody else uses
 */
export function tellWorkers(topic: string, message: unknown): void {
  if (cluster.isWorker) void send({ topic, message });
}

/** Reports to the primary. @returns when it was sent, or cannot be */
export const reportToPrimary = (report: Report): Promise<void> => send(report);

function send(message: Note | Report): Promise<void> {
  return new Promise((resolve) => {
    if (!process.connected) return resolve();
    process.send?.(message, undefined, {}, () => resolve());
  });
}

/** Hears what others tell of a topic, in the order in which each told it. @returns what ends the hearing */
export function onWorkerMessage(topic: string, handler: (message: unknown) => void): () => void {
  topics.on(topic, handler);
  return () => topics.off(topic, handler);
}

/** Forwards messages of each worker to all others; called once, in the primary. */
export function forwardMessages(): void {
  cluster.on('message', (from, note: Note) => {
    if (note?.topic === undefined) return;
    for (const worker of Object.values(cluster.workers ?? {}))
      if (worker && worker !== from && worker.isConnected()) worker.send(note, () => undefined);
  });
}

const topicOf = (order: Order) => `postil ${order}`;

/** The message that gives a worker an order. */
export const writeOrder = (order: Order, message: unknown = null) => ({ topic: topicOf(order), message });

export const onOrder = (order: Order, handler: (message: unknown) => void) =>
  onWorkerMessage(topicOf(order), handler);

/** Sends heartbeats from here on. @param countConnections how many there are now */
export function startHeartbeat(countConnections: () => number): void {
  const beat = () => void reportToPrimary({ report: 'beat', connections: countConnections() });
  beat();
  setInterval(beat, beatMilliseconds).unref();
}

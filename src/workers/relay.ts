import cluster from 'node:cluster';

/** What goes between the processes of one service: what it is about, and anything that JSON can say. */
interface Note {
  topic: string;
  message: unknown;
}

type Handler = (message: unknown) => void;

const handlers = new Map<string, Set<Handler>>();
let isListening = false;

/**
 * Tells all other workers of this service, of which none is waited for: one that is just being started hears nothing, nor
 * does one whose primary was killed. A process without workers tells nobody. Each call costs every worker some twenty
 * microseconds: what happens with every request is to be gathered and told at intervals.
 * @param topic what it is about, by a name that nobody else uses
 * @param message anything that JSON can say
 */
export function tellWorkers(topic: string, message: unknown): void {
  // A channel that is closing says so in its own time: whoever tells can do nothing about it.
  if (cluster.isWorker && process.connected)
    process.send?.({ topic, message }, undefined, {}, () => undefined);
}

/**
 * Hears what other workers, or the primary, tell of a topic, in the order in which each of them told it.
 * @param handler must not throw
 * @returns what ends the hearing
 */
export function onWorkerMessage(topic: string, handler: Handler): () => void {
  if (!isListening && cluster.isWorker) process.on('message', hear);
  isListening = true;
  const known = handlers.get(topic) ?? new Set();
  handlers.set(topic, known.add(handler));
  return () => {
    known.delete(handler);
  };
}

/** Passes on what each worker tells to all others. To be called once, in the primary. */
export function relayMessages(): void {
  cluster.on('message', (from, note) => {
    if (note?.topic === undefined) return;
    for (const worker of Object.values(cluster.workers ?? {}))
      if (worker && worker !== from && worker.isConnected()) worker.send(note, () => undefined);
  });
}

function hear({ topic, message }: Note): void {
  for (const handler of handlers.get(topic) ?? []) handler(message);
}

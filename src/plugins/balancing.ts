import cluster from 'node:cluster';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import plugin from 'fastify-plugin';
import { onWorkerMessage, tellWorkers } from '../workers/relay.ts';

/** How often a worker looks how many connections it has, in milliseconds, and tells the others when they are others. */
const interval = 250;
/** How often it tells them anyhow, and for how long that is believed. */
const [reminder, validity] = [2000, 6000];
/** So many more than its part, and so much of it, a worker keeps. */
const [fewest, tolerance] = [2, 0.1];

const topic = 'open connections';

/**
 * Evens out the connections of workers. New ones are handed to them in turn, but clients keep theirs for long: a worker
 * that was just started would have next to nothing to do. One that has more than its part ends some with their next
 * answer, which says so, and they are handed out anew.
 */
export const balancing = plugin((app: FastifyInstance) => {
  if (!cluster.isWorker) return;
  const others = new Map<number, { open: number; at: number }>();
  let surplus = 0;
  let told = { open: -1, at: Number.NEGATIVE_INFINITY };
  const end = (_request: IncomingMessage, response: ServerResponse) => {
    response.shouldKeepAlive = false;
    surplus -= 1;
    if (surplus <= 0) app.server.off('request', end);
  };
  const stop = onWorkerMessage(topic, (message) => {
    const { pid, open } = message as { pid: number; open: number };
    others.set(pid, { open, at: performance.now() });
  });
  const balance = (open: number) => {
    const now = performance.now();
    if (open !== told.open || now - told.at >= reminder) {
      told = { open, at: now };
      tellWorkers(topic, { pid: process.pid, open });
    }
    const oldest = now - validity;
    for (const [pid, { at }] of others) if (at < oldest) others.delete(pid);
    surplus = countSurplus(
      open,
      [...others.values()].map((other) => other.open),
    );
    app.server.off('request', end);
    if (surplus > 0) app.server.prependListener('request', end);
  };
  const timer = setInterval(() => app.server.getConnections((_, open) => balance(open)), interval).unref();
  app.addHook('preClose', async () => {
    clearInterval(timer);
    stop();
  });
});

/** @returns how many connections one has too many beside others: 0 while it is near to its part */
export function countSurplus(own: number, others: number[]): number {
  const part = [own, ...others].reduce((sum, one) => sum + one, 0) / (others.length + 1);
  const surplus = Math.floor(own - part);
  return surplus >= Math.max(fewest, part * tolerance) ? surplus : 0;
}

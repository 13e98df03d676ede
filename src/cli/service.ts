import cluster from 'node:cluster';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../app.ts';
import type { Config } from '../config.ts';
import { type Connection, closeDatabase, type Db } from '../db/driver/client.ts';
import { startRerendering } from './rerendering.ts';
import { startScheduler } from './scheduler.ts';

/** The application of this process, and its background jobs. */
export interface Service {
  app: FastifyInstance;
  /** Starts the jobs of a leader, which one process does for all. */
  takeDuties(): void;
  /** Stops them, after the present runs. */
  leaveDuties(): Promise<void>;
  /** Graceful shutdown: ends requests in flight, then the rest, and the process. */
  end(): Promise<void>;
}

/**
 * Builds the service of a process on a migrated database. It does not listen yet, and ends on SIGTERM and SIGINT.
 * @param onEnd closes what is behind the database
 */
export async function buildService(
  config: Config,
  db: Db,
  onEnd: () => Promise<void> = async () => undefined,
): Promise<Service> {
  const app = await buildApp({ config, db });
  const duties = addDuties(app, db, db.$connection);
  const end = endOnSignals(app, config, async () => {
    await app.close();
    await closeDatabase(db);
    await onEnd();
  });
  return { app, ...duties, end };
}

function addDuties(app: FastifyInstance, db: Db, connection: Connection) {
  let stops: (() => Promise<void>)[] = [];
  const leaveDuties = async () => {
    await Promise.all(stops.splice(0).map((stop) => stop()));
  };
  const takeDuties = () => {
    if (stops.length === 0) stops = [startScheduler(db, app.log), startRerendering(db, connection, app.log)];
  };
  app.addHook('onClose', leaveDuties);
  return { takeDuties, leaveDuties };
}

/**
 * Ends on signals, after the announced delay. A second signal ends at once, but not in a worker, which its primary
 * kills and may signal twice.
 * @returns a function that ends without a delay
 */
function endOnSignals(app: FastifyInstance, config: Config, work: () => Promise<void>) {
  let ending = false;
  const end = async (delay: number) => {
    if (ending) return cluster.isWorker ? undefined : process.exit(1);
    ending = true;
    if (delay > 0) await announceEnd(app, delay);
    const timer = setTimeout(() => process.exit(1), config.SHUTDOWN_TIMEOUT_MS);
    try {
      await work();
    } catch (error) {
      app.log.error({ err: error }, 'the shutdown failed');
      process.exitCode = 1;
    }
    clearTimeout(timer);
    process.exit();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => void end(config.SHUTDOWN_DELAY_MS));
  return () => end(0);
}

/**
 * Lame duck: load balancers see 503 at `/health/ready` first, and persistent connections are closed in the second half.
 */
async function announceEnd({ connections }: FastifyInstance, delay: number): Promise<void> {
  connections.isShuttingDown = true;
  await sleep(delay / 2);
  connections.closeNext(Number.POSITIVE_INFINITY);
  await sleep(delay / 2);
}

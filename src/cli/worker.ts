import { farewellMilliseconds, onOrder, reportToPrimary, startHeartbeat } from '../cluster/messages.ts';
import type { Config } from '../config.ts';
import { shareCores } from '../content/markdown/pool.ts';
import { openDatabase } from '../db/driver/client.ts';
import { connectionOf } from '../db/driver/engine.ts';
import { explainFailure } from './failure.ts';
import { buildService } from './service.ts';

/**
 * Serves as one of several processes, on a database that their primary has prepared. It does not connect before the
 * first request, so that a worker can be replaced while the database is unavailable.
 */
export async function serveAsWorker(config: Config & { DATABASE_URL: string }): Promise<void> {
  // A closing terminal sends SIGHUP to the whole process group; the primary handles it.
  process.on('SIGHUP', () => undefined);
  try {
    await run(config);
  } catch (error) {
    await reportToPrimary({ report: 'failed', reason: explainFailure(error) });
    process.exit(1);
  }
}

async function run(config: Config & { DATABASE_URL: string }): Promise<void> {
  let countConnections = () => 0;
  startHeartbeat(() => countConnections());
  shareCores(config.WORKERS);
  const db = openDatabase(connectionOf(config), config);
  const service = await buildService(config, db);
  const { connections } = service.app;
  countConnections = connections.count;
  onOrder('shed', (count) => connections.closeNext(Number(count)));
  onOrder('duties', service.takeDuties);
  onOrder('retire', async () => {
    void service.leaveDuties().then(() => reportToPrimary({ report: 'relieved' }));
    await connections.drain(farewellMilliseconds);
    await service.end();
  });
  const address = await service.app.listen({
    host: config.HOST,
    port: config.PORT,
    listenTextResolver: (listening) => `A worker listens at ${listening}`,
  });
  await reportToPrimary({ report: 'ready', address });
}

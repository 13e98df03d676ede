// Prints the files of src/ that a request runs through, in the order in which it enters them, each with the functions that
// it calls there, on an embedded database with the sample content; then how many there are by V8's coverage.
//   npm run trace -- GET '/v1/reviews?limit=5'
//   npm run trace -- POST /v1/tags '{"name":"Distillation"}'
import { mkdtempSync, rmSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';
import { register } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** By file, in the order of the first calls: the names of its functions, in theirs. */
const entered = new Map<string, Set<string>>();
Object.assign(globalThis, {
  enterFunction: (file: string, name: string) =>
    entered.set(file, (entered.get(file) ?? new Set()).add(name)),
});
register('./trace-hook.mjs', import.meta.url);

const { buildApp } = await import('../src/app.ts');
const { readConfig } = await import('../src/config.ts');
const { closeDatabase, openDatabase } = await import('../src/db/driver/client.ts');
const { startEmbedded } = await import('../src/db/embedded/embedded.ts');
const { migrateDatabase } = await import('../src/db/migrations/migrate.ts');
const { noStartLimits } = await import('../src/db/driver/start-retry.ts');
const { loadSampleContent } = await import('../src/sync/sample/load.ts');

/** By the collection that is posted to: another body than the one that is traced, so that everything is warm. */
const warming: Record<string, object> = {
  '/v1/tags': { name: 'Warming' },
  '/v1/categories': { name: 'Warming' },
  '/v1/papers': { title: 'Warming' },
  '/v1/reviews': { paper: { title: 'Warming' }, title: 'Warming', body: 'Warm.', language: 'en' },
};
const examples: Record<string, object> = {
  '/v1/tags': { name: 'Distillation' },
  '/v1/categories': { name: 'Compression' },
  '/v1/papers': { title: 'Distilling the Knowledge in a Neural Network' },
  '/v1/reviews': {
    ...{ paper: { title: 'Distilling the Knowledge' }, title: 'Distilling, read closely' },
    ...{ body: '## Method\n\nSoft targets.', language: 'en', tags: ['Distillation'], status: 'published' },
  },
};

const [method = 'GET', path = '/v1/reviews', sent] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'postil-trace-'));
const admin = 'k'.repeat(32);
const config = readConfig({
  LOG_LEVEL: 'silent',
  RESPONSE_CACHE_MB: '0',
  ADMIN_KEY: admin,
  IMAGES_URL: pathToFileURL(join(folder, 'images')).href,
});
const engine = await startEmbedded(join(folder, 'database'));
await migrateDatabase(engine.connection, noStartLimits);
const db = openDatabase(engine.connection, config);
const app = await buildApp({ config, db });
await loadSampleContent(app, admin, app.log);
await app.listen({ host: '127.0.0.1', port: 0 });
const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;

async function request(body: string | undefined): Promise<Response> {
  const headers = {
    ...(method === 'GET' ? {} : { authorization: `Bearer ${admin}`, 'if-match': '*' }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const response = await fetch(origin + path, { method, headers, ...(body === undefined ? {} : { body }) });
  await response.arrayBuffer();
  return response;
}

const bodyOf = (bodies: Record<string, object>) =>
  method === 'POST' && bodies[path] ? JSON.stringify(bodies[path]) : undefined;

await request(bodyOf(warming));
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
entered.clear();
const { status } = await request(sent ?? bodyOf(examples));
const order = [...entered];
const { result } = (await session.post(
  'Profiler.takePreciseCoverage',
)) as Profiler.TakePreciseCoverageReturnType;
const covered = result.filter(
  ({ url, functions }) =>
    /\/src\/.+\.ts$/.test(url) &&
    // What begins at 0 is the module itself.
    functions.some(({ ranges: [range] }) => range && range.startOffset > 0 && range.count > 0),
);
for (const [file, names] of order)
  process.stdout.write(`${file}: ${[...names].filter(Boolean).join(', ')}\n`);
process.stdout.write(`${method} ${path}: ${status}, ${covered.length} files\n`);
session.disconnect();
await app.close();
await closeDatabase(db);
await engine.stop();
rmSync(folder, { recursive: true });
process.exit();

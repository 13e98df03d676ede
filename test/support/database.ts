import { createHash, randomBytes } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import postgres from 'postgres';
import type { Connection } from '../../src/db/driver/client.ts';
import { startEmbedded } from '../../src/db/embedded/embedded.ts';
import { migrateDatabase } from '../../src/db/migrations/migrate.ts';

/** The server to test on; without it, the embedded engine. */
export const serverUrl = process.env.TEST_DATABASE_URL;

/** Read once: tests of what is left behind have a temporary folder of their own. */
const temporary = tmpdir();

export interface TestDatabase {
  connection: Connection;
  drop(): Promise<void>;
}

/** Makes the migrated template, if the migrations have none yet. */
export async function prepareTemplate(): Promise<void> {
  const name = await templateName();
  if (serverUrl !== undefined) await prepareServerTemplate(serverUrl, name);
  else await prepareDirectoryTemplate(join(temporary, name));
}

/** A database of its own: a copy of the template. */
export async function createTestDatabase(): Promise<TestDatabase> {
  return serverUrl !== undefined
    ? copyServerTemplate(serverUrl, await templateName())
    : copyDirectoryTemplate();
}

/** An empty database on the server, not migrated. */
export async function createEmptyDatabase(
  server: string,
  locale = 'C.UTF-8',
  encoding = 'UTF8',
): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `postil_test_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, (sql) =>
    sql.unsafe(`create database ${name} template template0 encoding '${encoding}' locale '${locale}'`),
  );
  return { url: addressOf(server, name), drop: () => dropDatabase(server, name) };
}

async function templateName(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of (await readdir('migrations')).filter((name) => name.endsWith('.sql')).sort()) {
    hash.update(await readFile(join('migrations', file)));
  }
  return `postil_template_${hash.digest('hex').slice(0, 12)}`;
}

async function asAdmin<T>(server: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(server, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

function addressOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function dropDatabase(server: string, name: string): Promise<void> {
  await asAdmin(server, (sql) => sql.unsafe(`drop database if exists ${name} with (force)`));
}

async function prepareServerTemplate(server: string, name: string): Promise<void> {
  const [found] = await asAdmin(server, (sql) => sql`select 1 from pg_database where datname = ${name}`);
  if (found) return;
  const made = await createEmptyDatabase(server);
  await migrateDatabase({ url: made.url });
  await asAdmin(server, (sql) =>
    sql.unsafe(`alter database ${new URL(made.url).pathname.slice(1)} rename to ${name}`),
  );
}

async function copyServerTemplate(server: string, template: string): Promise<TestDatabase> {
  const name = `postil_test_${randomBytes(6).toString('hex')}`;
  // Postgres copies a template for one session at a time.
  await asAdmin(server, async (sql) => {
    await sql`select pg_advisory_lock(7067841513)`;
    await sql.unsafe(`create database ${name} template ${template}`);
  });
  return { connection: { url: addressOf(server, name) }, drop: () => dropDatabase(server, name) };
}

async function prepareDirectoryTemplate(directory: string): Promise<void> {
  if (await stat(directory).catch(() => null)) return;
  const building = await mkdtemp(`${directory}-`);
  const engine = await startEmbedded(building);
  await migrateDatabase(engine.connection);
  await engine.stop();
  await rename(building, directory).catch(async (error: NodeJS.ErrnoException) => {
    // Another run has made it meanwhile.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    await rm(building, { recursive: true });
  });
}

/** Makes a data directory of the embedded engine, migrated and empty, in a tenth of the time of a first start. */
export async function copyTemplate(directory: string): Promise<void> {
  const template = join(temporary, await templateName());
  await prepareDirectoryTemplate(template);
  // A thousand small files: three times faster than one promise after the other, and without the two databases that
  // Postgres makes others from, which nothing connects to, less than half of them.
  const unused = ['1', '4'].map((database) => join(template, 'postgres', 'base', database, sep));
  const filter = (file: string) => !unused.some((folder) => file.startsWith(folder));
  cpSync(template, directory, { recursive: true, filter });
}

async function copyDirectoryTemplate(): Promise<TestDatabase> {
  const directory = await mkdtemp(join(temporary, 'postil-test-'));
  await copyTemplate(directory);
  const engine = await startEmbedded(directory);
  return {
    connection: engine.connection,
    async drop() {
      await engine.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

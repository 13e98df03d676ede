import postgres from 'postgres';
import { migrateDatabase } from '../src/db/migrations/migrate.ts';
import { createPostgres, findPostgres, noPostgres } from '../test/support/postgres.ts';

export interface Server {
  url: string;
  stop(): Promise<void>;
}

/** The server of DATABASE_URL or TEST_DATABASE_URL; without either, one of our own that is gone afterwards. */
export async function openServer(): Promise<Server> {
  const url = process.env.DATABASE_URL ?? process.env.TEST_DATABASE_URL;
  if (url !== undefined) return { url, stop: async () => undefined };
  const binaries = await findPostgres();
  if (binaries === undefined) throw new Error(`Set DATABASE_URL: ${noPostgres}.`);
  const server = await createPostgres(binaries);
  return { url: server.url, stop: () => server.remove() };
}

/** A migrated database of that name on the server; one that is there already is used as it is. */
export async function createDatabase(server: string, name: string): Promise<string> {
  await onServer(server, async (sql) => {
    const [found] = await sql`select from pg_database where datname = ${name}`;
    if (!found)
      await sql.unsafe(`create database ${name} template template0 encoding 'UTF8' locale 'C.UTF-8'`);
  });
  const url = new URL(server);
  url.pathname = `/${name}`;
  await migrateDatabase({ url: url.href });
  return url.href;
}

export async function dropDatabase(server: string, name: string): Promise<void> {
  await onServer(server, (sql) => sql.unsafe(`drop database if exists ${name} with (force)`));
}

/** One connection with room to build indexes in. */
export function connect(url: string): postgres.Sql {
  const connection = { TimeZone: 'UTC', maintenance_work_mem: '1GB' };
  return postgres(url, { max: 1, onnotice: () => undefined, connection });
}

async function onServer(server: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = connect(server);
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}

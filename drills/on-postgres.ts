import { createPostgres, findPostgres, noPostgres, type PostgresServer } from '../test/support/postgres.ts';
import { cleanUp } from '../test/support/process.ts';

/** Does its work on a Postgres of its own, and leaves no server behind; says that it is skipped where there is none. */
export async function onPostgres(work: (postgres: PostgresServer) => Promise<void>): Promise<void> {
  const binaries = await findPostgres();
  if (binaries === undefined) {
    process.stdout.write(`skipped, ${noPostgres}\n`);
    return;
  }
  const postgres = await createPostgres(binaries);
  try {
    await work(postgres);
  } finally {
    await cleanUp();
    await postgres.remove();
  }
}

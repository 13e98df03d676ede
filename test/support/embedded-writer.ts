import { writeSync } from 'node:fs';
import postgres from 'postgres';
import { DataDirectoryBusy, startEmbedded } from '../../src/db/embedded/embedded.ts';

/**
 * A process that writes until it is killed. Says `ready`, or `busy` when the directory is taken, then one line for
 * each row that was acknowledged.
 */
try {
  const embedded = await startEmbedded(process.argv[2] ?? '');
  const sql = postgres({
    ...embedded.connection,
    user: 'postgres',
    database: 'postgres',
    onnotice: () => undefined,
  });
  await sql`create table if not exists writes (id text primary key)`;
  writeSync(1, 'ready\n');
  await Promise.all([1, 2, 3, 4].map((writer) => writeRows(sql, writer)));
} catch (error) {
  if (!(error instanceof DataDirectoryBusy)) throw error;
  writeSync(1, 'busy\n');
}

async function writeRows(sql: postgres.Sql, writer: number): Promise<void> {
  for (let number = 1; ; number += 1) {
    const id = `${writer}-${number}`;
    if (number % 2) await sql`insert into writes values (${id})`;
    else await sql.begin((tx) => tx`insert into writes values (${id})`);
    writeSync(1, `${id}\n`);
  }
}

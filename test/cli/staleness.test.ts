import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { serverUrl } from '../support/database.ts';
import { cleanUp, makePlace, type RunningServer, startServer } from '../support/process.ts';
import { watchReads } from '../support/staleness.ts';

const key = 'k'.repeat(32);
after(cleanUp);

test('over three processes no read is older than it may be, whoever wrote, and whichever connections are lost', {
  skip: serverUrl === undefined && 'the embedded engine has one process',
}, async () => {
  const place = await makePlace();
  const servers: RunningServer[] = [];
  for (let number = 0; number < 3; number += 1)
    servers.push(await startServer({ ...place, ADMIN_KEY: key, LOG_LEVEL: 'error' }));
  const sql = postgres(`${place.DATABASE_URL}`, { max: 1, onnotice: () => undefined });
  let isOver = false;
  const cutting = (async () => {
    for (; !isOver; await sleep(700))
      await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'postil listener'`;
  })();
  const tally = await watchReads(() => servers, { key, milliseconds: 4000 }).finally(() => {
    isOver = true;
  });
  await cutting;
  await sql.end();
  assert.ok(tally.writes > 0 && tally.hits > 0, JSON.stringify(tally));
});

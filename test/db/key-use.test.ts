import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'drizzle-orm';
import { closeDatabase, type Db, openDatabase } from '../../src/db/driver/client.ts';
import { startTestApp } from '../support/app.ts';
import { serverUrl } from '../support/database.ts';
import { postReview } from '../support/things.ts';

const options = {
  skip: serverUrl === undefined && 'the embedded engine has one session, in which nothing waits for another',
  timeout: 60_000,
};
const app = await startTestApp({ POOL_TIMEOUT_MS: 1000 });
const review = await postReview(app);

/** A draft is read by a key that was not used for a minute. */
async function readDraft(): Promise<number> {
  return (await app.send('GET', `/v1/reviews/${review.id}`, { key: app.admin })).status;
}
const forgetUse = (db: Db) => db.execute(sql`update api_keys set last_used_at = null`);

for (const lock of ['select from api_keys for update', 'lock table api_keys in share mode'])
  test(`a read does not fail while another session holds: ${lock}`, options, async () => {
    await forgetUse(app.db);
    const other = openDatabase(app.db.$connection, app.config);
    await other.transaction(async (tx) => {
      await tx.execute(sql.raw(lock));
      assert.equal(await readDraft(), 200);
    });
    await closeDatabase(other);
    assert.equal(await readDraft(), 200);
    const [row] = await app.db.execute<{ unused: number }>(
      sql`select count(*)::int as unused from api_keys where last_used_at is null`,
    );
    assert.equal(row?.unused, 0, 'the next use is noted');
  });

/** Errors by which a server refuses a write alone: a full disk, read-only, out of memory, a privilege that it lacks. */
for (const state of ['53100', '25006', '53200', '42501', '57014'])
  test(`a read does not fail where its note is refused (${state})`, options, async () => {
    await forgetUse(app.db);
    await app.db.execute(
      sql.raw(`create or replace function refuse() returns trigger language plpgsql as
        $$ begin raise exception 'refused' using errcode = '${state}'; end $$`),
    );
    await app.db.execute(sql`create trigger refuse before update on api_keys execute function refuse()`);
    assert.equal(await readDraft(), 200);
    await app.db.execute(sql`drop trigger refuse on api_keys`);
  });

test('a read does not fail on a database that is read-only', options, async () => {
  await forgetUse(app.db);
  const name = sql.identifier(new URL((app.db.$connection as { url: string }).url).pathname.slice(1));
  await app.db.execute(sql`alter database ${name} set default_transaction_read_only = on`);
  app.db.$client.renew();
  assert.equal(await readDraft(), 200);
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { protocol } from '@electric-sql/pglite';
import { SharedSession } from '../../../src/db/driver/shared-session.ts';

const { serialize } = protocol;
let session: SharedSession;

before(async () => {
  session = new SharedSession('memory://');
  await session.waitReady;
});

after(() => session.close());

test('a batch keeps the session until its Sync', async () => {
  for (const message of [serialize.parse({ text: 'select 1' }), serialize.bind(), serialize.execute()]) {
    await send(message);
    assert.equal(session.isInTransaction(), true);
  }
  await send(serialize.sync());
  assert.equal(session.isInTransaction(), false);
});

test('a client that goes away after an error in its batch leaves the session usable', async () => {
  await ask('begin');
  assert.match(await send(serialize.parse({ text: 'select nonsense' })), /nonsense/);
  await session.exec('rollback');
  assert.equal(session.isInTransaction(), false);
  assert.match(await ask("select 'us' || 'able'"), /usable/);
});

test('a checkpoint is written when there was something to keep, and not while anybody is in the middle', async () => {
  await ask('create table notes (id int)');
  const first = await readCheckpoint();
  await session.checkpoint();
  const second = await readCheckpoint();
  assert.notEqual(second, first);

  await ask('begin');
  await session.checkpoint();
  await ask('commit');
  assert.equal(await readCheckpoint(), second);

  await session.checkpoint();
  const third = await readCheckpoint();
  assert.notEqual(third, second);
});

async function readCheckpoint(): Promise<string> {
  return (
    (await ask('select checkpoint_lsn from pg_control_checkpoint()')).match(/[0-9A-F]+\/[0-9A-F]+/)?.[0] ?? ''
  );
}

function ask(text: string): Promise<string> {
  return send(serialize.query(text));
}

/** Sends a message as a connection would, and gives the text in the answer. */
async function send(message: Uint8Array): Promise<string> {
  let answer = '';
  await session.execProtocolRawStream(message, {
    onRawData: (data) => {
      answer += Buffer.from(data).toString('latin1');
    },
  });
  return answer;
}

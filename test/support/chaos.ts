import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { closeDatabase, openDatabase } from '../../src/db/driver/client.ts';
import { type Ledger, readInChaos, secret, type World, writeInChaos } from './chaos-writers.ts';
import type { PostgresServer } from './postgres.ts';
import { ask, type RunningServer, startServer } from './process.ts';
import { newReview } from './things.ts';

const key = 'k'.repeat(32);
const writers = 20;

/**
 * Lets twenty writers and a public reader at a service that is killed with -9, and at a Postgres that is stopped, once
 * each a round, and then holds what is there against what the writers were told.
 * @returns what happened, all of which has to have happened
 */
export async function runChaos(postgres: PostgresServer, rounds: number): Promise<Ledger> {
  const variables = { DATABASE_URL: postgres.url, ADMIN_KEY: key };
  let server = await startServer(variables);
  let isOver = false;
  const counts = { kills: 0, restarts: 0, timeouts: 0, retries: 0, replays: 0, stale: 0, reads: 0 };
  const ledger: Ledger = { posts: new Map(), patches: new Map(), counts };
  const world: World = {
    ...{ ledger, key, shared: [], url: () => server.url, isOver: () => isOver },
  };
  for (const more of [{ title: 'Open to all', status: 'published' }, { title: `${secret} to some` }]) {
    const { status, body } = await ask(`${server.url}/v1/reviews`, { key, body: newReview(more) });
    assert.equal(status, 201, JSON.stringify(body));
    ledger.posts.set(body.title, { outcome: 'acknowledged', id: body.id });
    world.shared.push(body.id);
  }
  const clients = Promise.all([
    ...Array.from({ length: writers }, (_, number) => writeInChaos(world, number + 1)),
    readInChaos(world),
  ]);
  const destroy = async () => {
    for (let round = 1; round <= rounds; round += 1) {
      await seeAnswers(ledger, 20);
      server.kill('SIGKILL');
      assert.equal(await server.ended, null);
      counts.kills += 1;
      server = await startServer(variables);
      await seeAnswers(ledger, 20);
      await postgres.stop(round % 2 ? 'immediate' : 'fast');
      await postgres.start();
      counts.restarts += 1;
    }
    await seeAnswers(ledger, 20);
    isOver = true;
  };
  // Whoever fails ends it for all.
  await Promise.all([clients, Promise.race([destroy(), clients])]).finally(() => {
    isOver = true;
  });
  await checkLedger(server, postgres, world);
  await server.stop();
  return ledger;
}

/** Waits for so many more posts and changes that were acknowledged, so that there is something to be lost. */
async function seeAnswers({ posts, patches }: Ledger, more: number): Promise<void> {
  const count = () =>
    [...posts.values(), ...patches.values()].filter(({ outcome }) => outcome === 'acknowledged').length;
  const begun = count();
  while (count() < begun + more) await sleep(20);
  await sleep(Math.random() * 300);
}

/** Every acknowledged write is there once, no refused one is, no other is there twice; revisions grow by one. */
async function checkLedger(server: RunningServer, postgres: PostgresServer, world: World): Promise<void> {
  const { posts, patches } = world.ledger;
  const kept = await listAll(`${server.url}/v1/reviews?limit=100`);
  for (const [title, { outcome, id }] of posts) {
    const ids = kept.filter((review) => review.title === title).map((review) => review.id);
    assert.deepEqual(ids, outcome === 'acknowledged' ? [id] : [], `${title}, ${outcome}`);
  }
  assert.equal(kept.length, [...posts.values()].filter(({ outcome }) => outcome === 'acknowledged').length);

  for (const review of world.shared) {
    const revisions = await listAll(`${server.url}/v1/reviews/${review}/revisions?limit=100`);
    const { body } = await ask(`${server.url}/v1/reviews/${review}`, { key });
    const numbers = revisions.map(({ revision }) => revision).sort((one, other) => one - other);
    assert.deepEqual(
      numbers,
      Array.from({ length: body.revision }, (_, number) => number + 1),
    );
    for (const [message, change] of patches) {
      if (change.review !== review) continue;
      const found = revisions.filter((one) => one.message === message).map(({ revision }) => revision);
      if (change.outcome === 'acknowledged') assert.deepEqual(found, [change.revision], message);
      else assert.ok(found.length <= (change.outcome === 'unknown' ? 1 : 0), `${message}, ${change.outcome}`);
    }
  }

  const settings = { POOL_SIZE: 1, CONNECT_TIMEOUT_MS: 10_000, STATEMENT_TIMEOUT_MS: 10_000 };
  const db = openDatabase({ url: postgres.url }, settings);
  const torn = await db.execute(sql`
    select id from reviews where revision <> (select count(*) from review_revisions where review_id = reviews.id)
      or revision <> (select count(*) from audit_log where thing_id = reviews.id)
      or not exists (select from review_search where review_id = reviews.id)`);
  await closeDatabase(db);
  assert.deepEqual([...torn], [], 'no write is there in part');
}

// biome-ignore lint/suspicious/noExplicitAny: each kind of thing has members of its own
async function listAll(first: string): Promise<any[]> {
  const all = [];
  for (let after: string | null = ''; after !== null; ) {
    const { status, body } = await ask(first + (after && `&after=${after}`), { key });
    assert.equal(status, 200, JSON.stringify(body));
    all.push(...body.data);
    after = body.page.next;
  }
  return all;
}

/** What happened, on one line. */
export function describeChaos({ posts, patches, counts }: Ledger): string {
  const acknowledged = [...posts.values(), ...patches.values()].filter(
    ({ outcome }) => outcome === 'acknowledged',
  );
  return `${acknowledged.length} writes acknowledged, ${counts.kills} kills, ${counts.restarts} restarts of the database, ${counts.timeouts} time-outs, ${counts.retries} retries, ${counts.replays} of them answered from the first, ${counts.stale} refused as stale (412), ${counts.reads} public reads`;
}

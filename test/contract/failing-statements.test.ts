import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'drizzle-orm';
import type { Answer, Asked } from '../support/app.ts';
import { startTestApp } from '../support/app.ts';
import { serverUrl } from '../support/database.ts';
import { type faults, sabotage } from '../support/failing.ts';
import { Caller, freshen, type KnownOperation, takesStream, unwrapItem } from '../support/operations.ts';
import { postImage } from '../support/things.ts';

// With one connection, one that is not given back stops everything.
const app = await startTestApp({ POOL_SIZE: 1 });
const caller = new Caller(app);
await caller.seed();
const saboteur = sabotage(app.db);

/** Operations that keep nothing of what is sent. */
const previews = new Set(['renderMarkdown']);
const writes = caller.operations.filter(
  (operation) =>
    // An archive goes only into an empty database: its own tests fail its statements.
    operation.method !== 'GET' &&
    operation.access === 'scope' &&
    !previews.has(operation.id) &&
    !takesStream(operation),
);

const tables = await app.db.execute<{ name: string }>(
  sql`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
);
const digests = sql.join(
  [...tables].map(
    ({ name }) => sql`
      select ${name}::text as name, md5(coalesce(string_agg(row, '' order by row), '')) as digest
      from (select (to_jsonb(held) - 'last_used_at')::text as row from ${sql.identifier(name)} held) rows`,
  ),
  sql` union all `,
);

/** All that the database holds, table by table, in few characters; when a key was last used is no content. */
async function readContent(): Promise<Record<string, string>> {
  const rows = await app.db.execute<{ name: string; digest: string }>(digests);
  return Object.fromEntries([...rows].map(({ name, digest }) => [name, digest]));
}

/** A request that can be sent again as it is. */
interface Prepared {
  path: string;
  asked: Asked;
}

async function prepare(operation: KnownOperation, before: KnownOperation | null): Promise<Prepared> {
  caller.forget(operation);
  if (operation.id === 'pruneImages') {
    // Something that nothing shows, and that was not just sent.
    await postImage(app);
    await app.db.execute(sql`update images set sent_at = now() - interval '2 hours'`);
  }
  const address = await caller.target(operation);
  if (before) {
    const [, reference = ''] = /^\/v1\/\w+\/([^/]+)/.exec(address) ?? [];
    const path = before.template.replace(/\{\w+\}/, reference);
    await app.send(before.method, path, askFor(before));
  }
  const query = caller.completeQuery(operation);
  return { path: `${address}${query && '?'}${query}`, asked: askFor(operation) };
}

function askFor(operation: KnownOperation): Asked {
  const declares = (name: string) => operation.headers.some((header) => header.name.toLowerCase() === name);
  return {
    key: app.admin,
    headers: {
      'if-match': '*',
      ...(declares('idempotency-key') ? { 'idempotency-key': crypto.randomUUID() } : {}),
    },
    ...(operation.body ? { body: freshen(caller.sampler.example(operation.body)) } : {}),
  };
}

const send = async ({ method }: KnownOperation, { path, asked }: Prepared): Promise<Answer> =>
  unwrapItem(await app.send(method, path, asked));

/** What can be done to the same thing before, so that the operation has something to do. */
function predecessorsOf(operation: KnownOperation): (KnownOperation | null)[] {
  const [start = '', below] = operation.template.split('}');
  if (below === undefined) return [null];
  const isOfSameThing = ({ template }: KnownOperation) =>
    template.startsWith(`${start}}`) && template.split('{').length === 2;
  return [null, ...writes.filter((other) => other !== operation && isOfSameThing(other))];
}

/** All but the answers that are kept, with which every POST leaves something behind. */
async function readThings(): Promise<string> {
  const { idempotency_keys: _, ...things } = await readContent();
  return JSON.stringify(things);
}

/** The first way to call the operation in which it changes what the database holds. */
async function findWay(operation: KnownOperation): Promise<() => Promise<Prepared>> {
  for (const before of predecessorsOf(operation)) {
    const request = await prepare(operation, before);
    const things = await readThings();
    const answer = await send(operation, request);
    if (answer.status >= 300) continue;
    if ((await readThings()) !== things) return () => prepare(operation, before);
  }
  return assert.fail(`${operation.id} changes nothing, whatever is done before it`);
}

/**
 * Sends one request again and again, each time with a later statement failing, until it passes.
 * @param step how many statements further on the next failure is
 * @returns how many times it failed
 */
async function failThrough(
  operation: KnownOperation,
  fault: keyof typeof faults,
  { from, step }: { from: number; step: number },
): Promise<number> {
  const way = await findWay(operation);
  let request = await way();
  let before = await readContent();
  for (let n = from, failures = 0; ; n += step) {
    const what = `${operation.id}, statement ${n}`;
    saboteur.plant(n, fault);
    const answer = await send(operation, request);
    if (!saboteur.lift()) {
      assert.ok(answer.status < 300, `${what}: ${answer.text}`);
      return failures;
    }
    if (answer.status < 300) {
      // It could do without that statement, and the request is done.
      request = await way();
      before = await readContent();
      continue;
    }
    failures += 1;
    assert.equal(answer.status, fault === 'error' ? 500 : 503, `${what}: ${answer.text}`);
    assert.doesNotMatch(answer.text, /planted|XX000|terminat/, what);
    assert.deepEqual(await readContent(), before, `${what} left something behind`);
  }
}

test('whichever statement of a write fails, nothing is half-written and the same request passes later', {
  timeout: 600_000,
}, async (t) => {
  assert.ok(writes.length > 20);
  for (const operation of writes) {
    await t.test(operation.id, async () => {
      assert.ok((await failThrough(operation, 'error', { from: 1, step: 1 })) > 0);
    });
  }
});

test('a connection that is lost with a statement of a write leaves nothing behind, and the next one is as good', {
  skip: serverUrl === undefined && 'the embedded engine has one session, which cannot be ended alone',
  timeout: 600_000,
}, async () => {
  let failures = 0;
  // Connecting takes its time: each operation is tried at some of its places, all of them at every place.
  for (const [index, operation] of writes.entries())
    failures += await failThrough(operation, 'lost', { from: 1 + (index % 7), step: 7 });
  assert.ok(failures > writes.length);
});

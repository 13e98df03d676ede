import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, type Reply } from './process.ts';
import { newReview } from './things.ts';

/** What became of a write, as far as its writer was told. */
type Outcome = 'acknowledged' | 'refused' | 'unknown';

/** What writers and readers have seen, to be held against what is there at the end. */
export interface Ledger {
  /** By title: a review has no slug or source of its own, so that nothing but its key keeps it from being made twice. */
  posts: Map<string, { outcome: Outcome; id: string | null }>;
  /** By message: each try of a change has its own. */
  patches: Map<string, { outcome: Outcome; review: string; revision: number | null }>;
  counts: Record<'kills' | 'restarts' | 'timeouts' | 'retries' | 'replays' | 'stale' | 'reads', number>;
}

/** Where and how the writers write. */
export interface World {
  ledger: Ledger;
  key: string;
  /** Reviews that all writers change. */
  shared: string[];
  url(): string;
  isOver(): boolean;
}

/** What no public answer may hold: it stands in every draft, and in the paper and the tag that came with one. */
export const secret = 'Secret';

const impatience = 0.2;
const upTo = (milliseconds: number) => Math.random() * milliseconds;

/** Posts reviews and changes the shared ones until it is over; every post is repeated until it is answered. */
export async function writeInChaos(world: World, writer: number): Promise<void> {
  for (let number = 1; !world.isOver(); number += 1) {
    const name = `${writer}-${number}`;
    if (number % 3 === 1) await post(world, `${secret} ${name}`, { tags: [`${secret} ${writer}`] });
    if (number % 3 === 2) await post(world, `Open ${name}`, { status: 'published', tags: ['open'] });
    if (number % 9 === 0) await post(world, `Refused ${name}`, { category: 'nowhere' });
    const review = world.shared[number % world.shared.length];
    if (review) await patch(world, review, `change ${name}`);
    await sleep(upTo(50));
  }
}

async function post({ ledger, ...world }: World, title: string, more: object): Promise<void> {
  const { counts, posts } = ledger;
  const body = newReview({ title, paper: { title: `${title}, the paper` }, ...more });
  const headers = { 'idempotency-key': crypto.randomUUID() };
  posts.set(title, { outcome: 'unknown', id: null });
  for (;;) {
    const reply = await send({ ledger, ...world }, '/v1/reviews', { body, headers });
    const isAnswered = reply && reply.status !== 503 && reply.body.type !== '/problems/request-in-progress';
    if (isAnswered) {
      assert.ok([201, 422].includes(reply.status), JSON.stringify(reply.body));
      if (reply.headers.has('idempotency-replayed')) counts.replays += 1;
      const outcome = reply.status === 201 ? 'acknowledged' : 'refused';
      posts.set(title, { outcome, id: reply.body.id ?? null });
      return;
    }
    counts.retries += 1;
    await sleep(20 + upTo(100));
  }
}

/** One try to change what was read. */
async function patch(world: World, review: string, message: string): Promise<void> {
  const { counts, patches } = world.ledger;
  const path = `/v1/reviews/${review}`;
  const read = await send(world, path, {});
  if (read?.status !== 200) return;
  const headers = { 'if-match': read.headers.get('etag') ?? '' };
  patches.set(message, { outcome: 'unknown', review, revision: null });
  const reply = await send(world, path, { method: 'PATCH', body: { summary: message, message }, headers });
  if (!reply || reply.status === 503) return;
  assert.ok([200, 412].includes(reply.status), JSON.stringify(reply.body));
  if (reply.status === 412) counts.stale += 1;
  const outcome = reply.status === 200 ? 'acknowledged' : 'refused';
  patches.set(message, { outcome, review, revision: reply.body.revision ?? null });
}

/** Asks the service; null when no answer came, or none in the time that this client has. */
async function send(
  { ledger, key, url }: World,
  path: string,
  asked: { method?: string; body?: unknown; headers?: Record<string, string> },
): Promise<Reply | null> {
  const patience = Math.random() < impatience ? upTo(100) : 20_000;
  try {
    return await ask(url() + path, { ...asked, key, signal: AbortSignal.timeout(Math.ceil(patience)) });
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') ledger.counts.timeouts += 1;
    return null;
  }
}

const publicPaths = [
  '/v1/reviews?limit=100',
  '/v1/reviews?sort=-updatedAt&limit=50&include=body',
  '/v1/papers?limit=100',
  '/v1/tags?limit=100',
  '/v1/changes?limit=100',
  '/feeds/atom.xml',
  `/v1/reviews?q=${secret}`,
];

/** Reads as the public does until it is over. @throws when a draft, or what belongs to one, is seen */
export async function readInChaos({ ledger, shared, url, isOver }: World): Promise<void> {
  const paths = [...publicPaths, ...shared.map((id) => `/v1/reviews/${id}`)];
  for (let number = 0; !isOver(); number += 1) {
    const path = paths[number % paths.length] ?? '';
    const reply = await ask(url() + path).catch(() => null);
    await sleep(5);
    if (reply?.status !== 200) continue;
    ledger.counts.reads += 1;
    const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
    const shown = path.includes('?q=') ? JSON.stringify(reply.body.data) : text;
    assert.ok(!shown.includes(secret), `a draft was public at ${path}: ${text.slice(0, 500)}`);
  }
}

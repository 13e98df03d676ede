import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, type RunningServer } from './process.ts';
import { newReview } from './things.ts';

/** After so many milliseconds a write that was answered is to be seen by way of every process. */
const latest = 200;

interface Acknowledged {
  number: number;
  pid: number;
  at: number;
}

/** One review, whose summary is a number that only grows: what was answered for it, in that order. */
interface Counter {
  slug: string;
  written: number;
  acknowledged: Acknowledged[];
}

/** What was read and written. */
export interface Tally {
  writes: number;
  reads: number;
  hits: number;
  bypasses: number;
  /** What was asked of a process that was away, or answered that the database is. */
  unanswered: number;
}

export interface Watched {
  key: string;
  milliseconds: number;
  counters?: number;
  readers?: number;
}

/**
 * Lets a writer of each of some reviews, and readers of all, use several processes for a time. No read that began after
 * a write was answered by the same process may show the state before it, and none anywhere that began 200 ms after,
 * unless it says that it comes from the database.
 * @param servers those that run now; one that is away is none
 */
export async function watchReads(
  servers: () => RunningServer[],
  { key, milliseconds, counters: count = 3, readers = 6 }: Watched,
): Promise<Tally> {
  const counters: Counter[] = [];
  for (let number = 0; number < count; number += 1) {
    const slug = `counter-${number}-${Date.now()}`;
    const body = newReview({ slug, status: 'published', summary: '0' });
    const posted = await ask(`${choose(servers()).url}/v1/reviews`, { key, body });
    assert.equal(posted.status, 201, JSON.stringify(posted.body));
    counters.push({ slug, written: 0, acknowledged: [] });
  }
  const tally: Tally = { writes: 0, reads: 0, hits: 0, bypasses: 0, unanswered: 0 };
  const end = performance.now() + milliseconds;
  const go = async (work: () => Promise<void>, pause: number) => {
    while (performance.now() < end) {
      await work();
      await sleep(Math.random() * pause);
    }
  };
  await Promise.all([
    ...counters.map((counter) => go(() => writeOne(choose(servers()), key, counter, tally), 30)),
    ...Array.from({ length: readers }, () =>
      go(() => readOne(choose(servers()), choose(counters), tally), 3),
    ),
  ]);
  return tally;
}

const choose = <T>(of: T[]): T => of[Math.floor(Math.random() * of.length)] as T;

async function writeOne({ url, pid }: RunningServer, key: string, counter: Counter, tally: Tally) {
  counter.written += 1;
  const number = counter.written;
  const written = await ask(`${url}/v1/reviews/${counter.slug}`, {
    ...{ key, method: 'PATCH', headers: { 'if-match': '*' } },
    body: { summary: `${number}` },
  }).catch(() => null);
  if (written?.status !== 200) {
    tally.unanswered += 1;
    return;
  }
  counter.acknowledged.push({ number, pid, at: performance.now() });
  tally.writes += 1;
}

async function readOne({ url, pid }: RunningServer, { slug, acknowledged }: Counter, tally: Tally) {
  const isList = Math.random() < 0.5;
  const begun = performance.now();
  const own = acknowledged.findLast((one) => one.pid === pid)?.number ?? 0;
  const anywhere = acknowledged.findLast(({ at }) => at <= begun - latest)?.number ?? 0;
  const read = await ask(`${url}/v1/reviews${isList ? '?limit=100' : `/${slug}`}`).catch(() => null);
  if (read?.status !== 200) {
    tally.unanswered += 1;
    return;
  }
  const from = read.headers.get('x-cache');
  const review = isList ? read.body.data.find((one: { slug: string }) => one.slug === slug) : read.body;
  const seen = Number(review.summary);
  tally.reads += 1;
  if (from === 'hit') tally.hits += 1;
  if (from === 'bypass') tally.bypasses += 1;
  const told = `${seen} was read (${from}) of ${slug}`;
  assert.ok(seen >= own, `${told} after ${own} was answered by the same process`);
  if (from !== 'bypass') assert.ok(seen >= anywhere, `${told} ${latest} ms after ${anywhere} was answered`);
}

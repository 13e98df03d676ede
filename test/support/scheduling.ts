import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from './process.ts';
import { newReview } from './things.ts';

/** A review that appeared to the public. */
export interface Appearance {
  id: string;
  /** How long after its time it appeared, by the clock of the database, in milliseconds. */
  late: number;
}

/** Schedules reviews, one every so many milliseconds from then on, if that is still to come. @returns their ids */
export async function scheduleReviews(
  url: string,
  { key, count, from, every }: { key: string; count: number; from: Date; every: number },
): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const posted = await ask(`${url}/v1/reviews`, { key, body: newReview() });
    assert.equal(posted.status, 201, JSON.stringify(posted.body));
    // A busy machine may take its time with the posts: what is scheduled has to be to come.
    const at = new Date(Math.max(from.getTime() + number * every, Date.now() + 2000)).toISOString();
    const scheduled = await ask(`${url}/v1/reviews/${posted.body.id}/publish`, { key, body: { at } });
    assert.deepEqual([scheduled.status, scheduled.body.status], [200, 'scheduled']);
    ids.push(posted.body.id);
  }
  return ids;
}

/**
 * Follows what the public sees change, as a mirror does, until all of the reviews appeared: fails for one that appears
 * twice, or before its time.
 * @param url gives a server that answers at the moment
 * @param version the public version from before they were scheduled
 */
export async function followAppearances(
  url: () => string,
  { key, ids, version }: { key: string; ids: string[]; version: number },
  onAppearance: (count: number) => void = () => {},
): Promise<Appearance[]> {
  const appeared = new Map<string, Appearance>();
  for (let since = version; appeared.size < ids.length; ) {
    const changes = await ask(`${url()}/v1/changes?since=${since}`).catch(() => null);
    // A server that was killed; the next one is asked where this one stopped.
    if (changes?.status !== 200) {
      await sleep(20);
      continue;
    }
    for (const { id, change } of changes.body.data) {
      if (!ids.includes(id)) continue;
      assert.equal(change, 'put');
      assert.ok(!appeared.has(id), `${id} appeared twice`);
      const { body } = await askUntilAnswered(url, `/v1/reviews/${id}`, key);
      // Created, scheduled, published.
      assert.deepEqual([body.status, body.revision], ['published', 3], id);
      const late = Date.parse(body.updatedAt) - Date.parse(body.publishedAt);
      assert.ok(late >= 0, `${id} appeared before its time`);
      appeared.set(id, { id, late });
      onAppearance(appeared.size);
    }
    since = changes.body.version;
    await sleep(20);
  }
  return [...appeared.values()];
}

async function askUntilAnswered(url: () => string, path: string, key: string) {
  for (;;) {
    const answer = await ask(url() + path, { key }).catch(() => null);
    if (answer?.status === 200) return answer;
    await sleep(20);
  }
}

import assert from 'node:assert/strict';
import { ask, type RunningServer } from './process.ts';
import { newReview } from './things.ts';

/**
 * Posts reviews with six clients as fast as they can, and kills the server with -9 in the middle of it.
 * @param count how many posts are answered before the kill
 * @returns the ids of those that were answered 201
 */
export async function postUntilKilled(
  server: RunningServer,
  { key, tag, count }: { key: string; tag: string; count: number },
): Promise<string[]> {
  const acknowledged: string[] = [];
  let isKilled = false;
  const post = async () => {
    for (;;) {
      const posted = await ask(`${server.url}/v1/reviews`, {
        key,
        body: newReview({ tags: [tag] }),
      }).catch((error: unknown) => {
        assert.ok(isKilled, String(error));
        return null;
      });
      if (!posted) return;
      assert.equal(posted.status, 201, JSON.stringify(posted.body));
      acknowledged.push(posted.body.id);
      if (acknowledged.length >= count && !isKilled) {
        isKilled = true;
        server.kill('SIGKILL');
      }
    }
  };
  await Promise.all([1, 2, 3, 4, 5, 6].map(post));
  assert.equal(await server.ended, null);
  return acknowledged;
}

/** The ids of all reviews with the tag. */
export async function listPosted(
  url: string,
  { key, tag }: { key: string; tag: string },
): Promise<Set<string>> {
  const ids = new Set<string>();
  for (let next: string | null = ''; next !== null; ) {
    const path: string = `/v1/reviews?tag=${tag}&limit=100${next && `&after=${next}`}`;
    const { status, body } = await ask(url + path, { key });
    assert.equal(status, 200, JSON.stringify(body));
    for (const { id } of body.data) ids.add(id);
    next = body.page.next;
  }
  return ids;
}

import type { Viewer } from '../../access/viewer.ts';
import type { Db } from '../../db/driver/client.ts';
import { Problem } from '../../problems.ts';
import { writeRendered } from '../reviews/rendering/rendering.ts';
import { type ItemOptions, type Read, readItem, type Sent } from './items.ts';
import { lockAhead } from './locks.ts';
import { bodyOf, compareItems, type Result, saveInOrder } from './save.ts';
import { saveSeparately } from './separately.ts';

/** So many items, and bytes of them, are written in one transaction at most. */
export const mostItems = 1000;
const mostBytes = 8 * 1024 * 1024;

/**
 * Saves items in their order, each by itself; or all of them or none (`atomic`), or none at all (`dryRun`), telling what
 * would become of each. A dry run goes by a thousand items, each seeing what those before it in the thousand would do.
 * Takes items as their results are taken, up to a few ahead.
 * @returns the results of what was written together
 * @throws Problem payload-too-large for more than a transaction takes; what ends the connection to the database
 */
export async function* saveItems(
  db: Db,
  sent: Iterable<Sent> | AsyncIterable<Sent>,
  { atomic, dryRun, ...options }: { atomic: boolean; dryRun: boolean } & ItemOptions,
  actor: Viewer,
): AsyncGenerator<Result[]> {
  if (!atomic && !dryRun) {
    yield* saveSeparately(db, sent, options, actor);
    return;
  }
  for await (const items of groupItems(sent, options, atomic)) {
    const results = await saveTogether(db, items, actor, dryRun);
    const isUndone = atomic && results.some((result) => !('saved' in result));
    yield results.map(({ index, type, ...result }) =>
      isUndone && 'saved' in result
        ? { index, type, problem: new Problem('batch-undone') }
        : { index, type, ...result },
    );
  }
}

/** Takes back all that was written, once it is known what would have become of it. */
class Undone extends Error {
  readonly results: Result[];

  constructor(results: Result[]) {
    super('Nothing of this is kept');
    this.results = results;
  }
}

/** So many items are compared with what is there in one statement. */
const comparedTogether = 64;

/** The bodies that are to be rendered: not those that are there already. */
async function listBodies(db: Db, items: Read[], actor: Viewer): Promise<string[]> {
  const bodies: string[] = [];
  for (let from = 0; from < items.length; from += comparedTogether) {
    const together = items.slice(from, from + comparedTogether);
    const compared = await compareItems(db, together, actor);
    bodies.push(...together.flatMap((item, at) => (compared[at]?.hasBody ? [] : (bodyOf(item) ?? []))));
  }
  return bodies;
}

/** Saves items in one transaction, which is undone when one of them fails, or anyhow in a dry run. */
async function saveTogether(db: Db, items: Read[], actor: Viewer, dryRun: boolean): Promise<Result[]> {
  const bodies = await listBodies(db, items, actor);
  try {
    return await writeRendered(db, actor, bodies, async (...writing) => {
      await lockAhead(writing[0], items);
      const results = await saveInOrder(writing, items, actor);
      if (dryRun || results.some((result) => !('saved' in result))) throw new Undone(results);
      return results;
    });
  } catch (error) {
    if (error instanceof Undone) return error.results;
    throw error;
  }
}

async function* groupItems(
  sent: Iterable<Sent> | AsyncIterable<Sent>,
  options: ItemOptions,
  onlyOne: boolean,
): AsyncGenerator<Read[]> {
  let group: Read[] = [];
  let [index, bytes] = [0, 0];
  for await (const one of sent) {
    const more = 'bytes' in one ? one.bytes : 0;
    if (group.length > 0 && (group.length === mostItems || bytes + more > mostBytes)) {
      if (onlyOne)
        throw new Problem('payload-too-large', 'With `atomic`, a batch has at most 1,000 items in 8 MiB.');
      yield group;
      [group, bytes] = [[], 0];
    }
    group.push(readItem(one, index++, options));
    bytes += more;
  }
  if (group.length > 0) yield group;
}

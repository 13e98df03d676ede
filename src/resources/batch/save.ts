import { and } from 'drizzle-orm';
import { requireScope, type Viewer } from '../../access/viewer.ts';
import type { Queryable, Tx } from '../../db/driver/client.ts';
import { sqlStateOf } from '../../db/driver/faults.ts';
import { ChangeSet, ConcurrentUpdate } from '../../db/unit-of-work/write.ts';
import { entities } from '../../entities.ts';
import { Problem } from '../../problems.ts';
import type { Compared, Saved } from '../../slugs/save.ts';
import { type BatchKind, batchKinds, kinds } from '../kinds.ts';
import type { Writing } from '../reviews/rendering/rendering.ts';
import type { NewReview } from '../reviews/schema.ts';
import { type Item, type Read, upsertOf } from './items.ts';
import { saving } from './schema.ts';

/** What became of an item: it was done, it could not be read (`problem`), or it was refused or failed (`error`). */
export type Result = { index: number; type: BatchKind | null } & (
  | { saved: Saved }
  | { problem: Problem }
  | { error: unknown }
);

/** Does what an item asks for, as far as the key may. */
export async function saveOne(writing: Writing, item: Item, actor: Viewer): Promise<Saved> {
  const { type, action, data, expected } = item;
  if (action === saving) {
    requireScope(actor, entities[type].scope, `A ${type}`);
    return kinds[type].save(writing, upsertOf(item) as never, actor);
  }
  const how = kinds[type].actions[action];
  if (!how) throw new Problem('invalid-body');
  requireScope(actor, how.scope, `To ${action} a ${type}`);
  const id = await findNamed(writing[0], item, actor);
  return how.run(writing, id, { expected, actor, options: data });
}

/**
 * Compares items with what is there, without locks: a few statements for all of them.
 * @returns for each what became of it, if it changes nothing, and whether its text is there already
 */
export async function compareItems(db: Queryable, items: Read[], actor: Viewer): Promise<Compared[]> {
  const compared: Compared[] = items.map(() => ({ hasBody: false }));
  for (const type of batchKinds) {
    const { compare } = kinds[type];
    const mine = items.flatMap((item, at) => (isSaved(item, type) ? [{ item, at }] : []));
    if (!compare || mine.length === 0 || !actor.scopes.has(entities[type].scope)) continue;
    const upserts = mine.map(({ item }) => upsertOf(item) as never);
    for (const [of, one] of (await compare(db, upserts, actor)).entries()) compared[mine[of]?.at ?? -1] = one;
  }
  return compared;
}

const isSaved = (item: Read, type: BatchKind): item is Item =>
  'data' in item && item.type === type && item.action === saving;

/** What became of an item that changes nothing. */
export function tellUnchanged(item: Item, saved: Saved): Result {
  const { index, type } = item;
  try {
    upsertOf(item).onKnown?.(saved.id);
    return { index, type, saved };
  } catch (error) {
    return { index, type, error };
  }
}

/** Whether an item was written, and so may make others of its batch differ from what was read before. */
export const hasWritten = (result: Result) => 'saved' in result && result.saved.outcome !== 'unchanged';

/** So many items are compared at a time: after one that is written, those behind it are saved as they are. */
const comparedTogether = 16;

/**
 * Saves items in their order as a part of a write.
 * @param mayBeThere whether some of them may change nothing; else that is not looked for
 */
export async function saveInOrder(
  writing: Writing,
  items: Read[],
  actor: Viewer,
  mayBeThere = true,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += comparedTogether) {
    const together = items.slice(from, from + comparedTogether);
    const compared = mayBeThere ? await compareItems(writing[0], together, actor) : [];
    let isWritten = false;
    for (const [at, item] of together.entries()) {
      const saved = isWritten ? undefined : compared[at]?.saved;
      const result =
        saved && 'data' in item ? tellUnchanged(item, saved) : await saveWithin(writing, item, actor);
      isWritten ||= hasWritten(result);
      results.push(result);
    }
  }
  return results;
}

/** The id of the thing that an item names. @throws Problem not-found, also for one that the actor may not see */
async function findNamed(tx: Tx, { type, data }: Item, actor: Viewer): Promise<string> {
  const { table } = entities[type];
  const { list, matchNamed } = kinds[type];
  const where = and(matchNamed(data), list.visible(actor));
  const [found] = await tx.select({ id: table.id }).from(table).where(where);
  if (!found) throw new Problem('not-found');
  return found.id;
}

/**
 * Does what an item asks for as a part of a write: a refusal undoes the item alone. Where another write made the same
 * thing meanwhile (SQLSTATE 23505) it is found at a second try.
 * @throws what ends the transaction
 */
export async function saveWithin(writing: Writing, item: Read, actor: Viewer, tries = 2): Promise<Result> {
  if ('problem' in item) return item;
  const [tx, changeSet, derivedOf] = writing;
  const { index, type } = item;
  const part = new ChangeSet();
  try {
    const saved = await tx.transaction((inner: Tx) => saveOne([inner, part, derivedOf], item, actor));
    changeSet.merge(part);
    return { index, type, saved };
  } catch (error) {
    const state = sqlStateOf(error);
    if (state === '23505' && tries > 1) return saveWithin(writing, item, actor, tries - 1);
    // It is for all of the write, which is retried.
    if (error instanceof ConcurrentUpdate) throw error;
    if (error instanceof Problem || state?.startsWith('23')) return { index, type, error };
    throw error;
  }
}

/** The body that an item brings. */
export function bodyOf(item: Read): string | undefined {
  return 'data' in item && item.type === 'review' ? (item.data as Partial<NewReview>).body : undefined;
}

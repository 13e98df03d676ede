import { requireScope, type Viewer } from '../../access/viewer.ts';
import type { Db, Tx } from '../../db/client.ts';
import { sqlStateOf } from '../../db/faults.ts';
import type { Scope, ThingKind } from '../../db/schema.ts';
import { Problem } from '../../problems.ts';
import type { Saved } from '../../slugs/save.ts';
import { saveCategory } from '../categories/save.ts';
import type { NewCategory } from '../categories/schema.ts';
import { savePaper } from '../papers/save.ts';
import type { NewPaper } from '../papers/schema.ts';
import { type Writing, writeRendered } from '../reviews/rendering.ts';
import { saveReview } from '../reviews/save.ts';
import type { NewReview } from '../reviews/schema.ts';
import { saveTag } from '../tags/save.ts';
import type { NewTag } from '../tags/schema.ts';
import { type Read, readItem, type Sent } from './items.ts';

/** What became of an item: it was saved, it could not be read (`problem`), or it was refused or failed (`error`). */
export type Result = { index: number; type: ThingKind | null } & (
  | { saved: Saved }
  | { problem: Problem }
  | { error: unknown }
);

/** So many items, and bytes of them, are written in one transaction at most. */
const mostItems = 1000;
const mostBytes = 8 * 1024 * 1024;

const kinds: Record<
  ThingKind,
  { scope: Scope; save(writing: Writing, data: object, actor: Viewer): Promise<Saved> }
> = {
  review: {
    scope: 'reviews:write',
    save: (writing, data, actor) => saveReview(writing, data as NewReview, actor),
  },
  paper: {
    scope: 'papers:write',
    save: ([tx, touched], data, actor) => savePaper(tx, touched, data as NewPaper, actor),
  },
  tag: {
    scope: 'taxonomy:write',
    save: ([tx, touched], data, actor) => saveTag(tx, touched, data as NewTag, actor),
  },
  category: {
    scope: 'taxonomy:write',
    save: ([tx, touched], data) => saveCategory(tx, touched, data as NewCategory),
  },
};

/**
 * Saves items in their order, each by itself; or all of them or none (`atomic`), or none at all (`dryRun`), telling what
 * would become of each. A dry run goes by a thousand items, each seeing what those before it in the thousand would do.
 * Takes items as their results are taken.
 * @throws Problem payload-too-large for more than a transaction takes; what ends the connection to the database
 */
export async function* saveItems(
  db: Db,
  sent: AsyncIterable<Sent>,
  { atomic, dryRun }: { atomic: boolean; dryRun: boolean },
  actor: Viewer,
): AsyncGenerator<Result> {
  if (!atomic && !dryRun) {
    let index = 0;
    for await (const one of sent) yield await saveAlone(db, readItem(one, index++), actor);
    return;
  }
  for await (const items of groupItems(sent, atomic)) {
    const results = await saveTogether(db, items, actor, dryRun);
    const isUndone = atomic && results.some((result) => !('saved' in result));
    for (const { index, type, ...result } of results) {
      const undone = { index, type, problem: new Problem('batch-undone') };
      yield isUndone && 'saved' in result ? undone : { index, type, ...result };
    }
  }
}

async function saveAlone(db: Db, item: Read, actor: Viewer): Promise<Result> {
  if ('problem' in item) return item;
  const { index, type, data } = item;
  const save = () =>
    writeRendered(db, actor, bodiesOf([item]), (...writing) => saveOne(writing, type, data, actor));
  // Two batches with one new thing meet: the later one finds it there.
  const saving = save().catch((error: unknown) =>
    sqlStateOf(error) === '23505' ? save() : Promise.reject(error),
  );
  return saving.then(
    (saved) => ({ index, type, saved }),
    (error: unknown) => ({ index, type, error }),
  );
}

function saveOne(writing: Writing, type: ThingKind, data: object, actor: Viewer): Promise<Saved> {
  const { scope, save } = kinds[type];
  requireScope(actor, scope, `A ${type}`);
  return save(writing, data, actor);
}

/** Takes back all that was written, once it is known what would have become of it. */
class Undone extends Error {
  readonly results: Result[];

  constructor(results: Result[]) {
    super('Nothing of this is kept');
    this.results = results;
  }
}

/** Saves items in one transaction, which is undone when one of them fails, or anyhow in a dry run. */
async function saveTogether(db: Db, items: Read[], actor: Viewer, dryRun: boolean): Promise<Result[]> {
  try {
    return await writeRendered(db, actor, bodiesOf(items), async (tx, ...writing) => {
      const results: Result[] = [];
      for (const item of items) results.push(await saveWithin([tx, ...writing], item, actor));
      if (dryRun || results.some((result) => !('saved' in result))) throw new Undone(results);
      return results;
    });
  } catch (error) {
    if (error instanceof Undone) return error.results;
    throw error;
  }
}

/** A refusal undoes the item alone, so that what is wrong with the others can be told too. */
async function saveWithin([tx, ...writing]: Writing, item: Read, actor: Viewer): Promise<Result> {
  if ('problem' in item) return item;
  const { index, type, data } = item;
  try {
    const saved = await tx.transaction((inner: Tx) => saveOne([inner, ...writing], type, data, actor));
    return { index, type, saved };
  } catch (error) {
    if (error instanceof Problem || sqlStateOf(error)?.startsWith('23')) return { index, type, error };
    throw error;
  }
}

/** The bodies that are to be rendered before a transaction begins. */
function bodiesOf(items: Read[]): string[] {
  return items.flatMap((item) =>
    'data' in item && item.type === 'review' ? [(item.data as NewReview).body] : [],
  );
}

async function* groupItems(sent: AsyncIterable<Sent>, onlyOne: boolean): AsyncGenerator<Read[]> {
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
    group.push(readItem(one, index++));
    bytes += more;
  }
  if (group.length > 0) yield group;
}

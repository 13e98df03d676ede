import type { Viewer } from '../../access/viewer.ts';
import type { Db } from '../../db/driver/client.ts';
import { sqlStateOf } from '../../db/driver/faults.ts';
import { startUpkeep, type Upkeep } from '../../search/upkeep.ts';
import type { Compared } from '../../slugs/save.ts';
import { type Derived, derive, writeWith } from '../reviews/rendering/rendering.ts';
import { prepareAhead } from './ahead.ts';
import { type ItemOptions, type Read, readItem, type Sent } from './items.ts';
import { lockAhead } from './locks.ts';
import {
  bodyOf,
  compareItems,
  hasWritten,
  type Result,
  saveInOrder,
  saveOne,
  tellUnchanged,
} from './save.ts';

/**
 * How far ahead is read and rendered (in items and characters of bodies), which is also what is written together: a
 * transaction keeps others from the papers and tags that it writes, and Postgres slows down past 64 savepoints of one.
 */
const ahead = { items: 32, size: 1024 * 1024, together: 16, milliseconds: 250 };

/** How far ahead items are read and compared with what is there. */
const aheadOfThat = { items: 128, size: 1024 * 1024, together: 64, milliseconds: 0 };

/** An item, and what was found of it. */
interface Found {
  item: Read;
  compared: Compared;
  /** How many groups had been written when it was compared. */
  after: number;
}

/** An item, and what is derived of its body, if it has one that is new and could be rendered. */
interface Prepared extends Found {
  derived: Derived | undefined;
}

/**
 * Saves items in their order, each whatever becomes of the others. Those that change nothing are told from what is there by
 * the chunk, without a rendering or a transaction; of the others those behind are rendered while those before are written in
 * one transaction. Nothing is told of an item before it is committed.
 */
export async function* saveSeparately(
  db: Db,
  sent: Iterable<Sent> | AsyncIterable<Sent>,
  options: ItemOptions,
  actor: Viewer,
): AsyncGenerator<Result[]> {
  let written = 0;
  const compare = (items: Read[]) =>
    // What cannot be compared is saved, which tells why.
    compareItems(db, items, actor).catch((): Compared[] => []);
  const findItems = async function* (): AsyncGenerator<Found> {
    let index = 0;
    const prepare = async (one: Sent) => readItem(one, index++, options);
    const sizeOf = (one: Sent) => ('bytes' in one ? one.bytes : 0);
    for await (const items of prepareAhead(sent, { sizeOf, prepare }, aheadOfThat)) {
      const after = written;
      const compared = await compare(items);
      for (const [at, item] of items.entries())
        yield { item, compared: compared[at] ?? { hasBody: false }, after };
    }
  };
  const prepare = async (found: Found): Promise<Prepared> => {
    const body = found.compared.hasBody ? undefined : bodyOf(found.item);
    // One that cannot be rendered is tried again with its own write, which tells why.
    return {
      ...found,
      derived: body === undefined ? undefined : await derive(db, body).catch(() => undefined),
    };
  };
  const sizeOf = ({ item }: Found) => bodyOf(item)?.length ?? 0;
  const upkeep = startUpkeep(db);
  try {
    for await (const group of prepareAhead(findItems(), { sizeOf, prepare }, ahead)) {
      const items = group.map(({ item }) => item);
      // What this batch has written since may be what they say something of.
      const isStale = group.some(({ compared, after }) => compared.saved && after < written);
      const compared = isStale ? await compare(items) : group.map((one) => one.compared);
      const results =
        tellAllUnchanged(items, compared) ?? (await saveGroup(db, group, compared, actor, upkeep));
      if (results.some(hasWritten)) written += 1;
      upkeep.countWritten(group.reduce((sum, { derived }) => sum + (derived?.lexemes.length ?? 0), 0));
      yield results;
    }
  } finally {
    await upkeep.finish();
  }
}

/** The results of items none of which changes anything; else undefined. */
function tellAllUnchanged(items: Read[], compared: Compared[]): Result[] | undefined {
  const unchanged = items.flatMap((item, at) => {
    const saved = compared[at]?.saved;
    return saved && 'data' in item ? [{ item, saved }] : [];
  });
  if (unchanged.length < items.length) return undefined;
  return unchanged.map(({ item, saved }) => tellUnchanged(item, saved));
}

/** Saves items in one transaction, or each by itself when that fails as a whole: all can be saved a second time. */
async function saveGroup(
  db: Db,
  group: Prepared[],
  compared: Compared[],
  actor: Viewer,
  upkeep: Upkeep,
): Promise<Result[]> {
  const saveEach = async () => {
    const results: Result[] = [];
    for (const one of group) results.push(await saveAlone(db, one, actor, upkeep));
    return results;
  };
  // Those that are refused as they are read need no transaction.
  if (group.filter(({ item }) => 'data' in item).length < 2) return saveEach();
  const items = group.map(({ item }) => item);
  const mayBeThere = compared.some(({ saved }) => saved !== undefined);
  const saveAll = writeWith(db, actor, knownOf(group), async (...writing) => {
    await upkeep.defer(writing[0]);
    await lockAhead(writing[0], items);
    return saveInOrder(writing, items, actor, mayBeThere);
  });
  return saveAll.catch(saveEach);
}

async function saveAlone(db: Db, prepared: Prepared, actor: Viewer, upkeep: Upkeep): Promise<Result> {
  const { item } = prepared;
  if ('problem' in item) return item;
  const { index, type } = item;
  const save = () =>
    writeWith(db, actor, knownOf([prepared]), async (...writing) => {
      await upkeep.defer(writing[0]);
      return saveOne(writing, item, actor);
    });
  // Two batches with one new thing meet: the later one finds it there.
  const saving = save().catch((error: unknown) =>
    sqlStateOf(error) === '23505' ? save() : Promise.reject(error),
  );
  return saving.then(
    (saved) => ({ index, type, saved }),
    (error: unknown) => ({ index, type, error }),
  );
}

function knownOf(group: Prepared[]): Map<string, Derived> {
  return new Map(
    group.flatMap(({ item, derived }) => {
      const body = bodyOf(item);
      return body === undefined || derived === undefined ? [] : [[body, derived] as const];
    }),
  );
}

import type { Viewer } from '../../access/viewer.ts';
import type { Db } from '../../db/driver/client.ts';
import { sqlStateOf } from '../../db/driver/faults.ts';
import { startUpkeep, type Upkeep } from '../../search/upkeep.ts';
import { type Derived, derive, writeWith } from '../reviews/rendering/rendering.ts';
import { prepareAhead } from './ahead.ts';
import { type ItemOptions, type Read, readItem, type Sent } from './items.ts';
import { lockAhead } from './locks.ts';
import { bodyOf, type Result, saveOne, saveWithin } from './save.ts';

/**
 * How far ahead is read and rendered (in items and characters of bodies), which is also what is written together: a
 * transaction keeps others from the papers and tags that it writes, and Postgres slows down past 64 savepoints of one.
 */
const ahead = { items: 32, size: 1024 * 1024, together: 16, milliseconds: 250 };

/** An item, and what is derived of its body, if it has one that could be rendered. */
interface Prepared {
  item: Read;
  derived: Derived | undefined;
}

/**
 * Saves items in their order, each whatever becomes of the others. What is there already is rendered while what was
 * before it is written, and written in one transaction; nothing is told of an item before it is committed.
 */
export async function* saveSeparately(
  db: Db,
  sent: Iterable<Sent> | AsyncIterable<Sent>,
  options: ItemOptions,
  actor: Viewer,
): AsyncGenerator<Result[]> {
  const prepare = async (item: Read): Promise<Prepared> => {
    const body = bodyOf(item);
    // One that cannot be rendered is tried again with its own write, which tells why.
    return { item, derived: body === undefined ? undefined : await derive(db, body).catch(() => undefined) };
  };
  const sizeOf = (item: Read) => bodyOf(item)?.length ?? 0;
  const upkeep = startUpkeep(db);
  try {
    for await (const group of prepareAhead(readItems(sent, options), { sizeOf, prepare }, ahead)) {
      const results = await saveGroup(db, group, actor, upkeep);
      upkeep.countWritten(group.reduce((sum, { derived }) => sum + (derived?.lexemes.length ?? 0), 0));
      yield results;
    }
  } finally {
    await upkeep.finish();
  }
}

async function* readItems(
  sent: Iterable<Sent> | AsyncIterable<Sent>,
  options: ItemOptions,
): AsyncGenerator<Read> {
  let index = 0;
  for await (const one of sent) yield readItem(one, index++, options);
}

/** Saves items in one transaction, or each by itself when that fails as a whole: all can be saved a second time. */
async function saveGroup(db: Db, group: Prepared[], actor: Viewer, upkeep: Upkeep): Promise<Result[]> {
  const saveEach = async () => {
    const results: Result[] = [];
    for (const one of group) results.push(await saveAlone(db, one, actor, upkeep));
    return results;
  };
  // Those that are refused as they are read need no transaction.
  if (group.filter(({ item }) => 'data' in item).length < 2) return saveEach();
  const saveAll = writeWith(db, actor, knownOf(group), async (...writing) => {
    await upkeep.defer(writing[0]);
    await lockAhead(
      writing[0],
      group.map(({ item }) => item),
    );
    const results: Result[] = [];
    for (const { item } of group) results.push(await saveWithin(writing, item, actor));
    return results;
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

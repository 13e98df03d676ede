import { type SQL, sql } from 'drizzle-orm';
import { foldName } from '../../content/text/fold.ts';
import type { Tx } from '../../db/driver/client.ts';
import { arrayParameter, prepareStatement } from '../../db/driver/prepare.ts';
import { tags } from '../../db/schema/tables.ts';
import { type ChangeSet, ConcurrentUpdate } from '../../db/unit-of-work/write.ts';
import { insertTag, lockNewTags } from './store.ts';

/** Existing tags by folded name, locked until the end of the write. */
export type FoundTags = Map<string, ConnectedTag>;

export interface ConnectedTag {
  id: string;
  /** Whether it is public already. */
  isPublic: boolean;
  /** Whether this write created it. */
  isNew?: boolean;
  /** The name in this write. */
  sentName?: string;
}

/**
 * Looks up the tags of names, and locks them when all are there: new names are locked before the rows of tags, as every
 * write does. Pipelined with more, it takes no round trip of its own.
 * @param own the tags that the review has, which are locked by their ids: a tag that is renamed meanwhile stays
 */
export async function lookUpTags(
  tx: Tx,
  names: string[],
  own: { id: string; name: string }[] = [],
): Promise<FoundTags> {
  const foldedNames = [...foldNames(names).keys()];
  if (foldedNames.length === 0) return new Map();
  const idOf = new Map(own.map(({ id, name }) => [foldName(name), id]));
  const ids = foldedNames.flatMap((folded) => idOf.get(folded) ?? []);
  if (ids.length < foldedNames.length) return mapTags(await holdAll(tx, { foldedNames }));
  const tagOf = new Map((await holdByIds(tx, { ids })).map((tag) => [tag.id, tag]));
  const rows = foldedNames.map((foldedName, at) => ({ ...tagOf.get(ids[at] ?? ''), foldedName }));
  return mapTags(rows.filter((row): row is TagRow => row.id !== undefined));
}

/**
 * Connects names to tags, creating those that there are not (public only once a published review uses them).
 * @param found what `lookUpTags` found of them
 * @returns the tags in the order of the names, each once
 * @throws ConcurrentUpdate when some of them were renamed while the lookup waited for their rows
 */
export async function connectTags(
  tx: Tx,
  changeSet: ChangeSet,
  names: string[],
  found: FoundTags,
): Promise<ConnectedTag[]> {
  const byFold = foldNames(names);
  if (found.size > 0 && found.size < byFold.size) throw new ConcurrentUpdate();
  const known = found.size < byFold.size ? await lockWithNew(tx, byFold) : found;
  const connected: ConnectedTag[] = [];
  for (const [folded, sentName] of byFold) {
    const tag = known.get(folded) ?? (await createNamed(tx, changeSet, sentName));
    connected.push({ ...tag, sentName });
  }
  return connected;
}

async function createNamed(tx: Tx, changeSet: ChangeSet, name: string): Promise<ConnectedTag> {
  const created = await insertTag(tx, { name });
  changeSet.record('create', 'tag', null, created);
  return { id: created.id, isPublic: false, isNew: true };
}

/**
 * Locks the names of which there is no tag, then the tags that there are.
 * @throws ConcurrentUpdate when one that was there has gone: its name would be locked after the rows
 */
async function lockWithNew(tx: Tx, byFold: Map<string, string>): Promise<FoundTags> {
  const foldedNames = [...byFold.keys()];
  const there = new Set((await readNames(tx, { foldedNames })).map(({ foldedName }) => foldedName));
  const missing = [...byFold].filter(([folded]) => !there.has(folded));
  await lockNewTags(
    tx,
    missing.map(([, name]) => ({ name })),
  );
  const locked = mapTags(await holdTags(tx, { foldedNames }));
  if ([...there].some((folded) => !locked.has(folded))) throw new ConcurrentUpdate();
  return locked;
}

function foldNames(names: string[]): Map<string, string> {
  const byFold = new Map<string, string>();
  for (const name of names) {
    const folded = foldName(name);
    if (!byFold.has(folded)) byFold.set(folded, name);
  }
  return byFold;
}

type TagRow = ConnectedTag & { foldedName: string };

const mapTags = (rows: TagRow[]): FoundTags =>
  new Map(rows.map(({ foldedName, ...tag }) => [foldedName, tag]));

const isNamed = sql`${tags.foldedName} = any(${arrayParameter('foldedNames', 'text')}::text[])`;
const areAllThere = sql`(select count(*) from tags where folded_name = any(${arrayParameter('foldedNames', 'text')}::text[]))
  = cardinality(${arrayParameter('foldedNames', 'text')}::text[])`;

const holdWhere = (condition: SQL) =>
  prepareStatement((db) =>
    db
      .select({
        id: tags.id,
        foldedName: tags.foldedName,
        isPublic: sql<boolean>`${tags.publicSince} is not null`,
      })
      .from(tags)
      .where(condition)
      .orderBy(tags.id)
      .for('key share'),
  );
const holdTags = holdWhere(isNamed);
const holdByIds = holdWhere(sql`${tags.id} = any(${arrayParameter('ids', 'uuid')}::uuid[])`);
const holdAll = holdWhere(sql`${isNamed} and ${areAllThere}`);

const readNames = prepareStatement((db) =>
  db.select({ foldedName: tags.foldedName }).from(tags).where(isNamed),
);

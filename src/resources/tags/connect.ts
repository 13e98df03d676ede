import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { arrayParameter, prepareStatement } from '../../db/prepare.ts';
import { tags } from '../../db/schema.ts';
import type { ChangeSet } from '../../db/write.ts';
import { foldName } from '../../text/fold.ts';
import { insertTag, lockNewTags } from './store.ts';

/** Tags that there are, by their folded names; held until the end of the write. */
export type FoundTags = Map<string, ConnectedTag>;

export interface ConnectedTag {
  id: string;
  /** Whether the public sees it already. */
  isPublic: boolean;
  /** Whether this write made it. */
  isNew?: boolean;
  /** The name by which this write found it. */
  sentName?: string;
}

/**
 * Looks for the tags of names, and holds them when all are there: new names are locked before the rows of tags, as every
 * write does. Sent together with more, it takes no time of its own.
 */
export async function lookUpTags(tx: Tx, names: string[]): Promise<FoundTags> {
  const foldedNames = [...foldNames(names).keys()];
  return foldedNames.length === 0 ? new Map() : mapTags(await holdAll(tx, { foldedNames }));
}

/**
 * Connects names to tags, creating those that there are not (public only once a published review uses them).
 * @param found what `lookUpTags` found of them
 * @returns the tags in the order of the names, each once
 */
export async function connectTags(
  tx: Tx,
  changeSet: ChangeSet,
  names: string[],
  found: FoundTags,
): Promise<ConnectedTag[]> {
  const byFold = foldNames(names);
  const known = found.size < byFold.size ? await holdWithNew(tx, byFold) : found;
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

/** Locks the names of which there is no tag, then the tags that there are; again while one goes that was there. */
async function holdWithNew(tx: Tx, byFold: Map<string, string>): Promise<FoundTags> {
  const foldedNames = [...byFold.keys()];
  const locked = new Set<string>();
  for (;;) {
    const there = new Set((await readNames(tx, { foldedNames })).map(({ foldedName }) => foldedName));
    const missing = [...byFold].filter(([folded]) => !there.has(folded) && !locked.has(folded));
    await lockNewTags(
      tx,
      missing.map(([, name]) => ({ name })),
    );
    for (const [folded] of missing) locked.add(folded);
    const held = mapTags(await holdTags(tx, { foldedNames }));
    if (foldedNames.every((folded) => held.has(folded) || locked.has(folded))) return held;
  }
}

function foldNames(names: string[]): Map<string, string> {
  const byFold = new Map<string, string>();
  for (const name of names) {
    const folded = foldName(name);
    if (!byFold.has(folded)) byFold.set(folded, name);
  }
  return byFold;
}

const mapTags = (rows: (ConnectedTag & { foldedName: string })[]): FoundTags =>
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
const holdAll = holdWhere(sql`${isNamed} and ${areAllThere}`);

const readNames = prepareStatement((db) =>
  db.select({ foldedName: tags.foldedName }).from(tags).where(isNamed),
);

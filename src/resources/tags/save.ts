import { and, eq } from 'drizzle-orm';
import type { Viewer } from '../../access/viewer.ts';
import { foldName } from '../../content/text/fold.ts';
import type { Tx } from '../../db/driver/client.ts';
import { tags } from '../../db/schema/tables.ts';
import { lockRow } from '../../db/unit-of-work/lock.ts';
import type { ChangeSet } from '../../db/unit-of-work/write.ts';
import { entities } from '../../entities.ts';
import { isVisible } from '../../query/run.ts';
import {
  findBySlug,
  hiddenThing,
  type KnownThing,
  requireNone,
  type Saved,
  tellSaved,
  type Upsert,
} from '../../slugs/save.ts';
import { tagList } from './list.ts';
import type { NewTag, Tag, TagPatch } from './schema.ts';
import { insertPublicTag, lockNewTags, readTag, updateTag } from './store.ts';

/**
 * Upserts a tag: updates the one with its id, else its slug, else its folded name, or inserts it.
 * @throws Problem not-found (by its id), conflict, and all that creating and changing throw
 */
export async function saveTag(
  tx: Tx,
  changeSet: ChangeSet,
  { data: { id, ...sent }, toCreate, expected }: Upsert<TagPatch, NewTag>,
  actor: Viewer,
): Promise<Saved> {
  const { name, slug, ...others } = sent;
  if (name !== undefined) await lockNewTags(tx, [{ name, slug }]);
  const known = id === undefined ? await findKnown(tx, sent) : { id, isFormer: false };
  if (!known) {
    requireNone(expected);
    return tellSaved(null, await insertPublicTag(tx, changeSet, toCreate(), actor), membersOf);
  }
  const where = eq(tags.id, known.id);
  if (!(await isVisible(tx, tagList, actor, where))) throw hiddenThing('tag', id);
  await lockRow(tx, tags, where, expected);
  const current = await readTag(tx, known.id);
  const patch = known.isFormer ? { name, ...others } : sent;
  return tellSaved(current, await updateTag(tx, changeSet, current, patch, actor), membersOf);
}

/** The condition on all identifying members. */
export const matchNamedTag = ({ id, slug, name }: { id?: string; slug?: string; name?: string }) =>
  and(
    id === undefined ? undefined : eq(tags.id, id),
    slug === undefined ? undefined : eq(tags.slug, slug),
    name === undefined ? undefined : eq(tags.foldedName, foldName(name)),
  );

const membersOf = ({ name, slug, description }: Tag) => ({ name, slug, description });

async function findKnown(tx: Tx, { name, slug }: TagPatch): Promise<KnownThing | undefined> {
  if (slug !== undefined) return findBySlug(tx, entities.tag, slug);
  const [found] = await tx
    .select({ id: tags.id })
    .from(tags)
    .where(eq(tags.foldedName, foldName(name ?? '')));
  return found && { id: found.id, isFormer: false };
}

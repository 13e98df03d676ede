import { eq } from 'drizzle-orm';
import type { Viewer } from '../../access/viewer.ts';
import type { Tx } from '../../db/client.ts';
import { lockRow } from '../../db/lock.ts';
import { tags } from '../../db/schema.ts';
import type { ChangeSet } from '../../db/write.ts';
import { entities } from '../../entities.ts';
import { isVisible } from '../../list/run.ts';
import { findBySlug, hiddenThing, type KnownThing, type Saved, tellSaved } from '../../slugs/save.ts';
import { foldName } from '../../text/fold.ts';
import { tagList } from './list.ts';
import type { NewTag } from './schema.ts';
import { insertPublicTag, lockNewTags, updateTag } from './store.ts';

/**
 * Sees to it that a tag is there as it is sent: creates it, or changes what is sent of the one that has its slug, or its
 * folded name when none is sent.
 * @throws Problem conflict, and all that creating and changing throw
 */
export async function saveTag(tx: Tx, changeSet: ChangeSet, input: NewTag, actor: Viewer): Promise<Saved> {
  await lockNewTags(tx, [input]);
  const known =
    input.slug === undefined
      ? await findByName(tx, input.name)
      : await findBySlug(tx, entities.tag, input.slug);
  if (!known) return tellSaved(null, await insertPublicTag(tx, changeSet, input, actor));
  const where = eq(tags.id, known.id);
  if (!(await isVisible(tx, tagList, actor, where))) throw hiddenThing('tag');
  const locked = await lockRow(tx, tags, where, 'any');
  const { slug, ...others } = input;
  const changes = slug === undefined || known.isFormer ? others : { ...others, slug };
  return tellSaved(locked.revision, await updateTag(tx, changeSet, locked, changes, actor));
}

async function findByName(tx: Tx, name: string): Promise<KnownThing | undefined> {
  const [found] = await tx
    .select({ id: tags.id })
    .from(tags)
    .where(eq(tags.foldedName, foldName(name)));
  return found && { id: found.id, isFormer: false };
}

import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { countUse, describeUse, trashCounted } from '../../access/in-use.ts';
import { operator, seesDrafts, type Viewer } from '../../access/viewer.ts';
import { foldName } from '../../content/text/fold.ts';
import { slugify } from '../../content/text/slug.ts';
import type { Db, Tx } from '../../db/driver/client.ts';
import { reviews, reviewTags, tags } from '../../db/schema/tables.ts';
import type { Audited } from '../../db/unit-of-work/audit.ts';
import { purgeShown } from '../../db/unit-of-work/idempotency-store.ts';
import { type Locked, lockRow, nextRevision, type Precondition } from '../../db/unit-of-work/lock.ts';
import { type ChangeSet, lockNames, write } from '../../db/unit-of-work/write.ts';
import { entities } from '../../entities.ts';
import { Problem } from '../../problems.ts';
import { readOne } from '../../query/run.ts';
import { deferIndexing } from '../../search/store.ts';
import { insertWithSlug } from '../../slugs/claim.ts';
import { forgetSlugs, renameEntity } from '../../slugs/history.ts';
import { type Put, putEntity, retryTaken, slugOfAddress } from '../../slugs/put.ts';
import { matchReference, SlugTaken } from '../../slugs/slugged.ts';
import { tagList } from './list.ts';
import type { NewTag, Tag, TagPatch } from './schema.ts';

/** Creates a tag, public at once. @throws Problem conflict when a tag folds to the same name, slug-taken */
export async function createTag(db: Db, input: NewTag, actor: Viewer): Promise<Tag> {
  return write(db, actor, async (tx, changeSet) => {
    await lockNewTags(tx, [input]);
    return insertPublicTag(tx, changeSet, input, actor);
  });
}

/** The same within a write that has locked its name. */
export async function insertPublicTag(
  tx: Tx,
  changeSet: ChangeSet,
  input: NewTag,
  actor: Viewer,
): Promise<Tag> {
  await claimName(tx, input.name, { slug: input.slug, actor });
  const created = await insertTag(tx, input);
  await publishTags(tx, [created.id]);
  changeSet.record('create', 'tag', null, created);
  return readTag(tx, created.id);
}

/** Inserts a tag with a locked name, not public yet. */
export async function insertTag(tx: Tx, { name, slug, description = null }: NewTag): Promise<Audited> {
  return insertWithSlug(tx, entities.tag, { requested: slug, generated: makeSlug(name) }, async (free) => {
    const [row] = await tx
      .insert(tags)
      .values({ slug: free, name, foldedName: foldName(name), description })
      .onConflictDoNothing({ target: tags.slug })
      .returning({ id: tags.id, slug: tags.slug, revision: tags.revision });
    return row;
  });
}

/** Makes tags public. */
export async function publishTags(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(tags)
    .set({ publicSince: sql`now()` })
    .where(
      // Lock ordering: by id, whatever the plan.
      sql`${tags.id} in (select id from tags where ${inArray(tags.id, ids)} and ${isNull(tags.publicSince)}
        order by id for no key update)`,
    );
}

const makeSlug = (name: string) => slugify(name, 'tag');

/**
 * Advisory locks on new names and the slugs generated from them, until the transaction ends: of concurrent writes with
 * a new tag the first creates it. One statement, sorted, since different names can have one slug. A slug's lock covers
 * its numbered variants.
 */
export const lockNewTags = (tx: Tx, created: Pick<NewTag, 'name' | 'slug'>[]) =>
  lockNames(
    tx,
    created.flatMap(({ name, slug = makeSlug(name) }) => [
      `tag ${foldName(name)}`,
      `tag slug ${slug.replace(/(-\d+)+$/, '')}`,
    ]),
  );

/**
 * Checks that a locked name is free.
 * @param claim.id of the renamed tag
 * @param claim.slug of a new tag
 * @param claim.actor a tag hidden from it is not named
 * @throws Problem conflict when another tag has the name; SlugTaken when that has the slug too
 */
async function claimName(
  tx: Tx,
  name: string,
  { id, slug, actor }: { id?: string; slug?: string | undefined; actor: Viewer },
): Promise<void> {
  const folded = foldName(name);
  const [other] = await tx
    .select({ id: tags.id, slug: tags.slug, publicSince: tags.publicSince })
    .from(tags)
    .where(eq(tags.foldedName, folded));
  if (other && other.slug === slug) throw new SlugTaken('tag', slug);
  if (other && other.id !== id) {
    const isSeen = other.publicSince !== null || seesDrafts(actor);
    const who = isSeen ? `tag "${other.slug}"` : 'tag that this key may not see';
    throw new Problem(
      'conflict',
      `${isSeen ? 'The' : 'A'} ${who} has this name already (names that fold alike are one tag).`,
      { errors: [{ pointer: '/name', detail: `is the name of ${isSeen ? 'the' : 'a'} ${who}` }] },
    );
  }
}

/** Replaces a tag (its slug stays when none is sent), or creates it under the slug of the path. */
export async function putTag(
  db: Db,
  reference: string,
  expected: Precondition,
  input: NewTag,
  actor: Viewer,
): Promise<Put<Tag>> {
  const where = matchReference(tags, reference);
  const address = { reference, where, expected, visible: tagList.visible(actor) };
  return retryTaken(entities.tag, reference, () =>
    write(db, actor, async (tx, changeSet) => {
      await lockNewTags(tx, [{ slug: reference, ...input }]);
      return putEntity(tx, entities.tag, address, {
        change: async ({ id }) =>
          updateTag(tx, changeSet, await readTag(tx, id), { description: null, ...input }, actor),
        create: async () => {
          const slug = slugOfAddress(entities.tag, reference, input.slug);
          return insertPublicTag(tx, changeSet, { ...input, slug }, actor);
        },
      });
    }),
  );
}

/** Applies a merge patch to a tag. */
export async function changeTag(
  db: Db,
  reference: string,
  expected: Precondition,
  patch: TagPatch,
  actor: Viewer,
): Promise<Tag> {
  const { name } = patch;
  return write(db, actor, async (tx, changeSet) => {
    if (name !== undefined) await lockNewTags(tx, [{ name }]);
    const { id } = await lockRow(tx, tags, matchReference(tags, reference), expected);
    return updateTag(tx, changeSet, await readTag(tx, id), patch, actor);
  });
}

/** Updates a locked tag whose next name is locked by a patch. */
export async function updateTag(
  tx: Tx,
  changeSet: ChangeSet,
  current: Tag,
  patch: TagPatch,
  actor: Viewer,
): Promise<Tag> {
  const { id, revision } = current;
  const { name = current.name, slug = current.slug, description = current.description } = patch;
  if (name === current.name && slug === current.slug && description === current.description) return current;
  const isRenamed = name !== current.name;
  if (isRenamed) await claimName(tx, name, { id, actor });
  await renameEntity(tx, entities.tag, current, slug);
  await tx
    .update(tags)
    .set({
      ...{ name, description, ...nextRevision(tags) },
      ...(isRenamed ? { foldedName: foldName(name) } : {}),
    })
    .where(and(eq(tags.id, id), eq(tags.revision, revision)));
  if (isRenamed) await indexTagged(tx, changeSet, id);
  const tag = await readTag(tx, id);
  changeSet.record('update', 'tag', current, tag);
  return tag;
}

/** Reindexes the reviews of a tag, whose lexemes include its name. */
async function indexTagged(tx: Tx, changeSet: ChangeSet, id: string): Promise<void> {
  const rows = await tx.select({ id: reviewTags.reviewId }).from(reviewTags).where(eq(reviewTags.tagId, id));
  deferIndexing(
    changeSet,
    'review',
    rows.map((review) => review.id),
  );
}

/** Deletes a tag without reviews. @throws Problem in-use with the reason */
export async function deleteTag(
  db: Db,
  reference: string,
  expected: Precondition,
  actor: Viewer,
): Promise<void> {
  await write(db, actor, (tx, changeSet) => removeTag(tx, changeSet, reference, expected, actor));
}

/** The same within a write. @returns its former state */
export async function removeTag(
  tx: Tx,
  changeSet: ChangeSet,
  reference: string,
  expected: Precondition,
  actor: Viewer,
): Promise<Locked> {
  const tag = await lockRow(tx, tags, matchReference(tags, reference), expected);
  const { id } = tag;
  const isTagged = sql`${reviews.id} in (select ${reviewTags.reviewId} from ${reviewTags} where ${reviewTags.tagId} = ${id})`;
  const used = describeUse(await countUse(tx, isTagged), actor);
  if (used !== undefined)
    throw new Problem('in-use', `The tag is on ${used}${trashCounted(actor)}: take it off them first.`);
  changeSet.record('delete', 'tag', tag, null);
  await tx.delete(tags).where(eq(tags.id, id));
  await forgetSlugs(tx, id);
  await purgeShown(tx, id);
  return tag;
}

export async function readTag(tx: Tx, id: string): Promise<Tag> {
  const tag = await readOne(tx, tagList, operator, eq(tags.id, id));
  if (!tag) throw new Error(`The tag ${id} is gone within its own transaction`);
  return tag;
}

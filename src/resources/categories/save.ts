import { and, eq } from 'drizzle-orm';
import { slugify } from '../../content/text/slug.ts';
import type { Tx } from '../../db/driver/client.ts';
import { categories } from '../../db/schema/tables.ts';
import { lockRow } from '../../db/unit-of-work/lock.ts';
import type { ChangeSet } from '../../db/unit-of-work/write.ts';
import { entities } from '../../entities.ts';
import { findBySlug, requireNone, type Saved, tellSaved, type Upsert } from '../../slugs/save.ts';
import type { Category, CategoryPatch, NewCategory } from './schema.ts';
import { insertCategory, lockTree, readCategory, updateCategory } from './store.ts';

/**
 * Upserts a category: updates the one with its id, else its slug, else the slug of its name, or inserts it.
 * @throws Problem not-found (by its id), and all that creating and changing throw
 */
export async function saveCategory(
  tx: Tx,
  changeSet: ChangeSet,
  { data: { id, ...sent }, toCreate, expected }: Upsert<CategoryPatch, NewCategory>,
): Promise<Saved> {
  await lockTree(tx);
  const slug = sent.slug ?? slugify(sent.name ?? '', 'category');
  const known = id === undefined ? await findBySlug(tx, entities.category, slug) : { id };
  if (!known) {
    requireNone(expected);
    return tellSaved(null, await insertCategory(tx, changeSet, { ...toCreate(), slug }), membersOf);
  }
  await lockRow(tx, categories, eq(categories.id, known.id), expected);
  const current = await readCategory(tx, known.id);
  const { slug: _, ...others } = sent;
  const patch = id === undefined ? others : sent;
  return tellSaved(current, await updateCategory(tx, changeSet, current, patch), membersOf);
}

/** The condition on all identifying members. Names are not unique: alone, one identifies the category whose slug it makes. */
export const matchNamedCategory = ({ id, slug, name }: { id?: string; slug?: string; name?: string }) => {
  const made = name === undefined || id !== undefined ? undefined : slugify(name, 'category');
  const ownSlug = slug ?? made;
  return and(
    id === undefined ? undefined : eq(categories.id, id),
    ownSlug === undefined ? undefined : eq(categories.slug, ownSlug),
    name === undefined ? undefined : eq(categories.name, name),
  );
};

const membersOf = ({ name, slug, parent, position, description }: Category) => ({
  ...{ name, slug, position, description },
  parent: parent?.id,
});

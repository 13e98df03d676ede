import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { lockRow } from '../../db/lock.ts';
import { categories } from '../../db/schema.ts';
import type { ChangeSet } from '../../db/write.ts';
import { entities } from '../../entities.ts';
import { findBySlug, type Saved, tellSaved } from '../../slugs/save.ts';
import { slugify } from '../../text/slug.ts';
import type { NewCategory } from './schema.ts';
import { insertCategory, lockTree, updateCategory } from './store.ts';

/**
 * Sees to it that a category is there as it is sent: creates it, or changes what is sent of the one that has its slug
 * (that which is made of its name when none is sent).
 * @throws Problem all that creating and changing throw
 */
export async function saveCategory(tx: Tx, changeSet: ChangeSet, input: NewCategory): Promise<Saved> {
  await lockTree(tx);
  const slug = input.slug ?? slugify(input.name, 'category');
  const known = await findBySlug(tx, entities.category, slug);
  if (!known) return tellSaved(null, await insertCategory(tx, changeSet, { ...input, slug }));
  const locked = await lockRow(tx, categories, eq(categories.id, known.id), 'any');
  const { slug: _, ...changes } = input;
  return tellSaved(locked.revision, await updateCategory(tx, changeSet, locked, changes));
}

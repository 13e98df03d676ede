import { requireScope, type Viewer } from '../../access/viewer.ts';
import { foldName } from '../../content/text/fold.ts';
import type { Queryable, Tx } from '../../db/driver/client.ts';
import { categories } from '../../db/schema/tables.ts';
import type { ChangeSet } from '../../db/unit-of-work/write.ts';
import { invalidBody } from '../../problems.ts';
import { insertCategory, lockTree } from './store.ts';

type Known = { id: string; slug: string; name: string; parentId: string | null };

/** All categories, to look names up in. */
export const readCategories = (tx: Queryable): Promise<Known[]> =>
  tx
    .select({
      id: categories.id,
      slug: categories.slug,
      name: categories.name,
      parentId: categories.parentId,
    })
    .from(categories)
    .execute();

/**
 * Walks the categories that names mean: an id, a slug or a name, and further ones, each in the one before it.
 * @returns the last one that there is, and the names that are left from where one is missing
 * @throws Problem invalid-body (`/category`) when a name means more than one
 */
export function walkPath(all: Known[], path: string[]): { id: string | null; missing: string[] } {
  let id: string | null = null;
  for (const [depth, name] of path.entries()) {
    const folded = foldName(name);
    const named = all.filter((one) => one.slug === name || foldName(one.name) === folded);
    const found: Known | undefined =
      depth === 0
        ? (all.find((one) => one.id === name) ?? pickOne(name, named))
        : named.find(({ parentId }) => parentId === id);
    if (!found) return { id, missing: path.slice(depth) };
    id = found.id;
  }
  return { id, missing: [] };
}

/** The one with the slug, else the one at the root, else the only one. */
function pickOne(name: string, named: Known[]): Known | undefined {
  const decided = named.find(({ slug }) => slug === name) ?? named.find(({ parentId }) => parentId === null);
  if (decided || named.length < 2) return decided ?? named[0];
  const slugs = named.map(({ slug }) => slug).join(', ');
  throw invalidBody('/category', `the category "${name}" may be any of ${slugs}: send the slug`);
}

/**
 * The id of the category that names mean.
 * @param createMissing whether those that there are not are created; takes the lock of the tree, so before any other
 * @throws Problem invalid-body (`/category`), forbidden (without `taxonomy:write`)
 */
export async function settleCategory(
  tx: Tx,
  changeSet: ChangeSet,
  category: string | string[],
  { createMissing, actor }: { createMissing: boolean; actor: Viewer },
): Promise<string | null> {
  const path = [category].flat();
  const found = walkPath(await readCategories(tx), path);
  if (found.missing.length === 0) return found.id;
  if (!createMissing) {
    const detail = `no category is known as "${found.missing[0]}": create it first, or send createMissing=true`;
    throw invalidBody('/category', detail);
  }
  requireScope(actor, 'taxonomy:write', 'Creating a category');
  await lockTree(tx);
  // Another write can have created it while this waited.
  const { id, missing } = walkPath(await readCategories(tx), path);
  let parent = id;
  for (const name of missing) parent = (await insertCategory(tx, changeSet, { name, parent })).id;
  return parent;
}

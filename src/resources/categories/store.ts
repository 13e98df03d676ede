import { and, count, eq, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { countUse, describeUse, trashCounted } from '../../access/in-use.ts';
import { operator, type Viewer } from '../../access/viewer.ts';
import { slugify } from '../../content/text/slug.ts';
import type { Db, Tx } from '../../db/driver/client.ts';
import { prepareStatement } from '../../db/driver/prepare.ts';
import { categories, reviews } from '../../db/schema/tables.ts';
import type { Actor } from '../../db/unit-of-work/audit.ts';
import { purgeShown } from '../../db/unit-of-work/idempotency-store.ts';
import { type Locked, lockRow, nextRevision, type Precondition } from '../../db/unit-of-work/lock.ts';
import { type ChangeSet, lockNames, write } from '../../db/unit-of-work/write.ts';
import { entities } from '../../entities.ts';
import { invalidBody, Problem } from '../../problems.ts';
import { readOne } from '../../query/run.ts';
import { insertWithSlug } from '../../slugs/claim.ts';
import { forgetSlugs, renameEntity } from '../../slugs/history.ts';
import { type Put, putEntity, retryTaken, slugOfAddress } from '../../slugs/put.ts';
import { matchReference } from '../../slugs/slugged.ts';
import { isUuid } from '../../validation/rules.ts';
import { categoryList } from './list.ts';
import type { Category, CategoryPatch, NewCategory } from './schema.ts';

/** The maximum depth of the tree. */
const deepest = 8;

/** An advisory lock on the tree: two concurrent moves could create a cycle that neither sees. */
export const lockTree = (tx: Tx) => lockNames(tx, ['category tree']);

interface Place {
  id: string;
  path: string;
}

/** Creates a category. @throws Problem invalid-body (`/parent`), slug-taken */
export async function createCategory(db: Db, input: NewCategory, actor: Actor): Promise<Category> {
  return write(db, actor, async (tx, changeSet) => {
    await lockTree(tx);
    return insertCategory(tx, changeSet, input);
  });
}

/** Inserts a category into the locked tree. */
export async function insertCategory(tx: Tx, changeSet: ChangeSet, input: NewCategory): Promise<Category> {
  const parent = await findParent(tx, input.parent ?? null);
  const { name, position = 0, description = null } = input;
  const slugs = { requested: input.slug, generated: slugify(name, 'category') };
  const created = await insertWithSlug(tx, entities.category, slugs, async (slug) => {
    const [row] = await tx
      .insert(categories)
      .values({ slug, name, position, description, parentId: parent?.id ?? null, path: join(parent, slug) })
      .onConflictDoNothing({ target: categories.slug })
      .returning({ id: categories.id, slug: categories.slug, revision: categories.revision });
    return row;
  });
  changeSet.record('create', 'category', null, created);
  return readCategory(tx, created.id);
}

/** The id of a review's category. @throws Problem invalid-body (`/category`) when there is none */
export async function requireCategoryId(tx: Tx, reference: string): Promise<string> {
  return requireCategory(reference, await lookUpCategory(tx, reference));
}

/** The same, undefined when there is none; locked until the end of the write. */
export async function lookUpCategory(tx: Tx, reference: string): Promise<string | undefined> {
  const hold = isUuid(reference) ? holdById : holdBySlug;
  const [found] = await hold(tx, { reference });
  return found?.id;
}

/** @throws Problem invalid-body (`/category`) when it was not found */
export function requireCategory(reference: string, found: string | undefined): string {
  if (found === undefined)
    throw invalidBody('/category', `no category is known as "${reference}": create it first`);
  return found;
}

const holdBy = (column: PgColumn) =>
  prepareStatement((db) =>
    db
      .select({ id: categories.id })
      .from(categories)
      .where(eq(column, sql.placeholder('reference')))
      .for('key share'),
  );
const holdById = holdBy(categories.id);
const holdBySlug = holdBy(categories.slug);

async function findParent(tx: Tx, reference: string | null): Promise<Place | null> {
  if (reference === null) return null;
  const [parent] = await tx
    .select({ id: categories.id, path: categories.path })
    .from(categories)
    .where(matchReference(categories, reference));
  if (!parent) throw invalidBody('/parent', `no category is known as "${reference}": create it first`);
  if (depthOf(parent.path) >= deepest)
    throw invalidBody('/parent', `is at the deepest level: a tree has at most ${deepest}`);
  return parent;
}

const join = (parent: Place | null, slug: string) => (parent ? `${parent.path}/${slug}` : slug);
const depthOf = (path: string) => path.split('/').length;

/** Replaces a category (its slug stays when none is sent), or creates it under the slug of the path. */
export async function putCategory(
  db: Db,
  reference: string,
  expected: Precondition,
  input: NewCategory,
  actor: Actor,
): Promise<Put<Category>> {
  const emptied = { parent: null, position: 0, description: null };
  const address = { reference, where: matchReference(categories, reference), expected, visible: undefined };
  return retryTaken(entities.category, reference, () =>
    write(db, actor, async (tx, changeSet) => {
      await lockTree(tx);
      return putEntity(tx, entities.category, address, {
        change: async ({ id }) =>
          updateCategory(tx, changeSet, await readCategory(tx, id), { ...emptied, ...input }),
        create: async () =>
          insertCategory(tx, changeSet, {
            ...input,
            slug: slugOfAddress(entities.category, reference, input.slug),
          }),
      });
    }),
  );
}

/** Applies a merge patch to a category; a move takes its descendants with it. */
export async function changeCategory(
  db: Db,
  reference: string,
  expected: Precondition,
  patch: CategoryPatch,
  actor: Actor,
): Promise<Category> {
  return write(db, actor, async (tx, changeSet) => {
    await lockTree(tx);
    const { id } = await lockRow(tx, categories, matchReference(categories, reference), expected);
    return updateCategory(tx, changeSet, await readCategory(tx, id), patch);
  });
}

/** Updates a locked category in the locked tree by a patch. */
export async function updateCategory(
  tx: Tx,
  changeSet: ChangeSet,
  current: Category,
  patch: CategoryPatch,
): Promise<Category> {
  const { id, revision } = current;
  const {
    name = current.name,
    slug = current.slug,
    position = current.position,
    description = current.description,
  } = patch;
  const parent = await findParent(
    tx,
    patch.parent === undefined ? (current.parent?.id ?? null) : patch.parent,
  );
  const next = { name, position, description, parentId: parent?.id ?? null };
  const path = join(parent, slug);
  if (
    path === current.path &&
    name === current.name &&
    position === current.position &&
    description === current.description
  )
    return current;
  if (parent && isWithin(parent.path, current.path)) {
    throw new Problem('conflict', 'A category cannot be put inside itself or one of its descendants.', {
      errors: [{ pointer: '/parent', detail: 'is the category itself or a descendant of it' }],
    });
  }
  await renameEntity(tx, entities.category, current, slug);
  await tx
    .update(categories)
    .set({ ...next, path, ...nextRevision(categories) })
    .where(and(eq(categories.id, id), eq(categories.revision, revision)));
  if (path !== current.path) await moveDescendants(tx, current.path, path);
  // Its ancestors, before and after the move, count its reviews.
  const above = [current.path, path].flatMap((one) => one.split('/'));
  changeSet.addFound(
    'category',
    sql`select id from categories where slug = any(${sql.param(above)}::text[])`,
  );
  const category = await readCategory(tx, id);
  changeSet.record('update', 'category', current, category);
  return category;
}

const isWithin = (path: string, ancestor: string) => path === ancestor || path.startsWith(`${ancestor}/`);

async function moveDescendants(tx: Tx, from: string, to: string): Promise<void> {
  const moved = await tx
    .update(categories)
    .set({ path: sql`${to}::text || substr(${categories.path}, length(${from}::text) + 1)` })
    .where(sql`starts_with(${categories.path}, ${`${from}/`}::text)`)
    .returning({ path: categories.path });
  if (moved.some(({ path }) => depthOf(path) > deepest)) {
    throw invalidBody('/parent', `would put descendants below level ${deepest}, the deepest there is`);
  }
}

/** Deletes an empty category. @throws Problem in-use with the reason */
export async function deleteCategory(
  db: Db,
  reference: string,
  expected: Precondition,
  actor: Viewer,
): Promise<void> {
  await write(db, actor, (tx, changeSet) => removeCategory(tx, changeSet, reference, expected, actor));
}

/** The same within a write. @returns its former state */
export async function removeCategory(
  tx: Tx,
  changeSet: ChangeSet,
  reference: string,
  expected: Precondition,
  actor: Viewer,
): Promise<Locked> {
  await lockTree(tx);
  const category = await lockRow(tx, categories, matchReference(categories, reference), expected);
  const { id } = category;
  const held = describeUse(await countUse(tx, eq(reviews.categoryId, id)), actor);
  const [below] = await tx
    .select({ categories: count() })
    .from(categories)
    .where(eq(categories.parentId, id));
  if (held !== undefined || below?.categories) {
    const used = `${held ?? '0 reviews'} and ${below?.categories ?? 0} categories${trashCounted(actor)}`;
    throw new Problem('in-use', `The category holds ${used}: move them first.`);
  }
  changeSet.record('delete', 'category', category, null);
  await tx.delete(categories).where(eq(categories.id, id));
  await forgetSlugs(tx, id);
  await purgeShown(tx, id);
  return category;
}

export async function readCategory(tx: Tx, id: string): Promise<Category> {
  const category = await readOne(tx, categoryList, operator, eq(categories.id, id));
  if (!category) throw new Error(`The category ${id} is gone within its own transaction`);
  return category;
}

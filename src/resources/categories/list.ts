import { type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Viewer } from '../../access/viewer.ts';
import { categories, reviews } from '../../db/schema/tables.ts';
import { namedFilters } from '../../query/references.ts';
import type { ListSpec } from '../../query/spec.ts';
import { matchReference } from '../../slugs/slugged.ts';
import type { Category } from './schema.ts';

const parents = alias(categories, 'parents');
const descendants = alias(categories, 'descendants');

/** The ids of a category and its descendants (recursive CTE); `of` selects the category. */
export function subtreeIds(of: SQL): SQL {
  return sql`(select ${descendants.id} from ${categories} join ${categories} descendants
    on ${descendants.path} = ${categories.path} or starts_with(${descendants.path}, ${categories.path} || '/') where ${of})`;
}

/** The ids of the referenced categories and their descendants. */
export function subtreesOf(references: string[]): SQL {
  return subtreeIds(
    sql`(${sql.join(
      references.map((reference) => matchReference(categories, reference)),
      sql` or `,
    )})`,
  );
}

/** The ids of a category and its ancestors. */
export function ancestorIds(id: string): SQL {
  return sql`select above.id from categories own
    join categories above on above.slug = any(string_to_array(own.path, '/')) where own.id = ${id}`;
}

export const categoryList: ListSpec<Category, Viewer> = {
  name: 'categories',
  kind: 'category',
  table: categories,
  id: categories.id,
  countsMany: true,
  columns: {
    id: categories.id,
    slug: categories.slug,
    name: categories.name,
    position: categories.position,
    description: categories.description,
    parent: sql`(select json_build_object('id', ${parents.id}, 'slug', ${parents.slug}, 'name', ${parents.name})
      from ${categories} parents where ${parents.id} = ${categories.parentId})`,
    path: categories.path,
    reviewCount: sql`(select count(*)::integer from ${reviews} where ${reviews.status} = 'published' and ${reviews.categoryId} in
      (select ${descendants.id} from ${categories} descendants
        where ${descendants.path} = ${categories.path} or starts_with(${descendants.path}, ${categories.path} || '/')))`,
    createdAt: categories.createdAt,
    updatedAt: categories.updatedAt,
    revision: categories.revision,
  },
  visible: () => undefined,
  sorts: {
    position: [
      { sql: sql`${categories.position}`, cast: 'integer' },
      { sql: sql`${categories.name}`, cast: 'text', collate: 'und-x-icu' },
    ],
    name: [{ sql: sql`${categories.name}`, cast: 'text', collate: 'und-x-icu' }],
  },
  defaultSort: 'position',
  filters: namedFilters(categories, 'categories'),
};

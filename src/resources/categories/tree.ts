import { sql } from 'drizzle-orm';
import { type TSchema, Type } from 'typebox';
import type { Viewer } from '../../access/viewer.ts';
import type { Queryable } from '../../db/driver/client.ts';
import { Problem } from '../../problems.ts';
import { type ListQuery, listQuery } from '../../query/query.ts';
import { type Ranked, readRanked } from '../../query/ranked.ts';
import { type ListPage, runList } from '../../query/run.ts';
import { closed } from '../../wire.ts';
import { categoryList } from './list.ts';
import type { Category } from './schema.ts';

/** The most categories of a tree, which is answered as a whole. */
const mostCategories = 10_000;

const listParameters = listQuery(categoryList) as unknown as { properties: Record<string, TSchema> };

export type CategoriesQuery = ListQuery & { tree?: boolean };

/** The query of the list, with `tree`. */
export const categoriesQuery = Type.Unsafe<CategoriesQuery>(
  closed({
    ...listParameters.properties,
    tree: Type.Optional(
      Type.Boolean({
        default: false,
        description: 'Whether to answer the whole tree: no other parameter goes with it.',
      }),
    ),
  }),
);

/** The categories as a list or a tree. @throws Problem invalid-parameter for a tree with filters or paging */
export async function listCategories(
  db: Queryable,
  { tree, ...query }: CategoriesQuery,
  viewer: Viewer,
): Promise<ListPage<Category>> {
  if (!tree) return runList(db, categoryList, query, viewer);
  const others = Object.keys(query);
  if (others.length > 0) {
    const errors = others.map((parameter) => ({ parameter, detail: 'cannot be combined with `tree=true`' }));
    throw new Problem('invalid-parameter', undefined, { errors });
  }
  return {
    ...(await readTree(db, viewer)),
    page: { limit: 100, next: null, previous: null, total: null },
  };
}

/** The root categories in order, each with its sorted children; one statement. */
async function readTree(db: Queryable, viewer: Viewer): Promise<Ranked<Category>> {
  const placed = sql`
    select id, row_number() over (order by position, name collate "und-x-icu", id) as place from categories`;
  const all = await readRanked(db, categoryList, viewer, placed, mostCategories);
  const nodes = new Map(
    all.data.map((category) => [category.id, { ...category, children: [] as Category[] }]),
  );
  const roots: Category[] = [];
  for (const node of nodes.values()) {
    const siblings = node.parent ? nodes.get(node.parent.id)?.children : roots;
    siblings?.push(node);
  }
  return { ...all, data: roots };
}

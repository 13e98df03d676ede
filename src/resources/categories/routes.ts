import { Type } from 'typebox';
import { closed } from '../../wire.ts';
import { defineResource } from '../define-resource.ts';
import { categoryList } from './list.ts';
import {
  Category,
  CategoryFields,
  CategoryFieldsPage,
  CategoryPage,
  CategoryPatch,
  NewCategory,
} from './schema.ts';
import { changeCategory, createCategory, deleteCategory, putCategory } from './store.ts';
import { type CategoriesQuery, categoriesQuery, listCategories } from './tree.ts';

const conflicts = ['slug-taken', 'conflict'] as const;
const examples = { params: { category: 'preference-optimization' } };

export const categoryRoutes = defineResource({
  kind: 'category',
  params: closed({
    category: Type.String({
      'x-rule': 'reference',
      description: 'The id or slug of the category.',
      examples: ['language-models'],
    }),
  }),
  list: categoryList,
  schemas: {
    ...{ whole: Category, page: CategoryPage, fieldsPage: CategoryFieldsPage },
    ...{ input: NewCategory, patch: CategoryPatch },
  },
  listing: {
    description:
      'The categories of all levels; with `tree=true` those at the root, each with its children, all in one answer.',
    query: categoriesQuery,
    // A tree refuses the parameters of lists, even with default values.
    literalQuery: true,
  },
  readPage: ({ server, query, viewer }) => listCategories(server.db, query as CategoriesQuery, viewer),
  read: { fields: CategoryFields },
  create: { conflicts: ['slug-taken'], run: createCategory },
  replace: { conflicts, examples, run: putCategory },
  change: { conflicts, examples, run: changeCategory },
  remove: {
    description: 'Only a category that holds no reviews and no categories.',
    ...{ conflicts: ['in-use'], examples, run: deleteCategory },
  },
});

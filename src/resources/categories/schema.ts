import { type Static, Type } from 'typebox';
import {
  CreatedAt,
  closed,
  fieldsOf,
  Line,
  nullable,
  pageOf,
  part,
  Revision,
  Slug,
  UpdatedAt,
  Uuid,
} from '../../wire.ts';

const CategoryName = Line(200, { description: 'The name as shown.', examples: ['논문 리뷰'] });
const CategorySlug = (more: object = {}) => Slug({ examples: ['논문-리뷰'], ...more });
const Position = Type.Integer({
  minimum: -1_000_000,
  maximum: 1_000_000,
  description: 'Where it stands among the others; smaller comes first.',
  examples: [0],
});
const Description = Type.String({
  maxLength: 2000,
  description: 'What the category holds.',
  examples: ['Reviews of papers, newest first.'],
});

/** A reference to a category in what is sent. */
export const CategoryReference = Type.String(
  part('CategoryReference', {
    minLength: 1,
    maxLength: 200,
    'x-rule': 'reference',
    description: 'The id or slug of a category, which must exist.',
    examples: ['논문-리뷰'],
  }),
);

export const Category = closed(
  {
    id: Uuid(),
    slug: CategorySlug(),
    name: CategoryName,
    position: Position,
    description: nullable(Description),
    parent: nullable(closed({ id: Uuid(), slug: CategorySlug(), name: CategoryName }), {
      description: 'The category that it is in; null at the root.',
      examples: [null],
    }),
    path: Type.String({ description: 'The slugs from the root, joined by `/`.', examples: ['논문-리뷰'] }),
    reviewCount: Type.Integer({
      minimum: 0,
      description: 'How many published reviews it and its descendants hold.',
      examples: [449],
    }),
    createdAt: CreatedAt,
    updatedAt: UpdatedAt,
    revision: Revision,
    children: Type.Optional(
      Type.Array(Type.Unsafe<object>({ $ref: 'Category#' }), {
        description: 'The categories in it, in their order. There only when `tree=true` asked for it.',
      }),
    ),
  },
  { $id: 'Category', description: 'A node of a tree; a review is in at most one.' },
);

export const CategoryPage = pageOf(Category, 'CategoryPage', 'The categories of this page.');
export const CategoryFields = fieldsOf(Category, 'CategoryFields');
export const CategoryFieldsPage = pageOf(
  CategoryFields,
  'CategoryFieldsPage',
  'The categories of this page.',
);

export const NewCategory = closed(
  {
    name: CategoryName,
    slug: Type.Optional(
      CategorySlug({
        description: 'Made of the name when none is sent.',
        examples: ['preference-optimization'],
      }),
    ),
    parent: Type.Optional(
      nullable(CategoryReference, {
        description: 'The id or slug of the category that it is in; none at the root.',
        examples: [null],
      }),
    ),
    position: Type.Optional(Position),
    description: Type.Optional(nullable(Description)),
  },
  {
    $id: 'NewCategory',
    examples: [{ name: 'Preference optimization', slug: 'preference-optimization', position: 1 }],
  },
);

export const CategoryPatch = closed(Type.Partial(NewCategory).properties, {
  $id: 'CategoryPatch',
  description: 'A JSON merge patch (RFC 7396): only what is sent changes, null empties.',
  examples: [{ position: 2 }],
});

export type Category = Static<typeof Category>;
export type NewCategory = Static<typeof NewCategory>;
export type CategoryPatch = Static<typeof CategoryPatch>;

/** The named components of the OpenAPI document. */
export const categoryComponents = [
  Category,
  CategoryPage,
  CategoryFields,
  CategoryFieldsPage,
  NewCategory,
  CategoryPatch,
];

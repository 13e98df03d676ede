import { type TSchema, Type } from 'typebox';
import { closed, Line, ref, Slug, Uuid } from '../../../wire.ts';
import { CategoryReference } from '../../categories/schema.ts';
import { PaperPatch, PaperReference, ReviewedPaperReference } from '../../papers/schema.ts';
import { ReviewTitle, Source } from '../members.ts';

/** What an item of a batch says of a review in other ways than a POST does. */
export const reviewItemMembers = {
  paper: Type.Optional(
    Type.Unsafe<string | PaperPatch>({
      anyOf: [ReviewedPaperReference, ref(PaperPatch) as TSchema],
      description:
        'The paper: a reference to one that is here, or what is said of it. Without a title that is the paper that the review has, or a new one with the title of the review.',
    }),
  ),
  category: Type.Optional(
    Type.Unsafe<string | string[] | null>({
      anyOf: [
        CategoryReference,
        Type.Array(Line(200), {
          minItems: 1,
          maxItems: 8,
        }),
        Type.Null(),
      ],
      description:
        'The id or slug of a category, or the slugs or names from the root to it; null for none. What is missing is created with `createMissing`.',
      examples: [['Paper reviews', 'Language models']],
    }),
  ),
};

/** By what one review is looked for. */
export const ReviewFind = closed(
  {
    id: Type.Optional(Uuid()),
    source: Type.Optional(Source),
    slug: Type.Optional(Slug()),
    title: Type.Optional(ReviewTitle),
    paper: Type.Optional(PaperReference),
  },
  {
    $id: 'ReviewFind',
    description: 'The review that has all of these; one of `id`, `source` and `slug` is needed.',
    examples: [{ source: 'notes/kto.md' }],
  },
);

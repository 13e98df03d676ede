import { type Static, Type } from 'typebox';
import {
  CreatedAt,
  closed,
  fieldsOf,
  nullable,
  pageOf,
  part,
  ReviewCount,
  Revision,
  Slug,
  UpdatedAt,
  Uuid,
} from '../../wire.ts';

const Description = Type.String({
  maxLength: 2000,
  description: 'What the tag is about.',
  examples: ['Papers on text embeddings.'],
});

/** The name of a tag, also in the input of a review. */
export const TagName = Type.String({
  ...part('TagName', {
    description: 'The label as shown. Names that fold alike (NFKC, lower case) are one tag.',
    examples: ['embedding'],
  }),
  minLength: 1,
  maxLength: 200,
  'x-rule': 'name',
});

export const Tag = closed(
  {
    id: Uuid(),
    slug: Slug({ examples: ['embedding'] }),
    name: TagName,
    description: nullable(Description),
    reviewCount: ReviewCount,
    createdAt: CreatedAt,
    updatedAt: UpdatedAt,
    revision: Revision,
  },
  { $id: 'Tag', description: 'A flat label; a review has many.' },
);

export const TagPage = pageOf(Tag, 'TagPage', 'The tags of this page.');
export const TagFields = fieldsOf(Tag, 'TagFields');
export const TagFieldsPage = pageOf(TagFields, 'TagFieldsPage', 'The tags of this page.');

export const NewTag = closed(
  {
    name: TagName,
    slug: Type.Optional(
      Slug({ description: 'Made of the name when none is sent.', examples: ['reward-model'] }),
    ),
    description: Type.Optional(nullable(Description)),
  },
  { $id: 'NewTag', examples: [{ name: 'reward model' }] },
);

export const TagPatch = closed(Type.Partial(NewTag).properties, {
  $id: 'TagPatch',
  description: 'A JSON merge patch (RFC 7396): only what is sent changes, null empties.',
  examples: [{ description: 'Models that score the answers of others.' }],
});

export type Tag = Static<typeof Tag>;
export type NewTag = Static<typeof NewTag>;
export type TagPatch = Static<typeof TagPatch>;

/** The named components of the OpenAPI document. */
export const tagComponents = [Tag, TagPage, TagFields, TagFieldsPage, NewTag, TagPatch];

import { type Static, Type } from 'typebox';
import { CreatedAt, closed, Language, nullable, Revision, Slug, UpdatedAt } from '../../../wire.ts';
import { CategoryReference } from '../../categories/schema.ts';
import { PaperReference, ReviewedPaperReference } from '../../papers/schema.ts';
import { TagName } from '../../tags/schema.ts';
import { Body, CoverId, ReviewTitle, Summary, VersionNumber } from '../members.ts';

/** The members of a working copy. */
export const draftMembers = {
  paper: PaperReference,
  title: ReviewTitle,
  slug: Slug({ description: 'The slug that the review will have.' }),
  summary: nullable(Summary),
  body: Body,
  language: Language(),
  category: nullable(CategoryReference, { examples: ['language-models'] }),
  tags: Type.Array(TagName, {
    maxItems: 50,
    description: 'The names of its tags.',
    examples: [['embedding', 'LLM']],
  }),
  reviewedVersion: nullable(VersionNumber),
  cover: nullable(CoverId, { examples: [null] }),
};

export const ReviewDraft = closed(
  {
    ...draftMembers,
    baseRevision: Type.Integer({
      description: 'The revision of the review that it was started from.',
      examples: [3],
    }),
    createdAt: CreatedAt,
    updatedAt: UpdatedAt,
    revision: Revision,
  },
  {
    $id: 'ReviewDraft',
    description: 'The working copy of a published review: edits that the public does not see yet.',
  },
);

export const NewReviewDraft = closed(
  {
    ...draftMembers,
    paper: ReviewedPaperReference,
    title: Type.Optional(draftMembers.title),
    slug: Type.Optional(draftMembers.slug),
    summary: Type.Optional(draftMembers.summary),
    category: Type.Optional(draftMembers.category),
    tags: Type.Optional(draftMembers.tags),
    reviewedVersion: Type.Optional(draftMembers.reviewedVersion),
    cover: Type.Optional(draftMembers.cover),
  },
  {
    $id: 'NewReviewDraft',
    examples: [
      { paper: 'arxiv:2405.17428', title: 'NV-Embed, read again', body: 'Rewritten.', language: 'en' },
    ],
  },
);

export const ReviewDraftPatch = closed(Type.Partial(NewReviewDraft).properties, {
  $id: 'ReviewDraftPatch',
  description:
    'A JSON merge patch (RFC 7396): only what is sent changes, null empties, a list is replaced as a whole.',
  examples: [{ body: 'Rewritten.' }],
});

export type ReviewDraft = Static<typeof ReviewDraft>;
export type NewReviewDraft = Static<typeof NewReviewDraft>;
export type ReviewDraftPatch = Static<typeof ReviewDraftPatch>;

/** The named components of the OpenAPI document. */
export const draftComponents = [ReviewDraft, NewReviewDraft, ReviewDraftPatch];

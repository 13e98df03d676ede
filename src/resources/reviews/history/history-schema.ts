import { type Static, type TSchema, Type } from 'typebox';
import { reviewStatuses } from '../../../db/schema/tables.ts';
import {
  anythingKey,
  closed,
  fieldsOf,
  nullable,
  oneOf,
  pageOf,
  Revision,
  Timestamp,
  Uuid,
} from '../../../wire.ts';
import { AuditActionSchema, Author } from '../../audit/schema.ts';
import { draftMembers } from '../drafts/draft-schema.ts';
import { ChangeMessage, Source } from '../members.ts';
import { reviewParams } from '../schema.ts';

const text = (description: string, example: string) => Type.String({ description, examples: [example] });

const summaryMembers = {
  revision: Revision,
  at: Timestamp({ description: 'When the review came to this state.' }),
  action: AuditActionSchema,
  message: nullable(ChangeMessage),
  by: Author,
  title: text('The title then.', 'NV-Embed, read closely'),
  status: oneOf(reviewStatuses, { description: 'The status then.', examples: ['published'] }),
};

export const RevisionSummary = closed(summaryMembers, {
  $id: 'RevisionSummary',
  description: 'A state that a review was in.',
});

const { paper: _, category: __, slug, ...contentMembers } = draftMembers;
const content = {
  ...contentMembers,
  slug: { ...slug, description: 'The slug then.' } as typeof slug,
  paper: closed(
    { id: Uuid(), title: text('Its title then.', 'NV-Embed') },
    { description: 'The paper that it was about; it may be gone since.' },
  ),
  category: nullable(closed({ id: Uuid(), name: text('Its name then.', 'Language models') }), {
    description: 'The category that it was in; it may be gone since.',
  }),
  publishedAt: nullable(Timestamp(), { description: 'When it was published, or was to be; null before.' }),
  source: nullable(Source),
};

const anything = (description: string) => ({ description, [anythingKey]: true }) as unknown as TSchema;

export const ReviewRevision = closed(
  {
    ...summaryMembers,
    ...content,
    comparison: Type.Optional(
      closed(
        {
          against: Type.Integer({
            description: 'The revision that this one is compared with.',
            examples: [1],
          }),
          fields: Type.Array(
            closed({
              field: oneOf([...Object.keys(content), 'status'].filter((name) => name !== 'body')),
              before: anything('What it was in the other revision.'),
              after: anything('What it is in this one.'),
            }),
            { description: 'What differs, but for the body.' },
          ),
          body: nullable(Type.String(), {
            description:
              'How the body differs, as a unified diff from the other revision to this one; null when it is the same.',
            examples: ['@@ -1,1 +1,1 @@\n-Read once.\n+Read twice.\n'],
          }),
        },
        { description: 'There only when `against` asked for it.' },
      ),
    ),
  },
  { $id: 'ReviewRevision', description: 'A state that a review was in, with everything.' },
);

const Content = closed({ ...content, status: summaryMembers.status });

export const RevisionPage = pageOf(RevisionSummary, 'RevisionPage', 'The revisions of this page.');
export const RevisionFields = fieldsOf(RevisionSummary, 'RevisionFields');
export const RevisionFieldsPage = pageOf(RevisionFields, 'RevisionFieldsPage', 'The revisions of this page.');

export type RevisionSummary = Static<typeof RevisionSummary>;
export type RevisionContent = Static<typeof Content>;
export type ReviewRevision = Static<typeof ReviewRevision>;

/** The path parameters of a revision. */
export const revisionParams = closed({
  ...reviewParams.properties,
  revision: Type.Integer({
    minimum: 1,
    maximum: 2_147_483_647,
    description: 'The number of the revision.',
    examples: [1],
  }),
});

/** The named components of the OpenAPI document. */
export const historyComponents = [
  RevisionSummary,
  RevisionPage,
  RevisionFields,
  RevisionFieldsPage,
  ReviewRevision,
];

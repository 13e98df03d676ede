import { type Static, Type } from 'typebox';
import { previewed } from '../../../db/schema/preview.ts';
import { CreatedAt, closed, fieldsOf, oneOf, pageOf, Timestamp, Uuid } from '../../../wire.ts';
import { reviewParams } from '../schema.ts';

const day = 86_400;
/** The default lifetime of a link, in seconds. */
export const defaultLifetime = 7 * day;
const longestLife = 90 * day;

const members = {
  id: Uuid(),
  of: oneOf(previewed, {
    description: 'What it shows: the review as it stands (`current`), or its working copy (`draft`).',
    examples: ['current'],
  }),
  createdAt: CreatedAt,
  expiresAt: Timestamp({
    description: 'When it stops working.',
    examples: ['2024-06-10T09:00:00.000Z'],
  }),
};

export const PreviewLink = closed(members, {
  $id: 'PreviewLink',
  description: 'An address that shows one review to whoever has it, without the address.',
});

export const CreatedPreviewLink = closed(
  {
    ...members,
    url: Type.String({
      description: 'The address, shown this once: of its token only the SHA-256 is kept.',
      examples: ['https://api.example.org/v1/previews/018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10?token=pvw_…'],
    }),
  },
  { $id: 'CreatedPreviewLink', description: 'A new preview link, with its address.' },
);

export const NewPreviewLink = closed(
  {
    expiresIn: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: longestLife,
        default: defaultLifetime,
        description: 'How long it works, in seconds: a week when nothing is sent, 90 days at most.',
        examples: [3 * day],
      }),
    ),
  },
  { $id: 'NewPreviewLink', examples: [{ expiresIn: 3 * day }] },
);

export const PreviewLinkPage = pageOf(PreviewLink, 'PreviewLinkPage', 'The links of this page.');
export const PreviewLinkFields = fieldsOf(PreviewLink, 'PreviewLinkFields');
export const PreviewLinkFieldsPage = pageOf(
  PreviewLinkFields,
  'PreviewLinkFieldsPage',
  'The links of this page.',
);

export type PreviewLink = Static<typeof PreviewLink>;
export type CreatedPreviewLink = Static<typeof CreatedPreviewLink>;
export type NewPreviewLink = Static<typeof NewPreviewLink>;

/** The path parameters of a link. */
export const previewLinkParams = closed({
  ...reviewParams.properties,
  link: Type.String({
    description: 'The id of the link.',
    examples: ['018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10'],
  }),
});

/** The named components of the OpenAPI document. */
export const previewComponents = [
  PreviewLink,
  CreatedPreviewLink,
  NewPreviewLink,
  PreviewLinkPage,
  PreviewLinkFields,
  PreviewLinkFieldsPage,
];

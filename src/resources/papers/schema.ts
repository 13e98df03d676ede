import { type Static, Type } from 'typebox';
import { linkKinds } from '../../db/schema/link-kinds.ts';
import { paperStatuses } from '../../db/schema/tables.ts';
import {
  CreatedAt,
  closed,
  fieldsOf,
  Highlight,
  JsonLd,
  Line,
  nullable,
  oneOf,
  PlainDate,
  pageOf,
  part,
  ReviewCount,
  Revision,
  Slug,
  UpdatedAt,
  Url,
  Uuid,
} from '../../wire.ts';
import { mapSchemes } from './identifier-schema.ts';

const PaperTitle = Line(
  500,
  part('PaperTitle', {
    description: 'The title as printed.',
    examples: ['NV-Embed: Improved Techniques for Training LLMs as Generalist Embedding Models'],
  }),
);
const Acronym = Line(
  200,
  part('Acronym', { description: 'The short name of the method or model.', examples: ['NV-Embed'] }),
);
const Abstract = Type.String(
  part('Abstract', {
    maxLength: 20_000,
    description: 'The abstract, plain text or Markdown.',
    examples: ['We train decoder-only models to embed text.'],
  }),
);
const Venue = Line(200, part('Venue', { description: 'Where it was published.', examples: ['ICLR 2025'] }));
const PrimaryClass = Type.String(
  part('PrimaryClass', {
    maxLength: 30,
    pattern: '^[a-z]+(-[a-z]+)*(\\.[A-Za-z]+(-[A-Za-z]+)*)?$',
    description: 'The primary class of the paper at arXiv, for its citation.',
    examples: ['cs.CL'],
  }),
);
const PaperAuthor = closed(
  {
    name: Line(200, { description: 'The name as printed.', examples: ['Chankyu Lee'] }),
    orcid: nullable(
      Type.String({
        maxLength: 100,
        'x-rule': 'orcid',
        description: 'The ORCID iD, with a right check digit.',
        examples: ['0000-0002-1825-0097'],
      }),
    ),
  },
  part('PaperAuthor'),
);
const PaperVersion = closed(
  {
    number: Type.Integer({
      minimum: 1,
      maximum: 1000,
      description: 'The number of the version, as in arXiv v1.',
      examples: [1],
    }),
    releasedOn: nullable(PlainDate({ description: 'The day it came out.' })),
  },
  part('PaperVersion'),
);
const PaperLink = closed(
  {
    kind: oneOf(linkKinds, part('LinkKind', { description: 'What the link leads to.', examples: ['arxiv'] })),
    label: Line(200, { description: 'The words of the link.', examples: ['arXiv'] }),
    url: nullable(Url(), {
      description: 'An absolute http or https address; null when it is not known.',
      examples: ['https://arxiv.org/abs/2405.17428'],
    }),
  },
  part('PaperLink'),
);

const NewAuthor = closed(
  { ...PaperAuthor.properties, orcid: Type.Optional(PaperAuthor.properties.orcid) },
  part('NewPaperAuthor'),
);
const NewVersion = closed(
  {
    ...PaperVersion.properties,
    releasedOn: Type.Optional(PaperVersion.properties.releasedOn),
  },
  part('SentPaperVersion'),
);
const NewLink = closed(
  { ...PaperLink.properties, url: Type.Optional(PaperLink.properties.url) },
  part('NewPaperLink'),
);

/** A reference to a paper in paths, filters and bodies. */
export const PaperReference = Type.String(
  part('PaperReference', {
    minLength: 1,
    maxLength: 500,
    'x-rule': 'paperReference',
    description:
      'An id, a slug, or an identifier of the paper in any usual spelling, such as `arxiv:2405.17428` or `doi:10.…`.',
    examples: ['arxiv:2405.17428'],
  }),
);

/** A reference to the paper of a review, whose version is the one that was read. */
export const ReviewedPaperReference = Type.String(
  part('ReviewedPaperReference', {
    minLength: 1,
    maxLength: 500,
    'x-rule': 'reviewedPaper',
    description:
      'An id, a slug, or an identifier in any usual spelling; the version of `arxiv:2405.17428v2` is the one that was read.',
    examples: ['arxiv:2405.17428'],
  }),
);

const paperMembers = {
  id: Uuid(),
  slug: Slug(),
  title: PaperTitle,
  acronym: nullable(Acronym),
  abstract: nullable(Abstract),
  venue: nullable(Venue),
  publishedOn: nullable(PlainDate({ description: 'The day it was first published.' })),
  primaryClass: nullable(PrimaryClass),
  status: oneOf(
    paperStatuses,
    part('PaperStatus', { description: 'Whether the paper still stands.', examples: ['active'] }),
  ),
  identifiers: closed(
    mapSchemes((member) => nullable(member)),
    part('PaperIdentifiers', { description: 'The identifiers of the paper, every scheme always there.' }),
  ),
  authors: Type.Array(PaperAuthor, { description: 'The authors in printed order.' }),
  versions: Type.Array(PaperVersion, { description: 'The versions, oldest first.' }),
  links: Type.Array(PaperLink, { description: 'The links in their order.' }),
  latestVersion: nullable(PaperVersion, { description: 'The newest version; null when none is known.' }),
  reviewCount: ReviewCount,
  createdAt: CreatedAt,
  updatedAt: UpdatedAt,
  revision: Revision,
};

export const PaperSummary = closed(
  { ...paperMembers, highlight: Type.Optional(Highlight) },
  { $id: 'PaperSummary', description: 'A paper as lists show it.' },
);

/** The most reviews within a paper; the list of reviews has all. */
export const mostShownReviews = 100;

export const Paper = closed(
  {
    ...paperMembers,
    reviews: Type.Array(
      closed(
        {
          id: Uuid(),
          slug: Slug(),
          title: Type.String({ examples: ['NV-Embed: 범용 임베딩 모델로서의 LLM'] }),
          summary: nullable(Type.String(), { examples: [null] }),
          language: Type.String({ examples: ['ko'] }),
          publishedAt: Type.String({ format: 'date-time', examples: ['2024-06-03T09:00:00.000Z'] }),
          reviewedVersion: nullable(Type.Integer(), {
            description: 'The number of the version that it read.',
            examples: [1],
          }),
        },
        part('ReviewOfPaper'),
      ),
      { description: `Its published reviews, newest first, at most ${mostShownReviews}.` },
    ),
    jsonld: Type.Optional(JsonLd),
  },
  { $id: 'Paper', description: 'The work that is reviewed.' },
);

export const paperFacets = ['tag', 'year', 'venue'] as const;
export const PaperPage = pageOf(PaperSummary, 'PaperPage', 'The papers of this page.', [...paperFacets]);
export const PaperFields = fieldsOf(Paper, 'PaperFields');
export const PaperSummaryFields = fieldsOf(PaperSummary, 'PaperSummaryFields');
export const PaperFieldsPage = pageOf(PaperSummaryFields, 'PaperFieldsPage', 'The papers of this page.', [
  ...paperFacets,
]);

export const NewPaper = closed(
  {
    title: PaperTitle,
    slug: Type.Optional(Slug({ description: 'Made of the acronym or the title when none is sent.' })),
    acronym: Type.Optional(nullable(Acronym)),
    abstract: Type.Optional(nullable(Abstract)),
    venue: Type.Optional(nullable(Venue)),
    publishedOn: Type.Optional(nullable(PlainDate({ description: 'The day it was first published.' }))),
    primaryClass: Type.Optional(nullable(PrimaryClass)),
    identifiers: Type.Optional(
      closed(
        mapSchemes((member) => Type.Optional(nullable(member))),
        part('NewPaperIdentifiers'),
      ),
    ),
    authors: Type.Optional(
      Type.Array(NewAuthor, { maxItems: 5000, description: 'The authors in printed order.' }),
    ),
    versions: Type.Optional(
      Type.Array(NewVersion, { maxItems: 100, description: 'The versions; each number once.' }),
    ),
    links: Type.Optional(Type.Array(NewLink, { maxItems: 100, description: 'The links in their order.' })),
  },
  {
    $id: 'NewPaper',
    examples: [
      {
        title: 'ORPO: Monolithic Preference Optimization without Reference Model',
        acronym: 'ORPO',
        identifiers: { arxiv: '2403.07691' },
        versions: [{ number: 1, releasedOn: '2024-03-12' }],
        links: [{ kind: 'arxiv', label: 'arXiv', url: 'https://arxiv.org/abs/2403.07691' }],
      },
    ],
  },
);

export const PaperPatch = closed(Type.Partial(NewPaper).properties, {
  $id: 'PaperPatch',
  description:
    'A JSON merge patch (RFC 7396): only what is sent changes, null empties, a list is replaced as a whole.',
  examples: [{ venue: 'EMNLP 2024' }],
});

export const NewPaperVersion = closed(NewVersion.properties, {
  $id: 'NewPaperVersion',
  examples: [{ number: 2, releasedOn: '2024-03-14' }],
});

export const MergePaper = closed(
  { into: PaperReference },
  {
    $id: 'MergePaper',
    description: 'The paper that stays.',
    examples: [{ into: 'arxiv:2405.17428' }],
  },
);

export type Paper = Static<typeof Paper>;
export type PaperSummary = Static<typeof PaperSummary>;
export type NewPaper = Static<typeof NewPaper>;
export type PaperPatch = Static<typeof PaperPatch>;
export type NewPaperVersion = Static<typeof NewPaperVersion>;

/** The path parameters of a paper. */
export const paperParams = closed({ paper: PaperReference });

/** The named components of the OpenAPI document. */
export const paperComponents = [
  PaperSummary,
  PaperSummaryFields,
  Paper,
  PaperPage,
  PaperFields,
  PaperFieldsPage,
  NewPaper,
  PaperPatch,
  NewPaperVersion,
  MergePaper,
];

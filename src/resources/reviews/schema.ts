import { type Static, type TSchema, Type } from 'typebox';
import {
  CreatedAt,
  closed,
  fieldsOf,
  Highlight,
  JsonLd,
  Language,
  LeftOut,
  Line,
  nullable,
  oneOf,
  PlainDate,
  pageOf,
  part,
  Revision,
  ref,
  Slug,
  Timestamp,
  UpdatedAt,
  Uuid,
} from '../../wire.ts';
import { CategoryReference } from '../categories/schema.ts';
import { NewPaper, Paper, ReviewedPaperReference } from '../papers/schema.ts';
import { TagName } from '../tags/schema.ts';
import {
  Body,
  ChangeMessage,
  CoverId,
  neighbour,
  ReviewTitle,
  SentVersion,
  Source,
  Status,
  Summary,
  VersionNumber,
} from './members.ts';
import { PlainText, renderedDetail, renderedSummary } from './rendering/rendering-schema.ts';

const paperMembers = {
  id: Uuid(),
  slug: Slug(),
  title: Type.String({
    examples: ['NV-Embed: Improved Techniques for Training LLMs as Generalist Embedding Models'],
  }),
  acronym: nullable(Type.String(), { examples: ['NV-Embed'] }),
  arxiv: nullable(Type.String(), { description: 'Its arXiv identifier.', examples: ['2405.17428'] }),
  status: Paper.properties.status,
};

const summaryMembers = {
  id: Uuid(),
  slug: Slug(),
  title: ReviewTitle,
  summary: nullable(Summary),
  language: Language(),
  status: Status,
  publishedAt: nullable(Timestamp(), {
    description: 'When it was published, or will be when it is scheduled; null before.',
  }),
  updatedAt: UpdatedAt,
  revision: Revision,
  ...renderedSummary,
  reviewedVersion: nullable(
    closed({ number: VersionNumber, releasedOn: nullable(PlainDate()) }, part('ReviewedVersion')),
    {
      description: 'The version of the paper that the review read; null when it is not known.',
      examples: [{ number: 1, releasedOn: '2024-05-27' }],
    },
  ),
  outdated: Type.Boolean({
    description: 'Whether the paper has a newer version than the one reviewed.',
    examples: [false],
  }),
  paper: closed(paperMembers, part('ReviewedPaper', { description: 'The paper that it is about.' })),
  category: nullable(
    closed(
      {
        id: Uuid(),
        slug: Slug({ examples: ['language-models'] }),
        name: Type.String({ examples: ['Language models'] }),
        path: Type.String({
          description: 'The slugs from the root, joined by `/`.',
          examples: ['paper-reviews/language-models'],
        }),
      },
      part('CategoryOfReview'),
    ),
    { description: 'The category that it is in.' },
  ),
  tags: Type.Array(
    closed(
      {
        id: Uuid(),
        slug: Slug({ examples: ['embedding'] }),
        name: Type.String({ examples: ['embedding'] }),
      },
      part('TagOfReview'),
    ),
    { description: 'Its tags, in the order in which they were sent.' },
  ),
};

export const ReviewSummary = closed(
  {
    ...summaryMembers,
    paper: closed(
      { ...paperMembers, ...Type.Partial(Type.Pick(Paper, ['venue', 'authors', 'links'])).properties },
      { description: 'Its paper; `venue`, `authors` and `links` only when `include` asked for them.' },
    ),
    body: Type.Optional(Type.String({ description: 'There only when `include=body` asked for it.' })),
    html: Type.Optional(renderedDetail.html),
    sections: Type.Optional(renderedDetail.sections),
    text: Type.Optional(PlainText),
    highlight: Type.Optional(Highlight),
  },
  { $id: 'ReviewSummary', description: 'A review as lists show it.' },
);

export const Review = closed(
  {
    ...summaryMembers,
    paper: closed(
      {
        ...paperMembers,
        venue: Paper.properties.venue,
        publishedOn: Paper.properties.publishedOn,
        doi: Paper.properties.identifiers.properties.doi,
        identifiers: Paper.properties.identifiers,
        authors: Paper.properties.authors,
        links: Paper.properties.links,
      },
      part('ReviewedPaperInFull', {
        description: 'The paper that it is about, with what a page of the review shows of it.',
      }),
    ),
    body: Body,
    ...renderedDetail,
    source: nullable(Source),
    createdAt: CreatedAt,
    deletedAt: nullable(Timestamp(), {
      description: 'When it went to the trash; null elsewhere.',
      examples: [null],
    }),
    previous: neighbour('The review published before it in its category; null at the first.'),
    next: neighbour('The review published after it in its category; null at the newest.'),
    jsonld: Type.Optional(JsonLd),
    text: Type.Optional(PlainText),
    leftOut: Type.Optional({
      ...LeftOut,
      description:
        'What was sent of the paper and is left out: a public paper gets what it lacks from a key with `papers:write`, or from one with `reviews:publish` that publishes the review by the same request. Only in the answer to that request.',
    }),
  },
  { $id: 'Review', description: 'One article about one paper.' },
);

export const reviewFacetNames = ['tag', 'category', 'year', 'language', 'venue'] as const;
export const ReviewPage = pageOf(ReviewSummary, 'ReviewPage', 'The reviews of this page.', [
  ...reviewFacetNames,
]);
export const ReviewFields = fieldsOf(Review, 'ReviewFields');
export const ReviewSummaryFields = fieldsOf(ReviewSummary, 'ReviewSummaryFields');
export const ReviewFieldsPage = pageOf(ReviewSummaryFields, 'ReviewFieldsPage', 'The reviews of this page.', [
  ...reviewFacetNames,
]);

const PaperOrReference = Type.Unsafe<string | NewPaper>(
  part('PaperOrReference', {
    anyOf: [ReviewedPaperReference, ref(NewPaper) as TSchema],
    description:
      'The paper: a reference to one that is here, or an object with at least a title. The object is connected to the paper that has one of its identifiers, which gets the identifiers, versions and links that it lacks, or becomes a new paper. (A public paper gets them by publishing, or from a key with `papers:write`; else the answer names them in `leftOut`.)',
  }),
);

export const NewReview = closed(
  {
    paper: PaperOrReference,
    title: Type.Optional(
      Line(
        500,
        part('SentReviewTitle', {
          description: 'The title of the review; that of the paper when none is sent.',
          examples: ['NV-Embed: 범용 임베딩 모델로서의 LLM'],
        }),
      ),
    ),
    slug: Type.Optional(Slug({ description: "Made of the paper's acronym or the title when none is sent." })),
    summary: Type.Optional(nullable(Summary)),
    body: Body,
    language: Language(),
    category: Type.Optional(nullable(CategoryReference)),
    tags: Type.Optional(
      Type.Array(TagName, {
        ...part('SentTags', {
          description:
            'The names of its tags; those that there are not are created, names that fold alike count once.',
          examples: [['embedding', 'LLM']],
        }),
        maxItems: 50,
      }),
    ),
    reviewedVersion: Type.Optional(SentVersion),
    cover: Type.Optional(nullable(CoverId, { examples: [null] })),
    status: Type.Optional(
      oneOf(
        ['draft', 'published', 'archived'] as const,
        part('SentReviewStatus', {
          description:
            '`published` needs the scope `reviews:publish`. A new review is a draft when nothing is sent; PUT and PATCH leave it as it is.',
          examples: ['published'],
        }),
      ),
    ),
    publishedAt: Type.Optional(
      nullable(
        Timestamp(
          part('SentPublishedAt', {
            description:
              'When it was published, not in the future; the time of the first publishing when none is sent.',
            examples: ['2024-06-03T09:00:00.000Z'],
          }),
        ),
      ),
    ),
    source: Type.Optional(nullable(Source)),
    message: Type.Optional(ChangeMessage),
  },
  {
    $id: 'NewReview',
    examples: [
      {
        paper: {
          title: 'Direct Preference Optimization: Your Language Model is Secretly a Reward Model',
          acronym: 'DPO',
          identifiers: { arxiv: '2305.18290' },
          versions: [{ number: 1, releasedOn: '2023-05-29' }],
        },
        title: 'DPO, read closely',
        summary: 'Learning from preferences without a reward model.',
        body: '## Method\n\nThe policy is its own reward: $r(x, y) = \\beta \\log \\frac{\\pi(y \\mid x)}{\\pi_0(y \\mid x)}$, up to a term of $x$.\n',
        language: 'en',
        tags: ['alignment', 'preference optimization'],
        reviewedVersion: 1,
        status: 'draft',
      },
    ],
  },
);

export const ReviewPatch = closed(
  { ...Type.Partial(NewReview).properties, paper: Type.Optional(ReviewedPaperReference) },
  {
    $id: 'ReviewPatch',
    description:
      'A JSON merge patch (RFC 7396): only what is sent changes, null empties, a list is replaced as a whole.',
    examples: [{ summary: 'What the odds ratio adds.' }],
  },
);

export const RelatedReviews = closed(
  { data: Type.Array(ref(ReviewSummary), { description: 'The reviews, best first.' }) },
  { $id: 'RelatedReviews' },
);

export type ReviewSummary = Static<typeof ReviewSummary>;
export type Review = Static<typeof Review>;
/** A review with the members of its citation. */
export type CitedReview = Pick<Review, keyof typeof summaryMembers>;
export type NewReview = Static<typeof NewReview>;
export type ReviewPatch = Static<typeof ReviewPatch>;

/** The path parameters of a review. */
export const reviewParams = closed({
  review: Type.String({
    'x-rule': 'reference',
    description: 'The id or slug of the review.',
    examples: ['nv-embed'],
  }),
});

/** The named components of the OpenAPI document. */
export const reviewComponents = [
  Review,
  ReviewSummary,
  ReviewPage,
  ReviewFields,
  ReviewSummaryFields,
  ReviewFieldsPage,
  RelatedReviews,
  NewReview,
  ReviewPatch,
];

import { type SQL, sql } from 'drizzle-orm';
import { Type } from 'typebox';
import { sectionKinds } from '../../../content/markdown/section-kinds.ts';
import { linkKinds } from '../../../db/schema/link-kinds.ts';
import { paperLinks, papers, reviewStatuses, reviews } from '../../../db/schema/tables.ts';
import { namedFilters } from '../../../query/references.ts';
import { type Filter, filterBy } from '../../../query/spec.ts';
import { Language, Moment, oneOf, Several } from '../../../wire.ts';
import { subtreesOf } from '../../categories/list.ts';
import { authorFilter, foldedEqual, followPaper, hasIdentifier, venueSchema } from '../../papers/list.ts';
import { PaperReference } from '../../papers/schema.ts';
import { hasAll, hasAny, hintAll, hintAny, listedWith } from './tagged.ts';

/** The expression of the list's index. */
const publishedAt = sql`coalesce(${reviews.publishedAt}, '-infinity'::timestamptz)`;

/** The filters of reviews. */
export const reviewFilters: Record<string, Filter> = {
  ...namedFilters(reviews, 'reviews'),
  tag: filterBy(references('Slugs or ids of tags: reviews with any of them.'), hasAny, {
    by: 'tag',
    selectivity: hintAny,
    indexOrder: listedWith,
  }),
  'tag[all]': filterBy(references('Slugs or ids of tags: reviews with all of them.'), hasAll, {
    by: 'tag',
    selectivity: hintAll,
    indexOrder: listedWith,
  }),
  'tag[not]': filterBy(
    references('Slugs or ids of tags: reviews with none of them.'),
    (values) => sql`not ${hasAny(values)}`,
  ),
  category: filterBy(
    references('Slugs or ids of categories: reviews in any of them or their descendants.', 'language-models'),
    (values) => sql`${reviews.categoryId} in ${subtreesOf(values)}`,
    {
      by: 'category',
      selectivity: (values) => ({
        candidates: reviewIdsWhere(inSubtrees(values)),
        isExact: true,
        predicate: inSubtrees(values),
      }),
    },
  ),
  paper: filterBy({ ...PaperReference, 'x-rule': 'onePaper' }, (value) => ofPaper(followPaper(value))),
  arxiv: filterBy(
    Type.String({
      maxLength: 500,
      'x-rule': 'arxiv',
      description: 'Reviews of the paper with this arXiv identifier.',
      examples: ['2405.17428'],
    }),
    (value) => ofPaper(hasIdentifier('arxiv', value)),
  ),
  doi: filterBy(
    Type.String({
      maxLength: 500,
      'x-rule': 'doi',
      description: 'Reviews of the paper with this DOI.',
      examples: ['10.1145/3292500.3330701'],
    }),
    (value) => ofPaper(hasIdentifier('doi', value)),
  ),
  author: filterBy(authorFilter.schema, (value) => ofPaper(authorFilter.where(value))),
  venue: filterBy(venueSchema, (value) => ofPaper(foldedEqual(sql`${papers.venue}`, value))),
  link: filterBy(
    Several(oneOf(linkKinds), {
      maxItems: linkKinds.length,
      description: 'Kinds of links: reviews of papers that have one of them, such as `code`.',
      examples: [['code']],
    }),
    (values) => sql`${reviews.paperId} in (select ${paperLinks.paperId} from ${paperLinks}
      where ${paperLinks.kind} = any(${sql.param(values)}::text[]))`,
  ),
  outdated: filterBy(
    Type.Boolean({ description: 'Whether the paper has a newer version than the one reviewed.' }),
    (value) => (value ? isOutdated : sql`not ${isOutdated}`),
  ),
  section: filterBy(
    Several(oneOf(sectionKinds), {
      maxItems: sectionKinds.length,
      description: 'Kinds of sections, as their headings announce them: reviews that have one of them.',
      examples: [['limitations']],
    }),
    (values) => sql`${reviews.sectionKinds} ?| ${sql.param(values)}::text[]`,
  ),
  language: filterBy(
    Several(Language({ 'x-rule': 'languageTag', description: 'A language tag of BCP 47.' }), {
      maxItems: 20,
      description: 'Language tags: reviews in any of them.',
      examples: [['ko']],
    }),
    (values) => sql`${reviews.language} = any(${sql.param(values)}::text[])`,
    { by: 'itself' },
  ),
  status: filterBy(
    Several(oneOf(reviewStatuses), {
      maxItems: reviewStatuses.length,
      description:
        'Reviews in any of these states; without `drafts:read` only published ones exist. Those in the trash are listed only when `trashed` is asked for.',
      examples: [['published']],
    }),
    (values) => sql`${reviews.status} = any(${sql.param(values)}::text[])`,
    { by: 'itself', absent: sql`${reviews.status} <> 'trashed'` },
  ),
  source: filterBy(
    Type.Array(Type.String({ minLength: 1, maxLength: 500 }), {
      maxItems: 20,
      description:
        'The reviews that were imported from any of these places; none without a key, which is not shown where they came from.',
      examples: [['https://blog.example.org/posts/nv-embed']],
    }),
    (values) => sql`${reviews.source} = any(${sql.param(values)}::text[])`,
    { by: 'itself' },
  ),
  year: filterBy(
    Type.Integer({
      minimum: 1000,
      maximum: 9999,
      description: 'Reviews published in this year (UTC).',
      examples: [2024],
    }),
    (value) => sql`${publishedAt} >= make_timestamptz(${value}, 1, 1, 0, 0, 0, 'UTC')
      and ${publishedAt} < make_timestamptz(${value} + 1, 1, 1, 0, 0, 0, 'UTC')`,
    { by: 'itself' },
  ),
  'publishedAt[gte]': filterBy(
    Moment('Published at this moment or later.'),
    (value) => sql`${publishedAt} >= ${value}::timestamptz`,
    { by: 'itself' },
  ),
  'publishedAt[lt]': filterBy(
    Moment('Published before this moment.'),
    (value) => sql`${publishedAt} < ${value}::timestamptz and ${reviews.publishedAt} is not null`,
    { by: 'itself' },
  ),
  'updatedAt[gte]': filterBy(
    Moment('Changed at this moment or later.'),
    (value) => sql`${reviews.updatedAt} >= ${value}::timestamptz`,
  ),
};

/** Whether the paper has a newer version than the reviewed one. */
export const isOutdated = sql<boolean>`exists (select from paper_versions newer
  where newer.paper_id = ${reviews.paperId} and newer.number > ${reviews.reviewedVersion})`;

function inSubtrees(references: string[]): SQL {
  return sql`${reviews.categoryId} = any(array(${subtreesOf(references)}))`;
}

/** The ids of the reviews with a condition that an index answers. */
function reviewIdsWhere(condition: SQL): SQL {
  return sql`select ${reviews.id} from ${reviews} where ${condition}`;
}

function ofPaper(condition: SQL): SQL {
  return sql`${reviews.paperId} in (select ${papers.id} from ${papers} where ${condition})`;
}

function references(description: string, example = 'embedding') {
  return Several(Type.String({ minLength: 1, maxLength: 200, 'x-rule': 'reference' }), {
    maxItems: 50,
    description,
    examples: [[example]],
  });
}

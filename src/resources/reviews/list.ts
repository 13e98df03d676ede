import { sql } from 'drizzle-orm';
import { Type } from 'typebox';
import { seesDrafts, type Viewer } from '../../access/viewer.ts';
import type { Queryable } from '../../db/client.ts';
import {
  categories,
  papers,
  paperVersions,
  reviewStatuses,
  reviews,
  reviewTags,
  tags,
} from '../../db/schema.ts';
import { readOne } from '../../list/run.ts';
import { type Columns, filterBy, type ListSpec } from '../../list/spec.ts';
import { matchReference } from '../../slugs/slugged.ts';
import { Language, oneOf, Timestamp } from '../../wire.ts';
import { subtreesOf } from '../categories/list.ts';
import { identifierOf, matchPaper } from '../papers/list.ts';
import { PaperReference } from '../papers/schema.ts';
import type { Review, ReviewSummary } from './schema.ts';

const summaryColumns: Columns<ReviewSummary> = {
  id: reviews.id,
  slug: reviews.slug,
  title: reviews.title,
  summary: reviews.summary,
  excerpt: reviews.excerpt,
  language: reviews.language,
  status: reviews.status,
  publishedAt: reviews.publishedAt,
  updatedAt: reviews.updatedAt,
  revision: reviews.revision,
  readingMinutes: reviews.readingMinutes,
  reviewedVersion: sql`(select json_build_object('number', ${paperVersions.number}, 'releasedOn', ${paperVersions.releasedOn})
    from ${paperVersions} where ${paperVersions.paperId} = ${reviews.paperId} and ${paperVersions.number} = ${reviews.reviewedVersion})`,
  outdated: sql`exists (select from ${paperVersions}
    where ${paperVersions.paperId} = ${reviews.paperId} and ${paperVersions.number} > ${reviews.reviewedVersion})`,
  paper: sql`(select json_build_object('id', ${papers.id}, 'slug', ${papers.slug}, 'title', ${papers.title},
    'acronym', ${papers.acronym}, 'arxiv', ${identifierOf('arxiv')}) from ${papers} where ${papers.id} = ${reviews.paperId})`,
  category: sql`(select json_build_object('id', ${categories.id}, 'slug', ${categories.slug}, 'name', ${categories.name}, 'path', ${categories.path})
    from ${categories} where ${categories.id} = ${reviews.categoryId})`,
  tags: sql`(select coalesce(json_agg(json_build_object('id', ${tags.id}, 'slug', ${tags.slug}, 'name', ${tags.name})
    order by ${reviewTags.position}), '[]') from ${reviewTags} join ${tags} on ${tags.id} = ${reviewTags.tagId}
    where ${reviewTags.reviewId} = ${reviews.id})`,
};

export const reviewList: ListSpec<ReviewSummary, Viewer> = {
  name: 'reviews',
  table: reviews,
  id: reviews.id,
  columns: summaryColumns,
  visible: (viewer) => (seesDrafts(viewer) ? undefined : sql`${reviews.status} = 'published'`),
  sorts: {
    publishedAt: [
      { sql: sql`coalesce(${reviews.publishedAt}, '-infinity'::timestamptz)`, cast: 'timestamptz' },
    ],
    updatedAt: [{ sql: sql`${reviews.updatedAt}`, cast: 'timestamptz' }],
    title: [{ sql: sql`${reviews.title}`, cast: 'text', collate: 'und-x-icu' }],
  },
  defaultSort: '-publishedAt',
  filters: {
    tag: filterBy(
      references('Slugs or ids of tags: reviews with any of them.', ['embedding']),
      (values) => sql`${reviews.id} in
      (select ${reviewTags.reviewId} from ${reviewTags} join ${tags} on ${tags.id} = ${reviewTags.tagId}
        where ${tags.slug} = any(${sql.param(values)}::text[]) or ${tags.id}::text = any(${sql.param(values)}::text[]))`,
    ),
    category: filterBy(
      references('Slugs or ids of categories: reviews in any of them or their descendants.', [
        'language-models',
      ]),
      (values) => sql`${reviews.categoryId} in ${subtreesOf(values)}`,
    ),
    paper: filterBy(
      PaperReference,
      (value) => sql`${reviews.paperId} = (select ${papers.id} from ${papers} where ${matchPaper(value)})`,
    ),
    language: filterBy(
      Type.Array(Language(), {
        maxItems: 20,
        description: 'Language tags: reviews in any of them.',
        examples: [['ko']],
      }),
      (values) => sql`${reviews.language} = any(${sql.param(values)}::text[])`,
    ),
    status: filterBy(
      Type.Array(oneOf(reviewStatuses), {
        maxItems: reviewStatuses.length,
        description: 'Reviews in any of these states; without `drafts:read` only published ones exist.',
        examples: [['published']],
      }),
      (values) => sql`${reviews.status} = any(${sql.param(values)}::text[])`,
    ),
    source: filterBy(
      Type.String({
        minLength: 1,
        maxLength: 500,
        description: 'The review that was imported from there.',
        examples: ['https://blog.example.org/posts/nv-embed'],
      }),
      (value) => sql`${reviews.source} = ${value}`,
    ),
    'publishedAt[gte]': filterBy(
      Timestamp({ description: 'Published at this moment or later.' }),
      (value) => sql`${reviews.publishedAt} >= ${value}::timestamptz`,
    ),
    'publishedAt[lt]': filterBy(
      Timestamp({ description: 'Published before this moment.' }),
      (value) => sql`${reviews.publishedAt} < ${value}::timestamptz`,
    ),
  },
};

/** One review with everything: seen by the same predicate as the list. */
export const reviewDetail: ListSpec<Review, Viewer> = {
  ...reviewList,
  columns: { ...summaryColumns, body: reviews.body, source: reviews.source, createdAt: reviews.createdAt },
};

function references(description: string, example: string[]) {
  return Type.Array(Type.String({ minLength: 1, maxLength: 200, 'x-rule': 'reference' }), {
    maxItems: 50,
    description,
    examples: [example],
  });
}

/** The review that an id or a slug means, if the viewer may see it. */
export function findReview(db: Queryable, viewer: Viewer, reference: string): Promise<Review | undefined> {
  return readOne(db, reviewDetail, viewer, matchReference(reviews, reference));
}

import { eq, type SQL, sql } from 'drizzle-orm';
import { seesDrafts, type Viewer } from '../../../access/viewer.ts';
import type { Queryable } from '../../../db/driver/client.ts';
import { images } from '../../../db/schema/images.ts';
import { reviewSearch } from '../../../db/schema/search.ts';
import {
  categories,
  paperAuthors,
  papers,
  paperVersions,
  reviews,
  reviewTags,
  tags,
} from '../../../db/schema/tables.ts';
import type { Carrier } from '../../../db/unit-of-work/site.ts';
import { entities } from '../../../entities.ts';
import { writeList, writeObject } from '../../../query/json.ts';
import { type OneQuery, readOne } from '../../../query/run.ts';
import { type Parametrized, parametrizeOnce } from '../../../query/select.ts';
import {
  type Columns,
  filterBy,
  type ListSpec,
  type SortKey,
  type VaryingSpec,
} from '../../../query/spec.ts';
import { searchOn } from '../../../search/match.ts';
import { matchReference } from '../../../slugs/slugged.ts';
import { isUuid } from '../../../validation/rules.ts';
import { largestOf } from '../../images/list.ts';
import { identifierOf, paperList } from '../../papers/list.ts';
import type { CitedReview, Review, ReviewSummary } from '../schema.ts';
import { reviewFacets } from './facets.ts';
import { isOutdated, reviewFilters } from './filters.ts';

const paperMembers = {
  id: papers.id,
  slug: papers.slug,
  title: papers.title,
  acronym: papers.acronym,
  arxiv: identifierOf('arxiv'),
  status: papers.status,
};
const ofPaper = sql`from ${papers} where ${papers.id} = ${reviews.paperId}`;

/** The image that was set, else the first figure, which may be a picture elsewhere. */
const cover = writeObject<ReviewSummary['cover']>(
  {
    id: images.id,
    isChosen: sql`${reviews.coverId} is not null`,
    url: sql`coalesce(${largestOf(images)}, ${reviews.cover})`,
    width: images.width,
    height: images.height,
    alt: sql`coalesce(${images.alt}, '')`,
    placeholder: images.placeholder,
    color: images.color,
    variants: sql`coalesce(${images.variants}, '[]'::json)`,
  },
  sql`from (select coalesce(${reviews.coverId}, case when ${reviews.cover} is null then ${reviews.figures}[1] end) as image_id) chosen
    left join ${images} on ${images.id} = chosen.image_id
    where ${images.id} is not null or ${reviews.cover} is not null`,
);

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
  cover,
  reviewedVersion: writeObject(
    { number: paperVersions.number, releasedOn: paperVersions.releasedOn },
    sql`from ${paperVersions} where ${paperVersions.paperId} = ${reviews.paperId} and ${paperVersions.number} = ${reviews.reviewedVersion}`,
  ),
  outdated: isOutdated,
  paper: writeObject(paperMembers, ofPaper),
  category: writeObject(
    { id: categories.id, slug: categories.slug, name: categories.name, path: categories.path },
    sql`from ${categories} where ${categories.id} = ${reviews.categoryId}`,
  ),
  // Tags by id in a sub-select: for a join the planner scans a table of some hundred tags for every review.
  tags: writeList(
    writeObject(
      { id: tags.id, slug: tags.slug, name: tags.name },
      sql`from ${tags} where ${tags.id} = ${reviewTags.tagId}`,
    ),
    sql`from ${reviewTags} where ${reviewTags.reviewId} = ${reviews.id} order by ${reviewTags.position}`,
  ),
};

const byPublishedAt: SortKey = {
  sql: sql`coalesce(${reviews.publishedAt}, '-infinity'::timestamptz)`,
  cast: 'timestamptz',
};

const allOfList: ListSpec<ReviewSummary, Viewer> = {
  name: 'reviews',
  kind: 'review',
  table: reviews,
  id: reviews.id,
  columns: summaryColumns,
  extras: { body: reviews.body, html: reviews.html, sections: reviews.sections, text: reviews.text },
  heavy: ['body', 'html', 'sections', 'text'],
  visible: (viewer) => {
    if (seesDrafts(viewer)) return undefined;
    return viewer.previewed === undefined
      ? entities.review.isPublic
      : sql`${reviews.id} = ${viewer.previewed} and ${reviews.status} <> 'trashed'`;
  },
  sorts: {
    publishedAt: [byPublishedAt],
    updatedAt: [{ sql: sql`${reviews.updatedAt}`, cast: 'timestamptz' }],
    title: [{ sql: sql`${reviews.title}`, cast: 'text', collate: 'und-x-icu' }],
  },
  defaultSort: '-publishedAt',
  filters: reviewFilters,
  facets: reviewFacets,
  search: searchOn({
    index: reviewSearch,
    id: reviews.id,
    title: reviews.title,
    text: sql`concat_ws(' ', ${reviews.summary}, ${reviews.text})`,
    around: sql`(array(select unnest(array[${papers.title}, ${papers.acronym}, ${papers.venue}]) from ${papers} where ${papers.id} = ${reviews.paperId})
      || array(select ${paperAuthors.name} from ${paperAuthors} where ${paperAuthors.paperId} = ${reviews.paperId})
      || array(select ${tags.name} from ${reviewTags} join ${tags} on ${tags.id} = ${reviewTags.tagId} where ${reviewTags.reviewId} = ${reviews.id}))`,
    isPublic: entities.review.isPublic,
    ties: [byPublishedAt],
  }),
};

/** Without `source`, for anonymous viewers: it may have a local path of its author. */
function withoutSource<Row>(spec: ListSpec<Row, Viewer>, columns = spec.columns): ListSpec<Row, Viewer> {
  const source = filterBy(reviewFilters.source?.schema ?? {}, () => sql`false`, { by: 'itself' });
  return { ...spec, columns, filters: { ...spec.filters, source } };
}

/** Shows `source` only to keys. */
function hideSource<Row>(
  spec: ListSpec<Row, Viewer>,
  forPublic = withoutSource(spec),
): VaryingSpec<Row, Viewer> {
  return { ...spec, seenBy: ({ authenticated }) => (authenticated ? undefined : forPublic) };
}

/** The members of the paper that `include` adds, in the order of the schema. */
const shownOfPaper = {
  venue: papers.venue,
  authors: paperList.columns.authors,
  links: paperList.columns.links,
};

export const reviewList = hideSource({
  ...allOfList,
  nested: {
    column: 'paper',
    members: shownOfPaper,
    write: (members) => writeObject({ ...paperMembers, ...members }, ofPaper),
  },
});

const detailedPaper: Columns<Review>['paper'] = writeObject(
  {
    ...paperMembers,
    venue: papers.venue,
    publishedOn: papers.publishedOn,
    doi: identifierOf('doi'),
    identifiers: paperList.columns.identifiers,
    authors: paperList.columns.authors,
    links: paperList.columns.links,
  },
  ofPaper,
);

/** One review with all members, under the same visibility predicate as the list. */
const allOfDetail: ListSpec<Review, Viewer> = {
  ...allOfList,
  columns: {
    ...summaryColumns,
    paper: detailedPaper,
    body: reviews.body,
    html: reviews.html,
    sections: reviews.sections,
    renderWarnings: reviews.renderWarnings,
    source: reviews.source,
    createdAt: reviews.createdAt,
    deletedAt: reviews.deletedAt,
    previous: neighbour(sql`<`, sql`desc`),
    next: neighbour(sql`>`, sql`asc`),
  },
};

/** One review for anonymous viewers. */
export const publicReviewDetail = withoutSource(allOfDetail, {
  ...allOfDetail.columns,
  source: sql<null>`null`,
});

export const reviewDetail = hideSource(allOfDetail, publicReviewDetail);

/** Reviews with their whole papers, without heavy members. */
export const citedReviewList = hideSource<CitedReview>({
  ...allOfList,
  columns: { ...summaryColumns, paper: detailedPaper },
  heavy: ['paper'],
});

/** The next or previous published review in its category; null without a category, and for a draft. */
function neighbour(side: SQL, direction: SQL): SQL<Review['next']> {
  return writeObject(
    { id: sql`near.id`, slug: sql`near.slug`, title: sql`near.title` },
    sql`from ${reviews} near
      where near.status = 'published' and ${reviews.status} = 'published' and near.category_id = ${reviews.categoryId}
        and (near.published_at, near.id) ${side} (${reviews.publishedAt}, ${reviews.id})
      order by near.published_at ${direction}, near.id ${direction} limit 1`,
  );
}

/** The ids of the published reviews next to a position in a category, as a sub-select. */
export function neighbourIds(categoryId: string, publishedAt: string | null, id: string): SQL {
  const side = (operator: SQL, direction: SQL) => sql`(select id from reviews
    where status = 'published' and category_id = ${categoryId}
      and (published_at, id) ${operator} (${publishedAt}::timestamptz, ${id}::uuid)
    order by published_at ${direction}, id ${direction} limit 1)`;
  return sql`${side(sql`<`, sql`desc`)} union all ${side(sql`>`, sql`asc`)}`;
}

/** The condition of a reference to a review; a trashed one is found by id only. */
export const matchReview = (reference: string): SQL =>
  isUuid(reference)
    ? matchReference(reviews, reference)
    : sql`${matchReference(reviews, reference)} and ${reviews.status} <> 'trashed'`;

const hasId = parametrizeOnce((id) => eq(reviews.id, id));
const hasSlug = parametrizeOnce((slug) => matchReview(slug));
/** The same, parametrised once for the most frequent reads. */
const meansReview = (reference: string): Parametrized =>
  isUuid(reference) ? hasId(reference.toLowerCase()) : hasSlug(reference);

/** Finds a review by reference, if the viewer may see it. */
export function findReview(
  db: Queryable,
  viewer: Viewer,
  reference: string,
  query: OneQuery,
): Promise<(Review & Carrier) | undefined> {
  return readOne(db, reviewDetail, viewer, meansReview(reference), query);
}

/** Finds a review for its citation. */
export function findCitedReview(
  db: Queryable,
  viewer: Viewer,
  reference: string,
): Promise<CitedReview | undefined> {
  return readOne(db, citedReviewList, viewer, meansReview(reference));
}

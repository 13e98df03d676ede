import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { reviewRevisions } from './db/schema/history.ts';
import { images, reviewImages } from './db/schema/images.ts';
import { redirects } from './db/schema/redirects.ts';
import { paperSearch, reviewSearch } from './db/schema/search.ts';
import {
  categories,
  type EntityKind,
  paperAuthors,
  paperIdentifiers,
  paperLinks,
  papers,
  paperVersions,
  reviewDrafts,
  reviews,
  reviewTags,
  type Scope,
  tags,
} from './db/schema/tables.ts';
import type { ProblemCode } from './problem-types.ts';

/** The problem of a violated constraint: code, detail, and a JSON pointer into the body. */
export type ConstraintProblem = [code: ProblemCode, detail: string, pointer?: string];

/** A table in archives. */
export interface ArchivedTable {
  table: PgTable;
  /** A unique sort key of the rows, with an index on its first column. */
  key: PgColumn[];
  /** Columns that are not archived, with their value in a restored row. */
  replaced?: { column: PgColumn; by: SQL }[];
}

/** The answers of another kind that show an entity. */
export interface Showing {
  kind: EntityKind;
  /** A select of the ids of the entities that show the one with this id. */
  ids: (id: SQL) => SQL;
}

/** A table of lexemes (db/schema/search.ts). */
export type SearchIndex = PgTable & Record<'id' | 'names' | 'heads' | 'body', PgColumn>;

/**
 * The data of a kind of entity. Every member is there, undefined where the kind has none, so that none is forgotten.
 */
export interface Entity {
  kind: EntityKind;
  /** The plural: in paths, the OpenAPI document and `Surrogate-Key`. */
  plural: string;
  description: string;
  table: PgTable & { id: PgColumn; slug: PgColumn; revision: PgColumn };
  /** The condition of public rows; undefined for all. */
  isPublic: SQL | undefined;
  /** The condition of rows that occupy their slugs; undefined for all. */
  occupied: SQL | undefined;
  /** Its part in suggestions: the column of its name, and the rank of the kind among them; undefined for none. */
  suggested: { name: PgColumn; rank: number } | undefined;
  /** Its search index, for `q`: its texts are in search/texts.ts; undefined for none. */
  searched: SearchIndex | undefined;
  /** The scope for writing it. */
  scope: Scope;
  /** Further answers that its updates change, as long as it is public or was. */
  shownIn: Showing[];
  /** The problems of its tables' constraints, by constraint name. */
  constraints: Record<string, ConstraintProblem>;
  /** Its own table and those of its parts. */
  archived: ArchivedTable[];
}

/** A select of the ids of a category and its descendants. */
const subtreeOf = (id: SQL) => sql`select below.id from categories root
  join categories below on below.path = root.path or starts_with(below.path, root.path || '/')
  where root.id = ${id}`;

/**
 * The registry of entities. Versions and changes, the audit log's visibility, slugs, suggestions, archives, constraint
 * problems and the OpenAPI tags derive from it; what a kind does with them is in resources/kinds.ts.
 */
export const entities = {
  review: {
    kind: 'review',
    plural: 'reviews',
    description: 'Articles about papers.',
    table: reviews,
    isPublic: sql`${reviews.status} = 'published'`,
    occupied: sql`${reviews.status} <> 'trashed'`,
    suggested: { name: reviews.title, rank: 4 },
    searched: reviewSearch,
    scope: 'reviews:write',
    // Its paper, tags, categories, neighbours and redirects depend on its former state (resources/reviews/writing/effects.ts).
    shownIn: [],
    constraints: {
      reviews_slug_key: ['slug-taken', 'Another review has this slug.', '/slug'],
      reviews_source_key: ['conflict', 'Another review has this source: it was imported before.', '/source'],
    },
    archived: [
      { table: reviews, key: [reviews.id] },
      {
        table: reviewTags,
        key: [reviewTags.reviewId, reviewTags.tagId],
        // A trigger derives it from the review.
        replaced: [{ column: reviewTags.listedAt, by: sql`null` }],
      },
      { table: reviewDrafts, key: [reviewDrafts.reviewId] },
      { table: reviewRevisions, key: [reviewRevisions.id] },
      { table: reviewImages, key: [reviewImages.reviewId, reviewImages.imageId, reviewImages.inDraft] },
    ],
  },
  paper: {
    kind: 'paper',
    plural: 'papers',
    description: 'The works that are reviewed.',
    table: papers,
    isPublic: sql`${papers.publicSince} is not null`,
    occupied: undefined,
    suggested: { name: papers.title, rank: 3 },
    searched: paperSearch,
    scope: 'papers:write',
    shownIn: [{ kind: 'review', ids: (id) => sql`select id from reviews where paper_id = ${id}` }],
    constraints: {
      papers_slug_key: ['slug-taken', 'Another paper has this slug.', '/slug'],
      paper_identifiers_pkey: [
        'identifier-conflict',
        'Another paper has one of these identifiers.',
        '/identifiers',
      ],
      reviews_paper_id_papers_id_fk: ['in-use', 'Reviews use the paper.'],
      reviews_reviewed_version_fkey: [
        'in-use',
        'A review read a version of the paper that would go.',
        '/versions',
      ],
    },
    archived: [
      { table: papers, key: [papers.id] },
      {
        table: paperIdentifiers,
        key: [paperIdentifiers.paperId, paperIdentifiers.scheme, paperIdentifiers.value],
      },
      { table: paperVersions, key: [paperVersions.paperId, paperVersions.number] },
      { table: paperLinks, key: [paperLinks.paperId, paperLinks.position] },
      { table: paperAuthors, key: [paperAuthors.paperId, paperAuthors.position] },
    ],
  },
  tag: {
    kind: 'tag',
    plural: 'tags',
    description: 'Flat labels of reviews.',
    table: tags,
    isPublic: sql`${tags.publicSince} is not null`,
    occupied: undefined,
    suggested: { name: tags.name, rank: 1 },
    searched: undefined,
    scope: 'taxonomy:write',
    shownIn: [
      { kind: 'review', ids: (id) => sql`select review_id as id from review_tags where tag_id = ${id}` },
    ],
    constraints: {
      tags_slug_key: ['slug-taken', 'Another tag has this slug.', '/slug'],
      tags_folded_name_key: ['conflict', 'Another tag has this name.', '/name'],
      review_tags_tag_id_tags_id_fk: ['in-use', 'Reviews use the tag.'],
    },
    archived: [{ table: tags, key: [tags.id] }],
  },
  category: {
    kind: 'category',
    plural: 'categories',
    description: 'The tree that reviews stand in.',
    table: categories,
    isPublic: undefined,
    occupied: undefined,
    suggested: { name: categories.name, rank: 2 },
    searched: undefined,
    scope: 'taxonomy:write',
    shownIn: [
      { kind: 'category', ids: (id) => subtreeOf(id) },
      {
        kind: 'review',
        ids: (id) => sql`select id from reviews where category_id in (${subtreeOf(id)})`,
      },
      { kind: 'redirect', ids: (id) => sql`select id from redirects where category_id = ${id}` },
    ],
    constraints: {
      categories_slug_key: ['slug-taken', 'Another category has this slug.', '/slug'],
      reviews_category_id_categories_id_fk: ['in-use', 'Reviews use the category.'],
      categories_parent_id_categories_id_fk: ['in-use', 'Categories are below it.'],
      redirects_category_id_categories_id_fk: [
        'in-use',
        'Redirects lead to it: delete or change them first.',
      ],
    },
    // By path: parents before children.
    archived: [{ table: categories, key: [categories.path] }],
  },
  image: {
    kind: 'image',
    plural: 'images',
    description: 'The figures of reviews.',
    table: images,
    isPublic: sql`exists (select from ${reviewImages} join ${reviews} on ${reviews.id} = ${reviewImages.reviewId}
      where ${reviewImages.imageId} = ${images.id} and not ${reviewImages.inDraft} and ${reviews.status} = 'published')`,
    occupied: undefined,
    suggested: undefined,
    searched: undefined,
    scope: 'reviews:write',
    shownIn: [
      {
        kind: 'review',
        ids: (id) => sql`select review_id as id from review_images where image_id = ${id} and not in_draft`,
      },
    ],
    constraints: {
      review_images_image_id_images_id_fk: ['in-use', 'Reviews show the image.'],
    },
    archived: [{ table: images, key: [images.id] }],
  },
  redirect: {
    kind: 'redirect',
    plural: 'redirects',
    description: 'Former addresses of the site, and where they lead.',
    table: redirects,
    isPublic: sql`(${redirects.reviewId} is null or exists (select from ${reviews}
      where ${reviews.id} = ${redirects.reviewId} and ${reviews.status} = 'published'))`,
    occupied: undefined,
    suggested: undefined,
    searched: undefined,
    scope: 'reviews:write',
    shownIn: [],
    constraints: {
      redirects_path_key: ['conflict', 'Another redirect has this path.', '/path'],
    },
    archived: [{ table: redirects, key: [redirects.id] }],
  },
} satisfies Record<EntityKind, Entity>;

/** All kinds, in the order of the documentation. */
export const allEntities: Entity[] = Object.values(entities);

/** The search indexes of all kinds that have one. */
export const searchIndexes = allEntities.flatMap(({ searched }) => searched ?? []);

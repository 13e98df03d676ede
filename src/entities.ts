import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
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
} from './db/schema.ts';
import { reviewRevisions } from './db/schema-history.ts';
import type { ProblemCode } from './problems.ts';

/** What a violated constraint means to a caller: the code, the detail, and a JSON pointer into the body. */
export type ConstraintProblem = [code: ProblemCode, detail: string, pointer?: string];

/** A table whose rows an archive holds. */
export interface ArchivedTable {
  table: PgTable;
  /** A unique order of the rows, in which an index begins with the first. */
  key: PgColumn[];
  /** Columns that are not archived, and what a restored row has in them. */
  replaced?: { column: PgColumn; by: SQL }[];
}

/** Where an entity is shown: in answers about another kind. */
export interface Showing {
  kind: EntityKind;
  /** A select of the ids of those that show the entity with this id. */
  ids: (id: SQL) => SQL;
}

/** What the service knows of a kind of entity, as data. */
export interface Entity {
  kind: EntityKind;
  /** The plural: the collection's name in addresses, in the OpenAPI document and in `Surrogate-Key`. */
  plural: string;
  description: string;
  table: PgTable & { id: PgColumn; slug: PgColumn; revision: PgColumn };
  /** Which rows are public; all, when undefined. */
  isPublic?: SQL;
  /** Which rows hold their slugs; all, when undefined. */
  holding?: SQL;
  /** The column of its name, which suggestions complete, and the rank of the kind among suggestions. */
  name: PgColumn;
  suggestionRank: number;
  /** The scope that writing one in a batch needs. */
  scope: Scope;
  /** Answers that an update of one changes, beside its own. */
  shownIn: Showing[];
  /** The problems of its tables' constraints, by the constraint's name. */
  constraints: Record<string, ConstraintProblem>;
  /** Its own table and those of its parts. */
  archived: ArchivedTable[];
}

/** A select of the ids of a category and of all below it. */
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
    holding: sql`${reviews.status} <> 'trashed'`,
    name: reviews.title,
    suggestionRank: 4,
    scope: 'reviews:write',
    // What shows a review depends on what it was before (resources/reviews/effects.ts).
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
    ],
  },
  paper: {
    kind: 'paper',
    plural: 'papers',
    description: 'The works that are reviewed.',
    table: papers,
    isPublic: sql`${papers.publicSince} is not null`,
    name: papers.title,
    suggestionRank: 3,
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
    name: tags.name,
    suggestionRank: 1,
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
    name: categories.name,
    suggestionRank: 2,
    scope: 'taxonomy:write',
    shownIn: [
      { kind: 'category', ids: (id) => subtreeOf(id) },
      {
        kind: 'review',
        ids: (id) => sql`select id from reviews where category_id in (${subtreeOf(id)})`,
      },
    ],
    constraints: {
      categories_slug_key: ['slug-taken', 'Another category has this slug.', '/slug'],
      reviews_category_id_categories_id_fk: ['in-use', 'Reviews use the category.'],
      categories_parent_id_categories_id_fk: ['in-use', 'Categories are below it.'],
    },
    // By path: a parent comes before what is in it.
    archived: [{ table: categories, key: [categories.path] }],
  },
} satisfies Record<EntityKind, Entity>;

/** All kinds, in the order in which they are listed for a reader. */
export const allEntities: Entity[] = Object.values(entities);

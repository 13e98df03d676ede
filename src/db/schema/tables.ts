import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { timestamptz, uuidv7 } from './columns.ts';
import { linkKinds } from './link-kinds.ts';
import { renderingColumns } from './rendering.ts';

/** The tables. Enumerations are tuples, shared with the wire schemas. */
export const paperStatuses = ['active', 'withdrawn', 'retracted'] as const;
export const reviewStatuses = ['draft', 'scheduled', 'published', 'archived', 'trashed'] as const;
export const scopes = [
  'drafts:read',
  'reviews:write',
  'reviews:publish',
  'papers:write',
  'taxonomy:write',
  'keys:manage',
  'history:read',
  'audit:read',
  'trash:purge',
] as const;
export const entityKinds = ['paper', 'review', 'tag', 'category', 'image', 'redirect'] as const;

export type PaperStatus = (typeof paperStatuses)[number];
export type ReviewStatus = (typeof reviewStatuses)[number];
export type Scope = (typeof scopes)[number];
export type EntityKind = (typeof entityKinds)[number];

const id = () => uuid('id').primaryKey().$defaultFn(uuidv7);
const createdAt = () => timestamptz('created_at').notNull().default(sql`now()`);
const updatedAt = () => timestamptz('updated_at').notNull().default(sql`now()`);
const revision = () => integer('revision').notNull().default(1);
const words = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(', '));

export const papers = pgTable(
  'papers',
  {
    id: id(),
    slug: text('slug').notNull().unique('papers_slug_key'),
    title: text('title').notNull(),
    acronym: text('acronym'),
    abstract: text('abstract'),
    venue: text('venue'),
    publishedOn: date('published_on', { mode: 'string' }),
    /** At arXiv, such as `cs.CL`. */
    primaryClass: text('primary_class'),
    status: text('status', { enum: paperStatuses }).notNull().default('active'),
    /** When it first became public; null while only drafts use it. */
    publicSince: timestamptz('public_since'),
    revision: revision(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    check('papers_status_check', sql`${t.status} in (${words(paperStatuses)})`),
    index('papers_published_on_index').on(
      sql`coalesce(${t.publishedOn}, '-infinity'::date) desc`,
      sql`${t.id} desc`,
    ),
    index('papers_updated_at_index').on(sql`${t.updatedAt} desc`, sql`${t.id} desc`),
    index('papers_search_name_index').using('gin', sql`search_name(${t.title}) gin_trgm_ops`),
    index('papers_title_index').on(sql`${t.title} collate "und-x-icu"`, t.id),
    index('papers_venue_index').on(sql`search_name(${t.venue})`),
  ],
);

export const paperIdentifiers = pgTable(
  'paper_identifiers',
  {
    scheme: text('scheme').notNull(),
    value: text('value').notNull(),
    paperId: uuid('paper_id')
      .notNull()
      .references(() => papers.id, { onDelete: 'cascade' }),
    /** An alias from a merge: the paper is found by it, and shows its other identifier of the scheme. */
    former: boolean('former').notNull().default(false),
  },
  (t) => [
    primaryKey({ name: 'paper_identifiers_pkey', columns: [t.scheme, t.value] }),
    uniqueIndex('paper_identifiers_paper_scheme_key').on(t.paperId, t.scheme).where(sql`not ${t.former}`),
    index('paper_identifiers_paper_index').on(t.paperId),
  ],
);

export const paperVersions = pgTable(
  'paper_versions',
  {
    paperId: uuid('paper_id')
      .notNull()
      .references(() => papers.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    releasedOn: date('released_on', { mode: 'string' }),
  },
  (t) => [primaryKey({ name: 'paper_versions_pkey', columns: [t.paperId, t.number] })],
);

export const paperLinks = pgTable(
  'paper_links',
  {
    paperId: uuid('paper_id')
      .notNull()
      .references(() => papers.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    kind: text('kind', { enum: linkKinds }).notNull(),
    label: text('label').notNull(),
    /** Null when the address is not known. */
    url: text('url'),
  },
  (t) => [
    primaryKey({ name: 'paper_links_pkey', columns: [t.paperId, t.position] }),
    check('paper_links_kind_check', sql`${t.kind} in (${words(linkKinds)})`),
  ],
);

export const paperAuthors = pgTable(
  'paper_authors',
  {
    paperId: uuid('paper_id')
      .notNull()
      .references(() => papers.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    orcid: text('orcid'),
  },
  (t) => [
    primaryKey({ name: 'paper_authors_pkey', columns: [t.paperId, t.position] }),
    index('paper_authors_name_index').on(sql`search_name(${t.name})`),
  ],
);

export const categories = pgTable(
  'categories',
  {
    id: id(),
    parentId: uuid('parent_id').references((): AnyPgColumn => categories.id),
    slug: text('slug').notNull().unique('categories_slug_key'),
    name: text('name').notNull(),
    position: integer('position').notNull().default(0),
    description: text('description'),
    /** A materialized path: the slugs from the root, joined by `/`; updated by every move and rename. */
    path: text('path').notNull(),
    revision: revision(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [index('categories_parent_index').on(t.parentId)],
);

export const tags = pgTable('tags', {
  id: id(),
  slug: text('slug').notNull().unique('tags_slug_key'),
  name: text('name').notNull(),
  foldedName: text('folded_name').notNull().unique('tags_folded_name_key'),
  description: text('description'),
  publicSince: timestamptz('public_since'),
  revision: revision(),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

export const reviews = pgTable(
  'reviews',
  {
    id: id(),
    paperId: uuid('paper_id')
      .notNull()
      .references(() => papers.id),
    slug: text('slug').notNull(),
    title: text('title').notNull(),
    summary: text('summary'),
    body: text('body').notNull(),
    ...renderingColumns(),
    language: text('language').notNull(),
    reviewedVersion: integer('reviewed_version'),
    categoryId: uuid('category_id').references(() => categories.id),
    /** The image that was set as its cover; `review_images` has it too, with a foreign key. */
    coverId: uuid('cover_id'),
    status: text('status', { enum: reviewStatuses }).notNull().default('draft'),
    publishedAt: timestamptz('published_at'),
    /** When it was trashed, and its status before; null unless trashed. */
    deletedAt: timestamptz('deleted_at'),
    statusBefore: text('status_before', { enum: reviewStatuses }),
    /** Where it was imported from. */
    source: text('source').unique('reviews_source_key'),
    revision: revision(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    check('reviews_status_check', sql`${t.status} in (${words(reviewStatuses)})`),
    // A trashed review frees its slug.
    uniqueIndex('reviews_slug_key').on(t.slug).where(sql`${t.status} <> 'trashed'`),
    check(
      'reviews_trashed_check',
      sql`(${t.status} = 'trashed') = (${t.deletedAt} is not null) and (${t.status} = 'trashed') = (${t.statusBefore} is not null)`,
    ),
    check(
      'reviews_published_at_check',
      sql`${t.status} not in ('published', 'scheduled') or ${t.publishedAt} is not null`,
    ),
    foreignKey({
      name: 'reviews_reviewed_version_fkey',
      columns: [t.paperId, t.reviewedVersion],
      foreignColumns: [paperVersions.paperId, paperVersions.number],
    }),
    index('reviews_published_at_index')
      .on(sql`coalesce(${t.publishedAt}, '-infinity'::timestamptz) desc`, sql`${t.id} desc`)
      .where(sql`${t.status} = 'published'`),
    index('reviews_updated_at_index')
      .on(sql`${t.updatedAt} desc`, sql`${t.id} desc`)
      .where(sql`${t.status} = 'published'`),
    index('reviews_scheduled_index').on(t.publishedAt).where(sql`${t.status} = 'scheduled'`),
    index('reviews_search_name_index').using('gin', sql`search_name(${t.title}) gin_trgm_ops`),
    index('reviews_title_index')
      .on(sql`${t.title} collate "und-x-icu"`, t.id)
      .where(sql`${t.status} = 'published'`),
    index('reviews_category_index').on(t.categoryId, t.publishedAt, t.id),
    index('reviews_paper_index').on(t.paperId),
  ],
);

export const reviewTags = pgTable(
  'review_tags',
  {
    reviewId: uuid('review_id')
      .notNull()
      .references(() => reviews.id, { onDelete: 'cascade' }),
    tagId: uuid('tag_id')
      .notNull()
      .references(() => tags.id),
    position: integer('position').notNull(),
    /** Denormalised `published_at` of a public review, else null; maintained by triggers. */
    listedAt: timestamptz('listed_at'),
  },
  (t) => [
    primaryKey({ name: 'review_tags_pkey', columns: [t.reviewId, t.tagId] }),
    index('review_tags_tag_index').on(t.tagId, t.reviewId),
    index('review_tags_listed_index')
      .on(t.tagId, sql`${t.listedAt} desc`, sql`${t.reviewId} desc`)
      .where(sql`${t.listedAt} is not null`),
  ],
);

/** Working copies of public reviews: at most one each. */
export const reviewDrafts = pgTable('review_drafts', {
  reviewId: uuid('review_id')
    .primaryKey()
    .references(() => reviews.id, { onDelete: 'cascade' }),
  /** The working copy as on the wire, without the other columns. */
  content: jsonb('content').notNull(),
  /** The revision of the review that it is based on. */
  baseRevision: integer('base_revision').notNull(),
  revision: revision(),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

/** Redirects: an entity's former slugs and the ids merged into it, each until another entity takes it. */
export const slugHistory = pgTable(
  'slug_history',
  {
    kind: text('kind', { enum: entityKinds }).notNull(),
    slug: text('slug').notNull(),
    thingId: uuid('thing_id').notNull(),
  },
  (t) => [
    primaryKey({ name: 'slug_history_pkey', columns: [t.kind, t.slug] }),
    index('slug_history_thing_index').on(t.thingId),
  ],
);

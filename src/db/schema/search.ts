import { sql } from 'drizzle-orm';
import { index, type PgColumn, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { papers, reviews } from './tables.ts';

/**
 * Lexemes; each column includes those of the ones before it. Their GIN indexes are on `search_vector`, a function with a
 * high COST, so that the planner never scans row by row; STORAGE EXTERNAL puts them in TOAST, so that a page has many rows.
 */
const searchColumns = () => ({
  /** Of the title and the acronym. */
  names: text('names').array().notNull(),
  /** And of tags, summary, authors, identifiers. */
  heads: text('heads').array().notNull(),
  /** Of everything. */
  body: text('body').array().notNull(),
});

const vectors = (t: Record<'names' | 'heads' | 'body', PgColumn>) =>
  [sql`search_vector(${t.names})`, sql`search_vector(${t.heads})`, sql`search_vector(${t.body})`] as const;

/** The search index of reviews; a separate table, so that a change of status updates no GIN index. */
export const reviewSearch = pgTable(
  'review_search',
  {
    id: uuid('review_id')
      .primaryKey()
      .references(() => reviews.id, { onDelete: 'cascade' }),
    ...searchColumns(),
  },
  (t) => [index('review_search_index').using('gin', ...vectors(t))],
);

export const paperSearch = pgTable(
  'paper_search',
  {
    id: uuid('paper_id')
      .primaryKey()
      .references(() => papers.id, { onDelete: 'cascade' }),
    ...searchColumns(),
  },
  (t) => [index('paper_search_index').using('gin', ...vectors(t))],
);

/** Spelling correction (SymSpell): the words of titles, acronyms, tags and authors with their one-deletion neighbours. */
export const searchWords = pgTable(
  'search_words',
  {
    word: text('word').primaryKey(),
    neighbours: text('neighbours').array().notNull(),
  },
  (t) => [index('search_words_neighbours_index').using('gin', t.neighbours)],
);

import { sql } from 'drizzle-orm';
import { index, type PgColumn, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { papers, reviews } from './schema.ts';

/**
 * Lexemes; each column holds those of the ones before it. They are indexed through `search_vector`, a function of the
 * migrations that is declared to be costly, so that the planner never reads them row by row; a storage setting keeps
 * them out of the row, so that many rows are on a page.
 */
const searchColumns = () => ({
  /** Of the title and the acronym. */
  names: text('names').array().notNull(),
  /** Of what stands around it, too: tags, summary, authors, identifiers. */
  heads: text('heads').array().notNull(),
  /** Of everything. */
  body: text('body').array().notNull(),
});

const vectors = (t: Record<'names' | 'heads' | 'body', PgColumn>) =>
  [sql`search_vector(${t.names})`, sql`search_vector(${t.heads})`, sql`search_vector(${t.body})`] as const;

/** What the search knows of reviews; kept apart, so that a change of status writes no index of words. */
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

/** The words of titles, acronyms, tags and authors, for mistyped ones: each with its one-deletion neighbours. */
export const searchWords = pgTable(
  'search_words',
  {
    word: text('word').primaryKey(),
    neighbours: text('neighbours').array().notNull(),
  },
  (t) => [index('search_words_neighbours_index').using('gin', t.neighbours)],
);

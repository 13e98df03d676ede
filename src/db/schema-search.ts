import { sql } from 'drizzle-orm';
import { customType, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { papers, reviews } from './schema.ts';

/** Lexemes without positions; written as an array, never read back. */
const lexemes = customType<{ data: never }>({ dataType: () => 'tsvector' });

const searchColumns = () => ({
  /** Of the title and the acronym. */
  names: lexemes('names').notNull(),
  /** Of what stands around it: tags, summary, authors, identifiers. */
  heads: lexemes('heads').notNull(),
  /**
   * Of the body. Indexed through `search_vector`, a function of the migrations that is declared to be costly: so the
   * planner never reads the bodies one by one.
   */
  body: text('body').array().notNull(),
});

/** What the search knows of reviews; kept apart, so that a change of status writes no index of words. */
export const reviewSearch = pgTable(
  'review_search',
  {
    id: uuid('review_id')
      .primaryKey()
      .references(() => reviews.id, { onDelete: 'cascade' }),
    ...searchColumns(),
  },
  (t) => [index('review_search_index').using('gin', t.names, t.heads, sql`search_vector(${t.body})`)],
);

export const paperSearch = pgTable(
  'paper_search',
  {
    id: uuid('paper_id')
      .primaryKey()
      .references(() => papers.id, { onDelete: 'cascade' }),
    ...searchColumns(),
  },
  (t) => [index('paper_search_index').using('gin', t.names, t.heads, sql`search_vector(${t.body})`)],
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

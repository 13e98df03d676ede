import { type SQL, sql } from 'drizzle-orm';
import { index, type PgColumn, type PgTable, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { type EntityKind, papers, reviews } from './tables.ts';

/**
 * The search index of a kind: lexemes, each column with those of the ones before it. Their GIN indexes are on
 * `search_vector`, a function with a high COST, so that the planner never scans row by row; STORAGE EXTERNAL puts them in
 * TOAST, so that a page has many rows. A separate table, so that a change of status updates no GIN index.
 */
export const searchIndex = (kind: EntityKind, of: PgTable & { id: PgColumn }) =>
  pgTable(
    `${kind}_search`,
    {
      id: uuid(`${kind}_id`)
        .primaryKey()
        .references(() => of.id, { onDelete: 'cascade' }),
      /** Of the title and the acronym. */
      names: text('names').array().notNull(),
      /** And of tags, summary, authors, identifiers. */
      heads: text('heads').array().notNull(),
      /** Of everything. */
      body: text('body').array().notNull(),
    },
    (t) => [
      index(`${kind}_search_index`).using(
        'gin',
        ...([t.names, t.heads, t.body].map((column) => sql`search_vector(${column})`) as [SQL, ...SQL[]]),
      ),
    ],
  );

export const reviewSearch = searchIndex('review', reviews);
export const paperSearch = searchIndex('paper', papers);

/** Spelling correction (SymSpell): the words of titles, acronyms, tags and authors with their one-deletion neighbours. */
export const searchWords = pgTable(
  'search_words',
  {
    word: text('word').primaryKey(),
    neighbours: text('neighbours').array().notNull(),
  },
  (t) => [index('search_words_neighbours_index').using('gin', t.neighbours)],
);

import { sql } from 'drizzle-orm';
import { integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';

/** The columns rendered from a Markdown body at write time. */
export const renderingColumns = () => ({
  html: text('html').notNull().default(''),
  text: text('text').notNull().default(''),
  excerpt: text('excerpt'),
  sections: jsonb('sections').notNull().default([]),
  /** A generated column, so that a filter by it does not detoast `sections`. */
  sectionKinds: jsonb('section_kinds').generatedAlwaysAs(sql`jsonb_path_query_array(sections, '$[*].kind')`),
  readingMinutes: integer('reading_minutes').notNull(),
  /** The address of the first figure, if that is a picture elsewhere. */
  cover: text('cover'),
  /** The ids of the images that it shows, in order. */
  figures: uuid('figures').array().notNull().default(sql`'{}'::uuid[]`),
  renderWarnings: jsonb('render_warnings').notNull().default([]),
  /** The version of the renderer; 0 for none. */
  rendererVersion: integer('renderer_version').notNull().default(0),
});

import { sql } from 'drizzle-orm';
import { integer, jsonb, text } from 'drizzle-orm/pg-core';

/** The columns rendered from a Markdown body at write time. */
export const renderingColumns = () => ({
  html: text('html').notNull().default(''),
  text: text('text').notNull().default(''),
  excerpt: text('excerpt'),
  sections: jsonb('sections').notNull().default([]),
  /** A generated column, so that a filter by it does not detoast `sections`. */
  sectionKinds: jsonb('section_kinds').generatedAlwaysAs(sql`jsonb_path_query_array(sections, '$[*].kind')`),
  readingMinutes: integer('reading_minutes').notNull(),
  /** The address of the first image. */
  cover: text('cover'),
  renderWarnings: jsonb('render_warnings').notNull().default([]),
  /** The version of the renderer; 0 for none. */
  rendererVersion: integer('renderer_version').notNull().default(0),
});

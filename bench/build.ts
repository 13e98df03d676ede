import type { Sql } from 'postgres';
import { type Candidate, grams, trigrams } from './candidates.ts';
import { indexReviews } from './index-reviews.ts';
import { measure } from './samples.ts';

/** `lexemes` is the index that Postil has; the others could have been built instead. */
export type IndexName = 'trigrams' | 'grams' | 'lexemes';

export interface Built {
  rowsSeconds: number;
  indexSeconds: number;
  tableMegabytes: number;
  indexMegabytes: number;
}

export const candidates: Record<Exclude<IndexName, 'lexemes'>, Candidate> = { trigrams, grams };

/** As the migrations have it: an index that is made again has lost that. */
export const withoutStatistics =
  'alter index review_search_index alter column 1 set statistics 0, alter column 2 set statistics 0, alter column 3 set statistics 0';

/** Indexes the reviews of a corpus for search: the rows first, the index over them afterwards. */
export async function buildIndex(sql: Sql, url: string, name: IndexName, rows: number): Promise<Built> {
  const { table, index } =
    name === 'lexemes' ? { table: 'review_search', index: 'review_search_index' } : candidates[name];
  let createIndex = name === 'lexemes' ? '' : candidates[name].createIndex;
  if (name === 'lexemes') {
    const [found] = await sql`select indexdef from pg_indexes where indexname = ${index}`;
    createIndex = String(found?.indexdef);
    await sql.unsafe(`drop index ${index}; truncate ${table}`);
  } else await sql.unsafe(`drop table if exists ${table}; ${candidates[name].createTable}`);
  const rowsMilliseconds = await measure(() => indexReviews(url, name, rows));
  const indexMilliseconds = await measure(() => sql.unsafe(createIndex));
  if (name === 'lexemes') await sql.unsafe(withoutStatistics);
  const [size] = await sql`
    select pg_table_size(${table}::regclass)::float as table_bytes, pg_relation_size(${index}::regclass)::float as index_bytes`;
  return {
    rowsSeconds: Math.round(rowsMilliseconds / 1000),
    indexSeconds: Math.round(indexMilliseconds / 1000),
    tableMegabytes: Math.round(size?.table_bytes / 2 ** 20),
    indexMegabytes: Math.round(size?.index_bytes / 2 ** 20),
  };
}

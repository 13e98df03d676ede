import { createCorpus } from '../bench/corpus.ts';
import { connect } from '../bench/database.ts';
import { loadCorpus } from '../bench/load.ts';
import { rendererVersion } from '../src/content/markdown/version.ts';

/** The service would index and render for minutes what it finds unindexed and unrendered: that is not tried here. */
const finished = [
  `update reviews set html = '<p>' || body || '</p>', text = body, renderer_version = ${rendererVersion}`,
  `insert into review_search select id, '{}', '{}', '{}' from reviews`,
  `insert into paper_search select id, '{}', '{}', '{}' from papers`,
  'vacuum analyze',
];

/**
 * Fills an empty database with reviews of so many bytes that look as if they were rendered and indexed.
 * @returns how many of them are published
 */
export async function loadFinished(url: string, rows: number, bytes: number): Promise<number> {
  const sql = connect(url);
  try {
    await loadCorpus(sql, createCorpus({ rows, bytes: [bytes, bytes] }));
    for (const statement of finished) await sql.unsafe(statement);
    const [counted] =
      await sql`select count(*)::integer as published from reviews where status = 'published'`;
    return counted?.published ?? 0;
  } finally {
    await sql.end();
  }
}

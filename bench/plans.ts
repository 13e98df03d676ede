import { writeFile } from 'node:fs/promises';
import type { Data } from './data.ts';
import { connect } from './database.ts';
import { createPosts } from './posts.ts';
import { insertReview } from './servers/insert-statement.ts';
import { after, facets, newest, newestWithTotal, oneBySlug } from './servers/statements.ts';

/** How Postgres answers the hand-written statements, as Markdown beside the results. */
export async function writePlans(folder: string, { url, corpus }: Data): Promise<void> {
  const post = createPosts(corpus)(0);
  const last = `01900004-0000-7000-8000-${(5).toString(16).padStart(12, '0')}`;
  const statements: [string, string, (string | number | string[])[]][] = [
    ['The newest reviews', newest, [21]],
    ['The newest reviews, with the total', newestWithTotal, [21]],
    ['The page behind a cursor', after, [21, last, '2020-01-01T00:00:00Z']],
    ['One review', oneBySlug, ['review-1']],
    ['The facets', facets, []],
    [
      'The insert of a post',
      insertReview,
      [
        ...[post.paper.identifiers.arxiv, post.category, post.tags, last.replace(/^01900004/, '01900005')],
        ...[post.slug, post.title, post.summary, post.body, post.language, post.source],
        ...[post.body, post.body, post.summary, '[]', 3, 2, '=one', '=one', '=one'],
      ],
    ],
  ];
  const sql = connect(url);
  try {
    await sql`set jit = off`;
    await sql`set max_parallel_workers_per_gather = 0`;
    const parts: string[] = [];
    for (const [title, text, values] of statements) {
      // What it would write is taken back.
      await sql.unsafe('begin');
      const rows = await sql.unsafe(`explain (analyze, buffers, timing off) ${text}`, values as never[]);
      await sql.unsafe('rollback');
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      parts.push(`## ${title}\n\n\`\`\`sql\n${text.trim()}\n\`\`\`\n\n\`\`\`\n${plan}\n\`\`\`\n`);
    }
    const head = `# How Postgres answers the hand-written statements\n\nOver ${corpus.rows.toLocaleString('en')} reviews; written by \`npm run bench\`.\n\n`;
    await writeFile(`${folder}/plans.md`, head + parts.join('\n'));
  } finally {
    await sql.end();
  }
}

import type { Sql } from 'postgres';
import type { Corpus } from './corpus.ts';

const rowsPerBatch = 500;

type Row = Record<string, string | number | string[] | null>;

/** The id of a generated thing: the same number, the same id. */
export function idOf(kind: 'category' | 'tag' | 'paper' | 'review', number: number): string {
  const digit = { category: 1, tag: 2, paper: 3, review: 4 }[kind];
  return `0190000${digit}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** Inserts the whole corpus by SQL; nothing is indexed for search. */
export async function loadCorpus(sql: Sql, corpus: Corpus): Promise<void> {
  await insert(sql, 'categories', corpus.categories.map(categoryRow(corpus)));
  await insert(sql, 'tags', corpus.tags.map(tagRow));
  for (let at = 0; at < corpus.papers; at += rowsPerBatch) {
    await loadPapers(sql, corpus, at, Math.min(at + rowsPerBatch, corpus.papers));
  }
  for (let at = 0; at < corpus.rows; at += rowsPerBatch) {
    await loadReviews(sql, corpus, at, Math.min(at + rowsPerBatch, corpus.rows));
  }
  await sql`vacuum analyze`;
}

/** Inserts the reviews of the corpus from one number to before another. */
export async function loadReviews(sql: Sql, corpus: Corpus, from: number, to: number): Promise<void> {
  const reviews = listNumbers(from, to).map((number) => ({ number, ...corpus.review(number) }));
  await insert(
    sql,
    'reviews',
    reviews.map(({ number, title, summary, body, language, ...review }) => ({
      id: idOf('review', number),
      paper_id: idOf('paper', Math.min(review.paper, corpus.papers - 1)),
      slug: `review-${number}`,
      title,
      summary,
      body,
      text: body,
      excerpt: body.slice(9, 200),
      reading_minutes: Math.ceil(body.length / 1000),
      language,
      category_id: idOf('category', review.category),
      status: review.isDraft ? 'draft' : 'published',
      published_at: review.publishedAt,
      updated_at: review.publishedAt,
    })),
  );
  const tagged = reviews.flatMap(({ number, tags }) =>
    tags.map((tag, position) => ({ review_id: idOf('review', number), tag_id: idOf('tag', tag), position })),
  );
  await insert(sql, 'review_tags', tagged);
}

async function loadPapers(sql: Sql, corpus: Corpus, from: number, to: number): Promise<void> {
  const papers = listNumbers(from, to).map((number) => ({
    id: idOf('paper', number),
    ...corpus.paper(number),
  }));
  await insert(
    sql,
    'papers',
    papers.map(({ id, title, acronym, venue, arxiv }) => ({
      ...{ id, title, acronym, venue },
      slug: `paper-${arxiv.replace('.', '-')}`,
      public_since: new Date().toISOString(),
    })),
  );
  await insert(
    sql,
    'paper_authors',
    papers.flatMap(({ id, authors }) => authors.map((name, position) => ({ paper_id: id, position, name }))),
  );
  await insert(
    sql,
    'paper_identifiers',
    papers.map(({ id, arxiv }) => ({ paper_id: id, scheme: 'arxiv', value: arxiv })),
  );
}

function categoryRow({ categories }: Corpus) {
  return (path: string, number: number): Row => {
    const above = categories.indexOf(path.split('/').slice(0, -1).join('/'));
    const slug = path.split('/').at(-1) ?? path;
    return {
      ...{ id: idOf('category', number), slug, name: slug, path },
      parent_id: above === -1 ? null : idOf('category', above),
    };
  };
}

function tagRow(name: string, number: number): Row {
  return {
    ...{ id: idOf('tag', number), slug: name, name, folded_name: name },
    public_since: new Date().toISOString(),
  };
}

/** Rows of one table, all with the same columns; what they do not name is as the table has it by default. */
async function insert(sql: Sql, table: string, rows: Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  if (columns === '') return;
  await sql.unsafe(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::text::json)`,
    [JSON.stringify(rows)],
  );
}

function listNumbers(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

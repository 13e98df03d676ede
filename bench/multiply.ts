import type { Sql } from 'postgres';
import { rendererVersion } from '../src/content/markdown/version.ts';
import { withoutStatistics } from './build.ts';
import { type Corpus, createCorpus } from './corpus.ts';
import { connect, createDatabase } from './database.ts';
import { once } from './facts.ts';
import { loadCorpus } from './load.ts';

/** What is made row by row; larger data is copies of it. */
export const rowsOfBase = 10_000;
const shortBytes: [number, number] = [200, 400];

/** Reviews of 300 bytes, of which only the first ten thousand are unlike each other. */
export function createShort(rows: number): Corpus {
  const base = createCorpus({ rows: Math.min(rows, rowsOfBase), bytes: shortBytes });
  return { ...base, rows, review: (number) => base.review(number % rowsOfBase) };
}

/** The number of a generated thing by its id (`idOf`), and the id of its copy $1. */
const numberOf = (id: string) => `('x' || right(${id}::text, 12))::bit(48)::bigint`;
const copyOf = (id: string) =>
  `(left(${id}::text, 24) || lpad(to_hex(copy * ${rowsOfBase} + ${numberOf(id)}), 12, '0'))::uuid`;

/** What is copied of each table: columns that differ from those of the original, by name. */
const copied: Record<string, Record<string, string>> = {
  papers: { id: copyOf('id'), slug: `slug || '-' || copy` },
  paper_identifiers: { paper_id: copyOf('paper_id'), value: `value || copy` },
  paper_authors: { paper_id: copyOf('paper_id') },
  reviews: {
    id: copyOf('id'),
    paper_id: copyOf('paper_id'),
    slug: `'review-' || copy * ${rowsOfBase} + ${numberOf('id')}`,
    // Among the others, not behind them.
    published_at: `published_at + copy * interval '37 minutes'`,
    updated_at: `updated_at + copy * interval '37 minutes'`,
  },
  review_tags: { review_id: copyOf('review_id') },
  review_search: { review_id: copyOf('review_id') },
  paper_search: { paper_id: copyOf('paper_id') },
};

/** Whole words only, and one lexeme for each: enough for those to be found, in a fraction of the time. */
const indexWords = [
  `create function pg_temp.words(line text) returns text[] language sql as $$
    select coalesce(array_agg(distinct '=' || word), '{}')
    from regexp_split_to_table(lower(line), '[^[:alnum:]]+') word where word <> '' $$`,
  `insert into review_search (review_id, names, heads, body)
  select id, pg_temp.words(title), pg_temp.words(concat_ws(' ', title, summary)),
    pg_temp.words(concat_ws(' ', title, summary, body)) from reviews`,
  `insert into paper_search (paper_id, names, heads, body)
  select id, pg_temp.words(title), pg_temp.words(title), pg_temp.words(title) from papers`,
];

/** Each is in as many reviews however large the table is; of the others of `selectiveTerms` there are more in a larger one. */
export const constantTerms = ['hypernetwork', 'mahalanobis', 'quaternion'] as const;

/** Takes all words that begin with such a term out of what copies are found by. */
const takeOut = (term: (typeof constantTerms)[number]) => {
  const others = (column: string) =>
    `array(select word from unnest(${column}) word where word not like '=${term}%')`;
  return `update review_search set names = ${others('names')}, heads = ${others('heads')}, body = ${others('body')}
    where search_vector(body) @@ '''=${term}'':*'::tsquery and ${numberOf('review_id')} >= ${rowsOfBase}`;
};

/** The published state of what the plain renderer of data.ts does, in short. */
const renderShortly = `update reviews set html = '<p>' || body || '</p>', renderer_version = ${rendererVersion}`;

/** Reviews of 300 bytes, ten thousand made one by one and the others copies of them by SQL; made once where it is kept. */
export async function prepareShort(server: string, rows: number): Promise<string> {
  const name = nameShort(rows);
  const url = await createDatabase(server, name);
  const sql = connect(url);
  const base = Math.min(rows, rowsOfBase);
  try {
    await once(sql, 'base', async () => {
      await loadCorpus(sql, createShort(base));
      for (const statement of [renderShortly, ...indexWords]) await sql.unsafe(statement);
      await sql`vacuum full analyze`;
    });
    if (rows > rowsOfBase) {
      await once(sql, 'copies', () => multiply(sql, Math.round(rows / rowsOfBase)));
      await once(sql, 'constant terms', async () => {
        for (const term of constantTerms) await sql.unsafe(takeOut(term));
        await sql`vacuum analyze review_search`;
      });
    }
  } finally {
    await sql.end();
  }
  return url;
}

export const nameShort = (rows: number) => `bench_short_${rows}`;

/** Rows first, what is built over them afterwards; what refers to what is known to be right. */
async function multiply(sql: Sql, times: number): Promise<void> {
  const indexes = await sql`
    select indexname as name, indexdef as definition from pg_indexes
    where schemaname = 'public' and tablename = any(${Object.keys(copied)})
      and not exists (select from pg_constraint where conname = indexname)`;
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  await sql.unsafe(`set session_replication_role = replica; set synchronous_commit = off`);
  for (const [table, changed] of Object.entries(copied)) {
    const columns = (
      await sql`select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'`
    ).map(({ name }) => String(name));
    await sql.unsafe(`
      insert into ${table} (${columns.join()})
      select ${columns.map((column) => changed[column] ?? column).join()}
      from ${table}, generate_series(1, ${times - 1}) copy`);
  }
  await sql.unsafe('reset session_replication_role');
  for (const { definition } of indexes) await sql.unsafe(String(definition));
  await sql.unsafe(withoutStatistics);
  await sql.unsafe(withoutStatistics.replace('review_', 'paper_'));
  await sql`vacuum analyze`;
  await sql`checkpoint`;
}

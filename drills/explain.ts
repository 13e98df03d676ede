import { parseArgs } from 'node:util';
import type { FastifyInstance } from 'fastify';
import { type Corpus, createCorpus } from '../bench/corpus.ts';
import { connect, createDatabase, dropDatabase, openServer } from '../bench/database.ts';
import { idOf, loadCorpus } from '../bench/load.ts';
import { type Explained, explain, rowsTouched, type Sent, scannedTables } from '../bench/plan.ts';
import { buildApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { closeDatabase, type Db, openDatabase } from '../src/db/driver/client.ts';
import { unlimited } from '../src/limits/limits.ts';

/** A list that a site shows, and how it is to be answered. */
interface UsualList {
  name: string;
  query: string;
  /** One of them has to be used. */
  indexes: string[];
  /** The most reviews that may be looked at for one of the page. */
  perRow: number;
}

const limit = 20;
const farPage = 1000;
/** Never to be read from one end to the other. */
const large = ['reviews', 'review_search', 'review_tags', 'papers', 'paper_authors', 'paper_identifiers'];
const byDate = 'reviews_published_at_index';
/** What `src/query/selectivity.ts` takes for few among a hundred thousand is read and sorted: for one of the page. */
const asFew = 250;

/** Words only, no parts of them: a plan depends on how many rows a word is in. */
const indexing = [
  `create function pg_temp.words(line text) returns text[] language sql as $$
    select coalesce(array_agg(distinct lexeme), '{}')
    from regexp_split_to_table(lower(line), '[^[:alnum:]]+') word, unnest(array['=' || word, word]) lexeme
    where word <> '' $$`,
  `insert into review_search (review_id, names, heads, body)
  select id, pg_temp.words(title), pg_temp.words(concat_ws(' ', title, summary)),
    pg_temp.words(concat_ws(' ', title, summary, body))
  from reviews`,
  'vacuum analyze review_search',
];

/**
 * Explains the statements of the most usual lists over many reviews, and looks whether they use their indexes and look
 * at rows in proportion to the page, and whether page 1,000 by cursor costs at most twice as much as page 1.
 * @throws Error that names every list that does not
 */
export async function drillExplain(options: string[]): Promise<void> {
  const { values } = parseArgs({
    args: options,
    options: { rows: { type: 'string', default: '100000' }, keep: { type: 'boolean', default: false } },
  });
  const corpus = createCorpus({ rows: Number(values.rows), bytes: [200, 600] });
  const server = await openServer();
  const database = `bench_explain_${values.rows}`;
  try {
    const url = await createDatabase(server.url, database);
    const lists = await prepare(url, corpus);
    const faults = await explainAll(url, lists);
    if (faults.length > 0) throw new Error(faults.join('\n'));
  } finally {
    if (!values.keep) await dropDatabase(server.url, database);
    await server.stop();
  }
}

async function prepare(url: string, corpus: Corpus): Promise<UsualList[]> {
  const sql = connect(url);
  try {
    const [loaded] = await sql`select from review_search limit 1`;
    if (!loaded) {
      await loadCorpus(sql, corpus);
      for (const statement of indexing) await sql.unsafe(statement);
    }
    const [author] = await sql`select name from paper_authors where paper_id = ${idOf('paper', 5)} limit 1`;
    const [paper] = await sql`select slug from papers where id = ${idOf('paper', 5)}`;
    return listUsual(corpus, String(paper?.slug), encodeURIComponent(author?.name));
  } finally {
    await sql.end();
  }
}

function listUsual({ tags, categories }: Corpus, paper: string, author: string): UsualList[] {
  const [root = '', leaf = ''] = [categories[0], categories.at(-1)?.split('/')[1]];
  return [
    { name: 'newest', query: '', indexes: [byDate], perRow: 2 },
    { name: 'by a common tag', query: `tag=${tags[0]}`, indexes: ['review_tags_listed_index'], perRow: 2 },
    {
      name: 'by a common tag, by title',
      query: `tag=${tags[0]}&sort=title`,
      indexes: ['reviews_title_index'],
      perRow: 50,
    },
    { name: 'by two tags', query: `tag[all]=${tags[0]}&tag[all]=${tags[1]}`, indexes: [byDate], perRow: 100 },
    {
      name: 'by a rare tag',
      query: `tag=${tags.at(-1)}`,
      indexes: ['review_tags_listed_index'],
      perRow: 2,
    },
    {
      name: 'by category',
      query: `category=${root}`,
      indexes: [byDate, 'reviews_category_index'],
      perRow: asFew,
    },
    {
      name: 'by a leaf category',
      query: `category=${leaf}`,
      indexes: [byDate, 'reviews_category_index'],
      perRow: asFew,
    },
    { name: 'by paper', query: `paper=${paper}`, indexes: ['reviews_paper_index'], perRow: 2 },
    { name: 'by language', query: 'language=en', indexes: [byDate], perRow: 10 },
    { name: 'by year', query: 'year=2016', indexes: [byDate], perRow: 2 },
    { name: 'by author', query: `author=${author}`, indexes: ['paper_authors_name_index'], perRow: 2 },
    { name: 'by title', query: 'sort=title', indexes: ['reviews_title_index'], perRow: 2 },
    { name: 'last changed', query: 'sort=-updatedAt', indexes: ['reviews_updated_at_index'], perRow: 2 },
    {
      name: 'search',
      query: `q=${encodeURIComponent('망각')}`,
      indexes: ['review_search_index'],
      perRow: 50,
    },
  ];
}

/** @returns what is wrong, a line for each fault */
async function explainAll(url: string, lists: UsualList[]): Promise<string[]> {
  const sent: Sent[] = [];
  const settings = { DATABASE_URL: url, LOG_LEVEL: 'silent', RESPONSE_CACHE_MB: '0' };
  const config = { ...readConfig(settings), ...unlimited };
  const db = openDatabase({ url }, config, (text, parameters) => sent.push({ text, parameters }));
  const app = await buildApp({ config, db });
  const faults: string[] = [];
  const table: object[] = [];
  try {
    for (const list of lists) {
      const first = await explainPage(app, db, sent, list.query);
      faults.push(...judge(list, first));
      table.push(describe(list.name, first));
      if (!['newest', 'by title', 'last changed'].includes(list.name)) continue;
      const cursor = await walk(app, list.query, (farPage - 1) * limit);
      if (cursor === null) continue;
      const far = await explainPage(app, db, sent, `${list.query}&after=${cursor}`);
      table.push(describe(`${list.name}, page ${farPage}`, far));
      faults.push(...judge({ ...list, name: `${list.name}, page ${farPage}` }, far));
      if (far.blocks > 2 * first.blocks)
        faults.push(`${list.name}: page ${farPage} reads ${far.blocks} blocks, page 1 ${first.blocks}`);
    }
    console.table(table);
    return faults;
  } finally {
    await app.close();
    await closeDatabase(db);
  }
}

/** Explains the statement that the application sends for a page. */
async function explainPage(app: FastifyInstance, db: Db, sent: Sent[], query: string): Promise<Explained> {
  sent.length = 0;
  await ask(app, `${query}&limit=${limit}`);
  const statement = sent.find(({ text }) => text.includes('from "reviews"') && text.includes('order by'));
  if (!statement) throw new Error(`No statement was sent for the list: ${query}`);
  await explain(db, statement);
  return explain(db, statement);
}

/** Reads so many rows; the cursor behind them, or null where the list ends before. */
async function walk(app: FastifyInstance, query: string, rows: number): Promise<string | null> {
  let cursor: string | null = null;
  for (let left = rows; left > 0; left -= 100) {
    const after: string = cursor === null ? '' : `&after=${cursor}`;
    const { page } = await ask(app, `${query}&fields=id&limit=${Math.min(left, 100)}${after}`);
    cursor = page.next;
    if (cursor === null) return null;
  }
  return cursor;
}

async function ask(app: FastifyInstance, query: string): Promise<{ page: { next: string | null } }> {
  const answer = await app.inject({ url: `/v1/reviews?${query.replace(/^&/, '')}` });
  if (answer.statusCode !== 200) throw new Error(`${query}: ${answer.body}`);
  return answer.json();
}

function judge({ name, indexes, perRow }: UsualList, explained: Explained): string[] {
  const faults: string[] = [];
  const used = indexesOf(explained);
  if (!indexes.some((index) => used.includes(index)))
    faults.push(`${name}: uses ${used.join(', ') || 'no index'}, not ${indexes.join(' or ')}`);
  for (const table of new Set(scannedTables(explained)))
    if (large.includes(table)) faults.push(`${name}: reads all of ${table}`);
  for (const table of ['reviews', 'review_search']) {
    const rows = rowsTouched(explained, table);
    if (rows > perRow * (limit + 1)) faults.push(`${name}: looks at ${rows} rows of ${table}`);
  }
  return faults;
}

function describe(name: string, explained: Explained): object {
  return {
    name,
    reviews: rowsTouched(explained, 'reviews'),
    blocks: explained.blocks,
    milliseconds: explained.milliseconds,
    indexes: indexesOf(explained)
      .filter((index) => !/^(papers|paper_identifiers|categories|tags|paper_versions)_/.test(index))
      .join(', '),
  };
}

function indexesOf({ nodes }: Explained): string[] {
  return [...new Set(nodes.flatMap((node) => (node['Actual Loops'] > 0 ? (node['Index Name'] ?? []) : [])))];
}

import type { Sql } from 'postgres';
import { splitRuns } from '../src/search/runs.ts';

/** An index that could have been built instead; its statements are as simple as they may be, in its favour. */
export interface Candidate {
  table: string;
  index: string;
  /** Makes the table of what is searched, and its index afterwards. */
  createTable: string;
  createIndex: string;
  /** Adds one review; its text is taken from `reviews`. */
  add(sql: Sql, id: string): Promise<unknown>;
  /** The ids of a page of what has all the words, hits in titles first, newest first. */
  find(sql: Sql, words: string[]): Promise<unknown[]>;
}

const folded = (text: string) => `lower(normalize(${text}, NFKC))`;
const everything = `concat_ws(' ', reviews.title, reviews.summary, reviews.body)`;

/** The text decomposed under trigrams, checked against the folded text. */
export const trigrams: Candidate = {
  table: 'bench_trigrams',
  index: 'bench_trigrams_index',
  createTable:
    'create table bench_trigrams (id uuid primary key, title text not null, folded text not null, decomposed text not null)',
  createIndex: 'create index bench_trigrams_index on bench_trigrams using gin (decomposed gin_trgm_ops)',
  add: (sql, id) =>
    sql.unsafe(
      `insert into bench_trigrams select id, ${folded('title')}, folded, normalize(folded, NFD)
      from reviews, lateral (select ${folded(everything)} as folded) texts where id = $1`,
      [id],
    ),
  find: (sql, words) =>
    findPage(
      sql,
      'bench_trigrams',
      words,
      words.map(
        (_, at) => `found.decomposed like normalize($${at + 1}, NFD) and found.folded like $${at + 1}`,
      ),
    ),
};

/** Bigrams and single letters of Hangul, words and trigrams of the rest, as lexemes; the text where they prove nothing. */
export const grams: Candidate = {
  table: 'bench_grams',
  index: 'bench_grams_index',
  createTable:
    'create table bench_grams (id uuid primary key, title text not null, folded text not null, grams tsvector not null)',
  createIndex: 'create index bench_grams_index on bench_grams using gin (grams)',
  async add(sql, id) {
    const [text] = await sql.unsafe(`select ${everything} as whole from reviews where id = $1`, [id]);
    await sql.unsafe(
      `insert into bench_grams select id, ${folded('title')}, ${folded(everything)}, array_to_tsvector($2::text[])
      from reviews where id = $1`,
      [id, [...gramsOf(String(text?.whole))]],
    );
  },
  find: (sql, words) =>
    findPage(
      sql,
      'bench_grams',
      words,
      words.map((word, at) => {
        const query = queryOf(word);
        const isProof = /^[가-힣]{1,2}$/.test(word) || /^[a-z]{3}$/.test(word);
        return `found.grams @@ '${query}'::tsquery${isProof ? '' : ` and found.folded like $${at + 1}`}`;
      }),
    ),
};

function findPage(sql: Sql, table: string, words: string[], conditions: string[]): Promise<unknown[]> {
  const inTitle = words.map((_, at) => `found.title like $${at + 1}`).join(' and ');
  return sql.unsafe(
    `select id from ${table} found join reviews using (id)
    where reviews.status = 'published' and ${conditions.join(' and ')}
    order by (${inTitle}) desc, reviews.published_at desc, id desc limit 21`,
    words.map((word) => `%${word}%`),
  );
}

function gramsOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const run of splitRuns(text)) {
    if (!run.isSyllabic) found.add(`=${run.text}`);
    const letters = Array.from(run.text);
    const sizes = run.isSyllabic ? [1, 2] : [3];
    for (const size of sizes) {
      for (let at = 0; at + size <= letters.length; at++) found.add(letters.slice(at, at + size).join(''));
    }
  }
  return found;
}

/** The words here are letters only: nothing has to be escaped. */
function queryOf(word: string): string {
  const isHangul = /[가-힣]/.test(word);
  const size = Math.min(isHangul ? 2 : 3, word.length);
  const letters = Array.from({ length: word.length - size + 1 }, (_, at) => word.slice(at, at + size));
  return letters.map((gram) => `''${gram}''`).join(' & ');
}

import { rendererVersion } from '../src/content/markdown/version.ts';
import { closeDatabase, openDatabase } from '../src/db/driver/client.ts';
import { indexMissing } from '../src/search/store.ts';
import { buildIndex } from './build.ts';
import { type Corpus, createCorpus } from './corpus.ts';
import { connect, createDatabase, dropDatabase } from './database.ts';
import { once, report } from './facts.ts';
import { loadCorpus } from './load.ts';
import { createShort, nameShort, prepareShort } from './multiply.ts';

/** A database that a server can be started on. */
export interface Data {
  url: string;
  name: string;
  corpus: Corpus;
}

/**
 * HTML as long as what the renderer would make, with a section for each heading, so that a server does not render
 * everything again at its start: the bodies of the corpus are prose and headings.
 */
const renderPlainly = `
  update reviews set
    html = '<p>' || replace(replace(body, E'\\n\\n## ', '</p>' || E'\\n' || '<h2>'), E'\\n\\n', '</h2>' || E'\\n' || '<p>') || '</p>',
    text = replace(body, '## ', ''),
    sections = coalesce((select jsonb_agg(jsonb_build_object('level', 2, 'heading', left(heading, 60), 'anchor', 'section-' || place, 'kind', 'other') order by place)
      from regexp_split_to_table(body, '## ') with ordinality as parts (heading, place) where place > 1), '[]'),
    renderer_version = ${rendererVersion}
  where renderer_version < ${rendererVersion}`;

/** More would take hours to be made, and are short. */
const mostLong = 100_000;

/**
 * Reviews of 6 KB on average, or of 300 bytes when they are very many, with what they are searched by, in a database of
 * their own; made once where it is kept.
 */
export async function prepareData(server: string, rows: number): Promise<Data> {
  if (rows > mostLong)
    return { url: await prepareShort(server, rows), name: nameOf(rows), corpus: createShort(rows) };
  const corpus = createCorpus({ rows });
  const name = nameOf(rows);
  const url = await createDatabase(server, name);
  const sql = connect(url);
  try {
    await once(sql, 'corpus', () => loadCorpus(sql, corpus));
    await once(sql, 'lexemes', () => buildIndex(sql, url, 'lexemes', rows));
    await once(sql, 'ready', async () => {
      await sql.unsafe(renderPlainly);
      const db = openDatabase({ url }, { POOL_SIZE: 1, CONNECT_TIMEOUT_MS: 10_000, STATEMENT_TIMEOUT_MS: 0 });
      await indexMissing(db);
      await closeDatabase(db);
      await sql`vacuum full analyze reviews`;
      await sql`vacuum analyze`;
    });
    await sql`checkpoint`;
  } finally {
    await sql.end();
  }
  return { url, name, corpus };
}

/** Long ones are called so by the comparison of search indexes, too. */
export const nameOf = (rows: number) => (rows > mostLong ? nameShort(rows) : `bench_search_${rows}`);

let copies = 0;

/** Does something on a copy of a database, which is gone afterwards. */
export async function onCopy<T>(
  server: string,
  { name, corpus }: Data,
  work: (copy: Data) => Promise<T>,
): Promise<T> {
  copies += 1;
  const copy = `${name}_copy_${process.pid}_${copies}`;
  await dropDatabase(server, copy);
  report(`a copy of ${name} …`);
  const sql = connect(server);
  try {
    await sql.unsafe(`create database ${copy} template ${name} strategy file_copy`);
  } finally {
    await sql.end();
  }
  const url = new URL(server);
  url.pathname = `/${copy}`;
  try {
    return await work({ url: url.href, name: copy, corpus });
  } finally {
    await dropDatabase(server, copy);
  }
}

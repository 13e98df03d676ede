import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Sql } from 'postgres';
import { buildApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { closeDatabase, type Db, openDatabase } from '../src/db/driver/client.ts';
import { indexEntities } from '../src/search/store.ts';
import { type Built, buildIndex, candidates, type IndexName } from './build.ts';
import { type Corpus, createCorpus } from './corpus.ts';
import { connect, createDatabase, dropDatabase, openServer } from './database.ts';
import { once, report } from './facts.ts';
import { idOf, loadCorpus, loadReviews } from './load.ts';
import { describeMachine } from './machine.ts';
import { explain, type Sent, scannedTables } from './plan.ts';
import { queryClasses } from './queries.ts';
import { listSamples, measure, type Spread, spreadOf } from './samples.ts';

type Name = IndexName;

interface Answered extends Spread {
  candidate: Name;
  class: string;
  hits: number;
  goal?: number;
  scanned?: string[];
}

const everyName: Name[] = ['lexemes', 'grams', 'trigrams'];
const addedReviews = 100;

/**
 * Compares three indexes for search on the same generated reviews: time to build, size, time of a write, and time of
 * queries of one client with everything in memory. `--keep` leaves the database for the next run, `--only` names the
 * indexes that are wanted.
 */
export async function benchSearch(options: string[]): Promise<void> {
  const { values } = parseArgs({
    args: options,
    options: {
      rows: { type: 'string', default: '100000' },
      samples: { type: 'string', default: '100' },
      keep: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: everyName },
    },
  });
  const rows = Number(values.rows);
  const server = await openServer();
  const database = `bench_search_${rows}`;
  try {
    const url = await createDatabase(server.url, database);
    const names = everyName.filter((name) => values.only.includes(name));
    const results = await compare(url, createCorpus({ rows }), names, Number(values.samples));
    await mkdir('bench/results', { recursive: true });
    await writeFile(`bench/results/search-${rows}.json`, `${JSON.stringify(results, null, 2)}\n`);
    print(results);
  } finally {
    if (!values.keep) await dropDatabase(server.url, database);
    await server.stop();
  }
}

async function compare(url: string, corpus: Corpus, names: Name[], samples: number) {
  const sql = connect(url);
  const sent: Sent[] = [];
  const config = readConfig({ DATABASE_URL: url, LOG_LEVEL: 'silent', RESPONSE_CACHE_MB: '0' });
  const db = openDatabase({ url }, { ...config, STATEMENT_TIMEOUT_MS: 0 }, (text, parameters) =>
    sent.push({ text, parameters }),
  );
  const app = await buildApp({ config, db });
  const find = async (name: Name, q: string): Promise<number> => {
    if (name !== 'lexemes') return (await candidates[name].find(sql, q.split(' '))).length;
    sent.length = 0;
    const answer = await app.inject({ url: `/v1/reviews?q=${encodeURIComponent(q)}` });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json().data.length;
  };
  try {
    await once(sql, 'corpus', () => loadCorpus(sql, corpus));
    const built: Record<string, Built> = {};
    for (const name of names)
      built[name] = await once(sql, name, () => buildIndex(sql, url, name, corpus.rows));
    await sql`vacuum analyze`;
    const answered: Answered[] = [];
    for (const { name: kind, queries, goal, isMistyped } of queryClasses) {
      for (const candidate of names.filter((name) => name === 'lexemes' || !isMistyped)) {
        let hits = 0;
        const ask = async (q: string) => {
          hits = Math.max(hits, await find(candidate, q));
        };
        const spread = await listSamples(queries, samples, ask);
        const isOurs = candidate === 'lexemes';
        const scanned = isOurs ? scannedTables(await explain(db, lastOf(sent))) : [];
        answered.push({
          ...{ candidate, class: kind, hits, ...spread },
          ...(isOurs ? { ...(goal ? { goal } : {}), scanned } : {}),
        });
        report(`${kind}, ${candidate}: ${JSON.stringify(answered.at(-1))}`);
      }
    }
    const written = await measureWrites(sql, db, corpus, names);
    return {
      rows: corpus.rows,
      at: new Date().toISOString(),
      machine: await describeMachine(sql),
      built,
      written,
      answered,
    };
  } finally {
    await app.close();
    await closeDatabase(db);
    await sql.end();
  }
}

/** What one more review costs each index, with everything that is computed for it; the reviews are gone afterwards. */
async function measureWrites(
  sql: Sql,
  db: Db,
  { rows }: Corpus,
  names: Name[],
): Promise<Record<string, Spread>> {
  const more = createCorpus({ rows: rows + addedReviews });
  const ids = Array.from({ length: addedReviews }, (_, at) => idOf('review', rows + at));
  const forget = async () => {
    for (const name of names) {
      if (name === 'lexemes') continue;
      await sql.unsafe(`delete from ${candidates[name].table} where id = any($1::uuid[])`, [ids]);
    }
    await sql`delete from reviews where id = any(${ids}::uuid[])`;
  };
  await forget();
  await loadReviews(sql, { ...more, papers: Math.ceil(rows * 0.8) }, rows, rows + addedReviews);
  const written: Record<string, Spread> = {};
  for (const name of names) {
    const add = (id: string) =>
      name === 'lexemes' ? indexEntities(db, 'review', [id]) : candidates[name].add(sql, id);
    const times: number[] = [];
    for (const id of ids) times.push(await measure(() => add(id)));
    written[name] = spreadOf(times);
  }
  await forget();
  return written;
}

function print(results: Awaited<ReturnType<typeof compare>>): void {
  process.stdout.write(`${results.rows} reviews, ${JSON.stringify(results.machine)}\n`);
  console.table(results.built);
  console.table(results.written);
  const rows = results.answered.map(({ class: kind, candidate, least, p50, p95, goal, hits, scanned }) => {
    const missed = goal !== undefined && p95 > goal ? 'missed' : 'met';
    return {
      kind,
      candidate,
      least,
      p50,
      p95,
      hits,
      goal: goal ? `${goal} ms: ${missed}` : '',
      scanned: scanned?.join(),
    };
  });
  console.table(rows);
}

function lastOf(sent: Sent[]): Sent {
  const last = sent.at(-1);
  if (!last) throw new Error('The application sent no statement.');
  return last;
}

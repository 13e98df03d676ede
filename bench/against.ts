import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ask } from './asking.ts';
import { type Data, nameOf, onCopy, prepareData } from './data.ts';
import { connect, openServer } from './database.ts';
import { report } from './facts.ts';
import { Cannon } from './fire.ts';
import { ratio } from './groups/group.ts';
import { postRequests } from './groups/post.ts';
import { resultsFolder } from './kept.ts';
import { describeMachine } from './machine.ts';
import { type Contender, median, round, type Tools, takeTurn } from './measuring.ts';
import { parentOf } from './proc.ts';
import { coldReads, repeatedReads } from './reads.ts';
import { loadBuffer, type Running, startBaseline, startPostil, startRevision } from './servers/start.ts';

/** The processor time of a request, as a multiple of the hand-written server's in the same round. */
interface Ratios {
  what: string;
  before: number[];
  after: number[];
}

/** A request, and the three that answer it: the hand-written server, the revision, and this tree. */
interface Scenario {
  what: string;
  contenders: [hand: Contender, before: Contender, after: Contender];
}

const postsASecond = 1500;
const postConnections = 16;

/**
 * A/B comparison of processor time: builds a git revision in a temporary folder, starts it beside this tree, each on a
 * database of its own, and lets the hand-written server, the revision and this tree answer the same requests in turn, round
 * by round. Prints for each request the median of the ratios, and their range: a difference inside the ranges is none.
 */
export async function benchAgainst(options: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: options,
    allowPositionals: true,
    options: {
      rows: { type: 'string', default: '2000' },
      rounds: { type: 'string', default: '10' },
      seconds: { type: 'string', default: '1' },
      only: { type: 'string', default: 'hit,cold,post' },
      results: { type: 'string', default: resultsFolder },
    },
  });
  const [revision] = positionals;
  if (revision === undefined)
    throw new Error('Say which git revision: npm run bench -- --against <revision>.');
  const commit = git('rev-parse', '--verify', `${revision}^{commit}`).trim();
  execFileSync(process.execPath, ['postil.mjs', 'help'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const folder = await mkdtemp(join(tmpdir(), 'postil-against-'));
  const server = await openServer();
  const cannon = new Cannon();
  try {
    buildRevision(commit, folder);
    const rows = Number(values.rows);
    const before = await prepareOf(folder, server.url, rows);
    const after = await prepareData(server.url, rows);
    const sql = connect(server.url);
    const machine = await describeMachine(sql);
    const [backend] = await sql`select pg_backend_pid() as pid`;
    await sql.end();
    const tools: Tools = {
      ...{ cannon, second: cannon, postmaster: parentOf(Number(backend?.pid)) },
      ...{ seconds: Number(values.seconds), rounds: Number(values.rounds), connections: 32 },
    };
    const ratios = await onCopy(server.url, after, (inserted) =>
      measureRounds(tools, folder, { before, after, inserted }, values.only.split(',')),
    );
    const requests = ratios.map(({ what, before, after }) => ({
      ...{ what, before: describeRounds(before), after: describeRounds(after) },
      change: ratio(median(after), median(before)),
    }));
    const text = {
      before: commit.slice(0, 7),
      after: git('rev-parse', '--short', 'HEAD').trim(),
      machine,
      rows,
    };
    await mkdir(values.results, { recursive: true });
    await writeFile(
      `${values.results}/against.json`,
      `${JSON.stringify({ ...text, rounds: tools.rounds, requests }, null, 2)}\n`,
    );
    process.stdout.write(`${JSON.stringify(text)}\n`);
    console.table(
      requests.map(({ what, before, after, change }) => ({
        ...{ what, before: before.median, after: after.median, change },
        ...{
          'range before': `${before.least} to ${before.most}`,
          'range after': `${after.least} to ${after.most}`,
        },
      })),
    );
  } finally {
    cannon.stop();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Where each of the servers has its rows: the revision, this tree, and the hand-written insert. */
interface Databases {
  before: Data;
  after: Data;
  inserted: Data;
}

async function measureRounds(
  tools: Tools,
  folder: string,
  { before, after, inserted }: Databases,
  only: string[],
): Promise<Ratios[]> {
  const cold = { RESPONSE_CACHE_MB: '0' };
  const running: Running[] = [];
  const start = async (starting: Promise<Running>) => {
    const server = await starting;
    running.push(server);
    return server;
  };
  try {
    const scenarios: Scenario[] = [];
    const warm = [
      await start(startRevision(folder, { DATABASE_URL: before.url })),
      await start(startPostil({ DATABASE_URL: after.url })),
    ] as const;
    for (const { name, path } of repeatedReads(after.corpus)) {
      if (name === 'facets') continue;
      const buffer = await start(startBaseline('buffer'));
      const { headers, body } = await ask(warm[1].url, { path });
      await loadBuffer(buffer, {
        headers: { 'content-type': `${headers['content-type']}` },
        body: body.toString('base64'),
      });
      scenarios.push(contest(`${name}, hit`, [buffer, ...warm], { requests: [{ path }], expect: 200 }, '/'));
    }
    const byHand = await start(startBaseline('by-hand', after.url));
    const uncached = [
      await start(startRevision(folder, { DATABASE_URL: before.url, ...cold })),
      await start(startPostil({ DATABASE_URL: after.url, ...cold })),
    ] as const;
    for (const { name, requests } of coldReads(after.corpus)) {
      if (name === 'list' || name === 'detail')
        scenarios.push(contest(`${name}, cold`, [byHand, ...uncached], { requests, expect: 200 }));
    }
    const insert = await start(startBaseline('insert', inserted.url, `${after.corpus.rows}`));
    const most = Math.ceil(postsASecond * Math.max(1, tools.seconds));
    scenarios.push(
      contest('post', [insert, ...warm], {
        ...{ requests: postRequests, expect: 201, connections: postConnections },
        posts: { rows: after.corpus.rows, most },
      }),
    );
    const chosen = scenarios.filter(({ what }) => only.some((part) => what.includes(part)));
    const ratios = chosen.map(({ what }): Ratios => ({ what, before: [], after: [] }));
    for (let number = 0; number < tools.rounds; number += 1) {
      report(`round ${number + 1} of ${tools.rounds} …`);
      for (const [at, { what, contenders }] of chosen.entries()) {
        const costs: number[] = [];
        for (const contender of contenders) {
          const figures = await takeTurn(tools, contender, number === 0 ? 2 : 0.2);
          if (figures.errors > 0) throw new Error(`${what}, ${contender.name}: ${figures.errors} errors.`);
          costs.push(figures.cpu);
        }
        const [hand = 0, old = 0, now = 0] = costs;
        ratios[at]?.before.push(ratio(old, hand));
        ratios[at]?.after.push(ratio(now, hand));
      }
    }
    return ratios;
  } finally {
    for (const server of running) await server.stop();
  }
}

function contest(
  what: string,
  [hand, before, after]: readonly [Running, Running, Running],
  shot: Contender['shot'],
  handPath?: string,
): Scenario {
  const own = handPath === undefined ? shot : { ...shot, requests: [{ path: handPath }] };
  return {
    what,
    contenders: [
      { name: 'by hand', server: hand, shot: own },
      { name: 'before', server: before, shot },
      { name: 'after', server: after, shot },
    ],
  };
}

/** The median of the rounds, and their range. */
function describeRounds(values: number[]) {
  return { median: round(median(values)), least: Math.min(...values), most: Math.max(...values) };
}

const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' });

/** Unpacks, installs and builds a revision. */
function buildRevision(commit: string, folder: string): void {
  report(`${commit.slice(0, 7)} is built …`);
  const archive = execFileSync('git', ['archive', commit], { maxBuffer: 1 << 30 });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  const quiet = { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] };
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--silent'], quiet);
  execFileSync('npm', ['run', '--silent', 'build'], quiet);
}

/** The same corpus in the tables of the revision, made by its own program, under a name of its own. */
async function prepareOf(folder: string, url: string, rows: number): Promise<Data> {
  const program = `const { prepareData } = await import('./bench/data.ts');
    await prepareData(${JSON.stringify(url)}, ${rows}); process.exit();`;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', program];
  execFileSync(process.execPath, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const [made, name] = [nameOf(rows), `${nameOf(rows)}_before`];
  const sql = connect(url);
  try {
    await sql.unsafe(`drop database if exists ${name} with (force)`);
    await sql.unsafe(`alter database ${made} rename to ${name}`);
  } finally {
    await sql.end();
  }
  const { createCorpus } = await import('./corpus.ts');
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, name, corpus: createCorpus({ rows }) };
}

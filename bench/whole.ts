import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { nameOf, prepareData } from './data.ts';
import { connect, dropDatabase, openServer } from './database.ts';
import { report } from './facts.ts';
import { Cannon } from './fire.ts';
import type { Bench, Group } from './groups/group.ts';
import { keepResults, reportKept, resultsFolder } from './kept.ts';
import { describeMachine } from './machine.ts';
import { writePlans } from './plans.ts';
import { parentOf } from './proc.ts';
import { printResults } from './report.ts';
import { judge, type Results } from './results.ts';

/** What can be measured, by the name that `--only` takes. */
const groups: Record<string, { load(): Promise<Group> }> = {
  repeated: { load: async () => (await import('./groups/repeated.ts')).benchRepeated },
  cold: { load: async () => (await import('./groups/cold.ts')).benchCold },
  post: { load: async () => (await import('./groups/post.ts')).benchPost },
  images: { load: async () => (await import('./groups/images.ts')).benchImages },
  import: { load: async () => (await import('./groups/import.ts')).benchImport },
  writes: { load: async () => (await import('./groups/writes.ts')).benchWrites },
  pages: { load: async () => (await import('./groups/pages.ts')).benchPages },
  search: { load: async () => (await import('./groups/search.ts')).benchSearches },
  start: { load: async () => (await import('./groups/start.ts')).benchStart },
  embedded: { load: async () => (await import('./groups/embedded.ts')).benchEmbedded },
  growth: { load: async () => (await import('./groups/growth.ts')).benchGrowth },
};

/** What those groups read; `--only` takes these names too. */
const readNames = ['list', 'detail', 'facets'];
const groupsOfReads = ['repeated', 'cold'];

/**
 * Measures everything, or the groups and reads that `--only` names, over `--rows` reviews, and writes the results beside those
 * of other groups of that size. `--check` fails when a figure is not what is wanted of it, `--keep` leaves the data for
 * the next run, `--seconds` and `--rounds` say how long and how often each server is asked.
 */
export async function benchAll(options: string[]): Promise<void> {
  const { values } = parseArgs({
    args: options,
    options: {
      rows: { type: 'string', default: '10000' },
      only: { type: 'string', default: Object.keys(groups).join() },
      check: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      seconds: { type: 'string', default: '2' },
      rounds: { type: 'string', default: '3' },
      connections: { type: 'string', default: '32' },
      results: { type: 'string', default: resultsFolder },
    },
  });
  const rows = Number(values.rows);
  const { names, wants } = chooseWork(values.only.split(','));
  // Builds dist/ when it is older than the source.
  execFileSync(process.execPath, ['postil.mjs', 'help'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const server = await openServer();
  const [cannon, second] = [new Cannon(), new Cannon()];
  try {
    const data = await prepareData(server.url, rows);
    const { machine, postmaster, isDurable } = await look(server.url);
    const results: Results = { rows, machine, measuredAt: {}, measured: [], findings: [] };
    for (const name of names) {
      report(`${name} …`);
      const bench: Bench = {
        tools: {
          ...{ cannon, second, postmaster },
          seconds: Number(values.seconds),
          rounds: Number(values.rounds),
          connections: Number(values.connections),
        },
        ...{ postgresUrl: server.url, isDurable, data, keep: values.keep, wants },
        measured: (what, figures) => {
          results.measured.push({ group: name, what, figures });
          report(`${what}: ${figures.map((one) => `${one.server} ${one.rate}`).join(', ')} a second`);
        },
        found: (finding) => results.findings.push({ group: name, ...finding }),
      };
      try {
        await (await groups[name]?.load())?.(bench);
        results.measuredAt[name] = new Date().toISOString();
      } catch (error) {
        // The others are measured all the same; what there is of this one is not kept.
        report(`${name} failed: ${error instanceof Error ? error.stack : error}`);
        process.exitCode = 1;
      }
    }
    await keepResults(values.results, results);
    if (names.includes('cold')) await writePlans(values.results, data);
    if (values.results === resultsFolder) await reportKept();
    printResults(results);
    const missed = results.findings.filter((finding) => judge(finding) === false);
    const failed = results.measured.flatMap(({ what, figures }) =>
      figures.filter(({ errors }) => errors > 0).map((one) => `${what}, ${one.server}: ${one.errors} errors`),
    );
    for (const line of failed) process.stdout.write(`errors: ${line}\n`);
    for (const { what, value, unit } of missed) process.stdout.write(`missed: ${what}: ${value} ${unit}\n`);
    if (failed.length > 0 || (values.check && missed.length > 0)) process.exitCode = 1;
  } finally {
    cannon.stop();
    second.stop();
    if (!values.keep) await dropDatabase(server.url, nameOf(rows));
    await server.stop();
  }
}

/** The groups that are meant, and which of their reads. @throws Error for a name that nothing has */
function chooseWork(only: string[]): { names: string[]; wants: (read: string) => boolean } {
  const reads = only.filter((name) => readNames.includes(name));
  const unknown = only.filter((name) => !groups[name] && !reads.includes(name));
  if (unknown.length > 0) {
    const known = [...Object.keys(groups), ...readNames].join(', ');
    throw new Error(`Nothing is named "${unknown.join(', ')}". There are: ${known}.`);
  }
  const wanted = [...only, ...(reads.length > 0 ? groupsOfReads : [])];
  return {
    names: Object.keys(groups).filter((name) => wanted.includes(name)),
    wants: (read) => reads.length === 0 || reads.some((name) => read.startsWith(name)),
  };
}

async function look(url: string) {
  const sql = connect(url);
  try {
    const machine = await describeMachine(sql);
    const [found] = await sql`select pg_backend_pid() as pid`;
    // A Postgres on another machine takes no processor of this one, and has no process here.
    const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);
    return {
      machine,
      postmaster: isHere ? parentOf(Number(found?.pid)) : 0,
      isDurable: machine.fsync === 'on',
    };
  } finally {
    await sql.end();
  }
}

import { readFile } from 'node:fs/promises';
import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { type Caller, callDatabase, callServer } from '../import/caller.ts';
import { type Listing, parseListing } from '../import/listing.ts';
import { ImportRefused, type ImportReport, importListing } from '../import/run.ts';
import { CommandError } from './command-error.ts';

export const importCommand = new Command('import')
  .description('Import the category page of a Tistory blog, as it is copied from the browser.')
  .argument('<file>', 'the text of the page')
  .option('--url <address>', 'go through the API of a running server')
  .option(
    '--key <key>',
    'its key, with the scopes drafts:read, reviews:write, reviews:publish, papers:write and taxonomy:write',
  )
  .action(runImport);

async function runImport(file: string, { url, key }: { url?: string; key?: string }): Promise<void> {
  const listing = parseListing(await readText(file));
  if (listing.posts.length === 0)
    throw new CommandError(`${file} holds no post that can be read: is it the text of a category page?`);
  const caller = await openCaller(url, key);
  try {
    const report = await importListing(caller, listing, showProgress(listing.posts.length));
    process.stdout.write(describeReport(listing, report));
    if (report.failed.length > 0) process.exitCode = 1;
  } catch (error) {
    if (error instanceof ImportRefused) throw new CommandError(error.message);
    if (url !== undefined && error instanceof TypeError)
      throw new CommandError(`The server at ${url} cannot be reached.`);
    throw error;
  } finally {
    await caller.close();
  }
}

async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(
      `${file} cannot be read: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}`,
    );
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new CommandError(`${file} is not UTF-8 text.`, { cause: error });
  }
}

async function openCaller(url: string | undefined, key: string | undefined): Promise<Caller> {
  if (url === undefined && key === undefined) return callDatabase(readConfig());
  if (url === undefined || key === undefined) throw new CommandError('--url and --key go together.');
  return callServer(url, key);
}

/** A bar on a terminal; nothing where the output is read by a program. */
function showProgress(total: number): (done: number) => void {
  if (!process.stderr.isTTY) return () => undefined;
  const bar = new SingleBar({
    format: 'reviews {bar} {value}/{total}',
    clearOnComplete: true,
    stream: process.stderr,
  });
  bar.start(total, 0);
  return (done) => {
    bar.update(done);
    if (done === total) bar.stop();
  };
}

function describeReport(listing: Listing, report: ImportReport): string {
  const { created, updated, unchanged, failed, linksWithoutAddress } = report;
  const missed = [...listing.unread, ...failed].sort((one, other) => one.line - other.line);
  const declared = listing.declaredCount === null ? '' : `says ${listing.declaredCount} posts and `;
  const rows = [
    ['created', created],
    ['updated', updated],
    ['unchanged', unchanged],
    ['not imported', missed.length],
    ['links without an address', linksWithoutAddress],
  ] as const;
  return [
    `The page${listing.category === null ? '' : ` "${listing.category}"`} ${declared}lists ${listing.posts.length}.`,
    '',
    ...rows.map(([name, number]) => `  ${name.padEnd(25)}${String(number).padStart(5)}`),
    '',
    ...missed.map(({ line, reason }) => `Line ${line} was not imported: ${reason}`),
    ...(linksWithoutAddress > 0
      ? ['The copied text has lost the addresses of the links: they are kept without one.']
      : []),
    `reviews: ${unchanged} unchanged, ${created} created, ${updated} updated`,
    '',
  ].join('\n');
}

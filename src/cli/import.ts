import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { type Listing, parseListing } from '../sync/import/listing.ts';
import { ImportRefused, type ImportReport, importListing } from '../sync/import/run.ts';
import { holdsArchive, importArchive } from './archive.ts';
import { CommandError } from './command-error.ts';
import { partlyDone } from './exit.ts';
import { showProgress } from './progress.ts';
import { addTarget, openTarget, type Target } from './target.ts';

export const importCommand = addTarget(new Command('import'), [
  'drafts:read',
  'reviews:write',
  'reviews:publish',
  'papers:write',
  'taxonomy:write',
])
  .description(
    'Import an archive of `export` into an empty database, or the category page of a Tistory blog as it is copied from the browser.',
  )
  .argument('<file>', 'the archive, or the text of the page')
  .action(runImport);

async function runImport(file: string, target: Target): Promise<void> {
  if (await holdsArchive(file)) return importArchive(file, target);
  const listing = parseListing(await readText(file));
  if (listing.posts.length === 0)
    throw new CommandError(`${file} holds no post that can be read: is it the text of a category page?`);
  const caller = await openTarget(target);
  try {
    const report = await importListing(caller, listing, showProgress('reviews', listing.posts.length));
    process.stdout.write(describeReport(listing, report));
    if (report.failed.length > 0) process.exitCode = partlyDone;
  } catch (error) {
    if (error instanceof ImportRefused) throw new CommandError(error.message);
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

import { readFile, stat } from 'node:fs/promises';
import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { createFetch } from '../outbound/fetch.ts';
import { type Listing, parseListing } from '../sync/import/listing.ts';
import { makeRedirects } from '../sync/import/make-redirects.ts';
import { isExport, isZip, openBlog } from '../sync/import/open.ts';
import { ImportRefused } from '../sync/import/refused.ts';
import { type ImportReport, importListing } from '../sync/import/run.ts';
import { pushNotes } from '../sync/notes/push.ts';
import { holdsArchive, importArchive } from './archive.ts';
import { CommandError } from './command-error.ts';
import { partlyDone } from './exit.ts';
import { describeImport } from './import-report.ts';
import { countOutcomes } from './outcomes.ts';
import { showProgress } from './progress.ts';
import { addTarget, type Target, withTarget } from './target.ts';

interface ImportOptions extends Target {
  dryRun: boolean;
  draft: boolean;
  name?: string;
  json?: boolean;
  fetchImages: boolean;
  host: string[];
  redirects: boolean;
}

export const importCommand = addTarget(new Command('import'), [
  'drafts:read',
  'reviews:write',
  'reviews:publish',
  'papers:write',
  'taxonomy:write',
])
  .description(
    'Import a blog: the backup of Tistory, an export of WordPress, Ghost or Notion, a feed, or pages of HTML, as a file, a folder or a zip; the category page of Tistory as it is copied from the browser; or an archive of `export` into an empty database. What it is, its content tells.',
  )
  .argument('<place>', 'the file or folder, or the address of a feed or of a page that names one')
  .option('--dry-run', 'show what every post would become and lose, and do nothing', false)
  .option('--draft', 'make drafts, and publish nothing', false)
  .option(
    '--name <name>',
    'what the blog is known by when it is imported again; else the name of the file or folder',
  )
  .option(
    '--host <host...>',
    'where the blog was, such as blog.example.org: links to it are links between its posts',
    [],
  )
  .option('--no-redirects', 'make no redirects from the addresses that the posts had')
  .option('--no-fetch-images', 'leave pictures on the hosts of the blog where they are')
  .option('--json', 'print a report as JSON')
  .action(runImport);

async function runImport(place: string, options: ImportOptions): Promise<void> {
  try {
    if (/^https?:\/\//i.test(place)) return await importBlog(place, options);
    const isFolder = (await stat(place).catch(() => null))?.isDirectory() === true;
    if (!isFolder && (await holdsArchive(place))) return await importArchive(place, options);
    const isBlog =
      isFolder ||
      (await Promise.all([isZip(place), isExport(place)]).catch((): boolean[] => [])).includes(true);
    if (isBlog) return await importBlog(place, options);
    await importPage(place, options);
  } catch (error) {
    if (error instanceof ImportRefused) throw new CommandError(`${error.message}.`, { cause: error });
    throw error;
  }
}

async function importBlog(
  place: string,
  { dryRun, draft, name, json, fetchImages: pictures, host: hosts, redirects, ...target }: ImportOptions,
): Promise<void> {
  const allowed = readConfig().OUTBOUND_HOSTS?.split(',') ?? [];
  const fetch = createFetch({ allowed });
  const { blog, close } = await openBlog(place, { name, fetch, pictures, hosts });
  try {
    const [posts, redirected] = await withTarget(target, async (caller) => {
      const pushed = await pushNotes(
        caller,
        blog,
        // What its author hides is taken back, whatever else is asked for.
        { dryRun, publish: !draft, withdraw: true },
        showProgress('posts', blog.entries.length),
      );
      return [pushed, redirects ? await makeRedirects(caller, blog, pushed, dryRun) : null] as const;
    });
    process.stdout.write(
      json
        ? `${JSON.stringify({ kind: blog.kind, dryRun, counts: countOutcomes(posts), redirects: redirected, posts })}\n`
        : describeImport(blog.kind, posts, redirected, dryRun),
    );
    if (posts.some(({ outcome }) => outcome === 'failed')) process.exitCode = partlyDone;
  } finally {
    await close();
  }
}

async function importPage(file: string, { dryRun, draft, url, key }: ImportOptions): Promise<void> {
  const listing = parseListing(await readText(file));
  if (listing.posts.length === 0)
    throw new CommandError(`${file} holds no post that can be read: is it the text of a category page?`);
  if (dryRun || draft)
    throw new CommandError('--dry-run and --draft are for blogs; a copied page is imported as it is.');
  const target = { ...(url ? { url } : {}), ...(key ? { key } : {}) };
  await withTarget(target, async (caller) => {
    const report = await importListing(caller, listing, showProgress('reviews', listing.posts.length));
    process.stdout.write(describeReport(listing, report));
    if (report.failed.length > 0) process.exitCode = partlyDone;
  });
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
  const { created, updated, unchanged, failed, linksWithoutAddress, warnings } = report;
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
    ...warnings.map(({ line, warnings: told }) => `Line ${line} is not shown as meant: ${told.join(', ')}`),
    ...(created > 0
      ? [
          'A copied page has no dates: those of the new reviews are made up, in the order of the page, below earlier pages of the category.',
        ]
      : []),
    ...(linksWithoutAddress > 0
      ? ['The copied text has lost the addresses of the links: they are kept without one.']
      : []),
    `reviews: ${unchanged} unchanged, ${created} created, ${updated} updated`,
    '',
  ].join('\n');
}

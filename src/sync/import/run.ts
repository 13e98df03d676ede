import { slugify } from '../../content/text/slug.ts';
import type { BatchResult } from '../../resources/batch/schema.ts';
import type { Review, ReviewSummary } from '../../resources/reviews/schema.ts';
import { type Caller, reasonOf } from '../caller.ts';
import { refusalOf, tellWarnings } from '../notes/batch-result.ts';
import type { ItemOfNote } from '../notes/item.ts';
import type { ListedPost, Listing } from './listing.ts';
import { ImportRefused } from './refused.ts';
import { fitSource } from './source.ts';

/** The result of an import. */
export interface ImportReport {
  created: number;
  updated: number;
  unchanged: number;
  /** Failed posts by line of the listing, with reasons. */
  failed: { line: number; reason: string }[];
  linksWithoutAddress: number;
  /** What of the new and changed texts cannot be shown as it was meant, by line of the listing. */
  warnings: { line: number; warnings: string[] }[];
}

/** A post, and where its review comes to lie. */
interface PlacedPost {
  post: ListedPost;
  source: string;
  publishedAt: string;
}

/**
 * Imports a listing's reviews as published, and updates those with the same source, as items of one batch. From the last line
 * to the first, so that an interrupted and repeated import has the listing's order. A page has no dates: they are made up, a
 * second apart, below what was imported of the category before, so that a later page lies below an earlier one.
 * @param onProgress called after each post with the number done
 */
export async function importListing(
  caller: Caller,
  listing: Listing,
  onProgress: (done: number) => void,
): Promise<ImportReport> {
  const { category } = listing;
  const report: ImportReport = {
    ...{ created: 0, updated: 0, unchanged: 0, failed: [] },
    ...{ linksWithoutAddress: 0, warnings: [] },
  };
  const sources = listing.posts.map(({ title }) => fitSource(`listing:${category ?? ''}/${title}`));
  const newest = await findPlace(caller, category, sources);
  const posts: PlacedPost[] = [];
  for (const [index, post] of listing.posts.entries()) {
    const source = sources[index] ?? '';
    const earlier = posts.find((one) => one.source === source);
    if (earlier)
      report.failed.push({ line: post.line, reason: `the post has the title of line ${earlier.post.line}` });
    else posts.unshift({ post, source, publishedAt: new Date(newest - index * 1000).toISOString() });
  }
  const items = posts.map((placed) => `${JSON.stringify(itemOf(placed, category))}\n`);
  const { lines } = await caller.stream('/v1/batch?createMissing=true&updatePapers=true', async function* () {
    yield items.join('');
  });
  const denied: string[] = [];
  for await (const line of lines) {
    const result = JSON.parse(line) as BatchResult;
    const post = posts[result.index]?.post;
    if (post) addResult(report, post, result);
    if (result.status === 403) denied.push(reasonOf({ status: 403, body: result.problem }));
    onProgress(report.failed.length + report.created + report.updated + report.unchanged);
  }
  if (denied[0] !== undefined && denied.length === posts.length) throw new ImportRefused(denied[0]);
  report.failed.sort((one, other) => one.line - other.line);
  return report;
}

/**
 * The time of the first post of a page: so that one that is there already keeps its place, else below the oldest that came of
 * another page, else now.
 */
async function findPlace(caller: Caller, category: string | null, sources: string[]): Promise<number> {
  let now = Date.now();
  const find = async (query: string) => {
    const found = await caller.send('GET', `/v1/reviews?${query}&limit=1`);
    if (found.status !== 200) throw new ImportRefused(reasonOf(found));
    now = found.date.getTime();
    return (found.body as { data: ReviewSummary[] }).data[0];
  };
  const floor = (time: number) => Math.floor(time / 1000) * 1000;
  for (const [index, source] of sources.entries()) {
    const known = await find(`source=${encodeURIComponent(source)}`);
    if (known?.publishedAt) return Date.parse(known.publishedAt) + index * 1000;
  }
  const slug = encodeURIComponent(slugify(category ?? '', 'category'));
  const oldest =
    category === null ? undefined : await find(`category=${slug}&status=published&sort=publishedAt`);
  if (!oldest?.publishedAt) return floor(now);
  const { body } = await caller.send('GET', `/v1/reviews/${oldest.id}`);
  const isListed = (body as Review).source?.startsWith('listing:') === true;
  return isListed ? floor(Date.parse(oldest.publishedAt)) - 1000 : floor(now);
}

/** A post as an item of a batch: what the page says of a review, and what a new one gets besides. */
function itemOf(
  { post, source, publishedAt }: PlacedPost,
  category: string | null,
): Omit<ItemOfNote, 'data'> & { data: object } {
  const { heading: title, summary, reviewedVersion, acronym, links } = post;
  const body = post.body || (summary ?? '');
  return {
    type: 'review',
    find: [{ source }],
    data: {
      ...{ title, summary, body, category: category === null ? null : [category] },
      reviewedVersion: reviewedVersion?.number ?? null,
      paper: { versions: reviewedVersion ? [reviewedVersion] : [] },
    },
    create: {
      ...{ source, publishedAt, status: 'published', paper: { title: post.title, acronym, links } },
      language: /\p{Script=Hangul}/u.test(`${summary}${body}`) ? 'ko' : 'en',
    },
  };
}

function addResult(report: ImportReport, { line, links }: ListedPost, result: BatchResult): void {
  const { outcome } = result;
  if (outcome === null || outcome === 'deleted') {
    report.failed.push({ line, reason: refusalOf(result, () => '') });
    return;
  }
  report[outcome] += 1;
  report.linksWithoutAddress += links.length;
  const warnings = tellWarnings(result.renderWarnings);
  if (warnings.length > 0) report.warnings.push({ line, warnings });
}

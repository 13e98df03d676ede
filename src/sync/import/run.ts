import { slugify } from '../../content/text/slug.ts';
import type { Category } from '../../resources/categories/schema.ts';
import type { Paper } from '../../resources/papers/schema.ts';
import type { Review, ReviewSummary } from '../../resources/reviews/schema.ts';
import { type Answer, type Caller, reasonOf } from '../caller.ts';
import { tellWarnings } from '../notes/batch-result.ts';
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

/**
 * Imports a listing's reviews as published, and updates those with the same source. From the last line to the first, so
 * that an interrupted and repeated import has the listing's order. A page has no dates: they are made up, a second apart, below
 * what was imported of the category before, so that a later page lies below an earlier one.
 * @param onProgress called after each post with the number done
 */
export async function importListing(
  caller: Caller,
  listing: Listing,
  onProgress: (done: number) => void,
): Promise<ImportReport> {
  const { category, now } = await prepareCategory(caller, listing.category);
  const report: ImportReport = {
    ...{ created: 0, updated: 0, unchanged: 0, failed: [] },
    ...{ linksWithoutAddress: 0, warnings: [] },
  };
  const sources = sourcesOf(listing);
  const newest = (await findPlace(caller, category, sources)) ?? now;
  const posts = listing.posts.map((post, index) => ({
    post,
    source: sources[index] ?? '',
    publishedAt: new Date(newest - index * 1000),
  }));
  for (const [done, { post, source, publishedAt }] of posts.reverse().entries()) {
    const earlier = listing.posts.find((other, index) => sources[index] === source && other.line < post.line);
    if (earlier)
      report.failed.push({ line: post.line, reason: `the post has the title of line ${earlier.line}` });
    else await importPost(caller, post, { source, category, publishedAt: publishedAt.toISOString() }, report);
    onProgress(done + 1);
  }
  report.failed.sort((one, other) => one.line - other.line);
  return report;
}

/**
 * The time of the first post of a page: so that one that is there already keeps its place, else below the oldest that came of another page;
 * null for the first page of a category.
 */
async function findPlace(caller: Caller, category: string | null, sources: string[]): Promise<number | null> {
  const find = async (query: string) => {
    const found = await caller.send('GET', `/v1/reviews?${query}&limit=1`);
    if (found.status !== 200) throw new ImportRefused(reasonOf(found));
    return (found.body as { data: ReviewSummary[] }).data[0];
  };
  for (const [index, source] of sources.entries()) {
    const known = await find(`source=${encodeURIComponent(source)}`);
    if (known?.publishedAt) return Date.parse(known.publishedAt) + index * 1000;
  }
  const oldest =
    category === null ? undefined : await find(`category=${category}&status=published&sort=publishedAt`);
  if (!oldest?.publishedAt) return null;
  const { body } = await caller.send('GET', `/v1/reviews/${oldest.id}`);
  const isListed = (body as Review).source?.startsWith('listing:') === true;
  return isListed ? Math.floor(Date.parse(oldest.publishedAt) / 1000) * 1000 - 1000 : null;
}

/** The source of each post: listing and title, truncated to the limit of a source. */
function sourcesOf({ category, posts }: Listing): string[] {
  return posts.map(({ title }) => fitSource(`listing:${category ?? ''}/${title}`));
}

async function prepareCategory(
  caller: Caller,
  name: string | null,
): Promise<{ category: string | null; now: number }> {
  const slug = slugify(name ?? '', 'listing');
  const found = await caller.send('GET', `/v1/categories/${encodeURIComponent(slug)}`);
  const now = Math.floor(found.date.getTime() / 1000) * 1000;
  if (name === null) return { category: null, now };
  if (found.status === 200) return { category: (found.body as Category).id, now };
  if (found.status !== 404) throw new ImportRefused(reasonOf(found));
  const made = await caller.send('POST', '/v1/categories', { name, slug });
  if (made.status !== 201)
    throw new ImportRefused(`The category "${name}" cannot be created: ${reasonOf(made)}`);
  return { category: (made.body as Category).id, now };
}

interface Placement {
  source: string;
  category: string | null;
  publishedAt: string;
}

async function importPost(
  caller: Caller,
  post: ListedPost,
  place: Placement,
  report: ImportReport,
): Promise<void> {
  const found = await caller.send('GET', `/v1/reviews?source=${encodeURIComponent(place.source)}`);
  if (found.status !== 200) throw new ImportRefused(reasonOf(found));
  const [known] = (found.body as { data: ReviewSummary[] }).data;
  const refused = known
    ? await updatePost(caller, post, place, known, report)
    : await createPost(caller, post, place, report);
  if (refused?.status === 401 || refused?.status === 403) throw new ImportRefused(reasonOf(refused));
  if (refused) report.failed.push({ line: post.line, reason: reasonOf(refused) });
  else report.linksWithoutAddress += post.links.length;
}

async function createPost(
  caller: Caller,
  post: ListedPost,
  place: Placement,
  report: ImportReport,
): Promise<Answer | null> {
  const { title, acronym, links } = post;
  const answer = await caller.send('POST', '/v1/reviews', {
    ...contentOf(post),
    ...place,
    paper: { title, acronym, links, versions: post.reviewedVersion ? [post.reviewedVersion] : [] },
    language: /\p{Script=Hangul}/u.test(`${post.summary}${post.body}`) ? 'ko' : 'en',
    status: 'published',
  });
  if (answer.status !== 201) return answer;
  report.created += 1;
  addWarnings(report, post, answer);
  return null;
}

async function updatePost(
  caller: Caller,
  post: ListedPost,
  { category }: Placement,
  known: ReviewSummary,
  report: ImportReport,
): Promise<Answer | null> {
  const refused = await completeVersions(caller, post, known.paper.id);
  if (refused) return refused;
  const answer = await caller.send(
    'PATCH',
    `/v1/reviews/${known.id}`,
    { ...contentOf(post), category },
    { 'If-Match': `"${known.revision}-"` },
  );
  if (answer.status !== 200) return answer;
  if ((answer.body as Review).revision === known.revision) report.unchanged += 1;
  else {
    report.updated += 1;
    addWarnings(report, post, answer);
  }
  return null;
}

function addWarnings(report: ImportReport, { line }: ListedPost, { body }: Answer): void {
  const warnings = tellWarnings((body as Review).renderWarnings);
  if (warnings.length > 0) report.warnings.push({ line, warnings });
}

/** Adds the version of a review to its paper, if it is missing. */
async function completeVersions(
  caller: Caller,
  { reviewedVersion }: ListedPost,
  paperId: string,
): Promise<Answer | null> {
  if (!reviewedVersion) return null;
  const answer = await caller.send('GET', `/v1/papers/${paperId}`);
  if (answer.status !== 200) return answer;
  const { versions } = answer.body as Paper;
  if (versions.some(({ number }) => number === reviewedVersion.number)) return null;
  const patched = await caller.send(
    'PATCH',
    `/v1/papers/${paperId}`,
    { versions: [...versions, reviewedVersion] },
    { 'If-Match': answer.etag ?? '*' },
  );
  return patched.status === 200 ? null : patched;
}

/** The content of a review by the listing. */
function contentOf({ heading: title, summary, body, reviewedVersion }: ListedPost) {
  return { title, summary, body: body || (summary ?? ''), reviewedVersion: reviewedVersion?.number ?? null };
}

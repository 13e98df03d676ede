import type { BatchResult } from '../../resources/batch/schema.ts';
import type { Redirect } from '../../resources/redirects/schema.ts';
import { type Caller, reasonOf } from '../caller.ts';
import type { PushedNote } from '../notes/pushed-note.ts';
import type { Blog } from './post.ts';
import { ImportRefused } from './refused.ts';

/** What became of the redirects of a blog. */
export interface RedirectReport {
  created: number;
  unchanged: number;
  /** Those that were not made, or were left as they are. */
  leftOut: { path: string; reason: string }[];
}

/**
 * Makes redirects from the former addresses of posts to the reviews that they became. One that leads elsewhere is left as it is.
 * @param pushed what became of its posts
 * @throws ImportRefused when what is there cannot be read
 */
export async function makeRedirects(
  caller: Caller,
  blog: Blog,
  pushed: PushedNote[],
  dryRun: boolean,
): Promise<RedirectReport> {
  const { paths, refused } = blog.old;
  const report: RedirectReport = { created: 0, unchanged: 0, leftOut: [...refused] };
  const reviews = reviewsBySource(blog, pushed);
  const wanted = [...paths].flatMap(([path, source]) => {
    const review = reviews.get(source);
    return review ? [{ path, id: review.id }] : [];
  });
  if (wanted.length === 0) return report;
  const there = await readTargets(caller);
  const missing = wanted.filter(({ path, id }) => {
    const target = there.get(path);
    if (target === undefined) return true;
    if (target.type === 'review' && target.id === id) report.unchanged += 1;
    else report.leftOut.push({ path, reason: `there is a redirect to ${target.slug ?? target.url} already` });
    return false;
  });
  if (dryRun) return { ...report, created: missing.length };
  if (missing.length === 0) return report;
  const write = async function* () {
    for (const { path, id } of missing)
      yield `${JSON.stringify({ type: 'redirect', data: { path, target: { type: 'review', id } } })}\n`;
  };
  const { lines } = await caller.stream('/v1/batch', write);
  for await (const line of lines) {
    const { index, outcome, status, problem } = JSON.parse(line) as BatchResult;
    if (outcome !== null) report.created += 1;
    else
      report.leftOut.push({ path: missing[index]?.path ?? '', reason: reasonOf({ status, body: problem }) });
  }
  return report;
}

/** The reviews of the posts that have former addresses; the id is null in a dry run where there is none yet. */
function reviewsBySource(
  { entries, sources }: Blog,
  pushed: PushedNote[],
): Map<string, { id: string | null }> {
  const posts = pushed.slice(pushed.length - entries.length);
  return new Map(
    posts.flatMap(({ review, outcome }, at) => {
      const source = sources[at];
      return source === undefined || outcome === 'failed' ? [] : [[source, { id: review?.id ?? null }]];
    }),
  );
}

/** What the redirects that are there lead to, by their paths. */
async function readTargets(caller: Caller): Promise<Map<string, Redirect['target']>> {
  const there = new Map<string, Redirect['target']>();
  for (let after: string | null = ''; after !== null; ) {
    const cursor: string = after === '' ? '' : `&after=${after}`;
    const answer = await caller.send('GET', `/v1/redirects?limit=100&fields=path,target${cursor}`);
    if (answer.status !== 200) throw new ImportRefused(reasonOf(answer));
    const { data, page } = answer.body as { data: Redirect[]; page: { next: string | null } };
    for (const { path, target } of data) there.set(path, target);
    after = page.next;
  }
  return there;
}

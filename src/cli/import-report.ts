import type { RedirectReport } from '../sync/import/make-redirects.ts';
import type { PushedNote } from '../sync/notes/pushed-note.ts';
import type { NoteSummary } from '../sync/notes/summary.ts';
import { sumOutcomes } from './outcomes.ts';

/** What became of each post; in a dry run also what was read of it and what it would lose. */
export function describeImport(
  kind: string,
  posts: PushedNote[],
  redirects: RedirectReport | null,
  dryRun: boolean,
): string {
  const told = posts.filter(
    ({ outcome, unused, read }) =>
      dryRun || outcome !== 'unchanged' || unused.length > 0 || (read?.lost ?? []).length > 0,
  );
  const lines = told.flatMap((post) => (dryRun ? describePost(post) : [describeOutcome(post)]));
  return [
    `A ${kind}: ${posts.length} posts.`,
    ...lines,
    ...describeRedirects(redirects),
    ...sumLosses(posts),
    `posts${dryRun ? ' (nothing was done)' : ''}: ${sumOutcomes(posts, (outcome) => outcome)}`,
    '',
  ].join('\n');
}

/** Nothing where no post has an address that is known. */
function describeRedirects(redirects: RedirectReport | null): string[] {
  if (!redirects) return [];
  const { created, unchanged, leftOut } = redirects;
  if (created + unchanged + leftOut.length === 0) return [];
  return [
    ...leftOut.map(({ path, reason }) => `no redirect  ${path}: ${reason}`),
    `redirects: ${created} created, ${unchanged} unchanged, ${leftOut.length} left out`,
  ];
}

function describeOutcome({
  path,
  outcome,
  review,
  changed,
  unused,
  warnings,
  reason,
  read,
}: PushedNote): string {
  const lost = [...(read?.lost ?? []), ...unused];
  return [
    `${outcome}  ${path}`,
    review && outcome !== 'unchanged' ? ` → ${review.slug} (${review.status})` : '',
    changed.length > 0 ? `: ${changed.join(', ')}` : '',
    reason ? `: ${reason}` : '',
    lost.length > 0 ? `; not as it was: ${lost.join(', ')}` : '',
    warnings.length > 0 ? `; not shown as meant: ${warnings.join(', ')}` : '',
  ].join('');
}

/** A post of a dry run, with a row for each thing that was read. */
function describePost(post: PushedNote): string[] {
  const { path, outcome, reason, review, unused, warnings, read } = post;
  const head = `${outcome}  ${path}${review ? ` (${review.status})` : ''}${reason ? `: ${reason}` : ''}`;
  return read
    ? [head, ...listRows(read, unused, warnings).map(([name, value]) => `  ${name.padEnd(10)}${value}`)]
    : [head];
}

function listRows(read: NoteSummary, unused: string[], warnings: string[]): [string, string][] {
  const { title, publishedAt, publishedBy, category, tags, paper, paperBy, images, links, lost } = read;
  const missing = images.missing > 0 ? `, ${images.missing} missing` : '';
  return [
    ['title', title],
    ['date', `${publishedAt ?? '–'}${publishedBy ? ` (by ${publishedBy})` : ''}`],
    ['category', category.join('/') || '–'],
    ['tags', tags.join(', ') || '–'],
    ['paper', `${paper ?? '–'}${paperBy ? ` (by ${paperBy})` : ''}`],
    ['images', `${images.found} found${missing}`],
    ['links', `${links}`],
    ['lost', [...lost, ...unused].join(', ') || 'nothing'],
    ...(warnings.length > 0 ? [['shown', `not as meant: ${warnings.join(', ')}`] as [string, string]] : []),
  ];
}

/** How often what is lost, over all posts. */
function sumLosses(posts: PushedNote[]): string[] {
  const sums = new Map<string, number>();
  for (const { read } of posts)
    for (const what of read?.lost ?? []) {
      const [, count = '1', name = what] = /^(\d+) × (.*)$/.exec(what) ?? [];
      sums.set(name, (sums.get(name) ?? 0) + Number(count));
    }
  const images = posts.reduce((sum, { read }) => sum + (read?.images.missing ?? 0), 0);
  if (images > 0) sums.set('missing image', images);
  if (sums.size === 0) return [];
  return ['Not as it was:', ...[...sums].map(([what, count]) => `${String(count).padStart(6)}  ${what}`)];
}

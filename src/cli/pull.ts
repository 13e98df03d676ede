import { Command } from 'commander';
import type { Caller } from '../sync/caller.ts';
import { NoteRefused } from '../sync/notes/front-matter.ts';
import { type PulledNote, pullNotes } from '../sync/notes/pull.ts';
import { CommandError } from './command-error.ts';
import { partlyDone } from './exit.ts';
import { showProgress } from './progress.ts';
import { addTarget, type Target, withTarget } from './target.ts';

export const pullCommand = addTarget(new Command('pull'), ['drafts:read', 'reviews:write'])
  .description(
    'Write every review into a folder as a Markdown note with its pictures beside it, which `push` takes back.',
  )
  .argument('<folder>', 'where to write them')
  .option('--force', 'overwrite files that differ from their reviews', false)
  .option('--json', 'print a report as JSON')
  .action(runPull);

async function runPull(
  folder: string,
  { force, json, ...target }: Target & { force: boolean; json?: boolean },
): Promise<void> {
  const pulled = await withTarget(target, async (caller) =>
    pullNotes(caller, folder, { force }, showProgress('reviews', await countReviews(caller))),
  ).catch((error: unknown) => {
    if (error instanceof NoteRefused) throw new CommandError(`${error.message}.`, { cause: error });
    throw error;
  });
  const counts = { written: 0, unchanged: 0, kept: 0, gone: 0 };
  for (const { outcome } of pulled) counts[outcome] += 1;
  process.stdout.write(json ? `${JSON.stringify({ counts, notes: pulled })}\n` : describe(pulled, counts));
  if (counts.kept > 0) process.exitCode = partlyDone;
}

async function countReviews(caller: Caller): Promise<number> {
  const { body } = await caller.send('GET', '/v1/reviews?limit=1&fields=id&total=true');
  return (body as { page?: { total: number } }).page?.total ?? 0;
}

function describe(pulled: PulledNote[], counts: Record<PulledNote['outcome'], number>): string {
  const lines = pulled
    .filter(({ outcome }) => outcome !== 'unchanged')
    .map(({ outcome, path, reason }) => `${outcome}  ${path}${reason ? `: ${reason}` : ''}`);
  const sums = `${counts.written} written, ${counts.unchanged} left alone, ${counts.kept} kept, ${counts.gone} without a review`;
  return `${[...lines, `reviews: ${sums}`].join('\n')}\n`;
}

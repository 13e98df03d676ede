import { Command } from 'commander';
import { boundHeap } from '../runtime/heap.ts';
import { NoteRefused } from '../sync/notes/front-matter.ts';
import { type NoteSource, openNoteFolder } from '../sync/notes/note-source.ts';
import { type PushOptions, pushNotes } from '../sync/notes/push.ts';
import type { PushedNote } from '../sync/notes/pushed-note.ts';
import { tellSummary } from '../sync/notes/summary.ts';
import { CommandError } from './command-error.ts';
import { partlyDone } from './exit.ts';
import { countOutcomes, sumOutcomes } from './outcomes.ts';
import { showProgress } from './progress.ts';
import { addTarget, type Target, withTarget } from './target.ts';

export const pushCommand = addTarget(new Command('push'), [
  'drafts:read',
  'reviews:write',
  'reviews:publish',
  'papers:write',
  'taxonomy:write',
])
  .description('Make reviews of Markdown notes, or bring them up to the notes.')
  .argument('<place>', 'a Markdown file, or a folder of them')
  .option('--exclude <pattern...>', 'leave out what matches, as in .gitignore', [])
  .option('--publish', 'publish what no file calls a draft, at its date if that is to come', false)
  .option('--dry-run', 'say what would be done, and do nothing', false)
  .option('--json', 'print a report as JSON')
  .action(runPush);

async function runPush(
  place: string,
  { publish, dryRun, exclude, json, ...target }: PushOptions & Target & { exclude: string[]; json?: boolean },
): Promise<void> {
  boundHeap();
  const notes = await openNotes(place, exclude);
  const pushed = await withTarget(target, (caller) =>
    pushNotes(caller, notes, { publish, dryRun }, showProgress('notes', notes.entries.length)),
  );
  process.stdout.write(
    json
      ? `${JSON.stringify({ dryRun, counts: countOutcomes(pushed), notes: pushed })}\n`
      : describe(pushed, dryRun),
  );
  if (pushed.some(({ outcome }) => outcome === 'failed' || outcome === 'skipped'))
    process.exitCode = partlyDone;
}

async function openNotes(place: string, exclude: string[]): Promise<NoteSource> {
  try {
    return await openNoteFolder(place, exclude);
  } catch (error) {
    if (error instanceof NoteRefused) throw new CommandError(`${error.message}.`);
    throw error;
  }
}

/** In a report what is unchanged was left alone. */
const nameOutcome = (outcome: PushedNote['outcome']) => (outcome === 'unchanged' ? 'left alone' : outcome);

/** A line for each file that something was done about or is to be said of, and the counts. */
function describe(pushed: PushedNote[], dryRun: boolean): string {
  const lines = pushed
    .filter(({ outcome, unused }) => outcome !== 'unchanged' || unused.length > 0)
    .map((note) => describeNote(note) + (dryRun && note.read ? `\n    ${tellSummary(note.read)}` : ''));
  return `${[...lines, `notes${dryRun ? ' (nothing was done)' : ''}: ${sumOutcomes(pushed, nameOutcome)}`].join('\n')}\n`;
}

function describeNote({ path, outcome, review, changed, unused, warnings, reason }: PushedNote): string {
  const what = [
    review && outcome !== 'unchanged' ? ` → ${review.slug} (${review.status})` : '',
    changed.length > 0 ? `: ${changed.join(', ')}` : '',
    reason ? `: ${reason}` : '',
    unused.length > 0 ? `; not used: ${unused.join(', ')}` : '',
    warnings.length > 0 ? `; not shown as meant: ${warnings.join(', ')}` : '',
  ];
  return `${nameOutcome(outcome)}  ${path}${what.join('')}`;
}

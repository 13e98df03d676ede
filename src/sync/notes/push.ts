import type { BatchResult } from '../../resources/batch/schema.ts';
import type { Caller } from '../caller.ts';
import { isSlugTaken, refusalOf, tellCover, tellLeftOut, tellWarnings } from './batch-result.ts';
import { isOfNote, NoteLeftOut, NoteRefused } from './front-matter.ts';
import { noImage, openNoteImages } from './images.ts';
import { itemOfNote } from './item.ts';
import type { Note } from './note.ts';
import { openNoteLinks } from './note-links.ts';
import type { NoteSource, ReadNote } from './note-source.ts';
import { openPostLinks } from './post-links.ts';
import { type PushedNote, reportOf, type WrittenNote } from './pushed-note.ts';
import { summarizeNote } from './summary.ts';

export interface PushOptions {
  /** Says what would be done, and does nothing. */
  dryRun: boolean;
  /** Publishes what no file calls a draft. */
  publish: boolean;
  /** Takes back what became a draft, also without `publish`. */
  withdraw?: boolean;
}

/** What is sent of one file: its note, or what is done to its review after that. */
interface Step {
  at: number;
  /**
   * `renamed`: the slug that the file's name suggests was taken; `linked`: sent again, now that the notes that it links to have
   * reviews.
   */
  kind: 'note' | 'renamed' | 'linked' | 'publish' | 'unpublish';
  /** What is said of the note when its result comes. */
  note?: Pick<Note, 'status' | 'publishedAt' | 'slug' | 'unused'> & { isNewCover: boolean };
  item: object | undefined;
}

/** Lines are written by the chunk of so many characters: a write costs about as much as the reading of a note. */
const chunkLength = 64 * 1024;

/** What becomes of a step: what is to be reported, and what is left to be done. */
interface Settled {
  report: Partial<PushedNote>;
  next?: Step | undefined;
}

/**
 * Brings reviews up to notes, as items of one batch, after the pictures beside them: one that is not there is
 * created, one that is as its note says is left alone. A note is known by the id in it or by its source, so that a push that was cut off can be repeated.
 * What is left to be done then, such as to publish what was created, is sent in a batch of its own.
 * @param onProgress called after each file with how many are done
 * @throws CallFailed when it cannot go on at all
 */
export async function pushNotes(
  caller: Caller,
  notes: NoteSource,
  options: PushOptions,
  onProgress: (done: number) => void,
): Promise<PushedNote[]> {
  const push = new Push(caller, notes, options, onProgress);
  let steps = notes.entries.map((_, at): Step => ({ at, kind: 'note', item: undefined }));
  while (steps.length > 0) steps = await push.send(steps);
  for (let linked = push.stepsOfWaiting(); linked.length > 0; ) linked = await push.send(linked);
  if (!options.dryRun && push.reports.some(({ review }) => review !== null)) await notes.keepName?.();
  const skipped = notes.skipped.map(({ path, reason, isExcluded }) =>
    reportOf(path, { outcome: isExcluded ? 'excluded' : 'skipped', reason }),
  );
  return [...skipped, ...push.reports];
}

class Push {
  readonly reports: PushedNote[];
  readonly #caller: Caller;
  readonly #notes: NoteSource;
  readonly #options: PushOptions;
  readonly #onProgress: (done: number) => void;
  /** The files of the ids and sources that a review of this push is known by. */
  readonly #claimed = new Map<string, number>();
  readonly #bringImages: ReturnType<typeof openNoteImages>;
  readonly #linkNotes: ReturnType<typeof openNoteLinks> | undefined;
  /** Notes whose links wait for the reviews of others. */
  readonly #waiting = new Set<number>();
  #done = 0;

  constructor(caller: Caller, notes: NoteSource, options: PushOptions, onProgress: (done: number) => void) {
    this.reports = notes.entries.map(({ path }) => reportOf(path, {}));
    this.#caller = caller;
    this.#notes = notes;
    this.#options = options;
    this.#onProgress = onProgress;
    this.#bringImages = openNoteImages(caller, notes, options);
    const { sourceOf, postAt } = notes;
    this.#linkNotes = sourceOf
      ? openNoteLinks(caller, { ...notes, sourceOf })
      : postAt && openPostLinks(caller, postAt);
  }

  /** Sends steps as one stream. @returns what is left to be done after them */
  async send(steps: Step[]): Promise<Step[]> {
    let left: Step[] = [];
    let sent: Step[] = [];
    const settle = (at: number, { report, next }: Settled) => {
      this.reports[at] = { ...this.#reportAt(at), ...report };
      if (next) left.push(next);
      else if (this.#done < this.reports.length) this.#onProgress(++this.#done);
    };
    const write = async function* (this: Push) {
      [left, sent] = [[], []];
      let lines = '';
      for (const step of steps) {
        const { item, settled, ...read } = step.item ? { ...step, settled: {} } : await this.#read(step);
        if (item) {
          sent.push({ ...read, item: undefined });
          lines += `${JSON.stringify(item)}\n`;
        } else settle(step.at, { report: {}, ...settled });
        if (lines.length < chunkLength) continue;
        yield lines;
        lines = '';
      }
      yield lines;
    };
    const query = `createMissing=true&updatePapers=true&distinct=true&dryRun=${this.#options.dryRun}`;
    const { date, lines } = await this.#caller.stream(`/v1/batch?${query}`, write.bind(this));
    for await (const line of lines) {
      const result = JSON.parse(line) as BatchResult;
      const step = sent[result.index];
      if (step) settle(step.at, this.#settle(step, result, date, sent));
    }
    return left;
  }

  /** The notes that are to be sent again since the notes that they link to have reviews now. */
  stepsOfWaiting(): Step[] {
    const steps = [...this.#waiting].filter((at) => this.#reportAt(at).review !== null);
    this.#waiting.clear();
    return steps.map((at) => ({ at, kind: 'linked', item: undefined }));
  }

  #reportAt(at: number): PushedNote {
    return this.reports[at] ?? reportOf('', {});
  }

  /** Reads the note of a step: into its item, or into what is to be said of it. */
  async #read(step: Step): Promise<Step & { settled: Settled }> {
    const settled: Settled = { report: {} };
    try {
      const read = await this.#notes.entries[step.at]?.read();
      if (!read) return { ...step, settled };
      const { note, exact } = read;
      this.#claim(step.at, [exact, ...(note.id === undefined ? [] : [note.id])]);
      const { path } = this.#reportAt(step.at);
      const linked = (await this.#linkNotes?.(path, {
        body: note.body,
        isHidden: note.status !== undefined,
      })) ?? {
        ...{ body: note.body, waits: false, unused: [] },
      };
      if (linked.waits && step.kind !== 'linked' && !this.#options.dryRun) this.#waiting.add(step.at);
      const shown = await this.#bringImages(path, { ...note, body: linked.body });
      const { status, publishedAt, slug } = note;
      const unused = copyOf([...note.unused, ...linked.unused, ...shown.unused]);
      const told = { unused, read: copyOf(summarizeNote(read, shown)) };
      this.reports[step.at] = { ...this.#reportAt(step.at), ...told };
      const coverId = shown.cover?.id ?? undefined;
      const item = this.#itemOf(step, { ...read, note: { ...note, body: shown.body, coverId } });
      const isNewCover = shown.cover?.id === null;
      return {
        ...step,
        note: { ...copyOf({ status, publishedAt, slug }), unused, isNewCover },
        item,
        settled,
      };
    } catch (error) {
      if (error instanceof NoteLeftOut)
        return { ...step, settled: { report: { outcome: 'excluded', reason: error.message } } };
      return { ...step, settled: { report: { outcome: 'failed', reason: tellRefusal(error) } } };
    }
  }

  /** Two files cannot be one review. */
  #claim(at: number, names: string[]): void {
    for (const name of names) {
      const earlier = this.#claimed.get(name) ?? at;
      if (earlier !== at) throw new NoteRefused(`it is the same review as ${this.#reportAt(earlier).path}`);
    }
    for (const name of names) this.#claimed.set(name, at);
  }

  #itemOf({ kind }: Step, read: ReadNote): object {
    const { note } = read;
    const { create, ...item } = itemOfNote(note, read);
    const { slug, ...others } = create;
    const goesPublic =
      this.#options.publish && note.status === undefined && !isToCome(note.publishedAt, new Date());
    return {
      ...item,
      create: {
        ...others,
        ...(kind === 'renamed' ? {} : { slug }),
        ...(goesPublic ? { status: 'published' } : {}),
      },
    };
  }

  #settle(step: Step, result: BatchResult, now: Date, sent: Step[]): Settled {
    const { at, kind, note } = step;
    const { id, slug, state, outcome, changed } = result;
    if (outcome === null) {
      // A slug that is only a guess gives way to one that the service makes.
      if (kind !== 'renamed' && isSlugTaken(result) && note?.slug === undefined)
        return { report: {}, next: { ...step, kind: 'renamed' } };
      const pathOf = (index: number) => this.#reportAt(sent[index]?.at ?? at).path;
      return { report: { outcome: 'failed', changed: [], reason: refusalOf(result, pathOf) } };
    }
    const review = id === null || slug === null || state === null ? null : { id, slug, status: state };
    if (note && outcome !== 'deleted') {
      const unused = [...note.unused, ...result.leftOut.map(tellLeftOut)];
      // A picture that a dry run does not upload will be there.
      const warnings = tellWarnings(
        result.renderWarnings.filter(({ source }) => source?.includes(noImage) !== true),
      );
      const report = { ...tellCover(outcome, changed, note.isNewCover), review, unused, warnings };
      if (kind === 'linked') return { report: this.#joinReport(at, report) };
      return this.#settleStatus(at, note, report, now);
    }
    const before = this.#reportAt(at);
    const isNew = before.outcome === 'created';
    const told = isNew ? before.changed : [...before.changed, 'status'];
    return { report: { review, changed: told, outcome: isNew ? 'created' : 'updated' } };
  }

  /** What is to be said of a note that was sent a second time. */
  #joinReport(at: number, report: WrittenNote): WrittenNote {
    const { outcome, changed, warnings } = this.#reportAt(at);
    const written = report.outcome === 'unchanged' ? { ...report, warnings } : report;
    return outcome === 'created' || outcome === 'updated' ? { ...written, outcome, changed } : written;
  }

  /** Publishes or takes back what `--publish` says; without it every review stays in its state. */
  #settleStatus(
    at: number,
    { status, publishedAt }: Pick<Note, 'status' | 'publishedAt'>,
    report: WrittenNote,
    now: Date,
  ): Settled {
    const { publish, dryRun, withdraw = publish } = this.#options;
    const { review, outcome, changed, unused } = report;
    if (review === null) return { report };
    const isPublic = review.status === 'published' || review.status === 'scheduled';
    const takesBack = withdraw && isPublic && status === 'draft';
    const publishes = publish && review.status === 'draft' && status === undefined;
    const stays = publish && review.status === 'archived' && status === undefined;
    if (stays) return { report: { ...report, unused: [...unused, '--publish (it is archived)'] } };
    if (!takesBack && !publishes) return { report };
    if (dryRun) {
      const told = outcome === 'created' ? changed : [...changed, 'status'];
      return { report: { ...report, changed: told, outcome: outcome === 'created' ? outcome : 'updated' } };
    }
    const when = publishes && isToCome(publishedAt, now) ? { at: publishedAt } : {};
    const kind = publishes ? 'publish' : 'unpublish';
    const item = { type: 'review', action: kind, data: { id: review.id, ...when } };
    return { report, next: { at, kind, item } };
  }
}

function tellRefusal(error: unknown): string {
  if (!isOfNote(error)) throw error;
  return error instanceof RangeError ? 'it is nested too deeply to be read' : (error as Error).message;
}

/** A copy whose texts are strings of their own: in V8 a substring keeps the whole text alive (sliced strings). */
const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/**
 * Whether the date of a note is still to come. It chooses what is asked for; the clock of the database decides, and a wrong
 * choice is refused and published at no wrong time.
 */
function isToCome(publishedAt: string | undefined, now: Date): boolean {
  return publishedAt !== undefined && publishedAt > now.toISOString();
}

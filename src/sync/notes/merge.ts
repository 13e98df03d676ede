import { isMap, parseDocument } from 'yaml';
import { isOfNote, splitNote } from './front-matter.ts';
import { type Note, type NoteConventions, readNote } from './note.ts';
import { dropComments } from './text/comments.ts';

/** A file that is there. */
export interface PresentNote {
  text: string;
  /** What it says; undefined when it is no note. */
  note: Note | undefined;
}

/** The note of a review with what only its file has. */
export interface MergedNote {
  text: string;
  /** Whether the file has comments whose place in the text is not known any more, since that is another. */
  losesComments: boolean;
}

const frontMatter = /^---\n([\s\S]*?)^---\n\n?/m;

/**
 * Merges the note of a review into the file that is there: fields that are none of ours, and a text of which a push makes the
 * review's, are the author's and stay, with comments and the marks of other tools. A text of which a push would make another is
 * marked as verbatim, so that it is taken as it is.
 * @param composed as `composeNote` writes it
 * @param present the file that is there; null when there is none
 * @param conventions how a push reads the folder
 */
export function mergeNote(
  path: string,
  composed: string,
  { present, conventions }: { present: PresentNote | null; conventions: NoteConventions },
): MergedNote {
  const [head = '', ours = ''] = frontMatter.exec(composed) ?? [];
  const body = composed.slice(head.length);
  const whole = present?.note ? splitNote(present.text).body : '';
  const hasCover = /^cover:/m.test(ours);
  const kept = present?.note?.others.filter((name) => !(hasCover && /^\s*cover\s*$/i.test(name))) ?? [];
  const others = present?.note ? takeFields(present.text, kept) : [];
  const isSentAs = (text: string) => tryReading(path, head + text, conventions)?.body === body;
  const keepsText = whole !== '' && whole !== body && isSentAs(whole);
  const isVerbatim = !keepsText && !isSentAs(body);
  const added = [...others, ...(isVerbatim ? [['body', 'verbatim'] as const] : [])];
  return {
    text: addFields(head, ours, added) + (keepsText ? whole : body),
    losesComments: !keepsText && dropComments(whole).body !== whole,
  };
}

/** Front matter with more fields, which leaves the others as they are written. */
function addFields(head: string, ours: string, fields: (readonly [string, unknown])[]): string {
  if (fields.length === 0) return head;
  const document = parseDocument('', { schema: 'failsafe' });
  for (const [name, value] of fields) document.set(name, value);
  return `---\n${ours}${document.toString({ lineWidth: 0 })}---\n\n`;
}

/** Fields of a file as they are written, where they are YAML; as texts where they are in another language. */
function takeFields(text: string, names: string[]): [string, unknown][] {
  const [, block] = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*\r?$/m.exec(text) ?? [];
  const { contents } = parseDocument(block ?? JSON.stringify(splitNote(text).fields ?? {}), {
    schema: 'failsafe',
  });
  return isMap(contents) ? names.map((name) => [name, contents.get(name, true)]) : [];
}

/** What a file says; undefined for one that cannot be taken as a note. */
export function tryReading(path: string, text: string, conventions: NoteConventions): Note | undefined {
  try {
    return readNote(path, text, conventions);
  } catch (error) {
    if (isOfNote(error)) return undefined;
    throw error;
  }
}

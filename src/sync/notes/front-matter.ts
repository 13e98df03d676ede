import { LineCounter, parseDocument, visit } from 'yaml';

/** A file cannot be taken as a note: every reason. */
export class NoteRefused extends Error {
  override name = 'NoteRefused';
  readonly reasons: string[];

  constructor(...reasons: string[]) {
    super(reasons.join('; '));
    this.reasons = reasons;
  }
}

/** What front matter says: texts, nulls, and lists and maps of them. */
export type FieldValue = string | null | FieldValue[] | { [name: string]: FieldValue };

const opening = /^---[ \t]*\r?\n/;
const closing = /^(?:---|\.\.\.)[ \t]*\r?(?:\n|$(?![\s\S]))/m;

/**
 * Parts a file into its front matter and its body. The byte order mark goes, as does one empty line between the two;
 * all else of the body stays as it is.
 * @returns fields: null when the file has no front matter
 * @throws NoteRefused for front matter that is not YAML, not a map, or without an end
 */
export function splitNote(text: string): { fields: Record<string, FieldValue> | null; body: string } {
  const plain = text.replace(/^\uFEFF/, '');
  if (/^\+\+\+[ \t]*\r?\n/.test(plain)) throw inAnotherLanguage('TOML');
  if (/^(?:;;;[ \t]*\r?\n|\{\s*")/.test(plain)) throw inAnotherLanguage('JSON');
  const start = opening.exec(plain)?.[0].length;
  if (start === undefined) return { fields: null, body: plain };
  const rest = plain.slice(start);
  const end = closing.exec(rest);
  if (!end) throw new NoteRefused('the front matter has no end: close it with a line of three hyphens, ---');
  const fields = readYaml(rest.slice(0, end.index));
  return { fields, body: rest.slice(end.index + end[0].length).replace(/^\r?\n/, '') };
}

function inAnotherLanguage(name: string): NoteRefused {
  return new NoteRefused(`${name} front matter is not read: write it as YAML between two lines of ---`);
}

/**
 * Reads YAML whose plain scalars stay the text that they were written as: to the core schema `2405.10300` is a number,
 * which loses its last zero, and `2024-05-20` may be a date.
 */
function readYaml(source: string): Record<string, FieldValue> {
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { schema: 'failsafe', prettyErrors: false, lineCounter });
  if (document.errors.length > 0) {
    // The first line of the file is the opening one.
    const reasons = document.errors.map(
      ({ message, pos }) =>
        `line ${lineCounter.linePos(pos[0]).line + 1} is no YAML: ${message.split('\n')[0]}`,
    );
    throw new NoteRefused(...new Set(reasons));
  }
  visit(document, {
    Scalar(key, node) {
      if (key !== 'key' && node.type === 'PLAIN' && /^(?:~|null)?$/i.test(node.source ?? '')) {
        node.value = null;
      }
    },
  });
  let fields: unknown;
  try {
    fields = document.toJS();
  } catch (error) {
    throw new NoteRefused(`the front matter cannot be read: ${(error as Error).message}`);
  }
  if (fields === null || fields === undefined) return {};
  if (typeof fields !== 'object' || Array.isArray(fields))
    throw new NoteRefused('the front matter is not a list of `name: value`');
  return fields as Record<string, FieldValue>;
}

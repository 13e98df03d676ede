import { parse as parseToml, TomlDate, TomlError } from 'smol-toml';
import { LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import { speaksOfVisibility } from './visibility-names.ts';

/** A file cannot be taken as a note: every reason. */
export class NoteRefused extends Error {
  override name = 'NoteRefused';
  readonly reasons: string[];

  constructor(...reasons: string[]) {
    super(reasons.join('; '));
    this.reasons = reasons;
  }
}

/** A file is no note by what is in it, so that nobody misses it. */
export class NoteLeftOut extends Error {
  override name = 'NoteLeftOut';
}

/**
 * Whether an error says that a file is no note, and not that the program is wrong. The stack ends (RangeError) at brackets
 * within brackets, thousands of them.
 */
export const isOfNote = (error: unknown): boolean =>
  error instanceof NoteRefused || error instanceof NoteLeftOut || error instanceof RangeError;

/** What front matter says: texts, nulls, and lists and maps of them. */
export type FieldValue = string | null | FieldValue[] | { [name: string]: FieldValue };

/** A file in its two parts. `fields` is null when the file has no front matter. */
export interface SplitNote {
  fields: Record<string, FieldValue> | null;
  body: string;
}

/** So much is looked at to tell front matter behind blank lines. */
const mostLate = 5_000;
const yamlOpening = /^---[ \t]*\r?\n/;
const yamlClosing = /^(?:---|\.\.\.)[ \t]*\r?(?:\n|$(?![\s\S]))/m;
/** A line that names a value: in YAML at the first level. */
const namedLine = /^["']?([\p{L}_][\p{L}\p{N}_ -]{0,40}?)["']?[ \t]*:(?:[ \t]|\r?$)/gmu;
/** The fields by which a block without an opening line, or with a mistake in it, is known as front matter. */
const usualNames = new Set(
  'title date tags tag category categories layout author authors permalink slug lang language description summary draft published publish private visibility id updated arxiv doi paper venue password status'.split(
    ' ',
  ),
);

/**
 * Parts a file into its front matter and its body: YAML between lines of `---`, TOML between lines of `+++`, a JSON object, or
 * the two forms of Hexo (JSON that ends with `;;;`, YAML without an opening line). The byte order mark goes, as does one
 * empty line between the two; all else of the body stays as it is.
 * @throws NoteRefused for front matter that cannot be read, is not a map, or has no end
 */
export function splitNote(text: string): SplitNote {
  const whole = text.replace(/^\uFEFF/, '');
  // Blank lines before it are a slip of its author's: with usual names it is front matter.
  const late = /^(?:[ \t]*\r?\n)+(?=---[ \t]*\r?\n)/.exec(whole)?.[0].length ?? 0;
  const isLate =
    late > 0 && namesOf(whole.slice(late + 3, late + 3 + mostLate).split(/^---/m)[0] ?? '').some(isUsual);
  const plain = isLate ? whole.slice(late) : whole;
  if (/^\+\+\+[ \t]*\r?\n/.test(plain)) return splitToml(plain);
  if (/^;;;[ \t]*\r?\n/.test(plain)) return splitHexoJson(plain.replace(/^;;;[ \t]*\r?\n/, ''), plain, 2);
  if (/^\{\s*"/.test(plain)) return splitJson(plain);
  if (/^"[^"\n]+"[ \t]*:/.test(plain)) return splitHexoJson(plain, plain, 1);
  const start = yamlOpening.exec(plain)?.[0].length;
  return start === undefined ? splitWithoutOpening(plain) : splitYaml(plain, start);
}

function splitYaml(plain: string, start: number): SplitNote {
  const rest = plain.slice(start);
  const end = yamlClosing.exec(rest);
  const block = rest.slice(0, end?.index ?? rest.length);
  const names = namesOf(block);
  const isText = block.trim() !== '' && !/^\s*[#{[]/.test(block) && names.length === 0;
  // A thematic break, a text and another break are no front matter.
  if (isText || (!end && !names.some(isUsual))) return { fields: null, body: plain };
  if (!end) throw new NoteRefused('the front matter has no end: close it with a line of three hyphens, ---');
  const read = readYaml(block, 2);
  if ('faults' in read) {
    if (!names.some(isUsual)) return { fields: null, body: plain };
    throw new NoteRefused(...read.faults);
  }
  return { fields: read.fields, body: bodyAfter(rest, end) };
}

/** Hexo takes lines of YAML that end with `---`; a first line that names no usual field is a heading of the text. */
function splitWithoutOpening(plain: string): SplitNote {
  const end = /^(?:---)[ \t]*\r?(?:\n|$(?![\s\S]))/m.exec(plain);
  const block = plain.slice(0, end?.index ?? 0);
  const [first] = namesOf(block.split('\n', 1)[0] ?? '');
  if (!end || first === undefined || !isUsual(first) || /^\s*$/m.test(block.trim()))
    return { fields: null, body: plain };
  const read = readYaml(block, 1);
  return 'faults' in read
    ? { fields: null, body: plain }
    : { fields: read.fields, body: bodyAfter(plain, end) };
}

function splitToml(plain: string): SplitNote {
  const rest = plain.replace(/^\+\+\+[ \t]*\r?\n/, '');
  const end = /^\+\+\+[ \t]*\r?(?:\n|$(?![\s\S]))/m.exec(rest);
  if (!end)
    throw new NoteRefused('the front matter has no end: close it with a line of three plus signs, +++');
  // A number stays the text that it was written as: 2405.10300 would lose its last zero.
  const block = rest.slice(0, end.index).replace(/^(\s*[\w-]+\s*=\s*)(\d+\.\d+)[ \t]*(?=#|\r?$)/gm, '$1"$2"');
  try {
    return { fields: textsOf(parseToml(block)) as Record<string, FieldValue>, body: bodyAfter(rest, end) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    throw new NoteRefused(`line ${error.line + 1} is no TOML: ${error.message.split('\n')[0]}`);
  }
}

/** The values of TOML as the texts that they are written as. */
function textsOf(value: unknown): FieldValue {
  if (Array.isArray(value)) return value.map(textsOf);
  if (value instanceof TomlDate) return value.toISOString();
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, textsOf(member)]));
}

/** JSON before a body: an object that ends where its brackets do. */
function splitJson(plain: string): SplitNote {
  const end = endOfObject(plain);
  if (end === undefined) throw new NoteRefused('the JSON front matter has no end: a bracket } is missing');
  return readJson(plain.slice(0, end), plain.slice(end), 1);
}

function splitHexoJson(block: string, plain: string, line: number): SplitNote {
  const end = /^;;;[ \t]*\r?(?:\n|$(?![\s\S]))/m.exec(block);
  if (!end) return { fields: null, body: plain };
  return readJson(`{${block.slice(0, end.index)}}`, block.slice(end.index + end[0].length), line);
}

/** JSON is YAML, read as such so that numbers stay texts. */
function readJson(block: string, rest: string, line: number): SplitNote {
  const read = readYaml(block, line);
  if ('faults' in read)
    throw new NoteRefused(...read.faults.map((fault) => fault.replace('is no YAML', 'is no JSON')));
  return { fields: read.fields, body: rest.replace(/^[ \t]*\r?\n/, '').replace(/^\r?\n/, '') };
}

function endOfObject(text: string): number | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gs)) {
    if (token === '{') depth += 1;
    else if (token === '}' && --depth === 0) return index + 1;
  }
  return undefined;
}

function bodyAfter(text: string, end: RegExpExecArray): string {
  return text.slice(end.index + end[0].length).replace(/^\r?\n/, '');
}

const namesOf = (block: string) => Array.from(block.matchAll(namedLine), ([, name = '']) => name);
const isUsual = (name: string) => usualNames.has(name.toLowerCase()) || speaksOfVisibility(name);

/**
 * Reads YAML whose plain scalars stay the text that they were written as: to the core schema `2405.10300` is a number,
 * which loses its last zero, and `2024-05-20` may be a date.
 * @param line the number in the file of its first line
 */
function readYaml(
  source: string,
  line: number,
): { fields: Record<string, FieldValue> } | { faults: string[] } {
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { schema: 'failsafe', prettyErrors: false, lineCounter });
  if (document.errors.length > 0) {
    const lines = source.split('\n');
    const faults = document.errors.map((error) => {
      const at = lineCounter.linePos(error.pos[0]).line;
      return `line ${at + line - 1} ${explain(error, lines[at - 1] ?? '')}`;
    });
    // What follows a mistake is often another only because of it.
    return { faults: [...new Set(faults)].slice(0, 5) };
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
    return { faults: [`the front matter cannot be read: ${(error as Error).message}`] };
  }
  if (fields === null || fields === undefined) return { fields: {} };
  if (typeof fields !== 'object' || Array.isArray(fields))
    return { faults: ['the front matter is not a list of `name: value`'] };
  return { fields: fields as Record<string, FieldValue> };
}

/** What is wrong with a line, and what helps: most often a value with signs of YAML in it that stands without quotes. */
function explain(error: YAMLError, line: string): string {
  const [, name = '', value = ''] = /^\s*(?:-\s+)?([^\s:"'][^:]*):[ \t]+(\S.*?)\s*$/.exec(line) ?? [];
  if (error.code === 'DUPLICATE_KEY')
    return `has ${name || 'a name'} a second time: each name must be unique`;
  if (value !== '' && !/^["'|>]/.test(value))
    return `is no YAML: the value of ${name} has signs in it that YAML reads otherwise: put it in quotes, ${name}: ${JSON.stringify(value)}`;
  return `is no YAML: ${error.message.split('\n')[0]}`;
}

import { isUtf8 } from 'node:buffer';
import { JsonFault } from './fault.ts';

const DEEPEST = 64;
// The most values: far more than any request needs, and parsed within some 30 ms.
const MOST_VALUES = 100_000;
// The most different names: they cost most per byte, since the engine interns every one.
const MOST_NAMES = 1_000;
// The members of objects with V8's hidden classes; later objects are hash tables. Each new order of names creates
// hidden classes, at ten times the cost of a hash table's member.
const MOST_CLASSED = 5_000;
// Below U+0300 every character is NFC.
const COMPOSABLE = /[\u0300-\uFFFF]/;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const CONTROL = /[\u0000-\u001F]/;
const LITERALS: [word: string, value: boolean | null][] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

// The most combining marks on one character (stream-safe text format, UAX #15): normalisation sorts them in quadratic
// time, so that a megabyte would take minutes.
const MOST_MARKS = 30;
const HEAP_OF_MARKS = /(?:^|\P{M})\p{M}{31}/u;
const MARK_OR_HALF = /[\p{M}\p{Cs}]/u;

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/**
 * Parses JSON (RFC 8259) as JSON.parse, and refuses what later layers would drop, change or fail on: invalid UTF-8,
 * duplicate names, more than 64 levels, 100,000 values or 1,000 different names, `__proto__` as a name, NUL, lone
 * surrogates and runs of combining marks in texts, and numbers out of range. A byte order mark is ignored. Strings and
 * names are normalised to NFC.
 * @throws JsonFault and nothing else
 */
export function parseJson(bytes: Buffer): unknown {
  return new Reader(decode(bytes)).readDocument();
}

function decode(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (!isUtf8(bytes)) {
    // Invalid bytes were decoded as U+FFFD, so that encoding gives other bytes from there on.
    const again = Buffer.from(text);
    const near = bytes.findIndex((byte, index) => byte !== again[index]);
    throw new JsonFault(`The body is not valid UTF-8, near byte ${near}. Send JSON encoded in UTF-8.`);
  }
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

class Reader {
  private readonly text: string;
  private at = 0;
  private count = 0;
  private members = 0;
  private readonly names = new Set<string>();
  // The path to the current value; bounded by the depth.
  private readonly path: (string | number)[] = [];

  constructor(text: string) {
    this.text = text;
  }

  readDocument(): unknown {
    const value = this.readValue();
    this.skipSpace();
    if (this.at < this.text.length) throw this.misplaced('The JSON document is complete before this point');
    return value;
  }

  private readValue(): unknown {
    if (++this.count > MOST_VALUES)
      throw this.fault(`The JSON holds more than ${MOST_VALUES} values. Send less at once.`);
    const code = this.skipSpace();
    if (code === QUOTE) return this.readText();
    if (code === OPEN_BRACE) return this.readObject();
    if (code === OPEN_BRACKET) return this.readArray();
    for (const [word, value] of LITERALS) {
      if (!this.text.startsWith(word, this.at)) continue;
      this.at += word.length;
      return value;
    }
    return this.readNumber();
  }

  private readObject(): Record<string, unknown> {
    this.enter();
    if (this.skipSpace() === CLOSE_BRACE) {
      this.at++;
      return {};
    }
    const object = this.members < MOST_CLASSED ? {} : createHashTable();
    do {
      if (this.skipSpace() !== QUOTE) throw this.misplaced('A name in double quotes belongs here');
      const name = this.readName();
      this.path.push(name);
      if (Object.hasOwn(object, name))
        throw this.fault('This name stands twice in its object. Send it once.');
      if (this.skipSpace() !== COLON) throw this.misplaced('A colon belongs here');
      this.at++;
      object[name] = this.readValue();
      this.path.pop();
    } while (this.goesOn(CLOSE_BRACE));
    return object;
  }

  private readName(): string {
    const name = this.readText();
    if (name === '__proto__') throw this.fault('The name __proto__ is not taken.');
    this.members++;
    this.names.add(name);
    if (this.names.size > MOST_NAMES)
      throw this.fault(
        `The JSON holds more than ${MOST_NAMES} different names of members. Send known ones only.`,
      );
    return name;
  }

  private readArray(): unknown[] {
    const array: unknown[] = [];
    this.enter();
    if (this.skipSpace() === CLOSE_BRACKET) {
      this.at++;
      return array;
    }
    do {
      this.path.push(array.length);
      array.push(this.readValue());
      this.path.pop();
    } while (this.goesOn(CLOSE_BRACKET));
    return array;
  }

  private enter(): void {
    if (this.path.length >= DEEPEST) throw this.fault(`The JSON is nested deeper than ${DEEPEST} levels.`);
    this.at++;
  }

  private goesOn(close: number): boolean {
    const code = this.skipSpace();
    if (code !== COMMA && code !== close) {
      throw this.misplaced(`A comma or ${String.fromCharCode(close)} belongs here`);
    }
    this.at++;
    return code === COMMA;
  }

  private readText(): string {
    const start = this.at;
    let end = start;
    do end = this.text.indexOf('"', end + 1);
    while (end !== -1 && this.isEscaped(end));
    if (end === -1) throw this.misplaced('This text has no closing quote');
    const raw = this.text.slice(start, end + 1);
    const plain = this.unescape(raw);
    this.at = end + 1;
    // Only escapes can bring these: UTF-8 has no surrogates, and JSON no raw control characters.
    if (raw.includes('\\u')) this.checkCharacters(plain);
    if (!COMPOSABLE.test(plain)) return plain;
    if (hasHeapOfMarks(plain)) throw this.fault('A text holds more than 30 combining marks in a row.');
    return plain.normalize('NFC');
  }

  private checkCharacters(plain: string): void {
    if (plain.includes('\0')) throw this.fault('A text holds U+0000, which cannot be stored. Leave it out.');
    if (!plain.isWellFormed()) {
      throw this.fault(
        'A text holds half of a surrogate pair. Write the character itself or both of its \\u escapes.',
      );
    }
  }

  private isEscaped(quote: number): boolean {
    let from = quote;
    while (this.text.charCodeAt(from - 1) === BACKSLASH) from--;
    return (quote - from) % 2 === 1;
  }

  private unescape(raw: string): string {
    try {
      return JSON.parse(raw);
    } catch {
      const control = raw.search(CONTROL);
      if (control === -1)
        throw this.misplaced('An escape in this text is none of JSON; a backslash itself is written \\\\');
      this.at += control;
      throw this.misplaced(
        'A line break or other control character stands in a text; write it escaped, like \\n',
      );
    }
  }

  private readNumber(): number {
    NUMBER.lastIndex = this.at;
    if (!NUMBER.test(this.text)) {
      throw this.misplaced(
        'A value belongs here: an object, array, text in double quotes, number, true, false or null',
      );
    }
    const number = Number(this.text.slice(this.at, NUMBER.lastIndex));
    if (!Number.isFinite(number)) throw this.fault('This number is too large for a 64-bit float.');
    this.at = NUMBER.lastIndex;
    return number;
  }

  /** Moves to the next character that is no white space. @returns its code (NaN at the end) */
  private skipSpace(): number {
    let code = this.text.charCodeAt(this.at);
    while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09)
      code = this.text.charCodeAt(++this.at);
    return code;
  }

  private fault(reason: string): JsonFault {
    return new JsonFault(reason, writePointer(this.path));
  }

  private misplaced(reason: string): JsonFault {
    if (this.at >= this.text.length) return new JsonFault(`The JSON ends too early. ${reason}.`);
    let line = 1;
    let start = 0;
    for (
      let end = this.text.indexOf('\n');
      end !== -1 && end < this.at;
      end = this.text.indexOf('\n', start)
    ) {
      line++;
      start = end + 1;
    }
    return new JsonFault(`${reason} (line ${line}, column ${this.at - start + 1}).`);
  }
}

// V8 makes an object without a prototype a hash table, which stays one when it gets the usual prototype.
const createHashTable = (): Record<string, unknown> =>
  Object.setPrototypeOf(Object.create(null), Object.prototype);

// A cheap check before the regular expression: a run of marks covers one of the units looked at.
function hasHeapOfMarks(text: string): boolean {
  for (let at = MOST_MARKS; at < text.length; at += MOST_MARKS + 1) {
    if (MARK_OR_HALF.test(text.charAt(at))) return HEAP_OF_MARKS.test(text);
  }
  return false;
}

function writePointer(path: (string | number)[]): string {
  return path.map((step) => `/${shorten(String(step)).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

// Bounds the length of a name in a message.
function shorten(name: string): string {
  return name.length > 200 ? `${name.slice(0, 200).toWellFormed()}…` : name;
}

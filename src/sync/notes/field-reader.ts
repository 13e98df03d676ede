import type { FieldValue } from './front-matter.ts';

/** Values of front matter under any of several names. Names count in lower case, with `_`, spaces and `-` alike. */
export class FieldReader {
  /** What cannot be read, one sentence each. */
  readonly faults: string[] = [];
  readonly #fields: Map<string, { name: string; value: FieldValue }>;
  readonly #unused: Map<string, string>;

  constructor(fields: Record<string, FieldValue>) {
    this.#fields = new Map();
    for (const [name, value] of Object.entries(fields)) {
      const key = name
        .trim()
        .toLowerCase()
        .replace(/[_\s]+/g, '-');
      const other = this.#fields.get(key);
      // Which of the two holds is not known: one may hide what the other shows.
      if (other) this.faults.push(`${other.name} and ${name} are one field: keep one of them`);
      this.#fields.set(key, { name, value });
    }
    this.#unused = new Map([...this.#fields.values()].map(({ name }) => [name, name]));
  }

  /** The names that nothing was made of, some with the reason. */
  get unused(): string[] {
    return [...this.#unused.values()];
  }

  /** What has not been taken: the names as `take` knows them, and as they are written. */
  get remaining(): { key: string; name: string }[] {
    return Array.from(this.#fields, ([key, { name }]) => ({ key, name })).filter(({ name }) =>
      this.#unused.has(name),
    );
  }

  /** All fields, taken or not: the names as `take` knows them, as they are written, and their values. */
  get all(): { key: string; name: string; value: FieldValue }[] {
    return Array.from(this.#fields, ([key, field]) => ({ key, ...field }));
  }

  /** What a field says, without taking it; undefined when it is not there. */
  peek(name: string): FieldValue | undefined {
    return this.#fields.get(name)?.value;
  }

  /** The first of the names that is there; undefined when none is. What is taken counts as used. */
  take(...names: string[]): { name: string; value: FieldValue } | undefined {
    for (const name of names) {
      const field = this.#fields.get(name);
      if (!field) continue;
      this.#unused.delete(field.name);
      return field;
    }
    return undefined;
  }

  /** Puts a taken field back: nothing could be made of it. */
  leave(name: string, reason: string): void {
    this.#unused.set(name, `${name} (${reason})`);
  }

  /** A text on one line, trimmed; null when it is empty, undefined when it is not there. */
  line(...names: string[]): string | null | undefined {
    const field = this.take(...names);
    if (!field) return undefined;
    if (field.value !== null && typeof field.value !== 'string') {
      this.faults.push(`${field.name} must be a text`);
      return undefined;
    }
    return readLine(field.value);
  }

  /** What `read` makes of a text; a fault with its rule when that is null. */
  read<T>(rule: string, read: (text: string) => T | null, ...names: string[]): T | null | undefined {
    const name = names.find((candidate) => this.#fields.has(candidate)) ?? '';
    const text = this.line(...names);
    if (text === null || text === undefined) return text;
    const value = read(text);
    if (value === null) this.faults.push(`${this.#fields.get(name)?.name} "${text}" ${rule}`);
    return value ?? undefined;
  }

  /** Texts: those of a list, or what `split` makes of a single text. Undefined when it is not there. */
  lines(split: (text: string) => string[], ...names: string[]): string[] | undefined {
    const field = this.take(...names);
    if (!field) return undefined;
    const values = listTexts(field.value, split);
    if (!values) this.faults.push(`${field.name} must be a text or a list of texts`);
    return values;
  }
}

/** A text on one line, trimmed; null when nothing is left. */
export function readLine(text: string | null): string | null {
  return text?.trim().replace(/\s*[\r\n]\s*/g, ' ') || null;
}

function listTexts(value: FieldValue, split: (text: string) => string[]): string[] | undefined {
  if (value === null) return [];
  // A list within a list is one of Jekyll's authors: `- [NLP, LLM]`.
  const texts = typeof value === 'string' ? split(value) : Array.isArray(value) ? value.flat() : value;
  if (!Array.isArray(texts) || texts.some((text) => text !== null && typeof text !== 'string'))
    return undefined;
  return (texts as (string | null)[]).map(readLine).filter((text) => text !== null);
}

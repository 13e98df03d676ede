import type { TSchema } from 'typebox';
import { RawJson } from '../query/prepared.ts';

type Write = (value: unknown) => string;

/** The subset of JSON Schema that `makeWriter` supports. */
interface Shape {
  $ref?: string;
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  type?: string | string[];
}

/**
 * A serialiser by schema for answers with `RawJson` in them: as in the other one, undeclared members never leave, and a
 * missing required one is an error.
 * @param components that the schema refers to, by name
 * @throws Error for a schema with more than objects, arrays and plain values
 */
export function makeWriter(schema: TSchema, components: Record<string, object>): Write {
  const ofShape = ({ $ref, properties, required = [], items, type }: Shape): Write => {
    if ($ref !== undefined) return ofShape(components[$ref.replace('#', '')] as Shape);
    if (properties) return makeObjectWriter(properties, required, ofShape);
    if (items) return makeListWriter(ofShape(items));
    if (type === undefined) throw new Error('An answer with raw JSON has no such schema');
    return writePlain;
  };
  return ofShape(schema as Shape);
}

function makeObjectWriter(
  properties: Record<string, Shape>,
  required: string[],
  ofShape: (shape: Shape) => Write,
): Write {
  const members = Object.entries(properties).map(([name, shape]) => ({
    name,
    start: `${JSON.stringify(name)}:`,
    write: ofShape(shape),
    isRequired: required.includes(name),
  }));
  return (value) => {
    if (value === null || value instanceof RawJson) return writePlain(value);
    let text = '';
    for (const { name, start, write, isRequired } of members) {
      const member = (value as Record<string, unknown>)[name];
      if (member !== undefined) text += (text === '' ? '{' : ',') + start + write(member);
      else if (isRequired) throw new Error(`"${name}" is required`);
    }
    return text === '' ? '{}' : `${text}}`;
  };
}

function makeListWriter(write: Write): Write {
  return (value) => {
    if (value === null || value instanceof RawJson) return writePlain(value);
    let text = '';
    for (const item of value as unknown[]) text += (text === '' ? '' : ',') + write(item);
    return `[${text}]`;
  };
}

/** The characters that JSON escapes. */
const escaped = /[\u0000-\u001f"\\]/;
/** The longest text that is scanned for them; a longer one most likely has some. */
const longestPlain = 5000;

function writePlain(value: unknown): string {
  if (typeof value === 'string')
    return value.length > longestPlain || escaped.test(value) ? JSON.stringify(value) : `"${value}"`;
  return value instanceof RawJson ? value.text : `${value}`;
}

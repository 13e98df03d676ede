import type { TSchema } from 'typebox';
import { Written } from '../list/prepared.ts';

type Write = (value: unknown) => string;

/** What of JSON Schema an answer of bytes is described by. */
interface Shape {
  $ref?: string;
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  type?: string | string[];
}

/**
 * Makes what writes answers of bytes by their schema, in which parts may stand that are `Written`: as the serialiser of
 * all others does, no member leaves that is not declared, and one that is missing is an error.
 * @param components those that the schema refers to, by their names
 * @throws Error for a schema that says more than objects, lists and plain values
 */
export function makeWriter(schema: TSchema, components: Record<string, object>): Write {
  const ofShape = ({ $ref, properties, required = [], items, type }: Shape): Write => {
    if ($ref !== undefined) return ofShape(components[$ref.replace('#', '')] as Shape);
    if (properties) return makeObjectWriter(properties, required, ofShape);
    if (items) return makeListWriter(ofShape(items));
    if (type === undefined) throw new Error('An answer of bytes has no such schema');
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
    if (value === null || value instanceof Written) return writePlain(value);
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
    if (value === null || value instanceof Written) return writePlain(value);
    let text = '';
    for (const item of value as unknown[]) text += (text === '' ? '' : ',') + write(item);
    return `[${text}]`;
  };
}

/** What JSON escapes in a text of bytes. */
const escaped = /[\u0000-\u001f"\\]/;
/** A longer text has something of it, most likely. */
const longestPlain = 5000;

function writePlain(value: unknown): string {
  if (typeof value === 'string')
    return value.length > longestPlain || escaped.test(value) ? JSON.stringify(value) : `"${value}"`;
  return value instanceof Written ? value.text : `${value}`;
}

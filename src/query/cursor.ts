import { hash } from 'node:crypto';

/** Keyset pagination: the sort keys of a page's last row, in Postgres's text form, and its id. */
export interface Position {
  keys: string[];
  id: string;
}

/**
 * Encodes an opaque cursor, bound to its list, sort and filters.
 * @param position null for the start of the list (`after`) or its end (`before`)
 */
export function writeCursor(binding: string, position: Position | null): string {
  const payload = JSON.stringify(position ? [...position.keys, position.id] : []);
  return `${Buffer.from(payload).toString('base64url')}.${checksumOf(binding, payload)}`;
}

/** Decodes a cursor; undefined when it was altered, or belongs to another list, sort or filter. */
export function readCursor(binding: string, cursor: string, keys: number): Position | null | undefined {
  const [encoded, seal, ...rest] = cursor.split('.');
  if (!encoded || !seal || rest.length > 0) return undefined;
  const payload = Buffer.from(encoded, 'base64url').toString();
  if (seal !== checksumOf(binding, payload) || Buffer.from(payload).toString('base64url') !== encoded)
    return undefined;
  const values: unknown = JSON.parse(payload);
  if (!Array.isArray(values) || !values.every((value) => typeof value === 'string')) return undefined;
  if (values.length === 0) return null;
  if (values.length !== keys + 1) return undefined;
  return { keys: values.slice(0, -1), id: values.at(-1) ?? '' };
}

/** A checksum, not a signature: a forged cursor only reads another part of a list that its sender may read. */
function checksumOf(binding: string, payload: string): string {
  return hash('sha256', `${binding}\n${payload}`, 'base64url').slice(0, 16);
}

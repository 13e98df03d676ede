import { hash } from 'node:crypto';

/** Where a page ends: the values of the sort keys of a row, as Postgres writes them, and its id. */
export interface Position {
  keys: string[];
  id: string;
}

/**
 * Writes a cursor: opaque for the caller, bound to what it belongs to (the list, its sort and filters).
 * @param position null for the end of the list that is read from: its start for `after`, its end for `before`
 */
export function writeCursor(binding: string, position: Position | null): string {
  const payload = JSON.stringify(position ? [...position.keys, position.id] : []);
  return `${Buffer.from(payload).toString('base64url')}.${sealOf(binding, payload)}`;
}

/** Reads a cursor back; undefined when it was altered, or belongs to another list, sort or filter. */
export function readCursor(binding: string, cursor: string, keys: number): Position | null | undefined {
  const [encoded, seal, ...rest] = cursor.split('.');
  if (!encoded || !seal || rest.length > 0) return undefined;
  const payload = Buffer.from(encoded, 'base64url').toString();
  if (seal !== sealOf(binding, payload) || Buffer.from(payload).toString('base64url') !== encoded)
    return undefined;
  const values: unknown = JSON.parse(payload);
  if (!Array.isArray(values) || !values.every((value) => typeof value === 'string')) return undefined;
  if (values.length === 0) return null;
  if (values.length !== keys + 1) return undefined;
  return { keys: values.slice(0, -1), id: values.at(-1) ?? '' };
}

/** A checksum, not a signature: a forged cursor could only name another place in a list that its sender may read anyhow. */
function sealOf(binding: string, payload: string): string {
  return hash('sha256', `${binding}\n${payload}`, 'base64url').slice(0, 16);
}

import { FieldReader } from '../notes/field-reader.ts';
import type { FieldValue } from '../notes/front-matter.ts';
import { readVisibility } from '../notes/visibility.ts';

/** What an item says besides its text, by the names of its elements or members, of whichever namespace. */
export type ItemFields = Record<string, FieldValue>;

/** Why an item must not be public, by the rules of notes; null when nothing speaks against it. */
export function findHidden(fields: ItemFields | undefined): string | null {
  if (!fields) return 'what it says of who may see it cannot be told';
  const names = new Map<string, FieldValue>();
  for (const [name, value] of Object.entries(fields)) {
    const local = name.replace(/^[^:]*:/, '').replace(/^_+/, '');
    const other = names.get(local);
    names.set(local, other === undefined || other === value ? value : [String(other), String(value)]);
  }
  const reader = new FieldReader(Object.fromEntries(names));
  const { status, notices } = readVisibility(reader, { path: '' });
  if (reader.faults[0] !== undefined) return reader.faults[0];
  if (status === undefined) return null;
  const [notice] = notices;
  return notice?.replace(/ \(.*$/, '') ?? `it is marked as ${status === 'draft' ? 'a draft' : status}`;
}

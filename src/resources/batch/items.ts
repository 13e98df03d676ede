import { type Static, Type } from 'typebox';
import { type EntityKind, entityKinds } from '../../db/schema.ts';
import { Problem } from '../../problems.ts';
import { createValidator, describeFaults } from '../../validation.ts';
import { closed, oneOf } from '../../wire.ts';
import { kinds } from '../kinds.ts';
import type { BatchItem } from './schema.ts';

/** One item as it was sent: what was read of it, or why nothing can be. */
export type Sent = { value: unknown; bytes: number } | { problem: Problem };

/** One item that can be tried, or why it cannot. */
export type Read =
  | { index: number; type: EntityKind; data: object }
  | { index: number; type: EntityKind | null; problem: Problem };

const Envelope = closed({ type: oneOf(entityKinds), data: Type.Object({}) });

const ajv = createValidator();
for (const { input } of Object.values(kinds)) ajv.addSchema(input);
const isEnvelope = ajv.compile<Static<typeof Envelope>>(Envelope);
const validators = Object.fromEntries(
  entityKinds.map((kind) => [kind, ajv.compile({ $ref: `${kinds[kind].input.$id}#` })]),
);

/** Checks an item by its schema, all faults at once; texts get their canonical spelling. */
export function readItem(sent: Sent, index: number): Read {
  if ('problem' in sent) return { index, type: null, problem: sent.problem };
  const { value } = sent;
  if (!isEnvelope(value)) {
    const problem = new Problem('invalid-body', undefined, { errors: describeFaults(isEnvelope, 'body') });
    return { index, type: null, problem };
  }
  const { type, data } = value as BatchItem;
  const validate = validators[type];
  if (validate?.(data)) return { index, type, data };
  const errors = validate ? describeFaults(validate, 'body') : [];
  return { index, type, problem: withinData(new Problem('invalid-body', undefined, { errors })) };
}

/** A problem of what an item holds, with its pointers from the item. */
export function withinData({ code, message, errors, headers }: Problem): Problem {
  const placed = errors?.map((fault) =>
    'pointer' in fault ? { ...fault, pointer: `/data${fault.pointer}` } : fault,
  );
  return new Problem(code, message, { headers, ...(placed ? { errors: placed } : {}) });
}

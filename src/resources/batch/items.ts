import { type Static, Type } from 'typebox';
import type { Precondition } from '../../db/lock.ts';
import { type EntityKind, entityKinds } from '../../db/schema.ts';
import { readIfMatch } from '../../plugins/preconditions.ts';
import { type InputFault, Problem } from '../../problems.ts';
import type { Upsert } from '../../slugs/save.ts';
import { createValidator, describeFaults } from '../../validation.ts';
import { closed, oneOf } from '../../wire.ts';
import { batchActions, kinds } from '../kinds.ts';
import { actionSchema, type BatchItem, IfMatch, type ItemAction, itemSchemas, saving } from './schema.ts';

/** One item as it was sent: what was read of it, or why nothing can be. */
export type Sent = { value: unknown; bytes: number } | { problem: Problem };

/** An item that can be tried. */
export interface Item {
  index: number;
  type: EntityKind;
  action: ItemAction;
  data: object;
  expected: Precondition;
}

/** One item that can be tried, or why it cannot. */
export type Read = Item | { index: number; type: EntityKind | null; problem: Problem };

const Envelope = closed({
  type: oneOf(entityKinds),
  action: Type.Optional(oneOf([saving, ...batchActions])),
  data: Type.Object({}),
  ifMatch: Type.Optional(IfMatch),
});

const ajv = createValidator();
for (const { input } of Object.values(kinds)) ajv.addSchema(input);
const isEnvelope = ajv.compile<Static<typeof Envelope>>(Envelope);
type Validate = ReturnType<typeof ajv.compile>;

/** What a new one needs. */
const wholes = mapKinds((kind) => ajv.compile({ $ref: `${kinds[kind].input.$id}#` }));
/** What may be said of one by each action. */
const validators = mapKinds((kind): Partial<Record<ItemAction, Validate>> => {
  const compileAction = ([action, how]: [string, Parameters<typeof actionSchema>[1]]) =>
    [action, ajv.compile(actionSchema(kind, how))] as const;
  return {
    [saving]: ajv.compile(itemSchemas[kind]),
    ...Object.fromEntries(Object.entries(kinds[kind].actions).map(compileAction)),
  };
});

function mapKinds<T>(make: (kind: EntityKind) => T): Record<EntityKind, T> {
  return Object.fromEntries(entityKinds.map((kind) => [kind, make(kind)])) as Record<EntityKind, T>;
}

/** Checks an item by its schema, all faults at once; texts get their canonical spelling. */
export function readItem(sent: Sent, index: number): Read {
  if ('problem' in sent) return { index, type: null, problem: sent.problem };
  const { value } = sent;
  const refuse = (type: EntityKind | null, errors: InputFault[]) => ({
    ...{ index, type },
    problem: new Problem('invalid-body', undefined, { errors }),
  });
  if (!isEnvelope(value)) return refuse(null, describeFaults(isEnvelope, 'body'));
  const { type, action = saving, data, ifMatch } = value as BatchItem;
  const isNamed = kinds[type].knownBy.some((name) => (data as Record<string, unknown>)[name] != null);
  const validate = validators[type][action];
  if (!validate) return refuse(type, [{ pointer: '/action', detail: `cannot be done to a ${type}` }]);
  if (!isNamed && action !== saving) {
    const names = kinds[type].knownBy.map((name) => `\`${name}\``).join(', ');
    return refuse(type, [{ pointer: '/data', detail: `must name the ${type} by one of ${names}` }]);
  }
  // What is saved and names nothing can only be new.
  const check = isNamed ? validate : wholes[type];
  const errors = check(data) ? [] : describeFaults(check, 'body').map(placeInData);
  const expected = readExpected(ifMatch);
  if (expected === undefined)
    errors.push({ pointer: '/ifMatch', detail: 'must be a revision, or ETags in double quotes' });
  return errors.length > 0 || expected === undefined
    ? refuse(type, errors)
    : { index, type, action, data, expected };
}

function readExpected(ifMatch: string | number | undefined): Precondition | undefined {
  if (ifMatch === undefined) return 'any';
  if (typeof ifMatch === 'number') return [ifMatch];
  try {
    return readIfMatch(ifMatch);
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

/** What an item that is saved asks for. */
export function upsertOf({ type, data, expected }: Item): Upsert<object, object> {
  const toCreate = () => {
    const validate = wholes[type];
    if (validate(data)) return data;
    throw new Problem(
      'invalid-body',
      `There is no such ${type} yet, and a new one needs more than was sent.`,
      {
        errors: describeFaults(validate, 'body'),
      },
    );
  };
  return { data, toCreate, expected };
}

const placeInData = (fault: InputFault): InputFault =>
  'pointer' in fault ? { ...fault, pointer: `/data${fault.pointer}` } : fault;

/** A problem of what an item holds, with its pointers from the item. */
export function withinData({ code, message, errors, headers }: Problem): Problem {
  return new Problem(code, message, { headers, ...(errors ? { errors: errors.map(placeInData) } : {}) });
}

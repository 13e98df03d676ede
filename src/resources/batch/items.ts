import { type Static, Type } from 'typebox';
import type { Precondition } from '../../db/unit-of-work/lock.ts';
import { readIfMatch } from '../../http/plugins/preconditions.ts';
import { type InputFault, Problem } from '../../problems.ts';
import type { Upsert } from '../../slugs/save.ts';
import { describeFaults } from '../../validation/faults.ts';
import { createValidator } from '../../validation/validation.ts';
import { closed, oneOf, ref } from '../../wire.ts';
import { type BatchKind, batchActions, batchKinds, kinds } from '../kinds.ts';
import { PaperPatch } from '../papers/schema.ts';
import {
  actionSchema,
  type BatchItem,
  batchComponents,
  IfMatch,
  type ItemAction,
  itemSchemas,
  saving,
} from './schema.ts';

/** One item as it was sent: what was read of it, or why nothing can be. */
export type Sent = { value: unknown; bytes: number } | { problem: Problem };

/** An item that can be tried. */
export interface Item {
  index: number;
  type: BatchKind;
  action: ItemAction;
  data: object;
  /** What besides a new one gets. */
  create: object;
  find: object[] | undefined;
  expected: Precondition;
  options: ItemOptions;
}

/** What holds for all items of a batch. */
export interface ItemOptions {
  /** Whether categories that are named and not there are created. */
  createMissing: boolean;
  /** Whether what reviews say of their papers is written to those. */
  updatePapers: boolean;
  /** The items by which things of this batch were known, by the ids of those, where each may be named once. */
  seen: Map<string, number> | undefined;
}

/** One item that can be tried, or why it cannot. */
export type Read = Item | { index: number; type: BatchKind | null; problem: Problem };

const Envelope = closed({
  type: oneOf(batchKinds),
  action: Type.Optional(oneOf([saving, ...batchActions])),
  data: Type.Object({}),
  ifMatch: Type.Optional(IfMatch),
  find: Type.Optional(Type.Unknown()),
  create: Type.Optional(Type.Unknown()),
});

const ajv = createValidator();
for (const { input } of Object.values(kinds)) ajv.addSchema(input);
for (const schema of [PaperPatch, ...batchComponents]) ajv.addSchema(schema);
const isEnvelope = ajv.compile<Static<typeof Envelope>>(Envelope);
type Validate = ReturnType<typeof ajv.compile>;

/** What a new one needs. */
const wholes = mapKinds((kind) => ajv.compile({ $ref: `${kinds[kind].input.$id}#` }));
/** What may be said of one by each action. */
const validators = mapKinds((kind): Partial<Record<ItemAction, Validate>> => {
  const compileAction = ([action, how]: [string, Parameters<typeof actionSchema>[1]]) =>
    [action, ajv.compile(actionSchema(kind, how))] as const;
  return {
    [saving]: ajv.compile(ref(itemSchemas[kind])),
    ...Object.fromEntries(Object.entries(kinds[kind].actions).map(compileAction)),
  };
});

function mapKinds<T>(make: (kind: BatchKind) => T): Record<BatchKind, T> {
  return Object.fromEntries(batchKinds.map((kind) => [kind, make(kind)])) as Record<BatchKind, T>;
}

/** Checks an item by its schema, all faults at once; texts get their canonical spelling. */
export function readItem(sent: Sent, index: number, options: ItemOptions): Read {
  if ('problem' in sent) return { index, type: null, problem: sent.problem };
  const { value } = sent;
  const refuse = (type: BatchKind | null, errors: InputFault[]) => ({
    ...{ index, type },
    problem: new Problem('invalid-body', undefined, { errors }),
  });
  if (!isEnvelope(value)) return refuse(null, describeFaults(isEnvelope, 'body'));
  const { type, action = saving, data, ifMatch, find, create = {} } = value as BatchItem;
  const isNamed =
    find !== undefined || kinds[type].knownBy.some((name) => (data as Record<string, unknown>)[name] != null);
  const validate = validators[type][action];
  if (!validate) return refuse(type, [{ pointer: '/action', detail: `cannot be done to a ${type}` }]);
  for (const name of ['find', 'create'] as const)
    if (value[name] !== undefined && (!kinds[type].find || action !== saving))
      return refuse(type, [{ pointer: `/${name}`, detail: 'is not known here' }]);
  if (!isNamed && action !== saving) {
    const names = kinds[type].knownBy.map((name) => `\`${name}\``).join(', ');
    return refuse(type, [{ pointer: '/data', detail: `must name the ${type} by one of ${names}` }]);
  }
  // What is saved and names nothing can only be new.
  const check = isNamed ? validate : wholes[type];
  const errors = check(data) ? [] : describeFaults(check, 'body').map(placeInData);
  errors.push(...findFaults(type, { find, create }));
  const expected = readExpected(ifMatch);
  if (expected === undefined)
    errors.push({ pointer: '/ifMatch', detail: 'must be a revision, or ETags in double quotes' });
  return errors.length > 0 || expected === undefined
    ? refuse(type, errors)
    : { ...{ index, type, action, data, create, find, expected, options } };
}

const finders = mapKinds((kind) => {
  const { find } = kinds[kind];
  return find && ajv.compile(Type.Array(ref(find), { minItems: 1, maxItems: 50 }));
});

/** What is wrong with how an item is looked for, and with what a new one gets. */
function findFaults(type: BatchKind, { find, create }: Pick<BatchItem, 'find' | 'create'>): InputFault[] {
  const within = (place: string, validate: Validate, value: unknown) =>
    validate(value)
      ? []
      : describeFaults(validate, 'body').map((fault) =>
          'pointer' in fault ? { ...fault, pointer: `${place}${fault.pointer}` } : fault,
        );
  const [finder, creator] = [finders[type], validators[type][saving]];
  const faults = [
    ...(finder && find !== undefined ? within('/find', finder, find) : []),
    ...(creator ? within('/create', creator, create) : []),
  ];
  if (faults.length > 0 || !find) return faults;
  const names = kinds[type].knownBy;
  const isNamed = (one: object) => names.some((name) => name in one);
  return find.flatMap((one, at) =>
    isNamed(one) ? [] : [{ pointer: `/find/${at}`, detail: `must have one of ${names.join(', ')}` }],
  );
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
export function upsertOf({
  index,
  type,
  data,
  create,
  find,
  expected,
  options,
}: Item): Upsert<object, object> {
  const toCreate = (settled: object = {}) => {
    const validate = wholes[type];
    const whole = { ...create, ...data, ...settled };
    if (validate(whole)) return whole;
    throw new Problem(
      'invalid-body',
      `There is no such ${type} yet, and a new one needs more than was sent.`,
      {
        errors: describeFaults(validate, 'body'),
      },
    );
  };
  const onKnown = (id: string) => {
    const earlier = options.seen?.get(id) ?? index;
    if (earlier !== index) throw new Problem('conflict', `It is the same ${type} as item ${earlier}.`);
    options.seen?.set(id, index);
  };
  return { data, create, toCreate, expected, onKnown, ...{ find, ...options } };
}

const placeInData = (fault: InputFault): InputFault =>
  'pointer' in fault ? { ...fault, pointer: `/data${fault.pointer}` } : fault;

/** A problem of what an item holds, with its pointers from the item. */
export function withinData({ code, message, errors, headers }: Problem): Problem {
  return new Problem(code, message, { headers, ...(errors ? { errors: errors.map(placeInData) } : {}) });
}

import type { ErrorObject, ValidateFunction } from 'ajv';
import { type InputFault, mostFaults } from '../problems.ts';
import { describeUnknown, findNear } from './near.ts';

/** One more than an answer lists shows that there are more. */
export const mostErrors = mostFaults + 1;

/** A rule that values at one place break. */
interface BrokenRule {
  place: string;
  rule: string;
  /** The values, in words, where they are named. */
  values: Set<string>;
}

/**
 * Describes every fault of a validation for the caller: the place, the rule and the value that breaks it, each rule once.
 * @param part whose place is a pointer or the name of a parameter
 * @param namesValues whether the values are named: not those of settings, which may be secret
 */
export function describeFaults(
  validate: ValidateFunction,
  part: 'body' | 'parameter',
  { namesValues = true } = {},
): InputFault[] {
  const broken = new Map<string, BrokenRule>();
  const errors = validate.errors ?? [];
  const shapes = findShapes(errors);
  for (const error of errors) {
    if (isNoise(error, shapes.get(error.instancePath))) continue;
    const pointer = pointTo(error);
    const place = part === 'body' ? pointer : nameOf(pointer);
    const rule = explain(error, shapes.get(error.instancePath)?.types);
    const key = `${place} ${rule}`;
    const known = broken.get(key) ?? { place, rule, values: new Set() };
    broken.set(key, known);
    const value = namesValues ? nameValue(error) : undefined;
    if (value !== undefined) known.values.add(value);
    if (broken.size === mostErrors) break;
  }
  return [...broken.values()].map(({ place, rule, values }) => {
    const detail = addValues(rule, [...values]);
    return part === 'body' ? { pointer: place, detail } : { parameter: place, detail };
  });
}

/** `must be …, not "x"`; behind what is no such sentence in parentheses. */
function addValues(rule: string, values: string[]): string {
  if (values.length === 0) return rule;
  const sent = values.join(', ');
  return /^must (be|have)\b/.test(rule) && !rule.includes(':')
    ? `${rule}, not ${sent}`
    : `${rule.replace(/\.$/, '')} (sent: ${sent})`;
}

interface Shape {
  hasNearer: boolean;
  types: string[];
}

/** Of the errors of `anyOf`, only those of the nearest alternative are reported: the one whose type matches. */
function isNoise(error: ErrorObject, shape: Shape | undefined): boolean {
  if (!shape) return false;
  return error.keyword === 'anyOf' ? shape.hasNearer : error.keyword === 'type';
}

/** Where no alternative of `anyOf` matches: their types, and whether one comes nearer than by its type. */
function findShapes(errors: ErrorObject[]): Map<string, Shape> {
  const shapes = new Map<string, Shape>();
  for (const { keyword, instancePath } of errors)
    if (keyword === 'anyOf') shapes.set(instancePath, { hasNearer: false, types: [] });
  if (shapes.size === 0) return shapes;
  for (const { keyword, instancePath, params } of errors) {
    if (keyword === 'anyOf') continue;
    const own = shapes.get(instancePath);
    if (own && keyword === 'type') own.types.push(...[params.type].flat());
    else if (own) own.hasNearer = true;
    // Its ancestors: as many as the body is deep.
    for (let end = instancePath.lastIndexOf('/'); end >= 0; end = instancePath.lastIndexOf('/', end - 1)) {
      const around = shapes.get(instancePath.slice(0, end));
      if (around) around.hasNearer = true;
      if (end === 0) break;
    }
  }
  return shapes;
}

/** The longest name of the caller's in a message. */
const longestName = 200;

function pointTo(error: ErrorObject): string {
  const member = error.params.missingProperty ?? error.params.additionalProperty ?? error.params.propertyName;
  if (member === undefined) return error.instancePath;
  const name = String(member);
  const told = name.length > longestName ? `${name.slice(0, longestName).toWellFormed()}…` : name;
  return `${error.instancePath}/${told.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function nameOf(pointer: string): string {
  const step = pointer.split('/')[1] ?? '';
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

const typeWords: Record<string, string> = {
  string: 'a string',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  null: 'null',
};

/** @param types of the alternatives of `anyOf`, none of which matches */
function explain(error: ErrorObject, types: string[] = []): string {
  const { keyword, params } = error;
  if (keyword === 'x-rule') return error.message ?? 'is not valid';
  if (keyword === 'required') return 'is required';
  if (keyword === 'additionalProperties')
    return describeUnknown(
      String(params.additionalProperty),
      Object.keys(error.parentSchema?.properties ?? {}),
    );
  if (keyword === 'type') {
    if (
      Array.isArray(error.data) &&
      error.parentSchema?.type !== 'object' &&
      error.instancePath.split('/').length === 2
    )
      return `must be ${words(params.type)}, given once`;
    return `must be ${words(params.type)}`;
  }
  if (keyword === 'enum') return `must be one of ${params.allowedValues.join(', ')}`;
  if (keyword === 'const') return `must be ${JSON.stringify(params.allowedValue)}`;
  if (keyword === 'maxLength') return `must be at most ${params.limit} characters`;
  if (keyword === 'minLength')
    return params.limit === 1 ? 'must not be empty' : `must be at least ${params.limit} characters`;
  if (keyword === 'maximum') return `must be at most ${params.limit}`;
  if (keyword === 'minimum') return `must be at least ${params.limit}`;
  if (keyword === 'maxItems') return `must have at most ${params.limit} items`;
  if (keyword === 'minItems') return `must have at least ${params.limit} items`;
  if (keyword === 'minProperties') return 'must change something: it has no member';
  if (keyword === 'uniqueItems') return 'must not hold the same item twice';
  if (keyword === 'anyOf')
    return types.length > 0
      ? `must be ${words(types)}`
      : 'must have one of the shapes that the documentation shows';
  return error.message ?? 'is not valid';
}

function words(type: string | string[]): string {
  return [type]
    .flat()
    .flatMap((name) => name.split(','))
    .map((name) => typeWords[name] ?? name)
    .join(' or ');
}

/** Keywords whose rule is clear without the value, or that break for more than one. */
const unnamed = new Set(['required', 'additionalProperties', 'minProperties', 'const', 'propertyNames']);

/** The longest value that is named in full, in code points. */
const longestValue = 60;

/** The value that breaks a rule, in words, with what it may have been meant to be. */
function nameValue({ keyword, data, params }: ErrorObject): string | undefined {
  if (unnamed.has(keyword) || data === '') return undefined;
  if (keyword === 'maxLength') return `${[...String(data)].length}`;
  if (keyword === 'maxItems' || keyword === 'minItems') return `${(data as unknown[]).length}`;
  if (keyword === 'uniqueItems') return quote(findRepeated(data as unknown[]));
  if (keyword !== 'enum') return quote(data);
  const near = typeof data === 'string' ? findNear(data, params.allowedValues.filter(isText)) : [];
  return `${quote(data)}${near.length > 0 ? ` (did you mean ${near.join(' or ')}?)` : ''}`;
}

const isText = (value: unknown): value is string => typeof value === 'string';

const findRepeated = (list: unknown[]): unknown =>
  list.find((one, at) => list.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) < at);

/** A value in a sentence: short, without characters that are invisible or change the direction of a line. */
export function quote(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value !== 'string') return `${value}`;
  const start = [...value.slice(0, 2 * longestValue)].slice(0, longestValue).join('');
  const shown = start.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD');
  return `"${shown}${start.length < value.length ? '…' : ''}"`;
}

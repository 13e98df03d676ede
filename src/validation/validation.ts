import { Ajv, type ErrorObject, type Options, type ValidateFunction } from 'ajv';
import type { TSchema } from 'typebox';
import { type InputFault, mostFaults } from '../problems.ts';
import { boundKeywords } from './bounded-keywords.ts';
import { isRuleName, rules } from './rules.ts';

/** One more than an answer lists shows that there are more. */
const mostErrors = mostFaults + 1;

/** The longest text that a rule reads, in UTF-16 units, unless it has a limit of its own. */
const longestRuled = 16_384;

/**
 * The one Ajv: schemas refuse unknown members, nothing is coerced or defaulted, and every fault is reported, up to the
 * most in an answer. The keyword `x-rule` checks a string by validation/rules.ts and replaces it by its canonical form.
 */
export function createValidator(options: Options = {}): Ajv {
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    validateFormats: false,
    verbose: true,
    ...options,
  });
  boundKeywords(ajv, mostErrors);
  const checkRule: { errors?: Partial<ErrorObject>[] } & ((...args: unknown[]) => boolean) = (
    name,
    data,
    schema,
    place,
  ) => {
    const { parentData, parentDataProperty } = place as {
      parentData: Record<string, unknown>;
      parentDataProperty: string;
    };
    if (typeof name !== 'string' || !isRuleName(name) || typeof data !== 'string') return true;
    // A text that is too long is refused before a rule reads it; a code point has up to two units.
    const { maxLength } = schema as { maxLength?: number };
    if (data.length > longestRuled + 2 * (maxLength ?? 0)) {
      if (maxLength !== undefined) return true;
      checkRule.errors = [{ keyword: 'x-rule', message: 'is too long', params: {} }];
      return false;
    }
    const ruling = rules[name](data);
    if (ruling.ok) {
      parentData[parentDataProperty] = ruling.value;
      return true;
    }
    checkRule.errors = [{ keyword: 'x-rule', message: ruling.reason, params: {} }];
    return false;
  };
  ajv.addKeyword({
    keyword: 'x-rule',
    type: 'string',
    modifying: true,
    errors: true,
    before: 'maxLength',
    validate: checkRule,
  });
  return ajv;
}

/**
 * Coerces the strings of a query or path to numbers, booleans and lists, by their schema. A number is plain decimal
 * digits only, and a list that is not exploded (OpenAPI) is one string with commas; what does not fit stays unchanged,
 * and is refused by the validator.
 */
export function coerceTexts(schema: TSchema, values: Record<string, unknown>): void {
  const { properties = {} } = schema as { properties?: Record<string, { type?: string; explode?: boolean }> };
  for (const [name, value] of Object.entries(values)) {
    const { type, explode = true } = properties[name] ?? {};
    if (typeof value !== 'string') continue;
    if (type === 'array') values[name] = explode ? [value] : value.split(',');
    else if (type === 'integer' && /^-?\d{1,15}$/.test(value)) values[name] = Number(value);
    else if (type === 'boolean' && (value === 'true' || value === 'false')) values[name] = value === 'true';
  }
}

/** Describes every fault of a validation for the caller. */
export function describeFaults(validate: ValidateFunction, part: 'body' | 'parameter'): InputFault[] {
  const faults = new Map<string, InputFault>();
  const errors = validate.errors ?? [];
  const shapes = findShapes(errors);
  for (const error of errors) {
    if (isNoise(error, shapes.get(error.instancePath))) continue;
    const pointer = pointTo(error);
    const detail = explain(error);
    faults.set(
      `${pointer} ${detail}`,
      part === 'body' ? { pointer, detail } : { parameter: nameOf(pointer), detail },
    );
    if (faults.size === mostErrors) break;
  }
  return [...faults.values()];
}

/** Of the errors of `anyOf`, only those of the nearest alternative are reported: the one whose type matches. */
function isNoise(error: ErrorObject, shape: { hasNearer: boolean } | undefined): boolean {
  if (!shape) return false;
  return error.keyword === 'anyOf' ? shape.hasNearer : error.keyword === 'type';
}

/** The instance paths where no alternative of `anyOf` matches, and whether one comes nearer than by its type. */
function findShapes(errors: ErrorObject[]): Map<string, { hasNearer: boolean }> {
  const shapes = new Map<string, { hasNearer: boolean }>();
  for (const { keyword, instancePath } of errors)
    if (keyword === 'anyOf') shapes.set(instancePath, { hasNearer: false });
  if (shapes.size === 0) return shapes;
  for (const { keyword, instancePath } of errors) {
    if (keyword === 'anyOf') continue;
    const own = keyword === 'type' ? undefined : shapes.get(instancePath);
    if (own) own.hasNearer = true;
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

function explain(error: ErrorObject): string {
  const { keyword, params } = error;
  if (keyword === 'x-rule') return error.message ?? 'is not valid';
  if (keyword === 'required') return 'is required';
  if (keyword === 'additionalProperties') return 'is not known here';
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
  if (keyword === 'anyOf') return 'must have one of the shapes that the documentation shows';
  return error.message ?? 'is not valid';
}

function words(type: string | string[]): string {
  return [type]
    .flat()
    .flatMap((name) => name.split(','))
    .map((name) => typeWords[name] ?? name)
    .join(' or ');
}

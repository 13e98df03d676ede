import { Ajv, type ErrorObject, type Options, type ValidateFunction } from 'ajv';
import type { TSchema } from 'typebox';
import type { InputFault } from './problems.ts';
import { isRuleName, rules } from './rules.ts';

/** How many faults an answer lists at most: enough to mend a body in one go, bounded for a hostile one. */
const mostFaults = 100;

/**
 * The one Ajv: unknown members refused by the schemas, nothing coerced or filled in, every fault reported. The keyword `x-rule`
 * checks a string by a rule of rules.ts and puts its canonical spelling in place.
 */
export function createValidator(options: Options = {}): Ajv {
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    validateFormats: false,
    verbose: true,
    ...options,
  });
  const checkRule: { errors?: Partial<ErrorObject>[] } & ((...args: unknown[]) => boolean) = (
    name,
    data,
    _schema,
    place,
  ) => {
    const { parentData, parentDataProperty } = place as {
      parentData: Record<string, unknown>;
      parentDataProperty: string;
    };
    if (typeof name !== 'string' || !isRuleName(name) || typeof data !== 'string') return true;
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
 * Makes numbers, booleans and lists of the texts of a query or a path, as their schema declares them. A number is
 * plain decimal digits only, a list that is not exploded (OpenAPI) is one text with commas; what does not fit is left
 * as it is, for the validator to refuse.
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

/** Tells every fault that a validation left behind, in words for the caller. */
export function describeFaults(validate: ValidateFunction, part: 'body' | 'parameter'): InputFault[] {
  const faults = new Map<string, InputFault>();
  for (const error of validate.errors ?? []) {
    if (isNoise(error, validate.errors ?? [])) continue;
    const pointer = pointTo(error);
    const detail = explain(error);
    faults.set(
      `${pointer} ${detail}`,
      part === 'body' ? { pointer, detail } : { parameter: nameOf(pointer), detail },
    );
    if (faults.size === mostFaults) break;
  }
  return [...faults.values()];
}

/**
 * Where one of several shapes is allowed, every shape complains: only what the nearest one says is told, which is
 * the one whose type fits.
 */
function isNoise(error: ErrorObject, all: ErrorObject[]): boolean {
  const shapes = all.filter(
    ({ keyword, instancePath }) => keyword === 'anyOf' && instancePath === error.instancePath,
  );
  if (shapes.length === 0) return false;
  const nearer = all.some(
    (other) =>
      other.keyword !== 'anyOf' &&
      (other.instancePath.startsWith(`${error.instancePath}/`) ||
        (other.instancePath === error.instancePath && other.keyword !== 'type')),
  );
  return error.keyword === 'anyOf' ? nearer : error.keyword === 'type';
}

function pointTo(error: ErrorObject): string {
  const member = error.params.missingProperty ?? error.params.additionalProperty ?? error.params.propertyName;
  const step = member === undefined ? '' : `/${String(member).replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return error.instancePath + step;
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

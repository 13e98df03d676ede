import { Ajv, type ErrorObject, type Options } from 'ajv';
import type { TSchema } from 'typebox';
import { boundKeywords } from './bounded-keywords.ts';
import { mostErrors } from './faults.ts';
import { isRuleName, rules } from './rules.ts';

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
    const { maxLength, minLength } = schema as { maxLength?: number; minLength?: number };
    if (data === '' && minLength) return true;
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

/** A parameter of a query or path, as its schema declares it. */
interface Parameter {
  type?: string;
  explode?: boolean;
  'x-commas'?: boolean;
}

/** The parameters of a schema, by name. */
const parametersOf = (schema: TSchema) =>
  (schema as { properties?: Record<string, Parameter> }).properties ?? {};

/**
 * Coerces the strings of a query or path to numbers, booleans and lists, by their schema. A number is plain decimal
 * digits only. A list is repeated (OpenAPI's `explode`), or one string with commas, or both where no value can have a
 * comma. What does not fit stays unchanged, and is refused by the validator.
 */
export function coerceTexts(schema: TSchema, values: Record<string, unknown>): void {
  const parameters = parametersOf(schema);
  for (const [name, value] of Object.entries(values)) {
    const { type, explode = true, 'x-commas': commas = !explode } = parameters[name] ?? {};
    const texts = explode && Array.isArray(value) ? (value as string[]) : value;
    if (type === 'array' && commas && Array.isArray(texts))
      values[name] = texts.flatMap((text) => text.split(','));
    if (typeof texts !== 'string') continue;
    if (type === 'array') values[name] = commas ? texts.split(',') : [texts];
    else if (type === 'integer' && /^-?\d{1,15}$/.test(texts)) values[name] = Number(texts);
    else if (type === 'boolean' && (texts === 'true' || texts === 'false')) values[name] = texts === 'true';
  }
}

/**
 * Renames parameters without brackets to those with them, `publishedAt.gte` to `publishedAt[gte]`, which curl reads as a
 * range. One that is there in both spellings is repeated.
 */
export function addBrackets(schema: TSchema, values: Record<string, unknown>): void {
  const parameters = parametersOf(schema);
  for (const [name, value] of Object.entries(values)) {
    const bracketed = name.replace(/^(\w+)\.(\w+)$/, '$1[$2]');
    if (bracketed === name || !Object.hasOwn(parameters, bracketed)) continue;
    values[bracketed] = bracketed in values ? [values[bracketed], value].flat() : value;
    delete values[name];
  }
}

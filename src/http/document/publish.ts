import { anythingKey, fieldsKey } from '../../wire.ts';

/** Extensions of operations: an optional body, and an example of the body (plugins/operations.ts). */
const optionalBody = 'x-body-optional';
const bodyExample = 'x-body-example';

interface Operation {
  requestBody?: { content?: Record<string, object> };
  [optionalBody]?: boolean;
  [bodyExample]?: object;
}

interface Parameter {
  in?: string;
  required?: boolean;
  example?: unknown;
  schema?: { style?: string; explode?: boolean };
}

/**
 * A replacer for `JSON.stringify`: removes what is internal, and moves `style` and `explode` of a list to its parameter, and
 * examples of optional parameters to their schemas, since Swagger UI would send them.
 */
export function publish(name: string, value: unknown): unknown {
  if (name.startsWith('x-') || name === fieldsKey) return undefined;
  const schema = value as { type?: unknown; enum?: unknown[] } | null;
  if (Array.isArray(schema?.type) && schema.enum?.includes(null)) return nullableEnum(schema);
  if (typeof schema === 'object' && schema !== null && anythingKey in schema)
    return { ...schema, anyOf: anyJson };
  const operation = value as Operation | null;
  if (operation?.[optionalBody])
    return { ...operation, requestBody: { ...operation.requestBody, required: false } };
  if (operation?.[bodyExample]) {
    const content = Object.entries(operation.requestBody?.content ?? {}).map(([type, media]) => [
      type,
      { ...media, example: operation[bodyExample] },
    ]);
    return { ...operation, requestBody: { ...operation.requestBody, content: Object.fromEntries(content) } };
  }
  const parameter = value as Parameter | null;
  return parameter?.in && parameter.schema ? publishParameter(parameter) : value;
}

/** Every type of JSON. */
const anyJson = [
  ...['string', 'number', 'boolean', 'null'].map((type) => ({ type })),
  { type: 'array', items: { type: 'string' } },
  { type: 'object', additionalProperties: true },
];

/** A parameter without what is the default of OpenAPI, or known of a closed set of values. */
function publishParameter({ required, example, ...rest }: Parameter): object {
  const { style: _, explode, ...schema } = rest.schema ?? {};
  const needed = required ? { required } : {};
  if (rest.in !== 'query') return { ...rest, ...needed, ...(example === undefined ? {} : { example }) };
  const isKnown = example === undefined || 'enum' in schema || 'default' in schema;
  return {
    ...rest,
    ...needed,
    ...(required && example !== undefined ? { example } : {}),
    ...(explode === undefined ? {} : { explode }),
    schema: required || isKnown ? schema : { ...schema, examples: [example] },
  };
}

/** Alternatives to null for words or null: generators write a type `null` among the words otherwise. */
function nullableEnum({ type, enum: words = [], ...rest }: { type?: unknown; enum?: unknown[] }): object {
  const [only] = [type].flat().filter((one) => one !== 'null');
  return {
    anyOf: [{ type: only, enum: words.filter((word) => word !== null) }, { type: 'null' }],
    ...rest,
  };
}

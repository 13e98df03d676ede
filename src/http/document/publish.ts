import { fieldsKey } from '../../wire.ts';

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
  if (parameter?.in !== 'query' || !parameter.schema) return value;
  const { example, ...rest } = parameter;
  const { style, explode, ...plain } = parameter.schema;
  return {
    ...rest,
    ...(rest.required && example !== undefined ? { example } : {}),
    ...(explode === undefined ? {} : { style, explode }),
    schema: rest.required || example === undefined ? plain : { ...plain, examples: [example] },
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

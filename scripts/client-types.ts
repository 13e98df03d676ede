// Writes packages/client/src/api.ts, the types of the client, from openapi/openapi.json (`npm run openapi`).
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import openapiTypescript, { astToString } from 'openapi-typescript';

// biome-ignore lint/suspicious/noExplicitAny: an OpenAPI document is JSON of any shape
type Json = any;

const target = new URL('../packages/client/src/api.ts', import.meta.url);
const header = `// Made by \`npm run openapi\` out of openapi/openapi.json: never changed by hand.
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
`;
/** What of a schema says which type it is; the rest (rules, examples, descriptions) would be most of the size. */
const ofTypes = ['$ref', 'type', 'enum', 'const', 'required', 'additionalProperties'];
const methods = ['get', 'post', 'put', 'patch', 'delete'];
/** The headers that a caller sets. */
const headers = ['If-Match', 'If-None-Match', 'Idempotency-Key'];

/** The text of api.ts as the document of now makes it. */
export async function writeClientTypes(): Promise<string> {
  const text = await readFile(new URL('../openapi/openapi.json', import.meta.url), 'utf8');
  const document = inlineShared(JSON.parse(text));
  const types = shorten(astToString(await openapiTypescript(reduceDocument(document))));
  return `${header}${types}\n/** The parameters whose list has commas. */\nexport const commaLists: string[] = ${JSON.stringify(findCommaLists(document))};\n`;
}

/** The document with shared parameters and responses where they are used. */
function inlineShared(document: Json): Json {
  const { parameters = {}, responses = {} } = document.components;
  const shared: Json = { parameters, responses };
  const resolve = (part: Json): Json => {
    const [, kind, name] = /^#\/components\/(parameters|responses)\/(.*)$/.exec(part.$ref ?? '') ?? [];
    return kind && name ? shared[kind][name] : part;
  };
  const inline = (operation: Json): Json => ({
    ...operation,
    parameters: (operation.parameters ?? []).map(resolve),
    responses: mapValues(operation.responses, resolve),
  });
  const ofPath = (item: Json) =>
    mapValues(item, (part: Json, name: string) => (methods.includes(name) ? inline(part) : part));
  return { ...document, paths: mapValues(document.paths, ofPath) };
}

const mapValues = (object: Json, map: (value: Json, name: string) => Json): Json =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name, map(value, name)]));

/** Leaves out what there never is, and headers of answers that nobody described. */
const shorten = (types: string) =>
  types
    .replace(/^ +\w+\?: never;\n/gm, '')
    .replace(/^ +headers: \{\n +\[name: string\]: unknown;\n +\};\n/gm, '')
    .replace(/^( {4})+/gm, (spaces) => '\t'.repeat(spaces.length / 4));

/** The operations that answer JSON, or nothing, with no more than their types. */
function reduceDocument(document: Json): Json {
  const paths = Object.entries<Json>(document.paths).map(([path, item]) => {
    const operations = methods
      .filter((method) => item[method] && findAnswer(item[method]))
      .map((method) => [method, reduceOperation(item[method])]);
    return [path, Object.fromEntries(operations)];
  });
  const schemas = Object.entries<Json>(document.components.schemas).map(([name, schema]) => [
    name,
    reduce(schema),
  ]);
  const reduced = {
    openapi: document.openapi,
    info: { title: document.info.title, version: document.info.version },
    paths: Object.fromEntries(paths.filter(([, item]) => Object.keys(item).length > 0)),
    components: { schemas: Object.fromEntries(schemas) },
  };
  return omitUnused(reduced);
}

/** Schemas that nothing names are left out, until none is left. */
function omitUnused(document: Json): Json {
  const text = JSON.stringify(document);
  const used = Object.entries(document.components.schemas).filter(([name]) =>
    text.includes(`"#/components/schemas/${name}"`),
  );
  if (used.length === Object.keys(document.components.schemas).length) return document;
  return omitUnused({ ...document, components: { schemas: Object.fromEntries(used) } });
}

const json = 'application/json';

/** The first good answer, when it is JSON or has no content. */
function findAnswer({ responses }: Json): [status: string, answer: Json] | undefined {
  return Object.entries<Json>(responses).find(
    ([status, { content }]) => status.startsWith('2') && (content === undefined || content[json]),
  );
}

function reduceOperation(operation: Json): Json {
  const [status, { content }] = findAnswer(operation) as [string, Json];
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  const body = operation.requestBody?.content[json];
  return {
    parameters: (operation.parameters ?? [])
      .filter(({ in: place, name }: Json) => place !== 'header' || headers.includes(name))
      .map(({ name, in: place, required, schema }: Json) => ({
        ...{ name, in: place, schema: reduce(schema) },
        ...(required && place !== 'header' ? { required } : {}),
      })),
    ...(body
      ? {
          requestBody: {
            required: operation.requestBody.required,
            content: { [json]: { schema: reduce(body.schema) } },
          },
        }
      : {}),
    responses: {
      [status]: {
        description: '',
        ...(content ? { content: { [json]: { schema: reduce(content[json].schema) } } } : {}),
      },
      default: { description: '', content: problem },
    },
  };
}

function reduce(schema: Json): Json {
  if (typeof schema !== 'object' || schema === null) return schema;
  const reduced: Json = {};
  for (const name of ofTypes) if (schema[name] !== undefined) reduced[name] = schema[name];
  for (const name of ['anyOf', 'oneOf', 'allOf', 'prefixItems'])
    if (schema[name]) reduced[name] = schema[name].map(reduce);
  if (schema.items) reduced.items = reduce(schema.items);
  if (typeof schema.additionalProperties === 'object')
    reduced.additionalProperties = reduce(schema.additionalProperties);
  if (schema.properties)
    reduced.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, property]) => [name, reduce(property)]),
    );
  return reduced;
}

function findCommaLists({ paths }: Json): string[] {
  const parameters = Object.values<Json>(paths)
    .flatMap((item) => methods.flatMap((method) => item[method]?.parameters ?? []))
    .filter(({ in: place, explode }: Json) => place === 'query' && explode === false);
  return [...new Set<string>(parameters.map(({ name }: Json) => name))].sort();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await writeFile(target, await writeClientTypes());

import type { Answer, TestApp } from './app.ts';
import {
  drawPicture,
  type KnownOperation,
  listOperations,
  Sampler,
  type Schema,
  takesPicture,
  writePair,
} from './operations.ts';
import { loadSample } from './sample.ts';

/** What was answered for a component, by its name. */
type Examples = Record<string, unknown>;

/** Takes examples of answers: carries out every operation of the document as it is filled in, on the sample content. */
export async function takeExamples(api: TestApp): Promise<Examples> {
  await loadSample(api);
  const sampler = new Sampler(api.document);
  const told: Record<string, string> = {};
  const answers: Examples = {};
  const operations = listOperations(api.document);
  const isLast = ({ method }: KnownOperation) => Number(method === 'DELETE');
  for (const operation of operations.sort((one, other) => isLast(one) - isLast(other))) {
    const name = componentOf(operation);
    if (name === undefined) continue;
    const answer = await carryOut(api, sampler, operation, told);
    if (answer.status >= 300) continue;
    const collection = operation.template.split('/').at(-1) ?? '';
    if (operation.method === 'POST' && answer.body.id)
      told[collection.replace(/^.*-|s$/g, '')] = answer.body.id;
    const [shown, value] = itemOf(sampler, name, answer.body);
    if (value !== undefined && !isEmptyList(value)) answers[shown] ??= value;
  }
  return normalize(answers);
}

/** The component of the JSON that a success answers. */
function componentOf({ operation, success }: KnownOperation): string | undefined {
  const schema = operation.responses[success]?.content?.['application/json']?.schema as Schema | undefined;
  return schema?.$ref?.split('/').at(-1);
}

const isEmptyList = (value: unknown) => (value as { data?: unknown[] }).data?.length === 0;

/** Of a page its first thing, else the answer. */
function itemOf(
  sampler: Sampler,
  name: string,
  body: { data?: unknown[]; page?: object },
): [string, unknown] {
  const { properties = {} } = sampler.resolve({ $ref: `#/components/schemas/${name}` });
  const item = properties.data?.items?.$ref?.split('/').at(-1);
  return item !== undefined && properties.page ? [item, body.data?.[0]] : [name, body];
}

async function carryOut(
  api: TestApp,
  sampler: Sampler,
  operation: KnownOperation,
  told: Record<string, string>,
): Promise<Answer> {
  const path = operation.params.reduce(
    (filled, { name, example, schema }) =>
      filled.replace(`{${name}}`, encodeURIComponent(told[name] ?? String(example ?? schema.enum?.[0]))),
    operation.template,
  );
  const query = operation.query
    .filter(({ required }) => required)
    .map(({ name, example }) => writePair(name, example));
  const { example, schema } = (operation.operation.requestBody?.content['application/json'] ?? {}) as {
    example?: unknown;
    schema?: Schema;
  };
  const body = example ?? (schema && sampler.resolve(schema).examples?.[0]);
  return api.send(operation.method, `${path}?${query.join('&')}`.replace(/\?$/, ''), {
    key: api.admin,
    ...(takesPicture(operation) ? drawPicture() : { headers: { 'if-match': '*' } }),
    ...(body === undefined ? {} : { body }),
  });
}

/** Makes equal what differs from run to run (ids, present times, secrets, cursors, versions), and cuts what is long. */
function normalize(examples: Examples): Examples {
  const ids = new Map<string, string>();
  const number = (id: string) => {
    if (!ids.has(id)) ids.set(id, `018fb9a3-6c00-7a52-8d4e-${String(ids.size + 1).padStart(12, '0')}`);
    return ids.get(id) ?? id;
  };
  const year = new Date().getUTCFullYear();
  const text = JSON.stringify(examples, (name, value) => {
    if (typeof value === 'string')
      return name === 'next' || name === 'previous' ? 'WyIyMDI0LTA2LTAzIl0' : shorten(value);
    // How many transactions a batch is written in depends on the time that they take.
    if (name === 'version') return 3;
    return Array.isArray(value) ? value.slice(0, 1) : value;
  })
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, number)
    .replace(new RegExp(`"${year}-[^"]*Z"`, 'g'), '"2024-06-03T09:00:00.000Z"')
    .replace(/pst_\w+/g, 'pst_…')
    .replace(/token=[^"&]+/g, 'token=…')
    .replace(/expires=\d+&signature=[^"]*/g, 'expires=1780000000&signature=…');
  return JSON.parse(text);
}

const longest = 100;

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > longest && !/^pst_|token=/.test(text)
    ? `${characters.slice(0, longest).join('').trimEnd()}…`
    : text;
}

/** The module src/http/document/answer-examples.ts. */
export function writeExamples(answers: Examples): string {
  const lines = Object.entries(answers).map(([name, value]) => `  ${name}: ${JSON.stringify(value)},\n`);
  return `// Made by \`npm run examples\` of the sample content: never changed by hand.
// biome-ignore-all lint: generated
// biome-ignore-all format: generated

/** What was answered for a component of the document, by its name. */
export const answerExamples: Record<string, unknown> = {
${lines.join('')}};
`;
}

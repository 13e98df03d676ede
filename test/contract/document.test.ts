import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { writeOpenapi } from '../../src/cli/openapi.ts';
import { problems } from '../../src/problem-types.ts';
import { startTestApp } from '../support/app.ts';
import { type Document, inlineParts, type Operation } from '../support/contract.ts';

const text = await readFile('openapi/openapi.json', 'utf8');
const compact = JSON.parse(text) as Document;
const document = inlineParts(compact);
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]): [string, Operation] => [
    `${method.toUpperCase()} ${path}`,
    operation,
  ]),
);
const run = promisify(execFile);

test('the committed document is what the routes say', async () => {
  assert.equal(text, await writeOpenapi(), 'run npm run openapi');
});

test('the document has at most 3.0 KB for an operation, each error once, and a description of every tag', () => {
  const bytes = Buffer.byteLength(JSON.stringify(compact));
  assert.ok(bytes <= 3000 * operations.length, `${bytes} bytes for ${operations.length} operations`);
  for (const [name, { responses }] of Object.entries(compact.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method} ${path}`,
      operation,
    ]),
  ))
    for (const [status, response] of Object.entries(responses))
      assert.ok(status < '300' || '$ref' in response, `${name} has a ${status} of its own`);
  const { tags } = compact as unknown as { tags: { name: string; description?: string }[] };
  assert.ok(tags.every(({ description }) => description));
  const used = operations.flatMap(([, operation]) => operation.tags ?? []);
  assert.deepEqual([...new Set(used)].sort(), tags.map(({ name }) => name).sort());
});

/** Pages and files that browsers and crawlers look for, which are no operations. */
const forBrowsers = /^\/(docs|assets|favicon\.ico|robots\.txt|llms(-full)?\.txt)/;

test('every route of the router is in the document', async () => {
  const { app } = await startTestApp();
  const listed = app.printRoutes({ commonPrefix: false, includeHooks: false });
  const routes = readRoutes(listed).filter(([, path]) => !forBrowsers.test(path) && path !== '*');
  assert.ok(routes.length >= operations.length);
  for (const [method, path] of routes) {
    if (method === 'HEAD') continue;
    const template = path.replace(/:(\w+)/g, '{$1}');
    assert.ok(
      document.paths[template]?.[method.toLowerCase()],
      `${method} ${template} is not in the document`,
    );
  }
});

/** The routes in Fastify's printed tree: a line is the rest of an address below those that it is indented under. */
function readRoutes(tree: string): [string, string][] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line): [string, string][] => {
    const found = /^([│ ]*)[├└]── (\S*)(?: \(([^)]*)\))?/.exec(line);
    // Another route of the same address, by a constraint.
    if (!found) return [];
    const [, indent = '', part = '', methods] = found;
    const depth = indent.length / 4;
    above.length = depth;
    above.push(part);
    const path = above.join('');
    return methods ? methods.split(', ').map((method) => [method, path]) : [];
  });
}

test('every operation has an id of its own, a summary, a tag, its scopes, and every error that its kind can answer', () => {
  const ids = operations.map(([, { operationId }]) => operationId);
  assert.equal(new Set(ids).size, operations.length);
  for (const [name, operation] of operations) {
    assert.match(operation.operationId, /^[a-z][A-Za-z]+$/, name);
    assert.ok(operation.summary, name);
    assert.equal(operation.tags?.length, 1, name);
    assert.ok(operation.security, name);
    const statuses = Object.keys(operation.responses);
    const needed = ['400', '415', '500'];
    if (operation.security.some((way) => 'key' in way)) needed.push('401', '503');
    if (!operation.security.some((way) => !('key' in way))) needed.push('403');
    if (operation.requestBody) needed.push('413', '422');
    if (name.includes('{')) needed.push('404', '414');
    if (operation.parameters?.some((parameter) => parameter.name === 'If-Match')) needed.push('412');
    for (const status of needed) assert.ok(statuses.includes(status), `${name} declares no ${status}`);
  }
});

test('every parameter and every body has a description and an example or a closed set of values', () => {
  for (const [name, { parameters = [], requestBody }] of operations) {
    for (const parameter of parameters as {
      name: string;
      in: string;
      required?: boolean;
      description?: string;
      example?: unknown;
      schema: { enum?: unknown; type?: string; default?: unknown; examples?: unknown[]; items?: object };
    }[]) {
      assert.ok(parameter.description, `${name} ${parameter.name}`);
      // These are read from an answer, and mean nothing by themselves; Swagger UI would send that of a header.
      if (['after', 'before'].includes(parameter.name)) continue;
      if (parameter.in === 'header' && !parameter.required) continue;
      const { example, schema } = parameter;
      const known = [example, schema.examples, schema.enum, schema.default].some(
        (value) => value !== undefined,
      );
      assert.ok(known || schema.type === 'boolean', `${name} ${parameter.name} has no example`);
    }
    for (const { schema } of Object.values(requestBody?.content ?? {})) {
      // The bytes of a picture or of a tar, and lines.
      if ('image/svg+xml' in (requestBody?.content ?? {}) || schema.type === 'string') continue;
      const component = String(schema.$ref).split('/').at(-1) ?? '';
      const { examples } = document.components.schemas[component] as { examples?: unknown[] };
      assert.ok(examples?.length, `${name}: ${component} has no example`);
    }
  }
});

test('components are named, all are used, and nothing of the inside leaks into them', () => {
  for (const name of Object.keys(document.components.schemas)) {
    assert.doesNotMatch(name, /^def-/);
    assert.ok(text.includes(`"#/components/schemas/${name}"`), `${name} is not used`);
  }
  assert.doesNotMatch(text, /"x-/);
});

test('every problem has a page that explains it', async () => {
  const { send } = await startTestApp();
  for (const [code, { status, cause, remedy }] of Object.entries(problems)) {
    const { body } = await send('GET', `/problems/${code}`);
    assert.deepEqual([body.type, body.status], [`/problems/${code}`, status]);
    assert.deepEqual([body.code, body.cause, body.remedy], [code, cause, remedy]);
    assert.ok(body.example.request && body.example.detail);
  }
});

test('the document passes the recommended rules of Redocly', async () => {
  const { stdout, stderr } = await run(
    'node_modules/.bin/redocly',
    ['lint', '--format=json', 'openapi/openapi.json'],
    {
      maxBuffer: 1e8,
    },
  );
  const result = JSON.parse(stdout.slice(stdout.indexOf('{'))) as {
    totals: { errors: number; warnings: number };
  };
  assert.deepEqual([result.totals.errors, result.totals.warnings], [0, 0], stderr);
});

test('a client that openapi-typescript makes of the document compiles', async () => {
  const directory = await mkdtemp(join(process.cwd(), 'test', 'client-'));
  try {
    await run('node_modules/.bin/openapi-typescript', [
      'openapi/openapi.json',
      '-o',
      join(directory, 'api.d.ts'),
    ]);
    await writeFile(
      join(directory, 'client.ts'),
      `import createClient from 'openapi-fetch';
import type { paths } from './api.d.ts';
const api = createClient<paths>({ baseUrl: 'http://127.0.0.1' });
const list = await api.GET('/v1/reviews', { params: { query: { tag: ['a'], limit: 5, sort: '-publishedAt' } } });
export const title: string | undefined = list.data?.data[0]?.title;
const one = await api.GET('/v1/reviews/{review}', { params: { path: { review: 'x' } } });
export const body: string | undefined = one.data?.body;
// @ts-expect-error there is no such sort
await api.GET('/v1/reviews', { params: { query: { sort: 'nothing' } } });
`,
    );
    const options = [
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      '--module',
      'nodenext',
      '--target',
      'es2022',
      '--allowImportingTsExtensions',
    ];
    await run('node_modules/.bin/tsc', [...options, join(directory, 'client.ts')]);
  } finally {
    await rm(directory, { recursive: true });
  }
});

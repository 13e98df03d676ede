import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { problems } from '../../../src/problem-types.ts';
import { takeExamples, writeExamples } from '../../support/answer-examples.ts';
import { startTestApp } from '../../support/app.ts';

const module = 'src/http/document/answer-examples.ts';

test('the examples of answers and problems are what the sample content answers now', async () => {
  const made = writeExamples(await takeExamples(await startTestApp()));
  if (process.env.WRITE_EXAMPLES) await writeFile(module, made);
  assert.equal(await readFile(module, 'utf8'), made, 'run: npm run examples');
});

test('every JSON answer of the document shows an example, and every problem one of its own', async () => {
  const { app, document } = await startTestApp();
  const { components } = app.swagger() as unknown as {
    components: { schemas: Record<string, Shape>; examples: Record<string, { value: { type: string } }> };
  };
  const shows = (shape: Shape | undefined): boolean =>
    shape !== undefined &&
    (shape.examples !== undefined ||
      shows(components.schemas[shape.$ref?.split('/').at(-1) ?? '']) ||
      shows(shape.items) ||
      shows(shape.properties?.data) ||
      shape.properties === undefined ||
      Object.values(shape.properties).some((member) => shows(member)));
  const lacking = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).flatMap(({ operationId, responses }) =>
      ['200', '201'].flatMap((status) => {
        const schema = responses[status]?.content?.['application/json']?.schema as Shape | undefined;
        return schema && !shows(schema) ? [operationId] : [];
      }),
    ),
  );
  assert.deepEqual(lacking, []);
  for (const [code, { value }] of Object.entries(components.examples)) {
    assert.ok(code in problems);
    assert.ok(value.type.endsWith(`/problems/${code}`));
  }
  assert.ok(Object.keys(components.examples).length > 20);
});

interface Shape {
  $ref?: string;
  examples?: unknown[];
  items?: Shape;
  properties?: Record<string, Shape>;
}

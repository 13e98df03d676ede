import { answerExamples } from './answer-examples.ts';
import type { DocumentObject } from './operation.ts';
import { codesOf, findReferred, mapOperations } from './operation.ts';

/** What a problem of each code looks like, by code. */
export type ProblemExamples = Record<string, { value: object }>;

/**
 * Adds examples of answers: to a component what was answered for it with the sample content, to an error one for each
 * problem that it can be.
 */
export function addExamples(document: DocumentObject, problems: ProblemExamples): DocumentObject {
  const { components, ...rest } = mapOperations(document, (operation) => ({
    ...operation,
    responses: Object.fromEntries(
      Object.entries(operation.responses).map(([status, response]) => {
        const examples = codesOf(response).map((code) => [code, { $ref: `#/components/examples/${code}` }]);
        if (examples.length === 0) return [status, response];
        const content = Object.entries(response.content ?? {}).map(([type, media]) => [
          type,
          { ...media, examples: Object.fromEntries(examples) },
        ]);
        return [status, { ...response, content: Object.fromEntries(content) }];
      }),
    ),
  }));
  const all = components ?? {};
  const bodies: unknown[] = [];
  mapOperations(document, ({ requestBody, ...operation }) => {
    bodies.push(requestBody);
    return operation;
  });
  const sent = findReferred(bodies, all);
  const answered = Object.keys(answerExamples).map((name) => ({ $ref: `#/components/schemas/${name}` }));
  const shown = findReferred(answered, all);
  const schemas = Object.entries(all.schemas ?? {}).map(([name, schema]) => {
    const path = `schemas/${name}`;
    const plain = shown.has(path) && !sent.has(path) ? withoutExamples(schema) : schema;
    return [
      name,
      answerExamples[name] === undefined ? plain : { ...(plain as object), examples: [answerExamples[name]] },
    ];
  });
  return {
    ...rest,
    components: { ...components, schemas: Object.fromEntries(schemas), examples: problems },
  };
}

/** A schema of answers without the examples of its members, which that of the whole shows. */
function withoutExamples(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutExamples);
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept = Object.entries(schema).filter(([key, value]) => key !== 'examples' || !Array.isArray(value));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutExamples(value)]));
}

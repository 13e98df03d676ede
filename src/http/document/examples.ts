import { answerExamples } from './answer-examples.ts';
import type { DocumentObject } from './compose.ts';
import { codesOf, mapOperations } from './operation.ts';

/** What a problem of each code looks like, by code. */
export type ProblemExamples = Record<string, { summary: string; value: object }>;

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
  const schemas = Object.entries(components?.schemas ?? {}).map(([name, schema]) => [
    name,
    answerExamples[name] === undefined
      ? schema
      : { ...(withoutExamples(schema) as object), examples: [answerExamples[name]] },
  ]);
  return {
    ...rest,
    components: { ...components, schemas: Object.fromEntries(schemas), examples: problems },
  };
}

/** The schema without the examples of its members, which that of the whole shows. */
function withoutExamples(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutExamples);
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept = Object.entries(schema).filter(([key, value]) => key !== 'examples' || !Array.isArray(value));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutExamples(value)]));
}

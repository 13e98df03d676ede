import { addExamples, type ProblemExamples } from './examples.ts';
import { nameSchemas } from './name-schemas.ts';
import { publish } from './publish.ts';
import { shareParts } from './share-parts.ts';

/** An OpenAPI document, as far as it is composed here. */
export interface DocumentObject {
  paths?: Record<string, object | undefined>;
  components?: Components;
}

/** The parts by kind (`schemas`, `responses` …) and name. */
export type Components = Record<string, Record<string, unknown>>;

/**
 * Composes the published document of what Fastify generates from the routes: what several operations have alike becomes a
 * component, answers get examples, and internal keywords and components that nothing refers to are dropped.
 * @param problems what a problem of each code looks like
 */
export function composeDocument(generated: DocumentObject, problems: ProblemExamples): DocumentObject {
  const named = nameSchemas(generated);
  const shared = shareParts(addExamples(named, problems));
  return dropUnused(JSON.parse(JSON.stringify(shared, publish)));
}

/** Drops components that no operation refers to, directly or through other components. */
function dropUnused(document: DocumentObject): DocumentObject {
  const { components = {}, ...rest } = document;
  const used = new Set<string>();
  const pending: unknown[] = [rest];
  for (const next of pending) {
    const references = `${JSON.stringify(next)}`.matchAll(/"#\/components\/([^/"]+)\/([^"]+)"/g);
    for (const [, kind = '', name = ''] of references) {
      if (used.has(`${kind}/${name}`)) continue;
      used.add(`${kind}/${name}`);
      pending.push(components[kind]?.[name]);
    }
  }
  const kept = Object.entries(components).map(([kind, members]) => [
    kind,
    kind === 'securitySchemes'
      ? members
      : Object.fromEntries(Object.entries(members).filter(([name]) => used.has(`${kind}/${name}`))),
  ]);
  return { ...document, components: Object.fromEntries(kept) };
}

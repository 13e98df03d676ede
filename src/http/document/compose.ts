import { undocumentedKey } from '../../wire.ts';
import { addExamples, type ProblemExamples } from './examples.ts';
import { nameSchemas } from './name-schemas.ts';
import { type DocumentObject, findReferred, mapOperations, type Operation } from './operation.ts';
import { publish } from './publish.ts';
import { shareParts } from './share-parts.ts';

/**
 * Composes the published document of what Fastify generates from the routes: what several operations have alike becomes a
 * component, answers get examples, and internal keywords and components that nothing refers to are dropped.
 * @param problems what a problem of each code looks like
 */
export function composeDocument(generated: DocumentObject, problems: ProblemExamples): DocumentObject {
  const named = nameSchemas(mapOperations(generated, omitUndocumented));
  const shared = shareParts(addExamples(named, problems));
  return dropUnused(JSON.parse(JSON.stringify(shared, publish)));
}

/** The operation without the parameters that the document leaves out. */
function omitUndocumented({ parameters, ...operation }: Operation): object {
  const shown = parameters?.filter(
    (parameter) => !JSON.stringify(parameter).includes(`"${undocumentedKey}"`),
  );
  return { ...operation, ...(shown?.length ? { parameters: shown } : {}) };
}

/** Drops components that no operation refers to, directly or through other components. */
function dropUnused(document: DocumentObject): DocumentObject {
  const { components = {}, ...rest } = document;
  const used = findReferred(rest, components);
  const kept = Object.entries(components).map(([kind, members]) => [
    kind,
    kind === 'securitySchemes'
      ? members
      : Object.fromEntries(Object.entries(members).filter(([name]) => used.has(`${kind}/${name}`))),
  ]);
  return { ...document, components: Object.fromEntries(kept) };
}

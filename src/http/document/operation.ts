/** An OpenAPI document, as far as it is composed here. */
export interface DocumentObject {
  paths?: Record<string, object | undefined>;
  components?: Components;
}

/** The parts by kind (`schemas`, `responses` …) and name. */
export type Components = Record<string, Record<string, unknown>>;

/** The parts of an operation that are composed here. */
export interface Operation {
  operationId: string;
  parameters?: object[];
  requestBody?: object;
  responses: Record<string, ResponsePart>;
}

export interface ResponsePart {
  headers?: Record<string, object>;
  /** By media type; of problems with their codes (plugins/operations.ts). */
  content?: Record<string, { 'x-problems'?: string[] }>;
}

/** The codes of the problems that an answer can be. */
export const codesOf = ({ content }: ResponsePart): string[] =>
  content?.['application/problem+json']?.['x-problems'] ?? [];

/** The document with each operation replaced. */
export function mapOperations(
  document: DocumentObject,
  change: (operation: Operation) => object,
): DocumentObject {
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) => [
    path,
    Object.fromEntries(
      Object.entries(item ?? {}).map(([method, operation]) => [method, change(operation as Operation)]),
    ),
  ]);
  return { ...document, paths: Object.fromEntries(paths) };
}

/** The components that a part refers to, directly or through other components, as `schemas/Review`. */
export function findReferred(part: unknown, components: Components): Set<string> {
  const referred = new Set<string>();
  const pending = [part];
  for (const next of pending) {
    const references = `${JSON.stringify(next)}`.matchAll(/"#\/components\/([^/"]+)\/([^"]+)"/g);
    for (const [, kind = '', name = ''] of references) {
      if (referred.has(`${kind}/${name}`)) continue;
      referred.add(`${kind}/${name}`);
      pending.push(components[kind]?.[name]);
    }
  }
  return referred;
}

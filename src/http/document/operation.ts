import type { DocumentObject } from './compose.ts';

/** The parts of an operation that are composed here. */
export interface Operation {
  operationId: string;
  parameters?: object[];
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

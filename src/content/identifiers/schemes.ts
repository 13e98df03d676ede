/** The identifier schemes, in the order of lists. */
export const identifierSchemes = [
  'arxiv',
  'doi',
  'openreview',
  'acl',
  'pmid',
  'pmcid',
  'isbn',
  's2',
  'pmlr',
  'cvf',
  'neurips',
] as const;
export type IdentifierScheme = (typeof identifierSchemes)[number];

export type Identifier = { scheme: IdentifierScheme; value: string };

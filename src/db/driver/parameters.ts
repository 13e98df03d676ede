/**
 * Encodes a parameter in a text form that every type reads, which saves the round trip of a Describe.
 * @returns undefined for a parameter that needs its type
 */
export function writeParameter(parameter: unknown): unknown {
  if (parameter === null || plainTypes.has(typeof parameter)) return parameter;
  const isList = Array.isArray(parameter) && parameter.every((item) => plainTypes.has(typeof item));
  return isList ? writeArray(parameter) : undefined;
}

const plainTypes = new Set(['string', 'number', 'boolean', 'bigint']);

/** Codecs of text[], uuid[] and int4[], by their fixed OIDs (pg_type.dat). */
export const arrayTypes = {
  texts: arrayType(1009, String),
  ids: arrayType(2951, String),
  integers: arrayType(1007, Number),
};

function arrayType<T extends string | number>(oid: number, read: (text: string) => T) {
  return {
    to: oid,
    from: [oid],
    // Drizzle encodes arrays of its columns itself.
    serialize: (list: T[] | string) => (typeof list === 'string' ? list : writeArray(list)),
    parse: (text: string) =>
      [...text.matchAll(/"((?:[^"\\]|\\.)*)"|[^{},]+/gs)].map(([plain, quoted]) =>
        read(quoted?.replace(/\\(.)/gs, '$1') ?? plain),
      ),
  };
}

/** Writes an array literal for elements of any type (PostgreSQL manual, 8.15.2). */
function writeArray(items: unknown[]): string {
  return `{${items.map((item) => `"${`${item}`.replace(/["\\]/g, '\\$&')}"`).join()}}`;
}

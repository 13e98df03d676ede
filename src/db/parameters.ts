/**
 * Writes a parameter so that its type need not be known, which Postgres would have to be asked first.
 * @returns undefined for one that has to be written by its type
 */
export function writeParameter(parameter: unknown): unknown {
  if (parameter === null || plainTypes.has(typeof parameter)) return parameter;
  const isList = Array.isArray(parameter) && parameter.every((item) => plainTypes.has(typeof item));
  return isList ? writeArray(parameter) : undefined;
}

const plainTypes = new Set(['string', 'number', 'boolean', 'bigint']);

/** Lists of texts, ids and numbers as parameters and in answers, by their OIDs in every Postgres (pg_type.dat). */
export const arrayTypes = {
  texts: arrayType(1009, String),
  ids: arrayType(2951, String),
  integers: arrayType(1007, Number),
};

function arrayType<T extends string | number>(oid: number, read: (text: string) => T) {
  return {
    to: oid,
    from: [oid],
    // Drizzle writes the lists of its own columns itself.
    serialize: (list: T[] | string) => (typeof list === 'string' ? list : writeArray(list)),
    parse: (text: string) =>
      [...text.matchAll(/"((?:[^"\\]|\\.)*)"|[^{},]+/gs)].map(([plain, quoted]) =>
        read(quoted?.replace(/\\(.)/gs, '$1') ?? plain),
      ),
  };
}

/** Writes the text of an array as Postgres reads it, whatever the type of its elements (manual, 8.15.2). */
function writeArray(items: unknown[]): string {
  return `{${items.map((item) => `"${`${item}`.replace(/["\\]/g, '\\$&')}"`).join()}}`;
}

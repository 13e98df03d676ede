import { decodePercent } from './address.ts';
import { recognizeIdentifier } from './scheme.ts';

/** What can stand behind the reference to a paper in a path: `/citation`. */
export type SubPaths = ReadonlySet<string>;

/**
 * Encodes the slashes of an identifier that stands in a path as it is, as proxies and generated clients send it:
 * `doi:10.1145/3292500.3330701/citation` becomes `doi:10.1145%2F3292500.3330701/citation`. A sub-path at the end counts
 * as one when what is before it is an identifier; an identifier that ends like a sub-path has to be sent encoded.
 * @param path from the reference on, without a query
 * @returns the path with the reference as one segment; the same path when it begins with no identifier
 */
export function encodeIdentifierInPath(path: string, subPaths: SubPaths): string {
  if (!path.includes('/')) return path;
  const at = path.lastIndexOf('/');
  const subPath = subPaths.has(path.slice(at)) ? path.slice(at) : '';
  if (subPath !== '') {
    const reference = path.slice(0, at);
    const kind = kindOf(reference);
    if (kind === 'identifier') return encodeSlashes(reference) + subPath;
    // What only calls itself one is refused with the reason, unless all of it is one.
    if (kind === 'malformed' && kindOf(path) !== 'identifier') return encodeSlashes(reference) + subPath;
  }
  return kindOf(path) === 'none' ? path : encodeSlashes(path);
}

function kindOf(encoded: string) {
  const reference = decodePercent(encoded);
  return reference === null ? 'none' : recognizeIdentifier(mendScheme(reference)).kind;
}

/** Proxies that merge slashes make `https:/doi.org/…` of an address. */
const mendScheme = (reference: string) => reference.replace(/^(https?:)\/(?!\/)/i, '$1//');

const encodeSlashes = (reference: string) =>
  reference.replace(/^(https?(?::|%3a))\/(?!\/)/i, '$1//').replaceAll('/', '%2F');

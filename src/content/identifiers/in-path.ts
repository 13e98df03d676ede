import { decodePercent } from './address.ts';
import { recognizeIdentifier } from './scheme.ts';

/** The paths below a paper: `/citation`. */
export type SubPaths = ReadonlySet<string>;

/**
 * Encodes the slashes of a raw identifier in a path, as proxies and generated clients send it:
 * `doi:10.1145/3292500.3330701/citation` becomes `doi:10.1145%2F3292500.3330701/citation`. A trailing sub-path counts
 * as one when an identifier precedes it; an identifier that ends like a sub-path has to be sent encoded.
 * @param path from the reference on, without a query
 * @returns the path with the reference as one segment; unchanged without an identifier
 */
export function encodeIdentifierInPath(path: string, subPaths: SubPaths): string {
  if (!path.includes('/')) return path;
  const at = path.lastIndexOf('/');
  const subPath = subPaths.has(path.slice(at)) ? path.slice(at) : '';
  if (subPath !== '') {
    const reference = path.slice(0, at);
    const kind = kindOf(reference);
    if (kind === 'identifier') return encodeSlashes(reference) + subPath;
    // A malformed identifier is refused with its reason, unless the whole path is a valid one.
    if (kind === 'malformed' && kindOf(path) !== 'identifier') return encodeSlashes(reference) + subPath;
  }
  return kindOf(path) === 'none' ? path : encodeSlashes(path);
}

function kindOf(encoded: string) {
  const reference = decodePercent(encoded);
  return reference === null ? 'none' : recognizeIdentifier(mendScheme(reference)).kind;
}

/** Proxies that merge slashes turn `https://doi.org/…` into `https:/doi.org/…`. */
const mendScheme = (reference: string) => reference.replace(/^(https?:)\/(?!\/)/i, '$1//');

const encodeSlashes = (reference: string) =>
  reference.replace(/^(https?(?::|%3a))\/(?!\/)/i, '$1//').replaceAll('/', '%2F');

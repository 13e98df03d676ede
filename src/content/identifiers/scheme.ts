import { hasWebScheme, readAddress, type WebAddress } from './address.ts';
import { arxivInAddress, looksLikeArxiv, parseArxiv } from './arxiv.ts';
import { doiInAddress, parseDoi } from './doi.ts';
import { openreviewInAddress, parseOpenreview } from './openreview.ts';
import { type ParsedIdentifier, refuse } from './parsed.ts';

/** The identifier schemes, in the order of lists. */
export const identifierSchemes = ['arxiv', 'doi', 'openreview'] as const;
export type IdentifierScheme = (typeof identifierSchemes)[number];

export type Identifier = { scheme: IdentifierScheme; value: string };

const PARSERS: Record<IdentifierScheme, (text: string) => ParsedIdentifier> = {
  arxiv: parseArxiv,
  doi: parseDoi,
  openreview: parseOpenreview,
};

// arXiv registers a DOI for each of its papers, made from the identifier.
const ARXIV_DOI = '10.48550/arxiv.';

/**
 * Parses any usual form of an identifier.
 * @returns the canonical value, and its version if it has one; or the rule that the text breaks
 */
export function parseIdentifier(scheme: IdentifierScheme, text: string): ParsedIdentifier {
  return PARSERS[scheme](text);
}

/**
 * Canonicalises the identifiers of one paper, in the order of the schemes. A DOI of arXiv's becomes the arXiv
 * identifier; it is at fault together with another arXiv identifier.
 */
export function canonicalIdentifiers(
  input: Partial<Record<IdentifierScheme, string>>,
):
  | { ok: true; identifiers: Identifier[] }
  | { ok: false; errors: { scheme: IdentifierScheme; reason: string }[] } {
  const values = new Map<IdentifierScheme, string>();
  const errors: { scheme: IdentifierScheme; reason: string }[] = [];
  for (const scheme of identifierSchemes) {
    const text = input[scheme];
    if (text === undefined) continue;
    const read = readCanonical(scheme, text);
    if (!read.ok) {
      errors.push({ scheme, reason: read.reason });
      continue;
    }
    const other = values.get(read.scheme);
    if (other !== undefined && other !== read.value) {
      errors.push({
        scheme,
        reason: `This is the DOI of arXiv ${read.value}, and the arXiv identifier sent is ${other}.`,
      });
    }
    values.set(read.scheme, other ?? read.value);
  }
  if (errors.length > 0) return { ok: false, errors };
  const identifiers = identifierSchemes.flatMap((scheme) => {
    const value = values.get(scheme);
    return value === undefined ? [] : [{ scheme, value }];
  });
  return { ok: true, identifiers };
}

export type RecognizedIdentifier =
  | { kind: 'identifier'; scheme: IdentifierScheme; value: string }
  | { kind: 'none' }
  | { kind: 'malformed'; reason: string };

/**
 * Recognises an identifier in a reference: with a scheme (`arxiv:2405.17428`), a URL, a bare DOI or a bare arXiv
 * identifier. An id or slug of ours is `none`; the forms are disjoint.
 */
export function recognizeIdentifier(text: string): RecognizedIdentifier {
  const read = readReference(text.trim());
  if (read === null) return { kind: 'none' };
  return read.ok
    ? { kind: 'identifier', scheme: read.scheme, value: read.value }
    : { kind: 'malformed', reason: read.reason };
}

type Canonical = ({ ok: true } & Identifier) | { ok: false; reason: string };

function readReference(text: string): Canonical | null {
  const [start, prefix] = /^(arxiv|doi|openreview):/i.exec(text) ?? [''];
  const scheme = identifierSchemes.find((name) => name === prefix?.toLowerCase()) ?? schemeOfShape(text);
  if (scheme !== null) return readCanonical(scheme, text.slice(start.length));
  if (!hasWebScheme(text)) return null;
  return refuse(
    'This address names no paper: one of arXiv, doi.org or OpenReview does, or the id or slug of a paper here.',
  );
}

function schemeOfShape(text: string): IdentifierScheme | null {
  const address = readAddress(text);
  if (address) {
    const scheme = schemeOfAddress(address);
    if (scheme !== null) return scheme;
  }
  if (looksLikeArxiv(text)) return 'arxiv';
  return /^10\.\d+[./%]/.test(text) ? 'doi' : null;
}

function schemeOfAddress(address: WebAddress): IdentifierScheme | null {
  if (arxivInAddress(address) !== null) return 'arxiv';
  if (doiInAddress(address) !== null) return 'doi';
  return openreviewInAddress(address) !== null ? 'openreview' : null;
}

function readCanonical(scheme: IdentifierScheme, text: string): Canonical {
  const read = parseIdentifier(scheme, text);
  if (!read.ok) return read;
  if (scheme !== 'doi' || !read.value.startsWith(ARXIV_DOI)) return { ok: true, scheme, value: read.value };
  const arxiv = parseArxiv(read.value.slice(ARXIV_DOI.length));
  return arxiv.ok ? { ok: true, scheme: 'arxiv', value: arxiv.value } : arxiv;
}

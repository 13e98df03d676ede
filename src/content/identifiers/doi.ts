import { decodePercent, hasWebScheme, readAddress, type WebAddress } from './address.ts';
import { LONGEST_SPELLING, type ParsedIdentifier, refuse } from './parsed.ts';

const DOI = /^10\.\d{4,9}(?:\.\d+)*\/[^\p{Z}\p{Cc}\p{Cf}\p{Cs}]+$/u;
const LONGEST = 200;
const TOO_LONG = `A DOI has at most ${LONGEST} characters here.`;
const EXAMPLE = 'Write it like 10.1145/3297280.3297641.';

/** The unchecked DOI in a URL of the DOI resolver; null for any other URL. */
export function doiInAddress(address: WebAddress): string | null {
  return address.host === 'doi.org' || address.host === 'dx.doi.org' ? address.path : null;
}

/**
 * Parses a DOI, bare, after `doi:` or in a URL of doi.org. The value is in lower case: DOIs are case-insensitive for
 * ASCII letters (DOI Handbook, 2.4).
 */
export function parseDoi(text: string): ParsedIdentifier {
  if (text.length > LONGEST_SPELLING) return refuse(TOO_LONG);
  const trimmed = text.trim();
  const address = readAddress(trimmed);
  const found = address && doiInAddress(address);
  if (found === null && hasWebScheme(trimmed)) return refuse(`This address is none of doi.org. ${EXAMPLE}`);
  const bare = (found ?? trimmed).replace(/^(?:info:)?doi[:/]\s*/i, '');
  // A percent sign may be part of a DOI: only one without a slash was percent-encoded as a whole.
  const doi = (bare.includes('/') ? bare : (decodePercent(bare) ?? bare)).normalize('NFC');
  if (!DOI.test(doi)) {
    return refuse(
      `A DOI is 10., a registrant of at least four digits, a slash and a name without spaces. ${EXAMPLE}`,
    );
  }
  // NFC again: a small letter can have a composed form where the capital has none.
  const value = doi.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()).normalize('NFC');
  return [...value].length > LONGEST ? refuse(TOO_LONG) : { ok: true, value };
}

import { type Address, decodePercent, hasWebScheme, readAddress } from './address.ts';
import { LONGEST_SPELLING, type ParsedIdentifier, refuse } from './parsed.ts';

const DOI = /^10\.\d{4,9}(?:\.\d+)*\/[^\p{Z}\p{Cc}\p{Cf}\p{Cs}]+$/u;
const LONGEST = 200;
const TOO_LONG = `A DOI has at most ${LONGEST} characters here.`;
const EXAMPLE = 'Write it like 10.1145/3297280.3297641.';

/** The DOI that an address of the DOI resolver names, unchecked; null for any other address. */
export function doiInAddress(address: Address): string | null {
  return address.host === 'doi.org' || address.host === 'dx.doi.org' ? address.path : null;
}

/**
 * Reads a DOI, bare, after `doi:` or in an address of doi.org. The value is in lower case: DOIs are compared
 * without regard to the case of ASCII letters (DOI Handbook, 2.4).
 */
export function parseDoi(text: string): ParsedIdentifier {
  if (text.length > LONGEST_SPELLING) return refuse(TOO_LONG);
  const trimmed = text.trim();
  const address = readAddress(trimmed);
  const found = address && doiInAddress(address);
  if (found === null && hasWebScheme(trimmed)) return refuse(`This address is none of doi.org. ${EXAMPLE}`);
  const bare = (found ?? trimmed).replace(/^(?:info:)?doi[:/]\s*/i, '');
  // A percent sign may be part of a DOI: only one that lacks its slash was encoded as a whole.
  const doi = (bare.includes('/') ? bare : (decodePercent(bare) ?? bare)).normalize('NFC');
  if (!DOI.test(doi)) {
    return refuse(
      `A DOI is 10., a registrant of at least four digits, a slash and a name without spaces. ${EXAMPLE}`,
    );
  }
  // Again NFC, since a small letter can have a composed form where the capital has none.
  const value = doi.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()).normalize('NFC');
  return [...value].length > LONGEST ? refuse(TOO_LONG) : { ok: true, value };
}

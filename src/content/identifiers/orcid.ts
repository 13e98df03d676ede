import { readAddress } from './address.ts';
import { LONGEST_SPELLING, type ParsedIdentifier, refuse } from './parsed.ts';

const ORCID = /^(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dX])$/;

/**
 * Parses an ORCID iD, bare, after `orcid:` or as a URL of orcid.org, and checks its last character (ISO 7064 MOD 11-2).
 * The value is `0000-0002-1825-0097`.
 */
export function parseOrcid(text: string): ParsedIdentifier {
  const trimmed = text.length > LONGEST_SPELLING ? '' : text.trim();
  const address = readAddress(trimmed);
  const id = address?.host === 'orcid.org' ? address.path : trimmed.replace(/^orcid:\s*/i, '');
  const groups = ORCID.exec(id.toUpperCase())?.slice(1);
  if (!groups)
    return refuse('An ORCID iD is four groups of four digits; the last may be an X: 0000-0002-1825-0097.');
  const check = checkCharacter(groups.join('').slice(0, 15));
  if (!groups.join('').endsWith(check)) {
    return refuse(`The last character of this ORCID iD should be ${check}; one of its digits is mistyped.`);
  }
  return { ok: true, value: groups.join('-') };
}

function checkCharacter(digits: string): string {
  let total = 0;
  for (const digit of digits) total = ((total + Number(digit)) * 2) % 11;
  const check = (12 - total) % 11;
  return check === 10 ? 'X' : String(check);
}

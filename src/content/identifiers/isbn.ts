import { type ParsedIdentifier, refuse } from './parsed.ts';

/** Whether a text says that it is an ISBN; digits alone could be a slug. */
export const looksLikeIsbn = (text: string): boolean => /^isbn(?:-1[03])?[\s:]+\S/i.test(text);

/** Parses an ISBN of 10 or 13 digits, and checks its last one (ISO 2108). The value has 13, without hyphens. */
export function parseIsbn(text: string): ParsedIdentifier {
  const digits = text.replace(/^isbn(?:-1[03])?[\s:]*/i, '').replace(/[\s\u2010-\u2015-]/g, '');
  if (/^\d{9}[\dx]$/i.test(digits)) {
    const check = checkOfTen(digits);
    if (digits.charAt(9).toUpperCase() !== check) return refuse(mistyped(check));
    const body = `978${digits.slice(0, 9)}`;
    return { ok: true, value: body + checkOfThirteen(body) };
  }
  if (!/^97[89]\d{10}$/.test(digits))
    return refuse('An ISBN has 13 digits that begin with 978 or 979, or 10, like 978-0-262-03561-3.');
  const check = checkOfThirteen(digits);
  return digits.endsWith(check) ? { ok: true, value: digits } : refuse(mistyped(check));
}

const mistyped = (check: string) =>
  `The last digit of this ISBN should be ${check}; one of its digits is mistyped.`;

function checkOfTen(digits: string): string {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

function checkOfThirteen(digits: string): string {
  const sum = [...digits.slice(0, 12)].reduce(
    (total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3),
    0,
  );
  return String((10 - (sum % 10)) % 10);
}

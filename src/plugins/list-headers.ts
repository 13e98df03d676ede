/**
 * So many elements of a header that is a list (RFC 9110, 5.6.1) are looked at where each costs more than a comparison: 16 KiB
 * hold thousands, of which one request would take milliseconds.
 */
export const mostElements = 100;

/** A list header with no more than its first elements. */
export function firstElements(header: string): string {
  return header.split(',', mostElements).join(',');
}

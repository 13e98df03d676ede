/**
 * The most elements of a list header (RFC 9110, 5.6.1) that are evaluated: 16 KiB of headers have thousands, which would take
 * one request milliseconds.
 */
export const mostElements = 100;

/** The first elements of a list header. */
export function firstElements(header: string): string {
  return header.split(',', mostElements).join(',');
}

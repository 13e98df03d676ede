import type { IdentifierScheme } from './scheme.ts';

const places: Record<IdentifierScheme, string> = {
  arxiv: 'https://arxiv.org/abs/',
  doi: 'https://doi.org/',
  openreview: 'https://openreview.net/forum?id=',
};

/** The URL of a canonical identifier. */
export function addressOfIdentifier(scheme: IdentifierScheme, value: string): string {
  return places[scheme] + value.split('/').map(encodeURIComponent).join('/');
}

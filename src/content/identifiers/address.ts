import { LONGEST_SPELLING } from './parsed.ts';

/** The parts of a URL with an identifier; the path is percent-decoded, without its first slash. */
export type WebAddress = { host: string; path: string; query: URLSearchParams };

const ADDRESS = /^(?:https?:\/\/)?[a-z0-9.-]+\.[a-z]{2,}(?::\d+)?\//i;

/**
 * Parses an http or https URL, also without its scheme (`arxiv.org/abs/…`); null for anything else. The host is lower
 * case without `www.`, and one trailing slash is dropped.
 */
export function readAddress(text: string): WebAddress | null {
  if (text.length > LONGEST_SPELLING || !ADDRESS.test(text)) return null;
  const full = hasWebScheme(text) ? text : `https://${text}`;
  if (!URL.canParse(full)) return null;
  const url = new URL(full);
  const path = decodePercent(url.pathname.slice(1));
  if (path === null) return null;
  return {
    host: url.hostname.replace(/^www\./, ''),
    path: path.endsWith('/') ? path.slice(0, -1) : path,
    query: url.searchParams,
  };
}

/** Whether the text has a scheme of the web. */
export function hasWebScheme(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/** Percent-decodes a text; null when it is malformed. */
export function decodePercent(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

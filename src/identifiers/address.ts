import { LONGEST_SPELLING } from './parsed.ts';

/** The parts of a web address that identifiers are read from; the path is percent-decoded, without its first slash. */
export type Address = { host: string; path: string; query: URLSearchParams };

const ADDRESS = /^(?:https?:\/\/)?[a-z0-9.-]+\.[a-z]{2,}(?::\d+)?\//i;

/**
 * Reads an http or https address, also one without its scheme (`arxiv.org/abs/…`).
 * Null for anything else. The host is lower case and has lost its `www.`; one slash at the path's end is dropped.
 */
export function readAddress(text: string): Address | null {
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

/** Whether the text calls itself a web address. */
export function hasWebScheme(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/** The text with its percent-encoding undone; null when that is malformed. */
export function decodePercent(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

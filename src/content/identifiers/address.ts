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

const pairs = ['()', '[]', '{}', '<>', '«»', '「」', '『』', '【】', '（）'];
/** Each bracket by the one that it goes with. */
const partners = new Map(
  pairs.flatMap((pair): [string, string][] => {
    const [opening = '', closing = ''] = pair;
    return [
      [opening, closing],
      [closing, opening],
    ];
  }),
);
const closing = new Set(pairs.map((pair) => pair.charAt(1)));
const before = /["'`*“”‘’\s]/u;
const behind = /["'`*“”‘’\s.,;、。，；|]/u;

const wholes = [
  // A Markdown link.
  /^\[[^\]]*\]\(\s*([^\s()]+(?:\([^\s()]*\)[^\s()]*)*)(?:\s+"[^"]*")?\s*\)$/,
  /^\\(?:url|doi|href)\{([^{}]+)\}(?:\{[^{}]*\})?$/,
  // A page kept by the Wayback Machine.
  /^https?:\/\/web\.archive\.org\/web\/\d+[a-z_]*\/(https?:\/\/.+)$/i,
];
const markup =
  /(?:<\/?(?:a|b|br|code|dd|div|em|i|li|p|span|strong|sub|sup|td|u)\s*\/?>|&(?:nbsp|quot|apos|lt|gt|rsquo|rdquo|#3[49]|#160);|%20|%0a|%0d|\\)+$/i;

/**
 * Takes off what a text leaves around an identifier: quotation marks, brackets that do not balance, the end of a sentence,
 * the rest of markup, a Markdown link.
 */
export function unwrapIdentifier(text: string): string {
  for (let left = text; ; ) {
    let inner = left.trim();
    for (const whole of wholes) inner = whole.exec(inner)?.[1] ?? inner;
    inner = peel(inner.replace(markup, ''));
    if (inner === left) return left;
    left = inner;
  }
}

/** Quotation marks and brackets off both ends, in one pass that keeps count of the brackets. */
function peel(text: string): string {
  const counts = new Map<string, number>();
  for (const letter of text) if (partners.has(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const count = (letter: string) => counts.get(letter) ?? 0;
  let [start, end] = [0, text.length];
  const drop = (letter: string) => {
    if (partners.has(letter)) counts.set(letter, count(letter) - 1);
  };
  while (start < end) {
    const [first, last] = [text.charAt(start), text.charAt(end - 1)];
    const isLoose = (letter: string) => count(letter) > count(partners.get(letter) ?? '');
    if (behind.test(last) || (closing.has(last) && isLoose(last))) {
      drop(last);
      end -= 1;
    } else if (before.test(first) || (partners.has(first) && !closing.has(first) && isLoose(first))) {
      drop(first);
      start += 1;
    } else if (start < end - 1 && closing.has(last) && partners.get(last) === first) {
      drop(first);
      drop(last);
      [start, end] = [start + 1, end - 1];
    } else break;
  }
  return text.slice(start, end);
}

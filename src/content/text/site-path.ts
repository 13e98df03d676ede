import { isUtf8 } from 'node:buffer';

/** The canonical spelling of a path, or the rule that it breaks. */
export type PathRuling = { ok: true; value: string } | { ok: false; reason: string };

const refuse = (reason: string): PathRuling => ({ ok: false, reason });

/** Controls of C0 and C1, and the backslash, which browsers read as a slash; percent-encoded ones too. */
const unsafe = /[\p{Cc}\p{Cs}\\]|%(?:[01][0-9A-F]|7F|5C)/u;
/** What an IRI has only percent-encoded (RFC 3987, 2.2 and 4.1): delimiters, spaces, formatting and private characters. */
const encoded = /[ "<>^`{|}[\]\p{Z}\p{Cf}\p{Co}]/gu;

/** The characters of ASCII that are decoded: unreserved ones, and in a path those that delimit nothing in it. */
const plainInPath = /[\w.~\-!'()*$&+,;=:@]/;
const plainInQuery = /[\w.~\-!'()*]/;

/**
 * Normalises a path of a site with its query (RFC 3986, 6.2.2; RFC 3987, 5.3.2): percent-encoded UTF-8, and ASCII that
 * delimits nothing, is decoded, in NFC; all else is encoded, by capital hexadecimals. So `/entry/한글` and what a browser
 * sends for it are one. Slashes at the end of the path and an empty query are dropped.
 */
export function canonicalPath(text: string): PathRuling {
  const sent = text.trim();
  if (!sent.startsWith('/'))
    return refuse(
      'must be a path from the root of a site, such as /412: it starts with a slash, without a host',
    );
  if (sent.startsWith('//')) return refuse('must not start with two slashes, after which a host would stand');
  if (sent.includes('#')) return refuse('must not have a fragment (#…), which browsers do not send');
  const end = sent.indexOf('?');
  const path = decodePart(end < 0 ? sent : sent.slice(0, end), plainInPath);
  const query = end < 0 ? '' : decodePart(sent.slice(end + 1), plainInQuery);
  if (unsafe.test(path) || unsafe.test(query))
    return refuse('must not have control characters or backslashes, percent-encoded ones included');
  if (path.split('/').some((segment) => segment === '.' || segment === '..'))
    return refuse('must not have the segments . and .., which browsers resolve before they ask');
  const whole = (trimSlashes(path) || '/') + (query === '' ? '' : `?${query}`);
  return { ok: true, value: whole.replace(encoded, encodeURIComponent) };
}

function trimSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}

const decodePart = (part: string, plain: RegExp) =>
  part
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => decodeBytes(bytes, plain))
    .normalize('NFC');

/** Decodes percent-encoded bytes, as far as they are UTF-8 and, of ASCII, plain. */
function decodeBytes(group: string, plain: RegExp): string {
  const bytes = Buffer.from(group.replaceAll('%', ''), 'hex');
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const length = [1, 2, 3, 4].find((some) => isUtf8(bytes.subarray(at, at + some))) ?? 0;
    const character = bytes.toString('utf8', at, at + length);
    const isDecoded = length > 1 || (length === 1 && plain.test(character));
    text += isDecoded ? character : `%${bytes.toString('hex', at, at + 1).toUpperCase()}`;
    at += length || 1;
  }
  return text;
}

/** A canonical path in ASCII, as a browser sends it (RFC 3987, 3.1). */
export const encodePath = (path: string): string => path.replace(/[^\x21-\x7e]+/gu, encodeURIComponent);

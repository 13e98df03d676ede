import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { slugify } from '../../../content/text/slug.ts';

/** A place in a body that refers to another note of the folder. */
export interface NoteLinkPlace {
  /** A path as it is written, decoded, without what follows `#`; or the name of a note. */
  target: string;
  /** A link to a path, a wiki link, or a tag of a generator; the last two name a note. */
  form: 'path' | 'wiki' | 'tag';
  label: string;
  start: number;
  end: number;
  /** The same place with the address of a review. */
  write: (address: string) => string;
  /** The same place as text. */
  unlinked: string;
}

/** Whether anything in a text could be a link to a note, and not to a page elsewhere: so that most notes are not parsed. */
const suspicious =
  /\[\[|<a\s[^>]*?\bhref\s*=|\][(:](?!\s*<?(?:[a-z][a-z\d+.-]*:|\/\/|#))|\{%-?\s*post_link|\{\{[<%]\s*(?:rel)?ref/i;
const wiki = /(!?)\[\[([^\]|#\n]+)(#[^\]|\n]*)?(?:\|([^\]\n]+))?\]\]/g;
/** A destination that is a tag of a generator: of Jekyll, of Hugo. */
const tagged =
  /\]\(\s*(?:\{%-?\s*(?:post_url|link)\s+([^\s%]+)\s*-?%\}|\{\{[<%]\s*(?:rel)?ref\s+"?([^\s">%]+)"?\s*[>%]\}\})([^)\s]*)(?:\s+"[^"\n]*")?\s*\)/g;
/** A link that is a tag of Hexo. */
const postLink =
  /\{%\s*post_link\s+(\S+)(?:\s+(?:'([^'\n]*)'|"([^"\n]*)"|([^%\n]*?)))?(?:\s+(?:true|false))?\s*%\}/g;
/** The name of a daily note, or of one that is named by its moment (Zettelkasten); `[[1]]` is a citation. */
const named = /\p{L}|\d{4}[-._ ]\d{1,2}[-._ ]\d{1,2}|^\d{8,14}$/u;
/** The address of a link in HTML, with the space before it. */
const hypertext = /(<a\b[^>]*?)(\s+href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))/gi;
const image = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/i;

/**
 * Finds the links of a body that may lead to another note: relative paths (`./x-eng.md#part`), wiki links of Obsidian
 * (`[[another note|so called]]`), links in HTML, and the tags of Jekyll, Hugo and Hexo. Those in code are none.
 */
export function findNoteLinks(body: string): NoteLinkPlace[] {
  if (!suspicious.test(body)) return [];
  const found: NoteLinkPlace[] = [];
  const visit = (node: Nodes): void => {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    const source = body.slice(start, end);
    if (node.type === 'link' && isPath(node.url) && source.startsWith('[')) {
      const label = source.slice(1, source.lastIndexOf(']('));
      const write = writeDestination(source, node.url);
      found.push({ ...split(node.url), form: 'path', label, start, end, write, unlinked: label });
    } else if (node.type === 'definition' && isPath(node.url)) {
      const write = writeDefinition(source, node.url);
      found.push({ ...split(node.url), form: 'path', label: '', start, end, write, unlinked: source });
    } else if (node.type === 'text') found.push(...findTags(body, source, start));
    else if (node.type === 'html') found.push(...findHypertext(source, start));
    if ('children' in node && node.type !== 'link') for (const child of node.children) visit(child);
  };
  visit(fromMarkdown(body));
  return found.sort((one, other) => one.start - other.start);
}

/** Finds the links of a body to certain addresses, those without a text of their own (`<https://…>`) included. */
export function findAddressLinks(
  body: string,
  isMeant: (url: string) => boolean,
): Pick<NoteLinkPlace, 'target' | 'start' | 'end' | 'write'>[] {
  const found: ReturnType<typeof findAddressLinks> = [];
  const visit = (node: Nodes): void => {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    const source = body.slice(start, end);
    if ((node.type === 'link' || node.type === 'definition') && isMeant(node.url)) {
      const writeShown = (address: string) => `[${source.slice(1, -1)}](${address}${partOf(node.url)})`;
      const writeLink = source.startsWith('<') ? writeShown : writeDestination(source, node.url);
      const write = node.type === 'link' ? writeLink : writeDefinition(source, node.url);
      if (/^[[<]/.test(source)) found.push({ target: node.url, start, end, write });
    }
    if ('children' in node && node.type !== 'link') for (const child of node.children) visit(child);
  };
  visit(fromMarkdown(body));
  return found;
}

/** Replaces places of a body, which do not overlap. */
export function replaceNoteLinks(
  body: string,
  replaced: { place: Pick<NoteLinkPlace, 'start' | 'end'>; by: string }[],
): string {
  let [text, at] = ['', 0];
  for (const { place, by } of replaced) {
    if (place.start < at) continue;
    text += body.slice(at, place.start) + by;
    at = place.end;
  }
  return text + body.slice(at);
}

/** Links in HTML: one that leads nowhere loses its address, and its text stays. */
function findHypertext(source: string, offset: number): NoteLinkPlace[] {
  return Array.from(source.matchAll(hypertext)).flatMap((match) => {
    const [, before = '', attribute = '', double, single, bare = ''] = match;
    const url = double ?? single ?? bare;
    if (!isPath(url)) return [];
    const start = offset + match.index + before.length;
    const write = (address: string) => ` href="${address}${partOf(url)}"`;
    const place = { start, end: start + attribute.length, write, unlinked: '' };
    return [{ ...split(url), form: 'path' as const, label: '', ...place }];
  });
}

function findTags(body: string, source: string, offset: number): NoteLinkPlace[] {
  const places: NoteLinkPlace[] = [];
  const add = (match: RegExpMatchArray, place: Omit<NoteLinkPlace, 'start' | 'end'>, before = 0) => {
    const start = offset + (match.index ?? 0);
    places.push({ ...place, start: start - before, end: start + match[0].length });
  };
  for (const match of source.matchAll(wiki)) {
    const [, , written = '', part = '', label] = match;
    // In a table the sign before the label is escaped.
    const name = written.replace(/\\$/, '').trim();
    if (image.test(name) || name !== written.replace(/\\$/, '') || !named.test(name)) continue;
    const text = escapeText(label ?? name.replace(/^.*\//, ''));
    const write = (address: string) => `[${text}](${address}${anchorOf(part)})`;
    add(match, { target: name, form: 'wiki', label: text, write, unlinked: text });
  }
  for (const match of source.matchAll(tagged)) {
    const [, jekyll, hugo, part = ''] = match;
    const target = (jekyll ?? hugo ?? '').replace(/#.*$/, '');
    const close = offset + match.index;
    const open = findOpening(body, close);
    const label = body.slice(open + 1, close);
    const write = (address: string) => `[${label}](${address}${partOf(part)})`;
    add(match, { target, form: 'tag', label, write, unlinked: label }, close - open);
  }
  for (const match of source.matchAll(postLink)) {
    const [, slug = '', single, double, bare] = match;
    const label = escapeText((single ?? double ?? bare ?? '').trim() || slug);
    const write = (address: string) => `[${label}](${address})`;
    add(match, { target: slug, form: 'tag', label, write, unlinked: label });
  }
  return places;
}

/** The bracket that opens the label of a link which a bracket closes. */
function findOpening(body: string, close: number): number {
  let depth = 1;
  for (let at = close - 1; at >= 0; at -= 1) {
    if (body[at] === ']') depth += 1;
    else if (body[at] === '[' && --depth === 0) return at;
  }
  return close;
}

/** The part of a note that a link leads to: of Obsidian by the words of a heading, elsewhere as it is written. */
function anchorOf(part: string): string {
  const words = part.replace(/^#\^?/, '').trim();
  return words === '' ? '' : sectionOf(words);
}

const escapeText = (text: string) => text.replace(/[\\[\]*_`<]/g, String.raw`\$&`);

/** The destination of an inline link (CommonMark, 6.3), with what follows `#` in it. */
const writeDestination = (source: string, url: string) => (address: string) => {
  const start = source.lastIndexOf('](') + 2;
  return (
    source.slice(0, start) +
    source.slice(start).replace(/^\s*(?:<[^>\n]*>|(?:[^\s()]|\([^\s()]*\))*)/, () => address + partOf(url))
  );
};

const writeDefinition = (source: string, url: string) => (address: string) =>
  source.replace(/^(\s*\[[\s\S]*?\]:\s*)(?:<[^>\n]*>|\S+)/, (_, label) => label + address + partOf(url));

/** A section of another review, by its id there. */
function partOf(url: string): string {
  const [, part = ''] = /#(.*)$/s.exec(url) ?? [];
  try {
    return sectionOf(decodeURIComponent(part));
  } catch {
    return sectionOf(part);
  }
}

function sectionOf(words: string): string {
  const slug = slugify(words.replace(/^section-/, ''), '');
  return slug === '' ? '' : `#section-${encodeURI(slug)}`;
}

function split(url: string): { target: string } {
  const path = url.replace(/[?#].*$/s, '');
  try {
    return { target: decodeURIComponent(path).normalize('NFC') };
  } catch {
    return { target: path };
  }
}

/** A relative path, or one from the root, of a note or of its page; one with a scheme or a host leads elsewhere. */
function isPath(url: string): boolean {
  const path = url.replace(/[?#].*$/s, '');
  return (
    path !== '' && !/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(path) && !/^\/v1\//.test(path) && !image.test(path)
  );
}

import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** A place in a body that refers to another note of the folder. */
export interface NoteLinkPlace {
  /** A path as it is written, decoded, without what follows `#`; or for a wiki link the name of a note. */
  target: string;
  isName: boolean;
  start: number;
  end: number;
  /** The same place with the address of a review. */
  write: (address: string) => string;
}

/** Whether anything in a text could be a link to a note, and not to a page elsewhere: so that most notes are not parsed. */
const suspicious =
  /\[\[|\][(:](?!\s*<?(?:[a-z][a-z\d+.-]*:|\/\/|#))|\{%-?\s*post_link|\{\{[<%]\s*(?:rel)?ref/i;
const wiki = /(!?)\[\[([^\]|#\n]+)(#[^\]|\n]*)?(?:\|([^\]\n]+))?\]\]/g;
/** A destination that is a tag of a generator: of Jekyll, of Hugo. */
const tagged =
  /\]\(\s*(?:\{%-?\s*(?:post_url|link)\s+([^\s%]+)\s*-?%\}|\{\{[<%]\s*(?:rel)?ref\s+"?([^\s">%]+)"?\s*[>%]\}\})([^)\s]*)\s*\)/g;
/** A link that is a tag of Hexo. */
const postLink =
  /\{%\s*post_link\s+(\S+)(?:\s+(?:'([^'\n]*)'|"([^"\n]*)"|([^%\n]*?)))?(?:\s+(?:true|false))?\s*%\}/g;
const image = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|pdf)$/i;

/**
 * Finds the links of a body that may lead to another note: relative paths (`./x-eng.md#part`), wiki links of Obsidian
 * (`[[another note|so called]]`), and the tags of Jekyll, Hugo and Hexo. Those in code are none.
 */
export function findNoteLinks(body: string): NoteLinkPlace[] {
  if (!suspicious.test(body)) return [];
  const found: NoteLinkPlace[] = [];
  const visit = (node: Nodes): void => {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    const source = body.slice(start, end);
    if (node.type === 'link' && isPath(node.url) && source.startsWith('['))
      found.push({
        ...split(node.url),
        isName: false,
        start,
        end,
        write: writeDestination(source, node.url),
      });
    else if (node.type === 'definition' && isPath(node.url))
      found.push({ ...split(node.url), isName: false, start, end, write: writeDefinition(source, node.url) });
    else if (node.type === 'text') found.push(...findTags(source, start));
    if ('children' in node && node.type !== 'link') for (const child of node.children) visit(child);
  };
  visit(fromMarkdown(body));
  return found.sort((one, other) => one.start - other.start);
}

/** Replaces places of a body, which do not overlap. */
export function replaceNoteLinks(
  body: string,
  replaced: { place: NoteLinkPlace; address: string }[],
): string {
  let [text, at] = ['', 0];
  for (const { place, address } of replaced) {
    if (place.start < at) continue;
    text += body.slice(at, place.start) + place.write(address);
    at = place.end;
  }
  return text + body.slice(at);
}

function findTags(source: string, offset: number): NoteLinkPlace[] {
  const places = [...source.matchAll(wiki)].flatMap((match): NoteLinkPlace[] => {
    const [whole, , name = '', part = '', label] = match;
    if (image.test(name.trim())) return [];
    const text = label ?? name.trim().replace(/^.*\//, '');
    return [
      at(match, whole, name.trim(), true, (address) => `[${escapeText(text)}](${address}${anchorOf(part)})`),
    ];
  });
  for (const match of source.matchAll(tagged)) {
    const [whole, jekyll, hugo, part = ''] = match;
    const target = (jekyll ?? hugo ?? '').replace(/#.*$/, '');
    places.push(at(match, whole, target, true, (address) => `](${address}${part})`));
  }
  for (const match of source.matchAll(postLink)) {
    const [whole, slug = '', single, double, bare] = match;
    const label = single ?? double ?? bare ?? '';
    places.push(
      at(match, whole, slug, true, (address) => `[${escapeText(label.trim() || slug)}](${address})`),
    );
  }
  return places.map((place) => ({ ...place, start: place.start + offset, end: place.end + offset }));
}

function at(
  { index = 0 }: { index?: number },
  whole: string,
  target: string,
  isName: boolean,
  write: (address: string) => string,
): NoteLinkPlace {
  return { target, isName, start: index, end: index + whole.length, write };
}

/** The part of a note that a link leads to: of Obsidian by the words of a heading, elsewhere as it is written. */
function anchorOf(part: string): string {
  const words = part.replace(/^#\^?/, '').trim();
  return words === ''
    ? ''
    : `#${encodeURI(
        words
          .toLowerCase()
          .replace(/[^\p{L}\p{N}\s_-]/gu, '')
          .replace(/\s/g, '-'),
      )}`;
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

const partOf = (url: string) => /#.*$/s.exec(url)?.[0] ?? '';

function split(url: string): { target: string } {
  const path = url.replace(/[?#].*$/s, '');
  try {
    return { target: decodeURIComponent(path) };
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

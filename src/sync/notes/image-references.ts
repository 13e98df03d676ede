import { fromMarkdown } from 'mdast-util-from-markdown';

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number];

/** A place in a body that refers to a picture beside the file. */
export interface ImageReference {
  /** As it is written, decoded: a path, or for an embed of Obsidian the name of a file. */
  address: string;
  /** As it is written. */
  source: string;
  isEmbed: boolean;
  start: number;
  end: number;
  /** The same place with another destination. */
  write: (destination: string) => string;
}

/** Whether anything in a text could be an image that is not on another host: so that most notes are not parsed. */
const suspicious = /!\[(?![^\]\n[]*\]\(\s*<?https?:)|<img\b(?![^<>]*?\bsrc\s*=\s*["']?https?:)/i;
const embed = /!\[\[([^\]|]+\.(?:png|jpe?g|gif|svg|webp|avif|bmp))(?:\|([^\]]*))?\]\]/gi;

/**
 * Finds the pictures of a body that lie beside the file: with a path, also below the root of a site (`/assets/a.png`,
 * `{{ site.baseurl }}/a.png`), or embedded in the manner of Obsidian (`![[figure.png]]`). Those in code are none.
 */
export const findImageReferences = (body: string): ImageReference[] =>
  findReferences(body).filter(({ address }) => liesBeside(address));

/** Finds the images of the service that a body shows as `image:{id}`. */
export const findShownReferences = (body: string): { id: string; reference: ImageReference }[] =>
  findReferences(body).flatMap((reference) => {
    const [, id] = /^image:([\da-f-]{36})$/i.exec(reference.address) ?? [];
    return id === undefined ? [] : [{ id: id.toLowerCase(), reference }];
  });

function findReferences(body: string): ImageReference[] {
  if (!suspicious.test(body)) return [];
  const found: ImageReference[] = [];
  const used = new Set<string>();
  const definitions: { identifier: string; reference: ImageReference }[] = [];
  const visit = (node: Node): void => {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    const source = body.slice(start, end);
    const place = (address: string, write: (to: string) => string): ImageReference => ({
      ...{ address: decodeAddress(address), source: address, isEmbed: false, start, end, write },
    });
    if (node.type === 'image') found.push(place(node.url, writeDestination(source)));
    else if (node.type === 'imageReference') used.add(node.identifier);
    else if (node.type === 'definition')
      definitions.push({ identifier: node.identifier, reference: place(node.url, writeDefinition(source)) });
    else if (node.type === 'html') found.push(...findTags(source, start));
    else if (node.type === 'text') found.push(...findEmbeds(source, start), ...findLiquid(source, start));
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(fromMarkdown(body));
  for (const { identifier, reference } of definitions) if (used.has(identifier)) found.push(reference);
  return found.sort((one, other) => one.start - other.start);
}

/** Replaces places of a body, which do not overlap. */
export function replaceReferences(
  body: string,
  replaced: { reference: ImageReference; to: string }[],
): string {
  let [text, at] = ['', 0];
  for (const { reference, to } of replaced) {
    if (reference.start < at) continue;
    text += body.slice(at, reference.start) + reference.write(to);
    at = reference.end;
  }
  return text + body.slice(at);
}

/** The destination and title of an inline image (CommonMark, 6.4). */
const writeDestination = (source: string) => (to: string) =>
  source.replace(
    /\]\(\s*(?:<[^>\n]*>|(?:[^\s()]|\([^\s()]*\)|\{\{.*?\}\})*)(\s[\s\S]*)?\)$/,
    (_, title = '') => `](${to}${title})`,
  );

const writeDefinition = (source: string) => (to: string) =>
  source.replace(/^(\s*\[[\s\S]*?\]:\s*)(?:<[^>\n]*>|\S+)/, (_, label) => `${label}${to}`);

function findTags(source: string, offset: number): ImageReference[] {
  return Array.from(
    source.matchAll(/(<img\b[^>]*?\bsrc\s*=\s*)("[^"]*"|'[^']*'|[^\s>]+)/gi),
    ([tag, before = '', value = ''], index) => {
      const start = offset + nthIndex(source, tag, index);
      return {
        address: decodeAddress(unquote(value)),
        source: unquote(value),
        isEmbed: false,
        start,
        end: start + tag.length,
        write: (to: string) => `${before}"${to}"`,
      };
    },
  );
}

function findEmbeds(source: string, offset: number): ImageReference[] {
  return Array.from(source.matchAll(embed), (match) => {
    const [whole, name = '', label = ''] = match;
    const start = offset + match.index;
    // Obsidian writes a width in the place of a text.
    const alt = /^\d+(?:x\d+)?$/.test(label) ? '' : label;
    return {
      ...{ address: name.trim(), source: name, isEmbed: true, start, end: start + whole.length },
      write: (to: string) => `![${alt}](${to})`,
    };
  });
}

/** An image whose destination begins with a variable of Liquid, whose spaces CommonMark does not take. */
function findLiquid(source: string, offset: number): ImageReference[] {
  return Array.from(source.matchAll(/!\[([^\]\n]*)\]\((\{\{[^}\n]*\}\}[^\s)]*)([^)\n]*)\)/g), (match) => {
    const [whole, alt = '', address = '', title = ''] = match;
    const start = offset + match.index;
    return {
      ...{
        address: decodeAddress(address),
        source: address,
        isEmbed: false,
        start,
        end: start + whole.length,
      },
      write: (to: string) => `![${alt}](${to}${title})`,
    };
  });
}

const unquote = (value: string) => value.replace(/^["']|["']$/g, '');

/** Where the n-th of the same tags begins. */
function nthIndex(source: string, tag: string, index: number): number {
  const places = Array.from(source.matchAll(/<img\b/gi), (match) => match.index);
  return places[index] ?? source.indexOf(tag);
}

/** An address without its query and fragment, its percent-encoding decoded. */
export function decodeAddress(address: string): string {
  const path = address.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path;
  }
}

/** Whether an address is that of a file: one with a scheme or a host is elsewhere, and so is that of an image of the service. */
export function liesBeside(address: string): boolean {
  return address !== '' && !/^(?:[a-z][a-z\d+.-]*:|\/\/|#|\/v1\/images\/[\da-f-]{36}(?:\/|$))/i.test(address);
}

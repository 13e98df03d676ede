import { type FieldReader, readLine } from './field-reader.ts';
import type { FieldValue } from './front-matter.ts';
import { decodeAddress, liesBeside } from './image-references.ts';

/** The picture that a note names as its cover. */
export interface NoteCover {
  /** The field that names it, such as `cover` or `header.teaser`. */
  field: string;
  /** As it is written. */
  source: string;
  /** A path, decoded; for an embed of Obsidian the name of a file; `image:{id}` for an image of the service. */
  address: string;
  isEmbed: boolean;
  /** What it shows; empty where nothing says it. */
  alt: string;
  /** Whether it stands as a text under `cover`, as `pull` writes it. A field of another tool stays as its author wrote it. */
  isOwn: boolean;
}

/** The fields of covers in the order in which they count: of Jekyll, Hugo, Hexo, Obsidian, Quarto, Velog and others. */
const coverNames = [
  ...['cover', 'image', 'images', 'cover-image', 'coverimage', 'featured-image', 'featuredimage'],
  ...['feature-image', 'featureimage', 'hero-image', 'heroimage', 'header', 'thumbnail', 'teaser'],
  ...['banner', 'banner-img', 'index-img', 'top-img', 'og-image', 'img', 'cover-img', 'thumbnail-img'],
  'share-img',
];
/** The members of such a field that say where the picture is, in their order. */
const pathNames = ['teaser', 'path', 'src', 'url', 'filename', 'image', 'overlay-image', 'og-image'];

/** A place in the fields that may name a cover. */
interface Candidate {
  /** The member of the field; empty for the field itself. */
  member: string;
  text: string;
  alt: string;
}

/**
 * Reads the cover of a note: the first field that names a picture beside it or an image of the service. `cover: false` says
 * that there is none, whatever other fields name. What else they say is left, with the reason.
 * @returns the cover, and the names of the fields that stay as they are in the file
 */
export function readCover(reader: FieldReader): { cover: NoteCover | false | undefined; kept: string[] } {
  if (isNone(reader.peek('cover')) && readLine(String(reader.peek('cover') ?? '')) !== null) {
    reader.take('cover');
    return { cover: false, kept: [] };
  }
  const kept: string[] = [];
  let cover: NoteCover | undefined;
  for (const name of coverNames) {
    const value = reader.peek(name);
    const { candidates, others } = listCandidates(name, value);
    if (value === undefined || candidates.length === 0) continue;
    const field = reader.take(name)?.name ?? name;
    const isOwn = name === 'cover' && (value === null || typeof value === 'string');
    if (!isOwn) kept.push(field);
    const reasons = others.map((other) => `${other}: it is not read`);
    for (const { member, text, alt } of candidates) {
      const found = readAddress(text);
      const at = member === '' ? '' : `${member}: `;
      if (text === '' || (found && cover?.address === found.address)) continue;
      if (!found) reasons.push(`${at}${tellNoPath(text)}`);
      else if (cover) reasons.push(`${at}a review has one cover`);
      else {
        const beside = typeof value === 'string' ? reader.take(`${name}-alt`, `${name}alt`) : undefined;
        if (beside) kept.push(beside.name);
        const said = typeof beside?.value === 'string' ? beside.value : alt;
        cover = {
          ...{ ...found, alt: readLine(said) ?? found.alt, isOwn },
          ...{ field: member === '' ? field : `${field}.${member}`, source: text },
        };
      }
    }
    if (reasons.length > 0) reader.leave(field, reasons.join('; '));
  }
  return { cover, kept };
}

const isNone = (value: FieldValue | undefined) =>
  value === null || (typeof value === 'string' && /^(?:false|no|off|none)?$/i.test(value.trim()));

function listCandidates(
  name: string,
  value: FieldValue | undefined,
): { candidates: Candidate[]; others: string[] } {
  const listOf = (member: string, part: FieldValue, alt: string): Candidate[] => {
    if (isNone(part)) return [{ member, text: '', alt }];
    if (typeof part === 'string') return [{ member, text: part.trim(), alt }];
    if (Array.isArray(part) && part.length === 0) return [{ member, text: '', alt }];
    const [link, ...more] = Array.isArray(part) ? part : [];
    // `[[a.png]]` without quotes is a list in a list to YAML.
    if (Array.isArray(link) && typeof link[0] === 'string' && more.length === 0 && link.length === 1)
      return [{ member, text: `[[${link[0]}]]`, alt }];
    return Array.isArray(part) ? part.flatMap((one) => listMembers(one).candidates) : [];
  };
  const listMembers = (part: FieldValue) => {
    if (part === null || typeof part !== 'object' || Array.isArray(part))
      return { candidates: listOf('', part, ''), others: [] };
    const members = Object.entries(part).map(([member, said]) => ({ member, said, key: foldKey(member) }));
    const alt = members.find(({ key, said }) => key === 'alt' && typeof said === 'string')?.said as string;
    const paths = pathNames.flatMap((path) => members.filter(({ key }) => key === path));
    return {
      candidates: paths.flatMap(({ member, said }) => listOf(member, said, alt ?? '')),
      others: members.flatMap(({ member, said, key }) =>
        key === 'alt' || pathNames.includes(key) || isNone(said) ? [] : member,
      ),
    };
  };
  const isText = value === null || typeof value === 'string';
  // Of `header` only the members are pictures.
  if (value === undefined || (name === 'header' && isText)) return { candidates: [], others: [] };
  return listMembers(value);
}

const foldKey = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[_\s]+/g, '-');

/** The address in a text: a path, `[[a.png]]` and `![[a.png]]` of Obsidian, `![](a.png)`, or that of an image of the service. */
function readAddress(text: string): Pick<NoteCover, 'address' | 'isEmbed' | 'alt'> | undefined {
  const [, name] = /^!?\[\[([^\]|]+)(?:\|[^\]]*)?\]\]$/.exec(text) ?? [];
  if (name !== undefined) return { address: name.trim(), isEmbed: true, alt: '' };
  const [, alt = '', shown] = /^!\[([^\]]*)\]\(\s*<?([^>]*?)>?(?:\s+"[^"]*")?\s*\)$/.exec(text) ?? [];
  const path = shown ?? text;
  const [, id] =
    /^(?:image:|\/v1\/images\/)([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?=\/|$)/i.exec(path) ?? [];
  if (id !== undefined) return { address: `image:${id.toLowerCase()}`, isEmbed: false, alt };
  if (!liesBeside(path) || /^true$/i.test(path)) return undefined;
  return { address: decodeAddress(path), isEmbed: false, alt };
}

const tellNoPath = (text: string) =>
  /^(?:https?:)?\/\//i.test(text)
    ? 'it is on another host, and nothing is fetched'
    : 'it is no path of a picture';

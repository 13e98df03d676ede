/** A tag of a template: Liquid, Nunjucks, or a shortcode of Hugo. */
export interface TemplateTag {
  kind: 'tag';
  language: 'liquid' | 'hugo';
  name: string;
  args: TagArguments;
  /** As it is written. */
  source: string;
  /** What stands between it and the tag that closes it; undefined for one that none closes. */
  inner?: TagPiece[];
  /** The tag that closes it, as it is written. */
  closing?: string;
}

export interface TagArguments {
  /** What follows the name, trimmed. */
  text: string;
  positional: string[];
  named: Record<string, string>;
}

export type TagPiece = string | TemplateTag;

/** The longest arguments; bounded, so that what is not closed costs little. */
const liquid = String.raw`\{%-?\s*(?<tag>[A-Za-z][\w-]*)(?<rest>(?:\s(?:[^%]|%(?!\})){0,2000}?)?)-?%\}`;
const hugo = String.raw`\{\{[<%]\s*(?<slash>\/?)\s*(?<code>[A-Za-z][\w./-]*)(?<more>(?:\s(?:[^>%]|[>%](?!\}\})){0,2000}?)?)\/?[>%]\}\}`;
const anyTag = new RegExp(`${liquid}|${hugo}`, 'g');
const argument = /(?:([\w-]+)\s*=\s*)?("((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|[^\s"']+)/g;

/** Whether a text may have tags: so that most are not parsed. */
export const mayHaveTags = (text: string): boolean => /\{%|\{\{[<%]/.test(text);

/**
 * Parses the tags of a text into a tree: one that has a closing tag behind it (`endnote`, `{{< /note >}}`) holds what is
 * between them. A closing tag that closes nothing is a text.
 */
export function parseTags(text: string): TagPiece[] {
  const flat: (string | (TemplateTag & { closes?: string }))[] = [];
  let at = 0;
  for (const match of text.matchAll(anyTag)) {
    const { tag, rest = '', slash, code = '', more = '' } = match.groups ?? {};
    if (match.index > at) flat.push(text.slice(at, match.index));
    at = match.index + match[0].length;
    const name = (tag ?? code).toLowerCase();
    const made: TemplateTag = {
      kind: 'tag',
      language: tag === undefined ? 'hugo' : 'liquid',
      name,
      args: readArguments((tag === undefined ? more : rest).trim()),
      source: match[0],
    };
    const closes = slash ? name : tag !== undefined && name.startsWith('end') ? name.slice(3) : undefined;
    flat.push(closes === undefined ? made : { ...made, closes });
  }
  flat.push(text.slice(at));
  return nest(flat);
}

function nest(flat: (string | (TemplateTag & { closes?: string }))[]): TagPiece[] {
  const pieces: TagPiece[] = [];
  for (const piece of flat) {
    if (typeof piece === 'string') {
      if (piece !== '') pieces.push(piece);
      continue;
    }
    const { closes, ...tag } = piece;
    if (closes === undefined) {
      pieces.push(tag);
      continue;
    }
    const isOpening = (one: TagPiece) =>
      typeof one !== 'string' && one.name === closes && one.inner === undefined;
    const start = pieces.findLastIndex(isOpening);
    const opening = pieces[start];
    if (start < 0 || opening === undefined || typeof opening === 'string') pieces.push(tag.source);
    else {
      const inner = pieces.splice(start + 1);
      pieces[start] = { ...opening, inner, closing: tag.source };
    }
  }
  return pieces;
}

function readArguments(text: string): TagArguments {
  const read: TagArguments = { text, positional: [], named: {} };
  for (const [, name, whole = '', double, single] of text.matchAll(argument)) {
    const value = (double ?? single ?? whole).replace(/\\(["'])/g, '$1');
    if (name === undefined) read.positional.push(value);
    else read.named[name.toLowerCase()] = value;
  }
  return read;
}

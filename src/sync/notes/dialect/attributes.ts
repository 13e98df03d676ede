import { prefixLines } from './write.ts';

const value = String.raw`(?:"[^"\n]*"|'[^'\n]*'|[\w%./-]+)`;
const attribute = String.raw`(?:[#.][\p{L}_][\p{L}\p{N}_:-]*|[\w:-]+=${value})`;
/** `{: .class }` of kramdown. */
const kramdown = String.raw`\{::?[ \t]*(?:(?:${attribute}|toc|refdef)(?=[ \t#.}])[ \t]*)*\}`;
/** `{#id .class}` of Pandoc, kramdown and Goldmark. */
const pandoc = String.raw`\{[ \t]*(?:${attribute}|-)(?:[ \t]+${attribute})*[ \t]*\}`;

const line = new RegExp(String.raw`^([ \t>]*)(${kramdown})[ \t]*$`, 'u');
/** `{.class}` below a block (Goldmark). */
const belowBlock = new RegExp(String.raw`^[ \t>]*((?=\{[ \t]*[.#])${pandoc})[ \t]*$`, 'u');
const afterSpan = new RegExp(String.raw`(?<=[)\]*_\x60>~\uFDD3])(?:${kramdown}|${pandoc})`, 'gu');
const extension = /\{::(?:nomarkdown|options|comment)[^{}\n]*\/?\}|\{:\/(?:nomarkdown|comment)?\}/g;
const headingEnd = new RegExp(String.raw`^([ \t>]*#{1,6}[ \t].*?)[ \t]*(${pandoc})[ \t]*#*[ \t]*$`, 'gmu');
const span = new RegExp(String.raw`\[((?:[^[\]\n]|\[[^[\]\n]*\](?:\([^()\n]*\))?)+)\](${pandoc})`, 'gu');

/** The kinds of boxes by the classes of themes: Chirpy's `prompt-tip`, `notice--info` of Minimal Mistakes. */
const boxes: [RegExp, string][] = [
  [/\.prompt-(tip|info|warning|danger)\b/, ''],
  [/\.notice--(info|success|warning|danger|primary)\b/, ''],
  [/\.(?:alert-)(info|success|warning|danger|primary)\b/, ''],
  [/\.(note|tip|warning|important|caution)(?![\w-])/, ''],
  [/\.notice\b/, 'note'],
];

/** Whether a text may have attributes. */
export const mayHaveAttributes = (text: string): boolean => /\{[ \t]*[:#.\w-]/.test(text);

/**
 * Takes out the attributes that kramdown, Pandoc and Goldmark give to what stands before them (`{: .no_toc }`, `{#fig width=60%}`),
 * which are of a page's looks. Those that say something become Markdown: a box, a name of a heading, marked text.
 */
export function writeAttributes(text: string): string {
  const lines = text.replace(extension, '').split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const isBelow = (lines[at - 1] ?? '').trim() !== '';
    const attributes =
      line.exec(lines[at] ?? '')?.[2] ?? (isBelow ? belowBlock.exec(lines[at] ?? '')?.[1] : undefined);
    if (attributes !== undefined) at = applyToBlock(lines, at, attributes);
  }
  return lines
    .join('\n')
    .replace(span, (_, words: string, attributes: string) => writeSpan(words, attributes))
    .replace(headingEnd, (_, heading: string, attributes: string) => {
      const [id] = /#[\w:-]+/.exec(attributes) ?? [];
      return id === undefined ? heading : `${heading} {${id}}`;
    })
    .replace(afterSpan, '');
}

/** @returns the line to go on from */
function applyToBlock(lines: string[], at: number, attributes: string): number {
  lines.splice(at, 1);
  const before = lines[at - 1] ?? '';
  if (/\btoc\b/.test(attributes) && /^[ \t]*(?:[-*+]|\d+\.)[ \t]/.test(before)) {
    // The list is a place for a table of contents.
    lines.splice(at - 1, 1);
    return at - 2;
  }
  const [id] = /#[\w:-]+/.exec(attributes) ?? [];
  if (id !== undefined && /^[ \t]*#{1,6}[ \t]/.test(before) && !before.includes('{#'))
    lines[at - 1] = `${before} {${id}}`;
  const [, found, kind] =
    boxes.flatMap(([pattern, name]) => {
      const match = pattern.exec(attributes);
      return match ? [['', match[1] ?? '', name || (match[1] ?? '')]] : [];
    })[0] ?? [];
  if (found === undefined || kind === undefined || before.trim() === '') return at - 1;
  let start = at;
  while (start > 0 && (lines[start - 1] ?? '').trim() !== '') start -= 1;
  const block = lines.slice(start, at);
  const isQuote = block.every((one) => /^[ \t]*>/.test(one));
  if (!isQuote && /^[ \t]*(?:#|\||[-*+][ \t]|\d+\.[ \t]|<)/.test(block[0] ?? '')) return at - 1;
  const name = kind === 'primary' ? 'note' : kind;
  const boxed = isQuote ? block : prefixLines(block.join('\n'), '> ').split('\n');
  lines.splice(start, block.length, `> [!${name}]`, ...boxed);
  return start + boxed.length;
}

const elements: [RegExp, string][] = [
  [/\.(?:mark|highlight)\b/, 'mark'],
  [/\.(?:underline|ul)\b/, 'u'],
  [/\.kbd\b/, 'kbd'],
];

function writeSpan(words: string, attributes: string): string {
  const [, name] = elements.find(([pattern]) => pattern.test(attributes)) ?? [];
  return name === undefined ? words : `<${name}>${words}</${name}>`;
}

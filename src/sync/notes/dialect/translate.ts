import { mayHaveAttributes, writeAttributes } from './attributes.ts';
import { writeCells } from './cells.ts';
import { CrossReferences, mayHaveLabels } from './cross-references.ts';
import { mayHaveDefinitions, writeDefinitions } from './definitions.ts';
import { mayHaveDivisions, writeDivisions } from './divisions.ts';
import { mayHaveEmoji, writeEmoji } from './emoji.ts';
import { mayHaveMarks, writeMarks } from './marks.ts';
import { type MaskedText, maskText } from './mask.ts';
import { writeTag } from './meanings.ts';
import { isOfMyst, writeMyst } from './myst.ts';
import { mayHaveTags, parseTags, type TagPiece, type TemplateTag } from './shortcodes.ts';
import { block, prefixLines, type Written } from './write.ts';

/** A body in the Markdown of Postil, and what of it was not understood, each to be named. */
export interface TranslatedBody {
  body: string;
  notices: string[];
}

/** How a tool writes Markdown of its own. */
export interface Dialect {
  /** Whether it is of Quarto or R Markdown. */
  isQuarto: boolean;
  /** Whether the code of its cells is hidden where they do not say. */
  hidesCode?: boolean;
  /** What the words "Figure", "Table" are said in: a language tag (BCP 47). */
  language: () => string;
}

const longestTold = 80;

/**
 * Translates what the tools that notes are written with have beyond Markdown: tags of Liquid, Nunjucks and Hugo, divisions,
 * attributes, cross references, marks. Whatever stands in code or in a formula is as it was. Nothing of the text is lost:
 * a tag that is not known stays, and a shortcode of Hugo that is not known is named.
 */
export function translateBody(body: string, dialect: Dialect): TranslatedBody {
  const plain = body.replace(/\r\n?/g, '\n');
  const { text: cells, hidden } = dialect.isQuarto
    ? writeCells(plain, dialect.hidesCode === true)
    : { text: isOfMyst(plain) ? writeMyst(plain) : plain, hidden: 0 };
  const notices =
    hidden === 0 ? [] : [`code that its page hides (${hidden} ${hidden === 1 ? 'cell' : 'cells'})`];
  const isPlain =
    ![
      mayHaveNotes,
      mayHaveDefinitions,
      mayHaveTags,
      mayHaveDivisions,
      mayHaveLabels,
      mayHaveAttributes,
      mayHaveMarks,
      mayHaveEmoji,
    ].some((may) => may(cells)) && !(dialect.isQuarto && /[~^]/.test(cells));
  if (isPlain) return { body: cells === plain ? body : cells, notices };
  const labels = new CrossReferences(cells, mayHaveLabels(cells) ? dialect.language() : 'en');
  const masked = maskText(numberEquations(cells, labels));
  const shown = hideRaw(masked);
  const tagged = mayHaveTags(shown) ? writePieces(parseTags(shown), masked, notices) : shown;
  const divided = mayHaveDivisions(tagged)
    ? writeDivisions(labels.writeCaptions(tagged), labels.writeDivision)
    : labels.writeCaptions(tagged);
  const referred = labels.writeReferences(divided);
  const noted = mayHaveNotes(referred) ? writeNotes(referred) : referred;
  const spanned = dialect.isQuarto ? writePandoc(noted) : noted;
  const defined = mayHaveDefinitions(spanned) ? writeDefinitions(spanned) : spanned;
  const written = masked.reveal(writeEmoji(writeMarks(writeAttributes(defined))));
  return { body: written === plain ? body : written, notices: [...new Set(notices)] };
}

/** `$$ … $$ {#eq-a}` gets its number in the formula. */
function numberEquations(text: string, labels: CrossReferences): string {
  return text.replace(/(\n?)\$\$[ \t]*\{#(eq[-:][\w:-]+)\}/g, (_, newline: string, name: string) => {
    const number = labels.tagOf(name);
    return number === undefined
      ? `${newline}$$`
      : `${newline === '' ? ' ' : '\n'}\\tag{${number}}${newline}$$`;
  });
}

/** Sub- and superscripts, as Pandoc has them. */
const writePandoc = (text: string): string =>
  text
    .replace(/(?<![~\\])~([^~\s]+)~(?!~)/g, '<sub>$1</sub>')
    .replace(/(?<![\^\\[])\^([^^\s[\]]+)\^/g, '<sup>$1</sup>');

const mayHaveNotes = (text: string): boolean => text.includes('^[');

/** Notes within the text, as Pandoc and Obsidian have them. */
function writeNotes(text: string): string {
  const notes: string[] = [];
  const written = text.replace(
    /(?<!\\)\^\[((?:[^[\]\n]|\[[^[\]\n]*\])+)\](?!\()/g,
    (_, note: string) => `[^note-${notes.push(note)}]`,
  );
  return [
    written.replace(/\n+$/, notes.length > 0 ? '\n' : '$&'),
    ...notes.map((note, at) => `[^note-${at + 1}]: ${note}\n`),
  ].join(notes.length > 0 ? '\n' : '');
}

/** What stands between `{% raw %}` and `{% endraw %}` is no tag, nor is what Hugo shows as one. */
function hideRaw({ text, hide }: MaskedText): string {
  return text
    .replace(
      /\{%-?\s*raw\s*-?%\}(?:[ \t]*\n)?([\s\S]*?)(?:^[ \t]*\{%-?\s*endraw\s*-?%\}[ \t]*(?:\n|$(?![\s\S]))|\{%-?\s*endraw\s*-?%\})/gm,
      (_, inner: string) => inner.replace(/\{[{%]|[}%]\}/g, (sign) => hide(sign)),
    )
    .replace(/(\{\{[<%])\/\*([\s\S]*?)\*\/([>%]\}\})/g, (_, open: string, inner: string, close: string) =>
      hide(`${open}${inner}${close}`),
    );
}

function writePieces(pieces: TagPiece[], masked: MaskedText, notices: string[]): string {
  let text = '';
  pieces.forEach((piece, at) => {
    if (typeof piece === 'string') {
      text += piece;
      return;
    }
    const next = pieces[at + 1];
    const after = typeof next === 'string' ? next : '';
    text = place(text, after, at === pieces.length - 1, writeOne(piece, text, masked, notices), piece);
  });
  return text.replace(/\uFDD4\n*/g, '');
}

/** Marks a place behind which line ends are left out. */
const eat = '\uFDD4';

/** Puts what a tag became behind a text: a block between blank lines, with the indentation that the tag had. */
function place(
  text: string,
  after: string,
  isLast: boolean,
  { text: written, isBlock }: Written,
  tag: TemplateTag,
): string {
  const [indent] = /(?<=^|\n)[ \t>]*$/.exec(text) ?? [];
  const isAlone = indent !== undefined && (/^[ \t]*(?:\n|$)/.test(after) || isLast);
  if (written === '' && isAlone)
    return `${text.slice(0, text.length - indent.length)}${eat}`.replace(/\n*\uFDD4$/, (ends) =>
      ends.length > 2 ? `\n\n${eat}` : ends,
    );
  if (!isBlock || (isBlock === 'alone' && !isAlone)) return text + written;
  const own = indent ?? '';
  const before = text.slice(0, text.length - own.length).replace(/[ \t]+$/, '');
  const gap = before.trim() === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const isFollowed =
    /^[ \t]*\n[ \t]*(?:\n|$)/.test(after) || (after === '' && tag.inner !== undefined && isLast) || isLast;
  const quote = own.trim() === '' ? '' : own.trimEnd();
  return `${before}${quote === '' ? gap : gap.replace(/\n/g, `${quote}\n`)}${prefixLines(written, own)}${isFollowed ? '' : /^[ \t]*\n/.test(after) ? `\n${quote}` : `\n${quote}\n`}`;
}

function writeOne(tag: TemplateTag, before: string, masked: MaskedText, notices: string[]): Written {
  const inner = tag.inner && writePieces(tag.inner, masked, notices);
  const source = tag.inner ? masked.reveal(sourceOf(tag.inner)) : '';
  const paragraph = before.slice(before.lastIndexOf('\n\n') + 1).trimStart();
  const isInHtml = /^<(?:div|p|figure|table|section|center|span|article)\b/i.test(paragraph);
  const written = writeTag({ tag, inner, source, isInHtml, hide: masked.hide });
  if (written) return written;
  if (tag.language === 'liquid' || /^(?:rel)?ref$/.test(tag.name))
    return { text: `${tag.source}${inner ?? ''}${tag.closing ?? ''}`, isBlock: false };
  const told = tag.source.length > longestTold ? `${tag.source.slice(0, longestTold)}…` : tag.source;
  notices.push(`the shortcode ${masked.reveal(told)} (it is not known; what is in it stays)`);
  return inner === undefined
    ? { text: '', isBlock: false }
    : /\n/.test(inner.trim())
      ? block(inner)
      : { text: inner, isBlock: false };
}

const sourceOf = (pieces: TagPiece[]): string =>
  pieces
    .map((piece) =>
      typeof piece === 'string'
        ? piece
        : `${piece.source}${piece.inner ? sourceOf(piece.inner) : ''}${piece.closing ?? ''}`,
    )
    .join('');

import { escapeHtml } from '../../../content/text/escape.ts';

/** What a piece of a dialect is in Markdown: within a line, or a block of its own. */
export interface Written {
  text: string;
  /** `alone`: a block where nothing else is on its line. */
  isBlock: boolean | 'alone';
}

export const inline = (text: string): Written => ({ text, isBlock: false });
export const block = (text: string): Written => ({ text: text.trim(), isBlock: true });
export const nothing = inline('');

/** Puts a mark before each line. */
export const prefixLines = (text: string, prefix: string): string =>
  text
    .split('\n')
    .map((line) => (line.trim() === '' ? prefix.trimEnd() : prefix + line))
    .join('\n');

export const writeQuote = (text: string): Written => block(prefixLines(text.trim(), '> '));

/** Kinds of callouts that are called otherwise elsewhere. */
const kinds: Record<string, string> = { primary: 'note', default: 'note', secondary: 'note', light: 'note' };

/** A callout in the form of GitHub and Obsidian. */
export function writeCallout(kind: string, title: string, text: string, isFolded = false): Written {
  const name = kinds[kind.toLowerCase()] ?? kind.toLowerCase();
  const marker = `[!${name}]${isFolded ? '-' : ''}`;
  return block(prefixLines(`${marker}${title === '' ? '' : ` ${title}`}\n${text.trim()}`, '> '));
}

export const writeDetails = (title: string, text: string): Written =>
  block(`<details>\n<summary>${escapeHtml(title) || '…'}</summary>\n\n${text.trim()}\n\n</details>`);

export function writeFence(language: string, code: string): string {
  const longest = Math.max(2, ...Array.from(code.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${code.replace(/^\s*\n|\s+$/g, '')}\n${fence}`;
}

/** As a destination of CommonMark (6.3). */
export const writeDestination = (address: string): string =>
  /[\s()]/.test(address) && !address.includes('{{') ? `<${address}>` : address;

export const writeLink = (label: string, address: string): string =>
  label === '' || label === address
    ? /^https?:/i.test(address)
      ? `<${address}>`
      : `[${address}](${writeDestination(address)})`
    : `[${label}](${writeDestination(address)})`;

export interface TaggedPicture {
  src: string;
  alt?: string | undefined;
  /** Markdown. */
  caption?: string | undefined;
  /** Where it leads. */
  link?: string | undefined;
}

/** A picture, with its caption as the title, or, where that has markup, as a figure. */
export function writePicture({ src, alt = '', caption = '', link }: TaggedPicture): Written {
  const label = alt.replace(/[[\]\n]/g, ' ');
  const image = (title: string) => `![${label}](${writeDestination(src)}${title})`;
  const linked = (text: string) => (link ? `[${text}](${writeDestination(link)})` : text);
  if (caption === '') return block(linked(image('')));
  const isPlain = !link && !/[*_`$<[\]\\"&\n\uFDD2]/.test(caption);
  if (isPlain) return block(image(` "${caption}"`));
  return block(
    `<figure>\n\n${linked(image(''))}\n\n<figcaption>\n\n${caption.trim()}\n\n</figcaption>\n</figure>`,
  );
}

/** The same within HTML, where a blank line would end it. */
export function writePictureInHtml({ src, alt = '', caption = '' }: TaggedPicture): string {
  const image = `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">`;
  return caption === '' ? image : `<figure>${image}<figcaption>${escapeHtml(caption)}</figcaption></figure>`;
}

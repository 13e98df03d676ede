import { nameToEmoji } from 'gemoji';

/** What may be the name of an emoji: times, ports and addresses are none. */
const name = String.raw`(?<![\w:/]):([a-z\d_+-]+):(?![\w:/])`;
const named = new RegExp(name, 'g');
/** The same, or a tag of HTML or an address, in which no name is looked for. */
const namedOutside = new RegExp(
  String.raw`<[^<>\n]*>|\]\([^()\n]*\)|\b[a-z][a-z\d+.-]*:\/\/\S+|${name}`,
  'gi',
);
const isKnown = (word: string | undefined): word is string =>
  word !== undefined && Object.hasOwn(nameToEmoji, word);

/** Whether a text may have the name of an emoji. */
export const mayHaveEmoji = (text: string): boolean =>
  text.includes(':') && Array.from(text.matchAll(named)).some(([, word]) => isKnown(word));

/** The emoji that GitHub has by their names (`:rocket:`); a heading with one keeps the id that GitHub makes of its name. */
export const writeEmoji = (text: string): string =>
  text
    .split('\n')
    .map((line) => writeLine(line))
    .join('\n');

function writeLine(line: string): string {
  if (!line.includes(':')) return line;
  const written = line.replace(namedOutside, (found: string, word?: string) =>
    isKnown(word) ? (nameToEmoji[word] ?? found) : found,
  );
  return written !== line && /^#{2,6}[ \t][^{}]*$/.test(line)
    ? `${written.trimEnd()} {#${fragmentOf(line)}}`
    : written;
}

const fragmentOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/^#+\s+|\s+$/g, '')
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

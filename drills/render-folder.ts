import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { renderMarkdown } from '../src/content/markdown/render.ts';

/** What was counted over a folder of notes. */
interface Count {
  notes: number;
  unrendered: number;
  formulas: number;
  links: number;
  /** Warnings by kind. */
  faults: Map<string, number>;
  /** Words of the source that the plain text has not, by note. */
  lost: [note: string, words: string[]][];
}

const shownOfEach = 12;

/**
 * Renders every Markdown file of a folder and counts notes, formulas and warnings by kind, links within a text, and
 * words that are in the source and not in the plain text. Of a note, as in `renderWarnings`, the first twenty warnings count.
 * @returns the report
 */
export function reportFolder(folder: string): string {
  const count: Count = { notes: 0, unrendered: 0, formulas: 0, links: 0, faults: new Map(), lost: [] };
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:md|markdown)$/i.test(name),
  );
  for (const name of names.toSorted()) countNote(join(folder, name), relative('.', name), count);
  const { notes, unrendered, formulas, links, faults, lost } = count;
  const lines = [
    `${notes} notes, ${unrendered} of them shown as their source, ${formulas} formulas, ${links} links within a text`,
    ...[...faults]
      .sort(([, a], [, b]) => b - a)
      .map(([kind, times]) => `${String(times).padStart(7)}  ${kind}`),
    `${lost.length} notes with words that the plain text has not`,
    ...lost
      .slice(0, shownOfEach)
      .map(([name, words]) => `  ${name}: ${words.slice(0, shownOfEach).join(' ')}`),
  ];
  return `${lines.join('\n')}\n`;
}

function countNote(path: string, name: string, count: Count): void {
  const body = readFileSync(path, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
  count.notes += 1;
  try {
    const { html, text, warnings } = renderMarkdown(body);
    count.formulas += html.match(/<math /g)?.length ?? 0;
    count.links += html.match(/ href="#/g)?.length ?? 0;
    for (const { detail } of warnings) {
      const kind = detail.replace(/"[^"]*"|'[^']*'|<[^>]*>|\d+/g, '…').slice(0, 100);
      count.faults.set(kind, (count.faults.get(kind) ?? 0) + 1);
    }
    const words = findLost(body, text);
    if (words.length > 0) count.lost.push([name, words]);
  } catch (error) {
    count.unrendered += 1;
    count.faults.set(String(error), (count.faults.get(String(error)) ?? 0) + 1);
  }
}

/** What of a source is no text: tags and comments, addresses, definitions, attributes, formulas and languages of code. */
const unseen = [
  /<!--[\s\S]*?-->/g,
  /<\/?[A-Za-z][^<>]*>/g,
  /\{%[^%]*%\}|\{[#:][^{}\n]*\}/g,
  /\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\)/g,
  /^ {0,3}\[[^\]\n]+\]:.*$/gm,
  /\]\[[^\]\n]*\]/g,
  /\[\^[^\]\n]+\]/g,
  /^[ \t>]*(?:`{3,}|~{3,}).*$/gm,
  /^[ \t>]*\[!\w+\]/gm,
  /\$\$[\s\S]*?\$\$|\$[^$\n]*\$|\\\([\s\S]*?\\\)|\\\[[\s\S]*?\\\]|\\begin\{[\s\S]*?\\end\{/g,
  /&#?\w+;/g,
];

/** What emphasises, within words too. */
const marks = /[*_~`\\]/g;

/** The words of a source, of three letters and more, that its plain text has less often. */
function findLost(body: string, text: string): string[] {
  const source = unseen.reduce((rest, pattern) => rest.replace(pattern, ' '), body);
  const left = countWords(text.replace(marks, ''));
  const lost: string[] = [];
  for (const [word] of source.replace(marks, '').matchAll(/[\p{L}\p{N}]{3,}/gu)) {
    const times = left.get(word) ?? 0;
    if (times === 0) lost.push(word);
    else left.set(word, times - 1);
  }
  return lost;
}

function countWords(text: string): Map<string, number> {
  const words = new Map<string, number>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}]{3,}/gu)) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

import { recognizeIdentifier } from '../identifiers/scheme.ts';
import { foldLabel, type HeadLabels, type LabelMeaning } from './labels.ts';

/** A part of a line between two separators, or a cell of a table. */
export interface Cell {
  text: string;
  links: { label: string; url: string }[];
}

export interface HeadLine {
  /** From 1, in the body. */
  number: number;
  text: string;
  cells: Cell[];
  isQuote: boolean;
  /** The header of a table whose rows are not labelled themselves. */
  header?: string[];
}

/** Inline content: text, which may hold line breaks and separators; what is whole, such as a link; or the end of a line. */
export type HeadPart =
  | { kind: 'text'; text: string }
  | ({ kind: 'whole' } & Cell)
  /** @property newlines how many the source has for it */
  | { kind: 'break'; newlines: number };

/**
 * Cuts the inline content of a paragraph into lines, and each at the separators between its parts.
 * @returns with how many newlines are before each; empty lines are left out
 */
export function cutLines(parts: HeadPart[]): { newlines: number; cells: Cell[] }[] {
  let line = { newlines: 0, cells: [{ text: '', links: [] } as Cell] };
  const lines = [line];
  const add = (text: string, links: Cell['links'] = []) => {
    const cell = line.cells.at(-1);
    if (cell) [cell.text, cell.links] = [cell.text + text, [...cell.links, ...links]];
  };
  const end = (newlines: number) => {
    line = { newlines: line.newlines + newlines, cells: [{ text: '', links: [] }] };
    lines.push(line);
  };
  for (const part of parts) {
    if (part.kind === 'break') end(part.newlines);
    else if (part.kind === 'whole') add(part.text, part.links);
    else
      for (const [index, text] of part.text.split('\n').entries()) {
        if (index > 0) end(1);
        for (const [at, cell] of text.split(/\s+[·|｜•]\s+|\s*｜\s*/u).entries()) {
          if (at > 0) line.cells.push({ text: '', links: [] });
          add(cell);
        }
      }
  }
  return lines
    .map(({ newlines, cells }) => ({
      newlines,
      cells: cells.map((cell) => ({ ...cell, text: cell.text.trim() })).filter(({ text }) => text !== ''),
    }))
    .filter(({ cells }) => cells.length > 0);
}

/** Something that the head of a note says, and the line that it was read in. */
export interface Said {
  meaning: LabelMeaning;
  /** Plain text. */
  value: string;
  links: { label: string; url: string }[];
  /** The label as it is written; null for a link or a name that stands without one. */
  label: string | null;
  line: number;
}

/** The head of a note: what its lines of metadata say. */
export interface NoteHead {
  said: Said[];
  /** The addresses of links in lines that are nothing but links. */
  links: { label: string; url: string; line: number }[];
  /** The first line of prose; infinite where there is none. */
  prose?: number;
}

/**
 * Reads the lines of metadata that a note begins with: labelled ones (`**Authors**: …`, `> **arXiv**: … · 会议: …`, rows of a
 * table), and those that hold only links (`[[Paper](…)] [[Code](…)]`). Prose is none, so that an address in a sentence is not taken
 * for the paper.
 * @returns lines: the numbers of those that are metadata
 */
export function readHead(lines: HeadLine[], labels: HeadLabels): NoteHead & { lines: number[] } {
  const head: NoteHead & { lines: number[] } = { said: [], links: [], lines: [] };
  const known = new Set<HeadLine>();
  lines.forEach((line, index) => {
    const found = readHeadLine(line, lines[index - 1], labels);
    if (found) known.add(line);
    head.said.push(...(found?.said ?? []).filter(({ value, links }) => value !== '' || links.length > 0));
    head.links.push(...(found?.links ?? []));
  });
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    while (lines[to]?.number === (lines[to - 1]?.number ?? 0) + 1) to += 1;
    const block = lines.slice(from, to);
    if (isMetadataBlock(block, (line) => known.has(line))) for (const line of block) known.add(line);
    from = to;
  }
  head.prose = lines.find((line) => !known.has(line) && isProse(line))?.number ?? Number.POSITIVE_INFINITY;
  head.lines = lines.filter((line) => known.has(line)).map(({ number }) => number);
  return head;
}

/** Whether a line is a sentence, by its length: a letter of Hangul, Han or Kana says what two or three of an alphabet do. */
function isProse({ text, cells }: HeadLine): boolean {
  const rest = cells.flatMap(({ links }) => links).reduce((left, { label }) => left.replace(label, ''), text);
  return (
    rest.replace(/[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, '$&--').length >
    40
  );
}

const labelled = /^[^:：]{1,40}[:：](?!\/\/)\s*\S/u;

/**
 * Whether lines that follow each other are metadata as a whole, such as the properties of Notion: each has a label, and two of
 * them one that is known.
 */
export const isMetadataBlock = (lines: HeadLine[], isKnown: (line: HeadLine) => boolean): boolean =>
  lines.every(({ text }) => labelled.test(text) && text.length <= 240) && lines.filter(isKnown).length >= 2;

/** What a line of metadata says; undefined for any other. @param before the line before it */
export function readHeadLine(
  line: HeadLine,
  before: HeadLine | undefined,
  labels: HeadLabels,
): NoteHead | undefined {
  const said = labelledCells(line, labels)?.map((one) => ({ ...one, line: line.number }));
  if (said) return { said, links: [] };
  if (isLinks(line) || isCitation(line, labels)) return { said: [], links: linksOf(line) };
  if (!line.isQuote || !before?.isQuote || !isLinks(before) || !isNames(line.text)) return undefined;
  const names = { meaning: 'authors', value: line.text, links: [], label: null, line: line.number } as const;
  return { said: [{ ...names, links: [] }], links: [] };
}

/** Whether a heading says that what follows is about the paper, and not yet the text. */
export function isAboutPaper(heading: string): boolean {
  return /^(?:paper|paper (?:info|information|details?)|info|information|metadata|meta|overview of the paper|논문|논문 ?정보|기본 ?정보|메타 ?데이터|论文|论文信息|基本信息|元数据|文献信息|論文|論文情報|書誌情報|基本情報)$/iu.test(
    foldLabel(heading),
  );
}

const linksOf = (line: HeadLine) =>
  line.cells.flatMap(({ links }) => links.map((link) => ({ ...link, line: line.number })));

/** The cells of a line, when each of them has a label or goes on after one; undefined when it is no line of metadata. */
function labelledCells({ cells, header }: HeadLine, labels: HeadLabels): Omit<Said, 'line'>[] | undefined {
  const found: Omit<Said, 'line'>[] = [];
  for (const [index, cell] of cells.entries()) {
    const said = readCell(cell, header?.[index], labels);
    const last = found.at(-1);
    if (said) found.push(said);
    else if (!last || header) return undefined;
    // `**Authors**: A · B`: what has no label goes on with what has one.
    else found[found.length - 1] = goOn(last, cell);
  }
  return found.length > 0 ? found : undefined;
}

function readCell(
  { text, links }: Cell,
  header: string | undefined,
  labels: HeadLabels,
): Omit<Said, 'line'> | undefined {
  if (header !== undefined) {
    const meaning = labels.get(foldLabel(header));
    return meaning && { meaning, value: text, links, label: header };
  }
  const [, label = '', value = ''] =
    /^[[【〔「［]([^\][【】〔〕「」［］:：]{1,40})[\]】〕」］]\s*[:：]?\s*((?![[【〔「［(（])\S[\s\S]*)$/u.exec(
      text,
    ) ??
    /^([^:：]{1,40})(?:::|[:：])\s*([\s\S]*)$/u.exec(text) ??
    [];
  const meaning = labels.get(foldLabel(label));
  if (meaning) return { meaning, value: value.trim(), links, label: label.trim() };
  // `[Link to the paper](…)`: the label is the link.
  const [link] = links;
  const named = link && links.length === 1 && text === link.label ? labels.get(foldLabel(text)) : undefined;
  return named && link ? { meaning: named, value: '', links, label: text } : undefined;
}

function goOn(said: Omit<Said, 'line'>, { text, links }: Cell): Omit<Said, 'line'> {
  return { ...said, value: `${said.value}, ${text}`, links: [...said.links, ...links] };
}

/** A line of links with nothing but brackets and a short mention of where the paper appeared between them. */
function isLinks({ cells, text }: HeadLine): boolean {
  const links = cells.flatMap((cell) => cell.links);
  if (links.length === 0) return false;
  let rest = text;
  for (const { label } of links) rest = rest.replace(label, '');
  const mention = String.raw`[\p{L}&' -]{2,40}\s*'?(?:\d{2}|\d{4})`;
  const bare = rest
    .replace(/\uFE0F|\u200D/g, '')
    .replace(new RegExp(`^${mention}\\b`, 'u'), '')
    .replace(new RegExp(`[\\s,(]+${mention}\\)?[.]?$`, 'u'), '');
  return /^[\s[\](){}|·,.:;/–—\p{So}-]*$/u.test(bare);
}

/**
 * A line that cites a paper, with links that are called what they lead to: `Ada One. ICLR 2024. [[Paper](…)] [[Code](…)]`. All
 * else in it are names, venues and years: words in small letters are those of a sentence.
 */
function isCitation({ cells, text }: HeadLine, labels: HeadLabels): boolean {
  const links = cells.flatMap((cell) => cell.links);
  const meanings = links.map(({ label, url }) =>
    label === url && recognizeIdentifier(url).kind === 'identifier' ? 'paper' : labels.get(foldLabel(label)),
  );
  if (!meanings.includes('paper')) return false;
  if (meanings.some((meaning) => !['paper', 'code', 'link'].includes(meaning ?? ''))) return false;
  const rest = links.reduce((left, { label }) => left.replace(label, ''), text);
  return rest
    .split(/[\s,.;:|·()[\]{}&*/–—-]+/u)
    .every((word) => /^(?:|[\p{Lu}\p{N}'’\p{So}].*|et|al|and|de|van|von|der)$/u.test(word));
}

/** Two names or more between commas, each of a few words with capital letters, or of letters without case. */
function isNames(text: string): boolean {
  const names = text.replace(/[.*]+$/, '').split(/\s*[,，、;]\s*(?:and\s+|&\s+)?|\s+and\s+|\s+&\s+/u);
  const isName = (name: string) =>
    /^(?:(?:\p{Lu}[\p{L}.'’-]*|de|van|von|der|la|et|al\.?)\s*){1,5}$|^\p{Lo}{2,8}$/u.test(name);
  return names.length >= 2 && names.every(isName);
}

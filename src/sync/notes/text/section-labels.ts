import type { Said } from '../../../content/head/head.ts';
import { foldLabel, type HeadLabels, type LabelMeaning } from '../../../content/head/labels.ts';
import { recognizeIdentifier } from '../../../content/identifiers/scheme.ts';
import { maskText } from '../dialect/mask.ts';
import { readHeadLines } from './head-lines.ts';

/** A heading, and the first line of text below it. */
const headings = /^#{1,6}[ \t]+(.+?)[ \t#]*\n(?:[ \t]*\n)*(?![ \t]*(?:#|\n))[ \t]*(?:[-*+][ \t]+)?(.+)$/gm;
const longest: Partial<Record<LabelMeaning, number>> = { paper: 300, code: 300, authors: 300, venue: 60 };

/**
 * What sections say whose headings are labels (`### 論文リンク`, below it the link), as the templates of issues and Notion have them,
 * wherever they stand. Only a line that is nothing but what the label announces is taken: prose is none.
 * @param firstLine the line of the file in which the body begins
 */
export function readSectionLabels(body: string, labels: HeadLabels, firstLine: number): Said[] {
  const meaningOf = (heading: string) => {
    const meaning = labels.get(foldLabel(heading));
    return meaning !== undefined && meaning in longest ? meaning : undefined;
  };
  const isLabelled = Array.from(body.matchAll(headings)).some(([, heading = '']) => meaningOf(heading));
  if (!isLabelled) return [];
  // Not those in code.
  const { text, reveal } = maskText(body);
  return Array.from(text.matchAll(headings)).flatMap(
    ({ 0: whole, 1: heading = '', 2: written = '', index }) => {
      const meaning = meaningOf(heading);
      const [line] = meaning === undefined ? [] : readHeadLines(reveal(written));
      if (meaning === undefined || !line || line.text.length > (longest[meaning] ?? 0)) return [];
      const links = line.cells.flatMap((cell) => cell.links);
      const value = line.text.trim();
      const isLink = links.length === 1 && value === links[0]?.label;
      const isRead =
        meaning === 'paper'
          ? isLink || recognizeIdentifier(value).kind === 'identifier'
          : meaning === 'code'
            ? isLink
            : links.length === 0 && !/[.!?。]\s|。$/u.test(value);
      if (!isRead) return [];
      const at = text.slice(0, index + whole.length).split('\n').length;
      // `Names (Institution)`
      const plain = meaning === 'authors' ? value.replace(/\s*[(（][^()（）]*[)）]/gu, '') : value;
      return [{ meaning, value: plain, links, label: heading, line: at + firstLine - 1 }];
    },
  );
}

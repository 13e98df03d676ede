import { findFormulas } from './formula.ts';

/** A formula that was taken out of a text. */
export interface HiddenFormula {
  /** As it was written, with its delimiters. */
  source: string;
  tex: string;
  display: boolean;
  /** The line of the text that it begins on, from 1. */
  line: number;
}

/** A Markdown text with numbers in the place of its formulas. */
export interface HiddenText {
  text: string;
  formulas: HiddenFormula[];
  /** The line of the source, from 1, that a line of the text is. */
  lineOf(line: number): number;
}

// Placeholders of noncharacters, for the Markdown parser alone: none is in the source, and the parser makes none of a
// character reference (CommonMark 2.5). They become nodes before any HTML is read, whose references could.
const placeholder = /\uFDD0(\d+)\uFDD1/;
const everyPlaceholder = /\uFDD0(\d+)\uFDD1/g;
const underline = /[ \t]*[.,;]?[ \t]*\n(?= {0,3}(?:-+|=+)[ \t]*(?:\n|$))/y;

/**
 * Puts a number in the place of each formula of a Markdown text, so that no parser takes what is in it for Markdown:
 * an underscore, a `|` in a table, a `>` at the beginning of a line. Equal formulas have one number.
 */
export function hideFormulas(markdown: string): HiddenText {
  const source = markdown
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '\uFFFD')
    .replace(/[\uFDD0\uFDD1]/g, '')
    .replace(/\r\n?/g, '\n');
  const formulas: HiddenFormula[] = [];
  const numbers = new Map<string, number>();
  const shifts: { from: number; by: number }[] = [];
  let text = '';
  let at = 0;
  let line = 1;
  let shift = 0;
  for (const { start, end, tex, display } of findFormulas(source)) {
    const before = source.slice(at, start);
    const own = source.slice(start, end);
    const name = `${display} ${tex} ${own}`;
    line += countLines(before);
    const number = numbers.get(name) ?? formulas.push({ source: own, tex, display, line }) - 1;
    numbers.set(name, number);
    const lines = countLines(own);
    if (lines > 0) shifts.push({ from: line - shift + 1, by: shift + lines });
    line += lines;
    shift += lines;
    text += `${before}\uFDD0${number}\uFDD1`;
    at = end;
    // What would underline the formula, and make it a heading, is a rule.
    underline.lastIndex = end;
    const toUnderline = display ? underline.exec(source) : null;
    if (toUnderline) {
      text += `${toUnderline[0]}\n`;
      at += toUnderline[0].length;
      line++;
      shift--;
      shifts.push({ from: line - shift, by: shift });
    }
  }
  const lineOf = (number: number) => number + (shifts.findLast(({ from }) => from <= number)?.by ?? 0);
  return { text: text + source.slice(at), formulas, lineOf };
}

/** Whether a text has formulas hidden in it. */
export function hidesFormulas(text: string): boolean {
  return text.includes('\uFDD0');
}

/** The text with every formula in its place again, as `show` writes it. */
export function revealFormulas(text: string, show: (number: number) => string): string {
  return hidesFormulas(text)
    ? text.replace(everyPlaceholder, (_, number: string) => show(Number(number)))
    : text;
}

/** A text in pieces: by turns plain text and the number of a formula. */
export function splitFormulas(text: string): (string | number)[] {
  return text.split(placeholder).map((part, at) => (at % 2 === 0 ? part : Number(part)));
}

/** A formula in plain text: with dollars, however it was written. */
export function writeFormula({ tex, display }: HiddenFormula): string {
  return display ? `$$${tex}$$` : `$${tex}$`;
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

import { findFormulas } from './formula.ts';

/** A formula that was replaced by a placeholder. */
export interface HiddenFormula {
  /** The source with its delimiters. */
  source: string;
  tex: string;
  display: boolean;
  /** Its first line, from 1. */
  line: number;
}

/** A Markdown text with placeholders of its formulas. */
export interface HiddenText {
  text: string;
  formulas: HiddenFormula[];
  /** Maps a line of the text to one of the source, from 1. */
  lineOf(line: number): number;
}

// Placeholders are noncharacters, for the Markdown parser alone: the source has none, and no character reference makes
// one (CommonMark 2.5). They become nodes before any HTML is parsed, whose references could.
const placeholder = /\uFDD0(\d+)\uFDD1/;
const everyPlaceholder = /\uFDD0(\d+)\uFDD1/g;
const definesMacro = /\\(?:(?:re)?newcommand|providecommand|DeclareMathOperator|[egx]?def|let)(?![A-Za-z])/;
const underline = /[ \t]*[.,;]?[ \t]*\n(?= {0,3}(?:-+|=+)[ \t]*(?:\n|$))/y;

/**
 * Replaces each formula of a Markdown text by a placeholder, so that no parser reads its content as Markdown: an
 * underscore, a `|` in a table, a `>` at the beginning of a line. Equal formulas share a number.
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
    // What a formula means may be another behind the definition of a macro.
    if (definesMacro.test(tex)) numbers.clear();
    const lines = countLines(own);
    if (lines > 0) shifts.push({ from: line - shift + 1, by: shift + lines });
    line += lines;
    shift += lines;
    text += tex === '' ? before : `${before}\uFDD0${number}\uFDD1`;
    at = end;
    // A setext underline after the formula would make it a heading: it becomes a thematic break.
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

/** Whether a text has placeholders. */
export function hidesFormulas(text: string): boolean {
  return text.includes('\uFDD0');
}

/** Replaces the placeholders, with `show`. */
export function revealFormulas(text: string, show: (number: number) => string): string {
  return hidesFormulas(text)
    ? text.replace(everyPlaceholder, (_, number: string) => show(Number(number)))
    : text;
}

/** Splits at placeholders: text and numbers of formulas, alternating. */
export function splitFormulas(text: string): (string | number)[] {
  return text.split(placeholder).map((part, at) => (at % 2 === 0 ? part : Number(part)));
}

/** A formula as plain text with dollars. */
export function writeFormula({ tex, display }: HiddenFormula): string {
  return display ? `$$${tex}$$` : `$${tex}$`;
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

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

// Noncharacters, which Unicode keeps for uses like this: in a text a formula is its number between them.
const hidden = /\uFDD0(\d+)\uFDD1/;
const everyHidden = /\uFDD0(\d+)\uFDD1/g;
const underline = /[ \t]*[.,;]?[ \t]*\n(?= {0,3}(?:-+|=+)[ \t]*(?:\n|$))/y;

/**
 * Puts a number in the place of each formula of a Markdown text, so that no parser takes what is in it for Markdown:
 * an underscore, a `|` in a table, a `>` at the beginning of a line. Equal formulas have one number.
 */
export function hideFormulas(markdown: string): { text: string; formulas: HiddenFormula[] } {
  const source = markdown.replace(/[\uFDD0\uFDD1]/g, '').replace(/\r\n?/g, '\n');
  const formulas: HiddenFormula[] = [];
  const numbers = new Map<string, number>();
  let text = '';
  let at = 0;
  let line = 1;
  for (const { start, end, tex, display } of findFormulas(source)) {
    const before = source.slice(at, start);
    const own = source.slice(start, end);
    const name = `${display} ${tex} ${own}`;
    line += countLines(before);
    const number = numbers.get(name) ?? formulas.push({ source: own, tex, display, line }) - 1;
    numbers.set(name, number);
    line += countLines(own);
    text += before + hideFormula(number);
    at = end;
    // What would underline the formula, and make it a heading, is a rule.
    underline.lastIndex = end;
    const toUnderline = display ? underline.exec(source) : null;
    if (toUnderline) {
      text += `${toUnderline[0]}\n`;
      at += toUnderline[0].length;
      line++;
    }
  }
  return { text: text + source.slice(at), formulas };
}

/** What stands in a text for the formula of this number. */
export function hideFormula(number: number): string {
  return `\uFDD0${number}\uFDD1`;
}

/** The text with every formula in its place again, as `show` writes it. */
export function revealFormulas(text: string, show: (number: number) => string): string {
  return text.replace(everyHidden, (_, number: string) => show(Number(number)));
}

/** A formula in plain text: with dollars, however it was written. */
export function writeFormula({ tex, display }: HiddenFormula): string {
  return display ? `$$${tex}$$` : `$${tex}$`;
}

/** A text in pieces: by turns plain text and the number of a formula. */
export function splitFormulas(text: string): (string | number)[] {
  return text.split(hidden).map((part, at) => (at % 2 === 0 ? part : Number(part)));
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

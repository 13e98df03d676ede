import katex from 'katex';
import { styleLetters } from './alphabets.ts';

/** What a formula became: MathML, or what is wrong with it. */
export type RenderedFormula = { mathml: string } | { fault: string };

// What MathJax knows beside KaTeX and notes use: a label has nothing to show, a reference its name.
const foreign = {
  '\\label': { tokens: [], numArgs: 1 },
  '\\eqref': '(\\text{#1})',
  '\\ref': '\\text{#1}',
  '\\mathds': '\\mathbb{#1}',
  '\\mathbbm': '\\mathbb{#1}',
};
const longestSize = 40;
const mostExpansions = 1000;

/**
 * Makes MathML of the formulas of one text: what one of them defines (`\newcommand`) the later ones know. Nothing in it
 * can run or be loaded: KaTeX writes no HTML of the author's, and `\href`, `\includegraphics` and their like are faults.
 */
export function createFormulaRenderer(): (tex: string, display: boolean) => RenderedFormula {
  const macros = { ...foreign };
  return (tex, display) => {
    try {
      const html = katex.renderToString(tex, {
        output: 'mathml',
        displayMode: display,
        throwOnError: true,
        strict: 'ignore',
        trust: refuse,
        globalGroup: true,
        maxSize: longestSize,
        maxExpand: mostExpansions,
        macros: macros as never,
      });
      return { mathml: unwrapTokens(styleTokens(html).replace(/^<span class="katex">|<\/span>$/g, '')) };
    } catch (error) {
      if (error instanceof katex.ParseError) return { fault: error.rawMessage };
      if (error instanceof RangeError) return { fault: 'Nested too deeply' };
      throw error;
    }
  };
}

function refuse({ command }: { command: string }): boolean {
  throw new katex.ParseError(`${command} is not allowed`);
}

const styled = /(<(?:m[inos]|mtext)\b[^>]*?) mathvariant="([a-z-]+)"([^>]*>)([^<]*)(?=<\/)/g;

function styleTokens(mathml: string): string {
  return mathml.replace(styled, (tag, before: string, variant: string, after: string, text: string) =>
    variant === 'normal' ? tag : before + after + styleLetters(text, variant),
  );
}

const token = /<(\/?)(?:m[inos]|mtext)\b[^>]*>/g;

/**
 * KaTeX writes `<mo><mrow>…` for `\bmod` and `\mathbin`. A browser takes what stands within these elements for HTML, so
 * they are rows there.
 */
function unwrapTokens(mathml: string): string {
  const isRow: boolean[] = [];
  return mathml.replace(token, (tag, closing: string, at: number) => {
    if (closing) return isRow.pop() ? '</mrow>' : tag;
    const next = at + tag.length;
    isRow.push(mathml[next] === '<' && mathml[next + 1] !== '/');
    return isRow.at(-1) ? '<mrow>' : tag;
  });
}

/** The numbers or tags of the equations that are referred to, by their labels. */
export type EquationNumbers = ReadonlyMap<string, string>;

/** Commands of MathJax 3 that KaTeX lacks, or reads otherwise. */
export const mathJaxMacros: Record<string, string | { tokens: []; numArgs: number }> = {
  '\\require': { tokens: [], numArgs: 1 },
  '\\mbox': '\\text{#1}',
  '\\mathds': '\\mathbb{#1}',
  '\\mathbbm': '\\mathbb{#1}',
  '\\DeclareMathOperator': '\\@ifstar{\\@starred@operator}{\\@plain@operator}',
  '\\@starred@operator': '\\gdef#1{\\operatorname*{#2}}',
  '\\@plain@operator': '\\gdef#1{\\operatorname{#2}}',
  // A macro may be defined again.
  '\\newcommand': '\\@ifstar{\\@new@command}{\\@new@command}',
  '\\@new@command': '\\providecommand{#1}{}\\renewcommand{#1}',
};

const entities: Record<string, string> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  '#39': "'",
  nbsp: ' ',
};
const entity = /&(lt|gt|amp|quot|apos|#39|nbsp);/g;
const hasCommand = /\\(?:begin|end|tag|label|(?:eq)?ref|text\w*|mbox)\b/;
const textArgument = /(\\(?:text(?:rm|bf|it|sf|tt|normal)?|mbox)\{)([^{}\\$]*)\}/g;
const label = /\\label\{([^{}]*)\}/g;
const tag = /\\tag(\*?)\{((?:[^{}]|\{[^{}]*\})*)\}/g;
const reference = /\\(eq)?ref\{([^{}]*)\}/g;
const nesting = /\\\\|\\(begin|end)\{[^{}]*\}/g;

/**
 * Numbers the equations of a text that it refers to by their labels, in order, unless their tag does. The others have
 * no number, as in MathJax 3 without options.
 */
export function numberEquations(formulas: string[]): EquationNumbers {
  const numbers = new Map<string, string>();
  const called = new Set(formulas.flatMap((tex) => [...tex.matchAll(reference)].map(([, , name]) => name)));
  if (called.size === 0) return numbers;
  let count = 0;
  for (const tex of formulas) {
    const labels = [...tex.matchAll(label)].map(([, name = '']) => name);
    const tags = [...tex.matchAll(tag)].map(([, , text = '']) => text);
    for (const name of labels) {
      if (!called.has(name) || numbers.has(name)) continue;
      const [only] = labels.length === 1 && tags.length === 1 ? tags : [];
      numbers.set(name, only ?? String(++count));
    }
  }
  return numbers;
}

/**
 * Translates a formula from what MathJax 3 reads to what KaTeX does: character references, environments that KaTeX
 * lacks, labels and references, and tags of rows, which KaTeX leaves out of MathML.
 */
export function translateTex(source: string, display: boolean, numbers: EquationNumbers): string {
  let tex = source.includes('&') ? source.replace(entity, (_, name: string) => entities[name] ?? '') : source;
  if (hasCommand.test(tex)) {
    const isTable = /\\begin\{(?:equation|align|alignat|gather|multline|flalign|eqnarray)\*?\}/.test(tex);
    tex = tex.replace(
      textArgument,
      (_, begin: string, text: string) => `${begin}${text.replace(/[_&#%^]/g, escapeSign)}}`,
    );
    tex = writeReferences(placeNumbers(tex, isTable, numbers), numbers);
    tex = translateEnvironments(tex, display);
  }
  // A backslash before white space is a control space.
  return /(?<!\\)(?:\\\\)*\\$/.test(tex) ? `${tex} ` : tex;
}

const escapeSign = (character: string) => (character === '^' ? '\\textasciicircum{}' : `\\${character}`);

const writeReferences = (tex: string, numbers: EquationNumbers) =>
  tex.replace(reference, (_, isEquation: string | undefined, name: string) => {
    const text = `\\text{${numbers.get(name) ?? name.replace(/[_&#%^$\\]/g, ' ')}}`;
    return isEquation === undefined ? text : `(${text})`;
  });

/** Replaces the label of a formula by its number as a tag, and the tags of rows by text at their ends. */
function placeNumbers(tex: string, isTable: boolean, numbers: EquationNumbers): string {
  const isTagged = /\\tag\*?\{/.test(tex);
  let placed = tex;
  for (const [written, name = ''] of tex.matchAll(label)) {
    const at = placed.indexOf(written);
    const rest = placed.slice(at + written.length);
    const number = isTagged ? undefined : numbers.get(name);
    const end = isTable ? findRowEnd(rest) : rest.length;
    const added = number === undefined ? '' : `\\tag{${number}}`;
    placed = placed.slice(0, at) + rest.slice(0, end) + added + rest.slice(end);
  }
  if (!isTable) return placed;
  return placed.replace(tag, (_, star: string, text: string) =>
    star ? `\\qquad\\text{${text}}` : `\\qquad\\text{(${text})}`,
  );
}

/** The offset of the end of the row that an offset is in, past the environments in it. */
function findRowEnd(tex: string): number {
  let depth = 0;
  for (const { index, 0: found, 1: kind } of tex.matchAll(nesting)) {
    if (kind === 'begin') depth++;
    else if (kind === 'end') depth--;
    if (depth < 0 || (depth === 0 && found === '\\\\')) return index;
  }
  return tex.length;
}

/** Whether a formula begins with the definition of a macro, and shows nothing. */
export const definesMacro = (tex: string): boolean =>
  /^\\(?:(?:re)?newcommand|providecommand|DeclareMathOperator)\b/.test(tex);

/** By the environment: its translation in a display, and in a line, where it may not number anything. */
const environments: Record<string, [display: string, inline: string]> = {
  align: ['align', 'aligned'],
  flalign: ['align', 'aligned'],
  alignat: ['alignat', 'alignedat'],
  gather: ['gather', 'gathered'],
  multline: ['gather', 'gathered'],
  eqnarray: ['darray', 'darray'],
  equation: ['gather', 'gathered'],
  split: ['split', 'aligned'],
};

function translateEnvironments(tex: string, display: boolean): string {
  if (!/\\(?:begin|end)\{/.test(tex)) return tex;
  const count =
    tex.match(/\\begin\{(?:align|flalign|alignat|gather|multline|eqnarray|equation)\*?\}/g)?.length ?? 0;
  const isNested = count > 1 || !/^\\begin|^\s*\\label/.test(tex.trim());
  return tex
    .replace(/\\(?:begin|end)\{(?:math|displaymath|subequations)\}/g, '')
    .replace(/\\(begin|end)\{(\w+)\*?\}/g, (written, side: string, name: string) => {
      const translated = environments[name];
      if (!translated) return written;
      const [inDisplay, inline] = translated;
      const columns = side === 'begin' && name === 'eqnarray' ? '{rcl}' : '';
      return `\\${side}{${display && !isNested ? inDisplay : inline}}${columns}`;
    });
}

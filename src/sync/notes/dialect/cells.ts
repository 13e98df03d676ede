const opening = /^([ \t>]*)(`{3,}|~{3,})\{(=?[\w+-]+)([^}\n]*)\}[ \t]*$/;
const option = /^[ \t>]*(?:#|\/\/|--)\|[ \t]*(.*)$/;
const no = /^(?:false|f|no|off)$/i;

/** Whether code of cells is hidden in a document of R Markdown, unless a cell says otherwise. */
const hidesByKnitr = (text: string): boolean => /opts_chunk\$set\([^()]*\becho\s*=\s*F(?:ALSE)?\b/.test(text);

/**
 * Writes the cells of Quarto and R Markdown as code with its language. What a reader of the page would not see goes: options, code with
 * `echo: false` or `include: false`, and text in another format (`{=latex}`); that in HTML is HTML.
 * @param hidesCode whether the document hides it, where a cell does not say
 * @returns hidden: how many cells went
 */
export function writeCells(text: string, hidesCode: boolean): { text: string; hidden: number } {
  if (!/^[ \t>]*(?:`{3,}|~{3,})\{|`\{=/m.test(text)) return { text, hidden: 0 };
  const isHidden = hidesCode || hidesByKnitr(text);
  const lines = text.split('\n');
  const written: string[] = [];
  let hidden = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const [, indent = '', fence = '', name, said = ''] = opening.exec(lines[at] ?? '') ?? [];
    const isEnd = (line: string) => line.replace(/^[ \t>]*/, '').trimEnd() === fence;
    const length = name === undefined ? -1 : lines.slice(at + 1).findIndex(isEnd);
    if (name === undefined || length < 0) {
      written.push(lines[at] ?? '');
      continue;
    }
    const cell = lines.slice(at + 1, at + 1 + length);
    const count = cell.findIndex((line) => !option.test(line));
    const options = cell.slice(0, count < 0 ? cell.length : count);
    const code = cell.slice(options.length);
    at += length + 1;
    if (name === '=html') written.push(...code);
    else if (name.startsWith('=') || isUnseen(said, options, isHidden)) {
      dropBlank(written, lines[at + 1]);
      hidden += 1;
    } else written.push(`${indent}${fence}${name}`, ...code, lines[at] ?? '');
  }
  const raw = (_: string, source: string, format: string) => (format === 'html' ? source : '');
  return { text: written.join('\n').replace(/`([^`\n]*)`\{=(\w+)\}/g, raw), hidden };
}

/** Of what is left out the blank line before it goes with it, where another follows. */
function dropBlank(written: string[], next: string | undefined): void {
  if (written.at(-1)?.trim() === '' && (next ?? '').trim() === '') written.pop();
}

function isUnseen(said: string, options: string[], isHidden: boolean): boolean {
  const inHeader = Array.from(said.matchAll(/\b(echo|include)\s*=\s*(\w+)/g), ([, name, value]) => [
    name,
    value,
  ]);
  const below = options.map((line) => /^(echo|include)[ \t]*:[ \t]*(\w+)/.exec(option.exec(line)?.[1] ?? ''));
  const stated = new Map([
    ...inHeader,
    ...below.flatMap((found) => (found ? [[found[1], found[2]]] : [])),
  ] as [string, string][]);
  const echo = stated.get('echo');
  return no.test(stated.get('include') ?? '') || (echo === undefined ? isHidden : no.test(echo));
}

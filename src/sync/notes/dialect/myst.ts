import { writeCallout, writeDetails, writeFence, writePicture } from './write.ts';

const opening = /^([ \t]*)(`{3,}|~{3,}|:{3,})\{([a-z][\w:-]*)\}[ \t]*(.*)$/i;
/** Directives by which a text is known to be of MyST; Quarto has cells in such fences. */
const names =
  'note|tip|hint|important|warning|caution|attention|danger|error|seealso|todo|admonition|dropdown|toggle|figure|figure-md|image|math|code|code-block|sourcecode|code-cell|tableofcontents|toctree|bibliography|contents|epigraph|pull-quote|highlights|margin|sidebar|aside|card|grid|grid-item|grid-item-card|tab-set|tab-item|table|list-table|glossary|raw|iframe|youtube|video|exercise|solution|(?:prf|proof):[a-z]+';
const known = new RegExp(`^(?:${names})$`, 'i');
const directive = new RegExp(String.raw`^[ \t]*(?:\x60{3,}|~{3,}|:{3,})\{(?:${names})\}`, 'im');
const role =
  /\{(?:ref|numref|eq|cite(?::\w+)?|doc|math|term|abbr|kbd|sub|sup|download|guilabel|command|file)\}`/;
const callouts = /^(note|tip|hint|important|warning|caution|attention|danger|error|seealso|todo)$/i;

/** Whether a text is of MyST (Jupyter Book, Sphinx). */
export const isOfMyst = (text: string): boolean => directive.test(text) || role.test(text);

/** A directive: what stands behind its name, its options, and what is in it. */
interface Directive {
  name: string;
  argument: string;
  options: Record<string, string>;
  text: string;
}

/**
 * Translates what MyST has beyond Markdown: directives become callouts, figures, formulas and code, roles become links and formulas, and
 * its comments (`% …`) go.
 */
export function writeMyst(text: string): string {
  const numbers = new Map<string, number>();
  const labels = text.matchAll(/^[ \t]*:label:[ \t]*(\S+)|\$\$[ \t]*\(([\w:-]+)\)[ \t]*$/gm);
  for (const [, one, other] of labels) numbers.set(one ?? other ?? '', numbers.size + 1);
  return writeLines(text, numbers);
}

function writeLines(text: string, numbers: Map<string, number>): string {
  const lines = text.split('\n');
  const written: string[] = [];
  let fence: string | undefined;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const [, plainFence] = /^[ \t>]*(`{3,}|~{3,})/.exec(line) ?? [];
    const found = fence === undefined ? opening.exec(line) : null;
    const end = found && known.test(found[3] ?? '') ? findEnd(lines, at, found[2] ?? '') : -1;
    if (found && end >= 0) {
      const [, indent = '', , name = '', argument = ''] = found;
      const inner = lines
        .slice(at + 1, end)
        .map((one) => (one.startsWith(indent) ? one.slice(indent.length) : one));
      const made = writeDirective(
        { name: name.toLowerCase(), argument: argument.trim(), ...readOptions(inner) },
        numbers,
      );
      const isApart = written.length === 0 || written.at(-1)?.trim() === '';
      if (made !== '')
        written.push(
          ...(isApart ? [] : ['']),
          ...made.split('\n').map((one) => (one === '' ? '' : indent + one)),
        );
      if (made !== '' && (lines[end + 1] ?? '').trim() !== '') written.push('');
      at = end;
    } else if (fence !== undefined) {
      written.push(line);
      if (line.trim() === fence) fence = undefined;
    } else if (plainFence !== undefined) {
      fence = plainFence;
      written.push(line);
    } else written.push(...writeLine(line, lines[at + 1], numbers));
  }
  return written
    .join('\n')
    .replace(/^\uFDD4(.*)\n+(#[ \t].*)$/gm, '$2\n\n<a id="$1"></a>')
    .replace(/^\uFDD4(.*)\n+(#{1,6}[ \t].*)$/gm, '$2 {#$1}')
    .replace(/^\uFDD4(.*)$/gm, '<a id="$1"></a>');
}

/** The line that closes a fence: of its own sign, at least as long. */
function findEnd(lines: string[], at: number, fence: string): number {
  const isEnd = (line: string) => {
    const plain = line.trim();
    return plain.length >= fence.length && plain === (fence[0] ?? '').repeat(plain.length);
  };
  const length = lines.slice(at + 1).findIndex(isEnd);
  return length < 0 ? -1 : at + 1 + length;
}

function readOptions(lines: string[]): Pick<Directive, 'options' | 'text'> {
  const options: Record<string, string> = {};
  let at = 0;
  for (; at < lines.length; at += 1) {
    const [, name, value = ''] = /^[ \t]*:([\w-]+):[ \t]*(.*)$/.exec(lines[at] ?? '') ?? [];
    if (name === undefined) break;
    options[name] = value.trim();
  }
  return {
    options,
    text: lines
      .slice(at)
      .join('\n')
      .replace(/^\n+|\s+$/g, ''),
  };
}

function writeDirective({ name, argument, options, text }: Directive, numbers: Map<string, number>): string {
  const inner = () => writeLines(text, numbers);
  const [kind] = callouts.exec(name) ?? [];
  if (kind !== undefined)
    return writeCallout(kind === 'todo' ? 'note' : kind, '', [argument, inner()].join('\n').trim()).text;
  if (name === 'admonition') {
    const [word = 'note'] = (options.class ?? '').split(/[\s,]+/).filter((one) => callouts.test(one));
    return writeCallout(word, argument, inner()).text;
  }
  if (name === 'dropdown' || name === 'toggle') return writeDetails(argument, inner()).text;
  if (name === 'figure' || name === 'image') {
    const [caption = '', ...legend] = inner().split(/\n{2,}/);
    const picture = writePicture({
      src: argument,
      alt: options.alt,
      caption: caption.replace(/\s*\n\s*/g, ' '),
    }).text;
    return [...(options.name ? [`<a id="${options.name}"></a>`] : []), picture, ...legend].join('\n\n');
  }
  if (name === 'math') {
    const number = numbers.get(options.label ?? '');
    return `$$\n${[argument, text].join('\n').trim()}${number === undefined ? '' : ` \\tag{${number}}`}\n$$`;
  }
  if (/^(?:code|code-block|sourcecode|code-cell)$/.test(name)) {
    if (/remove-(?:input|cell)/.test(options.tags ?? '')) return '';
    return writeFence(argument.replace(/^ipython3?$/, 'python').replace(/[^\w+#-]/g, ''), text);
  }
  if (/^(?:tableofcontents|toctree|bibliography|contents)$/.test(name)) return '';
  if (/^(?:epigraph|pull-quote|highlights)$/.test(name)) return inner().replace(/^/gm, '> ');
  if (name === 'raw') return argument === 'html' ? text : '';
  if (/^(?:iframe|youtube|video)$/.test(name)) return /^https?:\S+$/.test(argument) ? `<${argument}>` : '';
  if (name === 'mermaid') return writeFence(name, text);
  return [...(argument === '' ? [] : [`**${argument}**`]), inner()].join('\n\n').trim();
}

/** A line outside of code: a comment and a break between blocks go, a name of a place becomes that of what follows. */
function writeLine(line: string, next: string | undefined, numbers: Map<string, number>): string[] {
  if (/^%(?:[ \t]|$)/.test(line) || /^\+\+\+(?:[ \t]|$)/.test(line)) return [];
  const [, label] = /^\(([\w:.-]+)\)=[ \t]*$/.exec(line) ?? [];
  if (label !== undefined) return [`\uFDD4${label}`, ...((next ?? '').startsWith('#') ? [] : [''])];
  const numbered = line.replace(/\$\$[ \t]*\(([\w:-]+)\)[ \t]*$/, (_, name: string) =>
    line.trim().startsWith('$$') && !/^\s*\$\$[ \t]*\(/.test(line)
      ? `\\tag{${numbers.get(name)}} $$`
      : `\\tag{${numbers.get(name)}}\n$$`,
  );
  return [
    numbered.replace(/\{([a-z]+(?::\w+)?)\}`([^`\n]+)`/g, (whole, name: string, said: string) =>
      writeRole(whole, name, said, numbers),
    ),
  ];
}

function writeRole(whole: string, name: string, said: string, numbers: Map<string, number>): string {
  const [, words = '', target = said] = /^(.*?)[ \t]*<([^<>]+)>$/.exec(said) ?? [];
  if (name === 'math') return `$${said}$`;
  if (name === 'eq') return numbers.has(said) ? `(${numbers.get(said)})` : whole;
  if (name === 'ref' || name === 'numref') return `[${words || target}](#${target})`;
  if (name === 'doc')
    return `[${words || target}](${target.replace(/^\//, '').replace(/(?<!\.md)$/, '.md')})`;
  if (name.startsWith('cite')) return `[${said}]`;
  if (name === 'kbd' || name === 'sub' || name === 'sup') return `<${name}>${said}</${name}>`;
  return /^(?:term|abbr|download|guilabel|command|file)$/.test(name) ? words || said : whole;
}

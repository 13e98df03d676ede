import { prefixLines, writeCallout, writeDetails } from './write.ts';

const opening = /^([ \t>]*)(:{3,})[ \t]*(\S.*?)[ \t]*:*[ \t]*$/;
const closing = /^[ \t>]*(:{3,})[ \t]*$/;
const callouts =
  /^(?:callout-)?(note|info|tip|hint|warning|caution|danger|important|success|error|question|seealso|attention|primary|secondary)$/i;
/** What Zenn and Qiita call a box, and its looks. */
const messages: Record<string, string> = { info: 'note', warn: 'warning', alert: 'caution' };
const details = /^(?:details|spoiler|collapse|toggle)$/i;

/** A division: its classes, id, other attributes, and its title. */
interface Division {
  names: string[];
  id: string | undefined;
  title: string;
  isFolded: boolean;
}

/** What is made of a division that is a float or a theorem. */
export type WriteNumbered = (id: string, title: string, text: string) => string | undefined;

/** Whether a text may have divisions. */
export const mayHaveDivisions = (text: string): boolean => /^[ \t>]*:{3,}/m.test(text);

/**
 * Translates fenced divisions of Pandoc and Quarto (`::: {.callout-note}`), and the like of Docusaurus and VuePress
 * (`:::tip Title`): callouts become those of GitHub, of others the text stays. Those that are not closed are text.
 */
export function writeDivisions(text: string, writeNumbered: WriteNumbered): string {
  const lines = text.split('\n');
  const stack: { start: number; prefix: string; division: Division }[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const isClosing = closing.test(line);
    const [, prefix = '', , said = ''] = (!isClosing && opening.exec(line)) || [];
    if (said !== '') stack.push({ start: at, prefix, division: readDivision(said) });
    const open = isClosing ? stack.pop() : undefined;
    if (open) {
      const inner = lines
        .slice(open.start + 1, at)
        .map((one) => (one.startsWith(open.prefix) ? one.slice(open.prefix.length) : one.trimStart()));
      const written = writeDivision(open.division, inner.join('\n'), writeNumbered);
      const isApart = [lines[open.start - 1], lines[at + 1]].map((one) => (one ?? '').trim() === '');
      const block =
        written === ''
          ? []
          : prefixLines(`${isApart[0] ? '' : '\n'}${written}${isApart[1] ? '' : '\n'}`, open.prefix).split(
              '\n',
            );
      lines.splice(open.start, at - open.start + 1, ...block);
      at = open.start + block.length - 1;
    }
  }
  return lines.join('\n');
}

function readDivision(said: string): Division {
  const [, braced] = /^\{(.*)\}$/.exec(said) ?? [];
  if (braced !== undefined) {
    const names = Array.from(
      braced.matchAll(/(?:^|\s)\.?([A-Za-z][\w-]*)(?![\w-]*=)/g),
      ([, name = '']) => name,
    );
    const [, id] = /#([\w-]+)/.exec(braced) ?? [];
    const [, one, other] = /\btitle=(?:"([^"]*)"|'([^']*)')/.exec(braced) ?? [];
    return { names, id, title: one ?? other ?? '', isFolded: /collapse="?true/.test(braced) };
  }
  const [, name = '', bracketed, rest = ''] = /^([\w-]+)(?:\[([^\]]*)\])?[ \t]*(.*)$/.exec(said) ?? [];
  const plain = rest.replace(/^\{.*\}$/, '').trim();
  if (/^(?:message|note)$/.test(name) && bracketed === undefined && (plain in messages || name === 'message'))
    return { names: [messages[plain] ?? 'note'], id: undefined, title: '', isFolded: false };
  return { names: [name], id: undefined, title: bracketed ?? plain, isFolded: false };
}

function writeDivision(division: Division, inner: string, writeNumbered: WriteNumbered): string {
  const { names, id, isFolded } = division;
  const [kind] = names.flatMap((name) => callouts.exec(name)?.[1] ?? []);
  const isDetails = names.some((name) => details.test(name));
  const isTitled = kind !== undefined || /^(?:thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg)-/.test(id ?? '');
  // A heading that a box begins with is its title.
  const [heading = '', , headed = ''] =
    (isTitled &&
      division.title === '' &&
      /^\s*(#{1,6})[ \t]+(.+?)[ \t]*(?:\{[^}]*\})?[ \t]*(?:\n|$)/.exec(inner)) ||
    [];
  const [title, text] = [division.title || headed, inner.slice(heading.length).trim()];
  if (id !== undefined) {
    const numbered = writeNumbered(id, title, text);
    if (numbered !== undefined) return numbered;
  }
  if (kind !== undefined) return writeCallout(kind, title, text, isFolded).text;
  if (isDetails) return writeDetails(title, text).text;
  if (names.includes('proof')) return `*Proof.* ${text}`;
  const shown =
    title !== '' && !/^(?:column|columns|aside)$/.test(names[0] ?? '') ? `**${title}**\n\n${text}` : text;
  return shown.trim();
}

import { findCode } from '../dialect/mask.ts';

/** How a comment is written: from an opening to its closing, or, as one of Obsidian, to the end of the text. */
interface CommentForm {
  open: RegExp;
  close: RegExp;
  /** Whether an opening without a closing hides the rest. */
  isOpenEnded: (before: string) => boolean;
}

const always = () => true;
const never = () => false;
/** `100%%` is prose; at the beginning of a word it is a comment that somebody forgot to close. */
const atWord = (before: string) => /(?:^|\s)$/u.test(before);

const forms: CommentForm[] = [
  // Obsidian
  { open: /%%/, close: /%%/, isOpenEnded: atWord },
  // HTML, and so all of them
  { open: /<!--/, close: /-->/, isOpenEnded: always },
  // Liquid (Jekyll), and its comment on one line
  {
    open: /\{%-?\s*comment\s*-?%\}/,
    close: /\{%-?\s*endcomment\s*-?%\}/,
    isOpenEnded: always,
  },
  { open: /\{%-?\s*#/, close: /%\}/, isOpenEnded: never },
  // Hugo
  { open: /\{\{-?\s*\/\*/, close: /\*\/\s*-?\}\}/, isOpenEnded: always },
  {
    open: /\{\{[<%]\s*comment\b[^}]*[%>]\}\}/,
    close: /\{\{[<%]\s*\/\s*comment\s*[%>]\}\}/,
    isOpenEnded: always,
  },
  // kramdown (Jekyll)
  { open: /\{::comment\}/, close: /\{:\/(?:comment)?\}/, isOpenEnded: always },
  // Nunjucks (Hexo, GitBook); an id of a heading is one brace on one line, without a second #
  { open: /\{#(?=[^{}]*#\})/, close: /#\}/, isOpenEnded: never },
  // MDX (Docusaurus)
  { open: /\{\/\*/, close: /\*\/\}/, isOpenEnded: always },
  // CriticMarkup
  { open: /\{>>/, close: /<<\}/, isOpenEnded: never },
  // Org (Logseq)
  { open: /^#\+BEGIN_COMMENT\b.*$/im, close: /^#\+END_COMMENT\b.*$/im, isOpenEnded: always },
  // Quarto
  {
    open: /^(:::+)[ \t]*\{[^}\n]*\.(?:content-hidden\b|comment\b|content-visible\b[^}\n]*when-format=(?!["']?html))[^}\n]*\}[ \t]*$/m,
    close: /^:::+[ \t]*$/m,
    isOpenEnded: always,
  },
  // A definition that nothing refers to, on a line of its own
  {
    open: /^ {0,3}\[(?:\/\/|comment|_|#)\]:(?!\s*https?:)/im,
    close: /$/m,
    isOpenEnded: always,
  },
  {
    open: /^ {0,3}\[[^\]\n]*\]:[ \t]*(?:#|<>|<#>)[ \t]*(?=["'(])/m,
    close: /$/m,
    isOpenEnded: always,
  },
];
const suspicious = new RegExp(forms.map(({ open }) => `(?:${open.source})`).join('|'), 'im');

/**
 * Takes out what the tools that notes are written with call a comment, and do not publish: `%% … %%` of Obsidian, `<!-- … -->`,
 * those of Liquid, Hugo, kramdown, Nunjucks, MDX, CriticMarkup, Org and Quarto, and `[//]: # (…)`. In code they are code.
 * @returns unclosed: comments without an end, with which the rest of the text went
 */
export function dropComments(body: string): { body: string; unclosed: string[] } {
  if (!suspicious.test(body)) return { body, unclosed: [] };
  const code = findCode(body);
  const unclosed: string[] = [];
  let [text, at] = ['', 0];
  const known: KnownOpenings = new Map();
  // For linear time: what was once not found from a place on is not there from a later one.
  const withoutEnd = new Set<CommentForm>();
  for (let found = findOpening(body, 0, code, known); found; found = findOpening(body, at, code, known)) {
    const { form, index, length } = found;
    const closing = withoutEnd.has(form)
      ? null
      : (findOutside(form.close, body, index + length, code) ?? matchFrom(form.close, body, index + length));
    if (!closing) withoutEnd.add(form);
    text += body.slice(at, index);
    if (!closing && !form.isOpenEnded(body.slice(Math.max(0, index - 2), index))) {
      text += body.slice(index, index + length);
      at = index + length;
      continue;
    }
    if (!closing) unclosed.push(body.slice(index, index + length).trim());
    at = closing ? closing.index + closing[0].length : body.length;
    if (/(?:^|\n)[ \t]*$/.test(text)) {
      // Nothing else is on its line, which goes with it.
      const rest = /^[ \t]*(?:\r?\n|$)/.exec(body.slice(at));
      if (rest) [text, at] = [text.replace(/[ \t]+$/, ''), at + rest[0].length];
    }
  }
  return { body: text + body.slice(at), unclosed };
}

interface Opening {
  form: CommentForm;
  index: number;
  length: number;
}

/** The next opening of each form, looked for again only when it is passed. */
type KnownOpenings = Map<CommentForm, RegExpExecArray | null>;

/** The first opening of a comment from a place on that is not in code. */
function findOpening(
  body: string,
  from: number,
  code: [number, number][],
  known: KnownOpenings,
): Opening | undefined {
  let first: Opening | undefined;
  for (const form of forms) {
    const before = known.get(form);
    const found =
      before === undefined || (before !== null && before.index < from)
        ? findOutside(form.open, body, from, code)
        : before;
    known.set(form, found);
    if (found && (!first || found.index < first.index))
      first = { form, index: found.index, length: found[0].length };
  }
  return first;
}

function findOutside(
  pattern: RegExp,
  body: string,
  from: number,
  code: [number, number][],
): RegExpExecArray | null {
  let found = matchFrom(pattern, body, from);
  for (const [start, end] of code) {
    if (!found) return null;
    if (found.index >= start && found.index < end) found = matchFrom(pattern, body, end);
  }
  return found;
}

function matchFrom(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  const search = new RegExp(pattern.source, `g${pattern.flags.replace('g', '')}`);
  search.lastIndex = from;
  return search.exec(text);
}

import { type Mark, marksOfLogseq, marksOfZenn } from './marks-of-tools.ts';

/** Where a heading of Obsidian is, as GitHub names it. */
export const headingFragment = (words: string): string =>
  encodeURI(
    words
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );

const marks: Mark[] = [
  ...marksOfLogseq,
  ...marksOfZenn,
  // A place for a table of contents
  {
    sign: 'toc',
    pattern: /^[ \t]*(?:\[\[?_?toc_?\]?\]|@\[toc\](?:\(.*?\))?|\$\{toc\}|\{\{?\s*toc\s*\}?\})[ \t]*\n?/gim,
    write: () => '',
  },
  // Highlighted text (Obsidian, Typora)
  {
    sign: '==',
    pattern: /(?<![=\w<>!])==(?=[^\s=])([^\n=]*?[^\s=])==(?!=)/g,
    write: (_, words = '') => `<mark>${words}</mark>`,
  },
  // The size of a picture behind what it shows (Obsidian)
  {
    sign: '![',
    pattern: /!\[([^[\]\n|\\]*)(?:\\?\|(?:left|center|right))?\\?\|[ \t]*\d+(?:x\d+)?[ \t]*(?=\]\()/g,
    write: (_, alt = '') => `![${alt}`,
  },
  // Names of blocks (Obsidian)
  { sign: '^', pattern: /(?<=\S)[ \t]+\^[A-Za-z][\w-]*[ \t]*$/gm, write: () => '' },
  { sign: '^', pattern: /^[ \t>]*\^[A-Za-z][\w-]*[ \t]*$\n?/gm, write: () => '' },
  // Links within the note (Obsidian)
  { sign: '[[#', pattern: /\[\[#\^[^\]|\n]+\|([^\]\n]+)\]\]/g, write: (_, label = '') => label },
  { sign: '[[#', pattern: /\[\[#\^[^\]|\n]+\]\]/g, write: () => '' },
  {
    sign: '[[#',
    pattern: /\[\[#([^\]|\n]+)(?:\|([^\]\n]+))?\]\]/g,
    write: (_, words = '', label) => `[${label ?? words}](#${headingFragment(words)})`,
  },
  // Fields of Dataview
  {
    sign: '::',
    pattern: /^([ \t>]*(?:[-*+][ \t]+)?)(\*\*|__)?([\p{L}][\p{L}\p{N} _-]{0,39})\2::(?=[ \t]|$)[ \t]*/gmu,
    write: (_, before = '', __, name = '') => `${before}**${name.trim()}**: `,
  },
  {
    sign: '::',
    pattern: /[[(]([\p{L}][\p{L}\p{N} _-]{0,39})::[ \t]*([^\]()[\n]+)[\])]/gu,
    write: (_, name = '', value = '') => `${name}: ${value.trim()}`,
  },
  // Videos and the like (Velog)
  {
    sign: '!youtube[',
    pattern: /^[ \t]*!youtube\[([\w-]{5,20})(?:,[^\]\n]*)?\][ \t]*$/gm,
    write: (_, id = '') => `<https://www.youtube.com/watch?v=${id}>`,
  },
  {
    sign: '[http',
    pattern: /^[ \t]*!(?:codepen|codesandbox|twitter)\[(https?:\/\/[^\]\s]+)\][ \t]*$/gm,
    write: (_, url = '') => `<${url}>`,
  },
  {
    sign: '!codesandbox[',
    pattern: /^[ \t]*!codesandbox\[([\w-]+)\][ \t]*$/gm,
    write: (_, id = '') => `<https://codesandbox.io/s/${id}>`,
  },
  // What a template of Distill (al-folio) shows as marks
  {
    sign: '<d-cite',
    pattern: /<d-cite\s+key="([^"]*)"\s*>\s*<\/d-cite>/g,
    write: (_, key = '') => `[${key}]`,
  },
  {
    sign: '<d-footnote',
    pattern: /<d-footnote>([\s\S]*?)<\/d-footnote>/g,
    write: (_, words = '') => ` (${words.trim()})`,
  },
  // Elements of looks alone
  { sign: 'center>', pattern: /<\/?center>/gi, write: () => '' },
  { sign: 'font', pattern: /<font\b[^>]*>|<\/font>/gi, write: () => '' },
  // Addresses that Liquid makes
  {
    sign: '{{',
    pattern:
      /\{\{-?\s*["']([^"'\n]*)["']\s*\|\s*(?:relative_url|absolute_url|prepend:\s*site\.(?:baseurl|url))[^}\n]*\}\}/g,
    write: (_, path = '') => path,
  },
  {
    sign: '{{',
    pattern: /(?<=[(<"'])\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\}(?:\{\{-?\s*site\.baseurl\s*-?\}\})?(?=\/)/g,
    write: () => '',
  },
  // A caption in italics below a picture (Chirpy)
  {
    sign: '![',
    pattern:
      /(?<=^|\n[ \t]*\n)([ \t]*!\[[^\]\n]*\]\((?:<[^>\n]*>|[^\s()]+))\)[ \t]*\n[ \t]*([_*])(?![_*])([^_*"\n]+)\2[ \t]*(?=\n[ \t]*\n|\n*(?![\s\S]))/g,
    write: (_, picture = '', __, caption = '') => `${picture} "${caption}")`,
  },
  { sign: '&#x20;', pattern: /&#x20;[ \t]*$/gm, write: () => '' },
];
const suspicious = marks.map(({ sign, pattern: { source, flags } }) => ({
  sign,
  pattern: new RegExp(source, flags.replace('g', '')),
}));

/** Whether a text may have marks of a dialect. */
export function mayHaveMarks(text: string): boolean {
  const small = text.toLowerCase();
  return suspicious.some(({ sign, pattern }) => small.includes(sign) && pattern.test(text));
}

/** Translates the marks of single tools within a text. */
export function writeMarks(text: string): string {
  return marks.reduce((written, { pattern, write }) => written.replace(pattern, write as () => string), text);
}

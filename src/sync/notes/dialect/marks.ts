/** Where a heading of Obsidian is, as GitHub names it. */
export const headingFragment = (words: string): string =>
  encodeURI(
    words
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );

const marks: [RegExp, (...found: string[]) => string][] = [
  // A place for a table of contents
  [/^[ \t]*(?:\[\[?_?toc_?\]?\]|@\[toc\](?:\(.*?\))?|\$\{toc\}|\{\{?\s*toc\s*\}?\})[ \t]*\n?/gim, () => ''],
  // Highlighted text (Obsidian, Typora)
  [/(?<![=\w<>!])==(?=[^\s=])([^\n=]*?[^\s=])==(?!=)/g, (_, words = '') => `<mark>${words}</mark>`],
  // Names of blocks (Obsidian)
  [/(?<=\S)[ \t]+\^[A-Za-z][\w-]*[ \t]*$/gm, () => ''],
  [/^[ \t>]*\^[A-Za-z][\w-]*[ \t]*$\n?/gm, () => ''],
  // Links within the note (Obsidian)
  [/\[\[#\^[^\]|\n]+\|([^\]\n]+)\]\]/g, (_, label = '') => label],
  [/\[\[#\^[^\]|\n]+\]\]/g, () => ''],
  [
    /\[\[#([^\]|\n]+)(?:\|([^\]\n]+))?\]\]/g,
    (_, words = '', label) => `[${label ?? words}](#${headingFragment(words)})`,
  ],
  // Fields of Dataview
  [
    /^([ \t>]*(?:[-*+][ \t]+)?)(\*\*|__)?([\p{L}][\p{L}\p{N} _-]{0,39})\2::(?=[ \t]|$)[ \t]*/gmu,
    (_, before = '', __, name = '') => `${before}**${name.trim()}**: `,
  ],
  [
    /[[(]([\p{L}][\p{L}\p{N} _-]{0,39})::[ \t]*([^\]()[\n]+)[\])]/gu,
    (_, name = '', value = '') => `${name}: ${value.trim()}`,
  ],
  // Videos and the like (Velog)
  [
    /^[ \t]*!youtube\[([\w-]{5,20})(?:,[^\]\n]*)?\][ \t]*$/gm,
    (_, id = '') => `<https://www.youtube.com/watch?v=${id}>`,
  ],
  [/^[ \t]*!(?:codepen|codesandbox|twitter)\[(https?:\/\/[^\]\s]+)\][ \t]*$/gm, (_, url = '') => `<${url}>`],
  [/^[ \t]*!codesandbox\[([\w-]+)\][ \t]*$/gm, (_, id = '') => `<https://codesandbox.io/s/${id}>`],
  // What a template of Distill (al-folio) shows as marks
  [/<d-cite\s+key="([^"]*)"\s*>\s*<\/d-cite>/g, (_, key = '') => `[${key}]`],
  [/<d-footnote>([\s\S]*?)<\/d-footnote>/g, (_, words = '') => ` (${words.trim()})`],
  // Elements of looks alone
  [/<\/?center>/gi, () => ''],
  [/<font\b[^>]*>|<\/font>/gi, () => ''],
  // Addresses that Liquid makes
  [
    /\{\{-?\s*["']([^"'\n]*)["']\s*\|\s*(?:relative_url|absolute_url|prepend:\s*site\.(?:baseurl|url))[^}\n]*\}\}/g,
    (_, path = '') => path,
  ],
  [/(?<=[(<"'])\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\}(?:\{\{-?\s*site\.baseurl\s*-?\}\})?(?=\/)/g, () => ''],
  // A caption in italics below a picture (Chirpy)
  [
    /(?<=^|\n[ \t]*\n)([ \t]*!\[[^\]\n]*\]\((?:<[^>\n]*>|[^\s()]+))\)[ \t]*\n[ \t]*([_*])(?![_*])([^_*"\n]+)\2[ \t]*(?=\n[ \t]*\n|\n*(?![\s\S]))/g,
    (_, picture = '', __, caption = '') => `${picture} "${caption}")`,
  ],
  [/&#x20;[ \t]*$/gm, () => ''],
];
const suspicious = marks.map(([{ source, flags }]) => new RegExp(source, flags.replace('g', '')));

/** Whether a text may have marks of a dialect. */
export const mayHaveMarks = (text: string): boolean => suspicious.some((pattern) => pattern.test(text));

/** Translates the marks of single tools within a text. */
export function writeMarks(text: string): string {
  return marks.reduce((written, [pattern, write]) => written.replace(pattern, write as () => string), text);
}

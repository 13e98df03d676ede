import { prefixLines } from './write.ts';

/** A mark that a tool has beyond Markdown. */
export interface Mark {
  /** What no text with it is without, in small letters: looked for first, since most texts have none of them. */
  sign: string;
  pattern: RegExp;
  write: (...found: string[]) => string;
}

/** Boxes of Org that Logseq shows; others are quotes. */
const boxes = /^(?:note|tip|important|caution|warning)$/i;

/** What Logseq writes beyond Markdown: its own properties of blocks, which it hides, macros, references to blocks, boxes of Org. */
export const marksOfLogseq: Mark[] = [
  {
    sign: '::',
    pattern:
      /^[ \t]*(?:[-*][ \t]+)?(?:collapsed:: (?:true|false)|id:: [\da-f]{8}-[\da-f-]{27}|(?:heading|background-color|logseq\.[\w.-]+|(?:hl|ls|query)-[\w-]+|(?:created|updated)-at):: .*)[ \t]*(?:\n|$)/gm,
    write: () => '',
  },
  { sign: '{:', pattern: /(?<=\))\{:(?:height|width)[ \t][^{}\n]*\}/g, write: () => '' },
  {
    sign: '{{',
    pattern: /\{\{(?:video|youtube|vimeo|bilibili|tweet|twitter)[ \t]+(https?:\/\/[^\s{}]+)[ \t]*\}\}/g,
    write: (_, url = '') => `<${url}>`,
  },
  {
    sign: '{{embed',
    pattern: /\{\{embed[ \t]+(\[\[[^\][\n]+\]\])[ \t]*\}\}/g,
    write: (_, page = '') => page,
  },
  { sign: '{{cloze', pattern: /\{\{cloze[ \t]+([^{}\n]+)\}\}/g, write: (_, words = '') => words },
  // A block has no name outside of Logseq.
  {
    sign: '((',
    pattern: /\[([^\][\n]+)\]\(\(\([\da-f]{8}-[\da-f-]{27}\)\)\)/g,
    write: (_, label = '') => label,
  },
  {
    sign: '((',
    pattern:
      /[ \t]?(?:\{\{embed[ \t]+\(\([\da-f]{8}-[\da-f-]{27}\)\)[ \t]*\}\}|\(\([\da-f]{8}-[\da-f-]{27}\)\))/g,
    write: () => '',
  },
  {
    sign: '#+begin_',
    pattern:
      /^([ \t]*(?:[-*][ \t]+)?)#\+BEGIN_(QUOTE|NOTE|TIP|IMPORTANT|CAUTION|WARNING|PINNED)[ \t]*\n([\s\S]*?)^[ \t]*#\+END_\2[ \t]*$/gim,
    write: (_, before = '', kind = '', text = '') => {
      const inner = text
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => line.trim());
      const lines = boxes.test(kind) ? [`[!${kind.toLowerCase()}]`, ...inner] : inner;
      return before + prefixLines(lines.join('\n'), `${before.replace(/[-*]/, ' ')}> `).trimStart();
    },
  },
];

/** What Zenn, HackMD and Docusaurus write beyond Markdown: sizes behind the address of a picture, cards, tabs. */
export const marksOfZenn: Mark[] = [
  {
    sign: ' =',
    pattern:
      /(!\[[^\]\n]*\]\((?:<[^>\n]*>|[^\s()]+)(?:[ \t]+"[^"\n]*")?)[ \t]+=(?:\d+%?(?:x\d*%?)?|x\d+%?)[ \t]*\)/g,
    write: (_, picture = '') => `${picture})`,
  },
  {
    sign: '@[youtube]',
    pattern: /^[ \t]*@\[youtube\]\(([\w-]{5,20})\)[ \t]*$/gm,
    write: (_, id = '') => `<https://www.youtube.com/watch?v=${id}>`,
  },
  { sign: 'import ', pattern: /^import [^'"\n]* from ["']@[^'"\n]+["'];?[ \t]*(?:\n|$)/gm, write: () => '' },
  {
    sign: '<tab',
    pattern: /^[ \t]*<TabItem\b([^>\n]*)>[ \t]*$/gm,
    write: (_, said = '') =>
      `\n**${(/\blabel="([^"]*)"/.exec(said) ?? /\bvalue="([^"]*)"/.exec(said))?.[1] ?? ''}**\n`,
  },
  { sign: 'tab', pattern: /^[ \t]*<\/?(?:Tabs|TabItem)\b[^>\n]*>[ \t]*(?:\n|$)/gm, write: () => '' },
  {
    sign: '@[',
    pattern: /^[ \t]*@\[[a-z]+\]\((https?:\/\/[^\s()]+)\)[ \t]*$/gm,
    write: (_, url = '') => `<${url}>`,
  },
];

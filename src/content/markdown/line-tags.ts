import type { Extension as MdastExtension } from 'mdast-util-from-markdown';
import type { Construct, Extension, State, Tokenizer } from 'micromark-util-types';
import { escapeHtml } from '../text/escape.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    lineTag: 'lineTag';
  }
}

const tag = /\{%-?[ \t]*(\w[\w-]*)([^\n%]{0,500}(?:%(?!\})[^\n%]{0,500}){0,9})%\}[ \t]*(?=\n|$)/y;
const attribute = /(\w+)[ \t]*=[ \t]*(?:"([^"]*)"|'([^']*)')/g;
const nothing = '<!-- -->';

/** By the tag of GitBook and Jekyll: HTML for its start and its end. */
const tags: Record<string, (values: Record<string, string>) => string> = {
  hint: ({ style }) => `<aside data-callout="${escapeHtml(style ?? 'info')}">`,
  endhint: () => '</aside>',
  embed: ({ url }) => writeLink(url),
  'content-ref': ({ url }) => writeLink(url),
  file: ({ src }) => writeLink(src),
  tab: ({ title }) => writeTitle(title),
  code: ({ title }) => writeTitle(title),
};
for (const name of 'endembed endcontent-ref endfile tabs endtabs endtab endcode raw endraw'.split(' '))
  tags[name] = () => nothing;

const writeLink = (url: string | undefined) =>
  url === undefined ? nothing : `<p><a href="${escapeHtml(url)}">${escapeHtml(url)}</a></p>`;
const writeTitle = (title: string | undefined) =>
  title === undefined ? nothing : `<p><b>${escapeHtml(title)}</b></p>`;

const aside = /<\/?aside>[ \t]*(?=\n|$)/y;

/**
 * Lines that are tags: of Liquid as GitBook writes them (hints, embedded pages, tabs), and `<aside>`, as Notion writes it,
 * with Markdown on the next line. Others stay text.
 */
export function lineTags(text: string): Extension {
  const isPaired = /\{%-?[ \t]*hint\b/.test(text) && /\{%-?[ \t]*endhint\b/.test(text);
  const measure = (offset: number): number => {
    aside.lastIndex = offset;
    tag.lastIndex = offset;
    if (text[offset] === '<') return aside.exec(text)?.[0].length ?? 0;
    const [found = '', name = ''] = tag.exec(text) ?? [];
    return Object.hasOwn(tags, name) && (isPaired || !name.endsWith('hint')) ? found.length : 0;
  };
  const tokenize: Tokenizer = function (effects, ok, nok) {
    let left = measure(this.now().offset);
    if (left === 0) return nok;
    const inside: State = (code) => {
      if (left === 0) {
        effects.exit('lineTag');
        return ok(code);
      }
      left--;
      effects.consume(code);
      return inside;
    };
    return (code) => {
      effects.enter('lineTag');
      return inside(code);
    };
  };
  const construct: Construct = { name: 'lineTag', tokenize, concrete: true };
  return { flow: { 123: construct, 60: construct } };
}

/** Makes raw HTML of the tags, which is cleaned with all other. */
export const lineTagsFromMarkdown: MdastExtension = {
  enter: {
    lineTag(token) {
      const written = this.sliceSerialize(token);
      tag.lastIndex = 0;
      const [, name = '', rest = ''] = tag.exec(written) ?? [];
      const values = Object.fromEntries(
        [...rest.matchAll(attribute)].map(([, key = '', one, other]) => [key, one ?? other ?? '']),
      );
      this.enter({ type: 'html', value: name === '' ? written : (tags[name]?.(values) ?? nothing) }, token);
    },
  },
  exit: {
    lineTag(token) {
      this.exit(token);
    },
  },
};

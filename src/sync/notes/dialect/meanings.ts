import { findTaggedPicture, findTaggedVideo } from './media.ts';
import type { TemplateTag } from './shortcodes.ts';
import {
  block,
  inline,
  nothing,
  type Written,
  writeCallout,
  writeDetails,
  writeFence,
  writeLink,
  writePicture,
  writePictureInHtml,
  writeQuote,
} from './write.ts';

/** A tag, and what is in it: translated, and as it is written. */
export interface TagContext {
  tag: TemplateTag;
  inner: string | undefined;
  source: string;
  /** Whether it stands in a block of HTML. */
  isInHtml: boolean;
  /** Hides what is not to be read as Markdown any more. */
  hide: (text: string) => string;
}

type Meaning = (context: TagContext) => Written | undefined;

const names = (text: string) => text.split(' ');
const meanings = new Map<string, Meaning>();
const mean = (text: string, meaning: Meaning) => {
  for (const name of names(text)) meanings.set(name, meaning);
};

/**
 * What the tags of Jekyll, Hexo, GitBook, Hugo and their themes say, in Markdown.
 * @returns undefined for a tag whose meaning is not certain
 */
export function writeTag(context: TagContext): Written | undefined {
  const { name } = context.tag;
  return meanings.get(name)?.(context) ?? meanings.get(name.replace(/[-_]/g, ''))?.(context);
}

const first = ({ args: { named, positional } }: TemplateTag, ...keys: string[]): string =>
  keys.map((key) => named[key]).find((value) => value !== undefined) ?? positional[0] ?? '';

/** Arguments between commas, as Hexo's themes have them. */
const splitParts = ({ args }: TemplateTag): string[] =>
  args.text.split(',').map((part) => part.trim().replace(/^["']|["']$/g, ''));

/** Words that say how a box looks. */
const looks = /^(?:no-icon|simple|modern|flat|disabled|true|false|fa[bsrl]?|fa-[\w-]+|open|closed)$/i;

mean('note notice hint callout admonition alert noticebox message box simple-notice', (context) => {
  const { tag, inner } = context;
  const { named, positional } = tag.args;
  const words = positional.filter((word) => !looks.test(word));
  const kind = named.type ?? named.style ?? named.kind ?? named.class ?? words.shift() ?? 'note';
  if (inner !== undefined) {
    const title = named.title ?? words.join(' ');
    return writeCallout(/^[a-z][\w-]{0,20}$/i.test(kind) ? kind : 'note', title, inner);
  }
  const said = named.text ?? named.content ?? words.join(' ');
  return said === '' ? undefined : writeCallout(kind, '', said);
});
mean(
  'info tip warning danger caution error success important question attention quote-box',
  ({ tag, inner }) => (inner === undefined ? undefined : writeCallout(tag.name, first(tag, 'title'), inner)),
);
mean(
  'details expand expander collapse collapsible spoiler fold folding hidetoggle hideblock toggle accordion',
  (context) => {
    const { tag, inner } = context;
    if (inner === undefined) return undefined;
    const parts = tag.args.text.split(',').map((part) => part.trim());
    const isTitled = tag.args.named.title ?? tag.args.named.summary ?? tag.args.named.text;
    const plain =
      tag.language === 'hugo' ? first(tag) : ((tag.name === 'folding' ? parts.at(-1) : parts[0]) ?? '');
    return writeDetails(isTitled ?? plain.replace(/^["']|["']$/g, ''), inner);
  },
);

const picture: Meaning = (context) => {
  const found = findTaggedPicture(context.tag);
  if (!found) return undefined;
  return context.isInHtml ? inline(writePictureInHtml(found)) : writePicture(found);
};
mean('figure figurelink img image asset_img assetimg picture imgproc fancybox lightbox', picture);
const video: Meaning = ({ tag }) => {
  const found = findTaggedVideo(tag);
  return found && { text: writeLink(found.title, found.url), isBlock: 'alone' };
};
mean('youtube vimeo bilibili video youtubeplayer tweet twitter x gist', video);
mean('include include_relative include_cached', (context) => picture(context) ?? video(context));

mean('highlight codeblock', ({ tag, source, hide }) => {
  const { text, positional } = tag.args;
  const [, byOption] = /\blang:(\S+)/.exec(text) ?? [];
  const isBlock = tag.name === 'codeblock';
  const language = byOption ?? (isBlock ? '' : positional[0]) ?? '';
  const [, words = '', url, label = ''] =
    /^(.*?)(?:\s*(https?:\/\/\S+)\s*(.*))?$/s.exec(text.replace(/\b\w+:(?!\/\/)\S+/g, '').trim()) ?? [];
  const named = [words && `**${words}**`, url && writeLink(label, url)].filter((part) => part).join(' ');
  const title = isBlock ? named : '';
  const code = hide(writeFence(language.replace(/[^\w+#-]/g, ''), source));
  return block(title === '' ? code : `${title}\n\n${code}`);
});
mean('mermaid plantuml', ({ tag, inner, source, hide }) =>
  inner === undefined ? nothing : block(hide(writeFence(tag.name, source))),
);
mean('katex math mathjax latex', ({ tag, inner, source, hide }) => {
  const { named, positional } = tag.args;
  const written = source.trim() || (positional[0] ?? '');
  if (inner === undefined && written === '') return nothing;
  if (/[$\uFDD2]|^\\[([]/.test(written)) return inline(written);
  const isDisplay = (named.display ?? (positional[0] === 'display' ? 'true' : 'false')) !== 'false';
  return isDisplay ? block(hide(`$$\n${written}\n$$`)) : inline(hide(`$${written}$`));
});

mean('quote pullquote cq centerquote', ({ inner }) => (inner === undefined ? undefined : writeQuote(inner)));
mean('blockquote', ({ tag, inner }) => {
  if (inner === undefined) return undefined;
  const { author, link, title } = tag.args.named;
  const [, before = '', address, after = ''] =
    /^(.*?)(?:\s*(https?:\/\/\S+)\s*(.*))?$/s.exec(tag.args.text) ?? [];
  const who = author ?? (tag.language === 'liquid' ? before.trim() : '');
  const url = link ?? address;
  const named = title ?? after.trim();
  const by = [who, url ? writeLink(named, url) : named].filter((part) => part !== '').join(', ');
  return writeQuote(by === '' ? inner : `${inner.trim()}\n\n— ${by}`);
});

mean('tab', ({ tag, inner }) => {
  if (inner === undefined) return undefined;
  const title = first(tag, 'title', 'name', 'header') || tag.args.text;
  return block(title === '' ? inner : `**${title}**\n\n${inner.trim()}`);
});
mean(
  'tabs tabpane stepper steps step columns column updates update grid row col center cards block',
  ({ tag, inner }) => {
    const title = tag.args.named.title ?? '';
    if (inner === undefined) return undefined;
    return block(`${title === '' ? '' : `**${title}**\n\n`}${inner.replace(/^[ \t]*<--->[ \t]*$/gm, '')}`);
  },
);
mean('code', ({ tag, inner }) => {
  const { title } = tag.args.named;
  return inner === undefined ? undefined : block(title ? `**${title}**\n\n${inner.trim()}` : inner);
});
mean('rawhtml html unsafe nomarkdown markdown md', ({ inner }) =>
  inner === undefined ? undefined : inline(inner),
);

mean('embed', ({ tag, inner = '' }) => {
  const { url } = tag.args.named;
  return url === undefined ? undefined : block(writeLink(inner.trim().replace(/\s+/g, ' '), url));
});
mean('content-ref', ({ tag, inner = '' }) =>
  block(inner.trim() !== '' ? inner : writeLink('', tag.args.named.url ?? '')),
);
mean('file', ({ tag, inner = '' }) => {
  const { src = '' } = tag.args.named;
  return block(writeLink(inner.trim() || src.replace(/^.*\//, ''), src));
});
mean('btn button', ({ tag, inner }) => {
  const parts = splitParts(tag);
  const { href, url, link } = tag.args.named;
  const address = href ?? url ?? link ?? parts[0] ?? '';
  const label = inner?.trim() || tag.args.named.text || parts[1] || '';
  return address === '' || /\s/.test(address) ? undefined : inline(writeLink(label, address));
});
mean('pdf assetlink', ({ tag }) => {
  const [path = '', ...label] = tag.args.positional;
  return path === '' ? undefined : inline(writeLink(label.join(' ') || path.replace(/^.*\//, ''), path));
});
mean('link linkcard', ({ tag }) => {
  const parts = tag.args.text
    .split(/,\s+|\s+(?=https?:)/)
    .map((part) => part.trim().replace(/^["']|["']$/g, ''));
  const address = parts.find((part) => /^https?:\/\/\S+$/.test(part));
  const label = parts.find((part) => part !== address) ?? '';
  return address === undefined ? undefined : inline(writeLink(label, address));
});

mean('label', ({ tag }) => {
  const { text, positional } = tag.args;
  const said = text.includes('@') ? text.replace(/^[^@]*@/, '') : (positional[0] ?? '');
  return said === '' ? undefined : inline(`<mark>${said.trim()}</mark>`);
});
for (const name of names('mark kbd u del s'))
  mean(name, ({ tag, inner }) => {
    const said = inner ?? tag.args.text;
    return said === '' ? undefined : inline(`<${name}>${said}</${name}>`);
  });
// Of Butterfly and Volantis: what is said, then or before that how it looks.
mean('hideinline', ({ tag }) => inline(splitParts(tag)[0] ?? ''));
mean('span', ({ tag, inner: words }) => {
  const said = words ?? tag.args.text.replace(/^[^,]*,[ \t]*/, '');
  return said === '' ? undefined : inline(said);
});
mean('emp', ({ tag }) => (tag.args.text === '' ? undefined : inline(`<em>${tag.args.text}</em>`)));
mean('timeline', ({ tag, inner }) => {
  if (inner === undefined) return undefined;
  const title = splitParts(tag)[0] ?? '';
  return block(title === '' ? inner : `**${title}**\n\n${inner.trim()}`);
});
mean('checkbox radio', ({ tag }) => {
  const parts = tag.args.text.split(',').map((part) => part.trim());
  return block(
    `- [${parts.slice(0, -1).some((part) => /\bchecked\b/.test(part)) ? 'x' : ' '}] ${parts.at(-1)}`,
  );
});
mean('cite', ({ tag }) => (tag.args.text === '' ? undefined : inline(`[${tag.args.positional.join(', ')}]`)));
mean('emoji', ({ tag }) => inline(first(tag)));
mean(
  'toc bibliography references footnotes tableofcontents clear clearfix pagebreak newpage br more readmore endinclude icon fa',
  ({ inner }) => (inner === undefined ? nothing : undefined),
);

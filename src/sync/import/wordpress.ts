import { XMLParser } from 'fast-xml-parser';
import { parseHtml } from './html/tree.ts';
import type { BlogPost, PostEntry, Posts } from './post.ts';
import { ImportRefused } from './refused.ts';
import { readInstant, refuseDoctype, requireTitle } from './xml.ts';

interface WordPressCategory {
  '@domain'?: string;
  '@nicename'?: string;
  '#text'?: string;
}

interface WordPressItem {
  title?: string;
  link?: string;
  'content:encoded'?: string;
  'excerpt:encoded'?: string;
  'wp:post_id'?: string;
  'wp:post_date_gmt'?: string;
  'wp:post_date'?: string;
  'wp:post_name'?: string;
  'wp:status'?: string;
  'wp:post_type'?: string;
  'wp:post_password'?: string;
  category?: WordPressCategory[];
  'wp:postmeta'?: { 'wp:meta_key'?: string; 'wp:meta_value'?: string }[];
}

interface WordPressChannel {
  link?: string;
  'wp:base_blog_url'?: string;
  'wp:category'?: Record<string, string>[];
  item?: WordPressItem[];
}

export const isWordPress = (xml: string) =>
  /xmlns:wp=["']https?:\/\/wordpress\.org\/export/.test(xml.slice(0, 5000));

/** Kinds of items that are no texts of their own. */
const parts =
  /^(?:attachment|nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|wp_.*)$/;

/** The posts of an export of WordPress (WXR). @throws ImportRefused */
export function readWordPress(xml: string): Omit<Posts, 'kind'> {
  refuseDoctype(xml);
  const channel = parseChannel(xml);
  const base = channel['wp:base_blog_url'] ?? channel.link ?? '';
  const site = base.replace(/^https?:\/\//, '').replace(/\/+$/, '');
  const categories = new Map(
    (channel['wp:category'] ?? []).map((one) => [
      one['wp:category_nicename'] ?? '',
      { name: one['wp:cat_name'] ?? '', parent: one['wp:category_parent'] ?? '' },
    ]),
  );
  const texts = (channel.item ?? []).filter(({ 'wp:post_type': type = 'post' }) => !parts.test(type));
  const pathOf = (item: WordPressItem) => item.link || `post ${item['wp:post_id']}`;
  const reasonOf = ({ 'wp:post_type': type = 'post', 'wp:status': status = '' }: WordPressItem) => {
    if (type !== 'post') return type === 'page' ? 'it is a page' : `it is a "${type}"`;
    return /^(?:trash|auto-draft|inherit)$/.test(status) ? `its status is "${status}"` : null;
  };
  return {
    skipped: texts.flatMap((item) => {
      const reason = reasonOf(item);
      return reason === null ? [] : [{ path: pathOf(item), reason }];
    }),
    entries: texts
      .filter((item) => reasonOf(item) === null)
      .map(
        (item): PostEntry => ({
          path: pathOf(item),
          former: async () => ({
            ...{ source: sourceOf(item, site), addresses: listAddresses(item, base) },
            isHidden: findHidden(item) !== null,
          }),
          read: async () => readPost(item, site, categories),
        }),
      ),
  };
}

function parseChannel(xml: string): WordPressChannel {
  const lists = new Set(
    ['item', 'item.category', 'item.wp:postmeta', 'wp:category'].map((name) => `rss.channel.${name}`),
  );
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    isArray: (_name, path) => lists.has(String(path)),
  });
  try {
    const { rss } = parser.parse(xml, true) as { rss?: { channel?: WordPressChannel } };
    if (rss?.channel) return rss.channel;
  } catch (error) {
    throw new ImportRefused(`The export of WordPress cannot be read: ${(error as Error).message}`, {
      cause: error,
    });
  }
  throw new ImportRefused('The export of WordPress has no channel');
}

type Categories = Map<string, { name: string; parent: string }>;

function readPost(item: WordPressItem, site: string, known: Categories): BlogPost {
  const named = (domain: string) => (item.category ?? []).filter((one) => one['@domain'] === domain);
  const paths = named('category')
    .map((one) => pathOfCategory(one, known))
    .filter(([first = '']) => !/^(?:uncategorized|미분류|)$/i.test(first));
  const [category = [], ...others] = paths.sort((one, other) => other.length - one.length);
  const more = others.filter((path) => !path.every((name, at) => category[at] === name));
  const tags = named('post_tag').map((one) => (one['#text'] ?? '').trim());
  const inUtc = readInstant(item['wp:post_date_gmt']);
  const date = inUtc ?? readInstant(item['wp:post_date']);
  const excerpt = item['excerpt:encoded']
    ?.replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return {
    source: sourceOf(item, site),
    title: requireTitle(item.title),
    html: parseHtml(layOut(item['content:encoded'] ?? '')),
    base: item.link,
    category,
    tags: tags.filter((tag, at) => tag !== '' && tags.indexOf(tag) === at),
    publishedAt: date,
    publishedBy: inUtc ? 'wp:post_date_gmt' : 'wp:post_date, taken for UTC',
    hidden: findHidden(item),
    lost: [
      ...more.map((path) => `category ${path.join('/')} (a review has one)`),
      ...(item['content:encoded']?.match(gallery) ?? []),
    ],
    ...(item['wp:post_name'] ? { slug: decodeName(item['wp:post_name']) } : {}),
    ...(excerpt ? { summary: excerpt } : {}),
  };
}

const sourceOf = (item: WordPressItem, site: string) =>
  `wordpress:${site}/${item['wp:post_id'] ?? item.link}`;

/** Its permalink, and the address that it has whatever the permalinks are. */
function listAddresses({ link, 'wp:post_id': id }: WordPressItem, base: string): string[] {
  return [...(link ? [link] : []), ...(id ? [`${base.replace(/\/+$/, '')}/?p=${id}`] : [])];
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The names from the root; a circle of parents ends. */
function pathOfCategory(one: WordPressCategory, known: Categories): string[] {
  const path = [(one['#text'] ?? '').trim()];
  let at = known.get(one['@nicename'] ?? '')?.parent ?? '';
  for (let depth = 0; at !== '' && depth < 7; depth += 1) {
    const above = known.get(at);
    path.unshift(above?.name ?? at);
    at = above?.parent ?? '';
  }
  return path;
}

/** Fields of plugins that keep a post for members, or from search engines. */
const hidingMeta =
  /private|privacy|visib|hidden|secret|restrict|protect|members?(?:_|-|$)|access|paywall|noindex/i;
const plainValue = /^(?:0|no|off|false|public|all|everyone|default|a:0:\{\}|)$/i;

function findHidden(item: WordPressItem): string | null {
  if ((item['wp:post_password'] ?? '') !== '') return 'it has a password';
  const status = item['wp:status'] ?? 'draft';
  if (status !== 'publish' && status !== 'future') return `its status is "${status}"`;
  const hiding = item['wp:postmeta']?.find(
    ({ 'wp:meta_key': key = '', 'wp:meta_value': value = '' }) =>
      hidingMeta.test(key) && !plainValue.test(value),
  );
  return hiding === undefined ? null : `its field ${hiding['wp:meta_key']} says who may see it`;
}

/** It names its pictures by numbers of the media library. */
const gallery = /\[gallery\b[^\]]*\]/g;

const blockTag =
  /^\s*<\/?(?:p|div|h[1-6]|ul|ol|li|pre|blockquote|table|t[rdh]|figure|figcaption|hr|details|section|iframe)\b/i;

/** Paragraphs of the blank lines of the classic editor, and figures of its captions. */
function layOut(content: string): string {
  const html = content
    .replace(
      /\[caption[^\]]*\]([\s\S]*?<img[^>]*>(?:\s*<\/a>)?)([\s\S]*?)\[\/caption\]/g,
      '<figure>$1<figcaption>$2</figcaption></figure>',
    )
    .replace(
      /\[(?:source)?code(?:[^\]]*?\blang(?:uage)?=["']?([\w+#-]+))?[^\]]*\]\s*\n?([\s\S]*?)\[\/(?:source)?code\]/g,
      (_, language: string | undefined, code: string) =>
        `<pre><code class="language-${language ?? ''}">${code.replace(/</g, '&lt;')}</code></pre>`,
    )
    .replace(
      /\[(?:embed|video|audio)[^\]]*\]\s*(https?:\/\/[^\s[\]]+)\s*\[\/\w+\]/g,
      '<p><a href="$1">$1</a></p>',
    )
    .replace(/\[(?:youtube|vimeo|embed)\s+(https?:\/\/[^\s\]]+)[^\]]*\]/g, '<p><a href="$1">$1</a></p>')
    .replace(gallery, '')
    .replace(/\$latex\s+([^$]+)\$/g, '$$$1$$')
    .replace(/\[latex\]([\s\S]*?)\[\/latex\]/g, '$$$1$$');
  if (/<!-- wp:|<p[\s>]/.test(html)) return html;
  return html
    .split(/(<pre[\s\S]*?<\/pre>)|\r?\n\s*\r?\n/)
    .filter((part) => part !== undefined && part.trim() !== '')
    .map((part) => (blockTag.test(part) ? part : `<p>${part.trim().replace(/\r?\n/g, '<br>')}</p>`))
    .join('\n');
}

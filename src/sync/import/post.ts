import { dirname, join, relative } from 'node:path/posix';
import type { Parents } from 'hast';
import { isOfNote } from '../notes/front-matter.ts';
import type { NoteSource, ReadNote } from '../notes/note-source.ts';
import { detectLanguage } from '../notes/text/language.ts';
import { convertHtml } from './html/to-markdown.ts';
import { attributeOf, buildElement, isTag, rewriteTree } from './html/tree.ts';
import { collectAddresses, type FormerPost, type OldAddresses } from './old-addresses.ts';
import { takePaperLine } from './paper-line.ts';
import { readPaperTitle } from './paper-title.ts';
import type { BringPictures } from './pictures.ts';
import { fitSource } from './source.ts';

/** A post of a blog, as every reader gives it. */
export interface BlogPost {
  /** What its review is known by, such as `tistory:my-blog/412`. */
  source: string;
  title: string;
  /** What is shown, which is changed when it is read. */
  html: Parents;
  /** The names from the root. */
  category: string[];
  tags: string[];
  /** ISO 8601; undefined when the post has none. */
  publishedAt: string | undefined;
  /** The element or member that `publishedAt` was read from; a dry run shows it. */
  publishedBy?: string;
  /** Why it must not be public; null when it may be. */
  hidden: string | null;
  slug?: string;
  summary?: string;
  /** The address of the post: what relative ones are relative to. */
  base?: string | undefined;
  /** Where its file lies in the folder of the blog. */
  place?: string;
  /** What the export itself has not. */
  lost?: string[];
}

/** One post of several, read when it is its turn. */
export interface PostEntry {
  path: string;
  /** What it was known by on the blog, which is told without reading the whole; nothing where that is not known. */
  former?(): Promise<FormerPost>;
  /** @throws NoteRefused */
  read(): Promise<BlogPost>;
}

/** The posts of an export. */
export interface Posts extends Pick<NoteSource, 'skipped'> {
  kind: string;
  entries: PostEntry[];
}

/** A blog that was opened: the notes of its posts in turn. */
export interface Blog extends NoteSource {
  /** What it was taken for, such as "backup of Tistory". */
  kind: string;
  /** The former addresses of its posts. */
  old: OldAddresses;
  /** The sources of the entries' reviews, in their order; undefined where they have no former address. */
  sources: (string | undefined)[];
}

/**
 * Makes the note of a post.
 * @param old the former addresses of the posts of its blog, links to which stay
 * @param bring brings the pictures along that lie on the hosts of the blog; without it they stay there
 */
export async function noteOfPost(
  post: BlogPost,
  old: Pick<OldAddresses, 'postAt'>,
  bring?: BringPictures,
): Promise<ReadNote> {
  const { place: path = '' } = post;
  const lost = [...(post.lost ?? [])];
  const { title, category, publishedAt, hidden } = post;
  if (publishedAt === undefined) lost.push('no date is said: that of the import');
  if (hidden !== null) lost.push(`${hidden}: a draft`);
  const paper = takePaperLine(post.html);
  if (post.base !== undefined) resolveAddresses(post.html, post.base);
  const outside = settleAddresses(post.html, path, (href) => old.postAt(href) !== undefined);
  if (bring) lost.push(...(await bring(post.html, post.base)));
  const { body, lost: changed } = convertHtml(post.html);
  for (const [what, count] of [...changed, ...outside]) lost.push(count > 1 ? `${count} × ${what}` : what);
  const named = readPaperTitle(title);
  const summary = post.summary ?? paper.summary ?? undefined;
  const version = paper.version;
  return {
    exact: fitSource(post.source),
    // The same post may have come in by the listing of its category.
    others: category.map((name) => fitSource(`listing:${name}/${named.title}`)),
    lost,
    ...(paper.by === null ? {} : { paperBy: paper.by }),
    note: {
      id: undefined,
      title,
      fallbackTitle: title,
      slug: undefined,
      fallbackSlug: post.slug ?? title,
      summary,
      body: body === '' ? (summary ?? title) : body,
      language: undefined,
      fallbackLanguage: detectLanguage(`${title}\n${body}`),
      category,
      tags: post.tags,
      publishedAt,
      reviewedVersion: version?.number,
      cover: undefined,
      ...(version ? { releasedOn: version.releasedOn } : {}),
      status: hidden === null ? undefined : 'draft',
      paper: {
        title: named.title,
        fallbackTitle: named.title,
        acronym: named.acronym ?? undefined,
        venue: undefined,
        identifiers: paper.identifiers,
        authors: undefined,
        links: paper.links,
      },
      readBy: { paper: paper.by, publishedAt: (publishedAt && post.publishedBy) ?? null },
      unused: [],
      others: [],
    },
  };
}

/** Makes the addresses of pictures relative to the post, none of which leads out of the folder, and unlinks attached files. */
function settleAddresses(
  html: Parents,
  path: string,
  isPost: (href: string) => boolean,
): Map<string, number> {
  const lost = new Map<string, number>();
  const lose = (what: string) => lost.set(what, (lost.get(what) ?? 0) + 1);
  rewriteTree(html, (children) =>
    children.flatMap((child) => {
      const href = isTag(child, 'a') ? attributeOf(child, 'href') : '';
      if (isTag(child, 'a') && isBeside(href) && !isPost(href)) {
        lose('link to a file of the blog (kept as text)');
        return child.children;
      }
      if (!isTag(child, 'img') || !isBeside(attributeOf(child, 'src'))) return [child];
      const src = settle(attributeOf(child, 'src'), path);
      if (src !== null) return [buildElement('img', { ...child.properties, src })];
      lose('picture outside of the blog');
      return [{ type: 'text' as const, value: attributeOf(child, 'alt') }];
    }),
  );
  return lost;
}

/** Makes addresses absolute, of a post that is not read from a file beside its pictures. */
function resolveAddresses(html: Parents, base: string): void {
  rewriteTree(html, (children) => {
    for (const child of children) {
      if (!isTag(child, 'a', 'img')) continue;
      const name = child.tagName === 'a' ? 'href' : 'src';
      const address = attributeOf(child, name);
      if (isBeside(address) && URL.canParse(address, base))
        child.properties[name] = new URL(address, base).href;
    }
    return children;
  });
}

const isBeside = (address: string) => address !== '' && !/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(address);

function settle(address: string, path: string): string | null {
  const place = decode(address.replace(/[?#].*$/s, ''));
  const within = place.startsWith('/') ? join('.', place) : join(dirname(path), place);
  if (within.startsWith('..') || within.includes('\\')) return null;
  const from = relative(dirname(path), within);
  return from
    .split('/')
    .map((part) => part.replace(/[%?#\s()<>]/g, encodeURIComponent))
    .join('/');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The former addresses of the posts of entries. */
export async function collectFormer(
  entries: PostEntry[],
  hosts: string[],
): Promise<Pick<Blog, 'old' | 'sources'>> {
  const former: (FormerPost | undefined)[] = [];
  // What cannot be read is told when it is its turn.
  for (const entry of entries)
    former.push(
      await entry.former?.().catch((error: unknown) => {
        if (isOfNote(error)) return undefined;
        throw error;
      }),
    );
  const known = former.flatMap((one) => (one ? [{ ...one, source: fitSource(one.source) }] : []));
  return {
    old: collectAddresses(known, hosts),
    sources: former.map((one) => (one ? fitSource(one.source) : undefined)),
  };
}

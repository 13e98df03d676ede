import type { Root } from 'hast';
import { NoteRefused } from '../notes/front-matter.ts';
import { readMoment } from '../notes/moment.ts';
import { findElement, hasClass, isTag, lineOf, listElements, parseHtml } from './html/tree.ts';
import { type FormerPost, tistoryEntry } from './old-addresses.ts';
import type { BlogPost } from './post.ts';
import { readPageText } from './xml.ts';

/** Whether a page is a post of Tistory's backup. */
export const isTistoryPage = (html: string) =>
  /class="[^"]*\bcontents_style\b/.test(html) && html.includes('title-article');

/** The file of a post lies in a folder of its number. */
export const tistoryFile = /(?:^|\/)(\d+)\/[^/]*\.html?$/i;

/** What a post of Tistory's backup was known by: its number, and its title where the blog had such addresses. */
export async function readTistoryFormer(blog: string, path: string, file: string): Promise<FormerPost> {
  const page = parseHtml(readPageText(file));
  const title = titleOf(page);
  const [, number] = tistoryFile.exec(path) ?? [];
  const numbered = number === undefined ? [] : [`/${number}`, `/m/${number}`];
  return {
    source: sourceOf(blog, path),
    addresses: [...numbered, ...tistoryEntry(title)],
    isHidden: findVisibility(page) !== null,
  };
}

const sourceOf = (blog: string, path: string) => `tistory:${blog}/${tistoryFile.exec(path)?.[1] ?? path}`;

/**
 * Reads a post of Tistory's backup (`412/412-title.html`).
 * @throws NoteRefused when it is none
 */
export async function readTistoryPost(blog: string, path: string, file: string): Promise<BlogPost> {
  const page = parseHtml(readPageText(file));
  const text = (tag: string, name: string) => {
    const found = findElement(page, (one) => isTag(one, tag) && hasClass(one, name));
    return found ? lineOf(found) : '';
  };
  const body = findElement(page, (one) => hasClass(one, 'contents_style'));
  if (!body)
    throw new NoteRefused('it is no post of a backup: there is no element of the class contents_style');
  const title = titleOf(page);
  if (title === '') throw new NoteRefused('it has no title (h2 of the class title-article)');
  const date = text('p', 'date');
  const publishedAt = readMoment(/[+-]\d\d:?\d\d$|Z$/.test(date) ? date : `${date} +0900`) ?? undefined;
  return {
    source: sourceOf(blog, path),
    title,
    place: path,
    html: { type: 'root', children: body.children },
    category: text('p', 'category')
      .split('/')
      .map((name) => name.trim())
      .filter((name) => name !== '' && name !== '분류없음'),
    tags: splitTags(text('div', 'tags')),
    publishedAt,
    publishedBy: `p.date "${date}"`,
    hidden: findVisibility(page),
  };
}

function titleOf(page: Root): string {
  const heading = (tag: string) =>
    findElement(page, (one) => isTag(one, tag) && hasClass(one, 'title-article'));
  const lines = [heading('h2'), heading('h1'), findElement(page, (one) => isTag(one, 'title'))];
  return lines.map((one) => (one ? lineOf(one) : '')).find((line) => line !== '') ?? '';
}

/** `#a #b c`: a tag may have spaces. */
function splitTags(text: string): string[] {
  return text
    .split(/(?:^|\s)#/)
    .map((tag) => tag.trim())
    .filter((tag, at, tags) => tag !== '' && tags.indexOf(tag) === at);
}

/** Anything that marks how a post is seen, and does not say that it is public, keeps it from being so. */
function findVisibility(page: Root): string | null {
  const marks = ['visibility', 'private', 'protected', 'secret', 'state'];
  const [mark] = listElements(page, (one) => hasClass(one, 'contents_style', ...marks)).filter(
    (one) => !hasClass(one, 'contents_style'),
  );
  if (!mark) return null;
  const said = lineOf(mark);
  return /^(?:공개|public)$/i.test(said) ? null : `its visibility is "${said || 'private'}"`;
}

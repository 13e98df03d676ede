import type { Parents } from 'hast';
import { NoteRefused } from '../notes/front-matter.ts';
import { findHidden } from './hidden.ts';
import {
  attributeOf,
  findElement,
  isTag,
  lineOf,
  listElements,
  parseHtml,
  rewriteTree,
  textOf,
} from './html/tree.ts';
import type { FormerPost } from './old-addresses.ts';
import type { BlogPost } from './post.ts';
import { readInstant, readPageText, requireTitle } from './xml.ts';

/**
 * Reads a page of HTML as a post: its `article` or `main`, its title without the name of the site, and what its `meta` elements say.
 * @throws NoteRefused when there is no text in it
 */
export async function readPage(name: string, path: string, file: string): Promise<BlogPost> {
  const page = parseHtml(readPageText(file));
  const meta = (...names: string[]) =>
    listElements(
      page,
      (one) =>
        isTag(one, 'meta') &&
        names.includes((attributeOf(one, 'property') || attributeOf(one, 'name')).toLowerCase()),
    ).map((one) => attributeOf(one, 'content'));
  const body =
    findElement(page, (one) => isTag(one, 'article')) ??
    findElement(page, (one) => isTag(one, 'main')) ??
    findElement(page, (one) => isTag(one, 'body'));
  if (!body || textOf(body).trim() === '') throw new NoteRefused('there is no text in it');
  const heading = findElement(body, (one) => isTag(one, 'h1'));
  const titleElement = findElement(page, (one) => isTag(one, 'title'));
  const title = requireTitle(
    (heading && lineOf(heading)) || meta('og:title')[0] || (titleElement && lineOf(titleElement)),
  );
  if (heading && lineOf(heading) === title) removeElement(body, heading);
  const time = findElement(body, (one) => isTag(one, 'time') && attributeOf(one, 'dateTime') !== '');
  const dates = ['article:published_time', 'date', 'dc.date'].flatMap((property) =>
    meta(property).map((value) => ({ by: `meta ${property}`, value })),
  );
  if (time) dates.push({ by: 'time', value: attributeOf(time, 'dateTime') });
  const date = dates.find(({ value }) => readInstant(value) !== undefined);
  const tags = [...meta('article:tag'), ...meta('keywords').flatMap((words) => words.split(','))].map((tag) =>
    tag.trim(),
  );
  return {
    source: `html:${name}/${path}`,
    title,
    place: path,
    html: { type: 'root', children: body.children },
    category: [],
    tags: tags.filter((tag, at) => tag !== '' && tags.indexOf(tag) === at),
    publishedAt: readInstant(date?.value),
    ...(date ? { publishedBy: date.by } : {}),
    hidden: findHiddenPage(page, path),
  };
}

/** The address that a page says that it has: its canonical link, or `og:url`. */
export async function readPageFormer(name: string, path: string, file: string): Promise<FormerPost> {
  const page = parseHtml(readPageText(file));
  const canonical = findElement(
    page,
    (one) => isTag(one, 'link') && attributeOf(one, 'rel').toLowerCase() === 'canonical',
  );
  const social = findElement(page, (one) => isTag(one, 'meta') && attributeOf(one, 'property') === 'og:url');
  const said = [canonical && attributeOf(canonical, 'href'), social && attributeOf(social, 'content')];
  const address = said.find((one) => one !== undefined && /^https?:/i.test(one) && URL.canParse(one));
  return {
    source: `html:${name}/${path}`,
    addresses: address === undefined ? [] : [address],
    isHidden: findHiddenPage(page, path) !== null,
  };
}

/** By its `meta` elements, and by the name that Medium's export gives a draft. */
function findHiddenPage(page: Parents, path: string): string | null {
  if (/(?:^|\/)draft_[^/]*$/.test(path)) return 'its name begins with draft_';
  const fields = listElements(page, (one) => isTag(one, 'meta')).map((one) => [
    attributeOf(one, 'property') || attributeOf(one, 'name'),
    attributeOf(one, 'content'),
  ]);
  const robots = fields.flatMap(([name = '', value = '']) => (/^robots$/i.test(name) ? value : []));
  if (/noindex|none/i.test(robots.join(' '))) return `its robots are "${robots.join(' ')}"`;
  return findHidden(Object.fromEntries(fields.filter(([name = '']) => !/^(?:|citation_.*)$/i.test(name))));
}

const removeElement = (body: Parents, element: Parents['children'][number]) =>
  rewriteTree(body, (children) => children.filter((child) => child !== element));

import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Element, Parents } from 'hast';
import { type Fetch, OutboundRefused } from '../../outbound/fetch.ts';
import { attributeOf, isTag, listElements } from './html/tree.ts';

/**
 * Fetches the pictures of a post that lie on the hosts of its blog, and refers to their files; one that cannot be stays where it is.
 * @param base the address of the post
 * @returns what is to be said of those
 */
export type BringPictures = (html: Parents, base: string | undefined) => Promise<string[]>;

/** Where services of blogs keep the pictures of their posts. */
const services =
  /(?:^|\.)(?:kakaocdn\.net|daumcdn\.net|tistory\.com|files\.wordpress\.com|i\d\.wp\.com|velog\.io|medium\.com|blogger\.googleusercontent\.com)$/;
const bounds = { mostBytes: 20 * 1024 * 1024, timeout: 30_000 };
const endings: Record<string, string> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
  'image/avif': '.avif',
  'image/gif': '.gif',
  'image/svg+xml': '.svg',
};

/** @param folder of the blog; @param store an empty folder for the pictures */
export function openPictures(fetch: Fetch, folder: string, store: string): BringPictures {
  const files = new Map<string, Promise<string>>();
  const bring = async (url: string): Promise<string> => {
    const { bytes, type } = await fetch(url, bounds);
    const ending = endings[type.split(';')[0]?.trim().toLowerCase() ?? ''];
    if (ending === undefined) throw new OutboundRefused(`it is no picture but "${type}"`);
    const file = join(store, `${createHash('sha256').update(bytes).digest('hex')}${ending}`);
    await writeFile(file, bytes);
    return file;
  };
  return async (html, base) => {
    const lost: string[] = [];
    const home = base !== undefined && URL.canParse(base) ? new URL(base).hostname : null;
    for (const picture of listElements(html, (one) => isTag(one, 'img'))) {
      const url = addressOf(picture);
      if (url === null || (url.hostname !== home && !services.test(url.hostname))) continue;
      try {
        const file = files.get(url.href) ?? bring(url.href);
        files.set(url.href, file);
        const from = relative(folder, await file).replaceAll('\\', '/');
        picture.properties = { src: from, alt: attributeOf(picture, 'alt') };
      } catch (error) {
        if (!(error instanceof OutboundRefused)) throw error;
        lost.push(`picture ${url.href} stays where it is (${error.message})`);
      }
    }
    return lost;
  };
}

/** The address of a picture elsewhere; null for one beside the post. */
function addressOf(picture: Element): URL | null {
  const src = attributeOf(picture, 'src');
  const address = src.startsWith('//') ? `https:${src}` : src;
  return /^https?:/i.test(address) && URL.canParse(address) ? new URL(address) : null;
}

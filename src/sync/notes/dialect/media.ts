import type { TemplateTag } from './shortcodes.ts';
import type { TaggedPicture } from './write.ts';

const isPicture = (text: string) => /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)(?:[?#]|$)/i.test(text);
/** Files of Jekyll that are included for a figure, and for a video. */
const figureFile = /(?:^|\/)(?:figure|image|img|picture|responsive[-_]image|postimage)[\w-]*(?:\.\w+)?$/i;
const videoFile = /(?:^|\/)(?:video|youtube|vimeo|bilibili)[\w-]*(?:\.\w+)?$/i;

/** The picture that a tag shows (`figure`, `asset_img`, an included file for figures); undefined when it shows none. */
export function findTaggedPicture({ name, args }: TemplateTag): TaggedPicture | undefined {
  const { named, positional } = args;
  const isIncluded = name.startsWith('include');
  if (isIncluded && !figureFile.test(positional[0] ?? '')) return undefined;
  const stated = named.src ?? named.path ?? named.url ?? named.image_path ?? named.file ?? named.image;
  const at = isIncluded ? -1 : positional.findIndex(isPicture);
  const src =
    stated ?? positional[at] ?? (isIncluded ? undefined : positional.find((word) => /[/.]/.test(word)));
  if (src === undefined || src === '') return undefined;
  const words =
    stated === undefined ? positional.slice(at + 1).filter((word) => !/^\d+(?:%|px)?$/.test(word)) : [];
  // Hexo: `'"title" "alt"'` in quotes.
  const [, title = words.join(' '), alt] = /^"([^"]*)"(?:\s+"([^"]*)")?$/.exec(words.join(' ')) ?? [];
  const caption = [named.title, named.caption ?? named.cap, title].filter((part) => part).join(': ');
  return { src, alt: named.alt ?? alt, caption, link: named.link };
}

const addresses: Record<string, (id: string) => string> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
  bilibili: (id) => `https://www.bilibili.com/video/${id}`,
};

/** Where the video, post or gist that a tag shows is; undefined when that is not certain. */
export function findTaggedVideo({ name, args }: TemplateTag): { title: string; url: string } | undefined {
  const { named, positional } = args;
  const [word = ''] = positional;
  const isIncluded = name.startsWith('include');
  if (isIncluded && !videoFile.test(word)) return undefined;
  const title = named.title ?? '';
  const stated = [named.url, named.src, named.link, named.path, isIncluded ? undefined : word].find(
    (value) => value !== undefined && /^https?:\/\/\S+$/.test(value),
  );
  if (stated !== undefined) return { title, url: stated };
  if (name === 'gist') {
    const path = positional.slice(0, 2).join('/').replace(/\.js$/, '');
    return /^[\w.-]+(?:\/[\w.-]+)?$/.test(path)
      ? { title, url: `https://gist.github.com/${path}` }
      : undefined;
  }
  if (/^(?:tweet|twitter|x)$/.test(name)) {
    const user = named.user ?? 'i';
    const id = named.id ?? word;
    return /^\d+$/.test(id) ? { title, url: `https://x.com/${user}/status/${id}` } : undefined;
  }
  const id = named.id ?? (isIncluded ? undefined : word) ?? '';
  const host = named.provider ?? (isIncluded ? /youtube|vimeo|bilibili/i.exec(word)?.[0] : name) ?? 'youtube';
  const write = addresses[host.toLowerCase().replace('youtubeplayer', 'youtube').replace('video', 'youtube')];
  return write && /^[\w-]{5,20}$/.test(id) ? { title, url: write(id) } : undefined;
}

import type { Element } from 'hast';
import type { Warn } from './warnings.ts';

/** An image that a body may show, as its element needs it. */
export interface ShownImage {
  id: string;
  width: number;
  height: number;
  /** Ascending by width; the last is the largest. */
  variants: readonly { width: number; url: string }[];
}

/** The images that a body refers to and that are there, by id. */
export type ShownImages = ReadonlyMap<string, ShownImage>;

const uuid = '[\\da-f]{8}-(?:[\\da-f]{4}-){3}[\\da-f]{12}';
/** `image:{id}`, which is no address elsewhere. */
const reference = new RegExp(`^image:(${uuid})$`, 'i');
/** The address of an image or of one of its variants, absolute or not. */
const address = new RegExp(
  `^(https?://[^/?#]+)?[^?#]*(?:^|/)v1/images/(${uuid})(?:/[^/?#]*)?(?:[?#].*)?$`,
  'i',
);
const candidates = new RegExp(`(?:image:|v1/images/)(${uuid})`, 'gi');
/** The ids in a body that are looked up, and the most figures of it that are images. */
const mostImages = 500;

/** The ids of images that a body may refer to, so that they can be looked up before it is rendered. */
export function listImageIds(body: string): string[] {
  const ids = new Set<string>();
  for (const [, id = ''] of body.matchAll(candidates)) {
    ids.add(id.toLowerCase());
    if (ids.size >= mostImages) break;
  }
  return [...ids];
}

/**
 * Resolves an `img` that refers to an image: responsive sources (srcset), and its dimensions, so that nothing shifts when
 * it loads. A picture elsewhere is loaded without a referrer.
 * @returns whether it was a reference to an image, also one that is not there, of which a warning tells
 */
export function resolveImage(element: Element, images: ShownImages, line: number, warn: Warn): boolean {
  const { properties } = element;
  const src = String(properties.src ?? '');
  const found = reference.exec(src) ?? address.exec(src);
  const id = found?.at(-1)?.toLowerCase();
  const image = id === undefined ? undefined : images.get(id);
  if (image) {
    Object.assign(properties, describeImage(image, properties));
    return true;
  }
  if (/^(?:https?:|[\\/]{2})/i.test(src.trim())) properties.referrerPolicy = 'no-referrer';
  // An address on another host may be that of a picture there.
  if (!found || /^https?:/i.test(src)) return false;
  warn(line, src, `There is no image ${id}; it is left out`);
  delete properties.src;
  return true;
}

function describeImage(
  { width, height, variants }: ShownImage,
  { width: wanted }: Element['properties'],
): Element['properties'] {
  const shown = /^[1-9]\d{0,3}$/.test(`${wanted}`) ? Number(wanted) : width;
  return {
    src: variants.at(-1)?.url ?? '',
    srcSet: variants.map((variant) => `${variant.url} ${variant.width}w`).join(', '),
    // `auto` is the width of the layout, for a lazy image (HTML, "sizes attributes"); other browsers skip it.
    sizes: `auto, (max-width: ${shown}px) 100vw, ${shown}px`,
    width: String(shown),
    height: String(Math.max(1, Math.round((height * shown) / width))),
    decoding: 'async',
  };
}

/** The `src` of an image of this service in the tree. */
const ownSource = new RegExp(`^/v1/images/(${uuid})/`);

/** The id of an image that was resolved; undefined for other pictures. */
export const imageIdOf = ({ properties }: Element): string | undefined =>
  ownSource.exec(String(properties.src ?? ''))?.[1];

const path = `/v1/images/${uuid}/\\d+\\.\\w+`;
/** The attributes of a resolved image in the allow-list. */
export const imageAttributes: (string | [string, RegExp] | [string, string])[] = [
  ['srcSet', new RegExp(`^${path} \\d+w(?:, ${path} \\d+w)*$`)],
  ['sizes', /^auto, \(max-width: \d+px\) 100vw, \d+px$/],
  ['decoding', 'async'],
  ['referrerPolicy', 'no-referrer'],
];

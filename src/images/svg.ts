import sharp from 'sharp';
import { invalidImage } from './refusal.ts';
import { sniffImage } from './sniff.ts';
import { keepLocalReferences, keepLocalStyles } from './svg-css.ts';
import { checkReferences } from './svg-references.ts';
import { chooseSize } from './svg-size.ts';
import { readSvg, type SvgElement, writeSvg } from './svg-tree.ts';

const mostBytes = 4 * 1024 ** 2;
/** The most pixels of the pictures inside, together. */
const mostInside = 16_000_000;

/**
 * Makes an SVG that depends on nothing outside, and is bounded: it is parsed without entities, and only drawing elements
 * and references inside of it are written again, so that librsvg sees nothing else. Pictures in `data:` URLs are checked
 * and become PNG.
 * @returns SVG for 96 dpi, of at most 1920 × 3840 pixels
 * @throws Problem `image-invalid`
 */
export async function redrawSvg(source: Uint8Array): Promise<Buffer> {
  if (source.length > mostBytes)
    throw invalidImage(
      `The SVG has ${source.length} bytes, and may have ${mostBytes}. Export it as PNG, or simplify its paths.`,
    );
  const root = readSvg(decodeText(source));
  chooseSize(root);
  const elements = listElements(root);
  const gradients = new Set(
    elements.flatMap(({ name, attributes }) =>
      name.endsWith('Gradient') ? (attributes.get('id') ?? []) : [],
    ),
  );
  for (const element of elements) {
    for (const [name, value] of element.attributes) {
      const kept = name === 'href' ? value : keepLocalReferences(value);
      if (kept === null) element.attributes.delete(name);
      else element.attributes.set(name, kept);
    }
    if (element.name === 'style')
      element.children = [keepLocalStyles(element.children.join(''), (id) => gradients.has(id))];
  }
  await embedPictures(elements);
  checkReferences(root, elements);
  return Buffer.from(writeSvg(root));
}

function decodeText(source: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(source);
  } catch {
    throw invalidImage('The SVG is not UTF-8. Save it as UTF-8.');
  }
}

function listElements(root: SvgElement): SvgElement[] {
  const found: SvgElement[] = [root];
  for (const element of found)
    for (const child of element.children) if (typeof child !== 'string') found.push(child);
  return found;
}

/** Keeps references to elements, and pictures in `data:` URLs; every other reference is removed. */
async function embedPictures(elements: SvgElement[]): Promise<void> {
  let left = mostInside;
  for (const { name, attributes } of elements) {
    const reference = attributes.get('href');
    if (reference === undefined || (reference.startsWith('#') && name !== 'a')) continue;
    attributes.delete('href');
    const [, encoded] = /^data:[^,]*;base64,(.*)$/is.exec(reference) ?? [];
    if (encoded === undefined || (name !== 'image' && name !== 'feImage')) continue;
    const { png, pixels } = await convertPicture(Buffer.from(encoded, 'base64'), left);
    left -= pixels;
    attributes.set('href', `data:image/png;base64,${png.toString('base64')}`);
  }
}

async function convertPicture(bytes: Buffer, most: number): Promise<{ png: Buffer; pixels: number }> {
  const type = sniffImage(bytes);
  if (type === null || type === 'image/svg+xml')
    throw invalidImage(
      'A picture inside the SVG is no PNG, JPEG, WebP, AVIF or GIF. Convert it, or leave it out.',
    );
  const picture = sharp(bytes, { failOn: 'warning', limitInputPixels: false });
  const { width, height } = await picture.metadata();
  if (width * height > most)
    throw invalidImage(
      `The pictures inside the SVG have more than ${mostInside / 1e6} megapixels together. Scale them down.`,
    );
  return { png: await picture.autoOrient().png({ compressionLevel: 1 }).toBuffer(), pixels: width * height };
}

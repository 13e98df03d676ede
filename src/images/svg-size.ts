import { invalidImage } from './refusal.ts';
import type { SvgElement } from './svg-tree.ts';

/** The most pixels of what is drawn. */
const widest = 1920;
const highest = 3840;

/** CSS pixels of the absolute units (CSS Values 4, 6.2), and of the relative ones by the initial font. */
const units: Record<string, number> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  em: 16,
  ex: 8,
};

const number = '[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?';
const length = new RegExp(`^\\s*(${number})(px|pt|pc|in|cm|mm|em|ex)?\\s*$`, 'i');
const box = new RegExp(`^\\s*(${number})[\\s,]+(${number})[\\s,]+(${number})[\\s,]+(${number})\\s*$`, 'i');

/**
 * Sets the size of the root: its own, else that of the view box; scaled down to at most 1920 × 3840 pixels.
 * @throws Problem `image-invalid`
 */
export function chooseSize({ attributes }: SvgElement): void {
  const viewBox = box
    .exec(attributes.get('viewBox') ?? '')
    ?.slice(1)
    .map(Number);
  const [, , boxWidth = NaN, boxHeight = NaN] = viewBox ?? [];
  const givenWidth = readLength(attributes.get('width'));
  const givenHeight = readLength(attributes.get('height'));
  const width = givenWidth ?? (givenHeight === null ? boxWidth : (givenHeight * boxWidth) / boxHeight);
  const height = givenHeight ?? (givenWidth === null ? boxHeight : (givenWidth * boxHeight) / boxWidth);
  if (!(width > 0 && height > 0 && Number.isFinite(width) && Number.isFinite(height)))
    throw invalidImage(
      'The SVG has no size. Give its root element a `viewBox`, or a `width` and a `height`.',
    );
  const scale = Math.min(1, widest / width, highest / height);
  if (!viewBox) attributes.set('viewBox', `0 0 ${width} ${height}`);
  // libvips draws a pixel of the root as 96/72 of its own at 96 dpi.
  attributes.set('width', `${Math.max(1, Math.round(width * scale)) * 0.75}px`);
  attributes.set('height', `${Math.max(1, Math.round(height * scale)) * 0.75}px`);
}

function readLength(text: string | undefined): number | null {
  const [, value, unit = ''] = length.exec(text ?? '') ?? [];
  return value === undefined ? null : Number(value) * (units[unit.toLowerCase()] ?? 1);
}

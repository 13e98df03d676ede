import { type Static, Type } from 'typebox';
import { imageTypes } from '../../db/schema/images.ts';
import {
  CreatedAt,
  closed,
  fieldsOf,
  nullable,
  oneOf,
  pageOf,
  part,
  Revision,
  UpdatedAt,
  Uuid,
} from '../../wire.ts';

export const AltText = Type.String(
  part('AltText', {
    maxLength: 2000,
    'x-rule': 'caption',
    description: 'What it shows, for those who do not see it, on one line; empty for none.',
    examples: ['The training loss.'],
  }),
);

const VariantSchema = closed(
  {
    width: Type.Integer({ minimum: 1, description: 'In pixels.', examples: [640] }),
    mediaType: Type.String({ examples: ['image/webp'] }),
    url: Type.String({
      description: 'With the width in its name; `.jpg` in the place of `.webp` is the same as JPEG.',
      examples: ['/v1/images/0197b6f0-8a4e-7c31-9d2b-3f6c1e5a7b90/640.webp'],
    }),
  },
  part('ImageVariant'),
);
export const VariantList = Type.Array(
  VariantSchema,
  part('ImageVariants', {
    description:
      'The widths in which it can be had, ascending: those of 320, 640, 960, 1280 and 1920 that it has, and the next one in its own width. For `srcset`. Where `IMAGES_AVIF` allows that, all of them again as `image/avif`, behind those as `image/webp`: for a `source` of `picture`.',
  }),
);
export const PlaceholderUrl = Type.String(
  part('PlaceholderUrl', {
    description: 'A tiny picture as a `data:` URL, to be shown blurred until the image is there.',
    examples: ['data:image/webp;base64,UklGRhwAAABXRUJQVlA4TBAAAAAvAAAAAAfQ//73v/+BiOh/AAA='],
  }),
);
export const HexColor = Type.String({ description: 'Its dominant colour.', examples: ['#e8eef7'] });
export const PixelWidth = Type.Integer({
  minimum: 1,
  description: 'In pixels, turned as it is shown.',
  examples: [1600],
});
export const PixelHeight = Type.Integer({ minimum: 1, description: 'In pixels.', examples: [900] });
const url = Type.String({
  description:
    'The largest variant. An address of this service: absolute where `PUBLIC_URL` or a trusted proxy says what it is, else a path. Of an image that is not public it is signed for an hour, so that a browser can load it without the key.',
  examples: ['/v1/images/0197b6f0-8a4e-7c31-9d2b-3f6c1e5a7b90/1920.webp'],
});

export const Image = closed(
  {
    id: Uuid(),
    sha256: Type.String({
      description: 'SHA-256 of the bytes that were sent, in hexadecimal: the same bytes are the same image.',
      examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
    }),
    storedSha256: nullable(Type.String(), {
      description:
        'SHA-256 of `original.*`, the picture as it is stored. Sent again, those bytes are the same image, too.',
      examples: ['2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae'],
    }),
    mediaType: oneOf(imageTypes, {
      description: 'Of the picture as it is stored; one that was sent as SVG is a PNG.',
      examples: ['image/png'],
    }),
    bytes: Type.Integer({ minimum: 1, description: 'The size of that.', examples: [48_213] }),
    width: PixelWidth,
    height: PixelHeight,
    alt: AltText,
    placeholder: PlaceholderUrl,
    color: HexColor,
    url,
    variants: VariantList,
    animated: Type.Boolean({
      description: 'Whether it moves; its variants as WebP do, too.',
      examples: [false],
    }),
    createdAt: CreatedAt,
    updatedAt: UpdatedAt,
    revision: Revision,
  },
  {
    $id: 'Image',
    description:
      'A picture that reviews show: in a body as `![alt](image:{id} "title")`, or as `cover`. The public sees it from the first published review that shows it until the last one is gone.',
  },
);

export const ImagePage = pageOf(Image, 'ImagePage', 'The images of this page.');
export const ImageFields = fieldsOf(Image, 'ImageFields');
export const ImageFieldsPage = pageOf(ImageFields, 'ImageFieldsPage', 'The images of this page.');

export const ImagePatch = closed(
  { alt: Type.Optional(AltText) },
  {
    $id: 'ImagePatch',
    description: 'A JSON merge patch (RFC 7396): only what is sent changes.',
    examples: [{ alt: 'The training loss over ten epochs.' }],
  },
);

export const PrunedImages = closed(
  {
    images: Type.Integer({ minimum: 0, description: 'How many images were deleted.', examples: [3] }),
    files: Type.Integer({
      minimum: 0,
      description:
        'How many files without an image, of uploads that were cut off, were removed from the storage.',
      examples: [0],
    }),
  },
  { $id: 'PrunedImages' },
);

export type Image = Static<typeof Image>;
export type ImagePatch = Static<typeof ImagePatch>;
export type PrunedImages = Static<typeof PrunedImages>;

/** The path parameters of an image. */
export const imageParams = closed({
  image: Uuid({ description: 'The id of the image.' }),
});

/** The named components of the OpenAPI document. */
export const imageComponents = [Image, ImagePage, ImageFields, ImageFieldsPage, ImagePatch, PrunedImages];

/** The absolute URL of a cover; null where the base of this service is not known, or only in a raw answer. */
export function imageOf(cover: { url: string } | null | undefined): string | null {
  const url = cover?.url;
  return url !== undefined && /^https?:/.test(url) ? url : null;
}

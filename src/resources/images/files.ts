import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { LRUCache } from 'lru-cache';
import { uuidv7 } from '../../db/schema/columns.ts';
import type { StoredImageType } from '../../db/schema/images.ts';
import { imageKey, originalKey, originalName } from '../../images/keys.ts';
import type { ImageProcessor } from '../../images/processor.ts';
import { variantsOf } from '../../images/variants.ts';
import { Problem } from '../../problems.ts';
import {
  type ByteRange,
  explainFullDisk,
  type Storage,
  StorageUnavailable,
  type StoredStream,
} from '../../storage/storage.ts';

/** The formats of variants, by extension. */
export const variantTypes = { webp: 'image/webp', jpg: 'image/jpeg', avif: 'image/avif' } as const;
export type VariantFormat = keyof typeof variantTypes;

/** A file of an image as it is addressed. */
export interface ImageFile {
  mediaType: string;
  /** Opens it, made at first need; undefined when its original is not in the storage. */
  open(range?: ByteRange): Promise<StoredStream | undefined>;
  /**
   * For one that takes seconds to make: begins that when it is not there.
   * @returns the name of the file that is sent meanwhile; undefined when it is there
   */
  findStandIn?(): Promise<string | undefined>;
}

interface Pictured {
  id: string;
  mediaType: StoredImageType;
  width: number;
  height: number;
}

/** The variants that are being made by this process, so that many who ask wait for one. */
type Making = Map<string, Promise<void>>;

/** How long a variant is not tried again that could not be made, and of how many that is known. */
const failureTime = 3_600_000;
const mostFailed = 1000;

/** Reads the files of images; variants are made at first need, once for all who ask. */
export function openImageFiles({ storage, processor }: { storage: Storage; processor: ImageProcessor }) {
  const making: Making = new Map();
  const failed = new LRUCache<string, true>({ max: mostFailed, ttl: failureTime });

  /** @returns undefined for a name that no file of the image has */
  function findFile(image: Pictured, name: string, formats: readonly VariantFormat[]): ImageFile | undefined {
    const { id, mediaType } = image;
    if (name === originalName(mediaType))
      return { mediaType, open: (range) => storage.get(originalKey(id, mediaType), range) };
    const [, width, extension] = /^(\d+)\.(webp|jpg|avif)$/.exec(name) ?? [];
    const format = formats.find((one) => one === extension);
    if (format === undefined || !variantsOf(image).some((variant) => `${variant.name}` === width))
      return undefined;
    const key = imageKey(id, name);
    return {
      mediaType: variantTypes[format],
      async open(range) {
        const found = await storage.get(key, range);
        if (found) return found;
        await make(image, key, { width: Number(width), format });
        return storage.get(key, range);
      },
      ...(format === 'avif' && {
        async findStandIn() {
          if (await storage.head(key)) return undefined;
          if (!failed.has(key))
            make(image, key, { width: Number(width), format }).catch((error) => {
              // What the service lacks at the moment is tried again.
              if (error instanceof Problem && error.code === 'image-invalid') failed.set(key, true);
            });
          return `${width}.webp`;
        },
      }),
    };
  }

  function make(image: Pictured, key: string, how: { width: number; format: VariantFormat }): Promise<void> {
    const known = making.get(key);
    if (known) return known;
    const made = makeVariant(image, key, how).finally(() => making.delete(key));
    making.set(key, made);
    return made;
  }

  async function makeVariant(
    { id, mediaType }: Pictured,
    key: string,
    how: { width: number; format: VariantFormat },
  ): Promise<void> {
    const [original, variant] = ['original', 'variant'].map((name) =>
      join(tmpdir(), `postil-${name}-${uuidv7()}`),
    );
    try {
      const stored = await storage.get(originalKey(id, mediaType));
      if (!stored)
        throw new StorageUnavailable(new Error(`The picture of image ${id} is not in the storage`));
      await pipeline(stored.stream, createWriteStream(`${original}`, { flags: 'wx', mode: 0o600 }));
      await processor.makeVariant(`${original}`, how, `${variant}`, stored.bytes);
      await storage.put(key, `${variant}`, variantTypes[how.format]);
    } catch (error) {
      throw explainFullDisk(error);
    } finally {
      await rm(`${original}`, { force: true });
      await rm(`${variant}`, { force: true });
    }
  }

  return { findFile };
}

export type ImageFiles = ReturnType<typeof openImageFiles>;

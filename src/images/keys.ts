import type { StoredImageType } from '../db/schema/images.ts';

export const extensions: Record<StoredImageType, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/gif': 'gif',
};

/**
 * The storage key of a file of an image, in two levels of folders. They are made of the end of the id, which is random; its
 * beginning is a time (UUIDv7).
 */
export const imageKey = (id: string, name: string): string =>
  `${id.slice(-2)}/${id.slice(-4, -2)}/${id}/${name}`;

export const originalName = (type: StoredImageType): string => `original.${extensions[type]}`;

export const originalKey = (id: string, type: StoredImageType): string => imageKey(id, originalName(type));

import type { Readable } from 'node:stream';
import { Problem } from '../problems.ts';

/** The bytes of a file from `start` to `end`, both included and counted from 0 (RFC 9110, 14.1.2). */
export interface ByteRange {
  start: number;
  end: number;
}

/** A file that is read. The caller reads the stream to its end or destroys it: it holds a file or a connection. */
export interface StoredStream {
  /** Ends with StorageUnavailable when the storage breaks off before all bytes came. */
  stream: Readable;
  /** The bytes that come: fewer than `total` with a range, none when that begins behind the end. */
  bytes: number;
  /** The bytes of the whole file. */
  total: number;
}

/** What is known of a file. */
export interface StoredFile {
  bytes: number;
  modifiedAt: Date;
}

/** A file of a list. */
export interface ListedFile extends StoredFile {
  key: string;
}

/**
 * Files by key, in a folder or in an S3 bucket. Every member throws StorageUnavailable when the storage is away, and
 * RangeError for a key that isStorageKey refuses.
 */
export interface Storage {
  /**
   * Stores a local file under a key, and replaces what was there: readers get the old file or the new one as a whole, also after a
   * crash. The file is durable when this resolves.
   * @param file the path of the local file, which stays as it is
   * @param mediaType kept by S3 alone
   */
  put(key: string, file: string, mediaType: string): Promise<void>;
  /** Opens a file, or a range of it that is cut at its end; undefined when there is none. */
  get(key: string, range?: ByteRange): Promise<StoredStream | undefined>;
  head(key: string): Promise<StoredFile | undefined>;
  /** Removes files; those that are not there are passed over. */
  remove(keys: readonly string[]): Promise<void>;
  /** Lists the files whose keys begin with a prefix, in any order. What has no valid key is left out. */
  list(prefix?: string): AsyncIterable<ListedFile>;
  /**
   * Removes the temporary files of writers that were killed. S3 keeps none.
   * @param before only those last written to before this time, so not those of writers at work
   * @param options `dryRun`: counts them only
   * @returns how many
   */
  removeLeftovers(before: Date, options?: { dryRun: boolean }): Promise<number>;
  /** Checks that the storage can be listed and written to, for a start: makes a missing folder, which nothing else does. */
  check(): Promise<void>;
  /** Closes idle connections. */
  close(): Promise<void>;
}

/** A full disk or an exceeded quota, in the errors of Node and in those of libvips. */
const full = /\b(?:ENOSPC|EDQUOT)\b|No space left on device|Disk quota exceeded/;
const isFull = (cause: unknown) => full.test(`${cause}`);

/** The error of a write to a temporary file: that of a full disk as StorageUnavailable, others as they are. */
export const explainFullDisk = (error: unknown): unknown =>
  isFull(error) ? new StorageUnavailable(error) : error;

/** The storage is away, full or refuses: 503. The answer says of the cause only that a disk is full; the rest is for the log. */
export class StorageUnavailable extends Problem {
  override name = 'StorageUnavailable';
  override readonly cause: unknown;

  constructor(cause: unknown) {
    const detail = isFull(cause)
      ? 'A disk of the storage of files is full: nothing was stored. Make room, such as by `DELETE /v1/images?unused=true`, and send it again.'
      : undefined;
    super('storage-unavailable', detail, { headers: { 'Retry-After': '5' } });
    this.cause = cause;
  }
}

/**
 * Whether a text can be a key: `ab/cd/original.png`, of at most 512 characters. An allow-list, so that no key leads out of a folder,
 * needs an encoding, or differs from another by case alone. Folders have no dot and files have one: no key is another's folder.
 */
export function isStorageKey(text: string): boolean {
  return (
    text.length <= 512 &&
    /^([a-z0-9]+([_-][a-z0-9]+)*\/)*[a-z0-9]+([_-][a-z0-9]+)*(\.[a-z0-9]+([_-][a-z0-9]+)*)+$/.test(text) &&
    text.split('/').every((part) => part.length <= 200)
  );
}

/** Returns a valid key. @throws RangeError for any other text, which is a bug of the caller */
export function checkKey(key: string): string {
  if (!isStorageKey(key)) throw new RangeError('A storage key breaks the rule of isStorageKey');
  return key;
}

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { measureStream } from './measured.ts';
import { parsePage, type S3Page } from './s3-list.ts';
import {
  createS3Client,
  defaultTiming,
  readAnswer,
  type S3Body,
  type S3Bucket,
  type S3Client,
  type S3Timing,
} from './s3-request.ts';
import { emptySha256 } from './s3-signature.ts';
import {
  type ByteRange,
  checkKey,
  isStorageKey,
  type ListedFile,
  type Storage,
  StorageUnavailable,
  type StoredFile,
  type StoredStream,
} from './storage.ts';

/** How many objects are removed at once. */
const removedAtOnce = 8;

/** The most bytes of a page of 1,000 keys. */
const mostPageBytes = 8 * 1024 * 1024;

/** An empty object that `check` writes: no key of a file, and the same each time, so that checks leave one object. */
const probe = {
  key: '.postil-check',
  body: {
    bytes: 0,
    sha256: emptySha256,
    mediaType: 'application/octet-stream',
    open: () => Readable.from([]),
  },
};

/**
 * Opens a storage in an S3 bucket, with path-style addresses. It needs the rights s3:GetObject, s3:PutObject, s3:DeleteObject and
 * s3:ListBucket; without the last, S3 answers 403 where it should 404.
 */
export function openS3Storage(bucket: S3Bucket, timing: Partial<S3Timing> = {}): Storage {
  const client = createS3Client(bucket, { ...defaultTiming, ...timing });
  return {
    put: async (key, file, mediaType) => {
      const body = await describeFile(file, mediaType);
      await client.send({ method: 'PUT', key: checkKey(key), body }, drain);
    },
    get: async (key, range) => getObject(client, checkKey(key), range),
    head: async (key) => getHead(client, checkKey(key)),
    remove: async (keys) => {
      const rest = keys.map(checkKey);
      while (rest.length > 0)
        await Promise.all(
          rest.splice(0, removedAtOnce).map((key) => client.send({ method: 'DELETE', key }, drain)),
        );
    },
    list: (prefix = '') => listObjects(client, bucket.prefix, prefix),
    removeLeftovers: async () => 0,
    check: async () => {
      await getPage(client, { prefix: bucket.prefix, 'max-keys': '1' });
      await client.send({ method: 'PUT', ...probe }, drain);
    },
    close: async () => client.close(),
  };
}

/** Lists page by page. Objects of others, with keys that are none of ours, are left out. */
async function* listObjects(client: S3Client, root: string, prefix: string): AsyncGenerator<ListedFile> {
  const query: Record<string, string> = { prefix: root + prefix };
  for (let next: string | undefined; ; ) {
    const page: S3Page = await getPage(client, next ? { ...query, 'continuation-token': next } : query);
    for (const file of page.files) {
      const key = file.key.slice(root.length);
      if (file.key.startsWith(root + prefix) && isStorageKey(key)) yield { ...file, key };
    }
    if (page.next === undefined) return;
    if (page.next === next) throw new StorageUnavailable(new Error('S3 answered the same page again'));
    next = page.next;
  }
}

async function getPage(client: S3Client, query: Record<string, string>): Promise<S3Page> {
  const page = await client.send(
    { method: 'GET', key: '', query: { 'list-type': '2', ...query } },
    async (response) => parsePage(await readAnswer(response, mostPageBytes)),
  );
  if (!page) throw new StorageUnavailable(new Error('S3 answered that the bucket is a missing object'));
  return page;
}

/** Reads a file once for its SHA-256, which is cheap beside sending it, and lets S3 refuse what was changed on the way. */
async function describeFile(file: string, mediaType: string): Promise<S3Body> {
  const hash = createHash('sha256');
  const { size: bytes } = await stat(file);
  await pipeline(createReadStream(file), hash);
  const open = () => createReadStream(file, { end: bytes - 1 });
  return { bytes, sha256: hash.digest('hex'), mediaType, open };
}

async function getObject(
  client: S3Client,
  key: string,
  range: ByteRange | undefined,
): Promise<StoredStream | undefined> {
  const asked = range && `bytes=${range.start}-${range.end}`;
  const found = await client.send({ method: 'GET', key, range: asked }, (response) =>
    readObject(response, range),
  );
  if (found || !range) return found;
  // Not there, or the range begins behind the end (416): only a HEAD tells how long the object is.
  const head = await getHead(client, key);
  if (!head || range.start < head.bytes) return undefined;
  return { stream: Readable.from([], { objectMode: false }), bytes: 0, total: head.bytes };
}

async function readObject(response: IncomingMessage, range: ByteRange | undefined): Promise<StoredStream> {
  const bytes = readCount(response.headers['content-length']);
  const [, first, whole] = /^bytes (\d+)-\d+\/(\d+)$/.exec(response.headers['content-range'] ?? '') ?? [];
  const total = whole === undefined ? bytes : readCount(whole);
  const isAsked = range
    ? Number(first ?? 0) === range.start && bytes <= range.end - range.start + 1
    : bytes === total;
  if (isAsked) return { stream: measureStream(response, bytes), bytes, total };
  response.destroy();
  throw new Error('S3 answered another range than the one asked for');
}

async function readHead({ headers }: IncomingMessage): Promise<StoredFile> {
  return { bytes: readCount(headers['content-length']), modifiedAt: new Date(headers['last-modified'] ?? 0) };
}

function readCount(text: string | undefined): number {
  if (!/^\d{1,15}$/.test(text ?? '')) throw new Error('S3 answered without the length of an object');
  return Number(text);
}

async function getHead(client: S3Client, key: string): Promise<StoredFile | undefined> {
  return client.send({ method: 'HEAD', key }, readHead);
}

async function drain(response: IncomingMessage): Promise<void> {
  await readAnswer(response, 65_536);
}

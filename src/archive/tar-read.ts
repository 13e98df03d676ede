import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar-stream';
import { splitLines } from '../http/json/lines.ts';
import { type ArchivedImage, readArchivedImages } from './archived-image.ts';
import { ArchiveRefused } from './refusal.ts';

/** The name of the NDJSON in a tar, which is its first entry. */
export const rowsName = 'archive.ndjson';
/** The size of a header, and of the unit of everything in a tar (POSIX, pax, "ustar Interchange Format"). */
const block = 512;

/** A local file, or the part of it from `start` to `end`, both included. */
export type ReadFile = (part?: { start: number; end: number }) => AsyncIterable<Buffer>;

/** The media type of a tar. */
export const tarType = 'application/x-tar';

/** Whether a file with these first 262 bytes is a tar, or the start of one of `export`. */
export const isTar = (beginning: string): boolean =>
  beginning.startsWith('ustar', 257) || beginning.startsWith(`${rowsName}\0`);

/** A tar whose entries were checked: the NDJSON, and the files of its images. */
export interface TarArchive {
  lines(): AsyncIterable<string>;
  /** The images with their bytes, which are to be read one after the other. */
  images(): AsyncIterable<{ image: ArchivedImage; bytes: AsyncIterable<Buffer> }>;
}

/**
 * Opens a tar archive, after a first pass over all of it: it has the NDJSON and the file of each of its images, each of the size
 * and the SHA-256 that its row has, and nothing else.
 * @param longest the most characters of a line
 * @throws ArchiveRefused
 */
export async function openTarArchive(read: ReadFile, longest?: number): Promise<TarArchive> {
  const size = await findRows(read);
  const lines = () => splitLines(read({ start: block, end: block + size - 1 }), longest);
  const images = () => readImages(read, lines());
  for await (const { bytes } of images()) for await (const _ of bytes);
  return { lines, images };
}

/** The size of the NDJSON. */
async function findRows(read: ReadFile): Promise<number> {
  for await (const { header } of readEntries(read({ start: 0, end: block - 1 }), true))
    if (header.name === rowsName && header.type === 'file' && header.size) return header.size;
  throw new ArchiveRefused('This is no archive of Postil: a tar of one begins with archive.ndjson.');
}

async function* readImages(
  read: ReadFile,
  lines: AsyncIterable<string>,
): AsyncGenerator<{ image: ArchivedImage; bytes: AsyncIterable<Buffer> }> {
  const expected = readArchivedImages(lines);
  let isFirst = true;
  for await (const { header, bytes, skip } of readEntries(checkEnd(read()))) {
    const { name, size, type } = header;
    if (isFirst) {
      isFirst = false;
      skip();
      continue;
    }
    const { value: image } = await expected.next();
    if (!image || name !== image.name || type !== 'file')
      throw new ArchiveRefused(
        `The archive has "${quote(name)}" where ${image ? `"${image.name}"` : 'nothing'} belongs: leave it as \`export\` wrote it.`,
      );
    if (size !== image.bytes)
      throw new ArchiveRefused(
        `${image.name} has ${size} bytes in the archive, and ${image.bytes} by its row.`,
      );
    yield { image, bytes: checkBytes(bytes, image) };
  }
  const { value: missing } = await expected.next();
  if (missing) throw new ArchiveRefused(`The archive was cut off: ${missing.name} is missing.`);
}

/** Passes bytes on, and refuses others than those of the image at their end. */
async function* checkBytes(
  bytes: AsyncIterable<Buffer>,
  { name, sha256 }: ArchivedImage,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
  if (sha256 !== null && hash.digest('hex') !== sha256)
    throw new ArchiveRefused(`${name} is damaged: it has not the SHA-256 of its row.`);
}

/** The entries of a tar. @param isPart whether it may end anywhere */
async function* readEntries(tar: AsyncIterable<Buffer>, isPart = false) {
  const entries = extract();
  const piped = pipeline(Readable.from(tar), entries).then(
    () => undefined,
    (error: Error) => error,
  );
  // What a reader of an entry gets, says only that the tar was destroyed.
  const explain = async (error: unknown) => explainFault((await piped) ?? error);
  async function* readBytes(entry: AsyncIterable<unknown>, size = 0): AsyncGenerator<Buffer> {
    let left = size;
    try {
      for await (const chunk of entry as AsyncIterable<Buffer>) {
        left -= chunk.length;
        yield chunk;
      }
    } catch (error) {
      throw await explain(error);
    }
    // Destroyed at a certain moment, it ends as if it were whole.
    if (left > 0) throw await explain(new ArchiveRefused(cutOff));
  }
  try {
    for await (const entry of entries)
      yield { header: entry.header, bytes: readBytes(entry, entry.header.size), skip: () => entry.resume() };
  } catch (error) {
    if (!isPart) throw await explain(error);
  } finally {
    entries.destroy();
    await piped;
  }
}

/** The errors of tar-stream are of the tar; those of reading it have a code of the system. */
function explainFault(error: unknown): unknown {
  if (error instanceof ArchiveRefused || (error instanceof Error && 'syscall' in error)) return error;
  return new ArchiveRefused(
    /Unexpected end/.test(String(error)) ? cutOff : 'The archive is damaged: it is no tar that can be read.',
  );
}

const cutOff = 'The archive was cut off: the end of the tar is missing.';

/** Passes a tar on, and refuses one without the two blocks of zeros at its end, which readers of tars do not miss. */
export async function* checkEnd<T extends Uint8Array>(bytes: AsyncIterable<T>): AsyncGenerator<T> {
  let end = Buffer.alloc(0);
  for await (const chunk of bytes) {
    end = Buffer.concat([end, chunk.subarray(-2 * block)]).subarray(-2 * block);
    yield chunk;
  }
  if (end.length < 2 * block || end.some((byte) => byte !== 0)) throw new ArchiveRefused(cutOff);
}

const quote = (name: string) => name.replace(/[^\x20-\x7e]/g, '?').slice(0, 80);

import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { basename, extname } from 'node:path/posix';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import iconv from 'iconv-lite';
import { type Entry, getFileNameLowLevel, openPromise, validateFileName } from 'yauzl';
import { ImportRefused } from './refused.ts';

/** What a zip may hold. */
export const zipBounds = { entries: 50_000, fileBytes: 256 * 1024 * 1024, bytes: 4 * 1024 * 1024 * 1024 };

interface Member {
  entry: Entry;
  path: string;
}

/**
 * Extracts a zip into an empty folder. Its whole directory is checked first: names that lead out of the folder, links, two
 * files of one name, encryption, and what the files say that they unpack to; each file must then be as long as it says,
 * with its CRC.
 * @throws ImportRefused
 */
export async function unzip(file: string, folder: string, bounds = zipBounds): Promise<void> {
  const zip = await openPromise(file, {
    decodeStrings: false,
    autoClose: false,
  }).catch(refuse);
  try {
    const members: Member[] = [];
    const names = new Set<string>();
    let bytes = 0;
    if (zip.entryCount > bounds.entries)
      throw new ImportRefused(`The zip holds ${zip.entryCount} files; at most ${bounds.entries} are taken`);
    for await (const entry of zip.eachEntry()) {
      const path = readName(entry);
      if (path.endsWith('/') || isOfSystem(path)) continue;
      checkEntry(entry, path, bounds.fileBytes);
      if (names.has(path)) throw new ImportRefused(`The zip holds two files called "${path}"`);
      names.add(path);
      bytes += entry.uncompressedSize;
      if (bytes > bounds.bytes)
        throw new ImportRefused(`The zip unpacks to more than ${bounds.bytes / 2 ** 20} MiB`);
      members.push({ entry, path });
    }
    for (const { entry, path } of members) {
      const target = join(folder, shortenPath(path));
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      const source = await zip.openReadStreamPromise(entry);
      await pipeline(source, checkSum(entry, path), createWriteStream(target, { flags: 'wx', mode: 0o600 }));
    }
  } catch (error) {
    refuse(error);
  } finally {
    zip.close();
  }
}

function refuse(error: unknown): never {
  if (error instanceof ImportRefused) throw error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'EACCES' || code === 'ENOSPC') throw error;
  throw new ImportRefused(`The zip is broken: ${message}`, { cause: error });
}

/** UTF-8 where that is said or can be, else CP949, as Windows in Korea writes. @throws ImportRefused */
function readName(entry: Entry): string {
  const bytes = entry.fileName as unknown as Buffer;
  const attempts = [
    () => unicodePath(entry, bytes),
    () => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
    () => readCp949(bytes),
  ];
  for (const attempt of attempts) {
    try {
      const name = attempt();
      if (name !== null) return checkName(name.normalize('NFC'));
    } catch (error) {
      if (error instanceof ImportRefused) throw error;
    }
  }
  throw new ImportRefused('The zip holds a file whose name is neither UTF-8 nor CP949');
}

/** Node's own decoder knows only the syllables of KS X 1001. */
function readCp949(bytes: Buffer): string {
  const name = iconv.decode(bytes, 'cp949');
  if (name.includes('\ufffd')) throw new TypeError('not CP949');
  return name;
}

/** The name of Info-ZIP's extra field, where there is one. */
function unicodePath(entry: Entry, bytes: Buffer): string | null {
  const has = entry.extraFields.some(({ id }) => id === 0x7075);
  return has ? getFileNameLowLevel(0x800, bytes, entry.extraFields, true) : null;
}

function checkName(name: string): string {
  const fault = validateFileName(name) ?? (/\p{Cc}/u.test(name) || name === '' ? 'control characters' : null);
  if (fault !== null)
    throw new ImportRefused(
      `The zip holds a file that would lie outside of it: ${JSON.stringify(name.slice(0, 200))}`,
    );
  return name
    .split('/')
    .filter((part, index, parts) => part !== '.' && (part !== '' || index === parts.length - 1))
    .join('/');
}

const isOfSystem = (path: string) =>
  /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/.test(path);

function checkEntry(entry: Entry, path: string, most: number): void {
  const kind = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (kind !== 0 && kind !== 0o100000)
    throw new ImportRefused(`The zip holds "${path}", which is no file but a link or a device`);
  if (entry.isEncrypted()) throw new ImportRefused('The zip is encrypted: unpack it, and import the folder');
  if (entry.uncompressedSize > most)
    throw new ImportRefused(`The zip holds "${path}" of more than ${most / 2 ** 20} MiB`);
}

function checkSum(entry: Entry, path: string): Transform {
  let sum = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sum = crc32(chunk, sum);
      done(null, chunk);
    },
    flush(done) {
      done(
        sum === entry.crc32 ? null : new ImportRefused(`The zip is broken: "${path}" is not as its CRC says`),
      );
    },
  });
}

/** File systems take 255 bytes for a name, and a Korean title may have more. */
const shortenPath = (path: string) => path.split('/').map(shortenName).join('/');

function shortenName(name: string): string {
  if (Buffer.byteLength(name) <= 250) return name;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 16);
  const ending = extname(name).slice(0, 12);
  return `${[...basename(name, ending)].slice(0, 50).join('')}-${digest}${ending}`;
}

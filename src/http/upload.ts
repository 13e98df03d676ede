import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import { uuidv7 } from '../db/schema/columns.ts';
import { invalidBody, Problem } from '../problems.ts';
import { explainFullDisk } from '../storage/storage.ts';

/** A picture that was received, in a temporary file. */
export interface Upload {
  file: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  sha256: string;
  bytes: number;
  alt: string | undefined;
  remove(): Promise<void>;
}

export interface UploadLimits {
  /** The most bytes of a picture. */
  bytes: number;
  /** Called for every started MiB, before more is read. @throws Problem too-many-requests */
  onMebibyte(): void;
}

/**
 * Receives a picture as it comes, in constant memory: each chunk is written to a temporary file before the next is read.
 * @param type the Content-Type of the request
 * @throws Problem payload-too-large, invalid-body, malformed-request, storage-unavailable (a full temporary disk)
 */
export function receiveUpload(
  body: AsyncIterable<Uint8Array>,
  type: string,
  limits: UploadLimits,
): Promise<Upload> {
  return /^multipart\/form-data\b/i.test(type) ? receiveForm(body, type, limits) : receiveFile(body, limits);
}

async function receiveFile(chunks: AsyncIterable<Uint8Array>, limits: UploadLimits): Promise<Upload> {
  const file = join(tmpdir(), `postil-upload-${uuidv7()}`);
  const handle = await open(file, 'wx', 0o600);
  const remove = () => rm(file, { force: true });
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of chunks) {
      const before = bytes;
      bytes += chunk.byteLength;
      if (bytes > limits.bytes) throw tooLarge(limits);
      for (let at = Math.ceil(before / mebibyte); at < Math.ceil(bytes / mebibyte); at += 1)
        limits.onMebibyte();
      hash.update(chunk);
      // A plain write may write a part only.
      await handle.appendFile(chunk);
    }
    if (bytes === 0) throw invalidBody('', 'must be the bytes of a picture: it is empty');
    return { file, sha256: hash.digest('hex'), bytes, alt: undefined, remove };
  } catch (error) {
    await remove();
    throw explainFullDisk(error);
  } finally {
    await handle.close();
  }
}

const mebibyte = 2 ** 20;

export const tooLarge = ({ bytes }: Pick<UploadLimits, 'bytes'>): Problem =>
  new Problem(
    'payload-too-large',
    `The picture is larger than ${bytes / mebibyte} MiB (IMAGE_MAX_MB). Scale it down, or compress it more.`,
  );

const mostAlt = 8000;

/** A form (multipart/form-data, RFC 7578): one file, and the field `alt`. */
function receiveForm(body: AsyncIterable<Uint8Array>, type: string, limits: UploadLimits): Promise<Upload> {
  return new Promise((resolve, reject) => {
    let received: Promise<Upload> | undefined;
    let part: BusboyFileStream | undefined;
    let alt: string | undefined;
    let failed = false;
    const source = Readable.from(body, { objectMode: false });
    const fail = (error: unknown) => {
      if (failed) return;
      failed = true;
      source.unpipe();
      source.destroy();
      // Its reader ends, too, and removes what it has written.
      part?.destroy(new Error('The form was refused or cut off.'));
      received?.then(({ remove }) => remove()).catch(() => undefined);
      reject(error);
    };
    const form = openForm(type, fail);
    if (!form) return;
    form.on('file', (name: string, file: BusboyFileStream) => {
      if (name !== 'file' || received) {
        file.resume();
        fail(
          received
            ? invalidBody('/file', 'must be one: send each picture in a request of its own')
            : invalidBody(
                `/${name}`,
                'is not a part of this form: the picture is `file`, what it shows `alt`',
              ),
        );
        return;
      }
      part = file;
      // Before it is read nobody else listens.
      file.on('error', () => undefined);
      received = receiveFile(file, limits);
      received.catch(fail);
    });
    form.on('field', (name: string | undefined, value: string, _isNameCut: boolean, isCut: boolean) => {
      if (name === 'file')
        fail(invalidBody('/file', 'must have a file name, as `-F file=@…` of curl sends it'));
      else if (name !== 'alt')
        fail(invalidBody(`/${name ?? ''}`, 'is not a part of this form: there are `file` and `alt`'));
      else if (alt !== undefined) fail(invalidBody('/alt', 'must be there once'));
      else if (isCut) fail(invalidBody('/alt', 'must have at most 2000 characters'));
      else alt = value;
    });
    for (const limit of ['partsLimit', 'fieldsLimit', 'filesLimit'])
      form.on(limit, () => fail(invalidBody('', 'must be a form of at most two parts: `file` and `alt`')));
    form.on('error', () =>
      fail(new Problem('malformed-request', 'The form is not complete multipart/form-data (RFC 7578).')),
    );
    form.on('finish', () => {
      if (failed) return;
      if (!received)
        fail(invalidBody('/file', 'is missing: the picture, as a part of the form with a file name'));
      else received.then((upload) => resolve({ ...upload, alt }), fail);
    });
    source.on('error', fail);
    source.pipe(form);
  });
}

function openForm(type: string, fail: (error: unknown) => void): Busboy | undefined {
  try {
    return new Busboy({
      headers: { 'content-type': type },
      limits: { files: 2, fields: 10, fieldSize: mostAlt, headerPairs: 20, parts: 12 },
    });
  } catch {
    fail(
      new Problem(
        'malformed-request',
        'The Content-Type multipart/form-data has no boundary (RFC 7578, 4.1).',
      ),
    );
    return undefined;
  }
}

import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { FastifyReply, FastifyRequest } from 'fastify';
import parseRanges from 'range-parser';
import type { PublicState } from '../db/unit-of-work/site.ts';
import { Problem } from '../problems.ts';
import { isUnmodified } from './conditional-reads.ts';
import { describeBytes } from './subject.ts';

/** A file that is sent. */
export interface SentFile {
  /** Names its bytes, which never change: the ETag. */
  tag: string;
  /** Opens it, or a range of it. */
  open(range?: { start: number; end: number }): Promise<OpenedFile | undefined>;
  /** Of a public answer: what invalidates it. Small ones are stored in the response cache. */
  subject: { id: string; kind: string; state: PublicState | undefined } | undefined;
}

interface OpenedFile {
  stream: Readable;
  bytes: number;
  total: number;
}

/** The largest file that is read into memory, and stored in the response cache. */
const mostBuffered = 512 * 1024;

/** `Range` in bytes (RFC 9110, 14.1.1). Others are ignored, and so is any of another method than GET (14.2). */
const ranges = /^bytes=[ \t]*(?:\d+-\d*|-\d+)(?:[ \t]*,[ \t]*(?:\d+-\d*|-\d+))*[ \t]*$/i;

/** Sends a file, or one range of it (RFC 9110, 14), with conditional requests. @throws Problem not-found, storage-unavailable */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { tag, open, subject }: SentFile,
): Promise<FastifyReply> {
  const etag = `"${tag}"`;
  reply.header('ETag', etag).header('Accept-Ranges', 'bytes');
  const { 'if-none-match': known, range, 'if-range': condition } = request.headers;
  if (known !== undefined && isUnmodified(known, etag)) return reply.code(304).send();
  const found = await open();
  if (!found) throw new Problem('not-found');
  const isRanged =
    request.method === 'GET' &&
    range !== undefined &&
    ranges.test(range) &&
    (condition === undefined || condition === etag);
  const wanted = isRanged ? parseRanges(found.total, range) : undefined;
  if (wanted === -1) {
    found.stream.destroy();
    throw new Problem(
      'range-not-satisfiable',
      `The file has ${found.total} bytes, and the range begins behind them.`,
      { headers: { 'Content-Range': `bytes */${found.total}` } },
    );
  }
  // Of several ranges the whole is sent, which is allowed (RFC 9110, 14.2).
  if (Array.isArray(wanted) && wanted.type === 'bytes' && wanted.length === 1 && wanted[0]) {
    found.stream.destroy();
    return sendRange(reply, await open(wanted[0]), wanted[0]);
  }
  if (subject && found.total <= mostBuffered) {
    reply.subject = describeBytes({ ...subject, tag });
    return reply.send(await buffer(found.stream));
  }
  return reply.header('Content-Length', found.bytes).send(found.stream);
}

function sendRange(
  reply: FastifyReply,
  part: OpenedFile | undefined,
  { start, end }: { start: number; end: number },
): FastifyReply {
  if (!part) throw new Problem('not-found');
  return reply
    .code(206)
    .header('Content-Range', `bytes ${start}-${end}/${part.total}`)
    .header('Content-Length', part.bytes)
    .send(part.stream);
}

import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { pipeline, type Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { emptySha256, type S3Credentials, signRequest } from './s3-signature.ts';
import { StorageUnavailable } from './storage.ts';

/** A bucket, or the part of it under a prefix (empty, or with a `/` at its end). */
export interface S3Bucket {
  /** A URL without a `/` at its end. */
  endpoint: string;
  name: string;
  prefix: string;
  region: string;
  credentials: S3Credentials;
}

/** Bounds of a call, in milliseconds. */
export interface S3Timing {
  /** How long a connection may be silent while it is waited for. */
  stall: number;
  /** How long a call may take with all its tries until its answer begins; sending adds a millisecond for each 100 bytes. */
  total: number;
  /** The longest pause before the second try; it doubles with each. */
  pause: number;
  /** The most tries. */
  tries: number;
}

export const defaultTiming: S3Timing = { stall: 10_000, total: 30_000, pause: 200, tries: 4 };

/** What is sent: its length and SHA-256 go ahead of it, and every try reads it from the start. */
export interface S3Body {
  bytes: number;
  sha256: string;
  mediaType: string;
  open(): Readable;
}

export interface S3Call {
  method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  /** Empty for the bucket itself. */
  key: string;
  query?: Record<string, string>;
  range?: string | undefined;
  body?: S3Body;
}

/** Sends calls to a bucket. */
export interface S3Client {
  /**
   * Sends a call, up to `tries` times.
   * @param read takes a successful answer; that the whole of it came is up to it, within the same bounds
   * @returns its result; undefined when there is no such object, or nothing of it in the range (404, 416)
   * @throws StorageUnavailable after the last try
   */
  send<T>(call: S3Call, read: (response: IncomingMessage) => Promise<T>): Promise<T | undefined>;
  close(): void;
}

export function createS3Client(bucket: S3Bucket, timing: S3Timing): S3Client {
  const isSecure = bucket.endpoint.startsWith('https:');
  const agent = new (isSecure ? HttpsAgent : HttpAgent)({ keepAlive: true, maxFreeSockets: 16 });
  return {
    send: (call, read) =>
      retry(timing, call.body?.bytes ?? 0, async (signal) => {
        const signed = await signCall(bucket, call);
        const response = await exchange(signed, call, agent, timing.stall, signal);
        if (response.statusCode && response.statusCode >= 200 && response.statusCode < 300)
          return read(response);
        const refusal = new S3Refusal(call.method, response.statusCode ?? 0, await readErrorCode(response));
        if (refusal.isAbsence) return undefined;
        throw refusal;
      }),
    close: () => agent.destroy(),
  };
}

/** An answer of S3 other than 2xx. Of its XML only the code is kept: the rest may hold the access key. */
class S3Refusal extends Error {
  readonly isAbsence: boolean;
  readonly isTransient: boolean;

  constructor(method: string, status: number, code: string) {
    super(`S3 answered ${status} ${code} to ${method}`);
    // A HEAD has no body. Any other 404 is not of an object: NoSuchBucket, or a server that is no S3.
    const isMissing = status === 404 && (method === 'HEAD' || code === 'NoSuchKey');
    this.isAbsence = method !== 'PUT' && (isMissing || status === 416);
    this.isTransient = status === 429 || status >= 500 || code === 'RequestTimeout';
  }
}

/** Exponential backoff with full jitter, within a bound of time for all tries together. */
async function retry<T>(
  { total, pause, tries }: S3Timing,
  bytes: number,
  attempt: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const bound = new AbortController();
  const timer = setTimeout(() => bound.abort(), total + bytes / 100);
  let fault: unknown;
  try {
    for (let tried = 1; ; tried += 1) {
      try {
        return await attempt(bound.signal);
      } catch (error) {
        if (!bound.signal.aborted) fault = error;
        const isLasting = error instanceof S3Refusal && !error.isTransient;
        if (isLasting || tried >= tries || bound.signal.aborted) throw error;
      }
      await sleep(Math.random() * pause * 2 ** (tried - 1), undefined, { signal: bound.signal });
    }
  } catch {
    const last = fault instanceof Error ? fault : new Error('S3 did not answer');
    throw new StorageUnavailable(
      bound.signal.aborted ? new Error(`S3 took too long: ${last.message}`) : last,
    );
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The request of a call, with a path-style address. The SHA-256 of the body is signed: S3 then refuses a body that was changed on its
 * way, over plain HTTP as well.
 */
async function signCall(
  bucket: S3Bucket,
  { method, key, query, range, body }: S3Call,
): Promise<SignedRequest> {
  const search = new URLSearchParams(query);
  const path = key === '' ? bucket.name : `${bucket.name}/${bucket.prefix}${key}`;
  const url = `${bucket.endpoint}/${path}${search.size > 0 ? `?${search}` : ''}`;
  const headers = {
    'x-amz-content-sha256': body?.sha256 ?? emptySha256,
    ...(range && { range }),
    ...(body && { 'content-type': body.mediaType, 'content-length': `${body.bytes}` }),
  };
  const { region, credentials } = bucket;
  return { url, headers: await signRequest({ method, url, headers }, region, credentials, new Date()) };
}

interface SignedRequest {
  url: string;
  headers: Record<string, string>;
}

/** Sends one request, and gives its answer as soon as that has a head. */
function exchange(
  { url, headers }: SignedRequest,
  { method, body }: S3Call,
  agent: HttpAgent,
  stall: number,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = url.startsWith('https:') ? requestHttps : requestHttp;
    const request = send(url, { method, headers, agent, timeout: stall, signal });
    let response: IncomingMessage | undefined;
    request.on('response', (head) => {
      response = head;
      resolve(head);
    });
    request.on('error', reject);
    request.on('timeout', () => {
      // Silent since the reader of the answer is slow, not S3: start the timer again.
      if (response?.readableLength) request.setTimeout(stall);
      else request.destroy(new Error(`S3 was silent for ${stall} ms`));
    });
    if (!body?.bytes) return request.end();
    // The pipeline destroys the request when the file cannot be read, but with an error of the connection.
    return pipeline(body.open().on('error', reject), request, () => undefined);
  });
}

/** The code of an error (S3 API reference, "Error responses"), for the log. */
async function readErrorCode(response: IncomingMessage): Promise<string> {
  const text = await readAnswer(response, 65_536).catch(() => '');
  return /<Code>(\w{1,100})<\/Code>/.exec(text)?.[1] ?? '';
}

/** Reads the whole of an answer. @throws Error when it breaks off, or is longer than `most` bytes */
export async function readAnswer(response: IncomingMessage, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    bytes += chunk.length;
    if (bytes > most) throw new Error(`S3 answered more than ${most} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

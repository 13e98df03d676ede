import type { ClientRequest, IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { CutOff, splitLines } from '../http/json/lines.ts';

export interface Answer {
  status: number;
  body: unknown;
  etag: string | null;
  /** The server's `Date`, which may differ from its database's clock. */
  date: Date;
}

/** The API client of a command: the same requests, over HTTP or to the application in this process. */
export interface Caller {
  send(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** Sends bytes, such as a picture. */
  upload(path: string, bytes: Buffer, type: string): Promise<Answer>;
  /** Streams the bytes of an answer. @throws CallFailed when it was refused or truncated */
  download(path: string): AsyncGenerator<Uint8Array>;
  /** Streams the lines of an NDJSON response. @throws CallFailed when it was truncated */
  lines(path: string): AsyncGenerator<string>;
  /**
   * Streams an NDJSON request, and the lines of its response meanwhile.
   * @param write the lines with their breaks; called again for every retry
   * @throws CallFailed when it was refused or truncated
   */
  stream(path: string, write: () => AsyncIterable<string>): Promise<AnsweredLines>;
  close(): Promise<void>;
}

export interface AnsweredLines extends Pick<Answer, 'date'> {
  lines: AsyncGenerator<string>;
}

/** The server is unreachable, or answered as no Postil; the message is one line for the terminal. */
export class CallFailed extends Error {
  override name = 'CallFailed';
}

/** The most tries of a request by the status of its answers. */
export const mostTries: Record<number, number> = { 429: 120, 503: 6 };
/** The cap of `Retry-After`, in seconds. */
export const longestPause = 30;

/**
 * A client of a running server. 429 and 503 are retried after `Retry-After`, since the request was not carried out. The
 * functions throw CallFailed when the server is unreachable.
 */
export function callServer(url: string, key: string): Caller {
  const base = url.replace(/\/+$/, '');
  const authorization = `Bearer ${key}`;
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    for (let tries = 1; ; tries += 1) {
      const response = await fetch(`${base}${path}`, init).catch((error: unknown) => {
        throw new CallFailed(`The server at ${url} cannot be reached.`, { cause: error });
      });
      const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
      if (Number.isNaN(seconds) || tries >= (mostTries[response.status] ?? 0)) return response;
      await response.body?.cancel();
      // Jitter: clients that were refused together do not retry together.
      await sleep(Math.min(seconds, longestPause) * 1000 * (1 + Math.random() / 4));
    }
  };
  const exchange = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await ask(path, init);
    const answered = await response.text().catch((error: unknown) => {
      throw new CallFailed(`The server at ${url} cannot be reached any more.`, { cause: error });
    });
    return {
      status: response.status,
      body: parseAnswer(answered, response.headers.get('content-type')),
      etag: response.headers.get('etag'),
      date: new Date(response.headers.get('date') ?? Date.now()),
    };
  };
  const download = async function* (path: string): AsyncGenerator<Uint8Array> {
    const response = await ask(path, { headers: { authorization } });
    if (!response.ok || !response.body) {
      const body = parseAnswer(await response.text(), response.headers.get('content-type'));
      throw new CallFailed(reasonOf({ status: response.status, body }));
    }
    yield* readWhole(response.body);
  };
  return {
    send: (method, path, body, headers = {}) =>
      exchange(path, {
        method,
        headers: { authorization, ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
        body: body ? JSON.stringify(body) : null,
      }),
    upload: (path, bytes, type) =>
      exchange(path, {
        method: 'POST',
        headers: { authorization, 'content-type': type },
        body: new Uint8Array(bytes),
      }),
    download,
    lines: (path) => splitAnswer(download(path)),
    async stream(path, write) {
      for (let tries = 1; ; tries += 1) {
        const { response, sending } = await startStream({ url, key }, path, Readable.from(write()));
        const { statusCode: status = 0, headers } = response;
        const date = new Date(headers.date ?? Date.now());
        if (status === 200) return { date, lines: splitAnswer(response) };
        const body = parseAnswer(await text(response), headers['content-type']);
        sending.destroy();
        const seconds = Number(headers['retry-after'] ?? Number.NaN);
        if (Number.isNaN(seconds) || tries >= (mostTries[status] ?? 0))
          throw new CallFailed(reasonOf({ status, body }));
        await sleep(Math.min(seconds, longestPause) * 1000 * (1 + Math.random() / 4));
      }
    },
    close: async () => undefined,
  };
}

/** Streams a body to a running server; resolves with the head of the response. @throws CallFailed */
async function startStream(
  { url, key }: { url: string; key: string },
  path: string,
  bytes: Readable,
  type = 'application/x-ndjson',
): Promise<{ response: IncomingMessage; sending: ClientRequest }> {
  const address = new URL(`${url.replace(/\/+$/, '')}${path}`);
  const { request } = await import(address.protocol === 'https:' ? 'node:https' : 'node:http');
  const sending: ClientRequest = request(address, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': type },
  });
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      bytes.destroy();
      reject(new CallFailed(`The server at ${url} cannot be reached.`, { cause: error }));
    };
    sending.on('error', fail);
    // A refusal is answered before the whole body is sent.
    sending.on('response', (response) => resolve({ response, sending }));
    pipeline(bytes, sending).catch(fail);
  });
}

/**
 * Streams a body to a running server, without retries or a timeout.
 * @throws CallFailed when the server is unreachable, or the connection is lost
 */
export async function sendStream(
  server: { url: string; key: string },
  path: string,
  bytes: Readable,
  type: string,
): Promise<Pick<Answer, 'status' | 'body'>> {
  const { response, sending } = await startStream(server, path, bytes, type);
  try {
    const answered = await text(response);
    return {
      status: response.statusCode ?? 0,
      body: parseAnswer(answered, response.headers['content-type']),
    };
  } catch (error) {
    throw new CallFailed(`The server at ${server.url} cannot be reached.`, { cause: error });
  } finally {
    sending.destroy();
  }
}

/** The body of an answer: parsed where it is JSON. */
export function parseAnswer(text: string, contentType: unknown): unknown {
  return `${contentType}`.includes('json') && text !== '' ? JSON.parse(text) : text;
}

/** Passes an answer on, and tells when it was cut off. @throws CallFailed */
export async function* readWhole<T>(parts: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* parts;
  } catch (error) {
    const isReset = (error as NodeJS.ErrnoException).code === 'ECONNRESET';
    if (isReset || error instanceof CutOff || error instanceof TypeError)
      throw new CallFailed('The answer was cut off.', { cause: error });
    throw error;
  }
}

/** The lines of an answer. */
export const splitAnswer = (bytes: AsyncIterable<Uint8Array>) => readWhole(splitLines(bytes));

/** The reason of a refusal in one line: all faults of the input, or the detail. */
export function reasonOf({ status, body }: Pick<Answer, 'status' | 'body'>): string {
  const { detail, errors = [] } = (body ?? {}) as {
    detail?: string;
    errors?: { pointer?: string; parameter?: string; detail: string }[];
  };
  if (errors.length === 0) return detail ?? `the server answered ${status}`;
  return errors.map((fault) => `${fault.pointer ?? fault.parameter ?? ''} ${fault.detail}`.trim()).join('; ');
}

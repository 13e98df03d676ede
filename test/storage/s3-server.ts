import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { openStorage } from '../../src/storage/open.ts';
import type { S3Timing } from '../../src/storage/s3-request.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { afterwards } from './storages.ts';

const credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};

/** Short bounds: what a test waits for comes at once. */
const quick: S3Timing = { stall: 300, total: 20_000, pause: 2, tries: 3 };

export type Answer = (request: IncomingMessage, response: ServerResponse, body: Buffer) => unknown;

/** A request as it came. */
export interface Seen {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
}

/** A server that answers as a test says, and a storage on its bucket `test`, under the prefix `images`. */
export async function startFaultyS3(
  answer: Answer,
  { timing = {}, early = false }: { timing?: Partial<S3Timing>; early?: boolean } = {},
): Promise<{ storage: Storage; seen: Seen[]; forged: string[] }> {
  const seen: Seen[] = [];
  const forged: string[] = [];
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    seen.push({ method, url, headers });
    try {
      const body = early ? Buffer.alloc(0) : await buffer(request);
      if (!early && !isSigned(request, body)) forged.push(`${method} ${url}`);
      await answer(request, response, body);
    } catch {
      // The connection was lost, which is what the test is about.
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `s3://test/images?region=eu-west-1&endpoint=http://127.0.0.1:${port}`;
  const storage = openStorage(url, { credentials, timing: { ...quick, ...timing } });
  afterwards(async () => {
    await storage.close();
    server.closeAllConnections();
    server.close();
  });
  return { storage, seen, forged };
}

/** An error as S3 words it. */
export function refuse(response: ServerResponse, status: number, code: string): void {
  const xml = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>m</Message><AWSAccessKeyId>AKIDEXAMPLE</AWSAccessKeyId></Error>`;
  response.writeHead(status, { 'Content-Type': 'application/xml' }).end(xml);
}

/** A page as S3 words it. */
export function pageOf(keys: string[], token?: string): string {
  const contents = keys.map(
    (key) =>
      `<Contents><Key>${key}</Key><LastModified>2026-01-02T03:04:05.000Z</LastModified><ETag>&quot;x&quot;</ETag><Size>7</Size></Contents>`,
  );
  const next = token === undefined ? '' : `<NextContinuationToken>${token}</NextContinuationToken>`;
  return `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>${token !== undefined}</IsTruncated>${contents.join('')}${next}</ListBucketResult>`;
}

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest('hex');
const hmac = (key: Buffer | string, data: string) => createHmac('sha256', key).update(data).digest();

/** Whether the Signature Version 4 and the SHA-256 of a request fit what came: written from the S3 reference, without a library. */
function isSigned({ method, url = '', headers }: IncomingMessage, body: Buffer): boolean {
  const pattern =
    /^AWS4-HMAC-SHA256 Credential=(\w+)\/((\d{8})\/([\w-]+)\/s3\/aws4_request), ?SignedHeaders=([\w;-]+), ?Signature=(\w+)$/;
  const [, id, scope = '', day = '', region = '', names = '', signature] =
    pattern.exec(headers.authorization ?? '') ?? [];
  const [path = '', query = ''] = url.split('?');
  const pairs = [...new URLSearchParams(query)].map((pair) => pair.map(encode).join('=')).sort();
  const time = String(headers['x-amz-date']);
  const canonical = [
    method,
    decodeURIComponent(path).split('/').map(encode).join('/'),
    pairs.join('&'),
    ...names.split(';').map((name) => `${name}:${headers[name]}`),
    '',
    names,
    sha256(body),
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer | string>(
    hmac,
    `AWS4${credentials.secretAccessKey}`,
  );
  return (
    id === credentials.accessKeyId &&
    hmac(key, toSign).toString('hex') === signature &&
    headers['x-amz-content-sha256'] === sha256(body) &&
    time.startsWith(day) &&
    ['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.split(';').includes(name))
  );
}

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

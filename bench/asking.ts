import assert from 'node:assert/strict';
import { request } from 'node:http';
import type { AskedFor } from './fire.ts';

/** An answer as it came over the wire: nothing is decoded. */
export interface Raw {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** Asks once. */
export function ask(
  url: string,
  { method = 'GET', path, headers = {} }: AskedFor,
  body?: string,
): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const asking = request(`${url}${path}`, { method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
      answer.on('error', reject);
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

/** Asks once for JSON. @throws when the answer is not 200 */
export async function askJson<T>(url: string, path: string): Promise<T> {
  const { status, body } = await ask(url, { path });
  assert.equal(status, 200, `${path}: ${body}`);
  return JSON.parse(body.toString()) as T;
}

interface Paged {
  page?: { next: string | null; previous: string | null };
}

/**
 * Makes sure that two servers say the same to the same request: a benchmark of wrong answers is worth nothing. Cursors
 * are everybody's own; that there is one has to be the same.
 */
export async function requireSame(one: string, other: string, path: string): Promise<void> {
  const [first, second] = await Promise.all([askJson<Paged>(one, path), askJson<Paged>(other, path)]);
  for (const { page } of [first, second]) {
    if (!page) continue;
    page.next = page.next === null ? null : 'a cursor';
    page.previous = page.previous === null ? null : 'a cursor';
  }
  assert.deepEqual(first, second, `the servers do not say the same to ${path}`);
}

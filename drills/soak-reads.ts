import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Corpus } from '../bench/corpus.ts';

/** What readers know: the reviews that are there, and the ETags that they were given. */
export interface Kept {
  /** Those that were there before, and those that were posted. */
  published: string[];
  slugs: string[];
  etags: Map<string, string>;
}

const connections = 16;
/** How often what is due is sent, in milliseconds. */
const tick = 5;
/** So many ETags are remembered. */
const mostEtags = 500;

/** Asks for what sites and people ask for, in turn: pages that all see, and ones that nobody has asked for yet. */
export class Reader {
  count = 0;
  readonly #url: string;
  readonly #kept: Kept;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: connections });
  readonly #kinds: ((number: number) => string)[];

  constructor(url: string, { tags, categories }: Corpus, kept: Kept) {
    this.#url = url;
    this.#kept = kept;
    const tag = (number: number) => encodeURIComponent(tags[number % tags.length] ?? '');
    const category = (number: number) => categories[number % categories.length]?.split('/').at(-1) ?? '';
    this.#kinds = [
      () => '/v1/reviews',
      (number) => `/v1/reviews?tag=${tag(number % 20)}`,
      (number) => `/v1/reviews?category=${category(number)}`,
      (number) => `/v1/reviews/${kept.published[number % 50]}`,
      () => `/v1/reviews/${kept.slugs.at(-1) ?? kept.published[0]}`,
      (number) => `/v1/reviews?tag=${tag(number)}&sort=title&limit=${(number % 100) + 1}`,
      (number) => `/v1/reviews/${kept.published[number % kept.published.length]}`,
      (number) => `/v1/reviews?q=${tag(number)}&limit=5`,
      (number) => `/v1/reviews?page=${(number % 50) + 1}&total=true`,
      (number) => `/v1/tags?limit=${(number % 100) + 1}`,
      (number) => `/v1/papers?limit=${(number % 100) + 1}`,
      () => '/feeds/atom.xml',
    ];
  }

  /**
   * Asks at a steady rate, whatever is answered.
   * @returns how long each answer took, in milliseconds
   * @throws Error for an answer that is neither 200 nor 304
   */
  async read(rate: number, milliseconds: number): Promise<number[]> {
    const times: number[] = [];
    const begun = performance.now();
    const all: Promise<void>[] = [];
    let sent = 0;
    for (let elapsed = 0; elapsed < milliseconds; elapsed = performance.now() - begun) {
      for (const due = (elapsed / 1000) * rate; sent < due; sent += 1) {
        const one = this.#ask(times);
        // Looked at in the end.
        one.catch(() => undefined);
        all.push(one);
      }
      await sleep(tick);
    }
    const failed = (await Promise.allSettled(all)).find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
    return times;
  }

  async #ask(times: number[]): Promise<void> {
    const number = this.count;
    this.count += 1;
    const path = this.#kinds[number % this.#kinds.length]?.(Math.floor(number / this.#kinds.length)) ?? '';
    const { etags } = this.#kept;
    const etag = number % 3 === 0 ? etags.get(path) : undefined;
    const headers = { 'accept-encoding': 'gzip', ...(etag ? { 'if-none-match': etag } : {}) };
    const begun = performance.now();
    const asked = request(this.#url + path, { agent: this.#agent, headers }).end();
    const [answer] = await once(asked, 'response');
    answer.resume();
    await once(answer, 'end');
    times.push(performance.now() - begun);
    assert.ok([200, 304].includes(answer.statusCode), `${path}: ${answer.statusCode}`);
    if (answer.headers.etag) etags.set(path, answer.headers.etag);
    for (const first of etags.keys()) if (etags.size > mostEtags) etags.delete(first);
  }
}

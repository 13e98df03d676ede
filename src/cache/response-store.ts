import { LRUCache } from 'lru-cache';
import type { CachedResponse, EncodedResponse } from './cached-response.ts';
import { Changes } from './changes.ts';

/** One response may take so much of the bytes. */
const largestShare = 1 / 8;
/** So many aliases a response has; requests with others are looked up by their canonical key. */
const mostAliases = 32;

/** A computation that concurrent requests share (request coalescing). */
export interface Flight {
  /** The version that was known when it began: what it answers is not older. */
  version: number;
  /** Undefined when it gave nothing that others could take. */
  answer: Promise<CachedResponse | undefined>;
  settle(answer?: CachedResponse): void;
}

/**
 * An LRU cache of responses, bounded in bytes. A response is current as long as no change event may have invalidated it,
 * or more exactly as long as that is known.
 */
export class ResponseStore {
  /** Each in an object of its own, so that its size is calculated again when it has grown. */
  readonly #responses: LRUCache<string, { response: CachedResponse }>;
  readonly #aliases = new Map<string, { encoded: EncodedResponse; key: string }>();
  readonly #flights = new Map<string, Flight>();
  readonly #changes = new Changes();
  readonly #largest: number;

  /** @param bytes how much memory all answers may take together */
  constructor(bytes: number) {
    this.#largest = bytes * largestShare;
    this.#responses = new LRUCache({
      maxSize: bytes,
      maxEntrySize: this.#largest,
      // The address of a request may be longer than its answer.
      sizeCalculation: ({ response }, key) => response.size + key.length,
      dispose: ({ response }) => {
        for (const alias of response.aliases.splice(0)) this.#aliases.delete(alias);
      },
      noDisposeOnSet: true,
    });
  }

  /** How much memory the answers take, in bytes. */
  get size(): number {
    return this.#responses.calculatedSize;
  }

  /** The response under a key, if it is current at a public version. */
  get(key: string, version: number): CachedResponse | undefined {
    const response = this.#responses.get(key)?.response;
    return response && this.isCurrent(response, version) ? response : undefined;
  }

  /** The same by an alias of its key. */
  getByAlias(alias: string, version: number): EncodedResponse | undefined {
    const known = this.#aliases.get(alias);
    if (!known || !this.isCurrent(known.encoded.response, version)) return undefined;
    // So that it counts as used.
    this.#responses.get(known.key);
    return known.encoded;
  }

  /** Whether a response is known to be right at a public version, which it remembers. */
  isCurrent(response: CachedResponse, version: number): boolean {
    if (!this.#changes.spare(response.changesBy, response.version, version)) return false;
    response.version = Math.max(response.version, version);
    return true;
  }

  /** Invalidates what a public version changed. */
  invalidate(version: number, changed: ReadonlySet<string>): void {
    this.#changes.note(version, changed);
  }

  /** Stores a response in place of the one under its key. */
  set(key: string, response: CachedResponse): void {
    this.#responses.delete(key);
    this.#responses.set(key, { response });
  }

  /** Makes an alias of a key, for as long as its response is stored. */
  alias(alias: string, key: string, encoded: EncodedResponse): void {
    const { response } = encoded;
    if (this.#responses.peek(key)?.response !== response || this.#aliases.has(alias)) return;
    if (response.aliases.length < mostAliases) {
      response.aliases.push(alias);
      this.#aliases.set(alias, { encoded, key });
    }
    // It has grown, by an encoding too perhaps.
    this.#responses.set(key, { response });
  }

  /** Clears the cache. */
  clear(): void {
    this.#aliases.clear();
    this.#responses.clear();
    this.#changes.clear();
  }

  /** The computation of an answer that is under way and will not be older than the version. */
  join(name: string, version: number): Flight | undefined {
    const flight = this.#flights.get(name);
    return flight && flight.version >= version ? flight : undefined;
  }

  /** Begins a computation that others may wait for; it has to be settled, whatever comes of it. */
  lead(name: string, version: number): Flight {
    let settleAnswer: (answer?: CachedResponse) => void = () => undefined;
    const answer = new Promise<CachedResponse | undefined>((resolve) => {
      settleAnswer = resolve;
    });
    const flight: Flight = {
      version,
      answer,
      settle: (found) => {
        if (this.#flights.get(name) === flight) this.#flights.delete(name);
        settleAnswer(found);
      },
    };
    this.#flights.set(name, flight);
    return flight;
  }
}

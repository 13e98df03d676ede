import { LRUCache } from 'lru-cache';
import type { CachedResponse, EncodedResponse } from './cached-response.ts';
import { ChangeLog } from './change-log.ts';

/** The largest share of the bytes for one response. */
const largestShare = 1 / 8;
/** The aliases of a response; requests with others are looked up by canonical key. */
const mostAliases = 32;

/** Singleflight: a computation that concurrent requests share. */
export interface Flight {
  /** The version that was known when it began: its answer is not older. */
  version: number;
  /** Undefined when its answer cannot be shared. */
  answer: Promise<CachedResponse | undefined>;
  settle(answer?: CachedResponse): void;
}

/**
 * An LRU cache of responses, bounded in bytes. A response is current while it is known that no change event has invalidated
 * it.
 */
export class ResponseStore {
  /** Each wrapped in a new object, so that lru-cache recalculates a changed size. */
  readonly #responses: LRUCache<string, { response: CachedResponse }>;
  readonly #aliases = new Map<string, { encoded: EncodedResponse; key: string }>();
  readonly #flights = new Map<string, Flight>();
  readonly #changes = new ChangeLog();
  readonly #largest: number;

  /** @param bytes the bound of all responses */
  constructor(bytes: number) {
    this.#largest = bytes * largestShare;
    this.#responses = new LRUCache({
      maxSize: bytes,
      maxEntrySize: this.#largest,
      sizeCalculation: ({ response }, key) => response.size + key.length,
      dispose: ({ response }) => {
        for (const alias of response.aliases.splice(0)) this.#aliases.delete(alias);
      },
      noDisposeOnSet: true,
    });
  }

  /** The memory of the responses, in bytes. */
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
    // Marks it as recently used.
    this.#responses.get(known.key);
    return known.encoded;
  }

  /** Whether a response is known to be current at a public version, which is stored with it. */
  isCurrent(response: CachedResponse, version: number): boolean {
    if (!this.#changes.isUnaffected(response.invalidatedBy, response.version, version)) return false;
    response.version = Math.max(response.version, version);
    return true;
  }

  /** Invalidates by surrogate keys: those that a public version changed. */
  invalidate(version: number, changed: ReadonlySet<string>): void {
    this.#changes.record(version, changed);
  }

  /** Stores a response in place of the one under its key. */
  set(key: string, response: CachedResponse): void {
    this.#responses.delete(key);
    this.#responses.set(key, { response });
  }

  /** Adds an alias of a key, for as long as its response is stored. */
  alias(alias: string, key: string, encoded: EncodedResponse): void {
    const { response } = encoded;
    if (this.#responses.peek(key)?.response !== response || this.#aliases.has(alias)) return;
    if (response.aliases.length < mostAliases) {
      response.aliases.push(alias);
      this.#aliases.set(alias, { encoded, key });
    }
    // Its size has grown.
    this.#responses.set(key, { response });
  }

  /** Clears the cache. */
  clear(): void {
    this.#aliases.clear();
    this.#responses.clear();
    this.#changes.clear();
  }

  /** The pending computation of an answer that is not older than the version. */
  join(name: string, version: number): Flight | undefined {
    const flight = this.#flights.get(name);
    return flight && flight.version >= version ? flight : undefined;
  }

  /** Starts a computation that others may join; it has to be settled in any case. */
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

import type { Modified } from './last-modified.ts';

/** A response in one content encoding, with its headers. */
export interface EncodedResponse {
  response: CachedResponse;
  etag: string;
  /** Names and values, alternating. */
  headers: string[];
  /** The headers of a 304. */
  unmodified: string[];
  body: Buffer;
}

export interface ResponseParts {
  /** The public version at which it was read. */
  version: number;
  /** The names in change events that invalidate it; null for any. */
  invalidatedBy: string[] | null;
  /** The headers of every encoding, names and values alternating. */
  headers: string[];
  type: string;
  bytes: Buffer;
  /** Of a response that has a `Last-Modified`. */
  modified?: Modified | undefined;
  /** The ETag in an encoding. */
  nameEncoding: (encoding: string) => string;
  encode: (bytes: Buffer, encoding: string) => Promise<Buffer>;
}

/** The approximate size of an entry without its texts, in bytes. */
const overhead = 1000;

/** A stored response in each requested content encoding, which is compressed once. */
export class CachedResponse {
  /** The newest public version at which it is known to be current. */
  version: number;
  readonly invalidatedBy: string[] | null;
  readonly modified: Modified | undefined;
  /** The uncompressed length in bytes, which decides whether it is compressed. */
  readonly length: number;
  readonly type: string;
  readonly #parts: ResponseParts;
  readonly #encoded = new Map<string, EncodedResponse>();
  readonly #pending = new Map<string, Promise<EncodedResponse>>();
  /** The aliases of its key. */
  readonly aliases: string[] = [];

  constructor(parts: ResponseParts) {
    this.version = parts.version;
    this.invalidatedBy = parts.invalidatedBy;
    this.modified = parts.modified;
    this.length = parts.bytes.length;
    this.type = parts.type;
    this.#parts = parts;
  }

  /** Its memory, in bytes. */
  get size(): number {
    const { headers, bytes, invalidatedBy } = this.#parts;
    const heads = lengthOf(headers, overhead);
    // Each has two heads: of 200 and of 304.
    const bodies = [...this.#encoded.values()].reduce(
      (sum, { body }) => sum + (body === bytes ? 0 : body.length) + 2 * heads,
      0,
    );
    return bytes.length + heads + bodies + lengthOf(this.aliases) + lengthOf(invalidatedBy ?? []);
  }

  /** The response in an encoding, if it is stored. */
  get(encoding: string): EncodedResponse | undefined {
    return this.#encoded.get(encoding);
  }

  /** Encodes the response. Singleflight: concurrent callers share the work. */
  make(encoding: string): Promise<EncodedResponse> {
    const found = this.#pending.get(encoding);
    if (found) return found;
    const pending = this.#encode(encoding);
    this.#pending.set(encoding, pending);
    pending.finally(() => this.#pending.delete(encoding)).catch(() => undefined);
    return pending;
  }

  /** Adds a body that is encoded already. */
  add(encoding: string, body: Buffer): EncodedResponse {
    const encoded = { response: this, body, ...this.#describe(encoding, body) };
    this.#encoded.set(encoding, encoded);
    return encoded;
  }

  #describe(encoding: string, body: Buffer) {
    const { headers: common, type, nameEncoding } = this.#parts;
    const etag = nameEncoding(encoding);
    const unmodified = [...common, 'etag', etag];
    const headers = [
      ...unmodified,
      ...['content-type', type, 'content-length', `${body.length}`],
      ...(encoding === 'identity' ? [] : ['content-encoding', encoding]),
    ];
    return { etag, headers, unmodified };
  }

  async #encode(encoding: string): Promise<EncodedResponse> {
    const { bytes, encode } = this.#parts;
    return this.get(encoding) ?? this.add(encoding, await encode(bytes, encoding));
  }
}

const lengthOf = (texts: string[], more = 0) => texts.reduce((sum, text) => sum + text.length, more);

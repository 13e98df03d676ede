import type { Modified } from './last-modified.ts';

/** A response in one content encoding, with its headers. */
export interface EncodedResponse {
  response: CachedResponse;
  etag: string;
  /** Names and values in turn. */
  headers: string[];
  /** The headers without a body, for whoever has it already (304). */
  unmodified: string[];
  body: Buffer;
}

export interface ResponseParts {
  /** The public version that it was read at. */
  version: number;
  /** The names in change events that invalidate it; null for any. */
  changesBy: string[] | null;
  /** The headers of every encoding, names and values in turn. */
  headers: string[];
  type: string;
  bytes: Buffer;
  /** Of a response that has a `Last-Modified`. */
  modified?: Modified | undefined;
  /** Names the answer in an encoding. */
  nameEncoding: (encoding: string) => string;
  encode: (bytes: Buffer, encoding: string) => Promise<Buffer>;
}

/** A rough account of what an entry takes beside its texts. */
const overhead = 1000;

/** A stored response in every content encoding that somebody takes; each is made once. */
export class CachedResponse {
  /** The newest public version that it is known to be right at. */
  version: number;
  readonly changesBy: string[] | null;
  readonly modified: Modified | undefined;
  /** How many bytes it has before it is encoded, which decides whether that is worth it. */
  readonly length: number;
  readonly #parts: ResponseParts;
  readonly #encoded = new Map<string, EncodedResponse>();
  readonly #making = new Map<string, Promise<EncodedResponse>>();
  /** The requests that have it, as they were sent. */
  readonly aliases: string[] = [];

  constructor(parts: ResponseParts) {
    this.version = parts.version;
    this.changesBy = parts.changesBy;
    this.modified = parts.modified;
    this.length = parts.bytes.length;
    this.#parts = parts;
  }

  /** How much memory it takes, in bytes. */
  get size(): number {
    const { headers, bytes, changesBy } = this.#parts;
    const heads = lengthOf(headers, overhead);
    // Each has its head twice, with a body and without.
    const bodies = [...this.#encoded.values()].reduce(
      (sum, { body }) => sum + (body === bytes ? 0 : body.length) + 2 * heads,
      0,
    );
    return bytes.length + heads + bodies + lengthOf(this.aliases) + lengthOf(changesBy ?? []);
  }

  /** The answer in an encoding, when it is there already. */
  get(encoding: string): EncodedResponse | undefined {
    return this.#encoded.get(encoding);
  }

  /** Makes the answer in an encoding; those who ask at the same time share the work. */
  make(encoding: string): Promise<EncodedResponse> {
    const found = this.#making.get(encoding);
    if (found) return found;
    const making = this.#encode(encoding);
    this.#making.set(encoding, making);
    making.finally(() => this.#making.delete(encoding)).catch(() => undefined);
    return making;
  }

  /** Takes a body that was encoded already. */
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

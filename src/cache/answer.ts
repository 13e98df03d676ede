/** An answer in one encoding, ready to be written. */
export interface Ready {
  answer: Answer;
  etag: string;
  /** Names and values in turn. */
  headers: string[];
  /** The headers without a body, for whoever has it already (304). */
  unmodified: string[];
  body: Buffer;
}

export interface AnswerParts {
  /** The public version that it was read at. */
  version: number;
  /** What it changes by, as notices name it; null for anything. */
  changesBy: string[] | null;
  /** The headers of every encoding, names and values in turn. */
  headers: string[];
  type: string;
  bytes: Buffer;
  /** Names the answer in an encoding. */
  nameEncoding: (encoding: string) => string;
  encode: (bytes: Buffer, encoding: string) => Promise<Buffer>;
}

/** A rough account of what an entry takes beside its texts. */
const overhead = 1000;

/** One answer in every encoding that somebody takes; each is made once. */
export class Answer {
  /** The newest public version that it is known to be right at. */
  version: number;
  readonly changesBy: string[] | null;
  /** How many bytes it has before it is encoded, which decides whether that is worth it. */
  readonly length: number;
  readonly #parts: AnswerParts;
  readonly #ready = new Map<string, Ready>();
  readonly #making = new Map<string, Promise<Ready>>();
  /** The requests that were understood to mean it, as they were spelled. */
  readonly spellings: string[] = [];

  constructor(parts: AnswerParts) {
    this.version = parts.version;
    this.changesBy = parts.changesBy;
    this.length = parts.bytes.length;
    this.#parts = parts;
  }

  /** How much memory it takes, in bytes. */
  get size(): number {
    const { headers, bytes, changesBy } = this.#parts;
    const heads = lengthOf(headers, overhead);
    // Each has its head twice, with a body and without.
    const encoded = [...this.#ready.values()].reduce(
      (sum, { body }) => sum + (body === bytes ? 0 : body.length) + 2 * heads,
      0,
    );
    return bytes.length + heads + encoded + lengthOf(this.spellings) + lengthOf(changesBy ?? []);
  }

  /** The answer in an encoding, when it is there already. */
  find(encoding: string): Ready | undefined {
    return this.#ready.get(encoding);
  }

  /** Makes the answer in an encoding; those who ask at the same time share the work. */
  make(encoding: string): Promise<Ready> {
    const found = this.#making.get(encoding);
    if (found) return found;
    const making = this.#encode(encoding);
    this.#making.set(encoding, making);
    making.finally(() => this.#making.delete(encoding)).catch(() => undefined);
    return making;
  }

  /** Takes a body that was encoded already. */
  add(encoding: string, body: Buffer): Ready {
    const ready = { answer: this, body, ...this.#describe(encoding, body) };
    this.#ready.set(encoding, ready);
    return ready;
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

  async #encode(encoding: string): Promise<Ready> {
    const { bytes, encode } = this.#parts;
    return this.find(encoding) ?? this.add(encoding, await encode(bytes, encoding));
  }
}

const lengthOf = (texts: string[], more = 0) => texts.reduce((sum, text) => sum + text.length, more);

import { type ExecProtocolOptionsStream, PGlite, protocol } from '@electric-sql/pglite';

/** The messages of the extended protocol that belong together until a Sync (PostgreSQL manual, 54.2.3). */
const batched = new Set([...'PBDECH'].map(codeOf));
const ending = new Set([...'SQ\0'].map(codeOf));
const checkpoint = protocol.serialize.query('checkpoint');

/**
 * The one session of PGlite, fit to be shared by the connections of pglite-socket. Its server takes turns after every
 * message and keeps the turn only for a transaction, so that after a wait two clients' Bind and Execute would mix:
 * one would run the other's statement. Here a batch counts as a transaction until its Sync.
 */
export class SharedSession extends PGlite {
  #inBatch = false;
  #used = false;

  override isInTransaction(): boolean {
    return this.#inBatch || super.isInTransaction();
  }

  override async execProtocolRawStream(
    message: Uint8Array,
    options: ExecProtocolOptionsStream,
  ): Promise<void> {
    const type = message[0] ?? 0;
    if (batched.has(type)) this.#inBatch = true;
    if (ending.has(type)) this.#inBatch = false;
    this.#used = true;
    try {
      await super.execProtocolRawStream(message, options);
    } catch (error) {
      // The engine itself failed, and the server would never take a message again: better to end, and be seen to.
      setImmediate(() => {
        throw error;
      });
      throw error;
    }
  }

  /** What the server calls, with ROLLBACK, for a client that went away in the middle. */
  override async exec(...query: Parameters<PGlite['exec']>): ReturnType<PGlite['exec']> {
    if (this.#inBatch) await super.execProtocol(protocol.serialize.sync());
    this.#inBatch = false;
    return super.exec(...query);
  }

  /**
   * Writes a checkpoint if there was anything since the last one and nobody is in the middle of something. A session
   * without a server around it never does that by itself: its log would grow until the next clean stop.
   */
  async checkpoint(): Promise<void> {
    if (!this.#used || this.isInTransaction()) return;
    this.#used = false;
    await super.execProtocolRawStream(checkpoint, { onRawData: () => undefined });
  }
}

function codeOf(letter: string): number {
  return letter.charCodeAt(0);
}

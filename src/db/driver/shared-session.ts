import { type ExecProtocolOptionsStream, PGlite, protocol } from '@electric-sql/pglite';

/** Messages of the extended query protocol, which form a unit until a Sync (PostgreSQL manual, 54.2.3). */
const batched = new Set([...'PBDECH'].map(codeOf));
const ending = new Set([...'SQ\0'].map(codeOf));
const checkpoint = protocol.serialize.query('checkpoint');

/**
 * PGlite's one session, shared by the connections of pglite-socket. Its server switches between clients after every message
 * outside of a transaction, so that Bind and Execute of two clients would interleave and one would run the other's
 * statement. Here the messages up to a Sync count as a transaction.
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
      // The engine itself failed, and the server would accept no message any more: fail fast.
      setImmediate(() => {
        throw error;
      });
      throw error;
    }
  }

  /** The server's ROLLBACK for a client that disconnected within a transaction. */
  override async exec(...query: Parameters<PGlite['exec']>): ReturnType<PGlite['exec']> {
    if (this.#inBatch) await super.execProtocol(protocol.serialize.sync());
    this.#inBatch = false;
    return super.exec(...query);
  }

  /**
   * CHECKPOINT, if there were statements since the last one and no transaction is open. A session without a checkpointer
   * never does it by itself: the WAL would grow until the next clean stop.
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

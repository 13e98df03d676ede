/** What waits, for whom, and how many bytes of temporary files it holds meanwhile. */
export interface QueueItem {
  by: string;
  bytes: number;
}

/**
 * Fair queueing (Nagle, RFC 970): a queue for each caller, served round-robin, so that who sends a hundred pictures holds up
 * another's by one. Bounded in number and in bytes for all, and in number for each.
 */
export class FairQueue<Item extends QueueItem> {
  readonly #queues = new Map<string, Item[]>();
  readonly #most: { ofOne: number; ofAll: number; bytes: number };
  #length = 0;
  #bytes = 0;

  constructor(most: { ofOne: number; ofAll: number; bytes: number }) {
    this.#most = most;
  }

  /** @returns false when it is full, and the item was not taken; one is always taken by an empty queue */
  push(item: Item): boolean {
    const queue = this.#queues.get(item.by) ?? [];
    const { ofOne, ofAll, bytes } = this.#most;
    const isFull =
      queue.length >= ofOne ||
      this.#length >= ofAll ||
      (this.#length > 0 && this.#bytes + item.bytes > bytes);
    if (isFull) return false;
    queue.push(item);
    this.#queues.set(item.by, queue);
    this.#length += 1;
    this.#bytes += item.bytes;
    return true;
  }

  /** @param by whose turn it is; without it, that of the caller who waits longest for one */
  shift(by = this.#queues.keys().next().value): Item | undefined {
    if (by === undefined) return undefined;
    const queue = this.#queues.get(by);
    const item = queue?.shift();
    if (!queue || !item) return undefined;
    // Round-robin by insertion order (ECMAScript, Map): a queue that was served is inserted again, as the last.
    this.#queues.delete(by);
    if (queue.length > 0) this.#queues.set(by, queue);
    this.#length -= 1;
    this.#bytes -= item.bytes;
    return item;
  }
}

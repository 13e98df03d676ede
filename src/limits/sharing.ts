import type { Buckets, Charges } from './buckets.ts';

/** A channel to processes with the same callers: each message reaches all others. */
export interface Others {
  tell(message: Message): void;
  /** @returns a function that ends it */
  listen(handle: (message: Message) => void): () => void;
}

/** The tokens taken of each kind of buckets, by name. */
export type Message = Record<string, Charges>;

/**
 * Shares token buckets among processes with eventual consistency: each takes from its own buckets at once, and
 * broadcasts its charges in batches. Between two batches each may spend what all have left, so that together they
 * exceed the limit by at most their number less one times that; the debt is waited for afterwards, so that the average
 * rate holds.
 * @param milliseconds the delay of a batch after its first charge
 * @returns a function that ends it
 */
export function shareCharges(
  kinds: Record<string, Buckets | null>,
  others: Others,
  { milliseconds = 50, clock = () => performance.now() } = {},
): () => void {
  const deafen = others.listen((message) => {
    for (const [kind, charges] of Object.entries(message)) kinds[kind]?.charge(charges, clock());
  });
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    timer = undefined;
    const message: Message = {};
    for (const [kind, buckets] of Object.entries(kinds)) {
      const charges = buckets?.drain() ?? [];
      if (charges.length > 0) message[kind] = charges;
    }
    if (Object.keys(message).length > 0) others.tell(message);
  };
  for (const buckets of Object.values(kinds)) {
    buckets?.record(() => {
      timer ??= setTimeout(tell, milliseconds).unref();
    });
  }
  return () => {
    clearTimeout(timer);
    deafen();
  };
}

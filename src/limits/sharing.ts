import type { Buckets, Charges } from './buckets.ts';

/** A way to others that count the same callers: each message reaches all of them but the one that sent it. */
export interface Others {
  tell(message: Message): void;
  /** @returns what ends it */
  listen(handle: (message: Message) => void): () => void;
}

/** What was taken of each kind of buckets, by its name. */
export type Message = Record<string, Charges>;

/**
 * Lets processes count together: each takes of its own buckets at once, and tells the others in small batches, which
 * charge it to theirs. Between two batches each may give what all have left, so that together they let through at most
 * what their number less one gave in that time more; that is waited for afterwards, and so in the long run nothing is.
 * @param milliseconds how often the others are told
 * @returns what ends it
 */
export function shareCharges(
  kinds: Record<string, Buckets | null>,
  others: Others,
  { milliseconds = 50, clock = () => performance.now() } = {},
): () => void {
  for (const buckets of Object.values(kinds)) buckets?.record();
  const deafen = others.listen((message) => {
    for (const [kind, charges] of Object.entries(message)) kinds[kind]?.charge(charges, clock());
  });
  const tell = () => {
    const message: Message = {};
    for (const [kind, buckets] of Object.entries(kinds)) {
      const charges = buckets?.drain() ?? [];
      if (charges.length > 0) message[kind] = charges;
    }
    if (Object.keys(message).length > 0) others.tell(message);
  };
  const timer = setInterval(tell, milliseconds).unref();
  return () => {
    clearInterval(timer);
    deafen();
  };
}

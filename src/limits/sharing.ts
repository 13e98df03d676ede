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
 * @param milliseconds how long after a taking the others are told of it, and of all until then
 * @returns what ends it
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

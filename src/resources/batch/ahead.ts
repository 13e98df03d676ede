import { setImmediate } from 'node:timers/promises';

/** How far ahead is read at most. */
interface Limits {
  items: number;
  /** Of what `sizeOf` gives. */
  size: number;
  /** So many of those that were read are waited for, so long, when the first is ready. */
  together: number;
  milliseconds: number;
}

interface Waiting<Ready> {
  size: number;
  ready: Promise<Ready>;
  isReady: boolean;
}

/**
 * Reads ahead, and prepares what was read while those before it are worked on.
 * @param prepare is called at once, in order; it never fails
 * @returns the items in their order, as many at a time as are ready, and never none
 * @throws what reading throws, after the items before it
 */
export async function* prepareAhead<Item, Ready>(
  items: Iterable<Item> | AsyncIterable<Item>,
  { sizeOf, prepare }: { sizeOf(item: Item): number; prepare(item: Item): Promise<Ready> },
  most: Limits,
): AsyncGenerator<Ready[]> {
  const waiting: Waiting<Ready>[] = [];
  let size = 0;
  let [isOver, isLeft] = [false, false];
  let fault: { error: unknown } | undefined;
  let [tellMore, tellRoom] = [() => {}, () => {}];
  const isFull = () => waiting.length >= most.items || size >= most.size;

  const read = async () => {
    for await (const item of items) {
      if (isLeft) break;
      const one = { size: sizeOf(item), ready: prepare(item), isReady: false };
      void one.ready.then(() => {
        one.isReady = true;
      });
      waiting.push(one);
      size += one.size;
      tellMore();
      while (isFull() && !isLeft) await new Promise<void>((resolve) => (tellRoom = resolve));
    }
  };
  const end = () => {
    isOver = true;
    tellMore();
  };
  read()
    .catch((error: unknown) => {
      fault = { error };
    })
    .then(end);

  try {
    for (;;) {
      while (waiting.length === 0 && !isOver) await new Promise<void>((resolve) => (tellMore = resolve));
      await waiting[0]?.ready;
      // What came in one piece is read by then, and taken together.
      await setImmediate();
      await waitFor(waiting.slice(0, most.together), most.milliseconds);
      const count = waiting.findIndex(({ isReady }) => !isReady);
      const taken = waiting.splice(0, count < 0 ? waiting.length : count);
      if (taken.length === 0) break;
      size -= taken.reduce((sum, one) => sum + one.size, 0);
      tellRoom();
      yield await Promise.all(taken.map(({ ready }) => ready));
    }
  } finally {
    isLeft = true;
    tellRoom();
  }
  if (fault) throw fault.error;
}

/** Waits until all are ready, or for so long. */
async function waitFor<Ready>(waiting: Waiting<Ready>[], milliseconds: number): Promise<void> {
  if (waiting.every(({ isReady }) => isReady)) return;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([Promise.all(waiting.map(({ ready }) => ready)), late]);
  clearTimeout(timer);
}

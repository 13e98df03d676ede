import type { Worker } from 'node:worker_threads';
import { startThread } from '../../runtime/thread.ts';
import type { ApaAnswer, ApaOrder } from './apa-worker.ts';
import type { CslItem } from './csl.ts';

interface Waiting {
  resolve: (text: string) => void;
  reject: (error: Error) => void;
}

/** A thread that is idle for so long ends, in milliseconds: the style processor takes 130 MB. */
const idleTime = 30_000;
/** Most of its objects are old from the start, so that a small young generation saves memory and no time. */
const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 256 };

let thread: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
let number = 0;
const waiting = new Map<number, Waiting>();

/**
 * Writes items in the style of the APA as plain text, one a line, in the order of that style. In a worker thread, started
 * on demand and ended when it is idle: the style processor needs two seconds to load and 20 ms for each item.
 */
export function writeApa(items: CslItem[]): Promise<string> {
  clearTimeout(idle);
  thread ??= start();
  const order: ApaOrder = { id: ++number, items };
  thread.ref();
  thread.postMessage(order);
  return new Promise((resolve, reject) => waiting.set(order.id, { resolve, reject }));
}

function start(): Worker {
  const started = startThread('apa-worker', import.meta.url, { name: 'postil-citations', resourceLimits });
  started.on('message', (answer: ApaAnswer) => {
    const requested = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('text' in answer) requested?.resolve(answer.text);
    else requested?.reject(new Error(answer.fault));
    if (waiting.size > 0) return;
    started.unref();
    idle = setTimeout(() => {
      thread = undefined;
      void started.terminate();
    }, idleTime).unref();
  });
  // The next request starts another thread.
  const end = (error: Error) => {
    thread = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  started.on('error', end);
  return started;
}

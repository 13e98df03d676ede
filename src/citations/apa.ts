import type { Worker } from 'node:worker_threads';
import { startThread } from '../thread.ts';
import type { ApaAnswer, ApaOrder } from './apa-worker.ts';
import type { CslItem } from './csl.ts';

interface Waiting {
  resolve: (text: string) => void;
  reject: (error: Error) => void;
}

let thread: Worker | undefined;
let number = 0;
const waiting = new Map<number, Waiting>();

/**
 * Writes items in the style of the APA as plain text, one a line, in the order of that style. In a thread, started on
 * first use: the processor needs two seconds to make itself ready and 20 ms for each item.
 */
export function writeApa(items: CslItem[]): Promise<string> {
  thread ??= start();
  const order: ApaOrder = { id: ++number, items };
  thread.ref();
  thread.postMessage(order);
  return new Promise((resolve, reject) => waiting.set(order.id, { resolve, reject }));
}

function start(): Worker {
  const started = startThread('apa-worker', import.meta.url, { name: 'postil-citations' });
  started.on('message', (answer: ApaAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('text' in answer) asked?.resolve(answer.text);
    else asked?.reject(new Error(answer.fault));
    if (waiting.size === 0) started.unref();
  });
  // Whatever ended it, the next order starts another.
  const end = (error: Error) => {
    thread = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  started.on('error', end);
  return started;
}

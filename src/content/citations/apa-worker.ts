import { parentPort } from 'node:worker_threads';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { CslItem } from './csl.ts';

/** The messages of the thread. */
export interface ApaOrder {
  id: number;
  items: CslItem[];
}
export type ApaAnswer = { id: number } & ({ text: string } | { fault: string });

function write(items: CslItem[]): string {
  // The style prints the archive beside the publisher, which is the same: arXiv.
  const printed = items.map(({ archive, archive_location, custom, ...item }) => item);
  const cite = new Cite(JSON.parse(JSON.stringify(printed)), { generateGraph: false });
  return cite.format('bibliography', { template: 'apa', lang: 'en-US', format: 'text' });
}

parentPort?.on('message', ({ id, items }: ApaOrder) => {
  let answer: ApaAnswer;
  try {
    answer = { id, text: write(items) };
  } catch (error) {
    answer = { id, fault: String(error) };
  }
  parentPort?.postMessage(answer);
});

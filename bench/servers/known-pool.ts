// What stands in place of Postil's content/markdown/pool.ts when rendering is to be left aside (known-renderings.mjs).
import { createCorpus } from '../corpus.ts';
import { baseOf } from '../posts.ts';
import { deriveBodies } from './derived.ts';

const known = deriveBodies(createCorpus({ rows: Number(process.env.BENCH_ROWS) }));

export async function renderInThread(body: string) {
  const rendered = known.get(baseOf(body));
  if (!rendered) throw new Error('A body was posted that nobody foresaw.');
  return rendered;
}

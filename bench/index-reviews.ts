import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('index-part.ts', import.meta.url));

/** Indexes the first reviews of a corpus, in as many processes as there are processors, at most four. */
export async function indexReviews(
  url: string,
  what: 'lexemes' | 'grams' | 'trigrams',
  rows: number,
): Promise<void> {
  const parts = Math.min(availableParallelism(), 4);
  await Promise.all(
    Array.from({ length: parts }, async (_, first) => {
      const run = spawn(
        process.execPath,
        ['--import', 'tsx', program, url, what, String(first), String(parts), String(rows)],
        { stdio: 'inherit' },
      );
      const [code] = await once(run, 'exit');
      if (code !== 0) throw new Error(`Indexing ended with ${code}.`);
    }),
  );
}

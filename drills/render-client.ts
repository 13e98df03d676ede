import { setTimeout as sleep } from 'node:timers/promises';
import { formulas } from '../test/content/markdown/formulas.ts';
import { hostileSnippets } from '../test/content/markdown/hostile.ts';

/** What the drill asks its client for, and what that answers. */
export interface Stage {
  url: string;
  key: string;
  post: 'nothing' | 'corpus' | 'megabytes' | 'notes';
  seconds: number;
}
export interface Done {
  reads: number;
  posts: number;
  /** In milliseconds. */
  slowestRead: number;
  slowestPost: number;
  /** Answers that were neither 200 nor 201. */
  faults: string[];
}

const readers = 4;
const snippets = [...Object.values(hostileSnippets).flat(), ...formulas.map((formula) => `$${formula}$`)];
/** NUL is refused with the request, before anything is rendered. */
const corpus = snippets.filter((snippet) => !snippet.includes('\0'));
const mebibyte = 1_048_576;
const megabytes = ['[x](', '> ', '*a ', '$x$ ', '<b>', '![[', '| a ', '`a', '한글 ', '&#x26;'].map((part) =>
  part.repeat(Math.floor(mebibyte / part.length)),
);

const note = `${formulas
  .slice(0, 10)
  .map((formula) => `$${formula}$`)
  .join(' and ')} ${'한글 and *words* '.repeat(300)}`;

/** Reads as fast as the answers come while it posts what the stage says. */
async function run({ url, key, post, seconds }: Stage): Promise<Done> {
  const done: Done = { reads: 0, posts: 0, slowestRead: 0, slowestPost: 0, faults: [] };
  const end = Date.now() + seconds * 1000;
  let isOver = false;
  const call = async (path: string, expected: number, init?: RequestInit) => {
    const begun = performance.now();
    const answer = await fetch(url + path, init);
    await answer.arrayBuffer();
    const slowest = init ? 'slowestPost' : 'slowestRead';
    done[slowest] = Math.max(done[slowest], performance.now() - begun);
    if (answer.status !== expected) done.faults.push(`${answer.status} ${path}`);
  };
  const read = async () => {
    while (!isOver) {
      await call('/v1/reviews?limit=20', 200);
      done.reads += 1;
    }
  };
  const write = async (body: string) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const review = { paper: { title: `Drilled ${crypto.randomUUID()}` }, language: 'en', body };
    await call('/v1/reviews', 201, { method: 'POST', headers, body: JSON.stringify(review) });
    done.posts += 1;
  };
  const writes = {
    nothing: () => [sleep(seconds * 1000)],
    corpus: () =>
      [0, 1].map(async (offset) => {
        for (let n = offset; Date.now() < end; n += 2) await write(corpus[n % corpus.length] ?? '');
      }),
    notes: () =>
      [0, 1].map(async () => {
        while (Date.now() < end) await write(note);
      }),
    megabytes: () => [...megabytes, ...megabytes].map(write),
  };
  const reading = Array.from({ length: readers }, read);
  await Promise.all(writes[post]());
  isOver = true;
  await Promise.all(reading);
  return done;
}

process.on('message', (stage: Stage) => {
  run(stage).then(
    (done) => process.send?.(done),
    (error: unknown) => {
      process.stderr.write(`${error}\n`);
      process.exit(1);
    },
  );
});

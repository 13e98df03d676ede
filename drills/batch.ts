import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { splitLines } from '../src/http/json/lines.ts';
import { ask, type RunningServer, startServer } from '../test/support/process.ts';
import { onPostgres } from './on-postgres.ts';
import { readNumber } from './options.ts';

const key = 'k'.repeat(32);
const mostReviews = 100_000;
const paragraph =
  'The method reads every line twice, keeps what both readings say, and lets go of what only one of them does. ';
const body = `## Method\n\n${`${paragraph.repeat(5)}\n\n`.repeat(11)}`;

/** Streams reviews of 6 KB, each with a paper and tags, through one batch: all have to be there, and memory has to stay flat. */
export async function drillBatch(options: string[]): Promise<void> {
  const { values } = parseArgs({
    args: options,
    options: { reviews: { type: 'string', default: '10000' } },
  });
  const count = readNumber(values.reviews, mostReviews);
  await onPostgres(async (postgres) => {
    const server = await startServer({ DATABASE_URL: postgres.url, ADMIN_KEY: key });
    const begun = performance.now();
    let [done, most] = [0, 0];
    for await (const line of sendReviews(server, count)) {
      const result = JSON.parse(line);
      assert.deepEqual([result.index, result.status], [done, 201], line);
      done += 1;
      if (done % 500 === 0) most = Math.max(most, await readMemory(server));
    }
    const seconds = (performance.now() - begun) / 1000;
    assert.equal(done, count);
    const { body: page } = await ask(`${server.url}/v1/reviews?total=true&limit=1`, { key });
    assert.equal(page.page.total, count);
    process.stdout.write(
      `${count} reviews of ${body.length} bytes in ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} a second; at most ${most} MB\n`,
    );
  });
}

async function* sendReviews({ url }: RunningServer, count: number): AsyncGenerator<string> {
  const sending = request(`${url}/v1/batch`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' },
  });
  const answered = new Promise<AsyncIterable<Uint8Array>>((resolve, reject) => {
    sending.once('response', resolve);
    sending.once('error', reject);
  });
  Readable.from(writeReviews(count)).pipe(sending);
  yield* splitLines(await answered);
}

function* writeReviews(count: number): Generator<string> {
  for (let number = 0; number < count; number += 1) {
    const data = {
      paper: { title: `A paper in a batch, part ${number}`, identifiers: { doi: `10.1000/batch.${number}` } },
      title: `Reading part ${number}`,
      source: `batch/${number}.md`,
      body: `${body}\n\nThis is part ${number}.\n`,
      language: 'en',
      tags: [`tag ${number % 20}`, `tag ${number % 7}`],
    };
    yield `${JSON.stringify({ type: 'review', data })}\n`;
  }
}

/** The resident memory of the server, in MB (Linux only, else 0). */
async function readMemory({ pid }: RunningServer): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(text)?.[1] ?? 0) / 1024);
}

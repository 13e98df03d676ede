import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { Cannon } from '../bench/fire.ts';
import { ask, makeFolder, startServer } from '../test/support/process.ts';
import { onPostgres } from './on-postgres.ts';
import { readNumber } from './options.ts';

const key = 'k'.repeat(32);
const uploads = 100;
const mostMemory = 30;
const leastRate = 0.8;

/** A hundred uploads at once beside readers: the memory of the service stays, and the readers keep their rate. */
export async function drillImages(options: string[]): Promise<void> {
  const { values } = parseArgs({ args: options, options: { seconds: { type: 'string', default: '10' } } });
  const seconds = readNumber(values.seconds, 600);
  const pictures = await drawPictures();
  await onPostgres(async (postgres) => {
    const images = `file://${await makeFolder()}`;
    const server = await startServer({ DATABASE_URL: postgres.url, ADMIN_KEY: key, IMAGES_URL: images });
    const cannon = new Cannon();
    const memory = watchMemory(server.pid);
    try {
      const review = { paper: { title: 'Read' }, title: 'Read', body: 'Read. '.repeat(500), language: 'en' };
      const posted = await ask(`${server.url}/v1/reviews`, {
        key,
        method: 'POST',
        body: { ...review, status: 'published' },
      });
      const requests = [{ path: '/v1/reviews?limit=10' }, { path: `/v1/reviews/${posted.body.slug}` }];
      const read = (time: number) =>
        cannon.fire({ url: server.url, requests, seconds: time, connections: 8, expect: 200 });
      await read(seconds / 2);
      memory.take();
      const alone = await read(seconds);
      const rest = memory.take();
      const begun = performance.now();
      const sent = Promise.all(pictures.map((picture) => upload(server.url, picture))).then(
        () => (performance.now() - begun) / 1000,
      );
      const beside = await read(seconds);
      const taken = await sent;
      const more = memory.take() - rest;
      const rate = beside.answers / beside.seconds / (alone.answers / alone.seconds);
      process.stdout.write(
        `${uploads} uploads at once, taken in ${taken.toFixed(1)} s; RssAnon ${rest} MB, ${more} MB more meanwhile; readers ${Math.round(alone.answers / alone.seconds)} a second, ${rate.toFixed(2)} of that beside uploads; load ${loadavg()[0]?.toFixed(1)}\n`,
      );
      assert.deepEqual([alone.errors, beside.errors, beside.unexpected], [0, 0, 0]);
      assert.ok(more <= mostMemory, `${more} MB more than at rest`);
      assert.ok(rate >= leastRate, `${rate.toFixed(2)} of the rate of readers`);
    } finally {
      memory.stop();
      cannon.stop();
    }
  });
}

/** Noise, which no format makes small, each of other bytes. */
function drawPictures(): Promise<Buffer[]> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  return Promise.all(
    Array.from({ length: uploads }, (_, at) =>
      sharp({ create: { width: 900 + at, height: 700, channels: 3, background: 'gray', noise } })
        .png({ compressionLevel: 1 })
        .toBuffer(),
    ),
  );
}

/** Sends a picture until it is taken: after a 503 again, when its `Retry-After` says. */
async function upload(url: string, picture: Buffer): Promise<void> {
  for (;;) {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'image/png' };
    const answer = await fetch(`${url}/v1/images`, { method: 'POST', headers, body: picture });
    if (answer.status !== 503) return assert.equal(answer.status, 201, await answer.text());
    await answer.body?.cancel();
    await sleep(1000 * Number(answer.headers.get('retry-after')));
  }
}

/** The most RssAnon of a process since it was last asked, in MB (Linux only, else 0). */
function watchMemory(pid: number) {
  let most = 0;
  const look = () => {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8');
    most = Math.max(most, Math.round(Number(/RssAnon:\s+(\d+)/.exec(text)?.[1] ?? 0) / 1024));
  };
  const timer = setInterval(look, 50);
  const take = () => {
    look();
    const found = most;
    most = 0;
    return found;
  };
  return { take, stop: () => clearInterval(timer) };
}

import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { Cannon, type Volley } from '../bench/fire.ts';
import { ask, makeFolder, startServer } from '../test/support/process.ts';
import { onPostgres } from './on-postgres.ts';
import { readNumber } from './options.ts';
import type { Uploaded, Uploads } from './upload-client.ts';

const key = 'k'.repeat(32);
const uploads = 100;
const mostMemory = 30;
const leastRate = 0.8;
/** So many seconds after they are sent the last of the uploads is answered, readers or not. */
const longest = 90;

/** A hundred uploads at once beside readers: the memory of the service stays, and the readers keep their rate. */
export async function drillImages(options: string[]): Promise<void> {
  const { values } = parseArgs({ args: options, options: { seconds: { type: 'string', default: '10' } } });
  const seconds = readNumber(values.seconds, 600);
  const files = await drawPictures(await makeFolder());
  await onPostgres(async (postgres) => {
    const images = `file://${await makeFolder()}`;
    const server = await startServer({ DATABASE_URL: postgres.url, ADMIN_KEY: key, IMAGES_URL: images });
    const cannon = new Cannon();
    const memory = watchMemory(server.pid);
    const client = startClient();
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
      const sent = client.upload({ url: server.url, key, files });
      const beside = await readUntil(sent, () => read(seconds));
      const { seconds: taken, unexpected } = await sent;
      const more = memory.take() - rest;
      const rate = rateOf(beside) / rateOf([alone]);
      process.stdout.write(
        `${uploads} uploads at once, taken in ${taken.toFixed(1)} s; RssAnon ${rest} MB, ${more} MB more meanwhile; readers ${Math.round(rateOf([alone]))} a second, ${rate.toFixed(2)} of that beside uploads; load ${loadavg()[0]?.toFixed(1)}\n`,
      );
      assert.deepEqual(unexpected, []);
      for (const volley of [alone, ...beside]) assert.deepEqual([volley.errors, volley.unexpected], [0, 0]);
      assert.ok(more <= mostMemory, `${more} MB more than at rest`);
      assert.ok(rate >= leastRate, `${rate.toFixed(2)} of the rate of readers`);
      assert.ok(taken <= longest, `the last upload was answered after ${taken.toFixed(1)} s`);
    } finally {
      memory.stop();
      cannon.stop();
      client.stop();
    }
  });
}

/** Noise, which no format makes small, each of other bytes. @returns their files */
function drawPictures(folder: string): Promise<string[]> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  return Promise.all(
    Array.from({ length: uploads }, async (_, at) => {
      const file = join(folder, `${at}.png`);
      await sharp({ create: { width: 900 + at, height: 700, channels: 3, background: 'gray', noise } })
        .png({ compressionLevel: 1 })
        .toFile(file);
      return file;
    }),
  );
}

/** The process that uploads: what it takes of the processors is not the service's, and it is the last to get any. */
function startClient() {
  const child = fork(new URL('./upload-client.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
  const ended = once(child, 'exit').then(([code]): never => {
    throw new Error(`The process that uploads ended with ${code}.`);
  });
  ended.catch(() => undefined);
  const upload = async (asked: Uploads) => {
    child.send(asked);
    const [uploaded] = await Promise.race([once(child, 'message'), ended]);
    return uploaded as Uploaded;
  };
  return { upload, stop: () => child.kill() };
}

/** Reads again and again until the uploads are answered. @returns the volleys that were beside uploads to their end, or the first */
async function readUntil(sent: Promise<unknown>, read: () => Promise<Volley>): Promise<Volley[]> {
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  sent.then(end, end);
  const volleys: Volley[] = [];
  do {
    const volley = await read();
    if (!isOver || volleys.length === 0) volleys.push(volley);
  } while (!isOver);
  return volleys;
}

function rateOf(volleys: Volley[]): number {
  const sum = (field: 'answers' | 'seconds') => volleys.reduce((total, volley) => total + volley[field], 0);
  return sum('answers') / sum('seconds');
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

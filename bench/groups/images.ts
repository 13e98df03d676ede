import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { onCopy } from '../data.ts';
import { key } from '../servers/start.ts';
import type { Bench } from './group.ts';
import { benchRead, startServers } from './repeated.ts';

const least = 0.7;
const [width, height] = [1280, 720];

/** A variant of an image that a published review shows, against a server that has nothing to do but to send those bytes. */
export async function benchImages(bench: Bench): Promise<void> {
  const { postgresUrl, data } = bench;
  await onCopy(postgresUrl, data, async ({ url }) => {
    const folder = await mkdtemp(join(tmpdir(), 'postil-bench-images-'));
    const servers = await startServers({ DATABASE_URL: url, IMAGES_URL: `file://${folder}` });
    try {
      const id = await publishImage(servers[0].url);
      for (const name of [640, 960])
        await benchRead(bench, servers, {
          ...{ name: `image of ${name} pixels`, path: `/v1/images/${id}/${name}.webp` },
          ...{ encoding: 'identity', least },
        });
    } finally {
      for (const server of servers) await server.stop();
      await rm(folder, { recursive: true });
    }
  });
}

/** Uploads a plot, and publishes a review that shows it. @returns its id */
async function publishImage(url: string): Promise<string> {
  const noise = { type: 'gaussian', mean: 128, sigma: 20 } as const;
  const picture = await sharp({ create: { width, height, channels: 3, background: 'white', noise } })
    .blur(4)
    .png()
    .toBuffer();
  const authorization = `Bearer ${key}`;
  const send = async (path: string, type: string, body: Uint8Array<ArrayBuffer> | string) => {
    const headers = { authorization, 'content-type': type };
    const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body });
    assert.equal(answer.status, 201, `${path}: ${answer.status}`);
    return (await answer.json()) as { id: string };
  };
  const { id } = await send('/v1/images', 'image/png', new Uint8Array(picture));
  const review = {
    paper: { title: 'Shown' },
    title: 'Shown',
    body: `![A plot](image:${id})`,
    language: 'en',
  };
  await send('/v1/reviews', 'application/json', JSON.stringify({ ...review, status: 'published' }));
  return id;
}

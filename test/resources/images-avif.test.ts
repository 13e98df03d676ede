import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import sharp from 'sharp';
import { startTestApp } from '../support/app.ts';
import { drawPicture } from '../support/operations.ts';

const { send, admin } = await startTestApp({ IMAGES_AVIF: true });
const { payload, headers } = drawPicture();
const { body: image } = await send('POST', '/v1/images', { key: admin, payload: `${payload}`, headers });
const { body: review } = await send('POST', '/v1/reviews', {
  key: admin,
  body: {
    ...{ paper: { title: 'Avif' }, title: 'Avif', language: 'en', status: 'published' },
    body: `![A \\"url\\":\\"/v1/images/x.webp\\"](image:${image.id})`,
  },
});

interface Listed {
  width: number;
  mediaType: string;
  url: string;
}

test('every answer that has variants lists all of them as WebP, then as AVIF; bodies stay with WebP', async () => {
  const { body: render } = await send('POST', '/v1/render', {
    key: admin,
    body: { body: `![](image:${image.id})` },
  });
  const read = async (path: string, key?: string) =>
    (await send('GET', path, key === undefined ? {} : { key })).body;
  const lists: Listed[][] = [
    (await read(`/v1/images/${image.id}`)).variants,
    (await read(`/v1/images/${image.id}?fields=variants`)).variants,
    (await read('/v1/images', admin)).data[0].variants,
    (await read(`/v1/reviews/${review.slug}`)).cover.variants,
    (await read(`/v1/reviews/${review.slug}`, admin)).cover.variants,
    (await read('/v1/reviews')).data[0].cover.variants,
    (await read('/v1/reviews?fields=cover')).data[0].cover.variants,
    image.variants,
    review.cover.variants,
    render.cover.variants,
  ];
  for (const [at, variants] of lists.entries()) {
    const [webp, avif] = ['webp', 'avif'].map((type) =>
      variants.filter(({ mediaType }) => mediaType === `image/${type}`),
    );
    assert.deepEqual(variants, [...(webp ?? []), ...(avif ?? [])], `${at}`);
    assert.ok(webp && webp.length > 0, `${at}`);
    assert.deepEqual(
      avif?.map(({ width, url }) => [width, url.replace(/\.avif(?=$|\?)/, '.webp').replace(/\?.*/, '')]),
      webp.map(({ width, url }) => [width, url.replace(/\?.*/, '')]),
      `${at}`,
    );
  }
  assert.doesNotMatch(review.html + render.html, /avif/);
});

test('an AVIF is made behind: its address leads to the WebP until it is there, for a signed one too', async () => {
  for (const { url, width } of (image.variants as Listed[]).filter(({ url }) =>
    /\.avif\?expires/.test(url),
  )) {
    const first = await send('GET', url);
    assert.equal(first.status, 307, first.text);
    const webp = await send(
      'GET',
      new URL(`${first.headers.location}`, `http://localhost${url}`).href.slice(16),
    );
    assert.deepEqual([webp.status, webp.headers['content-type']], [200, 'image/webp']);
    let answer = first;
    while (answer.status === 307) {
      await setTimeout(50);
      answer = await send('GET', url);
    }
    assert.deepEqual([answer.status, answer.headers['content-type']], [200, 'image/avif']);
    const read = await sharp(answer.bytes).metadata();
    assert.deepEqual([read.format, read.width], ['heif', width]);
  }
  const known = await send('HEAD', `/v1/images/${image.id}/${image.variants[0].width}.avif`);
  assert.equal(known.headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.equal((await send('GET', `/v1/images/${image.id}/321.avif`)).status, 404);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { payload as hidden, makeHostilePictures } from '../images/hostile-pictures.ts';
import { plain } from '../images/pictures.ts';
import { startTestApp } from '../support/app.ts';

const { send, admin } = await startTestApp();
const png = { 'content-type': 'image/png' };
const formats: Record<string, string> = { png: 'png', jpg: 'jpeg', webp: 'webp', gif: 'gif' };

test('a hostile file is 422, or stored and served as the picture that it is; whatever its media type says, and the service goes on', async () => {
  for (const [name, { bytes, becomes }] of Object.entries(await makeHostilePictures())) {
    const answer = await send('POST', '/v1/images', {
      key: admin,
      payload: bytes,
      headers: { 'content-type': 'image/svg+xml' },
    });
    if (answer.status === 201) {
      const { id, mediaType, url, variants } = answer.body;
      assert.match(mediaType, typeof becomes === 'string' ? new RegExp(`^${becomes}$`) : becomes, name);
      const extension = mediaType.split('/')[1].replace('jpeg', 'jpg');
      for (const path of [url, variants[0].url, `/v1/images/${id}/original.${extension}`]) {
        const file = await send('GET', path, { key: admin });
        assert.equal(file.status, 200, `${name}: ${path} ${file.text}`);
        assert.equal(file.headers['x-content-type-options'], 'nosniff');
        assert.equal(file.headers['content-security-policy'], "default-src 'none'");
        const [, shown = 'webp'] = /\.(\w+)(?:\?|$)/.exec(path) ?? [];
        assert.equal((await sharp(file.bytes).metadata()).format, formats[shown], `${name}: ${path}`);
        for (const other of [hidden, '<script', '%PDF', 'PK\x03\x04'])
          assert.ok(!file.bytes.includes(other), `${name}: ${path} has ${other}`);
      }
    } else {
      assert.deepEqual(
        [answer.status, answer.body.type],
        [422, '/problems/image-invalid'],
        `${name}: ${answer.text}`,
      );
      assert.match(answer.body.detail, becomes as RegExp, name);
      assert.ok(!answer.text.includes(hidden), name);
    }
  }
  const good = await plain(9, 9, '#123456').png().toBuffer();
  assert.equal((await send('POST', '/v1/images', { key: admin, payload: good, headers: png })).status, 201);
});

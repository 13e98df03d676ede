import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeHostilePictures, payload } from './hostile-pictures.ts';
import { clean, quarters } from './pictures.ts';

for (const [name, { bytes, becomes }] of Object.entries(await makeHostilePictures()))
  test(`${name}: it is refused, or what is stored is its pixels alone`, async () => {
    const found = await clean(bytes).catch((error) => error);
    if (!found.result) assert.equal(found.code, 'image-invalid', `${found.stack}`);
    const answer = found.result?.mediaType ?? found.message;
    assert.match(answer, typeof becomes === 'string' ? new RegExp(`^${becomes}$`) : becomes);
    if (!found.result) return;
    assert.ok(!found.bytes.includes(payload));
    for (const other of ['PK\x03\x04', '%PDF', '<script', '<svg', 'zTXt', 'iTXt', 'iCCP', 'acTL'])
      assert.ok(!found.bytes.includes(other), other);
    assert.equal((await clean(quarters(40, 20).png())).result.width, 40);
  });

import assert from 'node:assert/strict';
import { access, mkdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import type { Config } from '../../src/config.ts';
import { type Asked, startTestApp } from '../support/app.ts';

/** The tests of images through HTTP, on any storage. */
export async function testImages(settings: Partial<Config> = {}): Promise<void> {
  const { send, admin, makeKey, db, config } = await startTestApp(settings);
  const { key: writer } = await makeKey(['reviews:write']);

  const drawn = new Map<string, Buffer>();
  /** A picture of one colour, as PNG. */
  async function draw(color: string, width = 800, height = 600): Promise<Buffer> {
    const name = `${color} ${width} ${height}`;
    const picture =
      drawn.get(name) ??
      (await sharp({ create: { width, height, channels: 3, background: color } })
        .png()
        .toBuffer());
    drawn.set(name, picture);
    return picture;
  }

  const upload = (payload: Buffer, key = admin, query = '') =>
    send('POST', `/v1/images${query}`, { key, payload, headers: { 'content-type': 'image/png' } });

  async function post(body: string, more: object = {}) {
    const sent: Asked = {
      key: admin,
      body: {
        paper: { title: `Paper of ${body.slice(0, 30)}` },
        title: 'A figure',
        body,
        language: 'en',
        ...more,
      },
    };
    const answer = await send('POST', '/v1/reviews', sent);
    assert.equal(answer.status, 201, answer.text);
    return answer.body;
  }

  const publish = async (slug: string) =>
    assert.equal((await send('POST', `/v1/reviews/${slug}/publish`, { key: admin })).status, 200);
  const unpublish = async (slug: string) =>
    assert.equal((await send('POST', `/v1/reviews/${slug}/unpublish`, { key: admin })).status, 200);

  test('an uploaded picture is an image with its size, colour, placeholder and variants; the same bytes are the same image', async () => {
    const answer = await upload(await draw('#204080'), admin, '?alt=Blue');
    assert.equal(answer.status, 201, answer.text);
    const { body: image } = answer;
    assert.deepEqual(
      [image.mediaType, image.width, image.height, image.alt, image.color, image.animated, image.revision],
      ['image/png', 800, 600, 'Blue', '#204080', false, 1],
    );
    assert.match(image.placeholder, /^data:image\/webp;base64,/);
    assert.deepEqual(
      image.variants.map(({ width, mediaType }: { width: number; mediaType: string }) => [width, mediaType]),
      [320, 640, 800].map((width) => [width, 'image/webp']),
    );
    assert.equal(answer.headers.location, `/v1/images/${image.id}`);
    const again = await upload(await draw('#204080'));
    assert.deepEqual([again.status, again.body.id], [200, image.id]);
  });

  test('variants are of their width, in WebP and JPEG, and never larger than the picture', async () => {
    const { body: image } = await upload(await draw('#806040', 700, 100));
    for (const [name, width] of [
      ['320.webp', 320],
      ['320.jpg', 320],
      ['960.webp', 700],
    ] as const) {
      const answer = await send('GET', `/v1/images/${image.id}/${name}`, { key: admin });
      assert.equal(answer.status, 200, answer.text);
      const read = await sharp(answer.bytes).metadata();
      assert.equal(read.width, width);
      assert.equal(answer.headers['content-type'], name.endsWith('jpg') ? 'image/jpeg' : 'image/webp');
      assert.equal(answer.headers['cache-control'], 'private, no-store');
      assert.equal(answer.headers['content-security-policy'], "default-src 'none'");
      assert.equal(answer.headers['x-content-type-options'], 'nosniff');
    }
    for (const name of [
      '1280.webp',
      '333.webp',
      '320.avif',
      '320.png',
      '0320.webp',
      'original.jpg',
      '..%2f320.webp',
    ])
      assert.equal((await send('GET', `/v1/images/${image.id}/${name}`, { key: admin })).status, 404, name);
  });

  test('a body shows an image with its sources and dimensions; one that is not there is told by a warning', async () => {
    const { body: image } = await upload(await draw('#112233'));
    const { html, renderWarnings, cover } = await post(
      `![A *loss*](image:${image.id} "Figure 1")\n\n![none](image:0197b6f0-8a4e-7c31-9d2b-3f6c1e5a7b90)\n\n![elsewhere](https://example.org/a.png)`,
    );
    const [, src = ''] = /<img src="([^"]*)"/.exec(html) ?? [];
    assert.match(
      src,
      new RegExp(`^/v1/images/${image.id}/960\\.webp\\?expires=\\d+&#x26;signature=[\\w-]{22}$`),
    );
    assert.match(html, /<figure><img [^>]*alt="A loss"[^>]*><figcaption>Figure 1<\/figcaption><\/figure>/);
    assert.match(
      html,
      / srcset="[^"]*\/320\.webp[^"]* 320w, [^"]*\/640\.webp[^"]* 640w, [^"]*\/960\.webp[^"]* 800w"/,
    );
    assert.match(html, / width="800" height="600" decoding="async"/);
    assert.match(
      html,
      /<img src="https:\/\/example\.org\/a\.png" alt="elsewhere" referrerpolicy="no-referrer" loading="lazy">/,
    );
    assert.deepEqual(
      renderWarnings.map(({ line, source }: { line: number; source: string }) => [line, source]),
      [[3, 'image:0197b6f0-8a4e-7c31-9d2b-3f6c1e5a7b90']],
    );
    assert.deepEqual([cover.id, cover.isChosen, cover.width], [image.id, false, 800]);
  });

  test('an image is public from the first published review that shows it until the last one is gone', async () => {
    const { body: image } = await upload(await draw('#aa0000'));
    const address = `/v1/images/${image.id}`;
    const seen = async () => {
      const answers = await Promise.all(
        [address, `${address}/320.webp`].map(async (path) => (await send('GET', path)).status),
      );
      const listed = await send('GET', `/v1/images?sha256=${image.sha256}`);
      return [...answers, listed.body.data.length];
    };
    const hidden = [404, 404, 0];
    assert.deepEqual(await seen(), hidden);
    const one = await post(`![](image:${image.id}) one`);
    const other = await post('other', { cover: image.id });
    assert.deepEqual(await seen(), hidden);
    await publish(one.slug);
    assert.deepEqual(await seen(), [200, 200, 1]);
    const variant = await send('GET', `${address}/320.webp`);
    assert.equal(variant.headers['cache-control'], 'public, max-age=31536000, immutable');
    assert.match(`${variant.headers['surrogate-key']}`, new RegExp(image.id));
    await publish(other.slug);
    await unpublish(one.slug);
    assert.deepEqual(await seen(), [200, 200, 1]);
    await send('PATCH', `/v1/reviews/${other.slug}`, {
      key: admin,
      body: { cover: null },
      headers: { 'if-match': '*' },
    });
    assert.deepEqual(await seen(), hidden);
  });

  test('a signed address shows an image without a key, a changed or expired one does not', async () => {
    const { body: image } = await upload(await draw('#00aa00'));
    const path = image.variants[0].url as string;
    const signed = await send('GET', path);
    assert.deepEqual([signed.status, signed.headers['cache-control']], [200, 'private, no-store']);
    const { body: other } = await upload(await draw('#00aa01'));
    for (const wrong of [
      path.replace(/\?.*/, ''),
      path.replace(/signature=./, 'signature=!'),
      path.replace(/expires=\d/, 'expires=9'),
      path.replace(image.id, other.id),
      path.replace(/expires=\d+/, 'expires=1'),
    ])
      assert.equal((await send('GET', wrong)).status, 404, wrong);
  });

  test('by a hash nobody learns of an image that they may not see', async () => {
    const { body: image } = await upload(await draw('#0000aa'));
    const { status, body: own } = await upload(await draw('#0000aa'), writer);
    assert.deepEqual([status, own.id === image.id], [201, false]);
    const again = await upload(await draw('#0000aa'), writer);
    assert.deepEqual([again.status, again.body.id], [200, own.id]);
    const listed = await send('GET', `/v1/images?sha256=${image.sha256}`, { key: writer });
    assert.deepEqual(listed.body.data, []);
  });

  test('the original is for keys with reviews:write', async () => {
    const { body: image } = await upload(await draw('#123123'));
    const { slug } = await post(`![](image:${image.id}) original`);
    await publish(slug);
    const path = `/v1/images/${image.id}/original.png`;
    assert.equal((await send('GET', path)).status, 404);
    const answer = await send('GET', path, { key: writer });
    assert.equal(answer.status, 200);
    assert.equal((await sharp(answer.bytes).metadata()).width, 800);
  });

  test('a range of a file is 206, one behind its end 416, and an ETag that is known 304', async () => {
    const { body: image } = await upload(await draw('#321321'));
    const { slug } = await post(`![](image:${image.id}) range`);
    await publish(slug);
    const path = `/v1/images/${image.id}/640.webp`;
    const whole = await send('GET', path);
    const range = (value: string, more: object = {}) =>
      send('GET', path, { headers: { range: value, ...more } });
    const part = await range('bytes=2-5');
    assert.deepEqual(
      [part.status, part.headers['content-range'], part.bytes],
      [206, `bytes 2-5/${whole.bytes.length}`, whole.bytes.subarray(2, 6)],
    );
    const beyond = await range('bytes=999999-');
    assert.deepEqual(
      [beyond.status, beyond.headers['content-range']],
      [416, `bytes */${whole.bytes.length}`],
    );
    for (const ignored of ['bytes=1.5-3', 'bytes=0x1-2', 'bytes=abc', 'bytes=', 'items=0-1', 'bytes=0-1,3-4'])
      assert.deepEqual(
        [(await range(ignored)).status, (await range(ignored)).bytes],
        [200, whole.bytes],
        ignored,
      );
    for (const some of ['bytes=2-5', 'bytes=999999-'])
      assert.equal((await send('HEAD', path, { headers: { range: some } })).status, 200, some);
    assert.equal((await range('bytes=2-5', { 'if-range': '"x"' })).status, 200);
    assert.equal((await range('bytes=2-5', { 'if-range': `${whole.headers.etag}` })).status, 206);
    assert.equal(
      (await send('GET', path, { headers: { 'if-none-match': `${whole.headers.etag}` } })).status,
      304,
    );
  });

  test('an image that something shows is not deleted, and the answer names what; then it is, with its files', async () => {
    const { body: image } = await upload(await draw('#777777'));
    const { slug } = await post(`![](image:${image.id}) shown`);
    const remove = () =>
      send('DELETE', `/v1/images/${image.id}`, { key: admin, headers: { 'if-match': '*' } });
    const refused = await remove();
    assert.deepEqual([refused.status, refused.body.type], [409, '/problems/in-use']);
    assert.match(refused.body.detail, new RegExp(`"${slug}"`));
    await send('PATCH', `/v1/reviews/${slug}`, {
      key: admin,
      body: { body: 'No figure.' },
      headers: { 'if-match': '*' },
    });
    assert.equal((await remove()).status, 204);
    assert.equal((await send('GET', `/v1/images/${image.id}/320.webp`, { key: admin })).status, 404);
  });

  test('a working copy keeps its images from being deleted, and hidden from the public', async () => {
    const { body: image } = await upload(await draw('#999999'));
    const { slug } = await post('published without a figure');
    await publish(slug);
    const draft = await send('PATCH', `/v1/reviews/${slug}/draft`, {
      key: admin,
      body: { body: `![](image:${image.id})`, cover: image.id },
      headers: { 'if-match': '*' },
    });
    assert.equal(draft.status, 200, draft.text);
    assert.equal((await send('GET', `/v1/images/${image.id}/320.webp`)).status, 404);
    const refused = await send('DELETE', `/v1/images/${image.id}`, {
      key: admin,
      headers: { 'if-match': '*' },
    });
    assert.match(refused.body.detail, /working copy/);
    await publish(slug);
    assert.equal((await send('GET', `/v1/images/${image.id}/320.webp`)).status, 200);
    const { body: review } = await send('GET', `/v1/reviews/${slug}`);
    assert.deepEqual([review.cover.id, review.cover.isChosen], [image.id, true]);
  });

  test('images that nothing shows are pruned, except those that were sent within an hour; all others stay', async () => {
    const { body: kept } = await upload(await draw('#abcdef'));
    const { body: unused } = await upload(await draw('#fedcba'));
    const { body: again } = await upload(await draw('#fedcbb'));
    const { body: young } = await upload(await draw('#fedcbc'));
    await post('covered', { cover: kept.id });
    const isThere = async ({ id }: { id: string }) =>
      (await send('GET', `/v1/images/${id}`, { key: admin })).status === 200;
    const prune = async (query = '') => {
      const answer = await send('DELETE', `/v1/images?unused=true${query}`, { key: admin });
      assert.equal(answer.status, 200, answer.text);
      return answer.body;
    };
    await db.$client`update images set sent_at = now() - interval '61 minutes' where id <> ${young.id}`;
    // Before it posts, a script sends what is there already.
    assert.equal((await upload(await draw('#fedcbb'))).status, 200);
    const counted = await prune('&dryRun=true');
    assert.ok(counted.images >= 1);
    assert.ok(await isThere(unused));
    assert.deepEqual(await prune(), counted);
    assert.deepEqual(await Promise.all([kept, unused, again, young].map(isThere)), [true, false, true, true]);
    assert.deepEqual(await prune('&before=2024-06-03T09:00:00Z'), { images: 0, files: 0 });
    const [{ soon } = { soon: '' }] = await db.$client`select (now() + interval '1 second')::text as soon`;
    assert.equal((await prune(`&before=${encodeURIComponent(new Date(soon).toISOString())}`)).images, 2);
    assert.deepEqual(await Promise.all([kept, again, young].map(isThere)), [true, false, false]);
    for (const wrong of ['unused=false', 'unused=true&before=yesterday', 'before=2024-06-03T09:00:00Z'])
      assert.equal((await send('DELETE', `/v1/images?${wrong}`, { key: admin })).status, 400, wrong);
  });

  if (config.IMAGES_URL.startsWith('file:'))
    test('files without an image are removed when they are older than an hour, and so are variants of images that are gone', async () => {
      const { body: image } = await upload(await draw('#101112'));
      await send('GET', `/v1/images/${image.id}/320.webp`, { key: admin });
      await post('shown', { cover: image.id });
      const root = fileURLToPath(config.IMAGES_URL);
      const orphan = '0197b6f0-8a4e-7c31-9d2b-3f6c1e5a7b90';
      const old = new Date(Date.now() - 3_700_000);
      const write = async (path: string, isOld: boolean) => {
        const file = join(root, path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, 'x');
        if (isOld) await utimes(file, old, old);
        return file;
      };
      const gone = [
        await write(`90/7b/${orphan}/original.png`, true),
        await write(`90/7b/${orphan}/320.webp`, true),
        await write(`90/7b/.${orphan}.tmp`, true),
      ];
      const stays = [await write(`90/7b/${orphan}/640.webp`, false), await write('notes.txt', true)];
      const own = `${image.id.slice(-2)}/${image.id.slice(-4, -2)}/${image.id}`;
      for (const name of ['original.png', '320.webp']) {
        await utimes(join(root, own, name), old, old);
        stays.push(join(root, own, name));
      }
      const isThere = (files: string[]) =>
        Promise.all(
          files.map((file) =>
            access(file).then(
              () => true,
              () => false,
            ),
          ),
        );
      for (const dryRun of [true, false]) {
        const { body } = await send('DELETE', `/v1/images?unused=true&dryRun=${dryRun}`, { key: admin });
        assert.equal(body.files, gone.length);
        assert.deepEqual(
          await isThere(gone),
          gone.map(() => dryRun),
        );
        assert.ok((await isThere(stays)).every(Boolean));
      }
    });

  test('a form takes the picture as `file` and `alt`, and names what is wrong with it', async () => {
    const picture = await draw('#0f0f0f', 20, 20);
    const form = (parts: [disposition: string, content: Buffer | string][]) => {
      const bodies = parts.flatMap(([disposition, content]) => [
        `--b\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`,
        content,
        '\r\n',
      ]);
      const payload = Buffer.concat([...bodies, '--b--\r\n'].map((part) => Buffer.from(part as string)));
      return send('POST', '/v1/images', {
        key: admin,
        payload,
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
      });
    };
    const file: [string, Buffer] = ['name="file"; filename="../../etc/passwd"', picture];
    const taken = await form([['name="alt"', 'Black'], file]);
    assert.deepEqual([taken.status, taken.body?.alt], [201, 'Black'], taken.text);
    for (const [parts, pointer] of [
      [[['name="alt"', 'Black']], '/file'],
      [[file, file], '/file'],
      [[['name="image"; filename="a.png"', picture]], '/image'],
      [[file, ['name="title"', 'x']], '/title'],
      [[file, ['name="alt"', 'a\u0000b']], '/alt'],
      [[['name="alt"', 'a'], ['name="alt"', 'b'], file], '/alt'],
      [[['name="file"', picture]], '/file'],
      [[['', 'x'], file], '/'],
    ] as [[string, Buffer | string][], string][]) {
      const refused = await form(parts);
      assert.equal(refused.status, 422, `${pointer} ${refused.text}`);
      assert.equal(refused.body.errors[0].pointer, pointer);
    }
  });

  test('what is no picture, is too large or has another type is refused', async () => {
    const text = await upload(Buffer.from('<html>no picture</html>'));
    assert.deepEqual([text.status, text.body.type], [422, '/problems/image-invalid'], text.text);
    assert.equal((await upload(Buffer.alloc(0))).status, 422);
    assert.equal((await upload(Buffer.alloc(21 * 2 ** 20))).status, 413);
    const typed = await send('POST', '/v1/images', {
      key: admin,
      payload: 'x',
      headers: { 'content-type': 'image/bmp' },
    });
    assert.equal(typed.status, 415);
  });

  test('a change of the alternative text changes what shows the image as its cover', async () => {
    const { body: image } = await upload(await draw('#454545'));
    const { slug } = await post('with a cover', { cover: image.id });
    await publish(slug);
    const before = await send('GET', `/v1/reviews/${slug}`);
    assert.equal(before.body.cover.alt, '');
    const patched = await send('PATCH', `/v1/images/${image.id}`, {
      key: admin,
      body: { alt: 'Grey' },
      headers: { 'if-match': '*' },
    });
    assert.deepEqual([patched.status, patched.body.alt, patched.body.revision], [200, 'Grey', 2]);
    const after = await send('GET', `/v1/reviews/${slug}`);
    assert.equal(after.body.cover.alt, 'Grey');
  });

  test('a cover has to be there', async () => {
    const answer = await send('POST', '/v1/reviews', {
      key: admin,
      body: {
        paper: { title: 'None' },
        title: 'None',
        body: 'x',
        language: 'en',
        cover: '0197b6f0-8a4e-7c31-9d2b-3f6c1e5a7b90',
      },
    });
    assert.equal(answer.status, 422);
    assert.equal(answer.body.errors[0].pointer, '/cover');
  });

  test('a preview shows the images of a draft to a browser without a key', async () => {
    const { body: image } = await upload(await draw('#565656'));
    const { slug } = await post(`![](image:${image.id}) previewed`);
    const link = await send('POST', `/v1/reviews/${slug}/preview-links`, { key: admin });
    assert.equal(link.status, 201, link.text);
    const { pathname, search } = new URL(link.body.url);
    const { body: preview } = await send('GET', pathname + search);
    const [, src = ''] = /<img src="([^"]*)"/.exec(preview.html) ?? [];
    for (const address of [src.replaceAll('&#x26;', '&'), preview.cover.url])
      assert.equal((await send('GET', address)).status, 200, address);
  });

  test('the signatures of a preview end with its link', async () => {
    const { body: image } = await upload(await draw('#575757'));
    const { slug } = await post(`![](image:${image.id}) short`);
    const link = await send('POST', `/v1/reviews/${slug}/preview-links`, {
      key: admin,
      body: { expiresIn: 600 },
    });
    assert.equal(link.status, 201, link.text);
    const { pathname, search } = new URL(link.body.url);
    const { body: preview } = await send('GET', pathname + search);
    const expires = Number(new URL(preview.cover.url, 'http://localhost').searchParams.get('expires'));
    assert.equal(expires, Math.floor(Date.parse(link.body.expiresAt) / 1000));
    assert.equal((await send('GET', preview.cover.url)).status, 200);
  });

  test('feeds have the cover of each review, as a picture that anybody can load', async () => {
    const { body: image } = await upload(await draw('#585858'), admin, '?alt=Grey%20%26%20flat');
    const { slug } = await post('in feeds', { cover: image.id });
    await publish(slug);
    const { body: feed } = await send('GET', '/feeds/feed.json');
    const item = feed.items.find(({ url }: { url: string }) => url.endsWith(slug));
    assert.match(item.image, new RegExp(`^https?://[^/]+/v1/images/${image.id}/960\\.webp$`));
    assert.equal((await send('GET', new URL(item.image).pathname)).status, 200);
    for (const name of ['atom.xml', 'rss.xml']) {
      const { text } = await send('GET', `/feeds/${name}`);
      const [media = ''] =
        new RegExp(`<media:content[^>]*${image.id}[\\s\\S]*?</media:content>`).exec(text) ?? [];
      assert.match(media, /url="https?:[^"]*960\.webp"/);
      assert.match(media, /type="image\/webp"/);
      assert.match(media, /medium="image"/);
      assert.match(media, /Grey (?:&amp;|<!\[CDATA\[|&) ?flat|Grey & flat/);
    }
  });

  test('the first image of a page is loaded at once, all others when they come near', async () => {
    const { body: image } = await upload(await draw('#595959'));
    const { slug } = await post(
      `![elsewhere](https://example.org/a.png)\n\n![one](image:${image.id})\n\n![two](image:${image.id})`,
    );
    await publish(slug);
    const { text } = await send('GET', `/v1/reviews/${slug}.html`);
    assert.deepEqual(
      Array.from(text.matchAll(/<img[^>]* loading="(\w+)"/g), ([, how]) => how),
      ['lazy', 'eager', 'lazy'],
    );
  });

  test('structured data and the page of a review have its cover by an absolute address', async () => {
    const { body: image } = await upload(await draw('#676767'));
    const { slug } = await post('structured', { cover: image.id });
    await publish(slug);
    const absolute = new RegExp(`https?://[^"/]+/v1/images/${image.id}/960\\.webp`);
    const jsonld = await send('GET', `/v1/reviews/${slug}`, { headers: { accept: 'application/ld+json' } });
    assert.match(jsonld.body.image, absolute);
    const page = await send('GET', `/v1/reviews/${slug}.html`);
    assert.match(page.text, /<meta property="og:image" content="https?:/);
  });
}

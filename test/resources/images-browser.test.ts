import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { startTestApp } from '../support/app.ts';
import { launchChromium, noChromium } from '../support/chromium.ts';

const figures = 10;
const { app, send, admin } = await startTestApp();
const origin = await app.listen({ port: 0, host: '127.0.0.1' });

/** What the functions use that run in the page. */
interface InPage {
  document: { images: { complete: boolean; currentSrc: string; naturalWidth: number }[] };
  shifts: unknown[];
}

/** A page with pictures of 1920 pixels and of shapes that alternate, each behind a long paragraph: Chromium loads far ahead. */
async function publishFigures(slug: string, figures: number): Promise<string> {
  const parts: string[] = [];
  for (let at = 0; at < figures; at += 1) {
    const background = { r: 20 * at, g: 120, b: 250 - 20 * at };
    const picture = sharp({ create: { width: 1920, height: at % 2 ? 1440 : 800, channels: 3, background } });
    const payload = await picture.png({ compressionLevel: 1 }).toBuffer();
    const image = await send('POST', '/v1/images', {
      key: admin,
      payload,
      headers: { 'content-type': 'image/png' },
    });
    parts.push(
      `Paragraph ${at}. ${'It says something. '.repeat(150)}`,
      `![](image:${image.body.id} "Figure ${at}")`,
    );
  }
  const body = {
    ...{ paper: { title: slug }, title: 'Figures', slug, language: 'en' },
    ...{ body: parts.join('\n\n'), status: 'published' },
  };
  assert.equal((await send('POST', '/v1/reviews', { key: admin, body })).status, 201);
  return `${origin}/v1/reviews/${slug}.html`;
}

/** The pictures in the order of the page: which variant each has loaded; undefined for those that have not begun. */
const readLoaded = (page: Page) =>
  page.evaluate(() =>
    Array.from((globalThis as unknown as InPage).document.images, ({ complete, currentSrc }) =>
      complete ? /(\d+)\.webp/.exec(currentSrc)?.[1] : undefined,
    ),
  );

test('a page of ten figures does not shift while they load, loads none before it comes near, and of each no more than its width needs', {
  skip: noChromium,
}, async () => {
  const address = await publishFigures('ten', figures);
  const browser = await launchChromium();
  try {
    for (const { width, needed } of [
      { width: 900, needed: '960' },
      { width: 420, needed: '640' },
    ]) {
      const page = await browser.newPage({ viewport: { width, height: 700 }, deviceScaleFactor: 1 });
      const asked: string[] = [];
      page.on('request', (request) => {
        const [, variant] = /\/v1\/images\/[^/]+\/(.+)$/.exec(request.url()) ?? [];
        if (variant) asked.push(variant);
      });
      await page.addInitScript(() => {
        const { shifts } = Object.assign(globalThis as unknown as InPage, { shifts: [] as unknown[] });
        const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
        observer.observe({ type: 'layout-shift' as 'measure', buffered: true });
      });
      await page.goto(address, { waitUntil: 'networkidle' });
      if (process.env.SCREENSHOT) await page.screenshot({ path: `${process.env.SCREENSHOT}-${width}.png` });
      assert.ok(asked.length > 0 && asked.length < figures, `${asked.length} were loaded at once`);
      assert.equal((await readLoaded(page))[0], needed);

      for (let at = 0; at < figures; at += 1) {
        await page.locator('img').nth(at).scrollIntoViewIfNeeded();
        await page.waitForFunction(
          (index) => (globalThis as unknown as InPage).document.images[index]?.naturalWidth,
          at,
        );
      }
      await page.waitForTimeout(200);
      assert.deepEqual(await readLoaded(page), Array(figures).fill(needed));
      assert.deepEqual([...new Set(asked)], [`${needed}.webp`]);
      assert.equal(asked.length, figures);
      assert.deepEqual(await page.evaluate(() => (globalThis as unknown as InPage).shifts), []);
      await page.close();
    }
  } finally {
    await browser.close();
  }
});

test('nothing runs on the page of a review, whatever is in it', { skip: noChromium }, async () => {
  const found = await fetch(await publishFigures('one', 1));
  const scripts =
    '<script>document.title = "run"</script><script src="/run.js"></script><img src="/none" onerror="document.title=\'run\'"><a href="javascript:document.title=\'run\'">run</a>';
  const injected = (await found.text()).replace(/<article[^>]*>/, `$&${scripts}`);
  const asked: (string | undefined)[] = [];
  // The page as it is sent, with what the sanitizer would have taken out.
  const server = createServer(({ url }, response) => {
    asked.push(url);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', found.headers.get('content-security-policy') ?? '');
    response.writeHead(url === '/' ? 200 : 404).end(url === '/' ? injected : '');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
      waitUntil: 'networkidle',
    });
    await page.getByText('run', { exact: true }).click();
    await page.waitForTimeout(200);
    assert.equal(await page.title(), 'Figures');
    assert.ok(asked.includes('/none') && !asked.includes('/run.js'), `${asked}`);
  } finally {
    await browser.close();
    server.close();
  }
});

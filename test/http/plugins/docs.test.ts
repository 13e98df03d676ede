import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../support/app.ts';
import { launchChromium, noChromium } from '../../support/chromium.ts';

test('Swagger UI loads without an error, takes a key, posts a review and reads it', {
  skip: noChromium,
}, async () => {
  const { app, admin } = await startTestApp();
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(60_000);
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${address}/docs`);
    await page.waitForSelector('#operations-reviews-createReview');
    assert.deepEqual(errors, []);

    await page.click('.btn.authorize');
    await page.fill('.auth-container input', admin);
    await page.click('.auth-btn-wrapper .authorize');
    await page.click('.auth-btn-wrapper .btn-done');

    await page.click('#operations-reviews-createReview .opblock-summary');
    const post = page.locator('#operations-reviews-createReview');
    const body = {
      paper: { title: 'Seen in a browser' },
      slug: 'by-hand',
      body: 'Tried out.',
      language: 'en',
      status: 'published',
    };
    await post.locator('textarea').fill(JSON.stringify(body));
    await post.locator('.execute').click();
    await post.locator('.live-responses-table .response-col_status', { hasText: '201' }).waitFor();

    await page.click('#operations-reviews-getReview .opblock-summary');
    const read = page.locator('#operations-reviews-getReview');
    await read.locator('input[placeholder="review"]').fill('by-hand');
    await read.locator('.execute').click();
    await read.locator('.live-responses-table .response-col_status', { hasText: '200' }).waitFor();
    await read.locator('.live-responses-table', { hasText: 'Seen in a browser' }).waitFor();
    assert.deepEqual(errors, []);
    if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT });
  } finally {
    await browser.close();
  }
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { renderMarkdown } from '../../../src/content/markdown/render.ts';
import { startTestApp } from '../../support/app.ts';
import { postReview } from '../../support/things.ts';
import { noBrowser as skip, touchEverything, withPage } from './browser.ts';
import { formulas } from './formulas.ts';
import { hostileSnippets } from './hostile.ts';

const folder = 'test/content/markdown/notes';
const notes = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));
const shown = formulas.map((formula) => `- $${formula}$`).join('\n');
const attacks = Object.values(hostileSnippets).flat();

const look = `({
  hidden: [...document.querySelectorAll('math')]
    .filter((math) => math.getBoundingClientRect().width < 1)
    .map(({ outerHTML }) => outerHTML),
  formulas: document.querySelectorAll('math').length,
  running: document.querySelectorAll('script, iframe, object, embed, style, form, svg').length,
  handlers: [...document.querySelectorAll('*')].flatMap(({ attributes }) =>
    [...attributes].map(({ name }) => name).filter((name) => name.startsWith('on'))),
  protocols: [...new Set([...document.links].map(({ protocol }) => protocol))].sort(),
})`;

interface Looked {
  hidden: string[];
  formulas: number;
  running: number;
  handlers: string[];
  protocols: string[];
}

test(
  'in a browser formulas are to be seen, and of no attack does anything run, even without a policy',
  {
    skip,
  },
  () =>
    withPage(async (page, { dialogs }) => {
      await page.setContent(
        '<img src="x" onerror="alert(\'planted\')"><a href="javascript:alert(\'clicked\')">x</a>',
      );
      await touchEverything(page);
      assert.deepEqual(
        [...new Set(dialogs.splice(0))].sort(),
        ['clicked', 'planted'],
        'what is planted would be seen',
      );

      const parts = [...notes, shown, ...attacks].map(
        (body) => `<article>${renderMarkdown(body).html}</article>`,
      );
      await page.setContent(`<!doctype html><html><body>${parts.join('\n')}</body></html>`);
      await touchEverything(page);
      assert.deepEqual(dialogs, []);
      const seen = await page.evaluate<Looked>(look);
      assert.deepEqual(seen.hidden, []);
      assert.ok(seen.formulas >= formulas.length + 50);
      assert.deepEqual([seen.running, seen.handlers], [0, []]);
      assert.deepEqual(
        seen.protocols.filter(
          (protocol) => ![':', 'about:', 'http:', 'https:', 'mailto:'].includes(protocol),
        ),
        [],
      );
      if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT, fullPage: true });
    }),
);

test('the page of a review is shown with its style, and its policy stops a script that stands in it', {
  skip,
}, async () => {
  const testApp = await startTestApp();
  const address = await testApp.app.listen({ port: 0, host: '127.0.0.1' });
  const { slug } = await postReview(testApp, { status: 'published', body: `${notes[0]}\n\n${notes[39]}` });
  await withPage(async (page, { dialogs }) => {
    const faults: string[] = [];
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.goto(`${address}/v1/reviews/${slug}`);
    assert.equal(await page.locator('h1').first().textContent(), await page.title());
    const width = await page.evaluate<string>('getComputedStyle(document.body).maxWidth');
    assert.equal(width, '1152px', 'the style sheet is taken');
    assert.ok((await page.locator('math').first().boundingBox())?.width);
    assert.deepEqual(
      faults.filter((text) => !text.includes('ERR_FAILED')),
      [],
    );
    if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT, fullPage: true });

    await page.route('**/*.html', async (route) => {
      const response = await route.fetch();
      // Of an image at an address, which a sandboxed page asks for past `route`, Chromium 150 ends.
      const planted = '<script>alert(1)</script><img src="data:," onerror="alert(2)"><style>body{}</style>';
      await route.fulfill({ response, body: (await response.text()).replace(/<article[^>]*>/, planted) });
    });
    await page.goto(`${address}/v1/reviews/${slug}.html`);
    await touchEverything(page);
    assert.deepEqual(dialogs, []);
    assert.ok(faults.some((text) => /Content Security Policy|sandboxed/.test(text)));
  });
});

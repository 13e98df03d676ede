import assert from 'node:assert/strict';
import fc from 'fast-check';
import { noBrowser, touchEverything, withPage } from './browser.ts';
import { markup } from './markup.ts';
import { assertSafe } from './safety.ts';

/** So many texts stand in a page at once. */
const textsPerPage = 100;

/** What each name of the document and the window is. */
const survey = `Object.fromEntries([document, window].flatMap((owner, at) => {
  const names = new Set();
  for (let one = owner; one; one = Object.getPrototypeOf(one)) Object.getOwnPropertyNames(one).forEach((name) => names.add(name));
  return [...names].filter((name) => !/^\\d+$/.test(name)).map((name) => {
    try { return [at + name, Object.prototype.toString.call(owner[name])]; } catch (error) { return [at + name, String(error)]; }
  });
}))`;

/** Whether what stands in each text's element is the same when it is written and read again, as a script would. */
const rewrite = `[...document.querySelectorAll('article')].filter((article) => {
  const { innerHTML } = article;
  article.innerHTML = innerHTML;
  return article.innerHTML !== innerHTML;
}).map(({ innerHTML }) => innerHTML)`;

/** The addresses of images, as the page has resolved them. */
const images = `[...document.images].map(({ currentSrc, src }) => src)`;

/**
 * Renders so many generated texts, and asserts of each that it is within the allow-list and stays what it is when it is
 * written and read again; then, in a browser where there is one, that nothing runs, nothing but its images is loaded, and
 * no name of the document or the window becomes something else.
 */
export async function tryMarkup(numRuns: number, seed?: number): Promise<void> {
  const texts: string[] = [];
  fc.assert(
    fc.property(markup, (text) => {
      texts.push(assertSafe(text));
    }),
    { numRuns, ...(seed === undefined ? {} : { seed }) },
  );
  if (noBrowser) return;
  await withPage(async (page, seen) => {
    const frame = (content: string) => `<!doctype html><html><head></head><body>${content}</body></html>`;
    await page.setContent(frame('<article></article>'));
    const names = await page.evaluate<Record<string, string>>(survey);
    for (let at = 0; at < texts.length; at += textsPerPage) {
      seen.requests.length = 0;
      const articles = texts.slice(at, at + textsPerPage).map((html) => `<article>${html}</article>`);
      await page.setContent(frame(articles.join('\n')));
      await touchEverything(page);
      assert.deepEqual(await page.evaluate(rewrite), []);
      await touchEverything(page);
      assert.deepEqual(seen.dialogs, []);
      const loaded = new Set(await page.evaluate<string[]>(images));
      const others = seen.requests.filter(({ url, type }) => type !== 'image' || !loaded.has(url));
      assert.deepEqual(others, []);
      assert.deepEqual(await page.evaluate(survey), names);
    }
  });
}

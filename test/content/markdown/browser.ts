import { existsSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Why there can be no browser here; false when there can. */
export const noBrowser = existsSync(executablePath) ? false : `there is no Chromium at ${executablePath}`;

const quiet =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

/** What a page did that can be seen from outside. */
export interface Seen {
  dialogs: string[];
  /** The addresses that it asked for, and as what. */
  requests: { url: string; type: string }[];
}

/** Works on a page on which dialogs and requests are noted; it reaches nothing but this machine. */
export async function withPage(work: (page: Page, seen: Seen) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({ executablePath, args: quiet.split(' ') });
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  const seen: Seen = { dialogs: [], requests: [] };
  page.on('dialog', (dialog) => {
    seen.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.route(/.*/, (route) => {
    const request = route.request();
    seen.requests.push({ url: request.url(), type: request.resourceType() });
    return new URL(request.url()).hostname === '127.0.0.1' ? route.continue() : route.abort();
  });
  try {
    await work(page, seen);
  } finally {
    // Before the service ends, which waits for its connections.
    await browser.close();
  }
}

// What runs in the page is text: the types of a browser are not those of Node.
const touch = `for (const element of document.querySelectorAll('*')) {
  for (const type of ['mouseover', 'pointerenter', 'focus', 'toggle', 'load', 'error', 'animationend'])
    element.dispatchEvent(new Event(type, { bubbles: true }));
  if (element.tagName === 'DETAILS') element.open = true;
  if (element.protocol === 'javascript:') element.click();
}`;

/** Does to every element what a reader could, then waits for what that may have started. */
export async function touchEverything(page: Page): Promise<void> {
  await page.evaluate(touch);
  await page.waitForTimeout(300);
}

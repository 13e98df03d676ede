import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** What tests that need a browser are skipped by, where there is none; else false. */
export const noChromium = existsSync(executablePath) ? false : `there is no Chromium at ${executablePath}`;

const quiet =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

/** Starts the Chromium of this machine, without a window and without requests of its own. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath, args: quiet.split(' ') });
}

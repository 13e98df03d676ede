import assert from 'node:assert/strict';
import { parseArgs } from 'node:util';
import { noBrowser } from '../test/content/markdown/browser.ts';
import { tryMarkup } from '../test/content/markdown/markup-trial.ts';
import { readNumber } from './options.ts';

/**
 * Renders generated hostile texts, ten thousand unless told otherwise, of other seeds every time: what comes out has to be
 * within the allow-list, the same after it is written and read again, and harmless in a browser.
 */
export async function drillMarkup(options: string[]): Promise<void> {
  const { values } = parseArgs({
    args: options,
    options: { texts: { type: 'string', default: '10000' }, seed: { type: 'string' } },
  });
  assert.equal(noBrowser, false);
  const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
  process.stdout.write(`seed ${seed}\n`);
  const perRound = 1000;
  for (let left = readNumber(values.texts, 100_000), round = 0; left > 0; left -= perRound, round += 1)
    await tryMarkup(Math.min(left, perRound), seed + round);
}

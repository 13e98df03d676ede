import { startSlices } from '../slices.ts';
import type { Prepared } from './spec.ts';

/** How much of the texts of a page is looked at for hits, in characters: each thing has its share of what is left. */
const mostShown = 100_000;

/** Shows the hits of a page, with turns of the event loop for others in between. */
export async function showHits(things: Record<string, unknown>[], { show }: Prepared): Promise<object[]> {
  const shown: object[] = [];
  let left = mostShown;
  const pause = startSlices();
  for (const thing of things) {
    const share = Math.floor(left / (things.length - shown.length));
    left -= Math.min(share, String(thing.text ?? '').length);
    shown.push(show(thing, share));
    await pause();
  }
  return shown;
}

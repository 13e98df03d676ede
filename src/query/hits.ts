import { startSlices } from '../runtime/slices.ts';
import type { PreparedSearch } from './spec.ts';

/** The characters of a page's texts that are searched for highlights: each hit has an equal share of the rest. */
const mostShown = 100_000;

/** Highlights the hits of a page, and yields the event loop in between. */
export async function highlightPage(
  things: Record<string, unknown>[],
  { highlight: show }: PreparedSearch,
): Promise<object[]> {
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

import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { defaultTreeAdapter, html as names, parseFragment } from 'parse5';
import { skeletonList } from './allow-list.ts';

/** HTML that changes whenever it is parsed again. */
export class UnstableHtml extends Error {
  override name = 'UnstableHtml';
}

const mostRounds = 6;

export function writeHtml(tree: Root): string {
  return toHtml(tree, { allowDangerousHtml: true, characterReferences: { useNamedReferences: true } });
}

/**
 * Parses the `raw` HTML of a tree as in a page's body, and repeats sanitising, serialising and parsing until a fixed
 * point, so that no browser parses another tree (mutation XSS).
 * @param look sees the tree before it is sanitised
 * @throws UnstableHtml
 */
export function readHtml(tree: Root, look: (read: Root) => void): Root {
  let html = writeHtml(tree);
  for (let round = 0; round < mostRounds; round++) {
    const body = defaultTreeAdapter.createElement('body', names.NS.HTML, []);
    const read = fromParse5(parseFragment(body, html, { scriptingEnabled: false })) as Root;
    if (round === 0) look(read);
    const safe = sanitize(read, skeletonList as Schema) as Root;
    const written = writeHtml(safe);
    if (written === html) return safe;
    html = written;
  }
  throw new UnstableHtml('The HTML in the text is nested as no browser reads it');
}

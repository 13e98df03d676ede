import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { defaultTreeAdapter, html as names, parseFragment } from 'parse5';
import { skeletonList } from './allow-list.ts';

/** What a browser would make another tree of, whenever it is read again. */
export class UnstableHtml extends Error {
  override name = 'UnstableHtml';
}

const mostRounds = 6;

export function writeHtml(tree: Root): string {
  return toHtml(tree, { allowDangerousHtml: true, characterReferences: { useNamedReferences: true } });
}

/**
 * Reads the HTML that is left `raw` in a tree, as a browser would in a page's body, and goes on until the tree is a fixed
 * point of making it safe, writing it and reading it: so that no browser reads another one (mutation XSS).
 * @param look sees the tree before anything of it is taken away
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

import { type Rendering, renderMarkdown } from '../../src/content/markdown/render.ts';
import { lexemesOf, writeLexemes } from '../../src/search/lexemes.ts';
import type { Corpus } from '../corpus.ts';
import { listBodies } from '../posts.ts';

/** What is derived of a body at a post: the rendering, and what search finds it by. */
export type Derived = Rendering & { lexemes: string };

/** What is derived of every body that is posted, by the body without its last line. */
export function deriveBodies(corpus: Corpus): Map<string, Derived> {
  return new Map(
    listBodies(corpus).map((body) => {
      const rendering = renderMarkdown(body);
      return [body, { ...rendering, lexemes: writeLexemes(lexemesOf(rendering.text)) }];
    }),
  );
}

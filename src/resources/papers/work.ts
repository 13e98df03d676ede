import type { Work } from '../../citations/work.ts';
import type { PaperSummary } from './schema.ts';

/** A paper as citations and structured data tell it: in its newest version. */
export function workOf(paper: PaperSummary): Work {
  return { ...paper, version: paper.latestVersion };
}

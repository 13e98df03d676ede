import type { Work } from '../../content/citations/work.ts';
import type { PaperSummary } from './schema.ts';

/** A paper for citations and structured data, in its newest version. */
export function workOf(paper: PaperSummary): Work {
  return { ...paper, version: paper.latestVersion };
}

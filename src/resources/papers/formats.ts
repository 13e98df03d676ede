import { writeEmbedded, writeJsonLd } from '../../content/jsonld/document.ts';
import { describeWork, describeWorks } from '../../content/jsonld/work.ts';
import { type Format, jsonLd } from '../../http/plugins/formats.ts';
import type { Site } from '../../http/site/site.ts';
import type { ListPage } from '../../query/run.ts';
import type { Paper, PaperSummary } from './schema.ts';
import { workOf } from './work.ts';

export const paperJsonLd: Format = {
  ...jsonLd('The paper as a `ScholarlyArticle` of schema.org.'),
  write: (paper: Paper, { site }) => writeJsonLd(describeWork(workOf(paper), site)),
};

export const papersJsonLd: Format = {
  ...jsonLd('The papers of this page as an `ItemList` of schema.org.'),
  write: ({ data }: ListPage<PaperSummary>, { site }) => writeJsonLd(describeWorks(data.map(workOf), site)),
};

/** The JSON-LD of a paper for the head of a page. */
export function embedPaper(paper: Paper, site: Site): string {
  return writeEmbedded(describeWork(workOf(paper), site));
}

import { citeWork } from '../../content/citations/csl.ts';
import { defineCitations } from '../define-citations.ts';
import { findPaper, paperList } from './list.ts';
import { paperParams } from './schema.ts';
import { workOf } from './work.ts';

export const paperCitationRoutes = defineCitations({
  kind: 'paper',
  description: 'In its venue, or as the preprint that it is.',
  params: paperParams,
  list: paperList,
  find: ({ server, viewer }, paper) => findPaper(server.db, viewer, paper, {}),
  cite: (paper) => citeWork(workOf(paper)),
});

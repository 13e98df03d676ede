import { recognizeIdentifier } from '../../content/identifiers/scheme.ts';
import { findWithMember } from '../../http/answers.ts';
import { json } from '../../http/plugins/formats.ts';
import { siteOf } from '../../http/plugins/urls.ts';
import { detailQuery } from '../../query/query.ts';
import type { OneQuery } from '../../query/run.ts';
import { defineResource } from '../define-resource.ts';
import { embedPaper, paperJsonLd, papersJsonLd } from './formats.ts';
import { findPaper, followPaper, paperDetail, paperList } from './list.ts';
import {
  NewPaper,
  Paper,
  PaperFields,
  PaperFieldsPage,
  PaperPage,
  PaperPatch,
  paperParams,
} from './schema.ts';
import { createPaper, deletePaper, patchPaper, putPaper } from './store.ts';

const conflicts = ['slug-taken', 'identifier-conflict', 'in-use'] as const;
const workshopPaper = { params: { paper: 'orpo-workshop-paper' } };

export const paperRoutes = defineResource({
  kind: 'paper',
  params: paperParams,
  list: paperList,
  schemas: { whole: Paper, page: PaperPage, fieldsPage: PaperFieldsPage, input: NewPaper, patch: PaperPatch },
  match: followPaper,
  listing: {
    description:
      'Papers that published reviews are about, and those made by themselves. JSON, unless `Accept` likes JSON-LD better, which `/v1/papers.jsonld` always answers.',
    formats: [json, papersJsonLd],
  },
  read: {
    description:
      'JSON, unless `Accept` likes JSON-LD better, which `.jsonld` behind the address always answers.',
    query: detailQuery(paperDetail, ['jsonld']),
    fields: PaperFields,
    formats: [json, paperJsonLd],
    find: (request, paper) =>
      findWithMember(
        request,
        request.query as OneQuery,
        'jsonld',
        (query) => findPaper(request.server.db, request.viewer, paper, query),
        (whole) => embedPaper(whole, siteOf(request)),
      ),
    // A DOI may end in anything.
    findWithEnding: async ({ server, viewer }, reference) =>
      recognizeIdentifier(reference).kind === 'identifier'
        ? (await findPaper(server.db, viewer, reference, { fields: ['slug'] }))?.slug
        : undefined,
  },
  create: {
    description:
      'Public at once. (A paper that a review brings is public from its first published review on, and stays so when that is taken back, archived or deleted.)',
    conflicts: ['slug-taken', 'identifier-conflict'],
    run: createPaper,
  },
  replace: {
    summary: 'Replace a paper, or create it at its address',
    description:
      'What is not sent is emptied, but for the slug and the identifier in the address. A slug or an identifier that no paper has is that of a new paper; a slug that one had before is a 308, so that nothing is made twice.',
    conflicts,
    // It creates what the DELETE example deletes.
    examples: {
      ...workshopPaper,
      body: { title: 'ORPO at a workshop', acronym: 'ORPO', publishedOn: '2024-07-26' },
    },
    run: putPaper,
  },
  change: { conflicts, examples: { params: { paper: 'arxiv:2403.07691' } }, run: patchPaper },
  remove: {
    description: 'Only a paper that has no reviews.',
    ...{ conflicts: ['in-use'], examples: workshopPaper, run: deletePaper },
  },
});

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { hideFromWrites } from '../../http/visibility.ts';
import { ref } from '../../wire.ts';
import { addVersion, judgePaper, type Verdict } from './actions.ts';
import { followPaper, paperList } from './list.ts';
import { mergePaper } from './merge.ts';
import { MergePaper, NewPaperVersion, Paper, paperParams as params } from './schema.ts';

const tags = ['papers'];
const config = { access: 'papers:write', ifMatch: 'optional', conflicts: ['conflict'] } as const;

/** Created by the example of `POST /v1/papers`. */
const examples = { params: { paper: 'arxiv:2403.07691' } };

const verdicts: Record<Verdict, { summary: string; description: string }> = {
  withdraw: {
    summary: 'Say that a paper was withdrawn',
    description: 'By its authors. Every review of it shows so in `paper.status`; `/reinstate` undoes it.',
  },
  retract: {
    summary: 'Say that a paper was retracted',
    description: 'By its publisher. Every review of it shows so in `paper.status`; `/reinstate` undoes it.',
  },
  reinstate: {
    summary: 'Say that a paper stands again',
    description: 'After a withdrawal or a retraction that was none.',
  },
};

/** The actions on papers: versions, merges and verdicts. */
export const paperActionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  hideFromWrites(app, 'paper', paperList, followPaper);

  app.post(
    '/v1/papers/:paper/versions',
    {
      config: { ...config, examples, conflicts: [...config.conflicts] },
      schema: {
        operationId: 'addPaperVersion',
        summary: 'Add a version to a paper',
        description:
          'Reviews of older versions are `outdated` from then on. A version that is there already changes nothing, but for a `releasedOn` that it lacked.',
        tags,
        params,
        body: ref(NewPaperVersion),
        response: { 200: ref(Paper) },
      },
    },
    async ({ params: { paper }, expected, body, viewer }) =>
      addVersion(app.db, paper, expected, body, viewer),
  );

  app.post(
    '/v1/papers/:paper/merge',
    {
      config: {
        ...config,
        // The paper of the review in the example of `PUT /v1/reviews/{review}`.
        examples: { params: { paper: 'orpo-preprint' }, body: { into: examples.params.paper } },
        conflicts: [...config.conflicts],
      },
      schema: {
        operationId: 'mergePaper',
        summary: 'Merge a paper into another one',
        description:
          'For a paper that is here twice. The one in the path goes, for good; `into` stays, and is answered with all that it got: reviews, identifiers, versions, links, and whatever else it lacked. Nothing of it is overwritten, except that the graver `status` counts. The slug and the id of the one that went answer 308 from then on. Where both have an identifier of one scheme, the one of `into` is shown, and the paper is found by either.',
        tags,
        params,
        body: ref(MergePaper),
        response: { 200: ref(Paper) },
      },
    },
    async ({ params: { paper }, expected, body: { into }, viewer }) =>
      mergePaper(app.db, paper, expected, into, viewer),
  );

  for (const verdict of Object.keys(verdicts) as Verdict[]) {
    app.post(
      `/v1/papers/:paper/${verdict}`,
      {
        config: { ...config, examples, conflicts: [...config.conflicts] },
        schema: {
          operationId: `${verdict}Paper`,
          ...verdicts[verdict],
          tags,
          params,
          response: { 200: ref(Paper) },
        },
      },
      async ({ params: { paper }, expected, viewer }) => judgePaper(app.db, paper, expected, verdict, viewer),
    );
  }
};

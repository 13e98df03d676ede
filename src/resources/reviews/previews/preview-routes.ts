import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { anonymous } from '../../../access/viewer.ts';
import { previewed } from '../../../db/schema/preview.ts';
import { sendCreated, sendPage } from '../../../http/answers.ts';
import { siteOf } from '../../../http/plugins/urls.ts';
import { Problem } from '../../../problems.ts';
import { listQuery } from '../../../query/query.ts';
import { runList } from '../../../query/run.ts';
import { closed, oneOf, ref, wholeOrFields } from '../../../wire.ts';
import { Review, reviewParams } from '../schema.ts';
import { createPreviewLink, identifyReview, previewLinkList, revokePreviewLink } from './preview-links.ts';
import {
  CreatedPreviewLink,
  defaultLifetime,
  NewPreviewLink,
  PreviewLinkFieldsPage,
  PreviewLinkPage,
  previewLinkParams,
} from './preview-schema.ts';
import { Previews } from './previews.ts';

const tags = ['reviews'];
const path = '/v1/reviews/:review/preview-links';

/** Preview links (capability URLs), and the reviews that they show. */
export const previewRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const previews = new Previews(app.db);

  app.post(
    path,
    {
      config: {
        ...{ access: 'reviews:write', alsoScopes: ['drafts:read'], idempotencyKey: 'sealed' },
        ...{ bodyOptional: true, conflicts: ['conflict'] },
      },
      schema: {
        operationId: 'createPreviewLink',
        summary: 'Make a preview link',
        description:
          'An address that shows the review, whatever its state, to whoever has it, until it expires or is revoked. The answer shows the address, this once. Needs `drafts:read` too, since it shows what only that sees.',
        tags,
        params: reviewParams,
        querystring: closed({
          of: Type.Optional(
            oneOf(previewed, {
              default: 'current',
              description:
                'What it shows: the review as it stands (`current`), or as publishing its working copy would make it (`draft`).',
            }),
          ),
        }),
        body: ref(NewPreviewLink),
        response: { 201: ref(CreatedPreviewLink) },
      },
    },
    async (request, reply) => {
      const { of = 'current' } = request.query;
      const lifetime = request.body.expiresIn ?? defaultLifetime;
      const { review } = request.params;
      const addressOf = (id: string, token: string) =>
        siteOf(request).addressOf(`/v1/previews/${id}?token=${token}`);
      const wanted = { of, lifetime, addressOf };
      return sendCreated(request, reply, await createPreviewLink(app.db, review, wanted, request.viewer));
    },
  );

  app.get(
    path,
    {
      config: { access: 'reviews:write' },
      schema: {
        operationId: 'listPreviewLinks',
        summary: 'List the preview links of a review',
        description: 'Those that work, newest first; never an address.',
        tags,
        params: reviewParams,
        querystring: listQuery(previewLinkList),
        response: { 200: wholeOrFields(PreviewLinkPage, PreviewLinkFieldsPage) },
      },
    },
    async (request, reply) => {
      const owner = await identifyReview(app.db, request.params.review, request.viewer);
      const page = await runList(app.db, previewLinkList, request.query, request.viewer, { owner });
      return sendPage(request, reply, page);
    },
  );

  app.delete(
    `${path}/:link`,
    {
      config: { access: 'reviews:write' },
      schema: {
        operationId: 'revokePreviewLink',
        summary: 'Revoke a preview link',
        description: 'From now on its address is a 404.',
        tags,
        params: previewLinkParams,
        response: { 204: Type.Null({ description: 'It is revoked.' }) },
      },
    },
    async ({ params: { review, link }, viewer }, reply) => {
      await revokePreviewLink(app.db, review, link, viewer);
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/v1/previews/:preview',
    {
      config: { access: 'link', ignoresUnknown: true },
      // The query has the token: it is neither logged nor repeated in a problem.
      onRequest: async (_request, reply) => {
        reply.headers({ 'X-Robots-Tag': 'noindex', 'Referrer-Policy': 'no-referrer' });
      },
      schema: {
        operationId: 'getPreview',
        summary: 'Read a review by its preview link',
        description:
          'No key is needed, and none is looked at. A link that never was, has expired or was revoked is a 404, and so is one whose review or working copy is gone. Kept by no cache, for no search engine.',
        tags,
        params: closed({
          preview: Type.String({
            description: 'The id of the link.',
            examples: ['018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10'],
          }),
        }),
        querystring: closed({
          token: Type.String({ maxLength: 200, description: 'The secret of the link.', examples: ['pvw_…'] }),
        }),
        response: { 200: ref(Review) },
      },
    },
    async (request) => {
      const { preview } = request.params;
      const found = await previews.read(preview, request.query.token);
      if (!found) throw new Problem('not-found', 'The link does not work, or no longer.');
      const { review, until } = found;
      // The addresses of its images are signed, and end with the link.
      request.viewer = { ...anonymous, previewed: review.id, previewedUntil: until };
      return review;
    },
  );
};

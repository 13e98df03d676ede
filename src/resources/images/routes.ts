import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { releaseWhenSent, sendPage, useFieldsSchema } from '../../http/answers.ts';
import { itself } from '../../http/plugins/conditional-requests.ts';
import { isJson } from '../../http/plugins/formats.ts';
import { hideFromWrites } from '../../http/visibility.ts';
import { openImageProcessor } from '../../images/processor.ts';
import { Problem } from '../../problems.ts';
import { detailQuery, listQuery } from '../../query/query.ts';
import { runList } from '../../query/run.ts';
import { listScope } from '../../query/scope.ts';
import type { Storage } from '../../storage/storage.ts';
import { closed, ref, Timestamp, wholeOrFields } from '../../wire.ts';
import { imageFileRoutes } from './file-routes.ts';
import { openImageFiles } from './files.ts';
import { findImage, imageList } from './list.ts';
import { pruneImages } from './prune.ts';
import {
  Image,
  ImageFields,
  ImageFieldsPage,
  ImagePage,
  ImagePatch,
  imageParams,
  PrunedImages,
} from './schema.ts';
import { changeImage, deleteImage, matchImage } from './store.ts';
import { uploadRoutes } from './upload-routes.ts';

const tags = ['images'];

export const imageRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { storage } = app;
  const processor = openImageProcessor();
  const works = { db: app.db, storage, processor, prepare: prepareOnce(storage) };
  app.addHook('onListen', async () => {
    await works
      .prepare()
      .catch((error: Error) => app.log.warn({ cause: `${error.cause}` }, 'the storage of images is away'));
  });
  app.addHook('onClose', () => processor.close());
  await app.register(imageFileRoutes, { files: openImageFiles(works) });
  await app.register(uploadRoutes, { works });
  hideFromWrites(app, 'image', imageList, matchImage);

  app.get(
    '/v1/images',
    {
      config: { access: 'read', scope: (query) => listScope(imageList, query) },
      schema: {
        operationId: 'listImages',
        summary: 'List images',
        description: 'Images that published reviews show; a key with `drafts:read` sees all.',
        tags,
        querystring: listQuery(imageList),
        response: { 200: wholeOrFields(ImagePage, ImageFieldsPage) },
      },
    },
    async (request, reply) =>
      sendPage(
        request,
        reply,
        await runList(app.db, imageList, request.query, request.viewer, {
          asLatin1: isJson(request),
          onReservation: releaseWhenSent(reply),
        }),
      ),
  );

  app.delete(
    '/v1/images',
    {
      config: { access: 'reviews:write', alsoScopes: ['drafts:read'] },
      schema: {
        operationId: 'pruneImages',
        summary: 'Delete the images that nothing shows',
        description:
          'Those that no review (in the trash neither) and no working copy shows. Files without an image, of uploads that were cut off more than an hour ago, are removed too.',
        tags,
        querystring: closed({
          unused: Type.Boolean({ enum: [true], description: 'Has to be `true`.', examples: [true] } as never),
          before: Type.Optional(
            Timestamp({
              description:
                'Only those that were last sent before this moment; without it an hour ago, so that what was uploaded for a review that is about to be written stays.',
              examples: ['2024-06-03T09:00:00Z'],
            }),
          ),
          dryRun: Type.Optional(
            Type.Boolean({
              default: false,
              description: 'Counts what would be removed, and removes nothing.',
            }),
          ),
        }),
        response: { 200: ref(PrunedImages) },
      },
    },
    async ({ query: { before, dryRun = false }, viewer }) => pruneImages(works, { before, dryRun }, viewer),
  );

  app.get(
    '/v1/images/:image',
    {
      config: { access: 'read', scope: itself },
      schema: {
        operationId: 'getImage',
        summary: 'Read an image',
        description: 'What is known of it; its bytes are at `url` and in `variants`.',
        tags,
        params: imageParams,
        querystring: detailQuery(imageList),
        response: { 200: wholeOrFields(Image, ImageFields) },
      },
    },
    async (request, reply) => {
      const query = { ...request.query, asLatin1: isJson(request) };
      const found = await findImage(app.db, request.viewer, request.params.image, query);
      if (!found) throw new Problem('not-found');
      useFieldsSchema(request, reply);
      return found;
    },
  );

  app.patch(
    '/v1/images/:image',
    {
      config: { access: 'reviews:write', ifMatch: true },
      schema: {
        operationId: 'patchImage',
        summary: 'Change an image',
        description: 'A JSON merge patch. Bodies have a text of their own for each place where they show it.',
        tags,
        params: imageParams,
        body: ref(ImagePatch),
        response: { 200: ref(Image) },
      },
    },
    async ({ params, expected, body, viewer }) => changeImage(app.db, params.image, expected, body, viewer),
  );

  app.delete(
    '/v1/images/:image',
    {
      config: { access: 'reviews:write', ifMatch: true, conflicts: ['in-use'] },
      schema: {
        operationId: 'deleteImage',
        summary: 'Delete an image',
        description: 'Only one that no review and no working copy shows; its files are removed with it.',
        tags,
        params: imageParams,
        response: { 204: Type.Null({ description: 'It is gone.' }) },
      },
    },
    async ({ params, expected, viewer }, reply) => {
      await deleteImage(works, params.image, expected, viewer);
      return reply.code(204).send(null);
    },
  );
};

/** Checks the storage, and makes its folder, before something is stored for the first time. */
function prepareOnce(storage: Storage): () => Promise<void> {
  let prepared: Promise<void> | undefined;
  return () => {
    prepared ??= storage.check().catch((error) => {
      prepared = undefined;
      throw error;
    });
    return prepared;
  };
}

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { sendFile } from '../../http/files.ts';
import { Problem } from '../../problems.ts';
import { closed, Uuid } from '../../wire.ts';
import type { ImageFiles, VariantFormat } from './files.ts';
import { findPicture } from './pictures.ts';

const content = Object.fromEntries(
  ['image/webp', 'image/jpeg', 'image/png', 'image/gif', 'image/avif'].map((type) => [
    type,
    { schema: Type.String({ format: 'binary' }) },
  ]),
);
const immutable = 'max-age=31536000, immutable';

/** The bytes of images. */
export const imageFileRoutes: FastifyPluginAsyncTypebox<{ files: ImageFiles }> = async (app, { files }) => {
  const { IMAGES_AVIF, IMAGES_ORIGINALS } = app.config;
  const formats: VariantFormat[] = IMAGES_AVIF ? ['webp', 'jpg', 'avif'] : ['webp', 'jpg'];

  app.get(
    '/v1/images/:image/:file',
    {
      config: {
        access: 'read',
        isSignable: true,
        conflicts: ['range-not-satisfiable', 'storage-unavailable'],
      },
      schema: {
        operationId: 'getImageFile',
        summary: 'Read the bytes of an image',
        description:
          'A variant of `variants`, `{width}.webp`, the same as `{width}.jpg`, and as `{width}.avif` where `IMAGES_AVIF` allows that (made when it is first asked for: until it is there, the answer is 307 to the WebP); or the whole picture, `original.png` and so on by its media type, for a key with `reviews:write`, and for the public where `IMAGES_ORIGINALS=public`. Ranges (RFC 9110, 14) are answered.',
        tags: ['images'],
        params: closed({
          image: Uuid({ description: 'The id of the image.' }),
          file: Type.String({ maxLength: 40, description: 'The name of the file.', examples: ['640.webp'] }),
        }),
        querystring: closed({
          expires: Type.Optional(
            Type.String({
              maxLength: 12,
              description: 'Of a signed URL: until when, in Unix time.',
              examples: ['1796058000'],
            }),
          ),
          signature: Type.Optional(
            Type.String({
              maxLength: 64,
              description: 'Of a signed URL.',
              examples: ['OCTwF7eO_XcylCCHHLZ9yb'],
            }),
          ),
        }),
        response: {
          200: { description: 'The picture.', content },
          206: { description: 'The part of it that `Range` names.', content },
          307: Type.Null({ description: 'To the WebP of that width, while the AVIF is made.' }),
        },
      },
    },
    async (request, reply) => {
      const { image: id, file: name } = request.params;
      const { viewer, query } = request;
      const picture = await findPicture(app.db, viewer, id, query);
      if (!picture) throw new Problem('not-found');
      const file = files.findFile(picture, name, formats);
      const isOriginal = name.startsWith('original.');
      const mayHaveOriginal = viewer.scopes.has('reviews:write') || IMAGES_ORIGINALS === 'public';
      if (!file || (isOriginal && !mayHaveOriginal))
        throw new Problem('not-found', describeMissing(isOriginal, file !== undefined));
      const standIn = await file.findStandIn?.();
      if (standIn !== undefined) {
        const [, search = ''] = request.url.split(/(?=\?)/);
        return reply
          .header('Cache-Control', 'private, no-store')
          .header('Cross-Origin-Resource-Policy', 'cross-origin')
          .redirect(standIn + search, 307);
      }
      const isPublic = picture.isPublic && !viewer.authenticated && query.signature === undefined;
      reply
        .type(file.mediaType)
        .header('Cache-Control', isPublic ? `public, ${immutable}` : 'private, no-store')
        .header('Content-Security-Policy', "default-src 'none'")
        .header('Cross-Origin-Resource-Policy', 'cross-origin')
        .header('X-Content-Type-Options', 'nosniff');
      const subject = isPublic ? { id, kind: 'images', state: picture.state } : undefined;
      return sendFile(request, reply as never, { tag: `${id}-${name}`, open: file.open, subject });
    },
  );
};

function describeMissing(isOriginal: boolean, isThere: boolean): string {
  if (isOriginal && isThere)
    return 'The whole picture is for keys with reviews:write, and for the public where IMAGES_ORIGINALS=public. The addresses in `variants` are for all who may see the image.';
  return 'The image has no such file: its addresses are in `variants`.';
}

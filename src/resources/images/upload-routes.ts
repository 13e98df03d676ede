import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { sendCreated } from '../../http/answers.ts';
import { chargeWrite } from '../../http/plugins/limits.ts';
import { addUploadParser, allowStreaming, isStream } from '../../http/streams.ts';
import { receiveUpload, tooLarge } from '../../http/upload.ts';
import { invalidBody, Problem } from '../../problems.ts';
import { rules } from '../../validation/rules.ts';
import { closed, ref } from '../../wire.ts';
import { AltText, Image } from './schema.ts';
import { type ImageWorks, storeImage } from './store.ts';

const tags = ['images'];
const uploadTypes = ['png', 'jpeg', 'webp', 'avif', 'gif', 'svg+xml'].map((type) => `image/${type}`);
const binary = Type.Unsafe<unknown>({
  type: 'string',
  format: 'binary',
  description: 'The bytes of the picture.',
});

export const uploadRoutes: FastifyPluginAsyncTypebox<{ works: ImageWorks }> = async (app, { works }) => {
  // Of this route only: all others take JSON.
  addUploadParser(app, [...uploadTypes, 'multipart/form-data']);

  app.post(
    '/v1/images',
    {
      // The same bytes are the same image.
      config: {
        access: 'reviews:write',
        idempotencyKey: false,
        conflicts: ['image-invalid', 'storage-unavailable'],
      },
      // What comes is checked by its bytes.
      validatorCompiler: (part) =>
        part.httpPart === 'body' ? () => true : (app.validatorCompiler?.(part) ?? (() => true)),
      schema: {
        operationId: 'uploadImage',
        summary: 'Upload an image',
        description:
          'The bytes of a picture as the body, or as `file` of a form. What it is, is told by its bytes. Metadata (EXIF, GPS, comments) is removed, its orientation applied, its colours are sRGB; an SVG is drawn to pixels. 201, or 200 when the same bytes were sent before. It is not public until a published review shows it: as `![alt](image:{id} "title")` in its body, or as its `cover`.',
        tags,
        querystring: closed({ alt: Type.Optional(AltText) }),
        body: {
          content: {
            'multipart/form-data': {
              schema: { type: 'object', required: ['file'], properties: { file: binary, alt: AltText } },
            },
            ...Object.fromEntries(uploadTypes.map((type) => [type, { schema: binary }])),
          },
        },
        response: { 200: { ...ref(Image), description: 'It was here already.' }, 201: ref(Image) },
      },
    },
    async (request, reply) => {
      const limits = { bytes: app.config.IMAGE_MAX_MB * 2 ** 20, onMebibyte: () => chargeWrite(request) };
      const declared = Number(request.headers['content-length'] ?? 0);
      // A form has some bytes around the picture.
      if (declared > limits.bytes + 2 ** 16) throw tooLarge(limits);
      const end = allowStreaming(request, reply);
      const { body } = request as { body: unknown };
      if (!isStream(body))
        throw new Problem(
          'unsupported-media-type',
          'Send a picture: image/png, image/jpeg, image/webp, image/avif, image/gif or image/svg+xml, or multipart/form-data with it as `file`.',
        );
      const upload = await receiveUpload(body, request.headers['content-type'] ?? '', limits);
      end();
      try {
        const alt = request.query.alt ?? readAlt(upload.alt);
        const { image, isNew } = await storeImage(works, { ...upload, alt }, request.viewer);
        return isNew ? sendCreated(request, reply, image) : image;
      } finally {
        await upload.remove();
      }
    },
  );
};

const longestAlt = 2000;

/** The text of a form, by the rule of its schema. @throws Problem invalid-body */
function readAlt(alt: string | undefined): string | undefined {
  if (alt === undefined) return undefined;
  const ruling = rules.caption(alt.normalize('NFC'));
  if (!ruling.ok) throw invalidBody('/alt', ruling.reason);
  if ([...ruling.value].length > longestAlt)
    throw invalidBody('/alt', `must have at most ${longestAlt} characters`);
  return ruling.value;
}

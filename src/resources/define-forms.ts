import type {
  FastifyContextConfig,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  FastifySchema,
} from 'fastify';
import { type Format, inForms } from '../http/plugins/formats.ts';

/** The JSON operation whose other representations get addresses of their own. */
interface Form {
  url: string;
  formats: readonly Format[];
  config: FastifyContextConfig;
  schema: FastifySchema;
}

/**
 * Defines a route for each representation with an ending, `/v1/reviews.jsonld`: what `Accept` chooses at the address
 * without it. A document has one type an operation, and links cannot send `Accept`.
 */
export function addForms<Answer>(
  app: FastifyInstance,
  { url, formats, config, schema }: Form,
  handler: (request: FastifyRequest, reply: FastifyReply) => Promise<Answer | FastifyReply>,
): void {
  for (const format of formats) {
    if (!format.ending) continue;
    const { path, called } = format.ending;
    app.get(
      `${url}.${path}`,
      {
        config: { ...config, formats: [format] },
        schema: {
          ...schema,
          operationId: `${schema.operationId}As${called}`,
          summary: `${schema.summary}, .${path}`,
          description: `In the form that \`Accept: ${format.type}\` asks for, whatever is accepted.`,
          response: { 200: inForms<Answer>(`As \`${format.type}\`.`) },
        },
      },
      handler as never,
    );
  }
}

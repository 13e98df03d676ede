import type { FastifyInstance, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { type TSchema, Type } from 'typebox';
import type { Site } from '../site/site.ts';
import type { Pieces } from '../text/pieces.ts';
import { canonicalUrl } from './canonical.ts';
import { definePlugin } from './define.ts';
import { firstElements } from './list-headers.ts';
import { siteOf } from './urls.ts';
import { addVary } from './vary.ts';

/** One form that a successful answer can take. */
export interface Format {
  /** Its media type, without parameters, in lower case. */
  type: string;
  /** What the parameter `format` calls it, where a route has one. */
  name?: string;
  /** What it is in the document. */
  schema: TSchema;
  /** Writes what the handler answered, before it is serialised, as the text that leaves; null for plain JSON. */
  write: ((answer: never, asked: Asked) => Text | Promise<Text>) | null;
  /** Heavy members that it is written of: what `include` calls them. */
  needs?: readonly string[];
  /** Headers that come with it. */
  headers?: Readonly<Record<string, string>>;
}

type Text = string | Pieces;

/** What an answer may have to tell of the request. */
export interface Asked {
  site: Site;
  /** The path and the query, in their canonical spelling. */
  url: string;
}

/** JSON by the schema of the route's response, which declares it. */
export const json: Format = { type: 'application/json', schema: Type.Unknown(), write: null };

/** Whether the answer leaves as JSON by the schema of its route. */
export const isJson = ({ format }: FastifyRequest): boolean => format.write === null;

const onlyJson = [json];

/** The response of a route that has no JSON of its own, only the forms that it declares. */
export function inForms<Answer>(description: string) {
  return Type.Unsafe<Answer>({ description, content: {} });
}

/** JSON-LD (W3C) in the words of schema.org. */
export function jsonLd(description: string): Pick<Format, 'type' | 'schema'> {
  const members = {
    '@context': Type.String({ examples: ['https://schema.org'] }),
    '@type': Type.String({ description: 'What it is, in the words of schema.org.' }),
  };
  const schema = Type.Object(members, { additionalProperties: true, description });
  return { type: 'application/ld+json', schema };
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * The forms of the answer. The first is for callers who like none better, or accept nothing that there is.
     * Without it the answer is JSON.
     */
    formats?: readonly Format[];
  }
  interface FastifyRequest {
    /** The form that the answer is going to have. */
    format: Format;
    /**
     * Whether a cache that many share may have the answer. Not if it is one of several at its address, by `Accept`, since
     * some such caches ignore `Vary`.
     */
    isForSharedCaches: boolean;
  }
}

/**
 * Answers in the form that the caller asks for: by `format=` where the route has it, else by `Accept` (RFC 9110,
 * 12.5.1). What a handler answers stays the thing or the page, so that its ETag and `Surrogate-Key` are told as for
 * JSON. Caching looks at the thing before it becomes a text.
 */
export const formats = definePlugin(
  'formats',
  ['operations', 'conditional-requests'],
  (app: FastifyInstance) => {
    app.decorateRequest('format');
    app.decorateRequest('isForSharedCaches', true);

    app.addHook('onRoute', (route) => {
      const response = route.schema?.response as Record<string, { content: object }> | undefined;
      if (!route.config?.formats || !response?.[200] || route.method === 'HEAD') return;
      const forms = route.config.formats.map(({ type, schema }) => [type, { schema }]);
      const content = { ...Object.fromEntries(forms), ...response[200].content };
      route.schema = { ...route.schema, response: { ...response, 200: { ...response[200], content } } };
    });

    app.addHook('onRequest', (request, reply, done) => {
      const { formats: offered = onlyJson } = request.routeOptions.config;
      if (offered.length > 1) addVary(reply, 'Accept');
      request.format = choose(request, offered);
      const { format: name } = request.query as { format?: unknown };
      if (request.format !== offered[0] && name === undefined) request.isForSharedCaches = false;
      done();
    });

    app.addHook('preSerialization', (request, reply, answer, done) => {
      // A request that was refused early has no negotiated representation.
      if (reply.statusCode >= 300 || !request.format.write) {
        done(null, answer);
        return undefined;
      }
      const { type, write, headers = {} } = request.format;
      reply.type(`${type}; charset=utf-8`).headers(headers);
      reply.serializer((text: Text) => text as string);
      return Promise.resolve(write(answer as never, { site: siteOf(request), url: canonicalUrl(request) }));
    });
  },
);

function choose(request: FastifyRequest, offered: readonly Format[]): Format {
  const [first = json, ...others] = offered;
  if (others.length === 0) return first;
  const { format: name, fields } = request.query as { format?: unknown; fields?: unknown };
  // Trimmed things are JSON: the other forms need the whole.
  if (fields !== undefined && first === json) return json;
  const accepted = request.headers.accept;
  const type =
    accepted === undefined || accepted === '*/*'
      ? first.type
      : new Negotiator({ headers: { accept: firstElements(accepted) } }).mediaType(
          offered.map((one) => one.type),
        );
  return offered.find((one) => (name === undefined ? one.type === type : one.name === name)) ?? first;
}

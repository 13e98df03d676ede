import type { FastifyInstance, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { type TSchema, Type } from 'typebox';
import type { PageLinks } from '../../content/pages/layout.ts';
import type { TextChunks } from '../../content/text/chunks.ts';
import { part } from '../../wire.ts';
import { linksOf } from '../assets.ts';
import { canonicalUrl } from '../canonical.ts';
import { firstElements } from '../list-headers.ts';
import type { Site } from '../site/site.ts';
import { addVary } from '../vary.ts';
import { definePlugin } from './define.ts';
import { siteOf } from './urls.ts';

/** A representation of a successful answer. */
export interface Format {
  /** Its media type, without parameters, in lower case. */
  type: string;
  /** Its value of the parameter `format`. */
  name?: string;
  /** The path of an address of its own, `.md`, and the suffix of the operationId there. */
  ending?: { path: string; called: string };
  /** Its schema in the OpenAPI document. */
  schema: TSchema;
  /** Serialises the handler's answer; null for JSON by the route's schema. */
  write: ((answer: never, context: FormatContext) => Text | Promise<Text>) | null;
  /** The heavy members that it needs, as in `include`. */
  needs?: readonly string[];
  headers?: Readonly<Record<string, string>>;
}

type Text = string | TextChunks;

/** The parts of the request that a representation may need. */
export interface FormatContext {
  site: Site;
  /** The canonical path and query. */
  url: string;
  /** The URLs in a page. */
  links: PageLinks;
}

/** JSON by the schema of the route's response, which declares it. */
export const json: Format = { type: 'application/json', schema: Type.Unknown(), write: null };

/** Whether the answer is JSON by the schema of its route. */
export const isJson = ({ format }: FastifyRequest): boolean => format.write === null;

const onlyJson = [json];

/** The response schema of a route without JSON, which has only its declared formats. */
export function inForms<Answer>(description: string) {
  return Type.Unsafe<Answer>({ description, content: {} });
}

/** JSON-LD (W3C) with schema.org. */
export function jsonLd(description: string): Pick<Format, 'type' | 'schema' | 'ending'> {
  const members = {
    '@context': Type.String({ examples: ['https://schema.org'] }),
    '@type': Type.String({ description: 'What it is, in the words of schema.org.' }),
  };
  const schema = Type.Object(members, { ...part('JsonLd'), additionalProperties: true, description });
  return { type: 'application/ld+json', schema, ending: { path: 'jsonld', called: 'JsonLd' } };
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * The representations of the answer; JSON when absent. The first is the default, and for an Accept that none matches.
     */
    formats?: readonly Format[];
  }
  interface FastifyRequest {
    /** The negotiated representation. */
    format: Format;
    /**
     * Whether shared caches may store the answer. Not if it is negotiated by `Accept`, since some ignore `Vary`.
     */
    isForSharedCaches: boolean;
  }
}

/**
 * Content negotiation by `format=` where the route has it, else by `Accept` (RFC 9110, 12.5.1). Handlers return the entity or
 * page for every representation; conditional requests read it for ETag and `Surrogate-Key` before it is serialised.
 */
export const formats = definePlugin(
  'formats',
  ['operations', 'conditional-requests'],
  (app: FastifyInstance) => {
    app.decorateRequest('format');
    app.decorateRequest('isForSharedCaches', true);

    // In the document an operation has one JSON type: representations chosen by `Accept` are operations of their own.
    app.addHook('onRoute', (route) => {
      const response = route.schema?.response as Record<string, { content: object }> | undefined;
      const [first, ...others] = route.config?.formats ?? onlyJson;
      if (first?.write === null || !first || !response?.[200] || route.method === 'HEAD') return;
      const forms = [first, ...others.filter(({ ending }) => !ending)].map(({ type, schema }) => [
        type,
        { schema },
      ]);
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
      const url = canonicalUrl(request);
      // Relative to the canonical address, since equivalent requests share the stored answer.
      const links = linksOf(request, url);
      return Promise.resolve(write(answer as never, { site: siteOf(request), url, links }));
    });
  },
);

/** Whether an `Accept` likes HTML better than JSON, as that of browsers does. */
export function prefersHtml(accept: string | undefined): boolean {
  if (!accept?.toLowerCase().includes('text/html')) return false;
  const types = ['application/json', 'application/problem+json', 'text/html'];
  return new Negotiator({ headers: { accept: firstElements(accept) } }).mediaType(types) === 'text/html';
}

function choose(request: FastifyRequest, offered: readonly Format[]): Format {
  const [first = json, ...others] = offered;
  if (others.length === 0) return first;
  const { format: name, fields } = request.query as { format?: unknown; fields?: unknown };
  // With `fields=` only JSON: the other representations need the whole.
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

import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { encodeIdentifierInPath } from '../../content/identifiers/in-path.ts';
import { definePlugin } from './define.ts';

const papers = '/v1/papers/';
/** First segments of our paths: a prefix that begins so would be ambiguous. */
const ownBeginning =
  /^\/(v1|docs|feeds|health|problems|assets|openapi\.json|sitemap\.xml|index\.html|robots\.txt|favicon\.ico|llms(-full)?\.txt)(\/|$)/;

declare module 'fastify' {
  interface FastifyInstance {
    /** The paths below `/v1/papers/{paper}`. */
    paperSubPaths: Set<string>;
  }
}

/** Collects the paths below a paper from the routes. */
export const rewriting = definePlugin('rewriting', ['urls'], (app: FastifyInstance) => {
  const subPaths = new Set<string>();
  app.decorate('paperSubPaths', subPaths);
  app.addHook('onRoute', ({ url }) => {
    const [, subPath] = /^\/v1\/papers\/:paper(\/[\w.-]+)$/.exec(url) ?? [];
    if (subPath !== undefined) subPaths.add(subPath);
  });
});

/**
 * Fastify's `rewriteUrl`: removes the path of PUBLIC_URL, which a proxy may not have stripped, and encodes the identifier of
 * a paper as one segment.
 */
export function rewriteTarget(this: FastifyInstance, { url = '/' }: IncomingMessage): string {
  const target = withoutPrefix(url, this.urls.prefix ?? '');
  if (!target.startsWith(papers)) return target;
  const query = target.search(/[?#]/);
  const end = query < 0 ? target.length : query;
  const path = encodeIdentifierInPath(target.slice(papers.length, end), this.paperSubPaths);
  return papers + path + target.slice(end);
}

function withoutPrefix(url: string, prefix: string): string {
  if (prefix === '' || !url.startsWith(prefix) || ownBeginning.test(prefix)) return url;
  const rest = url.slice(prefix.length);
  if (rest === '' || rest.startsWith('?')) return `/${rest}`;
  return rest.startsWith('/') ? rest : url;
}

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ForwardedReader } from '../proxies/forwarded.ts';
import { describeSite, type Site } from '../site/site.ts';
import { type ProblemUrls, UrlBuilder } from '../site/url-builder.ts';
import { definePlugin } from './define.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** The forwarding headers of trusted proxies. */
    forwarded: ForwardedReader;
    urls: UrlBuilder;
  }
}

/** The client's address and the base URL, by the settings and trusted proxies. */
export const urls = definePlugin('urls', [], (app: FastifyInstance) => {
  const reader = new ForwardedReader(app.config);
  app.decorate('forwarded', reader);
  app.decorate('urls', new UrlBuilder(app.config, reader));
});

/** A URI reference to a path of this service, for a header or body of the answer. */
export const addressOf = ({ server, raw }: FastifyRequest, path: string, from?: string): string =>
  server.urls.refer(raw, path, from);

/** What stands before the paths in a problem that answers the request. */
export const problemUrlsOf = ({ server, raw }: FastifyRequest): ProblemUrls =>
  server.urls.readProblemUrls(raw);

/**
 * The site with absolute URLs. An answer with a URL from an untrusted `Host` is not for shared caches, many of which ignore
 * the host (cache poisoning).
 */
export function siteOf(request: FastifyRequest): Site {
  const base = request.server.urls.readBase(request.raw);
  return describeSite(request.server.config, base, () => {
    if (!base.isVouchedFor) request.isForSharedCaches = false;
  });
}

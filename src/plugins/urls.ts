import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ForwardedReader } from '../proxies/forwarded.ts';
import { describeSite, type Site } from '../site/site.ts';
import { UrlBuilder } from '../site/url-builder.ts';
import { definePlugin } from './define.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** What trusted proxies say of a request. */
    forwarded: ForwardedReader;
    /** Every address of ours. */
    urls: UrlBuilder;
  }
}

/** Where requests come from and where we are, as the settings and trusted proxies say. */
export const urls = definePlugin('urls', [], (app: FastifyInstance) => {
  const reader = new ForwardedReader(app.config);
  app.decorate('forwarded', reader);
  app.decorate('urls', new UrlBuilder(app.config, reader));
});

/** A reference to a path of ours, for a header or a body of the answer to this request. */
export const addressOf = ({ server, raw }: FastifyRequest, path: string, from?: string): string =>
  server.urls.refer(raw, path, from);

/** The path below which the caller has this service, before every path that is a name, too (RFC 9457, 3.1.1). */
export const prefixOf = ({ server, raw }: FastifyRequest): string => server.urls.readPrefix(raw);

/**
 * The site, with absolute addresses as the caller knows them. An answer that has one made of a `Host` that nobody
 * vouches for is no answer for shared caches: many have one entry for all hosts.
 */
export function siteOf(request: FastifyRequest): Site {
  const base = request.server.urls.readBase(request.raw);
  return describeSite(request.server.config, base, () => {
    if (!base.isVouchedFor) request.isForSharedCaches = false;
  });
}

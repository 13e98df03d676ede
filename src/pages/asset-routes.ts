import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { type AssetName, assetNames } from '../content/pages/layout.ts';
import { readAsset } from '../http/assets.ts';
import { siteOf } from '../http/plugins/urls.ts';
import { sendFixed } from '../http/subject.ts';
import { closed, oneOf } from '../wire.ts';

const types = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml' };
const schema = { hide: true };

/** The files of pages, and what browsers and crawlers look for in the root. */
export const assetRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/assets/:name',
    {
      config: { access: 'open' },
      schema: {
        ...schema,
        params: closed({ name: oneOf(assetNames) }),
        querystring: closed({ v: Type.Optional(Type.String()) }),
      },
    },
    async (request, reply) => {
      const name = request.params.name as AssetName;
      const { bytes, version } = readAsset(name);
      const isVersioned = request.query.v === version;
      const maxAge = isVersioned ? 'max-age=31536000, immutable' : 'max-age=0, must-revalidate';
      reply
        .header('Cache-Control', `public, ${maxAge}`)
        .header('Cross-Origin-Resource-Policy', 'cross-origin')
        .header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        .type(types[name.split('.')[1] as keyof typeof types]);
      return sendFixed(reply, bytes);
    },
  );

  app.get('/favicon.ico', { config: { access: 'open' }, schema }, async (_request, reply) => {
    reply.header('Cache-Control', 'public, max-age=86400').type('image/x-icon');
    return sendFixed(reply, readAsset('favicon.ico').bytes);
  });

  app.get('/robots.txt', { config: { access: 'open' }, schema }, async (request, reply) => {
    reply.type('text/plain; charset=utf-8');
    return sendFixed(reply, writeRobots(app.config, siteOf(request).addressOf('/sitemap.xml')));
  });
};

/**
 * Writes robots.txt (RFC 9309). Reviews and images may be crawled, also where a site has pages of them, which those here name as
 * canonical: a crawler sees that only on a page that it may read. Lists and what else is JSON may not.
 */
function writeRobots({ PUBLIC_READ }: { PUBLIC_READ: boolean }, sitemap: string): string {
  if (!PUBLIC_READ) return 'User-agent: *\nDisallow: /\n';
  const lines = [
    'User-agent: *',
    'Disallow: /v1/',
    'Allow: /v1/reviews/',
    'Allow: /v1/images/',
    'Disallow: /docs/static/',
    'Allow: /',
    '',
    `Sitemap: ${sitemap}`,
  ];
  return `${lines.join('\n')}\n`;
}

import type { FastifyRequest } from 'fastify';
import { describeSite, type Site } from '../site/site.ts';

/** The site, with addresses here as the caller knows them. */
export function siteOf({ server: { config }, protocol, host }: FastifyRequest): Site {
  // A Host is whatever was sent.
  const named = /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i.test(host);
  return describeSite(config, `${protocol}://${named ? host : `${config.HOST}:${config.PORT}`}`);
}

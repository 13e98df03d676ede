import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyRequest } from 'fastify';
import type { AssetName, PageLinks } from '../content/pages/layout.ts';
import { packageUrl } from '../package-root.ts';
import { addressOf } from './plugins/urls.ts';

interface Asset {
  bytes: Buffer;
  /** A digest of its bytes, for its URL (cache busting). */
  version: string;
}

const assets = new Map<string, Asset>();

/** Reads a file of `assets/`, once. @throws Error of node:fs where the package has none of that name */
export function readAsset(name: AssetName | 'favicon.ico'): Asset {
  const known = assets.get(name);
  if (known) return known;
  const bytes = readFileSync(packageUrl(`assets/${name}`));
  const asset = { bytes, version: hash('sha256', bytes, 'hex').slice(0, 12) };
  assets.set(name, asset);
  return asset;
}

/**
 * The URLs in the page that answers a request.
 * @param from the path that they are relative to, if not that of the request
 */
export const linksOf = (request: FastifyRequest, from?: string): PageLinks => ({
  to: (path) => addressOf(request, path, from),
  asset: (name) => addressOf(request, `/assets/${name}?v=${readAsset(name).version}`, from),
});

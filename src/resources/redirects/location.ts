import type { Config } from '../../config.ts';
import { canonicalPath } from '../../content/text/site-path.ts';
import { describeSite } from '../../http/site/site.ts';
import { publicBase } from '../../http/site/url-builder.ts';
import type { Redirect } from './schema.ts';

/** What the location of a redirect is made of. */
export interface Place {
  path: string;
  type: 'review' | 'category' | 'address';
  id: string | null;
  slug: string | null;
  url: string | null;
  language: string | null;
}

/** Says where a visitor is sent, by the settings alone, so that an answer is the same for everybody. */
export type Locate = (place: Place) => string | null;

export function openLocator(config: Config): Locate {
  const base = { url: publicBase(config) ?? '', isVouchedFor: true };
  const site = describeSite(config, base);
  const home = originOf(site.home());
  const find = ({ type, url, id, slug, language }: Place): string | null => {
    if (type === 'address' || id === null || slug === null) return url;
    if (type === 'category') return site.addressOf(`/v1/categories/${encodeURIComponent(slug)}`);
    return site.pageOf({ id, slug, language: language ?? '' });
  };
  return (place) => {
    const location = find(place);
    return location !== null && pathAt(location, home) === place.path ? null : location;
  };
}

/** The canonical path of an address on the site; undefined elsewhere. */
function pathAt(address: string, home: string | undefined): string | undefined {
  if (originOf(address) !== home) return undefined;
  const { pathname, search } = new URL(address, 'http://localhost');
  const ruling = canonicalPath(pathname + search);
  return ruling.ok ? ruling.value : undefined;
}

const originOf = (address: string) => (URL.canParse(address) ? new URL(address).origin : undefined);

/** Completes the location of a redirect, where its answer has one. */
export const completeWith =
  (locate: Locate) =>
  <Row extends { location?: Place }>(row: Row): Row & Pick<Redirect, 'location'> =>
    (row.location === undefined ? row : { ...row, location: locate(row.location) }) as never;

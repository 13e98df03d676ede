import type { Config } from '../../config.ts';
import type { Base } from './url-builder.ts';

/** The members of a review in its page's URL. */
export interface Paged {
  id: string;
  slug: string;
  language: string;
}

/** The site that shows the reviews. */
export interface Site {
  title: string;
  /** The author of the reviews; null when not configured. */
  author: string | null;
  /** Its home page. */
  home: () => string;
  /** The absolute URL of a path of this service. */
  addressOf: (path: string) => string;
  /** The page of a review: on the site when its template is configured, else here. */
  pageOf: (review: Paged) => string;
  /** The page on the site of a review of which only the slug is known; null where its template needs more, or there is none. */
  pageOfSlug: (slug: string) => string | null;
  /**
   * The same for links within a page: those to this service are relative to it where the base is not vouched for, so that the
   * page is the same for every `Host`.
   * @param refer gives the reference of a path
   */
  forPage: (refer: (path: string) => string) => Site;
  /** The page of a review on the site; null where no template is configured. */
  pageOnSite: (review: Paged) => string | null;
}

/**
 * The site of the settings.
 * @param base the URL of this service
 * @param onUse called when a URL is built from the base
 */
export function describeSite(config: Config, base: Base, onUse: () => void = () => undefined): Site {
  const { SITE_URL_TEMPLATE: template, SITE_TITLE, SITE_AUTHOR } = config;
  const addressOf = (path: string) => {
    onUse();
    return base.url + path;
  };
  const pageOnSite = (review: Paged) => (template === undefined ? null : fill(template, review));
  const refersTo = (addressOf: (path: string) => string) => ({
    addressOf,
    pageOf: (review: Paged) => pageOnSite(review) ?? addressOf(fill('/v1/reviews/{slug}', review)),
    home: () => (template === undefined ? addressOf('/') : `${new URL(fill(template, example)).origin}/`),
  });
  const site: Site = {
    title: SITE_TITLE,
    author: SITE_AUTHOR ?? null,
    ...refersTo(addressOf),
    pageOnSite,
    pageOfSlug: (slug) =>
      template === undefined || /\{(?:id|language)\}/.test(template)
        ? null
        : fill(template, { ...example, slug }),
    forPage: (refer) => (base.isVouchedFor ? site : { ...site, ...refersTo(refer) }),
  };
  return site;
}

const example: Paged = { id: 'x', slug: 'x', language: 'x' };

function fill(template: string, review: Paged): string {
  return template.replace(/\{(id|slug|language)\}/g, (_, name: keyof Paged) =>
    encodeURIComponent(review[name]),
  );
}

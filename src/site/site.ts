import type { Config } from '../config.ts';
import type { Base } from './url-builder.ts';

/** What leads to a page of a review. */
export interface Paged {
  id: string;
  slug: string;
  language: string;
}

/** The site that shows the reviews, as links and signatures name it. */
export interface Site {
  title: string;
  /** Who writes the reviews; null when it was not told. */
  author: string | null;
  /** Where it begins. */
  home: () => string;
  /** The absolute address of a path of this service. */
  addressOf: (path: string) => string;
  /** The page of a review: on the site when its template is known, else here. */
  pageOf: (review: Paged) => string;
  /** The same for a link in the review's own page, which needs no absolute address. */
  linkFromPage: (review: Paged) => string;
}

/**
 * The site of the settings.
 * @param base where this service is
 * @param onUse called when an address is made of the base
 */
export function describeSite(config: Config, base: Base, onUse: () => void = () => undefined): Site {
  const { SITE_URL_TEMPLATE: template, SITE_TITLE, SITE_AUTHOR } = config;
  const addressOf = (path: string) => {
    onUse();
    return base.url + path;
  };
  const pageOf = (review: Paged) =>
    template === undefined ? addressOf(fill('/v1/reviews/{slug}', review)) : fill(template, review);
  return {
    title: SITE_TITLE,
    author: SITE_AUTHOR ?? null,
    home: () => (template === undefined ? addressOf('/') : `${new URL(fill(template, example)).origin}/`),
    addressOf,
    pageOf,
    linkFromPage: (review) =>
      template === undefined && !base.isVouchedFor ? encodeURIComponent(review.slug) : pageOf(review),
  };
}

const example: Paged = { id: 'x', slug: 'x', language: 'x' };

function fill(template: string, review: Paged): string {
  return template.replace(/\{(id|slug|language)\}/g, (_, name: keyof Paged) =>
    encodeURIComponent(review[name]),
  );
}

import type { Config } from '../config.ts';

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
  home: string;
  /** The absolute address of a path of this service. */
  addressOf: (path: string) => string;
  /** The page of a review: on the site when its template is known, else here. */
  pageOf: (review: Paged) => string;
}

/**
 * The site of the settings.
 * @param origin where this service was asked, such as `https://api.example.org`; PUBLIC_URL goes before it
 */
export function describeSite(config: Config, origin: string): Site {
  const { PUBLIC_URL, SITE_URL_TEMPLATE, SITE_TITLE, SITE_AUTHOR } = config;
  const base = (PUBLIC_URL ?? origin).replace(/\/$/, '');
  const template = SITE_URL_TEMPLATE ?? `${base}/v1/reviews/{slug}`;
  return {
    title: SITE_TITLE,
    author: SITE_AUTHOR ?? null,
    home: SITE_URL_TEMPLATE === undefined ? `${base}/` : `${new URL(fill(template, example)).origin}/`,
    addressOf: (path) => base + path,
    pageOf: (review) => fill(template, review),
  };
}

const example: Paged = { id: 'x', slug: 'x', language: 'x' };

function fill(template: string, review: Paged): string {
  return template.replace(/\{(id|slug|language)\}/g, (_, name: keyof Paged) =>
    encodeURIComponent(review[name]),
  );
}

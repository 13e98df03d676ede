import { type Static, Type } from 'typebox';
import {
  CreatedAt,
  closed,
  fieldsOf,
  nullable,
  oneOf,
  pageOf,
  part,
  Revision,
  Slug,
  UpdatedAt,
  Url,
  Uuid,
} from '../../wire.ts';

/** What a redirect can lead to. */
export const redirectTypes = ['review', 'category', 'address'] as const;

export const SitePath = (more: object = {}) =>
  Type.String({
    ...part('SitePath', {
      description:
        'A path of the site with its query, such as `/412`, `/entry/한글` or `/?p=123`. Percent-encoded or not it is the same, as it is with and without a slash at its end; it is answered decoded. Capitals count, and so does the order of a query.',
      examples: ['/412'],
    }),
    minLength: 1,
    maxLength: 600,
    'x-rule': 'sitePath',
    ...more,
  });

const Target = closed(
  {
    type: oneOf(redirectTypes, { description: 'What it leads to.', examples: ['review'] }),
    id: nullable(Uuid(), { description: 'The id of the review or category; null of an address.' }),
    slug: nullable(Slug(), {
      description: 'Its present slug; null of an address.',
      examples: ['nv-embed'],
    }),
    url: nullable(Url(), { description: 'The address; null of a review or category.', examples: [null] }),
  },
  part('RedirectTarget', { description: 'What it leads to, wherever that is now.' }),
);

const SentTarget = closed(
  {
    type: oneOf(redirectTypes, { description: 'What it leads to.', examples: ['address'] }),
    id: Type.Optional(
      nullable(Uuid(), {
        description: 'The id of the review or category. It decides where a slug is sent, too.',
        examples: [null],
      }),
    ),
    slug: Type.Optional(
      nullable(Slug(), { description: 'Its slug, or one that it had before.', examples: [null] }),
    ),
    url: Type.Optional(
      nullable(Url(), {
        description: 'The address, of the type `address`.',
        examples: ['https://example.org/about'],
      }),
    ),
  },
  part('SentRedirectTarget', {
    description:
      'What it leads to: a review or category by its `id` or `slug`, or an address by its `url`. Sent as a whole; what was read can be sent.',
    examples: [{ type: 'address', url: 'https://example.org/about' }],
  }),
);

export const Redirect = closed(
  {
    id: Uuid(),
    path: SitePath(),
    target: Target,
    location: nullable(Type.String(), {
      description:
        'Where a visitor of the path is to be sent: the page of a review (`SITE_URL_TEMPLATE`); without that setting, and of a category, its address in this service, which is absolute where `PUBLIC_URL` is set; or the address. Null where that is the path itself, so that nobody is led in a circle.',
      examples: ['https://example.org/reviews/nv-embed'],
    }),
    createdAt: CreatedAt,
    updatedAt: UpdatedAt,
    revision: Revision,
  },
  {
    $id: 'Redirect',
    description:
      'A former address of the site, and what it leads to. The public sees it as long as it sees the target.',
  },
);

export const RedirectPage = pageOf(Redirect, 'RedirectPage', 'The redirects of this page.');
export const RedirectFields = fieldsOf(Redirect, 'RedirectFields');
export const RedirectFieldsPage = pageOf(RedirectFields, 'RedirectFieldsPage', 'The redirects of this page.');

export const NewRedirect = closed(
  { path: SitePath({ examples: ['/entry/about'] }), target: SentTarget },
  {
    $id: 'NewRedirect',
    examples: [{ path: '/entry/about', target: { type: 'address', url: 'https://example.org/about' } }],
  },
);

export const RedirectPatch = closed(Type.Partial(NewRedirect).properties, {
  $id: 'RedirectPatch',
  description: 'What is sent changes; a target is sent as a whole.',
  examples: [{ path: '/entry/contact' }],
});

export type Redirect = Static<typeof Redirect>;
export type NewRedirect = Static<typeof NewRedirect>;
export type RedirectPatch = Static<typeof RedirectPatch>;
export type SentTarget = Static<typeof SentTarget>;

/** The named components of the OpenAPI document. */
export const redirectComponents = [
  ...[Redirect, RedirectPage, RedirectFields, RedirectFieldsPage],
  ...[NewRedirect, RedirectPatch],
];

import { sql } from 'drizzle-orm';
import { Type } from 'typebox';
import { seesDrafts, type Viewer } from '../../access/viewer.ts';
import { redirects } from '../../db/schema/redirects.ts';
import { categories, reviews } from '../../db/schema/tables.ts';
import { entities } from '../../entities.ts';
import { writeObject } from '../../query/json.ts';
import { filterBy, type ListSpec } from '../../query/spec.ts';
import type { Place } from './location.ts';
import { type Redirect, SitePath } from './schema.ts';

/** A redirect as it is read: its location follows from the settings. */
export interface ReadRedirect extends Omit<Redirect, 'location'> {
  location: Place;
}

const reviewSlug = sql`(select ${reviews.slug} from ${reviews} where ${reviews.id} = ${redirects.reviewId})`;
const categorySlug = sql`(select ${categories.slug} from ${categories} where ${categories.id} = ${redirects.categoryId})`;
const language = sql`(select ${reviews.language} from ${reviews} where ${reviews.id} = ${redirects.reviewId})`;
const target = {
  type: sql`case when ${redirects.reviewId} is not null then 'review'
    when ${redirects.categoryId} is not null then 'category' else 'address' end`,
  id: sql`coalesce(${redirects.reviewId}, ${redirects.categoryId})`,
  slug: sql`coalesce(${reviewSlug}, ${categorySlug})`,
  url: sql`${redirects.url}`,
};

export const redirectList: ListSpec<ReadRedirect, Viewer> = {
  name: 'redirects',
  kind: 'redirect',
  table: redirects,
  id: redirects.id,
  columns: {
    id: redirects.id,
    path: redirects.path,
    target: writeObject<Redirect['target']>(target),
    location: writeObject<Place>({ path: sql`${redirects.path}`, ...target, language }),
    createdAt: redirects.createdAt,
    updatedAt: redirects.updatedAt,
    revision: redirects.revision,
  },
  visible: (viewer) => (seesDrafts(viewer) ? undefined : entities.redirect.isPublic),
  sorts: {
    path: [{ sql: sql`${redirects.path}`, cast: 'text' }],
    createdAt: [{ sql: sql`${redirects.createdAt}`, cast: 'timestamptz' }],
  },
  defaultSort: 'path',
  filters: {
    path: filterBy(
      SitePath({
        description:
          'The redirect of this path, with its query. Without one, nothing: ask again without the query, where visitors come with one.',
      }),
      (path) => sql`${redirects.path} = ${path}`,
      { by: 'itself' },
    ),
    public: filterBy(
      Type.Boolean({
        description: '`true`: those that the public sees; `false`: the others, of a key that sees them.',
      }),
      (wanted) => (wanted ? sql`${entities.redirect.isPublic}` : sql`not ${entities.redirect.isPublic}`),
    ),
  },
};

import { sql } from 'drizzle-orm';
import { seesDrafts, type Viewer } from '../../access/viewer.ts';
import { reviews, reviewTags, tags } from '../../db/schema/tables.ts';
import { entities } from '../../entities.ts';
import { namedFilters } from '../../query/references.ts';
import type { ListSpec } from '../../query/spec.ts';
import type { Tag } from './schema.ts';

const reviewCount = sql<number>`(select count(*)::integer from ${reviewTags}
  join ${reviews} on ${reviews.id} = ${reviewTags.reviewId}
  where ${reviewTags.tagId} = ${tags.id} and ${reviews.status} = 'published')`;

export const tagList: ListSpec<Tag, Viewer> = {
  name: 'tags',
  kind: 'tag',
  table: tags,
  id: tags.id,
  countsMany: true,
  columns: {
    id: tags.id,
    slug: tags.slug,
    name: tags.name,
    description: tags.description,
    reviewCount,
    createdAt: tags.createdAt,
    updatedAt: tags.updatedAt,
    revision: tags.revision,
  },
  visible: (viewer) => (seesDrafts(viewer) ? undefined : entities.tag.isPublic),
  sorts: {
    name: [{ sql: sql`${tags.name}`, cast: 'text', collate: 'und-x-icu' }],
    reviewCount: [{ sql: reviewCount, cast: 'integer' }],
  },
  defaultSort: 'name',
  filters: namedFilters(tags, 'tags'),
};

import { sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { Type } from 'typebox';
import { Several, Uuid } from '../wire.ts';
import { type Filter, filterBy } from './spec.ts';

/** The most entities that are asked for by name: as many as a page has at most. */
const mostNamed = 100;

const order =
  'Without `sort` they come in the order asked for, and without `limit` all on one page; what is not there, or not public, is left out.';

/**
 * The filters of a list that is asked for some entities, by their ids or slugs.
 * @param plural the name of the entities in the documentation
 */
export function namedFilters(
  { id, slug }: { id: PgColumn; slug: PgColumn },
  plural: string,
): { id: Filter; slug: Filter } {
  return {
    id: filterBy(
      Several(Uuid(), {
        maxItems: mostNamed,
        description: `The ${plural} with these ids, up to ${mostNamed}. ${order}`,
        examples: [['018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10']],
      }),
      (ids) => sql`${id} = any(${sql.param(ids)}::uuid[])`,
      { by: 'itself', position: (ids) => sql`array_position(${sql.param(ids)}::uuid[], ${id})` },
    ),
    slug: filterBy(
      Several(Type.String({ minLength: 1, maxLength: 200 }), {
        maxItems: mostNamed,
        description: `The ${plural} with these slugs, up to ${mostNamed}. ${order}`,
        examples: [['nv-embed']],
      }),
      (slugs) => sql`${slug} = any(${sql.param(slugs)}::text[])`,
      { by: 'itself', position: (slugs) => sql`array_position(${sql.param(slugs)}::text[], ${slug})` },
    ),
  };
}

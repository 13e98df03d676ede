import { type SQL, sql } from 'drizzle-orm';
import { reviews, reviewTags, tags } from '../../../db/schema/tables.ts';
import { entities } from '../../../entities.ts';
import { few } from '../../../query/selectivity.ts';
import type { IndexOrder, SelectivityHint } from '../../../query/spec.ts';
import { isUuid } from '../../../validation/rules.ts';

/** Reviews with any of the tags, by slugs or ids. */
export function hasAny(references: string[]): SQL {
  return sql`exists (${tagging(references)})`;
}

/** Reviews with all of the tags. */
export function hasAll(references: string[]): SQL {
  return sql.join(
    references.map((reference) => hasAny([reference])),
    sql` and `,
  );
}

/** The selectivity hint of `hasAny`. */
export function hintAny(references: string[]): SelectivityHint {
  return {
    candidates: idsTagged(sql`any(${tagIds(references)})`),
    isExact: true,
    predicate: eachHas(references),
  };
}

/** The selectivity hint of `hasAll`: the rarest tag decides. */
export function hintAll(references: string[]): SelectivityHint {
  const predicate = sql.join(
    references.map((reference) => eachHas([reference])),
    sql` and `,
  );
  return { candidates: idsTagged(rarest(references)), isExact: references.length === 1, predicate };
}

/** The index of the published reviews with one tag, by publication. */
export function listedWith(references: string[]): IndexOrder | undefined {
  const [reference = '', ...others] = references;
  if (others.length > 0) return undefined;
  const { tagId, listedAt, reviewId } = reviewTags;
  const which = isUuid(reference) ? sql`${tags.id} = ${reference}::uuid` : sql`${tags.slug} = ${reference}`;
  return {
    ...{ sort: 'publishedAt', visible: entities.review.isPublic, from: reviewTags },
    where: sql`${tagId} = (select ${tags.id} from ${tags} where ${which}) and ${listedAt} is not null`,
    ...{ key: listedAt, id: reviewId },
  };
}

/**
 * OFFSET 0 is an optimisation fence: the planner would pull the sub-select up into a join that starts with all reviews
 * of the tag.
 */
function eachHas(references: string[]): SQL {
  return sql`exists (${tagging(references)} offset 0)`;
}

function tagging(references: string[]): SQL {
  return sql`select from ${reviewTags}
    where ${reviewTags.reviewId} = ${reviews.id} and ${reviewTags.tagId} = any(${tagIds(references)})`;
}

function idsTagged(which: SQL): SQL {
  return sql`select ${reviewTags.reviewId} from ${reviewTags} where ${reviewTags.tagId} = ${which}`;
}

function tagIds(references: string[]): SQL {
  const ids = references.filter(isUuid);
  const slugs = references.filter((reference) => !isUuid(reference));
  return sql`array(select ${tags.id} from ${tags}
    where ${tags.slug} = any(${sql.param(slugs)}::text[]) or ${tags.id} = any(${sql.param(ids)}::uuid[]))`;
}

/** The tag with the fewest reviews; empty when one does not exist. */
function rarest(references: string[]): SQL {
  return sql`(select ${tags.id} from unnest(${sql.param(references)}::text[]) refs (reference)
    left join ${tags} on ${tags.slug} = refs.reference or ${tags.id}::text = refs.reference
    order by (select count(*) from (select from ${reviewTags} where ${reviewTags.tagId} = ${tags.id} limit ${few} + 1) first)
    limit 1)`;
}

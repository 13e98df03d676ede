import { type SQL, sql } from 'drizzle-orm';
import type { Actor, AuditAction } from '../db/audit.ts';
import type { Tx } from '../db/client.ts';

/** Who changes a review, how and why. */
export interface Note {
  action: AuditAction;
  actor: Actor;
  message?: string | undefined;
}

/** Keeps the state that reviews are in now, of all whose ids a sub-select gives; one statement. */
export async function recordRevisions(tx: Tx, ids: SQL, { action, actor, message }: Note): Promise<void> {
  await tx.execute(sql`
    insert into review_revisions (id, review_id, revision, action, message, key_id, actor, content, body)
    select gen_random_uuid(), reviews.id, reviews.revision, ${action}, ${message ?? null}, ${actor.keyId}::uuid, ${actor.name},
      jsonb_build_object(
        'title', reviews.title, 'slug', reviews.slug, 'summary', reviews.summary, 'language', reviews.language,
        'paper', (select jsonb_build_object('id', papers.id, 'title', papers.title) from papers where papers.id = reviews.paper_id),
        'category', (select jsonb_build_object('id', categories.id, 'name', categories.name) from categories
          where categories.id = reviews.category_id),
        'tags', (select coalesce(jsonb_agg(tags.name order by review_tags.position), '[]') from review_tags
          join tags on tags.id = review_tags.tag_id where review_tags.review_id = reviews.id),
        'reviewedVersion', reviews.reviewed_version, 'status', reviews.status, 'source', reviews.source,
        'publishedAt', to_char(reviews.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
      reviews.body
    from reviews where reviews.id in (${ids})`);
}

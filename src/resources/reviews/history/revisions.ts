import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/driver/client.ts';
import { prepareSql } from '../../../db/driver/prepare.ts';
import type { Actor, AuditAction } from '../../../db/unit-of-work/audit.ts';

/** The author, kind and message of a change. */
export interface ChangeNote {
  action: AuditAction;
  actor: Actor;
  message?: string | undefined;
}

/** Records the present state of reviews as revisions, by a sub-select of their ids; one statement. */
export async function recordRevisions(tx: Tx, ids: SQL, note: ChangeNote): Promise<void> {
  await tx.execute(recording(sql`in (${ids})`, valuesOf(note)));
}

/** The same of one review. */
export async function recordRevision(tx: Tx, id: string, note: ChangeNote): Promise<void> {
  await recordOne(tx, { id, ...valuesOf(note) });
}

type Values = Record<'action' | 'message' | 'keyId' | 'actor', unknown>;

const valuesOf = ({ action, actor, message }: ChangeNote): Values => ({
  ...{ action, message: message ?? null },
  ...{ keyId: actor.keyId, actor: actor.name },
});

const recordOne = prepareSql(
  recording(sql`= ${sql.placeholder('id')}::uuid`, {
    ...{ action: sql.placeholder('action'), message: sql.placeholder('message') },
    ...{ keyId: sql.placeholder('keyId'), actor: sql.placeholder('actor') },
  }),
);

function recording(which: SQL, { action, message, keyId, actor }: Values): SQL {
  return sql`
    insert into review_revisions (id, review_id, revision, action, message, key_id, actor, content, body)
    select gen_random_uuid(), reviews.id, reviews.revision, ${action}, ${message}, ${keyId}::uuid, ${actor},
      jsonb_build_object(
        'title', reviews.title, 'slug', reviews.slug, 'summary', reviews.summary, 'language', reviews.language,
        'paper', (select jsonb_build_object('id', papers.id, 'title', papers.title) from papers where papers.id = reviews.paper_id),
        'category', (select jsonb_build_object('id', categories.id, 'name', categories.name) from categories
          where categories.id = reviews.category_id),
        'tags', (select coalesce(jsonb_agg(tags.name order by review_tags.position), '[]') from review_tags
          join tags on tags.id = review_tags.tag_id where review_tags.review_id = reviews.id),
        'reviewedVersion', reviews.reviewed_version, 'cover', reviews.cover_id, 'status', reviews.status, 'source', reviews.source,
        'publishedAt', to_char(reviews.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
      reviews.body
    from reviews where reviews.id ${which}`;
}

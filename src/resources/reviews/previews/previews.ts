import { eq, type SQL, Subquery, sql } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import { hashSecret, isToken, sameHash } from '../../../access/secret.ts';
import { anonymous, type Viewer } from '../../../access/viewer.ts';
import { foldName } from '../../../content/text/fold.ts';
import { slugify } from '../../../content/text/slug.ts';
import type { Db } from '../../../db/driver/client.ts';
import { previewLinks } from '../../../db/schema/preview.ts';
import { categories, reviewDrafts, reviews, tags } from '../../../db/schema/tables.ts';
import { readOne } from '../../../query/run.ts';
import type { ListSpec } from '../../../query/spec.ts';
import { matchReference } from '../../../slugs/slugged.ts';
import { isUuid } from '../../../validation/rules.ts';
import { paperIdOf } from '../../papers/list.ts';
import type { DraftContent } from '../drafts/drafts.ts';
import { publicReviewDetail, reviewDetail } from '../list/list.ts';
import { type Derived, derive } from '../rendering/rendering.ts';
import type { Review } from '../schema.ts';
import { isUnexpired } from './preview-links.ts';

/** Reads the reviews of preview links, with an LRU cache of rendered working copies. */
export class Previews {
  readonly #db: Db;
  readonly #renderings = new LRUCache<string, Derived['columns']>({
    // In characters, approximately.
    maxSize: 8_000_000,
    sizeCalculation: ({ html, text }, body) => 1 + html.length + text.length + body.length,
    fetchMethod: async (body) => (await derive(this.#db, body)).columns,
  });

  constructor(db: Db) {
    this.#db = db;
  }

  /**
   * Reads the review of a link: two statements, none for a malformed token.
   * @returns it, and when the link expires in Unix time; undefined for an unknown, expired or revoked link, and for a deleted review or working copy, without a
   * difference
   */
  async read(id: string, token: string): Promise<{ review: Review; until: number } | undefined> {
    if (!isUuid(id) || !isToken(token)) return undefined;
    const [link] = await this.#db
      .select({ link: previewLinks, draft: reviewDrafts })
      .from(previewLinks)
      .leftJoin(reviewDrafts, eq(reviewDrafts.reviewId, previewLinks.reviewId))
      .where(sql`${previewLinks.id} = ${id} and ${isUnexpired}`);
    if (!link || !sameHash(link.link.tokenHash, hashSecret(token))) return undefined;
    const { reviewId, shows } = link.link;
    const viewer = { ...anonymous, previewed: reviewId };
    const until = Date.parse(link.link.expiresAt) / 1000;
    const answer = (review: Review | undefined) => review && { review, until };
    if (shows === 'current')
      return answer(await readOne(this.#db, reviewDetail, viewer, eq(reviews.id, reviewId)));
    if (!link.draft) return undefined;
    const content = link.draft.content as DraftContent;
    const derived = await this.#renderings.fetch(content.body);
    if (!derived) throw new Error('The working copy was not rendered');
    const spec = applyDraft(reviewId, content, derived, link.draft.updatedAt);
    return answer(await readOne(this.#db, spec, viewer, eq(reviews.id, reviewId)));
  }
}

/** The id of a tag that publishing will create. */
const noId = '00000000-0000-0000-0000-000000000000';

/** Applies the working copy as publishing would. Dangling references keep their present value, or are left out. */
function applyDraft(
  reviewId: string,
  content: DraftContent,
  derived: Derived['columns'],
  updatedAt: string,
): ListSpec<Review, Viewer> {
  const { title, slug, summary, body, language, reviewedVersion } = content;
  const { html, excerpt, sections, readingMinutes, cover, figures, renderWarnings } = derived;
  const row = {
    ...{ title, slug, summary, body, language, reviewed_version: reviewedVersion, updated_at: updatedAt },
    ...{
      html,
      excerpt,
      sections,
      reading_minutes: readingMinutes,
      cover,
      figures,
      render_warnings: renderWarnings,
    },
    cover_id: content.cover ?? null,
  };
  const category =
    content.category === null
      ? sql`null`
      : sql`(select ${categories.id} from ${categories} where ${matchReference(categories, content.category)})`;
  const changes = sql`${JSON.stringify(row)}::jsonb || jsonb_build_object('category_id', ${category},
    'paper_id', coalesce(${paperIdOf(content.paper)}, stored.paper_id))`;
  const changed = sql`select changed.* from ${reviews} stored, jsonb_populate_record(stored, ${changes}) changed
    where stored.id = ${reviewId}`;
  return {
    ...publicReviewDetail,
    isOneOff: true,
    table: new Subquery(changed, {}, 'reviews'),
    columns: { ...publicReviewDetail.columns, tags: tagsNamed(content.tags) },
  };
}

/** The tags of these names, without duplicates; a missing one has no id but its slug. */
function tagsNamed(names: string[]): SQL<Review['tags']> {
  const wanted = new Map<string, object>();
  for (const name of names) {
    const folded = foldName(name);
    if (!wanted.has(folded)) wanted.set(folded, { folded, name, slug: slugify(name, 'tag') });
  }
  const rows = JSON.stringify([...wanted.values()]);
  return sql`(select coalesce(json_agg(json_build_object('id', coalesce(${tags.id}, ${noId}), 'slug', coalesce(${tags.slug}, wanted.slug),
    'name', coalesce(${tags.name}, wanted.name)) order by wanted.place), '[]')
    from rows from (jsonb_to_recordset(${rows}::jsonb) as (folded text, name text, slug text)) with ordinality
      as wanted (folded, name, slug, place)
    left join ${tags} on ${tags.foldedName} = wanted.folded)`;
}

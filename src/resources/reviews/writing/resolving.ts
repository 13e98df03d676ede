import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/driver/client.ts';
import { readClock } from '../../../db/driver/clock.ts';
import { pipeline } from '../../../db/driver/pipeline.ts';
import { paperVersions, type ReviewStatus } from '../../../db/schema/tables.ts';
import type { ChangeSet } from '../../../db/unit-of-work/write.ts';
import { invalidBody } from '../../../problems.ts';
import { lookUpCategory, requireCategory } from '../../categories/store.ts';
import { addSaidVersion, connectPaper, type PaperRights } from '../../papers/connect.ts';
import { type ConnectedPaper, lookUpPaper } from '../../papers/locks.ts';
import { type ConnectedTag, connectTags, lookUpTags } from '../../tags/connect.ts';
import { goesPublic } from '../life-cycle/life-cycle.ts';
import { dependsOnClock, resolvePublishedAt } from '../life-cycle/published-at.ts';
import type { Review } from '../schema.ts';
import { chosenCover, type ReviewContent } from './content.ts';
import { requireCover } from './images.ts';

/** The present columns of a review, in the form of `resolve`'s result. */
export function rowOf(review: Review) {
  const { title, slug, summary, body, language, status, publishedAt, source } = review;
  return {
    paperId: review.paper.id,
    title,
    slug,
    summary,
    body,
    language,
    categoryId: review.category?.id ?? null,
    reviewedVersion: review.reviewedVersion?.number ?? null,
    coverId: chosenCover(review),
    status,
    publishedAt,
    source,
    tagIds: review.tags.map(({ id }) => id),
  };
}

interface Resolved {
  paper: ConnectedPaper;
  tags: ConnectedTag[];
  row: Omit<ReturnType<typeof rowOf>, 'slug' | 'tagIds'>;
}

/** Resolves the references of a review, and creates missing papers and tags. */
export async function resolve(
  tx: Tx,
  changeSet: ChangeSet,
  content: ReviewContent,
  status: ReviewStatus,
  current: Review | null,
  rights: PaperRights,
): Promise<Resolved> {
  const { summary, body, language, reviewedVersion, cover: coverId, source } = content;
  if (goesPublic(status)) requireBody(body);
  const [foundPaper, foundCategory, foundTags, now] = await pipeline(
    tx,
    () => lookUpPaper(tx, content.paper),
    async () => (content.category === null ? undefined : lookUpCategory(tx, content.category)),
    () => lookUpTags(tx, content.tags, current?.tags),
    async () => (dependsOnClock(content, status, current) ? readClock(tx) : null),
  );
  if (coverId !== null && coverId !== (current && chosenCover(current))) await requireCover(tx, coverId);
  const tags = await connectTags(tx, changeSet, content.tags, foundTags);
  const paper = await connectPaper(tx, changeSet, content.paper, foundPaper, current?.paper ?? null, rights);
  if (reviewedVersion !== null && content.saysVersion)
    await addSaidVersion(tx, changeSet, paper, reviewedVersion, rights);
  if (reviewedVersion !== null)
    await requireVersion(tx, paper.id, reviewedVersion, paper.isPublic && !rights.addsToPublic);
  const categoryId = content.category === null ? null : requireCategory(content.category, foundCategory);
  const publishedAt = resolvePublishedAt(content, status, current, now);
  const title = content.title ?? paper.title;
  return {
    paper,
    tags,
    row: {
      paperId: paper.id,
      title,
      summary,
      body,
      language,
      categoryId,
      reviewedVersion,
      coverId,
      status,
      publishedAt,
      source,
    },
  };
}

/** @throws Problem invalid-body for a text without visible content */
export function requireBody(body: string): void {
  if (!/\S/.test(body)) throw invalidBody('/body', 'must not be empty when the review is published');
}

/** @param isFixed whether the writer may not add to the paper */
export async function requireVersion(
  tx: Tx,
  paperId: string,
  number: number,
  isFixed = false,
): Promise<void> {
  const [version] = await tx
    .select({ number: paperVersions.number })
    .from(paperVersions)
    .where(and(eq(paperVersions.paperId, paperId), eq(paperVersions.number, number)));
  if (!version) {
    const remedy = isFixed
      ? `and is public, so that this key cannot add it: publish the review with it (reviews:publish), have a key with papers:write add it (POST /v1/papers/${paperId}/versions), or leave it out`
      : 'add it to the versions of the paper, or leave it out';
    throw invalidBody(
      '/reviewedVersion',
      `the paper has no version ${number}${isFixed ? ',' : ':'} ${remedy}`,
    );
  }
}

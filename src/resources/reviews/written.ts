import { seesDrafts, type Viewer } from '../../access/viewer.ts';
import type { ReviewStatus } from '../../db/schema.ts';
import { slugify } from '../../text/slug.ts';
import type { PaperRights } from '../papers/connect.ts';
import type { ConnectedPaper } from '../papers/locks.ts';
import type { NewPaper } from '../papers/schema.ts';
import type { ConnectedTag } from '../tags/connect.ts';
import type { ReviewContent } from './content.ts';
import type { Review } from './schema.ts';
import type { WrittenReview } from './written-schema.ts';

/** What a write that gives a review this status may do with the paper that it names. */
export const rightsOf = (viewer: Viewer, status: ReviewStatus): PaperRights => ({
  viewer,
  addsToPublic:
    viewer.scopes.has('papers:write') || (status === 'published' && viewer.scopes.has('reviews:publish')),
});

/** What the review of a write is connected to. */
interface Connected {
  paper: ConnectedPaper;
  tags: ConnectedTag[];
}

/**
 * The answer to a write. Of a hidden paper or tag that was there before, a key that may not see it is answered what it
 * sent: the one is found by an identifier, the other by its name, so that both can be connected unseen.
 */
export function answerWritten(
  review: Review,
  { paper, tags }: Connected,
  content: Pick<ReviewContent, 'paper' | 'tags'>,
  viewer: Viewer,
): WrittenReview {
  const { leftOut = [] } = paper;
  const written = leftOut.length > 0 ? { ...review, leftOut } : review;
  if (seesDrafts(viewer) || review.status === 'published') return written;
  const hidden = tags.filter(({ isPublic, isNew }) => !isPublic && !isNew);
  return {
    ...written,
    ...(paper.isHidden && typeof content.paper !== 'string' ? concealPaper(review, content.paper) : {}),
    tags: review.tags.map((tag) => {
      const sent = hidden.find(({ id }) => id === tag.id)?.sentName;
      return sent === undefined ? tag : { ...tag, name: sent, slug: concealSlug(tag, slugify(sent, 'tag')) };
    }),
  };
}

function concealPaper(
  { paper, reviewedVersion }: Review,
  sent: NewPaper,
): Pick<Review, 'paper' | 'reviewedVersion' | 'outdated'> {
  const { title, acronym = null, venue = null, publishedOn = null, identifiers = {} } = sent;
  const { authors = [], links = [], versions = [] } = sent;
  const number = reviewedVersion?.number ?? 0;
  const releasedOn = versions.find((version) => version.number === number)?.releasedOn ?? null;
  return {
    reviewedVersion: reviewedVersion && { number, releasedOn },
    outdated: number > 0 && versions.some((version) => version.number > number),
    paper: {
      ...{ id: paper.id, slug: concealSlug(paper, slugify(acronym ?? title, 'paper')), status: 'active' },
      ...{ title, acronym, venue, publishedOn },
      ...{ arxiv: identifiers.arxiv ?? null, doi: identifiers.doi ?? null },
      authors: authors.map(({ name, orcid = null }) => ({ name, orcid })),
      links: links.map(({ kind, label, url = null }) => ({ kind, label, url })),
    },
  };
}

/** A slug that tells no more than what was sent; else the id, which names the thing as well. */
const concealSlug = ({ id, slug }: { id: string; slug: string }, made: string) => (slug === made ? slug : id);

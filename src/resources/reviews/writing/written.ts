import { seesDrafts, type Viewer } from '../../../access/viewer.ts';
import { slugify } from '../../../content/text/slug.ts';
import type { ReviewStatus } from '../../../db/schema/tables.ts';
import type { PaperRights } from '../../papers/connect.ts';
import { readPaperContent } from '../../papers/content.ts';
import type { ConnectedPaper } from '../../papers/locks.ts';
import type { NewPaper } from '../../papers/schema.ts';
import type { ConnectedTag } from '../../tags/connect.ts';
import type { Review } from '../schema.ts';
import type { ReviewContent } from './content.ts';

/** The rights of a write with this status on its paper. */
export const rightsOf = (viewer: Viewer, status: ReviewStatus): PaperRights => ({
  viewer,
  addsToPublic:
    viewer.scopes.has('papers:write') || (status === 'published' && viewer.scopes.has('reviews:publish')),
});

/** The paper and tags of a written review. */
interface Connected {
  paper: ConnectedPaper;
  tags: ConnectedTag[];
}

/**
 * The response of a write. A hidden paper or tag that existed before is shown as it was sent: the key can connect to it
 * by identifier or name, and learns nothing of it.
 */
export function answerWritten(
  review: Review,
  { paper, tags }: Connected,
  content: Pick<ReviewContent, 'paper' | 'tags'>,
  viewer: Viewer,
): Review {
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
  const { title, acronym, venue, publishedOn, identifiers, authors, links, versions } = readPaperContent(
    sent,
    '/paper',
  );
  const number = reviewedVersion?.number ?? 0;
  const releasedOn = versions.find((version) => version.number === number)?.releasedOn ?? null;
  return {
    reviewedVersion: reviewedVersion && { number, releasedOn },
    outdated: number > 0 && versions.some((version) => version.number > number),
    paper: {
      ...{ id: paper.id, slug: concealSlug(paper, slugify(acronym ?? title, 'paper')), status: 'active' },
      ...{ title, acronym, venue, publishedOn },
      ...{ arxiv: identifiers.arxiv, doi: identifiers.doi, identifiers, authors, links },
    },
  };
}

/** A slug that reveals nothing beyond the input; else the id. */
const concealSlug = ({ id, slug }: { id: string; slug: string }, generated: string) =>
  slug === generated ? slug : id;

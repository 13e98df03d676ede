import { stringify } from 'yaml';
import type { Review } from '../schema.ts';
import { chosenCover } from '../writing/content.ts';

/**
 * A review as a note: front matter with all members and those of its paper, and the body.
 * @param cover what is written as its cover: an address, `false` for what says that there is none; null for nothing
 */
export function composeNote(review: Review, cover: string | false | null = addressOfCover(review)): string {
  const { title, publishedAt, slug, language, summary, category, tags, status, paper } = review;
  const fields = {
    title,
    date: publishedAt,
    slug,
    lang: language,
    summary,
    category: category?.slug,
    tags: listOrNothing(tags.map(({ name }) => name)),
    cover,
    draft: status === 'draft' ? true : null,
    status: status === 'archived' ? status : null,
    paper_title: paper.title === title ? null : paper.title,
    acronym: paper.acronym,
    ...paper.identifiers,
    version: review.reviewedVersion?.number,
    authors: listOrNothing(paper.authors.map(({ name, orcid }) => (orcid === null ? name : { name, orcid }))),
    venue: paper.venue,
    links: listOrNothing(paper.links.map(({ url, ...link }) => (url === null ? link : { ...link, url }))),
    id: review.id,
  };
  const said = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  // YAML folding does not preserve multiple spaces.
  return `---\n${stringify(Object.fromEntries(said), { lineWidth: 0 })}---\n\n${review.body}`;
}

function addressOfCover(review: Review): string | null {
  const id = chosenCover(review);
  return id === null ? null : `image:${id}`;
}

function listOrNothing<T>(list: T[]): T[] | null {
  return list.length > 0 ? list : null;
}

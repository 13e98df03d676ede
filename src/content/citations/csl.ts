import type { Site } from '../../http/site/site.ts';
import { primaryClassOf } from '../identifiers/arxiv.ts';
import { addressOfIdentifier } from '../identifiers/places.ts';
import { identifierSchemes } from '../identifiers/schemes.ts';
import { type CslName, splitName } from './names.ts';
import type { ReviewOfWork, Work } from './work.ts';

interface CslDate {
  'date-parts': number[][];
}

/** A CSL-JSON item (CSL 1.0.2); undefined members are omitted. */
export interface CslItem {
  id: string;
  type: 'article' | 'article-journal' | 'paper-conference' | 'review';
  title: string;
  'title-short'?: string | undefined;
  author?: CslName[] | undefined;
  issued?: CslDate | undefined;
  'container-title'?: string | undefined;
  publisher?: string | undefined;
  number?: string | undefined;
  archive?: string | undefined;
  archive_location?: string | undefined;
  DOI?: string | undefined;
  PMID?: string | undefined;
  PMCID?: string | undefined;
  ISBN?: string | undefined;
  URL?: string | undefined;
  abstract?: string | undefined;
  language?: string | undefined;
  status?: string | undefined;
  'reviewed-title'?: string | undefined;
  'reviewed-author'?: CslName[] | undefined;
  custom?: { primaryClass: string } | undefined;
}

/** Venues that are events: by name, or with a year. */
const occasion = /\b(?:proceedings|conference|symposium|workshop|(?:19|20)\d\d)\b|'\d\d\b/i;

/** A paper as a CSL item: in its venue, or as a preprint. */
export function citeWork(work: Work): CslItem {
  const { arxiv, doi } = work.identifiers;
  const venue = work.venue ?? undefined;
  const preprint = venue === undefined && Boolean(arxiv);
  const type =
    venue === undefined ? 'article' : occasion.test(venue) ? 'paper-conference' : 'article-journal';
  const primaryClass = arxiv ? (work.primaryClass ?? primaryClassOf(arxiv)) : null;
  const scheme = identifierSchemes.find((name) => work.identifiers[name]);
  return {
    id: keyOf(work),
    type,
    title: work.title,
    'title-short': work.acronym ?? undefined,
    author: namesOf(work),
    issued: dateOf(work.publishedOn),
    'container-title': venue,
    publisher: preprint ? 'arXiv' : undefined,
    number: preprint ? `arXiv:${arxiv}` : undefined,
    archive: arxiv ? 'arXiv' : undefined,
    archive_location: arxiv ?? undefined,
    // arXiv registers a DOI for each of its papers, made from the identifier.
    DOI: doi ?? (preprint ? `10.48550/arxiv.${arxiv?.toLowerCase()}` : undefined),
    PMID: work.identifiers.pmid ?? undefined,
    PMCID: work.identifiers.pmcid ?? undefined,
    ISBN: work.identifiers.isbn ?? undefined,
    URL: scheme && addressOfIdentifier(scheme, work.identifiers[scheme] ?? ''),
    abstract: work.abstract ?? undefined,
    status: work.status === undefined || work.status === 'active' ? undefined : work.status,
    custom: primaryClass ? { primaryClass } : undefined,
  };
}

/** A review as a CSL item. */
export function citeReview(review: ReviewOfWork, site: Site): CslItem {
  return {
    id: `${keyOf(review)}-review`,
    type: 'review',
    title: review.title,
    author: site.author === null ? undefined : [splitName(site.author)],
    issued: dateOf(review.publishedAt),
    'container-title': site.title,
    URL: site.pageOf(review),
    abstract: review.description ?? undefined,
    language: review.language,
    'reviewed-title': review.work.title,
    'reviewed-author': namesOf(review.work),
  };
}

/** A citation key for LaTeX: the slug, or the id for a slug in another script. */
const keyOf = ({ id, slug }: { id: string; slug: string }) => (/^[a-z0-9-]+$/.test(slug) ? slug : id);

function namesOf({ authors = [] }: Work): CslName[] | undefined {
  return authors.length > 0 ? authors.map(({ name }) => splitName(name)) : undefined;
}

/** The date of an ISO 8601 date or timestamp. */
function dateOf(text: string | null | undefined): CslDate | undefined {
  return text ? { 'date-parts': [text.slice(0, 10).split('-').map(Number)] } : undefined;
}

import type { Site } from '../../http/site/site.ts';
import type { Work } from '../citations/work.ts';
import { addressOfIdentifier } from '../identifiers/places.ts';
import { type IdentifierScheme, identifierSchemes } from '../identifiers/schemes.ts';
import type { Node } from './document.ts';

const propertyIds: Record<IdentifierScheme, string> = {
  ...{
    arxiv: 'arXiv',
    doi: 'DOI',
    openreview: 'OpenReview',
    acl: 'ACL Anthology',
    pmid: 'PMID',
    pmcid: 'PMCID',
  },
  ...{ isbn: 'ISBN', s2: 'Semantic Scholar', pmlr: 'PMLR', cvf: 'CVF', neurips: 'NeurIPS' },
};

/** A paper as a `ScholarlyArticle` of schema.org. */
export function describeWork(work: Work, site: Site): Node {
  const identifiers = identifierSchemes.flatMap((scheme) => {
    const value = work.identifiers[scheme];
    return value ? [{ scheme, value, url: addressOfIdentifier(scheme, value) }] : [];
  });
  return {
    '@type': 'ScholarlyArticle',
    '@id': site.addressOf(`/v1/papers/${encodeURIComponent(work.slug)}`),
    name: work.title,
    alternateName: work.acronym ?? undefined,
    abstract: work.abstract ?? undefined,
    author: work.authors?.map(({ name, orcid }) => ({
      '@type': 'Person',
      '@id': orcid === null ? undefined : `https://orcid.org/${orcid}`,
      name,
    })),
    datePublished: work.publishedOn ?? undefined,
    publication: work.venue ? { '@type': 'PublicationEvent', name: work.venue } : undefined,
    version: work.version?.number,
    creativeWorkStatus: work.status === undefined || work.status === 'active' ? undefined : work.status,
    url: identifiers[0]?.url,
    sameAs: identifiers.length > 0 ? identifiers.map(({ url }) => url) : undefined,
    identifier: identifiers.map(({ scheme, value, url }) => ({
      '@type': 'PropertyValue',
      propertyID: propertyIds[scheme],
      value,
      url,
    })),
  };
}

/** Papers as an `ItemList`, in their order. */
export function describeWorks(works: Work[], site: Site): Node {
  return { '@type': 'ItemList', itemListElement: works.map((work) => describeWork(work, site)) };
}

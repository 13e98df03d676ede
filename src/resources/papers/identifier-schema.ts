import { type TSchema, type TString, Type } from 'typebox';
import type { IdentifierScheme } from '../../content/identifiers/schemes.ts';
import { part } from '../../wire.ts';

const Arxiv = Type.String(
  part('ArxivId', {
    maxLength: 500,
    'x-rule': 'arxivVersion',
    description:
      'The arXiv identifier; any usual spelling or address is taken. A version in it becomes one of the paper.',
    examples: ['2405.17428'],
  }),
);
const Doi = Type.String(
  part('Doi', {
    maxLength: 500,
    'x-rule': 'doiVersion',
    description: 'The DOI; any usual spelling or address is taken and answered in lower case.',
    examples: ['10.1145/3292500.3330701'],
  }),
);
const OpenReview = Type.String(
  part('OpenReviewId', {
    maxLength: 500,
    'x-rule': 'openreview',
    description: 'The id of the OpenReview forum; its address is taken too.',
    examples: ['lgsyLSsDRe'],
  }),
);

const other = (rule: IdentifierScheme, description: string) =>
  Type.String({ maxLength: 500, 'x-rule': rule, description });

const identifierMembers = {
  arxiv: Arxiv,
  doi: Doi,
  openreview: OpenReview,
  acl: other('acl', 'As in `N19-1423`.'),
  pmid: other('pmid', 'Of PubMed.'),
  pmcid: other('pmcid', 'Of PubMed Central.'),
  isbn: other('isbn', 'In 13 digits.'),
  s2: other('s2', 'Of Semantic Scholar.'),
  pmlr: other('pmlr', 'As in `v97/tan19a`.'),
  cvf: other('cvf', 'As in its address.'),
  neurips: other('neurips', 'As in its address.'),
} satisfies Record<IdentifierScheme, TSchema>;

/** A member for each scheme. */
export const mapSchemes = <T extends TSchema>(make: (member: TString) => T) =>
  Object.fromEntries(
    Object.entries(identifierMembers).map(([name, member]) => [name, make(member)]),
  ) as Record<IdentifierScheme, T>;

import {
  canonicalIdentifiers,
  type Identifier,
  identifierSchemes,
} from '../../content/identifiers/scheme.ts';
import { type InputFault, invalidBody, Problem } from '../../problems.ts';
import type { NewPaper, Paper, PaperPatch } from './schema.ts';

/** The writable content of a paper, complete and canonical, for comparisons. */
export type PaperContent = Pick<
  Paper,
  | 'title'
  | 'acronym'
  | 'abstract'
  | 'venue'
  | 'publishedOn'
  | 'primaryClass'
  | 'authors'
  | 'versions'
  | 'links'
  | 'identifiers'
>;

/**
 * Completes and normalises the input.
 * @param at the JSON pointer of the paper within the body
 * @throws Problem invalid-body for contradicting identifiers and duplicate versions
 */
export function readPaperContent(input: NewPaper, at: string): PaperContent {
  const { title, acronym = null, abstract = null, venue = null } = input;
  const { publishedOn = null, primaryClass = null } = input;
  const faults: InputFault[] = [];
  const identifiers = readIdentifiers(input, at, faults);
  const versions = [...(input.versions ?? [])].map(({ number, releasedOn = null }) => ({
    number,
    releasedOn,
  }));
  versions.forEach(({ number }, index) => {
    if (versions.findIndex((version) => version.number === number) < index) {
      faults.push({
        pointer: `${at}/versions/${index}/number`,
        detail: `version ${number} is there already: send each number once`,
      });
    }
  });
  if (faults.length > 0) throw new Problem('invalid-body', undefined, { errors: faults });
  return {
    title,
    acronym,
    abstract,
    venue,
    publishedOn,
    primaryClass,
    identifiers,
    authors: (input.authors ?? []).map(({ name, orcid = null }) => ({ name, orcid })),
    versions: versions.sort((one, other) => one.number - other.number),
    links: (input.links ?? []).map(({ kind, label, url = null }) => ({ kind, label, url })),
  };
}

function readIdentifiers(input: NewPaper, at: string, faults: InputFault[]): PaperContent['identifiers'] {
  const sent = Object.entries(input.identifiers ?? {}).filter(([, value]) => value !== null);
  const read = canonicalIdentifiers(Object.fromEntries(sent) as Record<string, string>);
  if (!read.ok)
    faults.push(
      ...read.errors.map(({ scheme, reason }) => ({
        pointer: `${at}/identifiers/${scheme}`,
        detail: reason,
      })),
    );
  const values = new Map(read.ok ? read.identifiers.map(({ scheme, value }) => [scheme, value]) : []);
  return {
    arxiv: values.get('arxiv') ?? null,
    doi: values.get('doi') ?? null,
    openreview: values.get('openreview') ?? null,
  };
}

/** The identifiers of a patch, complete and canonical. @throws Problem invalid-body */
export function sentIdentifiers({ identifiers }: PaperPatch): PaperContent['identifiers'] {
  return readPaperContent({ title: '-', ...(identifiers ? { identifiers } : {}) }, '').identifiers;
}

/** Applies a merge patch; each identifier is a member of its own. */
export function patchPaperContent(current: PaperContent, patch: PaperPatch): PaperContent {
  return readPaperContent(
    { ...current, ...patch, identifiers: { ...current.identifiers, ...patch.identifiers } },
    '',
  );
}

/** The canonical identifier in a path (validation/rules.ts); undefined for other references. */
export function identifierOfAddress(reference: string): Identifier | undefined {
  const scheme = identifierSchemes.find((name) => reference.startsWith(`${name}:`));
  return scheme && { scheme, value: reference.slice(scheme.length + 1) };
}

/** Adds an identifier, unless the content has its scheme. */
export function addIdentifier(content: PaperContent, { scheme, value }: Identifier): PaperContent {
  const { identifiers } = content;
  return { ...content, identifiers: { ...identifiers, [scheme]: identifiers[scheme] ?? value } };
}

/** @throws Problem invalid-body when the content has another identifier of the scheme */
export function requireIdentifier({ identifiers }: PaperContent, { scheme, value }: Identifier): void {
  if (identifiers[scheme] === value) return;
  throw invalidBody(`/identifiers/${scheme}`, `must be "${value}", as in the address, or be left out`);
}

export function contentOfPaper(paper: Paper): PaperContent {
  const { title, acronym, abstract, venue, publishedOn, primaryClass } = paper;
  const { identifiers, authors, versions, links } = paper;
  return {
    ...{ title, acronym, abstract, venue, publishedOn, primaryClass },
    ...{ identifiers, authors, versions, links },
  };
}

/** The identifiers of a paper as an array. */
export function listIdentifiers(identifiers: PaperContent['identifiers']): Identifier[] {
  return identifierSchemes.flatMap((scheme) => {
    const value = identifiers[scheme];
    return value === null ? [] : [{ scheme, value }];
  });
}

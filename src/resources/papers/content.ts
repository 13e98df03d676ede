import { canonicalIdentifiers, readIdentifier } from '../../content/identifiers/scheme.ts';
import { type Identifier, identifierSchemes } from '../../content/identifiers/schemes.ts';
import { addressKey } from '../../content/text/address-key.ts';
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
  const { identifiers, version: said } = readIdentifiers(input, at, faults);
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
  if (said !== undefined && versions.every(({ number }) => number !== said))
    versions.push({ number: said, releasedOn: null });
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
    links: withoutRepeated((input.links ?? []).map(({ kind, label, url = null }) => ({ kind, label, url }))),
  };
}

/** Of links of one kind to one address the first. */
function withoutRepeated(links: PaperContent['links']): PaperContent['links'] {
  const seen = new Set<string>();
  return links.filter(({ kind, url }) => {
    const key = url === null ? null : `${kind} ${addressKey(url)}`;
    if (key === null) return true;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function readIdentifiers(
  input: NewPaper,
  at: string,
  faults: InputFault[],
): { identifiers: PaperContent['identifiers']; version: number | undefined } {
  const read = readSent(input);
  if (!read.ok)
    faults.push(
      ...read.errors.map(({ scheme, reason }) => ({
        pointer: `${at}/identifiers/${scheme}`,
        detail: reason,
      })),
    );
  const none = Object.fromEntries(identifierSchemes.map((scheme) => [scheme, null]));
  const found = read.ok ? read.identifiers.map(({ scheme, value }) => [scheme, value]) : [];
  return {
    identifiers: { ...none, ...Object.fromEntries(found) } as PaperContent['identifiers'],
    version: read.ok ? read.version : undefined,
  };
}

function readSent({ identifiers = {} }: PaperPatch): ReturnType<typeof canonicalIdentifiers> {
  const sent = Object.entries(identifiers).filter(([, value]) => value !== null);
  return canonicalIdentifiers(Object.fromEntries(sent) as Record<string, string>);
}

/** The version that a paper's identifiers, or a reference to it, say; undefined when they say none. */
export function saidVersion(paper: string | PaperPatch): number | undefined {
  if (typeof paper === 'string') return paper.includes(':') ? readIdentifier(paper)?.version : undefined;
  const read = readSent(paper);
  return read.ok ? read.version : undefined;
}

/** A reference without the version that it says. */
export function withoutVersion(reference: string): string {
  const said = reference.includes(':') ? readIdentifier(reference) : null;
  return said ? `${said.scheme}:${said.value}` : reference;
}

const linkKindsOfPapers = new Set<string>(['arxiv', 'openreview', 'pdf', 'other']);

/**
 * The identifiers that the addresses of links name, of schemes of which nothing is sent. Of several of a scheme it is the one
 * of the link of that kind, or none.
 */
export function linkedIdentifiers({ identifiers = {}, links = [] }: PaperPatch): Identifier[] {
  const named = links.flatMap(({ kind, url = null }) => {
    const found = url !== null && linkKindsOfPapers.has(kind) ? readIdentifier(url) : null;
    return found ? [{ kind, scheme: found.scheme, value: found.value }] : [];
  });
  if (named.length === 0) return [];
  const sent = listIdentifiers(sentIdentifiers({ identifiers })).map(({ scheme }) => scheme);
  return identifierSchemes.flatMap((scheme) => {
    if (sent.includes(scheme) || identifiers[scheme] === null) return [];
    const all = named.filter((one) => one.scheme === scheme);
    const ofKind = all.filter(({ kind }) => kind === scheme);
    const values = new Set((ofKind.length > 0 ? ofKind : all).map(({ value }) => value));
    const [value] = values;
    return values.size === 1 && value !== undefined ? [{ scheme, value }] : [];
  });
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

/** The identifier in a canonical reference (validation/rules.ts); undefined for other references. */
export function identifierOfAddress(reference: string): Identifier | undefined {
  const plain = withoutVersion(reference);
  const scheme = identifierSchemes.find((name) => plain.startsWith(`${name}:`));
  return scheme && { scheme, value: plain.slice(scheme.length + 1) };
}

/** Adds identifiers of the schemes of which the content has none. */
export function withIdentifiers(content: PaperContent, added: Identifier[]): PaperContent {
  const identifiers = { ...content.identifiers };
  for (const { scheme, value } of added) identifiers[scheme] ??= value;
  return { ...content, identifiers };
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

import { canonicalIdentifiers, recognizeIdentifier } from '../../content/identifiers/scheme.ts';
import { type IdentifierScheme, identifierSchemes } from '../../content/identifiers/schemes.ts';
import { linkedIdentifiers } from '../../resources/papers/content.ts';
import { rules } from '../../validation/rules.ts';
import type { FieldReader } from './field-reader.ts';
import type { FieldValue } from './front-matter.ts';
import { type NoteLink, readLinks } from './links.ts';
import { splitAuthors, trimName, unlink } from './split.ts';
import type { HeadMetadata } from './text/metadata.ts';

/** What a note says of its paper. */
export interface NotePaper {
  title: string | undefined;
  /** What a new paper is called when nothing says its title: the review's, without what only that says. */
  fallbackTitle: string;
  acronym: string | undefined;
  venue: string | undefined;
  identifiers: Partial<Record<IdentifierScheme, string>>;
  authors: { name: string; orcid: string | null }[] | undefined;
  links: NoteLink[];
}

/** The other names of the fields of identifiers. */
const fieldNames: Partial<Record<IdentifierScheme, string[]>> = {
  arxiv: ['arxiv-id', 'arxivid', 'eprint'],
  openreview: ['openreview-id'],
  acl: ['acl-id', 'acl-anthology'],
  s2: ['semantic-scholar', 'corpus-id', 'corpusid'],
};

/**
 * What the front matter says of the paper, and where it is silent the head of the text.
 * @param isPulled whether the note was written by `pull`, so that its names are taken as they are
 * @returns by: what names the paper; null when nothing does
 */
export function readNotePaper(
  reader: FieldReader,
  head: HeadMetadata,
  isPulled: boolean,
): { paper: Omit<NotePaper, 'fallbackTitle'>; version: number | undefined; by: string | null } {
  const sent: Partial<Record<IdentifierScheme, string>> = {};
  for (const scheme of identifierSchemes) {
    const value = reader.line(scheme, ...(fieldNames[scheme] ?? []));
    if (value) sent[scheme] = value;
  }
  const paperTitle = reader.line('paper-title');
  const paper = readReference(reader, sent);
  const isStated = Object.keys(sent).length > 0;
  // The head of the text is asked when the front matter names no paper.
  if (!isStated) for (const { scheme, value } of head.identifiers) sent[scheme] = value;
  const read = canonicalIdentifiers(sent);
  if (!read.ok)
    reader.faults.push(...read.errors.map(({ scheme, reason }) => `${scheme} "${sent[scheme]}": ${reason}`));
  const identifiers = Object.fromEntries(
    read.ok ? read.identifiers.map(({ scheme, value }) => [scheme, value]) : [],
  );
  const [found] = isStated ? [] : head.identifiers;
  const links = readLinks(reader);
  // Where neither names the paper, the addresses of its links do.
  const linked = Object.keys(sent).length > 0 ? [] : linkedIdentifiers({ links });
  for (const { scheme, value } of linked) identifiers[scheme] = value;
  const venue = reader.line('venue', 'conference', 'journal') ?? undefined;
  return {
    paper: {
      title: paperTitle ?? paper ?? head.title?.value,
      acronym: reader.line('acronym') ?? undefined,
      venue: isPulled || !venue ? (venue ?? head.venue?.value) : unlink(venue),
      identifiers,
      authors: readAuthors(reader, isPulled) ?? head.authors?.value,
      links: [...links, ...head.links.filter(({ url }) => links.every((link) => link.url !== url))],
    },
    version: found ? (found.version ?? undefined) : read.ok ? read.version : undefined,
    by: isStated
      ? (Object.keys(sent)[0] ?? null)
      : (found?.by ?? (linked.length > 0 ? 'links' : (paperTitle ?? paper ?? head.title?.by ?? null))),
  };
}

/** `paper` is an identifier of it, or its title. */
function readReference(
  reader: FieldReader,
  identifiers: Partial<Record<IdentifierScheme, string>>,
): string | null | undefined {
  const field = reader.take('paper');
  if (!field || field.value === null) return undefined;
  if (typeof field.value !== 'string') {
    reader.leave(field.name, 'it is the title or an identifier of the paper');
    return undefined;
  }
  const found = recognizeIdentifier(field.value);
  const [, label, address] = /^\s*\[([^\]]+)\]\((\S+)\)\s*$/.exec(field.value) ?? [];
  if (found.kind === 'none') return unlink(field.value).trim() || undefined;
  if (found.kind === 'identifier') identifiers[found.scheme] ??= address ?? field.value;
  else if (label === undefined) reader.leave(field.name, found.reason);
  // `[Title](address)` says both.
  return label !== undefined && /\p{L}{2,}.*\s\p{L}/u.test(label) ? label : undefined;
}

function readAuthors(reader: FieldReader, isPulled: boolean): NotePaper['authors'] {
  const field = reader.take('authors');
  if (!field) return undefined;
  const { value } = field;
  const items = typeof value === 'string' ? splitAuthors(value) : value;
  if (items === null) return undefined;
  if (Array.isArray(items) && (items.some(isWriter) || (!isPulled && isSigned(items)))) {
    reader.leave(field.name, 'who wrote the note: the paper has its own');
    return undefined;
  }
  const named = Array.isArray(items) && !isPulled ? items.filter((item) => !standsForOthers(item)) : items;
  if (Array.isArray(named) && named.length === 0 && Array.isArray(items) && items.length > 0)
    return undefined;
  const authors = Array.isArray(named) ? named.map((item) => readAuthor(item, isPulled)) : [null];
  if (authors.every((author) => author !== null)) return authors;
  reader.faults.push(`${field.name} must be names: a text, a list of texts, or maps with name and orcid`);
  return undefined;
}

/** The name of an account, such as of Docusaurus: people are written with capital letters, or in other scripts. */
const isHandle = (item: unknown) => typeof item === 'string' && /^@?[a-z][a-z\d_-]+$/.test(item.trim());
const isSigned = (items: FieldValue[]) =>
  items.length > 0 && items.every(isHandle) && !items.every(standsForOthers);

/** `et al.`, or `admin`, as whom the owner of a site by Hugo Blox signs. */
const standsForOthers = (item: FieldValue) =>
  typeof item === 'string' && item.trim() !== '' && /^(?:admin)?$/i.test(trimName(item));

/** One of the writers of a post, as al-folio and Quarto have them: with an address of their own, or where they work. */
const isWriter = (item: unknown) =>
  typeof item === 'object' &&
  item !== null &&
  Object.keys(item).some((name) => name !== 'name' && name !== 'orcid');

function readAuthor(item: unknown, isPulled: boolean): { name: string; orcid: string | null } | null {
  if (typeof item === 'string' && item.trim() !== '')
    return { name: isPulled ? item.trim() : trimName(item), orcid: null };
  if (typeof item !== 'object' || item === null) return null;
  const { name, orcid = null } = item as Record<string, unknown>;
  if (typeof name !== 'string' || (orcid !== null && typeof orcid !== 'string')) return null;
  const ruling = orcid === null ? null : rules.orcid(orcid);
  return ruling?.ok === false ? null : { name: name.trim(), orcid: ruling?.value ?? null };
}

import {
  canonicalIdentifiers,
  type IdentifierScheme,
  parseIdentifier,
  recognizeIdentifier,
} from '../../content/identifiers/scheme.ts';
import { isUuid, rules } from '../../validation/rules.ts';
import { FieldReader } from './field-reader.ts';
import { NoteRefused, splitNote } from './front-matter.ts';
import { type NoteLink, readLinks } from './links.ts';
import { readMoment } from './moment.ts';
import { splitAuthors, splitCategories, splitTags } from './split.ts';

/** What a file says of a review and its paper; undefined where it says nothing, null where it says that there is none. */
export interface Note {
  /** The review that it was pulled from. */
  id: string | undefined;
  title: string | undefined;
  /** What a new review is called when the file says no title: made of its name. */
  fallbackTitle: string;
  slug: string | undefined;
  /** For a new review when the file says no slug: the file's name. */
  fallbackSlug: string;
  summary: string | null | undefined;
  body: string;
  language: string | undefined;
  /** The names from the root, or one name or slug; empty for none. */
  category: string[] | undefined;
  tags: string[] | undefined;
  publishedAt: string | undefined;
  reviewedVersion: number | null | undefined;
  status: 'draft' | 'archived' | undefined;
  paper: NotePaper;
  /** The fields that nothing was made of. */
  unused: string[];
}

export interface NotePaper {
  title: string | undefined;
  acronym: string | undefined;
  venue: string | undefined;
  identifiers: Partial<Record<IdentifierScheme, string>>;
  authors: { name: string; orcid: string | null }[] | undefined;
  links: NoteLink[];
}

/**
 * Reads a note: Markdown, before it front matter, and what its name says in the manner of Jekyll
 * (`2024-05-20-title.md`).
 * @param path the path from the folder that is pushed, with slashes
 * @throws NoteRefused with everything that cannot be read
 */
export function readNote(path: string, text: string): Note {
  const { fields, body } = splitNote(text.normalize('NFC'));
  const reader = new FieldReader(fields ?? {});
  const named = readName(path);
  const title = reader.line('title');
  const paper = readPaper(reader);
  const note: Note = {
    id: readId(reader),
    title: title ?? readHeading(body),
    ...named,
    slug: reader.line('slug') ?? undefined,
    summary: reader.line('summary', 'description', 'excerpt', 'subtitle'),
    body,
    language:
      reader.read('is no language tag such as ko, en or pt-BR', readLanguage, 'lang', 'language') ??
      undefined,
    category: readCategory(reader),
    tags: reader.lines(splitTags, 'tags', 'tag'),
    publishedAt: readDate(reader) ?? named.publishedAt,
    reviewedVersion:
      reader.read('is no version of a paper, such as 1', readVersion, 'version', 'reviewed-version') ??
      paper.version,
    status: readStatus(reader, path),
    paper: paper.paper,
    unused: [],
  };
  note.unused = [...reader.unused, ...findLiquid(body)];
  if (reader.faults.length > 0) throw new NoteRefused(...reader.faults);
  return note;
}

/** Liquid is a program for another site: it stays in the text as it stands. */
function findLiquid(body: string): string[] {
  const tags = new Set(Array.from(body.matchAll(/\{%-?\s*(\w+)[^\n]*?%\}/g), ([, name]) => name));
  return tags.size > 0 ? [`Liquid tags (${[...tags].join(', ')} stay in the text)`] : [];
}

/** Whether a file says by itself that it is a note: by front matter, or by a name that begins with a day. */
export function isNote(path: string, text: string): boolean {
  return /^\uFEFF?(?:---|\+\+\+|;;;|\{\s*")/.test(text) || datedName.test(baseName(path));
}

const datedName = /^(\d{4}-\d{1,2}-\d{1,2})-(.+)$/;

/** The name of a file without its ending; that of its folder for an `index.md`. */
function baseName(path: string): string {
  const [name = '', folder] = path.split('/').reverse();
  const base = name.replace(/\.[^.]+$/, '');
  return /^_?index$/i.test(base) && folder ? folder : base;
}

function readName(path: string): Pick<Note, 'fallbackTitle' | 'fallbackSlug' | 'publishedAt'> {
  const base = baseName(path);
  const [, day, rest] = datedName.exec(base) ?? [];
  const name = rest ?? base;
  const words = name.split(/[-_\s]+/).filter((word) => word !== '');
  return {
    fallbackTitle: words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || name,
    fallbackSlug: name,
    publishedAt: (day && readMoment(day)) || undefined,
  };
}

/** The first line of the body, when it is a heading of the first level. */
function readHeading(body: string): string | undefined {
  return /^\s*# +([^\r\n]*?)(?: +#+)?[ \t]*(?:\r?\n|$)/.exec(body)?.[1] || undefined;
}

function readId(reader: FieldReader): string | undefined {
  const field = reader.take('id');
  if (field === undefined) return undefined;
  if (typeof field.value === 'string' && isUuid(field.value)) return field.value.toLowerCase();
  reader.leave(field.name, 'not the id of a review');
  return undefined;
}

function readLanguage(text: string): string | null {
  const ruling = rules.language(text.replaceAll('_', '-'));
  return ruling.ok ? ruling.value : null;
}

function readDate(reader: FieldReader): string | undefined {
  const rule = 'is no day or moment, such as 2024-05-20 or 2024-05-20 10:00:00 +0900';
  return reader.read(rule, readMoment, 'date', 'published-at') ?? undefined;
}

function readVersion(text: string): number | null {
  return /^v?[1-9]\d{0,3}$/i.test(text) ? Number(text.replace(/^v/i, '')) : null;
}

/** `category` is one name as it stands; `categories` the way of Jekyll: the names from the root. */
function readCategory(reader: FieldReader): string[] | undefined {
  return reader.lines((text) => [text], 'category') ?? reader.lines(splitCategories, 'categories');
}

/** `draft: true`, `published: false`, `status: draft | archived`, or a folder `_drafts`. */
function readStatus(reader: FieldReader, path: string): Note['status'] {
  const rule = 'must be true or false';
  const draft = reader.read(rule, readFlag, 'draft')?.value;
  const published = readPublished(reader);
  const status = reader.take('status');
  const said = typeof status?.value === 'string' ? status.value.toLowerCase() : null;
  if (status && !['draft', 'archived', 'published', 'scheduled'].includes(said ?? ''))
    reader.leave(status.name, 'it says draft or archived, or nothing');
  if (draft || published === false || said === 'draft' || /(^|\/)_drafts\//.test(path)) return 'draft';
  return said === 'archived' ? 'archived' : undefined;
}

/** Jekyll's `published` is a flag; elsewhere it is a day, which is left to `date`. */
function readPublished(reader: FieldReader): boolean | undefined {
  const field = reader.take('published');
  const flag = typeof field?.value === 'string' ? readFlag(field.value) : null;
  if (field && !flag) reader.leave(field.name, 'neither true nor false');
  return flag?.value;
}

function readFlag(text: string): { value: boolean } | null {
  if (/^(true|yes|on)$/i.test(text)) return { value: true };
  return /^(false|no|off)$/i.test(text) ? { value: false } : null;
}

function readPaper(reader: FieldReader): { paper: NotePaper; version: number | undefined } {
  const sent: Partial<Record<IdentifierScheme, string>> = {};
  const arxiv = reader.line('arxiv', 'arxiv-id', 'arxivid', 'eprint');
  const doi = reader.line('doi');
  const openreview = reader.line('openreview', 'openreview-id');
  if (arxiv) sent.arxiv = arxiv;
  if (doi) sent.doi = doi;
  if (openreview) sent.openreview = openreview;
  const paperTitle = reader.line('paper-title');
  const paper = readReference(reader, sent);
  const read = canonicalIdentifiers(sent);
  if (!read.ok)
    reader.faults.push(...read.errors.map(({ scheme, reason }) => `${scheme} "${sent[scheme]}": ${reason}`));
  const identifiers = Object.fromEntries(
    read.ok ? read.identifiers.map(({ scheme, value }) => [scheme, value]) : [],
  );
  const stated = sent.arxiv === undefined ? null : parseIdentifier('arxiv', sent.arxiv);
  return {
    paper: {
      title: paperTitle ?? paper ?? undefined,
      acronym: reader.line('acronym') ?? undefined,
      venue: reader.line('venue', 'conference', 'journal') ?? undefined,
      identifiers,
      authors: readAuthors(reader),
      links: readLinks(reader),
    },
    version: stated?.ok ? stated.version : undefined,
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
  if (found.kind === 'none') return field.value.trim() || undefined;
  if (found.kind === 'identifier') identifiers[found.scheme] ??= field.value;
  else reader.leave(field.name, found.reason);
  return undefined;
}

function readAuthors(reader: FieldReader): NotePaper['authors'] {
  const field = reader.take('authors');
  if (!field) return undefined;
  const items = typeof field.value === 'string' ? splitAuthors(field.value) : field.value;
  if (items === null) return undefined;
  const authors = Array.isArray(items) ? items.map(readAuthor) : [null];
  if (authors.every((author) => author !== null)) return authors;
  reader.faults.push(`${field.name} must be names: a text, a list of texts, or maps with name and orcid`);
  return undefined;
}

function readAuthor(item: unknown): { name: string; orcid: string | null } | null {
  if (typeof item === 'string' && item.trim() !== '') return { name: item.trim(), orcid: null };
  if (typeof item !== 'object' || item === null) return null;
  const { name, orcid = null } = item as Record<string, unknown>;
  if (typeof name !== 'string' || (orcid !== null && typeof orcid !== 'string')) return null;
  const ruling = orcid === null ? null : rules.orcid(orcid);
  return ruling?.ok === false ? null : { name: name.trim(), orcid: ruling?.value ?? null };
}

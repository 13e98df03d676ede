import { type HeadLabels, usualLabels } from '../../content/head/labels.ts';
import { isUuid, rules } from '../../validation/rules.ts';
import { readPaperTitle } from '../import/paper-title.ts';
import { type NoteCover, readCover } from './cover.ts';
import { FieldReader } from './field-reader.ts';
import { type FieldValue, NoteLeftOut, NoteRefused, splitNote } from './front-matter.ts';
import { applyMediaPath, applyToCover, readMediaPath } from './media-path.ts';
import { readMoment } from './moment.ts';
import { readName } from './name.ts';
import { type NotePaper, readNotePaper } from './paper.ts';
import { splitCategories, splitTags, splitWays, trimTag } from './split.ts';
import { readBody } from './text/body.ts';
import { ownTitles, readFields } from './text/fields.ts';
import { findForeign } from './text/foreign.ts';
import { breakLines } from './text/head-breaks.ts';
import { readHeadLines } from './text/head-lines.ts';
import { readHeadVisibility } from './text/head-visibility.ts';
import { takeHeading } from './text/heading.ts';
import { detectLanguage } from './text/language.ts';
import { hardenBreaks } from './text/line-breaks.ts';
import { type HeadMetadata, readMetadata } from './text/metadata.ts';
import { takeTagLines } from './text/tag-lines.ts';
import { findPrivateTag, readVisibility } from './visibility.ts';

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
  /** For a new review when the file says no language: what most of its text is in. */
  fallbackLanguage: string;
  /** The names from the root, or one name or slug; empty for none. */
  category: string[] | undefined;
  tags: string[] | undefined;
  publishedAt: string | undefined;
  reviewedVersion: number | null | undefined;
  /** The picture that is its cover; false where the note says that it names none. */
  cover: NoteCover | false | undefined;
  /** Where the site has the pictures of the note. */
  mediaPath?: string | undefined;
  status: 'draft' | 'archived' | undefined;
  paper: NotePaper;
  /** By what the paper and the date are known, such as "arxiv" or `"논문" in line 3`; null where nothing says it. */
  readBy: { paper: string | null; publishedAt: string | null };
  /** The fields that nothing was made of, and what keeps the note a draft. */
  unused: string[];
  /** The names of the fields that are none of ours, or are covers as other tools write them. */
  others: string[];
}

/** What a folder says of all its notes. */
export interface NoteConventions {
  labels: HeadLabels;
  /** The language of a note that does not say it. */
  language: string | undefined;
  /** Whether it is a project of Quarto, whose categories are tags. */
  isQuarto?: boolean;
  /** That of times without an offset (IANA). */
  timeZone?: string | undefined;
  /** Whether a line of a paragraph ends where it does in the file. */
  breaks?: boolean;
}

export const usualConventions: NoteConventions = { labels: usualLabels, language: undefined };

/**
 * Reads a note: Markdown, before it front matter, and what its name says in the manner of Jekyll
 * (`2024-05-20-title.md`). Where the front matter is silent, what the text begins with is asked: its first heading, and lines of
 * metadata. Comments of the tools that notes are written with are left out.
 * @param path the path from the folder that is pushed, with slashes
 * @throws NoteRefused with everything that cannot be read
 */
export function readNote(path: string, text: string, conventions = usualConventions): Note {
  const { fields, body: whole } = splitNote(text.normalize('NFC'));
  const reader = new FieldReader(fields ?? {});
  const named = readName(path);
  const id = readId(reader);
  const stated = reader.line(...ownTitles) ?? undefined;
  const isVerbatim = reader.peek('body') === 'verbatim' && reader.take('body') !== undefined;
  const isQuarto = /\.(?:qmd|rmd)$/i.test(path) || conventions.isQuarto === true;
  const { echo } = Object(reader.peek('execute')) as { echo?: FieldValue };
  const dialect = {
    isQuarto,
    hidesCode: echo === 'false',
    language: () => readLanguage(String(reader.peek('lang'))) ?? detectLanguage(whole),
  };
  const { body: written, notices } = isVerbatim ? { body: whole, notices: [] } : readBody(whole, dialect);
  // What was pulled says all that is known, so that its text is taken as it is.
  const isPulled = id !== undefined && stated !== undefined;
  const {
    title,
    body: headed,
    links,
  } = isPulled ? { title: stated, body: written, links: [] } : takeHeading(written, stated);
  const tagged = isPulled ? { body: headed, tags: [] } : takeTagLines(headed);
  const firstLine = lineOf(text, headed);
  const { labels, timeZone } = conventions;
  const headLines = id === undefined ? readHeadLines(tagged.body) : [];
  const said = id === undefined ? readFields(reader, labels, text) : [];
  // A heading that is a link leads to the paper.
  if (id === undefined && title && links.length > 0)
    said.push({ meaning: 'title', value: '', links, label: 'the heading', line: Math.max(1, firstLine - 1) });
  const head =
    id === undefined
      ? readMetadata(tagged.body, headLines, { labels, timeZone, firstLine, stated: said })
      : nothing;
  const hiddenBy = id === undefined ? readHeadVisibility(headLines, firstLine) : [];
  const privateTag = id === undefined ? findPrivateTag(tagged.body) : undefined;
  if (privateTag) hiddenBy.push(`the tag ${privateTag} in the text (it stays a draft)`);
  const { mediaPath, kept: pathFields } = readMediaPath(reader);
  const broken = id === undefined ? breakLines(tagged.body, head.lines) : tagged.body;
  const placed = isVerbatim ? broken : applyMediaPath(broken, mediaPath);
  const body = conventions.breaks && !isVerbatim ? hardenBreaks(placed) : placed;
  const paper = readNotePaper(reader, head, id !== undefined);
  const tags =
    readTags(reader, { isPulled: id !== undefined, isQuarto, tagged: tagged.tags }) ?? head.tags?.value;
  const date = readDate(reader, named.publishedAt, head, timeZone);
  const visibility = readVisibility(reader, { path, tags, timeZone });
  const { cover, kept } = readCover(reader);
  const { namedLanguage, ...fromName } = named;
  const called = reader.line('url-slug');
  const note: Note = {
    id,
    title: title ?? head.ownTitle,
    ...fromName,
    ...(called ? { fallbackSlug: called } : {}),
    slug: reader.line('slug') ?? undefined,
    summary: reader.line('summary', 'description', 'short-description', 'excerpt', 'subtitle'),
    body,
    language:
      reader.read('is no language tag such as ko, en or pt-BR', readLanguage, 'lang', 'language') ??
      (namedLanguage === undefined ? undefined : readLanguage(namedLanguage)) ??
      conventions.language,
    fallbackLanguage: detectLanguage(`${title ?? ''}\n${body}`),
    category: readCategory(reader, isQuarto) ?? head.category?.value,
    tags,
    publishedAt: date?.value,
    reviewedVersion:
      reader.read('is no version of a paper, such as 1', readVersion, 'version', 'reviewed-version') ??
      paper.version,
    cover: applyToCover(cover, mediaPath),
    mediaPath,
    status: hiddenBy.length > 0 ? 'draft' : visibility.status,
    paper: { ...paper.paper, fallbackTitle: readPaperTitle(title ?? named.fallbackTitle).title },
    readBy: { paper: paper.by, publishedAt: date?.by ?? null },
    unused: [],
    others: [...new Set([...reader.remaining.map(({ name }) => name), ...kept, ...pathFields])],
  };
  note.unused = [
    ...reader.unused,
    ...visibility.notices,
    ...hiddenBy,
    ...head.doubtful,
    ...notices,
    ...findForeign(body, isQuarto),
  ];
  if (reader.faults.length > 0) throw new NoteRefused(...reader.faults);
  if (body.trim() === '' && isOfGenerator(fields ?? {}))
    throw new NoteLeftOut('by convention this page has no text: its site fills it');
  if (reader.peek('excalidraw-plugin') !== undefined || reader.peek('kanban-plugin') !== undefined)
    throw new NoteLeftOut('by convention this page is a drawing or a board of a plugin');
  return note;
}

/** The lists, archives and searches of a site, which it fills itself (Hexo, Hugo, Jekyll, Quarto). */
const isOfGenerator = (fields: Record<string, unknown>): boolean =>
  'listing' in fields ||
  [fields.type, fields.layout].some((value) =>
    /^(?:tags?|categor(?:y|ies)|archives?|search|links?|home|index|list|friends?|collection)$/i.test(
      String(value),
    ),
  );

/** The line of a file in which its body begins, by the first line of that. */
function lineOf(text: string, body: string): number {
  const [first = ''] = body.trimStart().split('\n', 1);
  const start = text.endsWith(body) ? text.length - body.length : Math.max(0, text.indexOf(first));
  return text.slice(0, start).split('\n').length;
}

const nothing: HeadMetadata = readMetadata('', [], { labels: usualLabels });

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

const dateNames = [
  ...[
    'date',
    'published-at',
    'publishedat',
    'publish-date',
    'publishdate',
    'pub-date',
    'pubdate',
    'date-published',
  ],
  ...[
    'datepublished',
    'published',
    'publish',
    'released-at',
    'created',
    'created-at',
    'createdat',
    'date-created',
    'datecreated',
  ],
  ...['creation-date', '날짜', '작성일', '日期', '日付'],
];

/** When it was published: by the first field that is a moment, else by the name of the file, else by the head of the text. */
function readDate(
  reader: FieldReader,
  named: string | undefined,
  head: HeadMetadata,
  timeZone: string | undefined,
): { value: string; by: string } | undefined {
  // Hugo shows nothing before this day, whatever its date.
  const isLater = (name: string) => {
    const value = reader.peek(name);
    return value !== undefined && (readMoment(String(value), timeZone) ?? '') > new Date().toISOString();
  };
  const later = ['publish-date', 'publishdate'].filter(isLater);
  for (const name of [...later, ...dateNames]) {
    const value = reader.peek(name);
    if (typeof value !== 'string' || value.trim() === '') continue;
    // Of what was clipped from another site, that day is the site's.
    if (name === 'published' && /^https?:/.test(String(reader.peek('source'))) && reader.peek('created'))
      continue;
    const moment = readMoment(value, timeZone);
    if (moment !== null) return { value: moment, by: reader.take(name)?.name ?? name };
    // `published` and `publish` may be flags, and what was not written for a date is left.
    if (name !== 'date') continue;
    // What a program is to fill in (Quarto, R Markdown, Templater), or only the year of the paper (Zotero).
    if (/^(?:today|now|last-modified)$|^`|\{\{|<%|^\d{4}(?:[-./]\s?\d{1,2}\.?)?$/i.test(value.trim()))
      reader.leave(reader.take(name)?.name ?? name, 'it says no day');
    else
      reader.read('is no day or moment, such as 2024-05-20 or 2024-05-20 10:00:00 +0900', readMoment, name);
  }
  const empty = reader.peek('date');
  if (empty === null || empty === '') reader.take('date');
  if (named !== undefined) return { value: named, by: 'the name of the file' };
  return head.publishedAt;
}

function readVersion(text: string): number | null {
  return /^v?[1-9]\d{0,3}$/i.test(text) ? Number(text.replace(/^v/i, '')) : null;
}

/** The fields of tags, and lines of nothing but tags; Quarto calls its tags categories. */
function readTags(
  reader: FieldReader,
  { isPulled, isQuarto, tagged }: { isPulled: boolean; isQuarto: boolean; tagged: string[] },
): string[] | undefined {
  const stated = reader.lines(splitTags, 'tags', 'tag', 'keywords', 'topics');
  const called = isQuarto && !isPulled ? reader.lines((text) => text.split(','), 'categories') : undefined;
  const all = [...(stated ?? []), ...(called ?? []), ...tagged];
  if (stated === undefined && called === undefined && tagged.length === 0) return undefined;
  return [...new Set(isPulled ? all : all.map(trimTag))];
}

/** `category` is one name as it stands; `categories` a path of names from the root, as Jekyll reads it, or several paths, as Hexo does. */
function readCategory(reader: FieldReader, isQuarto: boolean): string[] | undefined {
  const one = reader.lines((text) => [text], 'category');
  if (one || isQuarto) return one;
  const ways = splitWays(reader.peek('categories') ?? null);
  if (!ways) return reader.lines(splitCategories, 'categories');
  const field = reader.take('categories');
  const [first, ...others] = ways;
  if (field && others.length > 0)
    reader.leave(
      field.name,
      `a review is in one category, so not in ${others.map((way) => way.join('/')).join(', ')}`,
    );
  return first;
}

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Review } from '../../src/resources/reviews/schema.ts';
import type { PushedNote } from '../../src/sync/notes/pushed-note.ts';

/** What a person would expect of the review of one note. What is not said is not compared. */
export interface ExpectedNote {
  title?: string;
  slug?: string;
  status: Review['status'];
  publishedAt?: string;
  language?: string;
  summary?: string;
  tags?: string[];
  /** The path of its category; null for none. */
  category?: string | null;
  paper?: {
    title?: string;
    acronym?: string;
    arxiv?: string;
    doi?: string;
    openreview?: string;
    venue?: string;
    authors?: string[];
    /** Addresses that are among its links. */
    links?: string[];
  };
  reviewedVersion?: number;
  /** How many pictures of the service it shows; none when nothing is said. */
  images?: number;
  /** The path in the folder of the picture that is its cover; none is chosen when nothing is said. */
  cover?: string;
  /** The notes whose reviews it links to, and no other; none when nothing is said. */
  links?: string[];
  /** What is in its plain text. */
  text?: string[];
  /** What is neither in its plain text nor its HTML. */
  absent?: string[];
  html?: string[];
  /** The kinds of its sections. */
  sections?: string[];
  /** How many warnings its rendering has; none when nothing is said. */
  warnings?: number;
  /** What the push names, in its order; nothing when nothing is said. */
  unused?: string[];
}

/** What a person would expect of a folder of notes, as the table beside it says. */
export interface ExpectedFolder {
  notes: Record<string, ExpectedNote>;
  excluded?: string[];
  skipped?: string[];
}

export const folders = 'test/fixtures/notes';

/** The tables of all folders. In a table `~` stands for the digits of Notion's ids that `ids` says. */
export async function readTables(): Promise<[structure: string, expected: ExpectedFolder][]> {
  const names = (await readdir(folders)).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(
    names.map(async (name): Promise<[string, ExpectedFolder]> => {
      const text = await readFile(join(folders, name), 'utf8');
      const [, digits] = /^ids: (\w+)$/m.exec(text) ?? [];
      const written = digits === undefined ? text : text.replaceAll('~', digits);
      return [name.replace('.yaml', ''), parse(written, { schema: 'core' }) as ExpectedFolder];
    }),
  );
}

/** A review with all that is compared, and the SHA-256 of the picture that was sent for its cover. */
export type ReadReview = Review & { text: string; coverHash: string | null };

/** The SHA-256 of the picture of a folder that is expected as the cover of a note. */
export async function hashCover(structure: string, { cover }: ExpectedNote): Promise<string | null> {
  if (cover === undefined) return null;
  const bytes = await readFile(join(folders, structure, cover));
  return createHash('sha256').update(bytes).digest('hex');
}

/** Every difference between a review and what is expected of it, in words. */
export function compareReview(
  expected: ExpectedNote & { coverHash: string | null },
  review: ReadReview,
  pushed: PushedNote,
  slugOf: (path: string) => string | undefined,
): string[] {
  const { paper, html, text } = review;
  const said = expected.paper ?? {};
  const differ = (what: string, wanted: unknown, found: unknown) =>
    wanted === undefined || JSON.stringify(wanted) === JSON.stringify(found)
      ? []
      : [`${what}: ${JSON.stringify(found)} and not ${JSON.stringify(wanted)}`];
  const sorted = (list: string[] | undefined) => list && [...list].sort();
  const linked = [
    ...new Set(Array.from(html.matchAll(/href="\/v1\/reviews\/([^"#]+)/g), ([, slug]) => slug ?? '')),
  ];
  return [
    ...differ('title', expected.title, review.title),
    ...differ('slug', expected.slug, review.slug),
    ...differ('status', expected.status, review.status),
    ...differ('publishedAt', expected.publishedAt, review.publishedAt),
    ...differ('language', expected.language, review.language),
    ...differ('summary', expected.summary, review.summary),
    ...differ('tags', sorted(expected.tags), sorted(review.tags.map(({ name }) => name))),
    ...differ('category', expected.category, review.category?.path ?? null),
    ...differ('paper title', said.title, paper.title),
    ...differ('acronym', said.acronym, paper.acronym),
    ...differ('arxiv', said.arxiv, paper.arxiv),
    ...differ('doi', said.doi, paper.doi),
    ...differ('venue', said.venue, paper.venue),
    ...differ(
      'authors',
      said.authors,
      paper.authors.map(({ name }) => name),
    ),
    ...(said.links ?? []).flatMap((url) =>
      paper.links.some((link) => link.url === url) ? [] : [`paper links: no ${url}`],
    ),
    ...differ('reviewedVersion', expected.reviewedVersion, review.reviewedVersion?.number ?? null),
    ...differ('images', expected.images ?? 0, new Set(html.match(/\/v1\/images\/[\da-f-]{36}/g)).size),
    ...differ('cover', expected.coverHash, review.coverHash),
    ...differ(
      'links',
      sorted((expected.links ?? []).map((path) => slugOf(path) ?? path)),
      sorted(linked.map(decodeURIComponent)),
    ),
    ...(expected.text ?? []).flatMap((part) => (text.includes(part) ? [] : [`no text ${part}`])),
    ...(expected.html ?? []).flatMap((part) => (html.includes(part) ? [] : [`no html ${part}`])),
    ...(expected.absent ?? []).flatMap((part) =>
      text.includes(part) || html.includes(part) ? [`shows ${part}`] : [],
    ),
    ...differ(
      'sections',
      expected.sections,
      review.sections.map(({ kind }) => kind),
    ),
    ...differ('warnings', expected.warnings ?? 0, review.renderWarnings.length),
    ...(expected.warnings ? [] : review.renderWarnings.map((warning) => `warns ${JSON.stringify(warning)}`)),
    ...differ('unused', sorted(expected.unused ?? []), sorted(pushed.unused)),
  ];
}

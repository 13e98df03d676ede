import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'drizzle-orm';
import { seesDrafts, type Viewer } from '../../../access/viewer.ts';
import type { Identifier } from '../../../content/identifiers/schemes.ts';
import { foldName } from '../../../content/text/fold.ts';
import type { Queryable } from '../../../db/driver/client.ts';
import { arrayParameter, prepareStatement } from '../../../db/driver/prepare.ts';
import { paperIdentifiers, papers, reviews, reviewTags, tags } from '../../../db/schema/tables.ts';
import { Problem } from '../../../problems.ts';
import { writeList, writeObject } from '../../../query/json.ts';
import type { Compared } from '../../../slugs/save.ts';
import { readCategories, walkPath } from '../../categories/path.ts';
import {
  identifierOfAddress,
  linkedIdentifiers,
  listIdentifiers,
  type PaperContent,
  readPaperContent,
  saidVersion,
} from '../../papers/content.ts';
import { paperList } from '../../papers/list.ts';
import type { NewPaper } from '../../papers/schema.ts';
import { comparePaper } from '../../papers/update.ts';
import type { ReviewItem, ReviewUpsert } from './save.ts';

/**
 * Compares upserts with the reviews that are there, in two statements and without locks: one that changes nothing needs no
 * transaction, and a body that is there already no rendering. It is a filter without false positives: whatever is not
 * surely unchanged (former slugs, hidden and trashed reviews, shared papers) is left to `saveReview`.
 */
export async function compareReviews(
  db: Queryable,
  upserts: ReviewUpsert[],
  actor: Viewer,
): Promise<Compared[]> {
  if (!seesDrafts(actor)) return upserts.map(() => ({ hasBody: false }));
  const named: Named[] = upserts.flatMap(({ data, find }): Named[] => find ?? [data]);
  const listNamed = (name: 'id' | 'source' | 'slug') => named.flatMap((one) => one[name] ?? []);
  const ids = [...listNamed('id'), ...upserts.flatMap(({ data }) => data.id ?? [])];
  const rows = await readStanding(db, { ids, sources: listNamed('source'), slugs: listNamed('slug') });
  const hasCategories = rows.length > 0 && upserts.some(({ data }) => data.category != null);
  const categories = hasCategories ? await readCategories(db) : [];
  return upserts.map((upsert) => {
    const standing = pickStanding(rows, upsert);
    if (!standing) return { hasBody: false };
    const { body } = upsert.data;
    const hasBody = body === undefined || hashOf(body) === standing.bodyHash;
    if (!hasBody || !isAsSaid(standing, upsert, categories)) return { hasBody };
    const { id, slug, revision, status: state } = standing;
    return { hasBody, saved: { id, slug, revision, outcome: 'unchanged', changed: [], state, leftOut: [] } };
  });
}

type Named = { id?: string; slug?: string; source?: string | null };

const hashOf = (body: string) => createHash('sha256').update(body).digest('hex');

type Standing = Awaited<ReturnType<typeof readStanding>>[number];
type StandingPaper = PaperContent & { id: string; slug: string; has: Identifier[] };

const { title, acronym, abstract, venue, publishedOn, primaryClass } = papers;
const standingPaper = writeObject<StandingPaper>(
  {
    ...{ id: papers.id, slug: papers.slug },
    ...{ title, acronym, abstract, venue, publishedOn, primaryClass },
    authors: paperList.columns.authors,
    versions: paperList.columns.versions,
    links: paperList.columns.links,
    // Those of papers that were merged into it too.
    has: writeList(
      writeObject({ scheme: paperIdentifiers.scheme, value: paperIdentifiers.value }),
      sql`from ${paperIdentifiers} where ${paperIdentifiers.paperId} = ${papers.id}`,
    ),
  },
  sql`from ${papers} where ${papers.id} = ${reviews.paperId}`,
);

const foldedTags = sql`array(select ${tags.foldedName} from ${reviewTags} join ${tags} on ${tags.id} = ${reviewTags.tagId}
  where ${reviewTags.reviewId} = ${reviews.id} order by ${reviewTags.position})`;

/** What may be said of a review, of its body the hash alone: a megabyte need not be sent here. */
const readStanding = prepareStatement((db) =>
  db
    .select({
      id: reviews.id,
      slug: reviews.slug,
      title: reviews.title,
      summary: reviews.summary,
      bodyHash: sql<string>`encode(sha256(convert_to(${reviews.body}, 'UTF8')), 'hex')`,
      language: reviews.language,
      reviewedVersion: reviews.reviewedVersion,
      cover: reviews.coverId,
      status: reviews.status,
      publishedAt: reviews.publishedAt,
      source: reviews.source,
      revision: reviews.revision,
      categoryId: reviews.categoryId,
      tags: sql<string[]>`(${foldedTags})`,
      paper: standingPaper,
    })
    .from(reviews)
    .where(
      sql`${reviews.id} = any(${arrayParameter('ids', 'uuid')}::uuid[]) or ${reviews.source} = any(${arrayParameter('sources', 'text')}::text[])
        or (${reviews.slug} = any(${arrayParameter('slugs', 'text')}::text[]) and ${reviews.status} <> 'trashed')`,
    ),
);

/** The review that `saveReview` finds, where that is sure. */
function pickStanding(rows: Standing[], { data, find }: ReviewUpsert): Standing | undefined {
  if (data.id !== undefined) return rows.find(({ id }) => id === data.id);
  if (!find) {
    const name = data.source == null ? 'slug' : 'source';
    return rows.find((row) => row[name] === data[name] && row.status !== 'trashed');
  }
  for (const { paper, ...members } of find) {
    const found = rows.find((row) =>
      Object.entries(members).every(([name, value]) => row[name as keyof Standing] === value),
    );
    if (found) return paper === undefined ? found : undefined;
  }
  return undefined;
}

/** Whether all that is said of a review but its body is so. A member that is not known here is not. */
function isAsSaid(
  standing: Standing,
  { data, expected, createMissing, updatePapers }: ReviewUpsert,
  categories: Parameters<typeof walkPath>[0],
): boolean {
  if (standing.status === 'trashed') return false;
  if (expected !== 'any' && !(Array.isArray(expected) && expected.includes(standing.revision))) return false;
  const { message, body, paper, category, tags: names, ...plain } = data;
  const isPlain = Object.entries(plain).every(
    ([name, value]) => value === undefined || value === standing[name as keyof Standing],
  );
  if (!isPlain) return false;
  if (names && !isDeepStrictEqual([...new Set(names.map(foldName))], standing.tags)) return false;
  if (category !== undefined && !isCategory(standing.categoryId, category, { createMissing, categories }))
    return false;
  if (paper === undefined) return true;
  const said = saidVersion(paper);
  if (said !== undefined && said !== standing.reviewedVersion) return false;
  return isPaper(standing.paper, paper, updatePapers);
}

function isCategory(
  id: string | null,
  category: Exclude<ReviewItem['category'], undefined>,
  { createMissing, categories }: { createMissing: boolean; categories: Parameters<typeof walkPath>[0] },
): boolean {
  if (category === null) return id === null;
  if (typeof category === 'string' && !createMissing)
    return categories.some((one) => one.id === id && (one.id === category || one.slug === category));
  const found = ifValid(() => walkPath(categories, [category].flat()));
  return found !== undefined && found.missing.length === 0 && found.id === id;
}

function isPaper(
  standing: StandingPaper,
  sent: Exclude<ReviewItem['paper'], undefined>,
  updatePapers: boolean,
): boolean {
  const hasAll = (identifiers: Identifier[]) =>
    identifiers.every((one) => standing.has.some((has) => isDeepStrictEqual(has, one)));
  if (typeof sent === 'string') {
    const identifier = identifierOfAddress(sent);
    return identifier ? hasAll([identifier]) : sent === standing.id || sent === standing.slug;
  }
  const said = ifValid(() => readPaperContent({ ...sent, title: sent.title ?? '-' } as NewPaper, '/paper'));
  if (!said) return false;
  const lacksScheme = ({ scheme }: Identifier) => standing.has.every((one) => one.scheme !== scheme);
  if (linkedIdentifiers(sent).some(lacksScheme)) return false;
  const identifiers = listIdentifiers(said.identifiers);
  // Without one, and where papers are not updated, its title says which paper it is.
  if (!hasAll(identifiers) || (identifiers.length === 0 && !updatePapers)) return false;
  const { lacking, other } = comparePaper(sent, said, standing, standing.has);
  return Object.keys(lacking).length === 0 && Object.keys(other).length === 0;
}

function ifValid<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

import { type SQL, sql } from 'drizzle-orm';
import { Type } from 'typebox';
import { seesDrafts, type Viewer } from '../../access/viewer.ts';
import { identifierSchemes } from '../../content/identifiers/schemes.ts';
import type { Queryable } from '../../db/driver/client.ts';
import { linkKinds } from '../../db/schema/link-kinds.ts';
import { paperSearch } from '../../db/schema/search.ts';
import {
  paperAuthors,
  paperIdentifiers,
  paperLinks,
  paperStatuses,
  papers,
  paperVersions,
  reviews,
} from '../../db/schema/tables.ts';
import { entities } from '../../entities.ts';
import { writeList, writeObject } from '../../query/json.ts';
import { namedFilters } from '../../query/references.ts';
import { type OneQuery, readOne } from '../../query/run.ts';
import { type Facet, filterBy, type ListSpec, type SortKey } from '../../query/spec.ts';
import { searchOn } from '../../search/match.ts';
import { formerly } from '../../slugs/history.ts';
import { matchReference } from '../../slugs/slugged.ts';
import { Moment, oneOf, Several } from '../../wire.ts';
import { type paperFacets as facetNames, mostShownReviews, type Paper, type PaperSummary } from './schema.ts';

/** The condition of a reference to a paper: id, slug, or `scheme:value`. */
export function matchPaper(reference: string): SQL {
  const [scheme, ...rest] = reference.split(':');
  if (rest.length === 0) return matchReference(papers, reference);
  return hasIdentifier(scheme ?? '', rest.join(':'));
}

/** The condition on a canonical identifier, of the paper or of one merged into it. */
export function hasIdentifier(scheme: string, value: string): SQL {
  return sql`${papers.id} = (select ${paperIdentifiers.paperId} from ${paperIdentifiers}
    where ${paperIdentifiers.scheme} = ${scheme} and ${paperIdentifiers.value} = ${value})`;
}

/** The condition of a reference to a paper, present or former (renamed or merged). */
export function followPaper(reference: string): SQL {
  return sql`(${matchPaper(reference)} or ${papers.id} = (${formerly('paper', reference)}))`;
}

/** The id of that paper, a present name before a former one; null when there is none. */
export function paperIdOf(reference: string): SQL<string | null> {
  return sql`coalesce((select ${papers.id} from ${papers} where ${matchPaper(reference)}), (${formerly('paper', reference)}))`;
}

/** The paper's identifier of a scheme, or null. */
export function identifierOf(scheme: (typeof identifierSchemes)[number]): SQL<string | null> {
  return sql`(select ${paperIdentifiers.value} from ${paperIdentifiers}
    where ${paperIdentifiers.paperId} = ${papers.id} and ${paperIdentifiers.scheme} = ${sql.raw(`'${scheme}'`)}
      and not ${paperIdentifiers.former})`;
}

const versionMembers = { number: paperVersions.number, releasedOn: paperVersions.releasedOn };

const byPublishedOn: SortKey = { sql: sql`coalesce(${papers.publishedOn}, '-infinity'::date)`, cast: 'date' };

/** Case- and width-insensitive equality. */
export function foldedEqual(text: SQL, value: string): SQL {
  return sql`search_name(${text}) = search_name(${value}::text)`;
}

export const venueSchema = Type.String({
  minLength: 1,
  maxLength: 200,
  description: 'Where the paper was published, in any case.',
  examples: ['ICLR 2025'],
});

/** The filter by author. */
export const authorFilter = filterBy(
  Type.String({
    minLength: 1,
    maxLength: 200,
    description: 'The name of an author of the paper as printed, in any case.',
    examples: ['Chankyu Lee'],
  }),
  (value) => sql`${papers.id} in (select ${paperAuthors.paperId} from ${paperAuthors}
    where ${foldedEqual(sql`${paperAuthors.name}`, value)})`,
);

/** The facets of papers; tags are those of their published reviews. */
const paperFacets: Record<(typeof facetNames)[number], Facet> = {
  tag: {
    of: [],
    count: (matching) => sql`
      select tags.slug as value, tags.name, count(distinct reviews.paper_id) as count
      from ${matching} found join reviews on reviews.paper_id = found.id and reviews.status = 'published'
      join review_tags on review_tags.review_id = reviews.id join tags on tags.id = review_tags.tag_id group by tags.id`,
  },
  year: {
    of: [papers.publishedOn],
    count: (matching) => sql`
      select year as value, year as name, count(*) as count
      from (select extract(year from published_on)::integer as year from ${matching} where published_on is not null) dated
      group by year`,
  },
  venue: {
    of: [papers.venue],
    count: (matching) => sql`
      select venue as value, venue as name, count(*) as count from ${matching} where venue is not null group by venue`,
  },
};

export const paperList: ListSpec<PaperSummary, Viewer> = {
  name: 'papers',
  kind: 'paper',
  table: papers,
  id: papers.id,
  columns: {
    id: papers.id,
    slug: papers.slug,
    title: papers.title,
    acronym: papers.acronym,
    abstract: papers.abstract,
    venue: papers.venue,
    publishedOn: papers.publishedOn,
    primaryClass: papers.primaryClass,
    status: papers.status,
    identifiers: writeObject(
      Object.fromEntries(
        identifierSchemes.map((scheme) => [
          scheme,
          sql`max(${paperIdentifiers.value}) filter (where ${paperIdentifiers.scheme} = ${sql.raw(`'${scheme}'`)})`,
        ]),
      ),
      sql`from ${paperIdentifiers} where ${paperIdentifiers.paperId} = ${papers.id} and not ${paperIdentifiers.former}`,
    ),
    authors: writeList(
      writeObject({ name: paperAuthors.name, orcid: paperAuthors.orcid }),
      sql`from ${paperAuthors} where ${paperAuthors.paperId} = ${papers.id} order by ${paperAuthors.position}`,
    ),
    versions: writeList(
      writeObject(versionMembers),
      sql`from ${paperVersions} where ${paperVersions.paperId} = ${papers.id} order by ${paperVersions.number}`,
    ),
    links: writeList(
      writeObject({ kind: paperLinks.kind, label: paperLinks.label, url: paperLinks.url }),
      sql`from ${paperLinks} where ${paperLinks.paperId} = ${papers.id} order by ${paperLinks.position}`,
    ),
    latestVersion: writeObject(
      versionMembers,
      sql`from ${paperVersions} where ${paperVersions.paperId} = ${papers.id}
        order by ${paperVersions.number} desc limit 1`,
    ),
    reviewCount: sql`(select count(*)::integer from ${reviews}
      where ${reviews.paperId} = ${papers.id} and ${reviews.status} = 'published')`,
    createdAt: papers.createdAt,
    updatedAt: papers.updatedAt,
    revision: papers.revision,
  },
  heavy: ['abstract', 'authors', 'links'],
  visible: (viewer) => (seesDrafts(viewer) ? undefined : entities.paper.isPublic),
  sorts: {
    publishedOn: [byPublishedOn],
    updatedAt: [{ sql: sql`${papers.updatedAt}`, cast: 'timestamptz' }],
    title: [{ sql: sql`${papers.title}`, cast: 'text', collate: 'und-x-icu' }],
  },
  defaultSort: '-publishedOn',
  filters: {
    ...namedFilters(papers, 'papers'),
    tag: filterBy(
      Several(Type.String({ minLength: 1, maxLength: 200, 'x-rule': 'reference' }), {
        maxItems: 50,
        description: 'Slugs or ids of tags: papers whose published reviews have any of them.',
        examples: [['embedding']],
      }),
      (values) => sql`exists (select from ${reviews} join review_tags on review_tags.review_id = ${reviews.id}
        join tags on tags.id = review_tags.tag_id
        where ${reviews.paperId} = ${papers.id} and ${reviews.status} = 'published'
          and (tags.slug = any(${sql.param(values)}::text[]) or tags.id::text = any(${sql.param(values)}::text[])))`,
    ),
    author: authorFilter,
    venue: filterBy(venueSchema, (value) => foldedEqual(sql`${papers.venue}`, value)),
    year: filterBy(
      Type.Integer({
        minimum: 1000,
        maximum: 9999,
        description: 'Papers first published in this year.',
        examples: [2024],
      }),
      (value) =>
        sql`${papers.publishedOn} >= make_date(${value}, 1, 1) and ${papers.publishedOn} <= make_date(${value}, 12, 31)`,
    ),
    link: filterBy(
      Several(oneOf(linkKinds), {
        maxItems: linkKinds.length,
        description: 'Kinds of links: papers that have one of them, such as `code`.',
        examples: [['code']],
      }),
      (values) => sql`${papers.id} in (select ${paperLinks.paperId} from ${paperLinks}
        where ${paperLinks.kind} = any(${sql.param(values)}::text[]))`,
    ),
    status: filterBy(
      Several(oneOf(paperStatuses), {
        maxItems: paperStatuses.length,
        description: 'Papers in any of these states.',
        examples: [['active']],
      }),
      (values) => sql`${papers.status} = any(${sql.param(values)}::text[])`,
    ),
    'updatedAt[gte]': filterBy(
      Moment('Changed at this moment or later.'),
      (value) => sql`${papers.updatedAt} >= ${value}::timestamptz`,
    ),
  },
  facets: paperFacets,
  search: searchOn({
    index: paperSearch,
    id: papers.id,
    title: papers.title,
    text: sql`${papers.abstract}`,
    around: sql`(array[${papers.acronym}, ${papers.venue}]
      || array(select ${paperAuthors.name} from ${paperAuthors} where ${paperAuthors.paperId} = ${papers.id}))`,
    isPublic: entities.paper.isPublic,
    ties: [byPublishedOn],
  }),
};

/** A paper with its published reviews. */
export const paperDetail: ListSpec<Paper, Viewer> = {
  ...paperList,
  columns: {
    ...paperList.columns,
    reviews: writeList(
      writeObject({
        id: sql`shown.id`,
        slug: sql`shown.slug`,
        title: sql`shown.title`,
        summary: sql`shown.summary`,
        language: sql`shown.language`,
        publishedAt: sql`to_char(shown.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
        reviewedVersion: sql`shown.reviewed_version`,
      }),
      sql`from reviews shown where shown.paper_id = ${papers.id} and shown.status = 'published'
        order by shown.published_at desc, shown.id desc limit ${sql.raw(String(mostShownReviews))}`,
    ),
  },
};

/** Finds a paper by reference, if the viewer may see it. */
export function findPaper(
  db: Queryable,
  viewer: Viewer,
  reference: string,
  query: OneQuery,
): Promise<Paper | undefined> {
  return readOne(db, paperDetail, viewer, matchPaper(reference), query);
}

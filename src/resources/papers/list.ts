import { type SQL, sql } from 'drizzle-orm';
import { seesDrafts, type Viewer } from '../../access/viewer.ts';
import type { Queryable } from '../../db/client.ts';
import {
  paperAuthors,
  paperIdentifiers,
  paperLinks,
  papers,
  paperVersions,
  reviews,
} from '../../db/schema.ts';
import { identifierSchemes } from '../../identifiers/scheme.ts';
import { readOne } from '../../list/run.ts';
import type { ListSpec } from '../../list/spec.ts';
import { matchReference } from '../../slugs/slugged.ts';
import type { Paper } from './schema.ts';

/** The paper that a reference means: an id, a slug, or an identifier as `scheme:value`. */
export function matchPaper(reference: string): SQL {
  const [scheme, ...rest] = reference.split(':');
  if (rest.length === 0) return matchReference(papers, reference);
  return sql`${papers.id} = (select ${paperIdentifiers.paperId} from ${paperIdentifiers}
    where ${paperIdentifiers.scheme} = ${scheme} and ${paperIdentifiers.value} = ${rest.join(':')})`;
}

/** The value of one scheme's identifier of the paper, or null. */
export function identifierOf(scheme: (typeof identifierSchemes)[number]): SQL<string | null> {
  return sql`(select ${paperIdentifiers.value} from ${paperIdentifiers}
    where ${paperIdentifiers.paperId} = ${papers.id} and ${paperIdentifiers.scheme} = ${sql.raw(`'${scheme}'`)})`;
}

const version = sql`json_build_object('number', ${paperVersions.number}, 'releasedOn', ${paperVersions.releasedOn})`;

export const paperList: ListSpec<Paper, Viewer> = {
  name: 'papers',
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
    status: papers.status,
    identifiers: sql`json_build_object(${sql.join(
      identifierSchemes.map((scheme) => sql`${sql.raw(`'${scheme}'`)}, ${identifierOf(scheme)}`),
      sql`, `,
    )})`,
    authors: sql`(select coalesce(json_agg(json_build_object('name', ${paperAuthors.name}, 'orcid', ${paperAuthors.orcid})
      order by ${paperAuthors.position}), '[]') from ${paperAuthors} where ${paperAuthors.paperId} = ${papers.id})`,
    versions: sql`(select coalesce(json_agg(${version} order by ${paperVersions.number}), '[]')
      from ${paperVersions} where ${paperVersions.paperId} = ${papers.id})`,
    links: sql`(select coalesce(json_agg(json_build_object('kind', ${paperLinks.kind}, 'label', ${paperLinks.label}, 'url', ${paperLinks.url})
      order by ${paperLinks.position}), '[]') from ${paperLinks} where ${paperLinks.paperId} = ${papers.id})`,
    latestVersion: sql`(select ${version} from ${paperVersions}
      where ${paperVersions.paperId} = ${papers.id} order by ${paperVersions.number} desc limit 1)`,
    reviewCount: sql`(select count(*)::integer from ${reviews}
      where ${reviews.paperId} = ${papers.id} and ${reviews.status} = 'published')`,
    createdAt: papers.createdAt,
    updatedAt: papers.updatedAt,
    revision: papers.revision,
  },
  visible: (viewer) => (seesDrafts(viewer) ? undefined : sql`${papers.publicSince} is not null`),
  sorts: {
    publishedOn: [{ sql: sql`coalesce(${papers.publishedOn}, '-infinity'::date)`, cast: 'date' }],
    updatedAt: [{ sql: sql`${papers.updatedAt}`, cast: 'timestamptz' }],
    title: [{ sql: sql`${papers.title}`, cast: 'text', collate: 'und-x-icu' }],
  },
  defaultSort: '-publishedOn',
  filters: {},
};

/** The paper that a reference means, if the viewer may see it. */
export function findPaper(db: Queryable, viewer: Viewer, reference: string): Promise<Paper | undefined> {
  return readOne(db, paperList, viewer, matchPaper(reference));
}

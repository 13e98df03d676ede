import { type SQL, sql } from 'drizzle-orm';
import { arrayParameter } from '../db/driver/prepare.ts';
import { allEntities, type entities } from '../entities.ts';

/** The kinds with a search index. */
export type SearchedKind = {
  [Kind in keyof typeof entities]: (typeof entities)[Kind]['searched'] extends undefined ? never : Kind;
}[keyof typeof entities];

export const searchedKinds = allEntities.flatMap(({ kind, searched }) =>
  searched ? [kind as SearchedKind] : [],
);

/** The texts of an entity that are indexed. */
export interface Searched extends Record<string, unknown> {
  id: string;
  names: string[];
  /** Acronym and identifiers, which match a whole query. */
  exact: string[];
  heads: string[];
  /** Null where its lexemes are passed in. */
  body: string | null;
}

const identifiersOf = sql`array(select unnest(array[scheme || ':' || value, value])
  from paper_identifiers where paper_identifiers.paper_id = papers.id)`;
const authorsOf = sql`array(select name from paper_authors where paper_authors.paper_id = papers.id)`;
const present = (...texts: SQL[]) => sql`array_remove(array[${sql.join(texts, sql`, `)}], null)`;

/** The queries of the texts of each kind, as `Searched`. The argument is the condition on the id. */
export const searchedTexts: Record<SearchedKind, (which: SQL) => SQL> = {
  review: (which) => sql`
    select reviews.id, ${present(sql`reviews.title`, sql`papers.acronym`)} as names,
      ${present(sql`papers.acronym`)} || ${identifiersOf} as exact,
      ${present(sql`reviews.summary`, sql`papers.title`, sql`papers.venue`)} || named.tags || ${authorsOf} || ${identifiersOf} as heads,
      case when reviews.id <> all(${arrayParameter('known', 'uuid')}::uuid[]) then reviews.text end as body
    from reviews join papers on papers.id = reviews.paper_id,
      lateral (select array(select tags.name from review_tags join tags on tags.id = review_tags.tag_id
        where review_tags.review_id = reviews.id) as tags) named
    where reviews.id ${which}`,
  paper: (which) => sql`
    select papers.id, ${present(sql`papers.title`, sql`papers.acronym`)} as names,
      ${present(sql`papers.acronym`)} || ${identifiersOf} as exact,
      ${present(sql`papers.venue`)} || ${authorsOf} || ${identifiersOf} as heads,
      coalesce(papers.abstract, '') as body
    from papers where papers.id ${which}`,
};

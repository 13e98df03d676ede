import { and, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Queryable } from '../db/driver/client.ts';
import { type PublicState, readState, stateColumn } from '../db/unit-of-work/site.ts';
import type { SearchIndex } from '../entities.ts';
import { Problem } from '../problems.ts';
import { executeSearch } from '../query/search-timeout.ts';
import type { SearchMatch, SearchSpec, SortKey } from '../query/spec.ts';
import { listForms } from './hangul.ts';
import { highlight, mostSearched } from './highlight.ts';
import { correctedQuery, exactQuery, parseSearch, type Search, termQuery, variantsQuery } from './query.ts';
import { isUnspaced } from './runs.ts';
import { dictionaryWords, isOneEditAway, neighbours } from './spelling.ts';
import type { Term } from './term.ts';

/** An index table of lexemes, and the entities of its rows. */
export interface Searchable {
  index: SearchIndex;
  id: PgColumn;
  title: PgColumn;
  /** The text of snippets. */
  text: SQL;
  /** Further texts, as an array: phrases are searched in the title, the text and each of these. */
  around: SQL;
  /** The visibility predicate of anonymous callers; undefined where every row is public. */
  isPublic: SQL | undefined;
  ties: SortKey[];
}

/** Each costs an index scan, whatever its length. */
const mostTerms = 16;
/** Each is searched in the whole text of every candidate. */
const mostPhrases = 4;

/** Declares the search of a list; see `matchTerms` for matching and ranking. */
export function searchOn(searchable: Searchable): SearchSpec {
  return {
    ties: searchable.ties,
    // One character more shows whether the text goes on.
    shown: {
      title: searchable.title,
      text: sql`left(${searchable.text}, ${sql.raw(`${mostSearched + 1}`)})`,
    },
    async prepare(db, text) {
      const search = parseSearch(text);
      refuseMany(search);
      const { corrections, state } = await findCorrections(db, searchable, search.terms);
      return {
        match: matchTerms(searchable, search, corrections),
        state,
        highlight: (shown, most) =>
          highlight(
            search,
            corrections,
            String(shown.title),
            String(shown.text ?? ''),
            Math.min(most, mostSearched),
          ),
      };
    },
  };
}

/** @throws Problem invalid-parameter for too many terms or phrases */
function refuseMany({ terms, phrases }: Search): void {
  if (terms.length <= mostTerms && phrases.length <= mostPhrases) return;
  const detail =
    terms.length > mostTerms
      ? `has ${terms.length} different words: at most ${mostTerms} can be looked for at once`
      : `has ${phrases.length} phrases in quotes: at most ${mostPhrases} can be looked for at once`;
  throw new Problem('invalid-parameter', undefined, { errors: [{ parameter: 'q', detail }] });
}

/** Whether a term may be misspelled. */
export const isCorrectable = ({ text, kind }: Term) =>
  kind === 'inside' && dictionaryWords(text).includes(text);

/**
 * Spelling correction: for each term that no public text has, the known words one edit away; one statement, none without such a
 * term. Texts that are not public do not count, so that nothing is learnt of them.
 */
async function findCorrections(
  db: Queryable,
  { index, id, isPublic }: Searchable,
  terms: Term[],
): Promise<{ corrections: Map<Term, string[]>; state: PublicState | undefined }> {
  const spelled = terms.filter(isCorrectable);
  if (spelled.length === 0) return { corrections: new Map(), state: undefined };
  const near = [...new Set(spelled.flatMap(({ text }) => neighbours(text)))];
  const texts = spelled.map(({ text }) => text);
  const stands = spelled.map((term) => {
    const query = variantsQuery([term]) || termQuery(term);
    const holds = and(isPublic, sql`search_vector(${index.body}) @@ ${query}::tsquery`);
    return sql`case when exists (select from ${index} join ${id.table} on ${id} = ${index.id} where ${holds}) then ${term.text}::text end`;
  });
  // Nothing is looked up where no other word is near.
  const [found] = await executeSearch<{ words: string[]; standing: (string | null)[] | null; state: string }>(
    db,
    sql`
    select near.words, ${stateColumn} as state,
      case when not near.words <@ ${sql.param(texts)}::text[] then array[${sql.join(stands, sql`, `)}] end as standing
    from (select array(select word from search_words where neighbours && ${sql.param(near)}::text[]) as words offset 0) near`,
  );
  const words = found?.words ?? [];
  const standing = new Set(found?.standing);
  const corrections = spelled.map((term): [Term, string[]] => {
    const isNear = (word: string) => word !== term.text && isOneEditAway(term.text, word);
    return [term, standing.has(term.text) ? [] : words.filter(isNear)];
  });
  return { corrections: new Map(corrections), state: readState(found?.state) };
}

const ranks = {
  exact: 7,
  asTyped: { names: 6, heads: 5, body: 4 },
  variants: { names: 3, heads: 2, body: 1 },
  corrected: 0,
};

/**
 * Matching and ranking: every term has to match. The best rank is that of the whole query as acronym or identifier; then come
 * all terms as they are typed, in the title, with tags, summary and further texts, and with the body; then the same three
 * with terms written in other ways; last is a term that matched only by a correction of its spelling, outside the body.
 * Each rank is one index scan, since each column includes those before it; an entity has the best of its ranks. Hits are
 * sorted by rank, so that Postgres looks up only as many as fill the page.
 */
function matchTerms(
  { index, id, title, text, around }: Searchable,
  search: Search,
  corrections: Map<Term, string[]>,
): SearchMatch {
  const { names, heads, body } = index;
  const holds = (column: PgColumn, query: string) => sql`search_vector(${column}) @@ ${query}::tsquery`;
  const ranked = (rank: number, condition: SQL) =>
    sql`select ${index.id} as id, ${sql.raw(String(rank))} as rank from ${index} where ${condition}`;
  const { terms } = search;
  const whole = exactQuery(search);
  const scans = [ranked(ranks.exact, whole === null ? sql`false` : holds(names, whole))];
  const rankAll = (query: string, of: typeof ranks.asTyped) =>
    scans.push(
      ranked(of.names, holds(names, query)),
      ranked(of.heads, holds(heads, query)),
      ranked(of.body, holds(body, query)),
    );
  if (terms.length > 0) rankAll(terms.map(termQuery).join(' & '), ranks.asTyped);
  if (terms.some(({ variants }) => variants)) rankAll(variantsQuery(terms), ranks.variants);
  const corrected = terms.map((term) => correctedQuery(corrections.get(term) ?? []));
  for (const { asTyped, mistyped } of splitTerms(terms, corrected)) {
    const conditions = [holds(heads, mistyped), ...(asTyped === '' ? [] : [holds(body, asTyped)])];
    scans.push(ranked(ranks.corrected, sql.join(conditions, sql` and `)));
  }
  const phrases = search.phrases.map((runs) => sql`bool_or(part ~* ${phrasePattern(runs)})`);
  // OFFSET 0 is an optimisation fence: each part is normalised once for all phrases.
  const holdsPhrases = sql`(select ${sql.join(phrases, sql` and `)} from (
    select normalize(translate(part, ${unseen}, ''), NFKC) as part
    from unnest(array[${title}, ${text}] || ${around}) part offset 0) parts)`;
  return {
    join: {
      table: sql`(select id, max(rank) as rank from (${sql.join(scans, sql` union all `)}) ranked group by id order by rank desc) hit`,
      on: sql`hit.id = ${id}`,
    },
    where:
      phrases.length === 0 ? undefined : sql`(hit.rank = ${sql.raw(`${ranks.exact}`)} or ${holdsPhrases})`,
    rank: sql`hit.rank`,
  };
}

/** From so many correctable terms on, at most one is taken as misspelled: the combinations would be too many. */
export const manyCorrectable = 4;

/**
 * All readings of a query with at least one misspelled term: which are taken as typed, and which as corrected. Each is
 * one index scan, led by its rarest lexeme.
 * @param corrected the query of each term's corrections; null without any
 */
function splitTerms(terms: Term[], corrected: (string | null)[]): { asTyped: string; mistyped: string }[] {
  const mayBeSeveral = terms.filter(isCorrectable).length < manyCorrectable;
  const ways = terms.reduce<(string | null)[][]>(
    (known, _term, at) => {
      const query = corrected[at] ?? null;
      const asTyped = known.map((way) => [...way, null]);
      if (query === null) return asTyped;
      const before = mayBeSeveral ? known : known.filter((way) => way.every((one) => one === null));
      return [...asTyped, ...before.map((way) => [...way, query])];
    },
    [[]],
  );
  const join = (queries: string[]) => queries.map((query) => `(${query})`).join(' & ');
  return ways
    .filter((way) => way.some((query) => query !== null))
    .map((way) => ({
      asTyped: variantsQuery(terms.filter((_term, at) => way[at] === null)),
      mistyped: join(way.filter((query) => query !== null)),
    }));
}

/** Invisible characters within words, as in `foldForSearch`. */
const unseen = '\u00AD\u034F\u200C\u200D\u2060\uFE0E\uFE0F\uFEFF';

/** The letters of the scripts that `splitRuns` separates, in NFKC. */
const syllabic =
  '\u0E00-\u0EFF\u1000-\u109F\u1100-\u11FF\u1780-\u17FF\u3041-\u30FF\u3105-\u312F\u3400-\u4DBF\u4E00-\u9FFF\uA960-\uA97F\uAC00-\uD7FF';
/** Whether a run is syllabic: it is all of one class, but for marks. */
const anySyllabic = new RegExp(`[${syllabic}]`, 'u');
const isSyllabic = (run = '') => anySyllabic.test(run);

/** Combining marks without a composition, which belong to the word before them. */
const marks = '\u0300-\u036F\u3099\u309A';

/**
 * A regular expression of a phrase: the runs in sequence with only punctuation and spaces between, as whole words: no
 * letter of their class before or after, but for a Korean particle and in scripts without spaces. Runs are letters, marks and digits, so that none
 * has an operator.
 */
function phrasePattern(runs: string[]): string {
  const last = runs.at(-1) ?? '';
  const joined = runs.slice(0, -1).map((run, at) => {
    const sameScript = isSyllabic(run) === isSyllabic(runs[at + 1]);
    return `${run}[^[:alnum:]${marks}]${sameScript ? '+' : '*'}`;
  });
  const whole = `${joined.join('')}(?:${listForms(last).join('|')})`;
  const [before, after] = [neighboursOf(runs[0]).before, neighboursOf(last).after];
  return `${isUnspaced(runs[0] ?? '') ? '' : `(?<!${before})`}${whole}(?!${isUnspaced(last) ? '' : `${after}|`}[${marks}])`;
}

/**
 * The characters that would continue a run on either side: letters of its class, and marks that are not on another
 * class's.
 */
function neighboursOf(run?: string): { before: string; after: string } {
  if (isSyllabic(run)) return { before: `[${syllabic}][${marks}]*`, after: `[${syllabic}]` };
  const after = `(?![${syllabic}])[[:alnum:]]`;
  // A leading mark would combine with any letter before it.
  if (/^\p{M}/u.test(run ?? '')) return { before: `[[:alnum:]${marks}]`, after };
  return { before: `(?:${after}|(?:^|[^${syllabic}${marks}])[${marks}]+)`, after };
}

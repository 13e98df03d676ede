import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Queryable } from '../db/client.ts';
import { type PublicState, readState, stateColumn } from '../db/site.ts';
import { executeSearch } from '../list/search-timeout.ts';
import type { SearchMatch, SearchSpec, SortKey } from '../list/spec.ts';
import { Problem } from '../problems.ts';
import { listForms } from './hangul.ts';
import { highlight, mostSearched } from './highlight.ts';
import { correctedQuery, exactQuery, parseSearch, type Search, type Term, termQuery } from './query.ts';
import { dictionaryWords, isOneEditAway, neighbours } from './spelling.ts';

/** A table of lexemes, and the things whose they are. */
export interface Searchable {
  index: PgTable & { id: PgColumn; names: PgColumn; heads: PgColumn; body: PgColumn };
  id: PgColumn;
  title: PgColumn;
  /** The text that snippets are cut from. */
  text: SQL;
  /** The texts around it, as an array: phrases are looked for in the title, the text and each of these. */
  around: SQL;
  ties: SortKey[];
}

/** Each costs a question to the index, whatever its length. */
const mostTerms = 16;
/** Each is looked for in the whole text of whatever has its words. */
const mostPhrases = 4;

/** Declares a search for a list; `matchTerms` says what it finds and how it is ranked. */
export function searchOn(things: Searchable): SearchSpec {
  return {
    ties: things.ties,
    // One more, so that it is known whether the text goes on.
    shown: { title: things.title, text: sql`left(${things.text}, ${sql.raw(`${mostSearched + 1}`)})` },
    async prepare(db, text) {
      const search = parseSearch(text);
      refuseMany(search);
      const { corrections, state } = await findCorrections(db, search.terms);
      return {
        match: matchTerms(things, search, corrections),
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

/** @throws Problem invalid-parameter for more terms or phrases than are looked for */
function refuseMany({ terms, phrases }: Search): void {
  if (terms.length <= mostTerms && phrases.length <= mostPhrases) return;
  const detail =
    terms.length > mostTerms
      ? `has ${terms.length} different words: at most ${mostTerms} can be looked for at once`
      : `has ${phrases.length} phrases in quotes: at most ${mostPhrases} can be looked for at once`;
  throw new Problem('invalid-parameter', undefined, { errors: [{ parameter: 'q', detail }] });
}

/** Whether a term may be a mistyped word. */
export const isCorrectable = ({ text, kind }: Term) =>
  kind === 'inside' && dictionaryWords(text).includes(text);

/** For each term that may be mistyped, the known words one edit away: one statement, none when no term may be. */
async function findCorrections(
  db: Queryable,
  terms: Term[],
): Promise<{ corrections: Map<Term, string[]>; state: PublicState | undefined }> {
  const spelled = terms.filter(isCorrectable);
  if (spelled.length === 0) return { corrections: new Map(), state: undefined };
  const near = [...new Set(spelled.flatMap(({ text }) => neighbours(text)))];
  const [found] = await executeSearch<{ words: string[]; state: string }>(
    db,
    sql`
    select array(select word from search_words where neighbours && ${sql.param(near)}::text[]) as words, ${stateColumn} as state`,
  );
  const words = found?.words ?? [];
  const corrections = spelled.map((term): [Term, string[]] => [
    term,
    words.filter((word) => word !== term.text && isOneEditAway(term.text, word)),
  ]);
  return { corrections: new Map(corrections), state: readState(found?.state) };
}

/**
 * Every term has to be found, somewhere. The rank is 4 for the whole query as acronym or identifier, 3 when all terms
 * stand in the title, 2 with tags, summary and what else stands around, 1 with the body, and 0 when a term was found
 * only by a correction of its spelling, around the body. Each rank is one question to the index, since what is asked
 * about holds what is asked about before it; a thing has the best of its ranks. What is found comes by rank, so that
 * Postgres need not look up more of it than fills the page.
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
  const all = terms.map(termQuery).join(' & ');
  const ranks = [ranked(4, whole === null ? sql`false` : holds(names, whole))];
  if (terms.length > 0)
    ranks.push(ranked(3, holds(names, all)), ranked(2, holds(heads, all)), ranked(1, holds(body, all)));
  const corrected = terms.map((term) => correctedQuery(corrections.get(term) ?? []));
  for (const { asTyped, mistyped } of splitTerms(terms, corrected)) {
    const conditions = [holds(heads, mistyped), ...(asTyped === '' ? [] : [holds(body, asTyped)])];
    ranks.push(ranked(0, sql.join(conditions, sql` and `)));
  }
  const phrases = search.phrases.map((runs) => sql`bool_or(part ~* ${phrasePattern(runs)})`);
  // Each part is normalised once for all phrases; behind an offset Postgres does not do it again for each.
  const holdsPhrases = sql`(select ${sql.join(phrases, sql` and `)} from (
    select normalize(translate(part, ${unseen}, ''), NFKC) as part
    from unnest(array[${title}, ${text}] || ${around}) part offset 0) parts)`;
  return {
    join: {
      table: sql`(select id, max(rank) as rank from (${sql.join(ranks, sql` union all `)}) ranked group by id order by rank desc) hit`,
      on: sql`hit.id = ${id}`,
    },
    where: phrases.length === 0 ? undefined : sql`(hit.rank = 4 or ${holdsPhrases})`,
    rank: sql`hit.rank`,
  };
}

/** Of a query with so many terms that may be mistyped, one is at most: all ways to read it would be too many. */
export const manyCorrectable = 4;

/**
 * Every way to read a query with at least one mistyped term: which are meant as typed, and which as corrected. Each is a
 * question that the index answers by itself, led by what is rare in it.
 * @param corrected the query for the corrections of each term; null for one that has none
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
      asTyped: terms
        .filter((_term, at) => way[at] === null)
        .map(termQuery)
        .join(' & '),
      mistyped: join(way.filter((query) => query !== null)),
    }));
}

/** Stands inside words unseen, as in `foldForSearch`. */
const unseen = '\u00AD\u034F\u200C\u200D\u2060\uFE0E\uFE0F\uFEFF';

/** The letters of the scripts that `splitRuns` keeps apart from the others, as NFKC has them. */
const syllabic =
  '\u0E00-\u0EFF\u1000-\u109F\u1100-\u11FF\u1780-\u17FF\u3041-\u30FF\u3105-\u312F\u3400-\u4DBF\u4E00-\u9FFF\uA960-\uA97F\uAC00-\uD7FF';
/** Whether a run is of them: it is all of one kind, but for marks. */
const anySyllabic = new RegExp(`[${syllabic}]`, 'u');
const isSyllabic = (run = '') => anySyllabic.test(run);

/** Marks that compose with nothing go on with the word before them. */
const marks = '\u0300-\u036F\u3099\u309A';

/**
 * The runs one after the other, with nothing but signs between, as whole words: nothing of their own script before or
 * after, but for a Korean particle. Runs are letters, marks and digits only, so that nothing in them is an operator.
 */
function phrasePattern(runs: string[]): string {
  const last = runs.at(-1) ?? '';
  const joined = runs.slice(0, -1).map((run, at) => {
    const sameScript = isSyllabic(run) === isSyllabic(runs[at + 1]);
    return `${run}[^[:alnum:]${marks}]${sameScript ? '+' : '*'}`;
  });
  const whole = `${joined.join('')}(?:${listForms(last).join('|')})`;
  const [before, after] = [neighboursOf(runs[0]).before, neighboursOf(last).after];
  return `(?<!${before})${whole}(?!${after}|[${marks}])`;
}

/** What a run would go on with, on either side: letters of its kind, and marks before it that are on none of the other. */
function neighboursOf(run?: string): { before: string; after: string } {
  if (isSyllabic(run)) return { before: `[${syllabic}][${marks}]*`, after: `[${syllabic}]` };
  const after = `(?![${syllabic}])[[:alnum:]]`;
  // A mark that stands first would be on whatever letter is before it.
  if (/^\p{M}/u.test(run ?? '')) return { before: `[[:alnum:]${marks}]`, after };
  return { before: `(?:${after}|(?:^|[^${syllabic}${marks}])[${marks}]+)`, after };
}

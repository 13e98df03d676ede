import { sql } from 'drizzle-orm';
import type { Queryable } from '../db/driver/client.ts';
import { writeList, writeObject } from './json.ts';
import type { ListPlan } from './plan.ts';
import { type RunStatement, writeSelect } from './prepared.ts';
import { mostValues } from './query.ts';
import { longestSearch } from './search-timeout.ts';
import type { ListSpec } from './spec.ts';
import { buildOnce } from './statements.ts';

/** The counts of each facet's values, the largest first. */
export type FacetCounts = Record<string, { value: string; name: string; count: number }[]>;

/**
 * Counts all matches of the plan by its facets; one statement.
 * @param asLatin1 see `isLatin1`
 */
export async function countFacets<Row, Viewer>(
  db: Queryable,
  spec: ListSpec<Row, Viewer>,
  plan: ListPlan,
  asLatin1: boolean,
): Promise<FacetCounts> {
  const { parts, values, facets } = plan;
  const { run, names } = buildOnce(
    parts && { objects: parts.objects, values: ['facets', parts.conditions, facets] },
    () => buildCounts(spec, plan),
  );
  const [row = []] = await run(db, values, asLatin1);
  return Object.fromEntries(names.map((name, at) => [name, row[at]])) as FacetCounts;
}

function buildCounts<Row, Viewer>(
  spec: ListSpec<Row, Viewer>,
  plan: ListPlan,
): { run: RunStatement; names: string[] } {
  const join = plan.join ? sql`join ${plan.join.table} on ${plan.join.on}` : sql``;
  const where = plan.where ? sql`where ${plan.where}` : sql``;
  const facets = plan.facets.flatMap((name) => {
    const facet = spec.facets?.[name];
    return facet ? [{ name, ...facet }] : [];
  });
  // Each column once, so that the rows are read once for all facets.
  const columns = [...new Set([spec.id, ...facets.flatMap((facet) => facet.of)])];
  const counts = facets.map(({ count }) =>
    writeList(
      writeObject({ value: sql`value`, name: sql`name`, count: sql`count` }),
      sql`from (select value::text, name::text, count::integer from (${count(sql`matching`)}) counted) counted
        order by count desc, value limit ${mostValues}`,
    ),
  );
  const run = writeSelect(
    sql`with matching as (select ${sql.join(columns, sql`, `)} from ${spec.table} ${join} ${where})
      select ${sql.join(counts, sql`, `)}`,
    plan.join && longestSearch,
  );
  return { run, names: facets.map(({ name }) => name) };
}

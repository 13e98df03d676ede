import { sql } from 'drizzle-orm';
import type { Queryable } from '../db/client.ts';
import type { ListPlan } from './plan.ts';
import { mostValues } from './query.ts';
import type { ListSpec } from './spec.ts';

/** For each facet its values with how many of all that matches have it, most first. */
export type FacetCounts = Record<string, { value: string; name: string; count: number }[]>;

/** Counts all that the plan matches, whatever its page, by every facet that it names: one statement. */
export async function countFacets<Row, Viewer>(
  db: Queryable,
  spec: ListSpec<Row, Viewer>,
  plan: ListPlan,
): Promise<FacetCounts> {
  const join = plan.join ? sql`join ${plan.join.table} on ${plan.join.on}` : sql``;
  const where = plan.where ? sql`where ${plan.where}` : sql``;
  const facets = plan.facets.flatMap((name) => {
    const facet = spec.facets?.[name];
    return facet ? [{ name, ...facet }] : [];
  });
  // Each column once. With them the things themselves are read once, however many facets there are.
  const columns = [...new Set([spec.id, ...facets.flatMap((facet) => facet.of)])];
  const branches = facets.map(
    ({ name, count }) =>
      sql`(select ${name}::text as facet, value::text, name::text, count::integer from (${count(sql`matching`)}) counted
        order by count desc, value limit ${mostValues})`,
  );
  const rows = await db.execute<{ facet: string; value: string; name: string; count: number }>(sql`
    with matching as (select ${sql.join(columns, sql`, `)} from ${spec.table} ${join} ${where})
    ${sql.join(branches, sql` union all `)}`);
  const counts: FacetCounts = Object.fromEntries(plan.facets.map((name) => [name, []]));
  for (const { facet, value, name, count } of rows) counts[facet]?.push({ value, name, count });
  return counts;
}

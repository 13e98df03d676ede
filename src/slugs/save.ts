import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../db/client.ts';
import { type BodyFault, Problem } from '../problems.ts';
import { formerly } from './history.ts';
import type { Slugged } from './slugged.ts';

/** What became of a thing that was to be there: it was created, updated, or as it had to be already. */
export interface Saved {
  id: string;
  slug: string;
  revision: number;
  outcome: 'created' | 'updated' | 'unchanged';
  /** What of it was not done, by its place in what was sent. */
  leftOut?: BodyFault[];
}

/** @param before the revision that it had; null when there was none */
export function tellSaved(
  before: number | null,
  { id, slug, revision }: { id: string; slug: string; revision: number },
): Saved {
  const outcome = before === null ? 'created' : before === revision ? 'unchanged' : 'updated';
  return { id, slug, revision, outcome };
}

/** A thing that is known by a slug that it has, or had. */
export interface KnownThing {
  id: string;
  /** It has another slug now, which is left to it. */
  isFormer: boolean;
}

/** The thing that has a slug, or else had it; one statement. */
export async function findBySlug(
  tx: Tx,
  { kind, table, holding = sql`true` }: Slugged,
  slug: string,
): Promise<KnownThing | undefined> {
  const former: SQL = sql`${table.id} = (${formerly(kind, slug)})`;
  const [found] = await tx.execute<{ id: string; isFormer: boolean }>(sql`
    select ${table.id} as id, ${table.slug} <> ${slug} as "isFormer" from ${table}
    where ${holding} and (${table.slug} = ${slug} or ${former}) order by 2 limit 1`);
  return found;
}

/** What is to be there has to be told from everything else. */
export function hiddenThing(kind: string): Problem {
  return new Problem('conflict', `A ${kind} that this key may not see is known by this already.`);
}

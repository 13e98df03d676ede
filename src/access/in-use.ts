import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../db/driver/client.ts';
import { reviews } from '../db/schema/tables.ts';
import { seesDrafts, type Viewer } from './viewer.ts';

/** The numbers of reviews that use an entity. */
export interface UseCounts {
  published: number;
  /** Including trashed ones. */
  all: number;
}

/** The aggregates over reviews. */
export const useCounts = {
  published: sql<number>`(count(*) filter (where ${reviews.status} = 'published'))::integer`,
  all: sql<number>`count(*)::integer`,
};

/** Counts the reviews of a condition; one statement. */
export async function countUse(tx: Tx, where: SQL): Promise<UseCounts> {
  const [counts] = await tx.select(useCounts).from(reviews).where(where);
  return counts ?? { published: 0, all: 0 };
}

/**
 * Describes the use of an entity for a problem: a key learns the number of the reviews that it may see, and of others
 * only that there are some.
 * @returns undefined when nothing uses it
 */
export function describeUse({ published, all }: UseCounts, viewer: Viewer): string | undefined {
  if (all === 0) return undefined;
  const seen = seesDrafts(viewer) ? all : published;
  return seen > 0 ? `${seen} reviews` : 'reviews that this key may not see';
}

/** A suffix for numbers that include trashed reviews. */
export const trashCounted = (viewer: Viewer) => (seesDrafts(viewer) ? ', those in the trash counted' : '');

import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../db/client.ts';
import { reviews } from '../db/schema.ts';
import { seesDrafts, type Viewer } from './viewer.ts';

/** How many reviews use a thing. */
export interface UseCounts {
  published: number;
  /** Those in the trash too. */
  all: number;
}

/** The columns of an aggregate over reviews. */
export const useCounts = {
  published: sql<number>`(count(*) filter (where ${reviews.status} = 'published'))::integer`,
  all: sql<number>`count(*)::integer`,
};

/** Counts the reviews that a condition finds; one statement. */
export async function countUse(tx: Tx, where: SQL): Promise<UseCounts> {
  const [counts] = await tx.select(useCounts).from(reviews).where(where);
  return counts ?? { published: 0, all: 0 };
}

/**
 * What uses a thing, as a problem says it: a key is told the number of the reviews that it may see, and of others only
 * that there are some.
 * @returns undefined when nothing uses it
 */
export function describeUse({ published, all }: UseCounts, viewer: Viewer): string | undefined {
  if (all === 0) return undefined;
  const seen = seesDrafts(viewer) ? all : published;
  return seen > 0 ? `${seen} reviews` : 'reviews that this key may not see';
}

/** What is added to a number of reviews, where it has those in the trash in it. */
export const trashCounted = (viewer: Viewer) => (seesDrafts(viewer) ? ', those in the trash counted' : '');

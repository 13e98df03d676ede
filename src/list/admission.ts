import type { Queryable } from '../db/client.ts';
import { MemoryBudget, type Reservation } from '../memory-budget.ts';

/** A page is there as rows, texts, JSON and bytes while it is made. */
const copies = 4;
/** Shorter pages wait for nobody, in bytes. */
const short = 2 ** 20;
/** What pages with heavy columns take together: one of 8 MiB while it is made, two more while they are sent. */
const budget = new MemoryBudget(48 * 2 ** 20, 30_000);

/** Measures a page without reading it. @returns the bytes of its heavy columns */
type Measure = (db: Queryable, values?: Record<string, unknown>) => Promise<number>;

/**
 * Admission control of a statement by the memory that its pages take. How long a page is is known after it is read; until
 * then it counts as the longest one lately, and where there is no room for that it is measured first.
 * @param longest how long a page can be, in bytes
 */
export function makeAdmission(measure: Measure, longest: number) {
  let expected = longest;
  /** @throws Problem unavailable when there is no room in time */
  const admit = async (db: Queryable, values?: Record<string, unknown>): Promise<Reservation> => {
    if (expected <= short || budget.hasRoom(expected * copies)) return budget.reserve(expected * copies);
    const bytes = await measure(db, values);
    return bytes <= short ? budget.reserve(bytes * copies) : budget.acquire(bytes * copies);
  };
  /** Adjusts the reservation to the length that the page turned out to have. */
  const note = (hold: Reservation, bytes: number) => {
    // A maximum that decays: one short page says little of the next.
    expected = Math.max(bytes, expected * 0.9);
    hold.resize(bytes * copies);
  };
  return { admit, note };
}

/** Works on what was read, and gives back what it holds when that fails. */
export async function holding<T>(hold: Reservation | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    hold?.release();
    throw error;
  }
}

import type { Queryable } from '../db/driver/client.ts';
import { MemoryBudget, type Reservation } from '../runtime/memory-budget.ts';

/** The copies of a page in memory: rows, strings, JSON and bytes. */
const copies = 4;
/** The longest page that never waits, in bytes. */
const short = 2 ** 20;
/** The memory of all pages with heavy columns: one of 8 MiB that is being read, and two that are being sent. */
const budget = new MemoryBudget(48 * 2 ** 20, 30_000);

/** Measures a page without reading it. @returns the bytes of its heavy columns */
type Measure = (db: Queryable, values?: Record<string, unknown>) => Promise<number>;

/**
 * Admission control of a statement by the memory of its pages. A page's length is known after reading; until then it is
 * estimated as the longest recent one, and without room for that the page is measured first.
 * @param longest the maximum of a page, in bytes
 */
export function makeAdmission(measure: Measure, longest: number) {
  let expected = longest;
  /** @throws Problem unavailable after 30 seconds without room */
  const admit = async (db: Queryable, values?: Record<string, unknown>): Promise<Reservation> => {
    if (expected <= short || budget.hasRoom(expected * copies)) return budget.reserve(expected * copies);
    const bytes = await measure(db, values);
    return bytes <= short ? budget.reserve(bytes * copies) : budget.acquire(bytes * copies);
  };
  /** Resizes the reservation to the actual length of the page. */
  const record = (reservation: Reservation, bytes: number) => {
    // A maximum that decays: one short page says little of the next.
    expected = Math.max(bytes, expected * 0.9);
    reservation.resize(bytes * copies);
  };
  return { admit, record };
}

/** Releases a reservation when the work fails. */
export async function releaseOnError<T>(hold: Reservation | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    hold?.release();
    throw error;
  }
}

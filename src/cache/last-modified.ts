import { LRUCache } from 'lru-cache';

/** The Last-Modified of a representation, in seconds of Unix time, by the database's clock. */
export interface Modified {
  /** The date within the second of the change, in which another may follow. */
  preliminary: number;
  /** The date after that second. */
  settled: number;
  /** The end of that second, in milliseconds. */
  settlesAt: number;
  /** A copy with this date or a later one is current. */
  since: number;
}

/** The bound of the dates, in bytes. */
const mostBytes = 4 * 2 ** 20;
const overhead = 150;

/** The seconds between the date of a change and its commit, at most. */
const longestCommit = 5;

/**
 * `Last-Modified` as a validator that hides no change (RFC 9110, 8.8.2): each representation has a date of its own, which
 * stays as long as its bytes do. Dates are whole seconds: a change is dated the second after it, and within its own second,
 * that.
 */
export class LastModified {
  readonly #seen = new LRUCache<string, { tag: string; at: number; changed: number }>({
    maxSize: mostBytes,
    sizeCalculation: ({ tag }, name) => 2 * (name.length + tag.length) + overhead,
  });

  /**
   * @param name the cache key of the representation
   * @param tag the ETag of its bytes
   * @param second of the last public change, by the database's clock
   */
  record(name: string, tag: string, second: number, now = Date.now()): Modified {
    const before = this.#seen.get(name);
    const isSame = before?.tag === tag;
    const changed = isSame ? before.changed : second;
    const isFresh = now < (changed + 1) * 1000;
    // Successive representations never have the same date.
    const earliest = before && !isSame ? before.at + 1 : 0;
    const isKept = isSame && (before.at > changed || isFresh);
    const at = isKept ? before.at : Math.max(isFresh ? changed : changed + 1, earliest);
    this.#seen.set(name, { tag, at, changed });
    return {
      preliminary: at,
      settled: Math.max(at, changed + 1),
      settlesAt: (Math.max(second, changed) + 1) * 1000,
      since: Math.max(second, at) + 1 + longestCommit,
    };
  }
}

const dateOf = ({ preliminary, settled, settlesAt }: Modified, now: number) =>
  now < settlesAt ? preliminary : settled;

/**
 * Whether `If-Modified-Since` is false (RFC 9110, 13.1.3): a copy of the date is current. A future date and an invalid one
 * are ignored.
 */
export function isUnmodifiedSince(date: string, modified: Modified, now = Date.now()): boolean {
  const seconds = readHttpDate(date);
  if (seconds === undefined) return false;
  return seconds === dateOf(modified, now) || (seconds >= modified.since && seconds * 1000 <= now);
}

/** Whether `If-Unmodified-Since` is false (RFC 9110, 13.1.4): the representation is newer than the date. */
export function isModifiedSince(date: string, modified: Modified, now = Date.now()): boolean {
  const seconds = readHttpDate(date);
  return seconds !== undefined && seconds < dateOf(modified, now);
}

/** The Last-Modified header, name and value. */
export function writeLastModified(modified: Modified | undefined, now = Date.now()): string[] {
  return modified ? ['last-modified', writeHttpDate(dateOf(modified, now))] : [];
}

export const writeHttpDate = (seconds: number): string => new Date(seconds * 1000).toUTCString();

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const month = `(${months.join('|')})`;
const day = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const longDay = '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)';
const time = '(\\d\\d):(\\d\\d):(\\d\\d)';
const imfDate = new RegExp(`^${day}, (\\d\\d) ${month} (\\d{4}) ${time} GMT$`);
const rfc850Date = new RegExp(`^${longDay}, (\\d\\d)-${month}-(\\d\\d) ${time} GMT$`);
const asctimeDate = new RegExp(`^${day} ${month} ([ \\d]\\d) ${time} (\\d{4})$`);

/** Reads a date in one of the three forms of RFC 9110, 5.6.7. @returns seconds of Unix time; undefined for anything else */
export function readHttpDate(text: string, now = Date.now()): number | undefined {
  const [, d1, m1, y1, ...t1] = imfDate.exec(text) ?? [];
  if (d1 !== undefined) return secondsOf(Number(y1), m1, d1, t1);
  const [, m2, d2, h, m, s, y2] = asctimeDate.exec(text) ?? [];
  if (d2 !== undefined) return secondsOf(Number(y2), m2, d2, [`${h}`, `${m}`, `${s}`]);
  const [, d3, m3, y3, ...t3] = rfc850Date.exec(text) ?? [];
  if (d3 === undefined) return undefined;
  // A two-digit year more than fifty years in the future is of the century before (RFC 9110, 5.6.7).
  const present = new Date(now).getUTCFullYear();
  const year = present - (present % 100) + Number(y3);
  return secondsOf(year > present + 50 ? year - 100 : year, m3, d3, t3);
}

function secondsOf(
  year: number,
  name: string | undefined,
  date: string,
  clock: string[],
): number | undefined {
  const [hour = 0, minute = 0, second = 0] = clock.map(Number);
  const place = months.indexOf(`${name}`);
  const moment = new Date(Date.UTC(year, place, Number(date), hour, minute, Math.min(second, 59)));
  const isReal = moment.getUTCMonth() === place && hour < 24 && minute < 60 && second <= 60;
  return isReal ? moment.getTime() / 1000 : undefined;
}

import { LRUCache } from 'lru-cache';

/** When a representation was last modified, in seconds of Unix time. */
export interface Modified {
  /** What `Last-Modified` says. */
  at: number;
  /** Nothing at all has changed since: a copy of that time or a later one is the present one. */
  since: number;
  /** While the second of the change goes on, another could follow in it: until then, in milliseconds; 0 when it is over. */
  freshUntil: number;
  /** What `Last-Modified` says from then on. */
  settled: number;
}

/** How much memory the names of representations take, in bytes. */
const mostBytes = 4 * 2 ** 20;
const overhead = 150;

/**
 * `Last-Modified` as a validator that hides no change (RFC 9110, 8.8.2): each representation of an address has a date of
 * its own, and keeps it for as long as its bytes stay as they are, whatever else is written. Dates are whole seconds, so
 * that one is told as the second after the change, when that has come; within the second of the change as that second.
 */
export class LastModified {
  readonly #seen = new LRUCache<string, { tag: string; at: number; changed: number }>({
    maxSize: mostBytes,
    sizeCalculation: ({ tag }, name) => 2 * (name.length + tag.length) + overhead,
  });

  /**
   * @param name names the address and whatever else the answer depends on
   * @param tag names the bytes that are answered
   * @param changedAt when the public content last changed, by the database's clock, as ISO 8601
   */
  note(name: string, tag: string, changedAt: string, now = Date.now()): Modified {
    const second = Math.floor(Date.parse(changedAt) / 1000);
    const before = this.#seen.get(name);
    const changed = before?.tag === tag ? before.changed : second;
    const wasFresh = now < (changed + 1) * 1000;
    // Two that follow each other never have one date.
    const earliest = before && before.tag !== tag ? before.at + 1 : 0;
    const isSettled = before?.tag === tag && (before.at > changed || wasFresh);
    const at = isSettled ? before.at : Math.max(wasFresh ? changed : changed + 1, earliest);
    this.#seen.set(name, { tag, at, changed });
    const freshUntil = (Math.max(second, changed) + 1) * 1000;
    return {
      at,
      since: Math.max(second + 1, at),
      freshUntil: now < freshUntil ? freshUntil : 0,
      settled: at > changed ? at : changed + 1,
    };
  }
}

/** Whether a copy of the date is the present representation (RFC 9110, 13.1.3): `If-Modified-Since` is false. */
export function isUnmodifiedSince(date: string, { at, since, freshUntil }: Modified): boolean {
  const seconds = readHttpDate(date);
  if (seconds === undefined) return false;
  return seconds === at || (freshUntil === 0 && seconds >= since);
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
  // Two digits that seem to be more than fifty years ahead are of the century before.
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

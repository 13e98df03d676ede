/** The date of a representation, by the clock of the database. */
export interface Modified {
  /** The second after the last change, in seconds of Unix time: what `Last-Modified` says. */
  at: number;
  /**
   * Whether another change of that second can no longer appear. Before that it is no validator: `Last-Modified` is not
   * sent, and a copy of that date may be another.
   */
  isSettled: boolean;
}

/**
 * Whether a copy of the date is the present representation (RFC 9110, 13.1.3): `If-Modified-Since` is false. A date to
 * come and what is no date are ignored.
 */
export function isUnmodifiedSince(date: string, { at, isSettled }: Modified, now = Date.now()): boolean {
  const seconds = readHttpDate(date);
  return isSettled && seconds !== undefined && seconds >= at && seconds * 1000 <= now;
}

/** Whether the representation is newer than the date (RFC 9110, 13.1.4): `If-Unmodified-Since` is false. */
export function isModifiedSince(date: string, { at }: Modified): boolean {
  const seconds = readHttpDate(date);
  return seconds !== undefined && seconds < at;
}

/** The header of a representation, names and values in turn; none before the date is settled and has come. */
export function writeLastModified(modified: Modified | undefined, now = Date.now()): string[] {
  if (!modified?.isSettled || modified.at * 1000 > now) return [];
  return ['last-modified', writeHttpDate(modified.at)];
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

import { rules } from '../../validation/rules.ts';
import { isTimeZone, offsetIn } from './time-zone.ts';

interface Day {
  year: string;
  month: string;
  day: string;
}

const english = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const month = String.raw`(?<name>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?`;

/** A day at the beginning of a text, in the spellings of notes. */
const days = [
  /^(?<year>\d{4})(?<sign>[-/.])\s*(?<month>\d{1,2})\k<sign>\s*(?<day>\d{1,2})\.?(?!\d)/u,
  /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?!\d)/u,
  /^(?<year>\d{4})\s*[년年]\s*(?<month>\d{1,2})\s*[월月]\s*(?<day>\d{1,2})\s*[일日号]/u,
  // Only where one of the two can be no month.
  /^(?<month>0?[1-9]|1[0-2])(?<sign>[-/.])(?<day>1[3-9]|2\d|3[01])\k<sign>(?<year>\d{4})(?!\d)/u,
  /^(?<day>1[3-9]|2\d|3[01])(?<sign>[-/.])(?<month>0?[1-9]|1[0-2])\k<sign>(?<year>\d{4})(?!\d)/u,
  new RegExp(
    String.raw`^(?:[a-z]{3,9}\.?,\s+)?${month}\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})`,
    'iu',
  ),
  new RegExp(
    String.raw`^(?:[a-z]{3,9}\.?,\s+)?(?<day>\d{1,2})(?:st|nd|rd|th)?[\s-]+${month},?[\s-]+(?<year>\d{4})`,
    'iu',
  ),
];

/** A day of the week, as Korean, Chinese and Japanese write it behind a date. */
const weekday =
  /^\s*(?:[(（][월화수목금토일月火水木金土日](?:요일|曜日)?[)）]|[월화수목금토일]요일|[월화수목금토일](?=\s|$)|星期[一二三四五六日天]|周[一二三四五六日]|[(（](?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[)）])/iu;
const noon = { am: /^(?:오전|上午|午前|am|a\.m\.)$/i, pm: /^(?:오후|下午|午後|pm|p\.m\.)$/i };
const time =
  /^(?:[Tt,]|\s*at\s)?\s*(?:(?<before>오전|오후|上午|下午|午前|午後)\s*)?(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?<fraction>\.\d{1,9})?)?\s*(?<after>[ap]\.?m\.?)?\s*(?<zone>[a-z]{1,5}(?:[+-]\d\d?(?::?\d\d)?)?|[+-]\d\d(?::?\d\d)?|[a-z]+\/[a-z_/]+)?$/iu;
/** `10시 30분` and the like. */
const spoken = /(\d{1,2})\s*[시時时点點](?:\s*(\d{1,2})\s*[분分])?(?:\s*\d{1,2}\s*[초秒])?/u;

/** The names of zones that mean one offset wherever they are written; such as CST and IST are none. */
const zones: Record<string, string> = {
  ...{
    z: '+00:00',
    utc: '+00:00',
    gmt: '+00:00',
    kst: '+09:00',
    jst: '+09:00',
    hkt: '+08:00',
    sgt: '+08:00',
  },
  ...{
    est: '-05:00',
    edt: '-04:00',
    cdt: '-05:00',
    mst: '-07:00',
    mdt: '-06:00',
    pst: '-08:00',
    pdt: '-07:00',
  },
  ...{
    cet: '+01:00',
    cest: '+02:00',
    eet: '+02:00',
    eest: '+03:00',
    wet: '+00:00',
    aest: '+10:00',
    aedt: '+11:00',
  },
};

/**
 * Reads a day or a moment as notes have them: ISO 8601, RFC 5322, `2024-05-20 10:00:00 +0900`, `2024. 5. 20.`, `2024년 5월 20일`,
 * `2024年5月20日`, `May 20, 2024`, `20 May 2024`, `20240520`, `5/20/2024`. What is without an offset is UTC, what is without a time
 * begins at midnight in UTC. Days whose month may be taken for the day (`5/6/2024`) are none.
 * @param timeZone that of a time without an offset
 * @returns ISO 8601 in UTC with milliseconds; null when it is no such moment
 */
export function readMoment(text: string, timeZone = 'UTC'): string | null {
  // Of a range, as Notion writes it, the first day.
  const plain = text
    .trim()
    .replace(/\s+→\s.*$/su, '')
    .replace(/^@(?=\S)/, '');
  for (const pattern of days) {
    const found = pattern.exec(plain);
    if (!found?.groups) continue;
    const { year = '', month: number, name, day = '' } = found.groups;
    const index = name === undefined ? number : String(english.indexOf(name.slice(0, 3).toLowerCase()) + 1);
    const rest = plain.slice(found[0].length).replace(weekday, '');
    return readTime({ year, month: index ?? '', day }, rest, timeZone);
  }
  return null;
}

function readTime({ year, month, day }: Day, rest: string, timeZone: string): string | null {
  const clock = rest.replace(spoken, (_, hour: string, minute = '00') => `${hour}:${two(minute)}`);
  const parts = clock.trim() === '' ? {} : time.exec(clock)?.groups;
  if (!parts) return null;
  const { before, hour, minute = '00', second = '00', fraction = '', after, zone } = parts;
  const hours = readHours(Number(hour ?? 0), before ?? after);
  if (hours === null) return null;
  const wallClock = `${year}-${two(month)}-${two(day)}T${two(String(hours))}:${minute}:${second}${fraction}`;
  const isNamed = zone?.includes('/') === true;
  if (isNamed && !isTimeZone(zone)) return null;
  const place = isNamed ? zone : timeZone;
  const offset = zone === undefined || isNamed ? hour && offsetIn(place, wallClock) : readOffset(zone);
  if (offset === null) return null;
  const ruling = rules.timestamp(wallClock + (offset ?? '+00:00'));
  return ruling.ok ? ruling.value : null;
}

function readHours(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return noon.pm.test(half) && hour < 24 && hour > 12 ? hour : null;
  return (hour % 12) + (noon.pm.test(half) ? 12 : 0);
}

function readOffset(zone: string): string | null {
  const named = zones[zone.toLowerCase()];
  if (named !== undefined) return named;
  const [, sign, hours = '', minutes = '00'] = /^(?:utc|gmt)?([+-])(\d\d?)(?::?(\d\d))?$/i.exec(zone) ?? [];
  return sign === undefined ? null : `${sign}${two(hours)}:${minutes}`;
}

const two = (number: string) => number.padStart(2, '0');

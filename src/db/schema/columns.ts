import { randomFillSync } from 'node:crypto';
import { customType } from 'drizzle-orm/pg-core';

/**
 * timestamptz(3) as ISO 8601 in UTC: Postgres sends `2024-05-27 01:02:03.12+00` (where the session's time zone is UTC), and
 * rows have the form of the wire, `2024-05-27T01:02:03.120Z`.
 * @throws RangeError on reading any other text: of another time zone, `infinity`, before year 1 or after 9999
 */
export const timestamptz = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp(3) with time zone',
  fromDriver: (text) => {
    if (text.charAt(10) !== ' ' || !text.endsWith('+00')) {
      throw new RangeError(`Not a moment in UTC: ${text}`);
    }
    const seconds = text.length === 22 ? `${text.slice(11, 19)}.000` : `${text.slice(11, -3)}00`.slice(0, 12);
    return `${text.slice(0, 10)}T${seconds}Z`;
  },
});

let lastMoment = 0;
let counter = 0;
/** A buffer of random bytes for many ids: sixteen cost as much as thousands. */
const randomBytes = Buffer.alloc(8192);
let taken = randomBytes.length;

/**
 * A UUIDv7 (RFC 9562, 5.7): 48 bits of Unix milliseconds, a counter that orders those of one millisecond (6.2, method 1),
 * and random bits.
 */
export function uuidv7(): string {
  const now = Date.now();
  if (taken === randomBytes.length) {
    randomFillSync(randomBytes);
    taken = 0;
  }
  const bytes = randomBytes.subarray(taken, taken + 16);
  taken += 16;
  if (now > lastMoment) {
    lastMoment = now;
    counter = bytes.readUInt16BE(6) & 0x7ff;
  } else {
    counter += 1;
    if (counter > 0xfff) {
      lastMoment += 1;
      counter = 0;
    }
  }
  bytes.writeUIntBE(lastMoment, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const text = bytes.toString('hex');
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`;
}

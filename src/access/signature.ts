import { createHmac, timingSafeEqual } from 'node:crypto';

/** How long a signed URL is valid at least, in seconds; it ends at a full half hour, so that answers do not change each second. */
const lifetime = 3600;
const granularity = 1800;

/** A signature of an image for a time: HMAC-SHA256 (RFC 2104), 128 bits of it. */
function signatureOf(secret: string, id: string, expires: string): string {
  return createHmac('sha256', secret).update(`${id} ${expires}`).digest('base64url').slice(0, 22);
}

/**
 * The query of a signed URL of an image, which grants it to all who have it until it expires.
 * @param now in Unix time
 * @param until when it expires at the latest, in Unix time
 */
export function signImage(secret: string, id: string, now: number, until = Infinity): string {
  const expires = `${Math.min(Math.ceil((now + lifetime) / granularity) * granularity, Math.floor(until))}`;
  return `expires=${expires}&signature=${signatureOf(secret, id, expires)}`;
}

/** Verifies the query of a signed URL. @param now in Unix time, by the clock of the database */
export function isSigned(
  secret: string,
  id: string,
  { expires = '', signature = '' }: { expires?: string; signature?: string },
  now: number,
): boolean {
  if (!/^\d{1,12}$/.test(expires) || Number(expires) <= now) return false;
  const wanted = Buffer.from(signatureOf(secret, id, expires));
  const sent = Buffer.from(signature);
  return sent.length === wanted.length && timingSafeEqual(sent, wanted);
}

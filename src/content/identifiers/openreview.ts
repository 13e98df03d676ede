import { hasWebScheme, readAddress, type WebAddress } from './address.ts';
import { LONGEST_SPELLING, type ParsedIdentifier, refuse } from './parsed.ts';

const FORUM = /^[A-Za-z0-9_-]{6,64}$/;

/** The unchecked forum id in an OpenReview URL (empty without one); null for any other URL. */
export function openreviewInAddress(address: WebAddress): string | null {
  if (!/^(?:[a-z0-9-]+\.)?openreview\.net$/.test(address.host)) return null;
  return address.query.get('id') ?? '';
}

/** Parses an OpenReview forum id, bare, after `openreview:` or in a URL (`forum?id=…`, `pdf?id=…`); case-sensitive. */
export function parseOpenreview(text: string): ParsedIdentifier {
  const trimmed = text.length > LONGEST_SPELLING ? '' : text.trim();
  const address = readAddress(trimmed);
  const found = address && openreviewInAddress(address);
  if (found === null && hasWebScheme(trimmed)) {
    return refuse(
      'This address is none of OpenReview. Write the id of the forum, or https://openreview.net/forum?id=….',
    );
  }
  const id = (found ?? trimmed).replace(/^openreview:\s*/i, '');
  if (FORUM.test(id)) return { ok: true, value: id };
  return refuse(
    'An OpenReview id is what follows id= in the address of the forum: 6 to 64 letters, digits, hyphens or underscores.',
  );
}

import { type ParsedIdentifier, refuse } from './parsed.ts';

const FORUM = /^[A-Za-z0-9_-]{6,64}$/;

/** Parses an OpenReview forum id; case-sensitive. */
export function parseOpenreview(text: string): ParsedIdentifier {
  if (FORUM.test(text)) return { ok: true, value: text };
  return refuse(
    'An OpenReview id is what follows id= in the address of the forum: 6 to 64 letters, digits, hyphens or underscores.',
  );
}

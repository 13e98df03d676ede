/** An identifier in its canonical form, or the rule that the text breaks, in words for whoever sent it. */
export type ParsedIdentifier = { ok: true; value: string; version?: number } | { ok: false; reason: string };

/** No spelling of an identifier comes near this; longer texts are refused before anything else looks at them. */
export const LONGEST_SPELLING = 2_000;

export function refuse(reason: string): { ok: false; reason: string } {
  return { ok: false, reason };
}

/** A canonical identifier, with the version that its spelling has, or the rule that the text breaks, for the caller. */
export type ParsedIdentifier = { ok: true; value: string; version?: number } | { ok: false; reason: string };

/** The longest text that is parsed; no form of an identifier comes near it. */
export const LONGEST_SPELLING = 2_000;

/** The highest number of a version. */
export const LAST_VERSION = 1_000;

export function refuse(reason: string): { ok: false; reason: string } {
  return { ok: false, reason };
}

/** The kind of a term: an infix (or a stem), a prefix, a whole word, or the initial consonants of Hangul. */
export type TermKind = 'inside' | 'start' | 'word' | 'initials';

/** A folded term that has to match, and the other ways in which it may be written (`listVariants`). */
export type Term = { text: string; kind: TermKind; isSyllabic: boolean; variants?: Term[][] };

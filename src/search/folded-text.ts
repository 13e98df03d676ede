import { foldForSearch } from './runs.ts';

/** A text folded for matching, with a mapping of its offsets to the source. */
export type FoldedText = { text: string; pieces: Piece[] };

/** A stretch of a text and its folding (UTF-16 offsets); `isEven` when offsets map one to one. */
type Piece = { start: number; end: number; from: number; to: number; isEven: boolean };

// Code points that compose with the letter before them or are removed by folding: marks, medial and final Hangul
// letters in every encoding, half-width voicing marks, default ignorables. The zero-width space separates words and is
// preserved.
const JOINED =
  '(?!\\u200B)[\\p{M}\\p{Default_Ignorable_Code_Point}\\u1160-\\u11FF\\u3131-\\u318E\\uD7B0-\\uD7FF\\uFF9E-\\uFFDC]';
const EVEN = '[\\t\\n\\r -~가-힣一-鿿]';
const PIECE = new RegExp(`(${EVEN}+(?!${JOINED}))|[^](?:${JOINED})*`, 'gu');

/** Folds a text as `foldForSearch` does, piece by piece where folding is independent, with the offset mapping. */
export function foldWithOffsets(source: string): FoldedText {
  const pieces: Piece[] = [];
  const texts: string[] = [];
  let from = 0;
  for (const { 0: piece, 1: even, index } of source.matchAll(PIECE)) {
    const text = even?.toLowerCase() ?? foldForSearch(piece);
    texts.push(text);
    const to = from + text.length;
    if (to > from) {
      pieces.push({ start: index, end: index + piece.length, from, to, isEven: even !== undefined });
    }
    from = to;
  }
  return { text: texts.join(''), pieces };
}

/**
 * Maps spans of the folded text to the source. A span that begins or ends within what folded as one (a ligature, a
 * letter with marks) takes in all of it.
 * @param spans ordered by start; their ends ascend too
 */
export function mapSpans<Span extends { start: number; end: number }>(
  folded: FoldedText,
  spans: Span[],
): Span[] {
  let first = 0;
  let last = 0;
  return spans.map((span) => {
    first = findPiece(folded, span.start, first);
    last = findPiece(folded, span.end - 1, Math.max(first, last));
    const [opening, closing] = [folded.pieces[first], folded.pieces[last]];
    if (!opening || !closing) throw new Error('a span lies beyond its text');
    return {
      ...span,
      start: opening.isEven ? opening.start + span.start - opening.from : opening.start,
      end: closing.isEven ? closing.start + span.end - closing.from : closing.end,
    };
  });
}

function findPiece({ pieces }: FoldedText, offset: number, from: number): number {
  let at = from;
  while ((pieces[at]?.to ?? Number.POSITIVE_INFINITY) <= offset) at++;
  return at;
}

import { isParticle, stripParticle } from './hangul.ts';
import { offsetsOf, type Run } from './runs.ts';
import type { Term } from './term.ts';

/** What is written together is looked for apart between these lengths, in syllables; each part has at least two. */
const compound = { least: 4, most: 12, leastPart: 2 };
/** Hangul, its initial consonants, and scripts without spaces; all of one UTF-16 unit each. */
const COMPOUND = /^(?:[가-힣\u1100-\u1112]+|[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+)$/;
/** In three parts up to this length: the ways grow with its square. */
const mostInThree = 8;

/**
 * Query expansion: the other ways in which the term of an unquoted run may be written. A compound of Korean, Chinese or Japanese
 * may stand apart (논문리뷰 for 논문 리뷰), a particle may be missing or be another one (모델의 for 모델은, LoRA란 for LoRA), and a number may follow
 * its name without a hyphen (GPT-4 for GPT4).
 * @param before the run before it, and what stands between them
 * @returns each way as terms that all have to match; none of them where the term may be left out
 */
export function listVariants(term: Term, before?: { run: Run; between: string }): Term[][] {
  if (term.kind === 'initials') return splitCompound(term);
  if (!term.isSyllabic) {
    const isHyphened =
      term.kind === 'start' && before?.run.isSyllabic === false && /^[-‐‑]$/.test(before.between);
    return isHyphened ? [[{ ...term, text: before.run.text + term.text, kind: 'inside' }]] : [];
  }
  if (before?.run.isSyllabic === false && before.between === '' && isParticle(term.text)) return [[]];
  const bare = stripParticle(term.text);
  if (bare === undefined) return splitCompound(term);
  // One syllable is in nearly every text, as a word in few.
  const isShort = bare.length === 1;
  return [
    [{ ...term, text: bare, kind: isShort ? 'word' : 'inside' }],
    ...splitCompound({ ...term, text: bare }),
    // The particle may be the end of a word (강의).
    ...splitCompound(term),
  ];
}

function splitCompound(term: Term): Term[][] {
  const { least, most, leastPart } = compound;
  const length = offsetsOf(term.text).length;
  if (!COMPOUND.test(term.text) || length < least || length > most) return [];
  const partOf = (from: number, to?: number): Term => ({ ...term, text: term.text.slice(from, to) });
  const ways: Term[][] = [];
  for (let first = leastPart; first <= length - leastPart; first += 1) {
    ways.push([partOf(0, first), partOf(first)]);
    for (let second = first + leastPart; length <= mostInThree && second <= length - leastPart; second += 1)
      ways.push([partOf(0, first), partOf(first, second), partOf(second)]);
  }
  return ways;
}

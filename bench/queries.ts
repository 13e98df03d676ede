import { commonTerms, selectiveTerms } from './vocabulary.ts';

/** What a reader may type, by kind; `goal` is the 95th percentile wanted of the index that is used, in milliseconds. */
export interface QueryClass {
  name: string;
  queries: string[];
  goal?: number;
  /** What only an index that knows spelling finds. */
  isMistyped?: boolean;
}

const { korean, english } = commonTerms;

export const queryClasses: QueryClass[] = [
  { name: 'two syllables, selective', queries: Object.keys(selectiveTerms.twoSyllables), goal: 30 },
  { name: 'one syllable, selective', queries: Object.keys(selectiveTerms.oneSyllable), goal: 30 },
  { name: 'Latin, selective', queries: Object.keys(selectiveTerms.latin), goal: 30 },
  { name: 'acronym, selective', queries: Object.keys(selectiveTerms.acronyms), goal: 30 },
  { name: 'two terms, selective', queries: ['망각 학습', `${english} 선형`, 'hypernetwork model'], goal: 30 },
  { name: 'common Korean', queries: [korean], goal: 200 },
  { name: 'common English', queries: [english], goal: 200 },
  { name: 'common, inflected', queries: [`${english}s`], goal: 200 },
  { name: 'two terms, common', queries: [`${korean} ${english}`], goal: 200 },
  { name: 'mistyped, selective', queries: ['hypernetwrok', 'waserstein'], goal: 30, isMistyped: true },
  { name: 'mistyped, common', queries: ['transfromer'], goal: 200, isMistyped: true },
  { name: 'one syllable, in most rows', queries: ['학'] },
  { name: 'part of words, in most rows', queries: ['학습'] },
];

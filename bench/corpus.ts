import { createRandom, createZipf, type Random } from './random.ts';
import { commonTerms, createVocabulary, particles, selectiveTerms } from './vocabulary.ts';

export interface GeneratedPaper {
  title: string;
  acronym: string | null;
  venue: string;
  arxiv: string;
  authors: string[];
}

export interface GeneratedReview {
  title: string;
  summary: string;
  body: string;
  language: 'ko' | 'en';
  /** Numbers of things of the corpus. */
  paper: number;
  category: number;
  tags: number[];
  publishedAt: string;
  isDraft: boolean;
}

export interface Corpus {
  rows: number;
  papers: number;
  tags: string[];
  /** Slugs as paths: `a`, `a/b`; parents stand before their children. */
  categories: string[];
  review(number: number): GeneratedReview;
  paper(number: number): GeneratedPaper;
}

const venues = 'NeurIPS ICLR ICML ACL EMNLP CVPR ECCV AAAI KDD COLM Interspeech TMLR'.split(' ');
const family = 'Kim Lee Park Choi Jung Chen Wang Smith Garcia Müller Tanaka Silva 김 이 박 최'.split(' ');
const given =
  'Minsu Jiwoo Seoyeon Hyun Ada Alan Grace Wei Ling Maria Jonas Yuki Ana 민수 지우 서연 하준'.split(' ');
const oldest = Date.UTC(2015, 0, 1);
const newest = Date.UTC(2025, 0, 1);

/**
 * Reviews of mixed Korean and English, the same for the same seed, each made out of its number alone. The vocabulary
 * follows Zipf's law; nouns carry particles; the planted terms (vocabulary.ts) are in as many rows as they say, per 100,000.
 * @param bytes the least and most of a body, in UTF-8
 */
export function createCorpus({ rows, seed = 1, bytes = [2_000, 10_000] }: CorpusOptions): Corpus {
  const vocabulary = createVocabulary(createRandom(seed));
  const drawNoun = createZipf(vocabulary.korean);
  const drawWord = createZipf(vocabulary.english);
  const drawParticle = createZipf(particles);
  const tags = vocabulary.english.slice(60, 360);
  const drawTag = createZipf(tags.map((_, at) => at));
  const roots = vocabulary.english.slice(400, 408);
  const leaves = roots.flatMap((root, at) =>
    vocabulary.english.slice(410 + at * 4, 414 + at * 4).map((leaf) => `${root}/${leaf}`),
  );
  const categories = [...roots, ...leaves];
  const [least, most] = bytes;

  const drawText = (random: Random, share: number) =>
    random() < share
      ? drawNoun(random) + (random() < 0.7 ? drawParticle(random) : '')
      : drawWord(random) + (random() < 0.08 ? 's' : '');

  function makeTitle(random: Random, share: number, terms: string[]): string {
    const title = Array.from({ length: 3 + Math.floor(random() * 5) }, () => drawText(random, share));
    return [...title, ...terms.filter(() => random() < 0.15).map((term) => decorate(term, random))].join(' ');
  }

  function makeBody(random: Random, share: number, terms: string[]): string {
    const wanted = least + random() * (most - least);
    const parts: string[] = ['## 요약\n\n'];
    let size = 0;
    for (let at = 1; size < wanted; at++) {
      const part = drawText(random, share) + (at % 120 === 0 ? '.\n\n## ' : at % 13 === 0 ? '. ' : ' ');
      parts.push(part);
      size += Buffer.byteLength(part);
    }
    for (const term of terms) {
      const times = 1 + Math.floor(random() * 4);
      for (let time = 0; time < times; time++) {
        const part = `${decorate(term, random)} `;
        parts.splice(1 + Math.floor(random() * (parts.length - 1)), 0, part);
      }
    }
    return parts.join('').trim();
  }

  function decorate(term: string, random: Random): string {
    if (/[a-z]/.test(term)) return term + (random() < 0.2 ? 's' : '');
    const before = random() < 0.2 ? drawNoun(random) : '';
    return before + term + (random() < 0.7 ? drawParticle(random) : '');
  }

  return {
    rows,
    papers: Math.ceil(rows * 0.8),
    tags,
    categories,
    review(number) {
      const random = createRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
      const language = random() < 0.7 ? 'ko' : 'en';
      const share = language === 'ko' ? 0.7 : 0.1;
      const terms = drawTerms(random);
      return {
        title: makeTitle(random, share, terms),
        summary: Array.from({ length: 15 }, () => drawText(random, share)).join(' '),
        body: makeBody(random, share, terms),
        language,
        paper: Math.floor(number * 0.8),
        category: Math.floor(random() * categories.length),
        tags: [...new Set(Array.from({ length: 1 + Math.floor(random() * 4) }, () => drawTag(random)))],
        publishedAt: new Date(oldest + random() * (newest - oldest)).toISOString(),
        isDraft: random() < 0.03,
      };
    },
    paper(number) {
      const random = createRandom(Math.imul(seed, 0xc2b2ae35) ^ Math.imul(number + 1, 0x27d4eb2f));
      const name = () => `${pick(given, random)} ${pick(family, random)} ${drawWord(random)}`;
      return {
        title: Array.from({ length: 6 }, () => drawWord(random)).join(' '),
        acronym: random() < 0.3 ? `${drawWord(random).slice(0, 5).toUpperCase()}-${number}` : null,
        venue: pick(venues, random),
        arxiv: `${2001 + Math.floor(number / 10_000)}.${String(10_000 + (number % 10_000))}`,
        authors: Array.from({ length: 1 + Math.floor(random() * 5) }, name),
      };
    },
  };
}

export interface CorpusOptions {
  rows: number;
  seed?: number;
  bytes?: [number, number];
}

const selective = Object.values(selectiveTerms).flatMap((terms) => Object.entries(terms));

function drawTerms(random: Random): string[] {
  const rare = selective.filter(([, rows]) => random() < rows / 100_000).map(([term]) => term);
  return [...rare, ...Object.values(commonTerms).filter(() => random() < 0.25)];
}

function pick<T>(items: T[], random: Random): T {
  return items[Math.floor(random() * items.length)] as T;
}

import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { reviewStatuses } from '../../src/db/schema/tables.ts';
import type { Answer, TestApp } from '../support/app.ts';
import { newReview, postReview, postThing, sectioned } from '../support/things.ts';

/** The values that a query gives for each parameter. */
export type Asked = Record<string, string[]>;

/** What a test knows of a review that it posted. */
interface Seeded {
  id: string;
  title: string;
  language: string;
  status: string;
  publishedAt: string | null;
  updatedAt: string;
  source: string | null;
  paper: Answer['body'];
  category: string | null;
  tags: string[];
  reviewedVersion: number | null;
  sections: string[];
}

// Few enough values that every sort has ties and every filter has hits, alone and with others.
const languages = ['ko', 'en', 'pt-BR'];
const tagSlugs = ['red', 'green', '파랑', 'only-drafts'];
/** Every category, with those that it is in. `a-b` is beside `a`, not below it. */
const ancestors: Record<string, string[]> = { a: [], 'a-b': [], under: ['a'], leaf: ['a', 'under'], z: [] };
const moments = ['2023-12-31T23:59:59.999Z', '2024-01-01T00:00:00.000Z', '2024-06-03T09:00:00.000Z'];
/** In the order of the alphabets, as they are sorted: digits, Latin whatever its case, then Hangul. */
export const titles = [
  ...['2 beta', 'alpha', 'Alpha', 'beta 2', 'élan', 'Zeta'],
  ...['가중치', '망각 곡선', '선형 어텐션', '힘'],
];

const papers = [
  {
    ...{ title: 'Paper 1', venue: 'ICLR 2025', versions: [{ number: 1 }, { number: 2 }] },
    authors: [{ name: 'Émile Dupont' }, { name: '김하나' }],
    links: [
      { kind: 'code', label: 'Code' },
      { kind: 'pdf', label: 'PDF' },
    ],
  },
  {
    ...{ title: 'Paper 2', venue: 'iclr 2025', versions: [{ number: 1 }] },
    ...{ authors: [{ name: 'ÉMILE DUPONT' }], links: [{ kind: 'demo', label: 'Demo' }] },
  },
  { title: 'Paper 3', venue: 'NeurIPS', authors: [{ name: 'Ann' }, { name: 'Ann Lee' }] },
  { title: 'Paper 4', links: [{ kind: 'code', label: 'Code' }], versions: [{ number: 1 }, { number: 3 }] },
];

const seed = fc.record({
  title: fc.constantFrom(...titles),
  language: fc.constantFrom(...languages),
  status: fc.constantFrom('published', 'published', 'draft', 'archived'),
  publishedAt: fc.constantFrom(null, ...moments),
  paper: fc.nat({ max: papers.length - 1 }),
  readsVersion: fc.boolean(),
  category: fc.constantFrom(null, ...Object.keys(ancestors)),
  tags: fc.subarray(tagSlugs, { maxLength: 3 }),
  updatedAt: fc.constantFrom(...moments),
});

const fold = (text: string) => text.normalize('NFKC').toLowerCase();

/** Posts sixty reviews, always the same, and gives what a list of them must be by the plain meaning of a query. */
export async function seedReviews(app: TestApp) {
  const seeded: Seeded[] = [];
  const ids = { tag: new Map<string, string>(), category: new Map<string, string>() };
  for (const [slug, above] of Object.entries(ancestors)) {
    const { id } = await postThing(app, 'categories', { name: slug, slug, parent: above.at(-1) ?? null });
    ids.category.set(slug, id);
  }
  const posted: Answer['body'][] = [];
  for (const [index, paper] of papers.entries()) {
    const identifiers = { arxiv: `2401.0000${index + 1}`, doi: index % 2 ? `10.1000/Paper.${index}` : null };
    posted.push(await postThing(app, 'papers', { ...paper, identifiers }));
  }
  for (const [index, row] of fc.sample(seed, { numRuns: 60, seed: 20240527 }).entries()) {
    const { readsVersion, updatedAt, title, language, category, tags } = row;
    const paper = posted[row.paper];
    const status = tags.includes('only-drafts') ? 'draft' : row.status;
    const publishedAt = row.publishedAt ?? (status === 'published' ? (moments[0] ?? null) : null);
    const source = index % 3 === 0 ? `https://example.org/${index}?a=b&c` : null;
    const reviewedVersion = readsVersion ? (paper.versions[0]?.number ?? null) : null;
    const sent = { title, language, category, tags, status, publishedAt, source, reviewedVersion };
    const { body, sections } = sectioned[index % 2] ?? { body: '', sections: [] };
    const review = await postReview(app, newReview({ ...sent, body, paper: paper.id }));
    await app.db.execute(
      sql`update reviews set updated_at = ${updatedAt}::timestamptz where id = ${review.id}`,
    );
    for (const { id, slug } of review.tags) ids.tag.set(slug, id);
    seeded.push({ ...sent, id: review.id, updatedAt, paper, sections });
  }

  const isNamed = (kind: keyof typeof ids, slug: string, asked: string[]) =>
    asked.includes(slug) || asked.includes(ids[kind].get(slug) ?? '');
  const names = {
    author: ['émile DUPONT', 'Ｅ́mile Dupont', '김하나', 'Ann', 'Nobody'],
    venue: ['ICLR 2025', 'neurips'],
  };
  const times = [...moments, '2024-06-03T18:00:00+09:00', '2024-06-03T09:00:00.001Z', '1999-01-01T00:00:00Z'];
  const references = {
    tag: [...tagSlugs, ...ids.tag.values(), 'nowhere', '018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10'],
    category: [...ids.category.keys(), ...ids.category.values(), 'nowhere'],
  };

  /** Each filter: what it lets pass, values that are there and values that are not, and whether it takes several. */
  const filters: Record<
    string,
    { passes: (review: Seeded, asked: string[]) => boolean; values: string[]; many?: boolean }
  > = {
    tag: {
      passes: ({ tags }, asked) => tags.some((slug) => isNamed('tag', slug, asked)),
      ...{ values: references.tag, many: true },
    },
    'tag[all]': {
      passes: ({ tags }, asked) => asked.every((one) => tags.some((slug) => isNamed('tag', slug, [one]))),
      ...{ values: references.tag, many: true },
    },
    'tag[not]': {
      passes: ({ tags }, asked) => !tags.some((slug) => isNamed('tag', slug, asked)),
      ...{ values: references.tag, many: true },
    },
    category: {
      passes: ({ category }, asked) =>
        category !== null &&
        [category, ...(ancestors[category] ?? [])].some((slug) => isNamed('category', slug, asked)),
      ...{ values: references.category, many: true },
    },
    paper: {
      passes: ({ paper }, [asked = '']) =>
        [paper.id, paper.slug].includes(asked) || asked.replace('v2', '').endsWith(paper.identifiers.arxiv),
      values: [
        ...posted.flatMap(({ id, slug, identifiers }) => [id, slug, `arxiv:${identifiers.arxiv}`]),
        ...['https://arxiv.org/abs/2401.00001v2', '10.48550/arXiv.2401.00003', 'arxiv:2401.09999', 'nowhere'],
      ],
    },
    arxiv: {
      passes: ({ paper }, [asked = '']) => asked.replace('v2', '').endsWith(paper.identifiers.arxiv),
      values: ['2401.00001', 'arXiv:2401.00002v2', 'https://arxiv.org/pdf/2401.00003', '2401.09999'],
    },
    doi: {
      passes: ({ paper }, [asked = '']) =>
        paper.identifiers.doi !== null && asked.toLowerCase().endsWith(paper.identifiers.doi),
      values: ['10.1000/paper.1', 'https://doi.org/10.1000/PAPER.3', '10.1000/paper.2'],
    },
    author: {
      passes: ({ paper }, [asked = '']) =>
        paper.authors.some(({ name }: { name: string }) => fold(name) === fold(asked)),
      values: names.author,
    },
    venue: {
      passes: ({ paper }, [asked = '']) => paper.venue !== null && fold(paper.venue) === fold(asked),
      values: [...names.venue, 'ICLR'],
    },
    link: {
      passes: ({ paper }, asked) => paper.links.some(({ kind }: { kind: string }) => asked.includes(kind)),
      ...{ values: ['code', 'pdf', 'demo', 'video'], many: true },
    },
    section: {
      passes: ({ sections }, asked) => sections.some((kind) => asked.includes(kind)),
      ...{ values: ['method', 'limitations', 'results', 'opinion'], many: true },
    },
    outdated: {
      passes: ({ paper, reviewedVersion }, [asked]) =>
        String(reviewedVersion !== null && paper.latestVersion.number > reviewedVersion) === asked,
      values: ['true', 'false'],
    },
    language: {
      passes: ({ language }, asked) => asked.some((tag) => tag.toLowerCase() === language.toLowerCase()),
      ...{ values: ['ko', 'KO', 'en', 'pt-br', 'pt', 'fr'], many: true },
    },
    status: {
      passes: ({ status }, asked) => asked.includes(status),
      ...{ values: [...reviewStatuses], many: true },
    },
    source: {
      passes: ({ source }, [asked]) => source === asked,
      values: [0, 1, 3].map((index) => `https://example.org/${index}?a=b&c`),
    },
    year: {
      passes: ({ publishedAt }, [asked]) => publishedAt?.slice(0, 4) === asked,
      values: ['2023', '2024', '1000', '9999'],
    },
    'publishedAt[gte]': {
      passes: ({ publishedAt }, [asked = '']) => Date.parse(publishedAt ?? '') >= Date.parse(asked),
      values: times,
    },
    'publishedAt[lt]': {
      passes: ({ publishedAt }, [asked = '']) => Date.parse(publishedAt ?? '') < Date.parse(asked),
      values: times,
    },
    'updatedAt[gte]': {
      passes: ({ updatedAt }, [asked = '']) => Date.parse(updatedAt) >= Date.parse(asked),
      values: times,
    },
  };

  /** The ids of the reviews that the query means, in their order. */
  const scan = (asked: Asked, sort: string, seesDrafts: boolean): string[] =>
    seeded
      .filter(({ status }) => seesDrafts || status === 'published')
      .filter((review) =>
        Object.entries(asked).every(([name, values]) => filters[name]?.passes(review, values)),
      )
      .sort(compareBy(sort))
      .map(({ id }) => id);

  return { seeded, tagIds: ids.tag, filters, scan };
}

/** The order that lists promise: what has no value is smallest, ties by id, all of it turned round for descending. */
function compareBy(sort: string): (one: Seeded, other: Seeded) => number {
  const name = sort.replace('-', '') as 'title' | 'publishedAt' | 'updatedAt';
  const rank = (review: Seeded) => (name === 'title' ? titles.indexOf(review.title) : (review[name] ?? ''));
  const compare = <T>(one: T, other: T) => (one < other ? -1 : one > other ? 1 : 0);
  const ascending = (one: Seeded, other: Seeded) =>
    compare(rank(one), rank(other)) || compare(one.id, other.id);
  return sort.startsWith('-') ? (one, other) => ascending(other, one) : ascending;
}

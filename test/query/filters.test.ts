import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { type Answer, startTestApp } from '../support/app.ts';
import { newReview, postReview, postThing, sectioned } from '../support/things.ts';
import { trials } from '../support/trials.ts';

const app = await startTestApp();

// Few values for many rows, so that every filter and every combination of two has hits. `a-b` is beside `a`, not in it.
const ancestors: Record<string, string[]> = { a: [], 'a-b': [], under: ['a'], leaf: ['a', 'under'], z: [] };
const tagSlugs = ['red', 'green', '파랑', 'only-drafts'];
const moments = [
  '2023-12-31T23:59:59.999Z',
  '2024-01-01T00:00:00.000Z',
  '2024-06-03T09:00:00.000Z',
  '2025-01-01T00:00:00.000Z',
];
const languages = ['ko', 'en', 'pt-BR'];
const venues = ['ICLR 2025', 'NeurIPS', null];
const authors = ['Ada Lovelace', '김철수', 'José Núñez'];
const kinds = ['code', 'pdf', 'model'];

interface PostedPaper {
  id: string;
  slug: string;
  arxiv: string;
  doi: string | null;
  venue: string | null;
  publishedOn: string | null;
  authors: string[];
  links: string[];
  latest: number;
  updatedAt: string;
}
interface PostedReview {
  id: string;
  paper: PostedPaper;
  status: string;
  language: string;
  publishedAt: string | null;
  updatedAt: string;
  source: string | null;
  category: string | null;
  tags: string[];
  reviewedVersion: number | null;
  sections: string[];
}

const papers: PostedPaper[] = [];
const reviews: PostedReview[] = [];
const ids = new Map<string, string>();

const paperShape = fc.record({
  venue: fc.constantFrom(...venues),
  publishedOn: fc.constantFrom('2023-12-31', '2024-01-01', '2024-12-31', null),
  authors: fc.subarray(authors, { maxLength: 2 }),
  links: fc.subarray(kinds),
  latest: fc.integer({ min: 1, max: 3 }),
  hasDoi: fc.boolean(),
});
const reviewShape = fc.record({
  paper: fc.nat(6),
  status: fc.constantFrom('published', 'published', 'draft', 'archived'),
  language: fc.constantFrom(...languages),
  publishedAt: fc.constantFrom(...moments),
  category: fc.constantFrom(null, ...Object.keys(ancestors)),
  tags: fc.subarray(tagSlugs, { maxLength: 3 }),
  reviewedVersion: fc.option(fc.constant(1)),
});

before(async () => {
  for (const [slug, above] of Object.entries(ancestors)) {
    const parent = above.at(-1) ?? null;
    ids.set(slug, (await postThing(app, 'categories', { name: slug, slug, parent })).id);
  }
  for (const [number, { hasDoi, latest, ...row }] of fc
    .sample(paperShape, { numRuns: 7, seed: 11 })
    .entries()) {
    const [arxiv, doi] = [`2401.0000${number + 1}`, hasDoi ? `10.1145/paper.${number}` : null];
    const versions = Array.from({ length: latest }, (_, index) => ({ number: index + 1 }));
    const { id, slug, updatedAt } = await postThing(app, 'papers', {
      ...{ title: `Paper ${number}`, venue: row.venue, publishedOn: row.publishedOn, versions },
      ...{ identifiers: { arxiv, doi }, authors: row.authors.map((name) => ({ name })) },
      links: row.links.map((kind) => ({ kind, label: kind })),
    });
    papers.push({ ...row, id, slug, arxiv, doi, latest, updatedAt });
  }
  for (const [index, row] of fc.sample(reviewShape, { numRuns: 44, seed: 12 }).entries()) {
    const paper = papers[row.paper] as PostedPaper;
    const status = row.tags.includes('only-drafts') ? 'draft' : row.status;
    const source = index % 4 === 0 ? `https://example.org/${index}?a=b&c` : null;
    const publishedAt = status === 'draft' && index % 2 ? null : row.publishedAt;
    // What is archived was published before.
    const posted = {
      ...row,
      paper: paper.id,
      status: status === 'draft' ? status : 'published',
      source,
      publishedAt,
    };
    const { body: text, sections } = sectioned[index % 2] ?? { body: '', sections: [] };
    const review = await postReview(app, newReview({ ...posted, body: text }));
    const { body } =
      status === 'archived'
        ? await app.send('PATCH', `/v1/reviews/${review.id}`, {
            ...{ key: app.admin, headers: { 'if-match': '*' }, body: { status } },
          })
        : { body: review };
    for (const { id, slug } of review.tags) ids.set(slug, id);
    const { updatedAt } = body;
    reviews.push({ ...row, id: review.id, paper, status, source, publishedAt, updatedAt, sections });
  }
});

const fold = (text: string) => text.normalize('NFKC').toLowerCase();
const names = (slug: string, asked: string[]) => asked.includes(slug) || asked.includes(ids.get(slug) ?? '');
const since = (moment: string | null, asked: string) =>
  moment !== null && Date.parse(moment) >= Date.parse(asked);
const within = (category: string | null, asked: string[]) =>
  category !== null && [category, ...(ancestors[category] ?? [])].some((slug) => names(slug, asked));

type Passes<T> = Record<string, (thing: T, asked: string[]) => boolean>;

const paperPasses: Passes<PostedPaper> = {
  tag: (paper, asked) =>
    reviews.some(
      (review) =>
        published(review) && review.paper === paper && review.tags.some((slug) => names(slug, asked)),
    ),
  author: (paper, [asked = '']) => paper.authors.some((name) => fold(name) === fold(asked)),
  venue: ({ venue }, [asked = '']) => venue !== null && fold(venue) === fold(asked),
  year: ({ publishedOn }, [asked]) => publishedOn?.slice(0, 4) === asked,
  link: ({ links }, asked) => links.some((kind) => asked.includes(kind)),
  status: (_paper, asked) => asked.includes('active'),
  'updatedAt[gte]': ({ updatedAt }, [asked = '']) => since(updatedAt, asked),
};

const reviewPasses: Passes<PostedReview> = {
  tag: ({ tags }, asked) => tags.some((slug) => names(slug, asked)),
  'tag[all]': ({ tags }, asked) => asked.every((one) => tags.some((slug) => names(slug, [one]))),
  'tag[not]': ({ tags }, asked) => !tags.some((slug) => names(slug, asked)),
  category: ({ category }, asked) => within(category, asked),
  paper: ({ paper }, [asked = '']) =>
    [paper.id, paper.slug, `arxiv:${paper.arxiv}`, paper.arxiv, `doi:${paper.doi}`].includes(asked),
  arxiv: ({ paper }, [asked = '']) => asked.replace(/v\d$/, '').endsWith(paper.arxiv),
  doi: ({ paper }, [asked = '']) => paper.doi !== null && asked.toLowerCase().endsWith(paper.doi),
  author: ({ paper }, asked) => paperPasses.author?.(paper, asked) ?? false,
  venue: ({ paper }, asked) => paperPasses.venue?.(paper, asked) ?? false,
  link: ({ paper }, asked) => paperPasses.link?.(paper, asked) ?? false,
  outdated: ({ paper, reviewedVersion }, [asked]) =>
    String(reviewedVersion !== null && paper.latest > reviewedVersion) === asked,
  language: ({ language }, asked) => asked.some((one) => one.toLowerCase() === language.toLowerCase()),
  status: ({ status }, asked) => asked.includes(status),
  section: ({ sections }, asked) => sections.some((kind) => asked.includes(kind)),
  source: ({ source }, [asked]) => source === asked,
  year: ({ publishedAt }, [asked]) => publishedAt?.slice(0, 4) === asked,
  'publishedAt[gte]': ({ publishedAt }, [asked = '']) => since(publishedAt, asked),
  'publishedAt[lt]': ({ publishedAt }, [asked = '']) => publishedAt !== null && !since(publishedAt, asked),
  'updatedAt[gte]': ({ updatedAt }, [asked = '']) => since(updatedAt, asked),
};

/** What each filter is asked for: what is there in its spellings, and what is not. */
function values(): Record<string, string[]> {
  const [tags, places] = [
    [...tagSlugs, 'nowhere'],
    [...Object.keys(ancestors), 'nowhere'],
  ];
  const withIds = (slugs: string[]) => [...slugs, ...slugs.flatMap((slug) => ids.get(slug) ?? [])];
  const times = [...moments, '2024-06-03T18:00:00+09:00', '2024-06-03T09:00:00.001Z'];
  const changes = [reviews, papers].flatMap((things) => things.map(({ updatedAt }) => updatedAt));
  return {
    ...{
      tag: withIds(tags),
      'tag[all]': withIds(tags),
      'tag[not]': withIds(tags),
      category: withIds(places),
    },
    paper: papers.flatMap(({ id, slug, arxiv, doi }) => [
      id,
      slug,
      `arxiv:${arxiv}`,
      arxiv,
      doi ? `doi:${doi}` : 'nowhere',
    ]),
    arxiv: [...papers.map(({ arxiv }) => arxiv), 'https://arxiv.org/abs/2401.00001v2', '2401.99999'],
    doi: ['10.1145/paper.0', '10.1145/PAPER.1', 'https://doi.org/10.1145/paper.2', '10.1145/none'],
    author: [...authors, 'ADA LOVELACE', 'ada', 'Ａda Lovelace', 'José Núñez'.normalize('NFD')],
    venue: ['ICLR 2025', 'iclr 2025', 'NEURIPS', 'ICLR'],
    ...{
      link: [...kinds, 'video'],
      outdated: ['true', 'false'],
      section: ['method', 'limitations', 'results', 'opinion'],
      language: ['ko', 'KO', 'en', 'pt-br', 'pt'],
    },
    ...{
      source: ['https://example.org/4?a=b&c', 'https://example.org/8?a=b&c', 'https://example.org/1?a=b&c'],
    },
    ...{ year: ['2023', '2024', '2025', '1999'], 'publishedAt[gte]': times, 'publishedAt[lt]': times },
    'updatedAt[gte]': [
      ...changes.filter((_, index) => index % 9 === 0),
      moments[0] ?? '',
      '2999-01-01T00:00:00Z',
    ],
    status: ['draft', 'published', 'archived'],
  };
}

const many = ['tag', 'tag[all]', 'tag[not]', 'category', 'link', 'language', 'status'];

interface Counted {
  value: string;
  count: number;
}

/** Counts by the values of each thing, most first. */
function countBy<T>(things: T[], valuesOf: (thing: T) => (string | null)[]): Counted[] {
  const counts = new Map<string, number>();
  for (const value of things.flatMap((thing) => [...new Set(valuesOf(thing))]))
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return ordered([...counts].map(([value, count]) => ({ value, count })));
}

const ordered = (counts: Counted[]) =>
  counts.toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));

const yearOf = (moment: string | null) => [moment?.slice(0, 4) ?? null];
const published = ({ status }: PostedReview) => status === 'published';

const reviewFacets: Record<string, (things: PostedReview[]) => Counted[]> = {
  tag: (things) => countBy(things, ({ tags }) => tags),
  category: (things) =>
    countBy(things, ({ category }) => (category === null ? [] : [category, ...(ancestors[category] ?? [])])),
  year: (things) => countBy(things, ({ publishedAt }) => yearOf(publishedAt)),
  language: (things) => countBy(things, ({ language }) => [language]),
  venue: (things) => countBy(things, ({ paper }) => [paper.venue]),
};
const paperFacets: Record<string, (things: PostedPaper[]) => Counted[]> = {
  tag: (things) =>
    countBy(things, (paper) =>
      reviews.filter((review) => published(review) && review.paper === paper).flatMap(({ tags }) => tags),
    ),
  year: (things) => countBy(things, ({ publishedOn }) => yearOf(publishedOn)),
  venue: (things) => countBy(things, ({ venue }) => [venue]),
};

interface Model {
  list: string;
  passes: Record<string, (thing: never, asked: string[]) => boolean>;
  facets: Record<string, (things: never[]) => Counted[]>;
  all: (seesDrafts: boolean) => { id: string }[];
}
const models: Model[] = [
  {
    ...{ list: 'reviews', passes: reviewPasses, facets: reviewFacets },
    all: (seesDrafts) => reviews.filter((review) => seesDrafts || published(review)),
  },
  { list: 'papers', passes: paperPasses, facets: paperFacets, all: () => papers },
];

type Asked = Record<string, string[]>;

/** Asks the list and the scan, and gives how many both find. */
async function check(model: Model, asked: Asked, seesDrafts: boolean): Promise<number> {
  const query = new URLSearchParams({
    limit: '100',
    total: 'true',
    facets: Object.keys(model.facets).join(),
  });
  for (const [name, some] of Object.entries(asked)) for (const value of some) query.append(name, value);
  const path = `/v1/${model.list}?${query}`;
  const answer: Answer = await app.send('GET', path, seesDrafts ? { key: app.admin } : {});
  assert.equal(answer.status, 200, `${path}: ${answer.text}`);
  const expected = model
    .all(seesDrafts)
    .filter((thing) =>
      Object.entries(asked).every(([name, some]) => model.passes[name]?.(thing as never, some)),
    );
  const found = answer.body.data.map(({ id }: { id: string }) => id) as string[];
  assert.deepEqual([...found].sort(), expected.map(({ id }) => id).sort(), path);
  assert.equal(answer.body.page.total, expected.length, path);
  for (const [name, count] of Object.entries(model.facets)) {
    const counted = (answer.body.facets[name] as Counted[]).map(({ value, count: often }) => ({
      value,
      count: often,
    }));
    assert.deepEqual(ordered(counted), count(expected as never[]), `${name} of ${path}`);
    const counts = counted.map(({ count: often }) => often);
    assert.deepEqual(
      counts,
      counts.toSorted((one, other) => other - one),
      'most first',
    );
  }
  return expected.length;
}

test('every filter and facet that the document declares is tried here', () => {
  for (const { list, passes, facets } of models) {
    const parameters = app.document.paths[`/v1/${list}`]?.get?.parameters ?? [];
    const shaping = 'id slug q highlight sort limit after before page total facets fields include'.split(' ');
    const declared = parameters.filter((one) => one.in === 'query').map(({ name }) => name);
    assert.deepEqual(declared.filter((name) => !shaping.includes(name)).sort(), Object.keys(passes).sort());
    const counted = parameters.find(({ name }) => name === 'facets')?.schema as { items: { enum: string[] } };
    assert.deepEqual([...counted.items.enum].sort(), Object.keys(facets).sort());
  }
});

test('every filter, with each of its values, finds and counts what a scan of the posted does', async () => {
  for (const model of models) {
    for (const name of Object.keys(model.passes)) {
      const some = model.list === 'papers' && name === 'status' ? ['active', 'retracted'] : values()[name];
      let hits = 0;
      for (const value of new Set(some)) {
        for (const seesDrafts of [true, false]) hits += await check(model, { [name]: [value] }, seesDrafts);
      }
      assert.ok(hits > 0, `${name} lets something pass`);
    }
  }
});

test('filters in any combination find and count what a scan of the posted does', async () => {
  for (const model of models) {
    const filters = Object.keys(model.passes).filter((name) => model.list === 'reviews' || name !== 'status');
    const valuesFor = (name: string) =>
      fc.uniqueArray(fc.constantFrom(...(values()[name] ?? [])), {
        minLength: 1,
        maxLength: many.includes(name) ? 3 : 1,
      });
    const asked = fc
      .subarray(filters, { minLength: 2, maxLength: 4 })
      .chain((some) => fc.record(Object.fromEntries(some.map((name) => [name, valuesFor(name)]))));
    let hits = 0;
    await fc.assert(
      fc.asyncProperty(asked, fc.boolean(), async (one, seesDrafts) => {
        hits += await check(model, one, seesDrafts);
      }),
      { numRuns: trials(model.list === 'reviews' ? 60 : 25), includeErrorInReport: true },
    );
    assert.ok(hits > 0);
  }
});

test('a facet names its values as they are shown, and is there only when it is asked for', async () => {
  const { body } = await app.send('GET', '/v1/reviews?facets=tag,category,year');
  assert.deepEqual(Object.keys(body.facets).sort(), ['category', 'tag', 'year']);
  const blue = body.facets.tag.find(({ value }: Counted) => value === '파랑');
  assert.equal(blue.name, '파랑');
  assert.equal('facets' in (await app.send('GET', '/v1/reviews')).body, false);
  for (const wrong of ['nonsense', 'tag,nonsense', 'tag,tag', ''])
    assert.equal((await app.send('GET', `/v1/reviews?facets=${wrong}`)).status, 400, wrong);
});

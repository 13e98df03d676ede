import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { listIdentifiers, readPaperContent } from '../../../src/resources/papers/content.ts';
import type { NewPaper } from '../../../src/resources/papers/schema.ts';
import { comparePaper } from '../../../src/resources/papers/update.ts';
import { composeNote } from '../../../src/resources/reviews/forms/note.ts';
import type { Review } from '../../../src/resources/reviews/schema.ts';
import { itemOfNote } from '../../../src/sync/notes/item.ts';
import { readNote } from '../../../src/sync/notes/note.ts';
import { rules } from '../../../src/validation/rules.ts';

/** Texts that YAML, Markdown and other tools of notes read in their own way. */
const nasty = [
  ...[
    'null',
    '~',
    'yes',
    'off',
    '1e3',
    '2405.10300',
    '0x1F',
    '2024-05-20',
    '---',
    '...',
    '- a',
    '# a',
    'a: b',
    '"',
    "'",
  ],
  ...[
    '{a}',
    '[a]',
    '&a',
    '*a',
    '!a',
    '!!str a',
    '%a',
    '@a',
    '`a`',
    'a #b',
    '|',
    '>',
    '{{ a }}',
    '{% a %}',
    '\\n',
    'a  b',
  ],
  ...[
    '한글 제목',
    'e\u0301'.normalize('NFC'),
    '\u{1F600}',
    'a\u00a0b',
    'a\u200bb',
    'a\ufeffb',
    '<b>',
    'a, b and c',
    'a/b',
    '=',
    '?',
  ],
];
const line = fc
  .oneof(
    fc.constantFrom(...nasty),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({ maxLength: 300 }),
  )
  .map((text) => rules.line(text.normalize('NFC')))
  .filter((ruling) => ruling.ok)
  .map((ruling) => (ruling as { value: string }).value);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const url = fc.webUrl({ withQueryParameters: true }).filter((text) => rules.url(text).ok);
const body = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\n',
        '\r\n',
        '\r',
        '---',
        '---\n',
        '...\n',
        '\ufeff',
        '\u2028',
        '  ',
        '\t',
        '# a',
        '{% a %}',
        '+++\n',
        '`',
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join('').normalize('NFC'));

const review: fc.Arbitrary<Review> = fc
  .record({
    title: line,
    summary: optional(line),
    body,
    language: fc.constantFrom('ko', 'en', 'pt-BR', 'zh-Hant', 'no'),
    status: fc.constantFrom('draft', 'scheduled', 'published', 'archived'),
    publishedAt: optional(
      fc
        .date({ min: new Date('1000-01-02'), max: new Date('9998-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString()),
    ),
    slug: fc.constantFrom('a', 'null', '한글', '2405', 'true', '2024-05-20'),
    reviewedVersion: optional(
      fc.record({ number: fc.integer({ min: 1, max: 1000 }), releasedOn: fc.constant(null) }),
    ),
    cover: optional(
      fc.record({ id: fc.constant('0197b6f0-8a4e-7c31-9d2b-3f6c1e5a7b90'), isChosen: fc.boolean() }),
    ),
    category: optional(fc.record({ slug: fc.constantFrom('b', 'null', '07', 'a-b') })),
    tags: fc
      .uniqueArray(line, { selector: (name) => name.normalize('NFKC').toLowerCase(), maxLength: 5 })
      .map((names) => names.map((name) => ({ name }))),
    paper: fc.record({
      title: line,
      acronym: optional(line),
      venue: optional(line),
      arxiv: optional(fc.constantFrom('2405.10300', '0704.0010', 'math/0309136')),
      doi: optional(
        fc.constantFrom('10.1000/1', '10.1145/3292500.3330701', '10.1002/(sici)1:2<3::aid-4>3.0.co;2-a'),
      ),
      identifiers: fc.record({
        openreview: optional(fc.constant('lgsyLSsDRe')),
        acl: optional(fc.constantFrom('N19-1423', '2023.acl-long.1')),
        isbn: optional(fc.constant('9780262035613')),
        s2: optional(fc.constantFrom('13756489', '204e3073870fae3d05bcbc2f6a8e263d9b72e776')),
        pmid: optional(fc.constant('31452104')),
      }),
      authors: fc.array(fc.record({ name: line, orcid: optional(fc.constant('0000-0002-1825-0097')) }), {
        maxLength: 4,
      }),
      links: fc.array(
        fc.record({
          kind: fc.constantFrom('code', 'pdf', 'other', 'arxiv'),
          label: line,
          url: optional(url),
        }),
        { maxLength: 4 },
      ),
    }),
  })
  .map((made) => {
    const { arxiv, doi } = made.paper;
    const paper = { ...made.paper, identifiers: { ...made.paper.identifiers, arxiv, doi } };
    return JSON.parse(
      JSON.stringify({ ...made, paper, id: '018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10' }),
    ) as Review;
  });

/** What the note of a review says of its paper, and the paper has not or otherwise. */
function differenceOf(written: Review) {
  const note = readNote('any.md', composeNote(written));
  const { paper } = itemOfNote(note, { exact: 'any.md', others: [] }).data as { paper: NewPaper };
  const { arxiv, doi, identifiers: more, ...shown } = written.paper;
  const versions = written.reviewedVersion ? [written.reviewedVersion] : [];
  const has = readPaperContent({ ...shown, identifiers: { ...more, arxiv, doi }, versions }, '');
  const identifiers = listIdentifiers(has.identifiers);
  return comparePaper(paper, readPaperContent({ ...paper, title: paper.title ?? '-' }, ''), has, identifiers);
}

test('whatever a review holds, the note that is written of it says the same', () => {
  fc.assert(
    fc.property(review, (written) => {
      const note = readNote('any.md', composeNote(written));
      assert.equal(note.body, written.body, 'the body is kept byte for byte');
      assert.deepEqual(note.category, written.category ? [written.category.slug] : undefined);
      const cover = written.cover?.isChosen ? `image:${written.cover.id}` : undefined;
      assert.equal(note.cover ? note.cover.address : undefined, cover);
      const { data } = itemOfNote(note, { exact: 'any.md', others: [] });
      const { title, slug, summary, body, language, publishedAt, tags, reviewedVersion } = written;
      const names = tags.map(({ name }) => name);
      const said = {
        title,
        slug,
        summary,
        body,
        language,
        publishedAt,
        reviewedVersion: reviewedVersion?.number,
      };
      for (const [name, value] of Object.entries(said))
        assert.equal(data[name as keyof typeof said] ?? null, value ?? null, name);
      assert.deepEqual(data.tags ?? [], names);
      const { identifiers } = data.paper as { identifiers: object };
      const has = Object.entries(written.paper.identifiers).filter(([, value]) => value != null);
      assert.deepEqual(identifiers, Object.fromEntries(has));
      assert.deepEqual(differenceOf(written), { lacking: {}, other: {} });
      const draft = written.status === 'draft' || written.status === 'archived' ? written.status : undefined;
      assert.deepEqual(
        [note.status, note.id, note.title, note.slug],
        [draft, written.id, written.title, written.slug],
      );
      assert.deepEqual(
        note.unused.filter((field) => !field.startsWith('Liquid')),
        [],
      );
    }),
    { numRuns: 400 },
  );
});

test('of authors with one name each keeps the ORCID that is its own', () => {
  const [made] = fc.sample(review, { numRuns: 1, seed: 1 });
  assert.ok(made);
  const authors = [
    { name: 'Wei Wang', orcid: '0000-0002-1825-0097' },
    { name: 'Wei Wang', orcid: null },
  ];
  const written = { ...made, paper: { ...made.paper, authors } };
  const { lacking, other } = differenceOf(written);
  assert.deepEqual([lacking.authors, other.authors], [undefined, undefined]);
});

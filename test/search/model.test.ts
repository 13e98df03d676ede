import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { foldText } from '../../src/content/text/fold.ts';
import { exactLexeme } from '../../src/search/lexemes.ts';
import { isCorrectable, manyCorrectable } from '../../src/search/match.ts';
import { parseSearch } from '../../src/search/query.ts';
import { dictionaryWords, isOneEditAway } from '../../src/search/spelling.ts';
import type { Term } from '../../src/search/term.ts';
import { startTestApp } from '../support/app.ts';
import { newReview } from '../support/things.ts';
import { trials } from '../support/trials.ts';
import { holdsTerm, scanPhrase, scanTerm } from './scan.ts';
import { mixedText } from './texts.ts';

const app = await startTestApp();

/** What was posted, as the model scans it. */
interface Posted {
  slug: string;
  title: string;
  acronym: string | null;
  paperTitle: string;
  summary: string | null;
  tags: string[];
  authors: string[];
  body: string;
}

// Something visible stands in every text, so that it is taken: a letter of its own, which no query has.
const line = mixedText.map((text) => `z ${text.replace(/\p{DI}/gu, '')}`);
const optional = fc.option(line);
const row = fc.record({
  title: line,
  acronym: optional,
  paperTitle: line,
  summary: optional,
  tags: fc.array(line, { maxLength: 2 }),
  authors: fc.array(line, { maxLength: 2 }),
  body: mixedText.map((text) => `z ${text}`),
});
const posted: Posted[] = [];

before(async () => {
  for (const [number, one] of fc.sample(row, { numRuns: 45, seed: 31 }).entries()) {
    const { acronym, paperTitle, authors, ...review } = one;
    const paper = { title: paperTitle, acronym, authors: authors.map((name) => ({ name })) };
    const slug = `review-${number}`;
    const status = number % 9 === 8 ? 'draft' : 'published';
    const body = newReview({ ...review, paper, slug, status });
    const answer = await app.send('POST', '/v1/reviews', { key: app.admin, body });
    assert.equal(answer.status, 201, answer.text);
    // A tag of a name that folds alike was there before, and keeps its spelling.
    const tags = answer.body.tags.map(({ name }: { name: string }) => name);
    if (status === 'published') posted.push({ ...one, tags, slug });
  }
});

const present = (texts: (string | null)[]) => texts.filter((text) => text !== null);

const textsAround = ({ title, acronym, paperTitle, summary, tags, authors }: Posted) =>
  present([title, acronym, paperTitle, summary, ...tags, ...authors]);

const stands = (term: Term, one: Posted): boolean =>
  textsAround(one).some((text) => scanTerm(term, text, { initials: true })) || scanTerm(term, one.body);

/** Whether a scan of what was posted finds a search, mistyped words of all but the body included. */
function scan(q: string, one: Posted): boolean {
  const { title, acronym, summary, body } = one;
  const search = parseSearch(q);
  if (acronym !== null && search.exact.includes(exactLexeme(acronym))) return true;
  if (search.terms.length === 0) return false;
  const around = textsAround(one);
  const words = around.flatMap(dictionaryWords);
  const typed = (term: Term) => stands(term, one);
  const corrected = (term: Term) =>
    isCorrectable(term) &&
    !posted.some((other) => holdsTerm(term, (part) => stands(part, other))) &&
    words.some((word) => isOneEditAway(term.text, word));
  const mistyped = search.terms.filter((term) => !holdsTerm(term, typed));
  const most = search.terms.filter(isCorrectable).length < manyCorrectable ? mistyped.length : 1;
  const texts = [title, present([summary, body]).join(' '), ...around];
  return (
    mistyped.length <= most &&
    mistyped.every(corrected) &&
    search.phrases.every((phrase) => texts.some((text) => scanPhrase(phrase, text)))
  );
}

/** A part of what was posted, as it is or with one letter wrong, or anything of the same letters. */
const part = fc.oneof(
  fc
    .tuple(
      fc.nat(),
      fc.constantFrom('title', 'body', 'summary', 'acronym', 'paperTitle'),
      fc.nat(),
      fc.nat(10),
    )
    .map(([at, member, start, length]) => {
      const text = posted[at % posted.length]?.[member as 'title'] ?? 'a';
      return text.slice(start % text.length, (start % text.length) + length + 1);
    }),
  fc
    .tuple(
      fc.nat(),
      fc.constantFrom(...Array.from({ length: 6 }, (_, index) => index)),
      fc.constantFrom('가', 'b', ''),
    )
    .map(([at, place, letter]) => {
      const words = posted.flatMap(({ title, tags }) => [title, ...tags].flatMap(dictionaryWords));
      const letters = Array.from(words[at % words.length] ?? 'model');
      return letters.with(place % letters.length, letter).join('');
    }),
  mixedText.map((text) => Array.from(text).slice(0, 6).join('')),
  fc
    .array(fc.constantFrom('"', '"', 'model', '학습', ' ', '을', 'ab', 'ing', '선형', '-'), { maxLength: 7 })
    .map((units) => units.join('')),
);

/** A part as it is, or quoted. */
const query = fc.oneof(
  { weight: 3, arbitrary: part },
  { weight: 1, arbitrary: part.map((text) => `"${text.replaceAll('"', ' ')}"`) },
);

/** Where a quoted part once was found inside a longer word, or was not found where it stands. */
const quoted = ['"학습ab"', '"z 학습"', '"ㅎㅅ"', '"edａㄱ"', '"z ing\u00AD\u0301"', '"\u0301:*ﬁ"'];
/** Where the model knew less of inflection. */
const inflected = ['ing\u0301ed'];
/** Where a quoted word was taken for mistyped because it stands without quotes too. */
const twice = ['"model"model', '"modol" modol'];

test('a search finds the set of reviews that a scan of all that was posted finds', async () => {
  let hits = 0;
  await fc.assert(
    fc.asyncProperty(query, async (q) => {
      fc.pre(q !== '' && q.isWellFormed());
      const { status, text, body } = await app.send(
        'GET',
        `/v1/reviews?limit=100&q=${encodeURIComponent(q)}`,
      );
      assert.equal(status, 200, text);
      const found = body.data.map(({ slug }: { slug: string }) => slug).sort();
      const expected = posted.filter((one) => scan(q, one)).map(({ slug }) => slug);
      assert.deepEqual(found, expected.sort(), `${JSON.stringify(q)}, folded ${JSON.stringify(foldText(q))}`);
      hits += found.length;
    }),
    {
      numRuns: trials(120),
      includeErrorInReport: true,
      examples: [...quoted, ...inflected, ...twice].map((q): [string] => [q]),
    },
  );
  assert.ok(hits > 40);
});

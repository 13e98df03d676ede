import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { linkKinds } from '../../../src/db/schema/link-kinds.ts';
import { sampleFolder } from '../../../src/sync/sample/library.ts';
import { sampleLibrary, sampleReviews } from '../../support/sample.ts';

const slugShape = /^[\p{Ll}\p{Lo}\p{M}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u;
const dayShape = /^20\d\d-\d\d-\d\d$/;
const { categories: sampleCategories } = sampleLibrary;
const bodies = sampleReviews.map(({ body }) => body);
const papers = new Map(sampleReviews.map(({ paper }) => [paper.identifiers.arxiv, paper]));

function assertLine(text: string, limit: number): void {
  const length = [...text].length;
  assert.ok(length > 0 && length <= limit, `${length} characters: ${text}`);
  assert.equal(text, text.trim().normalize('NFC'));
  assert.doesNotMatch(text, /[\p{Cc}\p{Bidi_Control}]/u);
}

function parseMarkdown(body: string) {
  return fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }).children;
}

test('every text of the sample keeps the limits of the service', () => {
  for (const review of sampleReviews) {
    assertLine(review.title, 500);
    assertLine(review.paper.title, 500);
    assertLine(review.summary, 2000);
    assert.ok(Buffer.byteLength(review.body) < 2 ** 20);
    assert.equal(review.body, `${review.body.trim().normalize('NFC')}\n`);
    for (const line of [...review.tags, ...review.paper.authors.map(({ name }) => name)])
      assertLine(line, 200);
    assert.ok(review.tags.length > 0 && review.tags.length <= 50);
  }
  for (const category of sampleCategories) {
    assertLine(category.name, 200);
    assertLine(category.description ?? '', 2000);
  }
});

test('slugs are well formed and unique, names of tags too however they are spelled', () => {
  const slugs = sampleReviews.map(({ slug }) => slug);
  for (const slug of [...slugs, ...sampleCategories.map(({ slug }) => slug)]) assert.match(slug, slugShape);
  assert.equal(new Set(slugs).size, slugs.length);
  assert.equal(new Set(sampleCategories.map(({ slug }) => slug)).size, sampleCategories.length);
  const tags = new Set(sampleReviews.flatMap((review) => review.tags));
  assert.equal(new Set([...tags].map((tag) => tag.normalize('NFKC').toLowerCase())).size, tags.size);
});

test('categories form a tree with parents first, and every category without children is in use', () => {
  const seen = new Set<string | null>([null]);
  for (const { slug, parent = null } of sampleCategories) {
    assert.ok(seen.has(parent), `${slug} comes before its parent`);
    seen.add(slug);
  }
  const used = new Set(sampleReviews.map(({ category }) => category));
  for (const slug of used) assert.ok(seen.has(slug), `${slug} does not exist`);
  const parents = new Set(sampleCategories.map(({ parent }) => parent));
  const leaves = sampleCategories.filter(({ slug }) => !parents.has(slug));
  assert.deepEqual(
    leaves.filter(({ slug }) => !used.has(slug)),
    [],
  );
});

test('twelve papers are reviewed, at least six reviews a language, once a paper and language', () => {
  assert.equal(papers.size, 12);
  for (const language of ['ko', 'en']) {
    const reviewed = sampleReviews.filter((review) => review.language === language);
    assert.ok(reviewed.length >= 6);
    assert.equal(new Set(reviewed.map(({ paper }) => paper.identifiers.arxiv)).size, reviewed.length);
  }
  for (const { language, body } of sampleReviews)
    assert.equal(/\p{Script=Hangul}/u.test(body), language === 'ko');
});

test('a paper names its versions, its arXiv page and links of known kinds', () => {
  for (const [arxiv, paper] of papers) {
    assert.match(arxiv, /^24(?:0[1-9]|1[0-2])\.\d{5}$/);
    assert.deepEqual(
      paper.versions.map(({ number }) => number),
      paper.versions.map((_, i) => i + 1),
    );
    assert.equal(paper.versions[0]?.releasedOn, paper.publishedOn);
    for (const { releasedOn } of paper.versions) assert.match(releasedOn ?? '2024-05-27', dayShape);
    assert.equal(paper.links.at(-1)?.url, `https://arxiv.org/abs/${arxiv}`);
    for (const { kind, url } of paper.links) {
      assert.ok(linkKinds.includes(kind));
      assert.equal(new URL(url ?? '').protocol, 'https:');
    }
  }
});

test('a review read a version that its paper has, and came out after it and in the past, newest first', () => {
  for (const { paper, reviewedVersion, publishedAt } of sampleReviews) {
    const version = paper.versions.find(({ number }) => number === reviewedVersion);
    assert.ok(version?.releasedOn && version.releasedOn < publishedAt.slice(0, 10));
    assert.equal(new Date(publishedAt).toISOString(), publishedAt);
    assert.ok(Date.parse(publishedAt) < Date.now());
  }
  const times = sampleReviews.map(({ publishedAt }) => publishedAt);
  assert.deepEqual(times, [...times].sort().reverse());
  assert.equal(new Set(times).size, times.length);
});

test('every review has the headings of a note, and headings only in order of depth', () => {
  for (const { body, language, slug } of sampleReviews) {
    const headings = Array.from(body.matchAll(/^(##+) (.+)$/gm));
    const sections = headings.filter(([, marks]) => marks === '##').map(([, , text]) => text);
    const expected =
      language === 'ko' ? ['요약', '방법', '결과', '의견'] : ['Abstract', 'Method', 'Results', 'Opinion'];
    assert.deepEqual(sections, expected, slug);
    assert.ok(headings.every(([, marks = '']) => marks.length <= 3));
  }
});

test('the sample shows formulas, a particle glued to one, tables, lists and code', () => {
  for (const body of bodies) {
    assert.equal((body.match(/\$/g)?.length ?? 0) % 2, 0, 'an unpaired dollar');
    // A formula that a table cell held with a bar in it would be split there.
    for (const [row] of body.matchAll(/^\|.*\$.*$/gm)) assert.doesNotMatch(row, /\$[^$|]*\|[^$|]*\$(?=[^|])/);
  }
  assert.ok(bodies.filter((body) => /^\$\$\n[^$]+\n\$\$$/m.test(body)).length >= 3);
  assert.ok(bodies.some((body) => /(?<!\$)\$[^$\n]+\$[가-힣]/.test(body)));
  const kinds = new Set(bodies.flatMap((body) => parseMarkdown(body).map(({ type }) => type)));
  assert.deepEqual([...kinds].sort(), ['code', 'heading', 'list', 'paragraph', 'table']);
});

test('every figure of the sample is shown alone in a paragraph, with a caption, and is the cover; every one that is shown is there', () => {
  const shown = sampleReviews.flatMap(({ body, cover }) => {
    const names = Array.from(body.matchAll(/\n\n!\[[^\]]+\]\((\S+) "[^"]+"\)\n/g), ([, name]) => name);
    assert.equal(body.split('![').length - 1, names.length);
    assert.equal(cover ? cover.address : undefined, names[0]);
    if (cover) assertLine(cover.alt, 2000);
    return names;
  });
  const figures = readdirSync(join(sampleFolder, 'figures')).map((name) => `figures/${name}`);
  assert.deepEqual([...new Set(shown)].sort(), figures.sort());
});

test('nothing of a note is left unused, and each names a paper of the library and a category', () => {
  for (const { slug, unused } of sampleReviews) assert.deepEqual(unused, [], slug);
  assert.deepEqual(
    sampleLibrary.papers.filter((paper) => !sampleReviews.some((review) => review.paper === paper)),
    [],
  );
});

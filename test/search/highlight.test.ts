import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { highlight } from '../../src/search/highlight.ts';
import { findMatches } from '../../src/search/matches.ts';
import { parseSearch } from '../../src/search/query.ts';
import type { Term } from '../../src/search/term.ts';
import { anyText } from '../content/text/strings.ts';
import { trials } from '../support/trials.ts';
import { scanTerm } from './scan.ts';
import { textAndQuery } from './texts.ts';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

function show(q: string, title: string, body = '', corrections: Record<string, string[]> = {}) {
  const search = parseSearch(q);
  const known = search.terms.map((term): [Term, string[]] => [term, corrections[term.text] ?? []]);
  return highlight(search, new Map(known), title, body);
}

function unmark(html: string): string {
  return html
    .replace(/<\/?mark>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}

const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

test('matches are marked where they stand, and the rest is escaped', () => {
  const { title } = show('lora 학습', `<b>"QLoRA"</b> & LoRA로 심층강화학습을 '배움'`);
  assert.equal(
    title,
    '&lt;b&gt;&quot;Q<mark>LoRA</mark>&quot;&lt;/b&gt; &amp; <mark>LoRA</mark>로 심층강화<mark>학습</mark>을 &#39;배움&#39;',
  );
});

test('text that looks like a mark or an entity is only text', () => {
  assert.equal(show('mark', '<mark>&amp;').title, '&lt;<mark>mark</mark>&gt;&amp;amp;');
});

test('marks stand at the places of the text as it was written', () => {
  assert.equal(show('lora', '가 ＱＬｏＲＡ는').title, '가 Ｑ<mark>ＬｏＲＡ</mark>는');
  const nfd = '선형'.normalize('NFD');
  assert.equal(show('선형', `비${nfd} ${nfd}층`).title, `비<mark>${nfd}</mark> <mark>${nfd}</mark>층`);
  assert.equal(show('fine', 'reﬁnement').title, 're<mark>ﬁne</mark>ment');
  assert.equal(show('inement', 'reﬁnement').title, 're<mark>ﬁnement</mark>');
  assert.equal(show('embedding', 'Embed\u00ADdings').title, '<mark>Embed\u00ADding</mark>s');
  assert.equal(show('cafe\u0301', 'Ｃafé').title, '<mark>Ｃafé</mark>');
});

test('another inflection and a corrected word are marked whole', () => {
  assert.equal(
    show('embeddings', 'Embedding embedded').title,
    '<mark>Embedding</mark> <mark>embedded</mark>',
  );
  const corrected = show('transfromer', 'A Transformer', '', { transfromer: ['transformer'] });
  assert.equal(corrected.title, 'A <mark>Transformer</mark>');
});

test('a quoted word is marked as a whole word only, without its particle', () => {
  assert.equal(show('"rag"', 'RAG는 fragment').title, '<mark>RAG</mark>는 fragment');
  assert.equal(show('"학습"', '학습을 강화학습').title, '<mark>학습</mark>을 강화학습');
});

test('initial consonants mark the syllables of a title, not of a body', () => {
  assert.deepEqual(show('ㅅㅎ', '비선형 층', '선형 층'), {
    title: '비<mark>선형</mark> 층',
    snippet: '선형 층',
  });
  assert.equal(show('ㅅ', '선형 비선형').title, '<mark>선</mark>형 비선형');
});

test('matches that touch or overlap are one mark', () => {
  assert.equal(show('LoRA는', 'LoRA는').title, '<mark>LoRA는</mark>');
  assert.equal(show('강화 화학 학습', '강화학습').title, '<mark>강화학습</mark>');
  const matches = findMatches(parseSearch('강화학습 화학 학습'), '심층강화학습', {
    corrections: new Map(),
    initials: false,
  });
  assert.deepEqual(matches, [{ start: 2, end: 6, term: 0 }]);
});

test('a snippet is one line around the matches, with formulas and code as text', () => {
  const body = `# 제목\n\n문장 $\\lambda$는\n\n\`code\` 끝`;
  assert.equal(show('lambda', '', body).snippet, '# 제목 문장 $\\<mark>lambda</mark>$는 `code` 끝');
  const long = `${'앞말 '.repeat(300)}여기 망각 있다 ${'뒷말 '.repeat(300)}`;
  const snippet = show('망각', '', long).snippet ?? '';
  assert.match(snippet, /^…(앞말 )+여기 <mark>망각<\/mark> 있다 (뒷말 ?)+…$/);
  assert.ok(Array.from(unmark(snippet)).length <= 202);
  assert.ok(Array.from(unmark(snippet)).length > 150);
});

test('a snippet shows where the most different terms are together', () => {
  const apart = `망각 ${'a '.repeat(200)} 망각 망각 망각 ${'b '.repeat(200)} 망각 선형 ${'c '.repeat(200)}`;
  assert.match(show('망각 선형', '', apart).snippet ?? '', /<mark>망각<\/mark> <mark>선형<\/mark>/);
});

test('a match at the very end still has what is before it', () => {
  const snippet = show('망각', '', `${'말 '.repeat(500)}망각`).snippet ?? '';
  assert.match(snippet, /^…말 .*<mark>망각<\/mark>$/);
  assert.ok(snippet.length > 180);
});

test('without a match the snippet is the beginning of the body, without a body there is none', () => {
  assert.equal(show('망각', 't', '처음 <말>').snippet, '처음 &lt;말&gt;');
  assert.match(show('망각', 't', '처음 '.repeat(300)).snippet ?? '', /^처음 .*처음…$/);
  assert.equal(show('망각', 't', ' \n ').snippet, null);
});

test('a snippet never cuts a grapheme, however heavy', () => {
  const family = '👩‍👩‍👧‍👦';
  const snippet = show('망각', '', `${family.repeat(300)} 망각 ${family.repeat(300)}`).snippet ?? '';
  assert.match(unmark(snippet), new RegExp(`^…(?:${family})+ 망각 (?:${family})+…$`, 'u'));
  const heavy = show('망각', '', `망각 ${`e${'\u0301'.repeat(900)}`.repeat(50)}`).snippet ?? '';
  assert.ok(heavy.length < 2_100);
  const before = show('망각', '', `${`e${'\u0301'.repeat(900)}`.repeat(5)} 망각`).snippet ?? '';
  assert.match(before, /^…(?!\u0301)/);
});

test('a highlight is the text itself, marked, whatever the text and the search', () => {
  fc.assert(
    fc.property(fc.oneof(textAndQuery, fc.tuple(anyText, anyText)), ([text, q]) => {
      const { title, snippet } = show(q, text, text);
      assert.equal(unmark(title), text);
      assert.doesNotMatch(title.replace(/<\/?mark>/g, ''), /[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
      assert.doesNotMatch(title.replace(/<mark>[^<]+<\/mark>/g, ''), /</);
      if (snippet === null) return;
      const plain = unmark(snippet).replace(/^…|…$/g, '');
      assert.ok(Array.from(graphemes.segment(plain)).length <= 200);
    }),
    { numRuns: trials(400) },
  );
});

test('a title is marked exactly when a scan finds one of the terms in it', () => {
  fc.assert(
    fc.property(textAndQuery, ([text, q]) => {
      const isFound = parseSearch(q)
        .terms.flatMap((term) => [term, ...(term.variants ?? []).flat()])
        .some((term) => scanTerm(term, text, { initials: true }));
      assert.equal(show(q, text).title.includes('<mark>'), isFound);
    }),
    { numRuns: trials(800) },
  );
});

test('a body without end takes bounded time', () => {
  const q = Array.from({ length: 60 }, (_, at) => String.fromCharCode(0xac00 + at)).join(' ');
  const hostile = [
    '가'.repeat(1_000_000),
    '가 '.repeat(500_000),
    'ㅋ'.repeat(1_000_000),
    'a'.repeat(1_000_000),
  ];
  // Time of the processor: the machine may be busy.
  const started = process.cpuUsage();
  for (const body of hostile) assert.notEqual(show(`${q} aaa ㅋㅋ`, '', body).snippet, null);
  assert.ok(process.cpuUsage(started).user < 10_000_000);
});

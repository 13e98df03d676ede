import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { exactLexeme, lexemesOf } from '../../src/search/lexemes.ts';
import { correctedQuery, exactQuery, parseSearch, termQuery } from '../../src/search/query.ts';
import { anyText } from '../content/text/strings.ts';
import { trials } from '../support/trials.ts';
import { scanMatches, scanTerm } from './scan.ts';
import { textAndQuery } from './texts.ts';
import { matchesQuery } from './tsquery.ts';

/** Whether the index finds a text, and that a scan of it says the same. */
function finds(q: string, text: string): boolean {
  const search = parseSearch(q);
  const lexemes = lexemesOf(text, { initials: true });
  const found = search.terms.every((term) => matchesQuery(termQuery(term), lexemes));
  assert.equal(
    found,
    search.terms.every((term) => scanTerm(term, text, { initials: true })),
  );
  return found;
}

function kinds(q: string): string[] {
  return parseSearch(q).terms.map(({ kind, text }) => `${kind} ${text}`);
}

test('Korean words are found whole, by one syllable, and inside a compound', () => {
  const text = '재앙적 망각을 막는 선형 층과 심층강화학습을 다룬다';
  for (const q of ['망각', '선형', '층', '학습', '강화학습', '심층 망각'])
    assert.equal(finds(q, text), true, q);
  for (const q of ['망상', '비선형', '학습률', '망각 정책']) assert.equal(finds(q, text), false, q);
});

test('decomposed and full-width spellings find and are found', () => {
  assert.equal(finds('망각'.normalize('NFD'), '망각을'), true);
  assert.equal(finds('망각', '망각을'.normalize('NFD')), true);
  assert.equal(finds('ＬｏＲＡ', 'LoRA'), true);
  assert.equal(finds('lora', 'ＬｏＲＡ는'), true);
});

test('initial consonants find the words that they begin', () => {
  for (const q of ['ㅅㅎ', 'ㅅㅎ'.normalize('NFKC'), 'ㅎㅊ', 'ㅅㅎㅊ', 'ㅅ']) {
    assert.equal(finds(q, '선형층'), true, q);
  }
  assert.equal(finds('ㅎ', '선형층'), false);
  assert.equal(finds('ㅎㅅ', '선형층'), false);
});

test('two consonants that the keyboard joined are two', () => {
  assert.deepEqual(kinds('ㄳ ㅄ ㅀㅅ ㅃ'), [
    'initials ᄀᄉ',
    'initials ᄇᄉ',
    'initials ᄅᄒᄉ',
    'initials ᄈ',
  ]);
  assert.equal(finds('ㄳ', '검색'), true);
});

test('a Latin term of three letters or more is found inside words, a shorter one at their start', () => {
  assert.equal(finds('LoRA', 'LoRA는'), true);
  assert.equal(finds('LoRA', 'QLoRA'), true);
  assert.equal(finds('rag', 'fragment'), true);
  assert.equal(finds('ra', 'fragment'), false);
  assert.equal(finds('fr', 'fragment'), true);
});

test('a quoted word is the whole word', () => {
  assert.equal(finds('"rag"', 'a fragment'), false);
  assert.equal(finds('"rag"', 'RAG는'), true);
  assert.equal(finds('“rag”', 'fragment'), false);
  assert.equal(finds('"embedding"', 'embeddings'), false);
});

test('a quoted Korean word is found with a particle behind it, and not inside another word', () => {
  for (const text of ['학습', '학습을', '학습에서']) assert.equal(finds('"학습"', text), true, text);
  for (const text of ['심층강화학습을', '학습률', '학습자']) assert.equal(finds('"학습"', text), false, text);
});

test('English is found in its other inflections, both ways', () => {
  assert.equal(finds('embedding', 'embeddings'), true);
  assert.equal(finds('embeddings', 'embedding'), true);
  assert.equal(finds('quantized', 'quantization quantizes'), true);
  assert.equal(finds('cats', 'cat'), true);
  assert.equal(finds('embedding', 'embed'), true);
  assert.equal(finds('embed', 'embedded'), true);
  assert.equal(finds('embeding', 'embeddings'), true);
});

test('a mistyped word is found by the word taken for it', () => {
  const [term] = parseSearch('transfromer').terms;
  assert.ok(term);
  assert.equal(matchesQuery(termQuery(term), lexemesOf('Transformer')), false);
  assert.equal(matchesQuery(correctedQuery(['transformer']) ?? '', lexemesOf('Transformer')), true);
});

test('several quoted words are a phrase as well', () => {
  const search = parseSearch('"catastrophic forgetting" 망각 "LoRA는" "one"');
  assert.deepEqual(search.phrases, [
    ['catastrophic', 'forgetting'],
    ['lora', '는'],
  ]);
  assert.equal(scanMatches(search, 'one LoRA는 catastrophic forgetting 망각'), true);
  assert.equal(scanMatches(search, 'one LoRA는 forgetting catastrophic 망각'), false);
});

test('a quote that is never closed means nothing', () => {
  assert.deepEqual(kinds('"a b" "rag now'), ['word a', 'word b', 'inside rag', 'inside now']);
  assert.deepEqual(kinds('"rag'), ['inside rag']);
});

test('what is asked twice is one term, and no letters are no terms', () => {
  assert.deepEqual(kinds('LoRA lora "lora"'), ['inside lora', 'word lora']);
  for (const q of ['', '   ', '""', '-- $ 🙂']) assert.deepEqual(parseSearch(q).terms, [], q);
  assert.equal(exactQuery(parseSearch(' \t')), null);
});

test('the whole query is asked for as an acronym, and as an identifier in canonical form', () => {
  assert.deepEqual(parseSearch('"NV-Embed"').exact, ['#nv-embed']);
  for (const q of ['arXiv:2405.17428', '2405.17428', 'https://arxiv.org/abs/2405.17428v2']) {
    assert.equal(parseSearch(q).exact.includes(exactLexeme('arxiv:2405.17428')), true, q);
  }
  assert.equal(parseSearch('10.1145/3292500').exact.includes('#doi:10.1145/3292500'), true);
});

test('quotes and backslashes stay inside their lexeme', () => {
  const query = exactQuery(parseSearch("O'Neil \\ & | ! :*"));
  assert.equal(query, "'#o''neil \\\\ & | ! :*'");
});

test('a term longer than a stored suffix is found where it is, by windows that all have to be there', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
  const syllables = Array.from({ length: 40 }, (_, at) => String.fromCharCode(0xac00 + at * 100)).join('');
  for (const long of [letters, syllables]) {
    assert.equal(finds(long, `x${long}x`), true);
    assert.equal(finds(long, long), true);
    assert.equal(finds(long, long.slice(1)), false);
    assert.equal(finds(long, long.slice(0, -1)), false);
    assert.equal(finds(`${long.slice(0, 25)}!`, long), true);
  }
});

test('the index finds what a scan of the text finds, and nothing else', () => {
  let hits = 0;
  fc.assert(
    fc.property(textAndQuery, ([text, q]) => {
      if (finds(q, text) && parseSearch(q).terms.length > 0) hits++;
    }),
    { numRuns: trials(3_000) },
  );
  assert.ok(hits > 300);
});

test('any text is a search whose queries are well-formed', () => {
  fc.assert(
    fc.property(anyText, (q) => {
      const search = parseSearch(q);
      for (const term of search.terms) assert.equal(typeof matchesQuery(termQuery(term), []), 'boolean');
      const exact = exactQuery(search);
      if (exact !== null) assert.equal(matchesQuery(exact, search.exact), true);
    }),
  );
});

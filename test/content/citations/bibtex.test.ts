import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '@retorquere/bibtex-parser';
import fc from 'fast-check';
import { writeBibtex } from '../../../src/content/citations/bibtex.ts';
import type { CslItem } from '../../../src/content/citations/csl.ts';
import { splitName } from '../../../src/content/citations/names.ts';

const item = (more: Partial<CslItem> = {}): CslItem => ({
  ...{ id: 'key', type: 'article', title: 'Title', author: [splitName('Ada Lattice')] },
  ...more,
});

/** What the second parser reads back, titles without any change of case. */
function read(items: CslItem[]) {
  const { errors, entries } = parse(writeBibtex(items), { sentenceCase: false });
  assert.deepEqual(errors, []);
  return entries;
}

test('capitals that a style must not write small stand in braces, and no others', () => {
  const cases: [string, string | undefined, string][] = [
    ['NV-Embed: Improved Techniques for LLMs', 'NV-Embed', '{NV-Embed}: Improved Techniques for {LLMs}'],
    ['A Study of BERT, GPT-4 and T5', undefined, 'A Study of {BERT}, {GPT-4} and {T5}'],
    ['Deep Q-Learning with Multi-Head Attention', undefined, 'Deep {Q-Learning} with Multi-Head Attention'],
    ['On Mamba and Mamba-2', 'Mamba', 'On {Mamba} and {Mamba}-2'],
    ['LoRA는 덜 잊는다', undefined, '{LoRA는} 덜 잊는다'],
    ['On $\\lambda^{2}$ & $5', undefined, 'On {$\\lambda^{2}$} \\& \\$5'],
    ['a $}{$ b', undefined, 'a \\$\\textbraceright{}\\textbraceleft{}\\$ b'],
  ];
  for (const [title, acronym, written] of cases) {
    const bibtex = writeBibtex([item({ title, 'title-short': acronym })]);
    assert.ok(bibtex.includes(`  title = {${written}},\n`), bibtex);
  }
});

test('a second parser reads eprint, archivePrefix, primaryClass, the month and the names', () => {
  const names = ['Chankyu Lee', '김철수', 'Laurens van der Maaten', 'DeepSeek-AI', 'Stand and Deliver'];
  const [entry] = read([
    item({
      ...{ archive: 'arXiv', archive_location: '2405.17428', custom: { primaryClass: 'cs.CL' } },
      ...{ issued: { 'date-parts': [[2024, 5, 27]] }, author: names.map(splitName) },
      URL: 'https://example.org/한글?a=b&c=%25#d_e{f}',
    }),
  ]);
  const fields = entry?.fields;
  assert.deepEqual(
    [fields?.eprint, fields?.archiveprefix, fields?.primaryclass, fields?.year, fields?.month],
    ['2405.17428', 'arXiv', 'cs.CL', '2024', '5'],
  );
  assert.deepEqual(fields?.author?.slice(0, 4), [
    { firstName: 'Chankyu', lastName: 'Lee' },
    { firstName: '철수', lastName: '김' },
    { firstName: 'Laurens', prefix: 'van der', lastName: 'Maaten' },
    { name: 'DeepSeek-AI' },
  ]);
  assert.equal(fields?.author?.length, 5);
  assert.equal(fields?.url, 'https://example.org/한글?a=b&c=%25#d_e%7Bf%7D');
});

test('the kind of an entry follows where the thing was published', () => {
  const container = { 'container-title': 'ICLR 2025' };
  const entries = read([
    item({ id: 'a' }),
    item({ id: 'b', type: 'article-journal', ...container }),
    item({ id: 'c', type: 'paper-conference', ...container }),
    item({ id: 'd', type: 'review', 'reviewed-title': 'Another & more', ...container }),
  ]);
  assert.deepEqual(
    entries.map(({ type }) => type),
    ['misc', 'article', 'inproceedings', 'misc'],
  );
  assert.equal(entries[1]?.fields.journal, 'ICLR 2025');
  assert.equal(entries[2]?.fields.booktitle, 'ICLR 2025');
  assert.equal(entries[3]?.fields.note, 'Review of: Another & more');
});

test('any title is read back as it was, whatever letters of TeX it has', () => {
  const part = fc.constantFrom(
    ...['\\', '{', '}', '$', '&', '%', '#', '_', '^', '"', '@', ',', '=', '|', ':', 'A', '1'],
    ...['한글', 'é', 'LLM', 'word', '中文', '🙂', 'and'],
  );
  const line = fc
    .array(part, { minLength: 1, maxLength: 12 })
    .map((parts) => parts.join(' '))
    .filter((text) => !/\$[^$]+\$/.test(text));
  fc.assert(
    fc.property(line, (title) => {
      const [entry, following] = read([
        item({ title, author: [{ literal: title }] }),
        item({ id: 'following', title: 'Following' }),
      ]);
      assert.equal(following?.fields.title, 'Following');
      assert.equal(String(entry?.fields.title).replace(/<[^<>]*>/g, ''), title);
    }),
    { numRuns: 200 },
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { writeBibtex } from '../../../src/content/citations/bibtex.ts';
import type { CslItem } from '../../../src/content/citations/csl.ts';
import { splitName } from '../../../src/content/citations/names.ts';
import { writeRis } from '../../../src/content/citations/ris.ts';
import { isHarmlessFormula } from '../../../src/content/citations/tex.ts';
import { startTestApp } from '../../support/app.ts';
import { postReview } from '../../support/things.ts';

/** What escaped text is written with, beside the commands of mathematics. */
const escapes = ['textbackslash', 'textbraceleft', 'textbraceright', 'textasciicircum', 'textasciitilde'];

/** Reads TeX as TeX does: the commands in it, with what `^^` makes of characters. */
function listCommands(tex: string): string[] {
  const plain = tex.replace(/\^\^([0-9a-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  assert.equal(plain, tex, 'no notation stands for another character');
  return [...tex.matchAll(/\\([A-Za-z]+)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !escapes.includes(name));
}

const harmful = [
  '\\input{/etc/passwd}',
  '\\write18{id}',
  '\\immediate\\write18{id}',
  '\\def\\x{\\x\\x}\\x',
  '\\csname input\\endcsname x',
  '\\catcode`\\@=11',
  '^^5cinput{x}',
  '^^5c^^69nput x',
  '\\openout5=x',
  '\\include x',
  '\\loop\\repeat',
  '\\newcommand{\\alpha}{\\input x}',
  '\\let\\alpha\\input',
  '\\expandafter\\input',
  '\\begin{filecontents}{x}',
  '\\href{javascript:x}{y}',
  '\\directlua{os.execute("id")}',
  '\\alpha가',
  '\\alpha % x',
  '#1',
  'a & b',
  '\\\\',
  '\\(x\\)',
  '\\@input x',
  'x}{y',
  '\\special{x}',
];

test('of a formula only commands of mathematics leave in BibTeX, whatever notation they are written in', () => {
  for (const tex of harmful) {
    assert.equal(isHarmlessFormula(`$${tex}$`), false, tex);
    for (const text of [`$${tex}$`, `On $x + ${tex}$ and $y$`, tex, `$$${tex}$$`]) {
      const bibtex = writeBibtex([
        {
          ...{ id: 'key', type: 'article-journal', title: text, 'title-short': 'On' },
          ...{ author: [{ literal: text }, splitName(text)], 'container-title': text },
          ...{
            DOI: `10.1/${text}`,
            URL: `https://a.example/${text}`,
            archive_location: text,
            archive: 'arXiv',
          },
          custom: { primaryClass: text },
        },
      ]);
      assert.deepEqual(listCommands(bibtex), [], bibtex);
    }
  }
  for (const tex of [
    '\\lambda^{2}',
    '\\mathcal{O}(n \\log n)',
    'f\\colon X \\to \\mathbb{R}',
    '\\frac{1}{2}\\%',
    'k\\,t',
  ])
    assert.ok(isHarmlessFormula(`$${tex}$`), tex);
});

test('whatever stands in a title or a name, BibTeX has no command of it but those of mathematics', () => {
  const part = fc.oneof(
    fc.constantFrom(...harmful, '$', '$x$', '^', '\\', '{', '}', '%', '\\alpha', '\\text{', ' '),
    fc.string({ maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const title = parts.join('');
      for (const name of listCommands(
        writeBibtex([{ id: 'key', type: 'article', title, author: [{ literal: title }] }]),
      ))
        assert.ok(isHarmlessFormula(`$\\${name}$`), `${title}: \\${name}`);
    }),
    { numRuns: 1000 },
  );
});

test('no value begins a field of its own in RIS', () => {
  const breaks = [
    '\n',
    '\r',
    '\r\n',
    '\u0085',
    '\u2028',
    '\u2029',
    '\v',
    '\f',
    '\u001c',
    '\u001d',
    '\u001e',
    '\0',
  ];
  for (const mark of breaks) {
    const text = `A${mark}ER  - ${mark}TY  - JOUR`;
    const item: CslItem = {
      ...{
        id: 'key',
        type: 'article',
        title: text,
        abstract: text,
        'container-title': text,
        publisher: text,
      },
      ...{ author: [{ literal: text }, { family: text, given: text }], DOI: text, URL: text, language: text },
    };
    const lines = writeRis([item]).split(/\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029\0]/);
    assert.deepEqual(
      lines.map((line) => line.slice(0, 2)),
      ['TY', 'ID', 'TI', 'AU', 'AU', 'T2', 'PB', 'DO', 'LA', 'AB', 'UR', 'ER', ''],
    );
  }
});

test('a paper whose title holds a command of TeX is cited without it', async () => {
  const app = await startTestApp();
  const title = 'Reading $\\input{/etc/passwd}$ and $^^5cinput x$ of $\\lambda$';
  const { paper } = await postReview(app, { paper: { title }, status: 'published' });
  const { text } = await app.send('GET', `/v1/papers/${paper.id}/citation?format=bibtex`);
  assert.deepEqual(listCommands(text), ['lambda'], text);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { encodeIdentifierInPath } from '../../../src/content/identifiers/in-path.ts';
import { recognizeIdentifier } from '../../../src/content/identifiers/scheme.ts';
import { trials } from '../../support/trials.ts';

const subPaths = new Set(['/citation', '/citation.bib', '/versions', '/merge']);
const encode = (path: string) => encodeIdentifierInPath(path, subPaths);

test('an identifier with slashes as they are is one segment, with what is behind it', () => {
  const cases: [string, string][] = [
    ['doi:10.1145/3292500.3330701', 'doi:10.1145%2F3292500.3330701'],
    ['DOI:10.1145/3292500.3330701/citation', 'DOI:10.1145%2F3292500.3330701/citation'],
    ['doi:10.1145/3292500.3330701/citation.bib', 'doi:10.1145%2F3292500.3330701/citation.bib'],
    ['doi%3A10.1145/3292500.3330701/versions', 'doi%3A10.1145%2F3292500.3330701/versions'],
    ['10.1145/3292500.3330701', '10.1145%2F3292500.3330701'],
    ['arxiv:hep-th/9901001', 'arxiv:hep-th%2F9901001'],
    ['hep-th/9901001/merge', 'hep-th%2F9901001/merge'],
    ['math.GT/0309136v2', 'math.GT%2F0309136v2'],
    ['https://doi.org/10.1145/3292500/citation', 'https:%2F%2Fdoi.org%2F10.1145%2F3292500/citation'],
    // As a proxy leaves it that merges slashes.
    ['https:/doi.org/10.1145/3292500', 'https:%2F%2Fdoi.org%2F10.1145%2F3292500'],
    ['arxiv.org/abs/hep-th/9901001', 'arxiv.org%2Fabs%2Fhep-th%2F9901001'],
    ['doi:10.1000/a//b', 'doi:10.1000%2Fa%2F%2Fb'],
    ['doi:10.1000/a%2Fb/c', 'doi:10.1000%2Fa%2Fb%2Fc'],
    ['doi:10.1000/a/citation/b', 'doi:10.1000%2Fa%2Fcitation%2Fb'],
    // A sub-path needs an identifier before it.
    ['doi:10.1000/citation', 'doi:10.1000%2Fcitation'],
    ['doi:10.1000/a/citation/citation', 'doi:10.1000%2Fa%2Fcitation/citation'],
    ['doi:10.1000/a%2Fcitation', 'doi:10.1000%2Fa%2Fcitation'],
  ];
  for (const [path, expected] of cases) assert.equal(encode(path), expected);
});

test('whatever is no identifier stays as it is', () => {
  const others = [
    'simpo',
    'simpo/citation',
    'simpo/nothing',
    'arxiv:2405.17428/citation',
    'openreview:abcdef',
    '',
  ];
  const odd = ['a/b/c', '/', '//', 'https', '%zz/citation', '018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10/merge'];
  for (const path of [...others, ...odd]) assert.equal(encode(path), path);
});

test('for every identifier and everything behind it, slashes as they are mean what encoded ones do', () => {
  const suffix = fc.string({
    unit: fc.constantFrom(...'aZ09-._;()/'.split(''), '/', '가', '<', '#', '?', '%'),
    minLength: 1,
  });
  const doi = fc
    .tuple(fc.integer({ min: 1000, max: 99_999 }), suffix)
    .map(([who, name]) => `10.${who}/${name}`);
  const old = fc
    .tuple(fc.constantFrom('hep-th', 'math.GT', 'cs'), fc.integer({ min: 1, max: 999 }))
    .map(([archive, number]) => `${archive}/9901${`${number}`.padStart(3, '0')}`);
  const spelling = fc.oneof(
    doi,
    doi.map((one) => `doi:${one}`),
    doi.map((one) => `https://doi.org/${one}`),
    old,
    old.map((one) => `arXiv:${one}`),
    old.map((one) => `http://arxiv.org/abs/${one}`),
  );
  fc.assert(
    fc.property(spelling, fc.constantFrom('', ...subPaths), (reference, subPath) => {
      fc.pre(recognizeIdentifier(reference).kind === 'identifier');
      // Of these the encoded spelling alone says that they are part of the identifier.
      fc.pre(subPath !== '' || ![...subPaths].some((one) => reference.endsWith(one)));
      const raw = reference.split('/').map(encodeURIComponent).join('/');
      const [segment = '', ...rest] = encode(raw + subPath).split('/');
      assert.deepEqual([decodeURIComponent(segment), rest.join('/')], [reference, subPath.slice(1)]);
      assert.equal(encode(encodeURIComponent(reference) + subPath), encodeURIComponent(reference) + subPath);
    }),
    { numRuns: trials(1000) },
  );
});

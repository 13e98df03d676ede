import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseIdentifier } from '../../../src/content/identifiers/scheme.ts';
import { trials } from '../../support/trials.ts';
import { anyText } from '../text/strings.ts';

const parseArxiv = (text: string) => parseIdentifier('arxiv', text);

const readValue = (text: string) => {
  const read = parseArxiv(text);
  return read.ok ? read.value : read.reason;
};
const refusal = (text: string) => {
  const read = parseArxiv(text);
  return read.ok ? `taken as ${read.value}` : read.reason;
};

test('every usual spelling is one paper', () => {
  const spellings = [
    '2405.17428',
    ' 2405.17428v1 ',
    'arXiv:2405.17428',
    'ARXIV: 2405.17428v12',
    'arXiv:2405.17428v1 [cs.CL] 27 May 2024',
    'arXiv preprint arXiv:2405.17428',
    'https://arxiv.org/abs/2405.17428v1',
    'http://arxiv.org/pdf/2405.17428v1.pdf',
    'https://www.arxiv.org/pdf/2405.17428',
    'arxiv.org/html/2405.17428v1/',
    'https://export.arxiv.org/abs/2405.17428?context=cs#top',
    'https://ar5iv.labs.arxiv.org/html/2405.17428',
    'https://ar5iv.org/abs/2405.17428',
    'huggingface.co/papers/2405.17428',
    'https://hf.co/papers/2405.17428',
    'https://www.alphaxiv.org/abs/2405.17428v1',
    '10.48550/arXiv.2405.17428',
    'doi:10.48550/ARXIV.2405.17428',
    'https://doi.org/10.48550/arXiv.2405.17428',
    'https://dx.doi.org/10.48550%2FarXiv.2405.17428',
  ];
  for (const spelling of spellings) assert.equal(readValue(spelling), '2405.17428', spelling);
});

test('an identifier of the old scheme loses its subject class and keeps its archive', () => {
  assert.equal(readValue('hep-th/9901001'), 'hep-th/9901001');
  assert.equal(readValue('math.GT/0309136v2'), 'math/0309136');
  assert.equal(readValue('arXiv:cond-mat.str-el/0703001'), 'cond-mat/0703001');
  assert.equal(readValue('https://arxiv.org/abs/math.GT/0309136'), 'math/0309136');
  assert.equal(readValue('http://xxx.lanl.gov/abs/HEP-TH/9108001'), 'hep-th/9108001');
  assert.equal(readValue('https://arxiv.org/pdf/hep-th%2F9901001v3.pdf'), 'hep-th/9901001');
  assert.equal(readValue('10.48550/arXiv.hep-th/9901001'), 'hep-th/9901001');
});

test('a version is told apart from the value', () => {
  assert.deepEqual(parseArxiv('2405.17428V3'), { ok: true, value: '2405.17428', version: 3 });
  assert.deepEqual(parseArxiv('2405.17428'), { ok: true, value: '2405.17428' });
});

test('versions count from v1', () => {
  for (const version of ['v0', 'v01', 'v99999'])
    assert.match(refusal(`2405.17428${version}`), /counted from v1/);
});

test('four digits follow the point up to December 2014 and five from January 2015', () => {
  assert.equal(readValue('1412.0787'), '1412.0787');
  assert.equal(readValue('1501.00001'), '1501.00001');
  assert.match(refusal('1412.07878'), /4 digits after the point up to 1412 .* 5 from 1501/);
  assert.match(refusal('1501.0001'), /4 digits .* 5 from 1501/);
  assert.match(refusal('2405.174280'), /5 from 1501/);
});

test('the scheme with a point begins in April 2007', () => {
  assert.equal(readValue('0704.0001'), '0704.0001');
  assert.match(refusal('0703.0001'), /begin with 0704/);
});

test('the scheme with an archive ran from July 1991 to March 2007', () => {
  assert.equal(readValue('hep-th/0703001'), 'hep-th/0703001');
  assert.match(refusal('hep-th/0704001'), /9107 .* 0703/);
  assert.match(refusal('hep-th/9106001'), /9107 .* 0703/);
  assert.match(refusal('foo/9901001'), /never had an archive foo/);
});

test('months run from 01 to 12 and numbers from 1', () => {
  for (const text of ['2413.17428', '2400.17428', 'hep-th/9913001', 'hep-th/9900001'])
    assert.match(refusal(text), /01 to 12/);
  assert.match(refusal('2405.00000'), /from 00001 on/);
  assert.match(refusal('1405.0000'), /from 0001 on/);
  assert.match(refusal('hep-th/9901000'), /from 001 on/);
});

test('what is no identifier is refused with an example of one', () => {
  const others = [
    '',
    'arxiv:',
    'nv-embed',
    '2405,17428',
    '2405.17428v',
    '２４０５.17428',
    '2405.17428/x',
    'x2405.17428',
  ];
  for (const text of others) assert.match(refusal(text), /no arXiv identifier.*2405\.17428/, text);
  for (const text of [
    'https://example.org/abs/2405.17428',
    'https://arxiv.org.example.org/abs/2405.17428',
    'https://arxiv.org/list/cs.CL',
  ]) {
    assert.match(refusal(text), /address names no arXiv paper/, text);
  }
});

test('a canonical value is its own spelling, and no text makes the parser throw', () => {
  const near = fc.tuple(
    fc.constantFrom('', 'arXiv:', 'https://arxiv.org/abs/', 'arxiv.org/pdf/', '10.48550/arXiv.'),
    fc.oneof(
      fc.stringMatching(/^[0-2]\d[01]\d\.\d{4,5}(v\d)?$/),
      fc.stringMatching(/^(hep-th|math\.GT)\/[90]\d[01]\d{4}$/),
      anyText,
    ),
  );
  fc.assert(
    fc.property(near, (parts) => {
      const read = parseArxiv(parts.join(''));
      if (read.ok) assert.deepEqual(parseArxiv(read.value), { ok: true, value: read.value });
      else assert.ok(read.reason.length < 300);
    }),
    { numRuns: trials(1_000) },
  );
});

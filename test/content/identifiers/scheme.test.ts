import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  canonicalIdentifiers,
  parseIdentifier,
  recognizeIdentifier,
} from '../../../src/content/identifiers/scheme.ts';
import { identifierSchemes } from '../../../src/content/identifiers/schemes.ts';
import { slugify } from '../../../src/content/text/slug.ts';
import { trials } from '../../support/trials.ts';
import { anyText } from '../text/strings.ts';

test('each scheme reads its own identifiers', () => {
  assert.deepEqual(parseIdentifier('arxiv', '2405.17428v2'), { ok: true, value: '2405.17428', version: 2 });
  assert.deepEqual(parseIdentifier('doi', '10.48550/arXiv.2405.17428'), {
    ok: true,
    value: '10.48550/arxiv.2405.17428',
  });
  assert.deepEqual(parseIdentifier('openreview', 'lgsyLSsDRe'), { ok: true, value: 'lgsyLSsDRe' });
});

test('identifiers come out canonical, in the order of the schemes', () => {
  assert.deepEqual(
    canonicalIdentifiers({ openreview: 'lgsyLSsDRe', doi: '10.1000/A', arxiv: 'arXiv:2405.17428v1' }),
    {
      ok: true,
      identifiers: [
        { scheme: 'arxiv', value: '2405.17428' },
        { scheme: 'doi', value: '10.1000/a' },
        { scheme: 'openreview', value: 'lgsyLSsDRe' },
      ],
      version: 1,
    },
  );
  assert.deepEqual(canonicalIdentifiers({}), { ok: true, identifiers: [] });
});

test('the DOI that arXiv made for a paper becomes the arXiv identifier', () => {
  const expected = { ok: true, identifiers: [{ scheme: 'arxiv', value: '2405.17428' }] };
  assert.deepEqual(canonicalIdentifiers({ doi: 'https://doi.org/10.48550/arXiv.2405.17428' }), expected);
  assert.deepEqual(canonicalIdentifiers({ doi: '10.48550/arXiv.2405.17428', arxiv: '2405.17428v3' }), {
    ...expected,
    version: 3,
  });
});

test('an arXiv DOI of another paper, or of none, is at fault', () => {
  const conflict = canonicalIdentifiers({ arxiv: '2405.17428', doi: '10.48550/arXiv.2405.12399' });
  assert.equal(!conflict.ok && conflict.errors.length === 1 && conflict.errors[0]?.scheme, 'doi');
  const impossible = canonicalIdentifiers({ doi: '10.48550/arXiv.1412.07878' });
  assert.match((!impossible.ok && impossible.errors[0]?.reason) || '', /4 digits/);
});

test('all faults are told at once', () => {
  const read = canonicalIdentifiers({ arxiv: '2413.00001', doi: 'x', openreview: '' });
  assert.deepEqual(!read.ok && read.errors.map(({ scheme }) => scheme), ['arxiv', 'doi', 'openreview']);
});

test('a reference with a scheme, an address, a DOI or an arXiv identifier is recognised', () => {
  const arxiv = [
    'arxiv:2405.17428',
    'ArXiv:2405.17428v1',
    '2405.17428',
    'https://arxiv.org/pdf/2405.17428v1.pdf',
    'huggingface.co/papers/2405.17428',
    'doi:10.48550/arXiv.2405.17428',
    '10.48550/arXiv.2405.17428',
    'https://doi.org/10.48550/arXiv.2405.17428',
    'arxiv:https://arxiv.org/abs/2405.17428',
  ];
  for (const text of arxiv) {
    assert.deepEqual(
      recognizeIdentifier(text),
      { kind: 'identifier', scheme: 'arxiv', value: '2405.17428' },
      text,
    );
  }
  assert.deepEqual(recognizeIdentifier('math.GT/0309136'), {
    kind: 'identifier',
    scheme: 'arxiv',
    value: 'math/0309136',
  });
  for (const text of ['DOI:10.1000/A', 'https://doi.org/10.1000/a', '10.1000/A', '10.1000%2Fa']) {
    assert.deepEqual(
      recognizeIdentifier(text),
      { kind: 'identifier', scheme: 'doi', value: '10.1000/a' },
      text,
    );
  }
  for (const text of [
    'openreview:lgsyLSsDRe',
    'https://openreview.net/pdf?id=lgsyLSsDRe',
    'openreview:https://openreview.net/forum?id=lgsyLSsDRe',
  ]) {
    assert.deepEqual(
      recognizeIdentifier(text),
      { kind: 'identifier', scheme: 'openreview', value: 'lgsyLSsDRe' },
      text,
    );
  }
});

test('what means to be an identifier and is none says why', () => {
  for (const text of [
    'arxiv:',
    'arxiv:nv-embed',
    '1412.07878',
    'hep-th/9913001',
    'doi:x',
    '10.1/x',
    'openreview:!',
    'https://openreview.net/',
    'https://example.org/a',
    '10.48550/arXiv.2413.00001',
  ]) {
    const read = recognizeIdentifier(text);
    assert.equal(read.kind, 'malformed', text);
    assert.ok(read.kind === 'malformed' && read.reason.length > 10);
  }
});

test('a slug or a UUID is never taken for an identifier', () => {
  const uuid = fc.uuid();
  const slug = anyText.map((text) => slugify(text, 'paper'));
  const digits = fc.stringMatching(/^\d{1,16}(-\d{1,4})?$/);
  fc.assert(
    fc.property(fc.oneof(uuid, slug, digits), (text) => assert.equal(recognizeIdentifier(text).kind, 'none')),
  );
});

test('what is recognised is canonical, and no text makes a reader throw', () => {
  const start = fc.constantFrom(
    '',
    'arxiv:',
    'doi:10.1000/',
    'openreview:',
    'https://arxiv.org/abs/',
    'https://doi.org/',
    '10.48550/arXiv.',
    'https://',
  );
  fc.assert(
    fc.property(fc.tuple(start, anyText), (parts) => {
      const read = recognizeIdentifier(parts.join(''));
      if (read.kind === 'identifier') {
        const again = recognizeIdentifier(`${read.scheme}:${read.value}`);
        assert.deepEqual(again, read);
      }
      for (const scheme of identifierSchemes) {
        if (canonicalIdentifiers({ [scheme]: parts.join('') }).ok)
          assert.ok(parseIdentifier(scheme, parts.join('')).ok);
      }
    }),
    { numRuns: trials(1_000) },
  );
});

test('a long hostile text is read in no time', () => {
  for (const unit of ['/', '.', 'a', '10.', 'a.', '%2F', ' ', '[', 'arxiv:', '가']) {
    const text = unit.repeat(1_000_000);
    const before = process.cpuUsage();
    for (const start of ['', 'arxiv:', 'doi:', 'openreview:', 'https://arxiv.org/abs/', '10.1000/'])
      recognizeIdentifier(start + text);
    const { user } = process.cpuUsage(before);
    assert.ok(user < 1_000_000, `${unit} took ${user} µs`);
  }
});

test('an address with any number of endings is read without backtracking', () => {
  const endings = ['.full', '/full', '.pdf', '.full-text', '.full.pdf+html', '/abstract', '.'];
  for (const ending of endings)
    for (const last of ['', '!', '.full!', '/x']) {
      const long = ending.repeat(Math.floor(1_900 / ending.length));
      const { kind } = recognizeIdentifier(`https://dl.acm.org/doi/10.1145/1${long}${last}`);
      assert.notEqual(kind, 'none', `${ending} ${last}`);
    }
  assert.deepEqual(recognizeIdentifier('https://www.science.org/doi/10.1126/science.aaa1.full.pdf'), {
    ...{ kind: 'identifier', scheme: 'doi' },
    value: '10.1126/science.aaa1',
  });
});

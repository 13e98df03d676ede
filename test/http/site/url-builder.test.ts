import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { test } from 'node:test';
import fc from 'fast-check';
import { readConfig } from '../../../src/config.ts';
import { ForwardedReader } from '../../../src/http/proxies/forwarded.ts';
import { relate, UrlBuilder } from '../../../src/http/site/url-builder.ts';
import { trials } from '../../support/trials.ts';

const step = fc.string({
  unit: fc.constantFrom(
    ...'abz09-._~:@!$&()*+,;=%'.split('').filter((one) => one !== '%'),
    '%2F',
    '%EC%95%84',
  ),
  maxLength: 5,
});
const path = fc
  .array(
    step.filter((one) => one !== '.' && one !== '..'),
    { minLength: 1, maxLength: 5 },
  )
  .map((steps) => `/${steps.join('/')}`);
const query = fc.constantFrom('', '?after=x', '?a=/b&c=d?e');

test('a relative reference leads to its target from the path it was made for, below every prefix', () => {
  fc.assert(
    fc.property(
      path,
      query,
      path,
      query,
      fc.constantFrom('', '/cms', '/a/b'),
      (from, asked, to, search, prefix) => {
        const reference = relate(from + asked, to + search);
        const { host, pathname, search: found } = new URL(reference, `http://h${prefix}${from}${asked}`);
        assert.deepEqual([host, pathname + found], ['h', prefix + to + search], reference);
      },
    ),
    { numRuns: trials(2000) },
  );
});

test('an address is of PUBLIC_URL and its path, else of what a trusted proxy says, else relative', () => {
  const builderOf = (settings: Record<string, string>) => {
    const config = readConfig(settings);
    return new UrlBuilder(config, new ForwardedReader(config));
  };
  const request = {
    url: '/v1/reviews?x=1',
    socket: { remoteAddress: '10.0.0.1' },
    headers: {
      ...{ host: 'asked.example.org', 'x-forwarded-host': 'told.example.org' },
      ...{ 'x-forwarded-proto': 'https', 'x-forwarded-prefix': '/cms' },
    },
  } as unknown as IncomingMessage;
  const trust = { TRUST_PROXY: '10.0.0.1' };
  const named = { ...trust, TRUST_PROXY_HEADERS: 'x-forwarded-proto,x-forwarded-host,x-forwarded-prefix' };
  const cases: [Record<string, string>, reference: string, base: string, isVouchedFor: boolean][] = [
    [{ PUBLIC_URL: 'https://example.org/cms' }, '/cms/v1/reviews/y', 'https://example.org/cms', true],
    [{ PUBLIC_URL: 'https://example.org/cms/?q#f' }, '/cms/v1/reviews/y', 'https://example.org/cms', true],
    [{ PUBLIC_URL: 'https://example.org', ...named }, '/v1/reviews/y', 'https://example.org', true],
    [named, '/cms/v1/reviews/y', 'https://told.example.org/cms', true],
    [trust, 'reviews/y', 'https://asked.example.org', false],
    [{}, 'reviews/y', 'http://asked.example.org', false],
  ];
  for (const [settings, reference, url, isVouchedFor] of cases) {
    const builder = builderOf(settings);
    assert.equal(builder.refer(request, '/v1/reviews/y'), reference);
    assert.deepEqual(builder.readBase(request), { url, isVouchedFor });
  }
  const unnamed = { ...request, headers: { host: 'a b<script>' } } as unknown as IncomingMessage;
  assert.equal(builderOf({}).readBase(unnamed).url, 'http://127.0.0.1:3000');
});

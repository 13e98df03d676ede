import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html, SafeHtml } from '../../../src/content/pages/html.ts';
import { directionOf } from '../../../src/content/text/direction.ts';

test('what is inserted into a template is text, whatever it is; templates within it and lists are not escaped twice', () => {
  const attack = '"><script>alert(1)</script>&\'';
  const written = html`<p title="${attack}">${attack}${[html`<b>${attack}</b>`, 1]}</p>`.text;
  const escaped = '&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&#39;';
  assert.equal(written, `<p title="${escaped}">${escaped}<b>${escaped}</b>1</p>`);
});

test('nothing, false and an empty list are omitted, and zero and an empty text are not nothing', () => {
  assert.equal(html`[${null}${undefined}${false}${[]}${0}${''}]`.text, '[0]');
  assert.equal(html`${new SafeHtml('<i>')}`.text, '<i>');
});

test('the direction of a language is that of its script, also where only the language is named', () => {
  const rightToLeft = ['ar', 'fa', 'he', 'ur-PK', 'az-Arab', 'yi', 'dv', 'ckb', 'ar-EG'];
  const leftToRight = [
    'en',
    'ko',
    'ja',
    'zh-Hant',
    'ar-Latn',
    'az',
    'ku',
    'x-elvish',
    'art-lojban',
    'de-1996',
  ];
  assert.deepEqual(
    rightToLeft.map(directionOf),
    rightToLeft.map(() => 'rtl'),
  );
  assert.deepEqual(
    leftToRight.map(directionOf),
    leftToRight.map(() => 'ltr'),
  );
});

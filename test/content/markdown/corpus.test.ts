import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findFormulas } from '../../../src/content/markdown/formula.ts';
import { renderMarkdown } from '../../../src/content/markdown/render.ts';
import { styles, writeNote } from './corpus.ts';

const perStyle = 40;
const corpus = Object.entries(styles).flatMap(([name, style]) =>
  Array.from({ length: perStyle }, (_, number) => ({
    name: `${name} ${number}`,
    body: writeNote(style, number),
  })),
);
const folder = new URL('./notes/', import.meta.url);
const written = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, body: readFileSync(join(folder.pathname, name), 'utf8') }));

test('in notes in the styles of four collections no formula has a fault, and every link within a text leads somewhere', () => {
  let [formulas, links] = [0, 0];
  for (const { name, body } of corpus) {
    const { html, warnings } = renderMarkdown(body);
    assert.deepEqual(warnings, [], name);
    formulas += html.match(/<math /g)?.length ?? 0;
    const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
    for (const [, target = ''] of html.matchAll(/ href="#([^"]*)"/g)) {
      links += 1;
      assert.ok(ids.has(decodeURIComponent(target)), `${name}: #${target}`);
    }
  }
  assert.ok(formulas > 500 && links > 100, `${formulas} formulas, ${links} links`);
});

const elements =
  'p ul ol li table tr th td pre code blockquote h1 h2 h3 h4 h5 h6 em strong del a img hr br'.split(' ');

/** Where a rendering has other elements than GitHub's, by what is in it, and why. */
const exceptions: { of: string[]; holds(html: string, source: string): boolean; why: string }[] = [
  {
    of: ['blockquote', 'p', 'strong'],
    holds: (html) => /class="callout/.test(html),
    why: 'a callout is a box with a title, in cmark-gfm a block quote with its marker as text',
  },
  {
    of: ['h2'],
    holds: (html) => /class="footnotes"|data-footnotes/.test(html),
    why: 'footnotes have a heading, for readers of screens',
  },
  {
    of: ['p'],
    holds: (html) => html.includes('<figure'),
    why: 'a picture with a caption is a figure, and no paragraph',
  },
  {
    of: ['em', 'strong', 'del'],
    holds: (_, source) => /[\p{Script=Hangul}\p{Script=Han}]/u.test(source),
    why: 'emphasis ends before a Korean particle and CJK punctuation (`**모델(LLM)**은`), where CommonMark does not see an end',
  },
  {
    of: ['p'],
    holds: (_, source) => /^<(?:center|font)\b/m.test(source),
    why: 'the text of an element that is not allowed is a paragraph',
  },
  {
    of: ['a'],
    holds: (_, source) => /<(?:video|audio|iframe)\b/.test(source),
    why: 'what is embedded is a link',
  },
];

const count = (html: string) => {
  const counts = new Map<string, number>();
  for (const [, name = ''] of html.matchAll(/<([a-z]\w*)[\s>/]/g))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};

/** A text whose formulas are a word, since cmark-gfm knows none. */
function withoutFormulas(body: string): string {
  let [text, at] = ['', 0];
  for (const { start, end } of findFormulas(body)) {
    if (start < at) continue;
    text += `${body.slice(at, start)}x`;
    at = end;
  }
  return text + body.slice(at);
}

test('a rendering has as many elements of each kind as that of cmark-gfm, but where an exception says why not', {
  skip: spawnSync('cmark-gfm', ['--version']).status === 0 ? false : 'there is no cmark-gfm on this machine',
}, () => {
  const extensions = ['table', 'strikethrough', 'autolink', 'tasklist', 'footnotes'].flatMap((name) => [
    '-e',
    name,
  ]);
  for (const { name, body } of [...corpus, ...written]) {
    const source = withoutFormulas(body.replace(/^---\n[\s\S]*?\n---\n/, ''));
    const theirs = spawnSync('cmark-gfm', ['--unsafe', ...extensions], { input: source, encoding: 'utf8' });
    assert.equal(theirs.status, 0, theirs.stderr);
    const { html } = renderMarkdown(source);
    const [has, had] = [count(html), count(theirs.stdout)];
    const allowed = new Set(exceptions.flatMap(({ of, holds }) => (holds(html, source) ? of : [])));
    const other = elements.filter((one) => !allowed.has(one) && has.get(one) !== had.get(one));
    const told = other.map((one) => `${one} ${had.get(one) ?? 0} → ${has.get(one) ?? 0}`);
    assert.deepEqual(told, [], `${name}: ${told}\n${source}\n${html}`);
  }
});

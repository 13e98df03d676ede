import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import GithubSlugger from 'github-slugger';
import { renderMarkdown } from '../../../src/content/markdown/render.ts';

const show = (markdown: string) => renderMarkdown(markdown).html.replace(/ rel="[^"]*"/g, '');
const idsOf = (html: string) => [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? '');
const fragmentsOf = (html: string) =>
  [...html.matchAll(/ href="#([^"]*)"/g)].map(([, fragment]) => fragment ?? '');

/** Whether a browser finds the target: by the fragment as it is written, or percent-decoded (HTML, 7.4.6.4). */
const isFound = (html: string) =>
  fragmentsOf(html).every((name) => idsOf(html).some((id) => id === name || id === decodeURIComponent(name)));

test('a link to a heading leads there by its slug on GitHub, its anchor here, its words, or the name it was given', () => {
  const links: [fragment: string, heading: string, id: string][] = [
    ['method', '## Method', 'section-method'],
    ['Method', '## Method', 'section-method'],
    ['section-method', '## Method', 'section-method'],
    ['results--analysis', '## Results & Analysis', 'section-results-analysis'],
    ['results-analysis', '## Results & Analysis', 'section-results-analysis'],
    ['1-introduction', '## 1. Introduction', 'section-1-introduction'],
    ['introduction', '## 1. Introduction', 'section-1-introduction'],
    ['방법-1', '## 방법\n\n## 방법', 'section-방법-2'],
    ['%EB%B0%A9%EB%B2%95', '## 방법', 'section-방법'],
    ['方法', '## 方法', 'section-方法'],
    ['-설치', '## 🚀 설치', 'section-설치'],
    ['The%20Method', '## The *Method*', 'section-the-method'],
    ['m', '## Method {#m .wide}', 'section-method'],
    ['m', '<h2 id="m">Method</h2>', 'section-method'],
    ['m', '<h2><a name="m"></a>Method</h2>', 'anchor-m'],
    ['user-content-method', '## Method', 'section-method'],
  ];
  for (const [fragment, heading, id] of links) {
    const { html, warnings } = renderMarkdown(`see [here](#${fragment})\n\n${heading}\n\ntext`);
    assert.deepEqual([fragmentsOf(html).map(decodeURIComponent), warnings], [[id], []], html);
    assert.ok(isFound(html), html);
  }
  assert.doesNotMatch(renderMarkdown('## Method {#m}').html, /\{#m\}/);
  assert.equal(renderMarkdown('## Method {#m}').sections[0]?.heading, 'Method');
});

test('a link to an id or name of the author leads there, and neither can take the place of a name of the page', () => {
  const html = show(
    '[1](#r1) [2](#그림-2) [3](#cookie) [4](#location)\n\n<a id="r1"></a>Ref <b name="그림 2">x</b> <img id=cookie src="https://a.example/b.png">\n\n<p id="location">y</p>',
  );
  assert.deepEqual(idsOf(html), ['anchor-r1', 'anchor-그림-2', 'anchor-cookie', 'anchor-location']);
  assert.equal(fragmentsOf(html).length, 4);
  assert.ok(isFound(html), html);
  assert.doesNotMatch(html, / name=/);
  assert.deepEqual(idsOf(show('<a id="a">1</a> <b id="a">2</b> <i id="fn-1">3</i>\n\nx[^1]\n\n[^1]: y')), [
    ...['anchor-a', 'anchor-fn-1', 'fnref-1', 'footnote-label', 'fn-1'],
  ]);
});

test('a link that leads nowhere is warned of with its line; the top of the page and footnotes are somewhere', () => {
  const { html, warnings } = renderMarkdown(
    'a\n\n[x](#nowhere) [y](#) [z](#top) n[^각주] [f](#fn-%EA%B0%81%EC%A3%BC)\n\n<a href="#gone">g</a>\n\n[^각주]: b',
  );
  assert.deepEqual(
    warnings.map(({ line, source }) => [line, source]),
    [
      [3, '#nowhere'],
      [5, '#gone'],
    ],
  );
  assert.match(html, /href="#nowhere">x/);
});

test('whatever headings there are, their slugs on GitHub lead to them', () => {
  const word = fc.constantFrom(
    '방법',
    'Method',
    '& more',
    '(v2)',
    '1.',
    'A/B',
    '結果',
    'x_y',
    "what's",
    '`code`',
  );
  const heading = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(heading, { minLength: 1, maxLength: 6 }), (headings) => {
      const text = headings.map((words) => `## ${words}`).join('\n\n');
      const { sections } = renderMarkdown(text);
      const slugger = new GithubSlugger();
      const links = sections.map(({ heading }) => `[x](#${slugger.slug(heading)})`);
      const { html, warnings } = renderMarkdown(`${text}\n\n${links.join(' ')}`);
      assert.deepEqual(warnings, []);
      assert.deepEqual(
        fragmentsOf(html).map(decodeURIComponent),
        sections.map(({ anchor }) => anchor),
      );
    }),
    { numRuns: 100 },
  );
});

test('an address in the text ends before a particle, a full-width mark, and a bracket that it does not open', () => {
  const address = 'https://arxiv.org/abs/1706.03762';
  const behind = [
    ...[
      '에서',
      '은',
      '을 보면',
      '으로부터의',
      '이라고',
      '의 저자',
      ')은',
      ']는',
      '"는',
      "'의",
      '。',
      '，',
      '、',
      '）',
      '」',
      '…',
    ],
    ...['的代码', '和', 'を読む', 'の', '（v2）', '”', '：'],
  ];
  for (const rest of behind) {
    const html = show(`앞 ${address}${rest} 뒤`);
    assert.equal(html, `<p>앞 <a href="${address}">${address}</a>${rest} 뒤</p>`);
  }
  const whole: [string, string][] = [
    [
      '**https://e.example/a**은 x',
      '<strong><a href="https://e.example/a">https://e.example/a</a></strong>은 x',
    ],
    ['(https://e.example)은', '(<a href="https://e.example">https://e.example</a>)은'],
    ['www.e.example에서', '<a href="http://www.e.example">www.e.example</a>에서'],
    ['https://e.example/a_(b)는', '<a href="https://e.example/a_(b)">https://e.example/a_(b)</a>는'],
    ['> - https://e.example/a로', '<a href="https://e.example/a">https://e.example/a</a>로'],
  ];
  for (const [markdown, html] of whole) assert.ok(show(markdown).includes(html), show(markdown));
});

test('a word in an address is part of it, and an address in brackets or a link is as it was written', () => {
  for (const address of [
    'https://ko.wikipedia.org/wiki/한국어',
    'https://velog.io/@a/ResNet논문리뷰',
    'https://ja.wikipedia.org/wiki/東京',
    'https://e.example/논문-리뷰/3',
  ])
    assert.ok(show(address).includes(`">${address}</a></p>`), show(address));
  assert.match(show('<https://e.example/a에서>'), />https:\/\/e\.example\/a에서<\/a>/);
  assert.match(show('[x](https://e.example/에서)'), /href="https:\/\/e\.example\/%EC%97%90%EC%84%9C"/);
  assert.match(show('`https://e.example/a에서`'), /<code>https:\/\/e\.example\/a에서<\/code>/);
});

test('addresses without end take linear time', () => {
  for (const unit of ['https://a한', 'https://', 'www.a는 ', 'https://e.example/a)은', 'https://a.b/가(']) {
    const before = process.cpuUsage();
    renderMarkdown(unit.repeat(Math.floor(100_000 / unit.length)));
    const { user } = process.cpuUsage(before);
    assert.ok(user < 10_000_000, `${JSON.stringify(unit)} took ${user} µs`);
  }
});

test('what is struck may have brackets at its ends and a particle behind it; one tilde strikes nothing', () => {
  assert.equal(show('~~(취소선)~~은'), '<p><del>(취소선)</del>은</p>');
  assert.equal(show('값은~~「하나」~~입니다'), '<p>값은<del>「하나」</del>입니다</p>');
  assert.equal(show('~~a~~ 3~4 5~6'), '<p><del>a</del> 3~4 5~6</p>');
});

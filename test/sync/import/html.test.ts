import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { renderMarkdown } from '../../../src/content/markdown/render.ts';
import { convertHtml } from '../../../src/sync/import/html/to-markdown.ts';
import { parseHtml, textOf } from '../../../src/sync/import/html/tree.ts';

const convert = (html: string) => convertHtml(parseHtml(html));
const write = (html: string) => convert(html).body.trimEnd();

const cases: [string, string, string][] = [
  [
    'formulas, with entities decoded',
    '<p>거리 $$x &lt; y$$ 와 $a_1*b*c$는</p>',
    '거리 $x < y$ 와 $a_1*b*c$는',
  ],
  [
    'a display of three paragraphs',
    '<p>$$</p><p>a &lt; b \\\\</p><p>c</p><p>$$</p>',
    '$$\na < b \\\\\nc\n$$',
  ],
  ['a display over line breaks', '<p>$$<br>x<br>= 1<br>$$</p>', '$$\nx\n= 1\n$$'],
  [
    'the TeX of KaTeX',
    '<p>A <span class="katex"><span class="katex-mathml"><math><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math></span><span class="katex-html">x2</span></span> b</p>',
    'A $x^2$ b',
  ],
  [
    'the TeX of MathJax 2',
    '<p>A <span class="MathJax_Preview">x</span><span class="MathJax">x2</span><script type="math/tex">x^2</script> b</p>',
    'A $x^2$ b',
  ],
  [
    "WordPress's pictures of formulas",
    '<p>A <img class="latex" src="https://s0.wp.com/latex.php?x" alt="x &lt; 1"> b</p>',
    'A $x < 1$ b',
  ],
  ['prices, which are none', '<p>$5 and $6, \\(not closed</p>', '\\$5 and \\$6, \\\\(not closed'],
  [
    'code with its language, as Tistory has it',
    '<pre id="code_1" class="python" data-ke-language="python" data-ke-type="codeblock"><code>def f(x):\n    return x &lt; 1\n</code></pre>',
    '```python\ndef f(x):\n    return x < 1\n```',
  ],
  ['old code of Tistory', '<pre class="cpp">a &lt; b</pre>', '```cpp\na < b\n```'],
  [
    'code of a generator',
    '<pre><code class="language-js hljs">a <span>b</span></code></pre>',
    '```js\na b\n```',
  ],
  [
    'code with numbers of lines beside it',
    '<figure class="highlight python"><table><tr><td class="gutter"><pre><span>1</span><br><span>2</span></pre></td><td class="code"><pre><span>a</span><br><span>b</span></pre></td></tr></table></figure>',
    '```python\na\nb\n```',
  ],
  [
    'code that Color Scripter made',
    '<div class="colorscripter-code"><table class="colorscripter-code-table"><tr><td><div><div>1</div><div>2</div></div></td><td><div><div><span style="color:#f39">import</span>&nbsp;torch</div><div>&nbsp;&nbsp;x&nbsp;=&nbsp;1</div></div></td><td><a href="http://colorscripter.com/info#e">cs</a></td></tr></table></div>',
    '```\nimport torch\n  x = 1\n```',
  ],
  [
    'a toggle with its label',
    '<div data-ke-type="moreLess" data-text-more="더보기"><a class="btn-toggle-moreless">수식 유도</a><div class="moreless-content"><p>안 <b>쪽</b></p></div></div>',
    '<details>\n<summary>수식 유도</summary>\n\n안 **쪽**\n\n</details>',
  ],
  [
    'a figure with its caption',
    '<figure class="imageblock"><span data-url="./img/a b.png"><img src="./img/a b.png"></span><figcaption>그림 <b>1</b></figcaption></figure>',
    '<figure>\n\n![](<./img/a b.png>)\n\n<figcaption>\n\n그림 **1**\n\n</figcaption>\n\n</figure>',
  ],
  [
    'a picture that loads late',
    '<img src="data:image/gif;base64,R0" data-src="a.png" alt="A">',
    '![A](a.png)',
  ],
  [
    'colours, which are kept as marks, and not those of a theme',
    '<p><b><span style="color: #ee2323;">붉은</span></b> <span style="color: #333333;">검은</span> <span style="background-color:#f6e199">칠한</span></p>',
    '**<mark>붉은</mark>** 검은 <mark>칠한</mark>',
  ],
  [
    'a card of a link',
    '<figure data-ke-type="opengraph" data-og-url="https://e.org/x"><a href="https://e.org/x"><div class="og-text"><p class="og-title">제목</p><p class="og-desc">설명</p></div></a></figure>',
    '[제목](https://e.org/x)',
  ],
  [
    'a video in a frame',
    '<iframe src="//www.youtube.com/embed/ab-c?x=1" title="A talk"></iframe>',
    '[A talk](https://www.youtube.com/watch?v=ab-c)',
  ],
  ['nested lists', '<ul><li>하나<ol><li>둘</li><li>셋</li></ol></li></ul>', '- 하나\n\n  1. 둘\n  2. 셋'],
  [
    'a table with its caption',
    '<table><caption>결과</caption><tr><th>A|B</th></tr><tr><td><p>x</p></td></tr></table>',
    '결과\n\n| A\\|B |\n| - |\n| x |',
  ],
  [
    'a table with merged cells, as HTML without blank lines',
    '<table><tr><td colspan="2">$x$ &lt;</td></tr><tr><td>a</td><td><pre>b\n\nc</pre></td></tr></table>',
    '<table><tbody><tr><td colspan="2">$x$ &#x3C;</td></tr><tr><td>a</td><td><pre><code>b&#10;&#10;c</code></pre></td></tr></tbody></table>',
  ],
  [
    'emphasis beside Korean letters',
    '<p>이 <b>[A]</b>는 <b>굵은 </b><b>글자</b>다</p>',
    '이 **\\[A]**는 **굵은 글자**다',
  ],
  ['two line breaks, which part paragraphs', '<p>a<br>b<br><br>c</p>', 'a\\\nb\n\nc'],
  [
    'addresses in a text',
    '<p>https://e.org/a_b_c에서 (https://e.org/).</p>',
    '<https://e.org/a_b_c>에서 (<https://e.org/>).',
  ],
  [
    'nothing of empty paragraphs, scripts and styles',
    '<p>&nbsp;</p><script>x</script><style>y</style><p>z</p>',
    'z',
  ],
];

for (const [what, html, markdown] of cases)
  test(`HTML becomes Markdown: ${what}`, () => {
    assert.equal(write(html), markdown);
    // Pictures beside a post become images before it is sent.
    const { warnings } = renderMarkdown(write(html));
    assert.deepEqual(
      warnings.filter(({ detail }) => !detail.includes('is relative')),
      [],
    );
  });

test('what is kept in another form is counted', () => {
  const { lost } = convert(
    '<p><span style="color:red">a</span> <span style="color:#00f">b</span></p><iframe src="https://e.org/"></iframe><svg><text>c</text></svg>',
  );
  assert.deepEqual(Object.fromEntries(lost), {
    'coloured text (kept as <mark>)': 2,
    'iframe (kept as a link)': 1,
    'drawing (SVG)': 1,
  });
});

const words = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...[
        '가',
        '나는',
        'a',
        'b1',
        '*',
        '**',
        '_',
        '$',
        '$5',
        '\\',
        '\\(',
        '\\[',
        '\\]',
        '[',
        ']',
        '](',
        '[^1]',
        '(x)',
        '<',
        '>',
        '&',
        '&amp;',
      ],
      ...[
        '`',
        '```',
        '~~',
        '#',
        '-',
        '+',
        '1.',
        '2)',
        '|',
        '!',
        '![',
        '<b>',
        'a_b',
        'x.',
        '"',
        "'",
        ':',
        'www.e.org',
        'https://e.org/a_b*',
        '=',
        '---',
        '{{x}}',
        '%%',
        '[!NOTE]',
        '[ ]',
        '@a.b',
      ],
    ),
    fc.string({ maxLength: 6 }).map((text) => text.replace(/[^\u0020-\u007e\uac00-\ud7a3]/g, '')),
  ),
  { maxLength: 6 },
);
const encode = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const text = fc.tuple(words, fc.constantFrom('', ' ')).map(([parts, between]) => encode(parts.join(between)));

const wrapped = (inner: fc.Arbitrary<string>, ...names: string[]) =>
  fc.tuple(fc.constantFrom(...names), inner).map(([name, content]) => `<${name}>${content}</${name}>`);
const { inline } = fc.letrec<{ inline: string }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small' },
    text,
    wrapped(
      tie('inline'),
      'b',
      'strong',
      'em',
      'del',
      'u',
      'span',
      'code',
      'sub',
      'span style="color:red"',
    ).map((html) => html.replace(/<\/span style="color:red">/g, '</span>')),
    tie('inline').map((html) => `<a href="https://e.org/(x)_y">${html.replace(/<\/?a\b[^>]*>/g, '')}</a>`),
    fc.array(tie('inline'), { maxLength: 4 }).map((parts) => parts.join('')),
    fc.constantFrom('<br>', ' ', '&nbsp;'),
  ),
}));
const { block } = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small' },
    wrapped(inline, 'p', 'h2', 'h3', 'div', 'figcaption'),
    inline,
    text.map((content) => `<pre class="python">${content}</pre>`),
    wrapped(tie('block'), 'blockquote', 'div', 'section'),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((items) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`),
    fc
      .array(inline, { minLength: 1, maxLength: 3 })
      .map((items) => `<ol>${items.map((item) => `<li>${item}</li>`).join('')}</ol>`),
    fc
      .array(fc.oneof(inline, tie('block')), { minLength: 2, maxLength: 4 })
      .map((cells) => `<table><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></table>`),
    fc
      .tuple(text, tie('block'))
      .map(([label, content]) => `<details><summary>${label}</summary>${content}</details>`),
    tie('block').map(
      (content) => `<div data-ke-type="moreLess"><div class="moreless-content">${content}</div></div>`,
    ),
  ),
}));

const squeeze = (shown: string) => shown.replace(/[\s\u00a0]|더보기/g, '');

test('no text that is seen is lost or changed, whatever signs of Markdown are in it', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
      const html = blocks.join('\n');
      const { body } = convert(html);
      // Formulas are compared by their source in other tests.
      fc.pre(!/\$/.test(body.replace(/\\\$/g, '')) && !/\\[([]/.test(body.replace(/\\\\/g, '')));
      const shown = textOf(parseHtml(renderMarkdown(body).html));
      assert.equal(squeeze(shown), squeeze(textOf(parseHtml(html))), body);
    }),
    { numRuns: 300 },
  );
});

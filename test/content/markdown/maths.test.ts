import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { renderMarkdown } from '../../../src/content/markdown/render.ts';
import { formulas } from './formulas.ts';

/** The TeX of every formula that was rendered, in order, with `!` in front of those in a line of their own. */
function texOf(html: string): string[] {
  const found: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ChildNode, display: boolean): void => {
    if (!('tagName' in node)) return;
    const isDisplay =
      display || node.attrs.some(({ name, value }) => name === 'display' && value === 'block');
    if (node.tagName === 'annotation')
      found.push(
        (isDisplay ? '!' : '') +
          node.childNodes.map((child) => ('value' in child ? child.value : '')).join(''),
      );
    for (const child of node.childNodes) visit(child, isDisplay);
  };
  for (const child of parseFragment(html).childNodes) visit(child, false);
  return found;
}

const isTagged = (tex: string) => tex.includes('\\tag');
const inline = formulas.filter((tex) => !isTagged(tex));

test('two hundred formulas are rendered in every kind of delimiter, with a particle right behind them', () => {
  assert.ok(formulas.length >= 200, String(formulas.length));
  assert.equal(new Set(formulas).size, formulas.length);
  const kinds: [string, (tex: string) => string, boolean][] = [
    ['$…$', (tex) => `값 $${tex}$는 크다.`, false],
    ['$$…$$ in a line', (tex) => `값 $$${tex}$$은 크다.`, false],
    ['\\(…\\)', (tex) => `값 \\(${tex}\\)가 크다.`, false],
    ['$`…`$', (tex) => `값 $\`${tex}\`$를 본다.`, false],
    ['$$ on lines of its own', (tex) => `식은\n$$\n${tex}\n$$\n이다.`, true],
    ['$$…$$ on a line of its own', (tex) => `식:\n\n$$${tex}$$\n`, true],
    ['\\[…\\]', (tex) => `식:\n\n\\[\n${tex}\n\\]\n`, true],
    ['a fence of math', (tex) => `식:\n\n\`\`\`math\n${tex}\n\`\`\`\n`, true],
  ];
  for (const [kind, write, display] of kinds) {
    for (const tex of display ? formulas : inline) {
      const { html, warnings } = renderMarkdown(write(tex));
      assert.deepEqual([kind, warnings], [kind, []], tex);
      assert.deepEqual([kind, ...texOf(html)], [kind, `${display ? '!' : ''}${tex}`]);
    }
  }
});

test('a formula is one in a table, a heading, a list, a quote, a caption, a footnote and raw HTML', () => {
  for (const tex of inline) {
    const places = [
      `| a | b |\n|---|---|\n| $${tex}$ | x |`,
      `## On $${tex}$`,
      `- one\n- $${tex}$`,
      `> quoted $${tex}$`,
      `![x](https://a.example/x.png "Of $${tex.replaceAll('"', '')}$")`,
      `x[^1]\n\n[^1]: $${tex}$`,
      `<figure><figcaption>$${tex}$</figcaption></figure>`,
      `**bold $${tex}$**은`,
    ];
    for (const place of places) {
      if (place.startsWith('![') && tex.includes('\\$')) continue;
      assert.deepEqual(texOf(renderMarkdown(place).html), [tex], place);
    }
  }
});

test('a bar in a formula ends no cell of a table', () => {
  const { html } = renderMarkdown('| 확률 | 값 |\n|---|---|\n| $p(x|y)$ 와 $\\|x\\|$ | \\(a | b\\) |');
  assert.equal(html.match(/<td>/g)?.length, 2);
  assert.deepEqual(texOf(html), ['p(x|y)', '\\|x\\|', 'a | b']);
});

test('formulas over several lines keep their lines in quotes and lists, and blank lines between fences', () => {
  assert.deepEqual(texOf(renderMarkdown('> $$\n> a\n> + b\n> $$').html), ['!a\n+ b']);
  assert.deepEqual(texOf(renderMarkdown('- 식\n  $$\n  a\n  - b\n  $$\n- x').html), ['!a\n  - b']);
  assert.deepEqual(texOf(renderMarkdown('$$\na\n\n= b\n$$').html), ['!a\n\n= b']);
  assert.deepEqual(texOf(renderMarkdown('$$ a\n+ b\n= c $$').html), ['!a\n+ b\n= c']);
  assert.deepEqual(texOf(renderMarkdown('$a +\nb$').html), ['a +\nb']);
  assert.deepEqual(texOf(renderMarkdown('$$\na\n$$\n---\nb').html), ['!a']);
  assert.match(renderMarkdown('$$\na\n$$\n---\nb').html, /<hr>/);
});

test('money and other dollars are no formulas', () => {
  const prose = [
    'It costs $5 and $10, or US$5 to US$7.',
    '$20–$30, $1,000-$2,000, ($5/$10)',
    'from 5$ to 10$, and 20$',
    '가격은 $5이고 할인하면 $3이다.',
    '달러($)와 센트, 그리고 원($)',
    '| 가격 | 할인 |\n|---|---|\n| $5 | $3 |\n|$7|$9|',
    '$3 per million tokens in, 15$ out',
    '`$HOME` and `$PATH`, ``a $b$ c``',
    '```sh\necho $A $B\n```\n\n    $x$ indented\n',
    'https://a.example/?a=$x&b=$y and [l](https://a.example/$a$b)',
    '\\$5\\$ and \\\\$ 5',
    '<kbd>$</kbd> and <kbd>$</kbd>',
    '$ x $ and $$ $$',
    '- $5 a month\n- 7$ a year',
    '<pre>$x$</pre><a title="$x$">x</a>',
  ];
  for (const text of prose) {
    const { html, warnings } = renderMarkdown(text);
    assert.deepEqual([texOf(html), warnings], [[], []], `${text}\n${html}`);
  }
});

test('escaped brackets around words and numbers are brackets', () => {
  for (const text of [
    '\\[1\\] says',
    '\\[1, 2\\]',
    '\\(참고로 쓴 것\\)',
    '\\(see below\\)',
    '\\[link\\](x)',
    '\\[ \\] todo',
  ])
    assert.deepEqual(texOf(renderMarkdown(text).html), [], text);
});

test('a formula that cannot be read shows its source and is warned of with its line', () => {
  const { html, warnings } = renderMarkdown('One\n\ntwo $\\frac{1}$ and $x$\n\n$$\n\\nope{<b>}\n$$');
  assert.match(html, /two <code>\$\\frac\{1\}\$<\/code> and <math/);
  assert.match(html, /<code>\$\$\n\\nope\{&lt;b>\}\n\$\$<\/code>/);
  assert.deepEqual(
    warnings.map(({ line, source }) => [line, source]),
    [
      [3, '$\\frac{1}$'],
      [5, '$$\n\\nope{<b>}\n$$'],
    ],
  );
  for (const { detail } of warnings) assert.match(detail, /\w/);
});

test('what a formula defines the next ones know', () => {
  const { warnings } = renderMarkdown('$\\newcommand{\\E}{\\mathbb{E}}$\n\n$\\E[x]$ and $$\n\\E[y]\n$$');
  assert.deepEqual(warnings, []);
});

test('a formula means in each text what that text says, whatever was rendered before it', () => {
  const plain = renderMarkdown('$\\R$ and $a + 1$');
  const defined = renderMarkdown('$\\newcommand{\\R}{Q}$ $\\R$ and $a + 1$');
  assert.match(plain.html, /ℝ/);
  assert.doesNotMatch(defined.html, /ℝ/);
  assert.deepEqual(renderMarkdown('$\\R$ and $a + 1$'), plain);
  const refer = (before: string) =>
    renderMarkdown(`${before}$$\\label{b} b$$\n\nBy $\\eqref{b}$ and $\\eqref{a}$.`).html;
  assert.match(refer(''), /<mtext>1<\/mtext>/);
  assert.match(refer('$$\\label{a} a$$\n\n'), /<mtext>2<\/mtext>/);
  assert.match(refer(''), /<mtext>1<\/mtext>/);
});

test('a formula nested beyond the stack is a warning', () => {
  const { warnings } = renderMarkdown(`$${'{'.repeat(20_000)}x${'}'.repeat(20_000)}$`);
  assert.equal(warnings[0]?.detail, 'Nested too deeply');
});

test('letters in a style are characters of it, since browsers know no other', () => {
  const { html } = renderMarkdown(
    '$\\mathbb{R} \\mathcal{LN} \\mathbf{W1} \\boldsymbol{\\theta} \\mathfrak{g} \\mathtt{a} \\mathrm{d}$',
  );
  assert.deepEqual(html.match(/(?<=>)(?:ℝ|ℒ|𝒩|𝐖|𝟏|𝜽|𝔤|𝚊)+(?=<)/gu), ['ℝ', 'ℒ', '𝒩', '𝐖', '𝟏', '𝜽', '𝔤', '𝚊']);
  assert.match(html, /<mi mathvariant="normal">d<\/mi>/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderMarkdown } from '../../../src/content/markdown/render.ts';

const tex = String.raw;
/** The formulas of a text as they are shown, with `!` in front of displays, and the prose around them. */
function show(markdown: string): string {
  const { html, warnings } = renderMarkdown(markdown);
  assert.deepEqual(warnings, [], `${markdown}\n${html}`);
  return html
    .replace(/<annotation[^>]*>[^<]*<\/annotation>/g, '')
    .replace(/<math [^>]*display="block">/g, '⟦!')
    .replace(/<math [^>]*>/g, '⟦')
    .replaceAll('</math>', '⟧')
    .replace(/<[^>]*>/g, '')
    .replace(/\p{Zs}/gu, ' ')
    .trim();
}
const showsEach = (cases: [markdown: string, shown: string][]) => {
  for (const [markdown, shown] of cases) assert.equal(show(markdown), shown, markdown);
};

test('escaped brackets around prose are brackets, around a formula its delimiters', () => {
  showsEach([
    [tex`Repo \(unofficial\)`, 'Repo (unofficial)'],
    [tex`as in \[lin2017\]`, 'as in [lin2017]'],
    [tex`# DenseNet \[Kor\]`, 'DenseNet [Kor]'],
    [
      tex`\(비공식\) \[논문\] \(see below\) \(MSE\) \(model_name\) \(**b**\)`,
      '(비공식) [논문] (see below) (MSE) (model_name) (b)',
    ],
    [tex`\(n\), \(sin(x)\), \(x_1\), \[v\]`, '⟦n⟧, ⟦sin(x)⟧, ⟦x1⟧, ⟦!v⟧'],
    [tex`a \\(x_1\\) b \\[y = 2\\] c \\(see\\)`, tex`a ⟦x1⟧ b ⟦!y=2⟧ c \(see\)`],
  ]);
});

test('an empty display shows nothing, and an open one takes no sentence, heading or later display', () => {
  showsEach([
    ['$$\n$$\n\nprose\n\n## H\n\n$$\nx\n$$', 'prose\nH\n⟦!x⟧'],
    ['a\n\n$$\n\n$$\n\nb', 'a\nb'],
    ['$$\n\nThis is a sentence of words.\n\n$$\nx\n$$', '$$\nThis is a sentence of words.\n⟦!x⟧'],
    ['$$\n\n## H\n\n$$\nx\n$$', '$$\nH\n⟦!x⟧'],
    ['$$\nx\n\n= y\n$$', '⟦!x=y⟧'],
  ]);
});

test('environments stand without delimiters, and all of amsmath are read, in a line too', () => {
  showsEach([
    ['식:\n\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}\n끝', '식:\n⟦!a=bc=d⟧\n끝'],
    [tex`\begin{equation*} x \end{equation*}`, '⟦!x⟧'],
    [tex`$$\begin{eqnarray} a &=& b \\ c &=& d \end{eqnarray}$$`, '⟦!a=bc=d⟧'],
    [tex`$$\begin{multline} a \\ b \end{multline}$$`, '⟦!ab⟧'],
    [tex`$$\begin{flalign*} a &= b \end{flalign*}$$`, '⟦!a=b⟧'],
    [tex`$\begin{align} a &= b \end{align}$ $\begin{split} a &= b \end{split}$`, '⟦a=b⟧ ⟦a=b⟧'],
    [tex`$$f = \begin{align} a &= b \\ c \end{align}$$`, '⟦!f=a=bc⟧'],
    [tex`\begin{itemize} x \end{itemize}`, tex`\begin{itemize} x \end{itemize}`],
  ]);
});

test('macros hold for the rest of the text, may be defined outside of formulas, and again', () => {
  showsEach([
    [`${tex`\newcommand{\R}{\mathbb{R}}`}\n\n${tex`$\R$ $\newcommand{\R}{y}\R$ $\R$`}`, '⟦⟧\n⟦ℝ⟧ ⟦y⟧ ⟦y⟧'],
    [tex`$$\DeclareMathOperator*{\argmin}{arg\,min}$$ $\argmin$`, '⟦⟧ ⟦arg min⁡⟧'],
    [tex`$\DeclareMathOperator{\sgn}{sgn}\sgn x$ $\newcommand*\half{\frac12}\half$`, '⟦sgn⁡x⟧ ⟦12⟧'],
    [tex`$\mbox{if } x$ $\require{mhchem}\ce{H2O}$`, '⟦if x⟧ ⟦HX2O⟧'],
    [tex`$\text{train_loss} = \text{a & b}$`, '⟦train_loss=a &amp; b⟧'],
  ]);
  assert.equal(renderMarkdown(`${tex`\newcommand{\R}{x}`}\n\nText of $\\R$.`).excerpt, 'Text of $\\R$.');
  const endless = renderMarkdown(tex`$\newcommand{\a}{\a\a}\a$ and $\newcommand{\b}{x}\b$`);
  assert.match(endless.warnings[0]?.detail ?? '', /Too many expansions/);
  assert.equal(endless.warnings.length, 1);
});

test('an equation that is referred to has a number, the same as the reference, also outside of formulas', () => {
  showsEach([
    [
      `$$\n${tex`\begin{align} a &= b \label{one}\\ c &= \begin{cases} 1 \\ 2 \end{cases} \label{two}\end{align}`}\n$$\n\n${tex`by \eqref{two} and $\ref{one}$`}`,
      '⟦!a=b(1)c={12(2)⟧\nby ⟦(2)⟧ and ⟦1⟧',
    ],
    ['$$\nx \\tag{7}\\label{z}\n$$\n\nsee \\eqref{z}', '⟦!x(7)⟧\nsee ⟦(7)⟧'],
    ['$$\nx \\label{a}\n$$\n\n$$\ny \\label{b}\n$$\n\n\\eqref{b}', '⟦!x⟧\n⟦!y(1)⟧\n⟦(1)⟧'],
    [tex`$$\begin{align} a \tag{A} \\ b \tag*{B} \end{align}$$`, '⟦!a(A)bB⟧'],
    [tex`see \ref{fig:1} and \eqref{none}`, tex`see \ref{fig:1} and \eqref{none}`],
  ]);
});

test('dollars beside white space, digits and letters delimit what is TeX, and nothing else', () => {
  showsEach([
    [
      '$x $ and 3$\\times$3, TS$\\infty$, CO$_2$, 10$^{-3}$, $ \\alpha $',
      '⟦x⟧ and 3⟦×⟧3, TS⟦∞⟧, CO⟦2⟧, 10⟦−3⟧, ⟦α⟧',
    ],
    ['a $$clip(x, min, max)$$ b', 'a ⟦clip(x,min,max)⟧ b'],
    ['$x &lt; y$ $x &gt; y$', '⟦x&lt;y⟧ ⟦x>y⟧'],
    ['$$\na\\\n$$', '⟦!a ⟧'],
    ['$$ a + b \\$$', '⟦!a+b ⟧'],
  ]);
  const prose = [
    'It costs $5 and $10, or $x and then $ y, US$5 or A$6.',
    'between $5 and $10 a month, $1,000-$2,000',
    'echo $HOME $PATH and $A $B',
    'costs $$ and more $$ than that',
    'US$5 to US$7, 5$ and 6$',
  ];
  for (const text of prose) assert.equal(show(text), text);
});

test('the letters of a word are one identifier, which a screen reader reads as a word', () => {
  const html = (text: string) => renderMarkdown(text).html;
  assert.match(html('$\\mathrm{softmax}(x)$'), /<mi mathvariant="normal">softmax<\/mi>/);
  assert.match(html('$x_{\\mathrm{ref}}$'), /<mi mathvariant="normal">ref<\/mi>/);
  assert.match(html('$\\mathrm{d}x$'), /<mi mathvariant="normal">d<\/mi><mi>x<\/mi>/);
  assert.match(html('$abc$'), /<mi>a<\/mi><mi>b<\/mi><mi>c<\/mi>/);
  assert.match(html('$\\mathrm{softmax}$'), /<annotation[^>]*>\\mathrm\{softmax\}</);
});

test('environments, macros and references without end take linear time', () => {
  for (const unit of [
    '\\begin{align}',
    '\\newcommand{\\a}{\n',
    '\\ref{a}',
    '$x $',
    '$$\n\n',
    '\\\\(',
    '\\label{a}\\eqref{a}',
  ]) {
    const before = process.cpuUsage();
    renderMarkdown(unit.repeat(Math.floor(100_000 / unit.length)));
    const { user } = process.cpuUsage(before);
    assert.ok(user < 10_000_000, `${JSON.stringify(unit)} took ${user} µs`);
  }
});

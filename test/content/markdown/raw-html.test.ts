import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tokenizeHtml } from '../../../src/content/markdown/html-tokens.ts';
import { renderMarkdown } from '../../../src/content/markdown/render.ts';

const shows = (markdown: string) => renderMarkdown(markdown).html;
const details = (markdown: string) =>
  renderMarkdown(markdown).warnings.map(({ line, source, detail }) => [line, source, detail]);

test('what only looks like markup is shown, and what follows it is read as ever', () => {
  const shown: [string, string][] = [
    ['a <b c', '<p>a &lt;b c</p>'],
    ['if a <b and c> d, **then**', '<p>if a &lt;b and c> d, <strong>then</strong></p>'],
    [
      '`x` List<String> and <T extends U> *y*',
      '<p><code>x</code> List&lt;String> and &lt;T extends U> <em>y</em></p>',
    ],
    ['x<y and z>w', '<p>x&lt;y and z>w</p>'],
    ['the set <s> of *states*', '<p>the set &lt;s> of <em>states</em></p>'],
    ['<think>\nx *y*\n</think>\n\n*z*', '<p>&lt;think>\nx *y*\n&lt;/think></p>\n<p><em>z</em></p>'],
    ['<!-- open\n\n*z*', '<p>&lt;!-- open</p>\n<p><em>z</em></p>'],
    ['<script>\n\n*z*', '<p>&lt;script></p>\n<p><em>z</em></p>'],
    ['<style is a tag\n\n*z*', '<p>&lt;style is a tag</p>\n<p><em>z</em></p>'],
    ['<details>\n\n*z*', '<p>&lt;details></p>\n<p><em>z</em></p>'],
    ['<div>\nx <y and z\n</div>\n\n*z*', '<div>\nx &lt;y and z\n</div>\n<p><em>z</em></p>'],
    ['<div>\na <img src="x\n</div>\n\n*z*', '<div>\na &lt;img src="x\n</div>\n<p><em>z</em></p>'],
    ['<textarea>*x* y', '<p>&lt;textarea><em>x</em> y</p>'],
    ['<plaintext> x </plaintext> *y*', '<p> x  <em>y</em></p>'],
    ['<T $x$> y', '<p>&lt;T <math'],
    ['</b> x </p>', '<p>&lt;/b> x &lt;/p></p>'],
    ['a<br>b</br>c', '<p>a<br>b<br>c</p>'],
    ['> <pre>\n> x\n\n*z*', '<blockquote>\n<p>&lt;pre>\nx</p>\n</blockquote>\n<p><em>z</em></p>'],
  ];
  for (const [markdown, html] of shown)
    assert.ok(shows(markdown).startsWith(html), `${markdown}\n${shows(markdown)}`);
});

test('what is left out is warned of with its line, its beginning and why', () => {
  assert.deepEqual(
    details('a\n\n$$\nx\n\ny\n$$\n\n<iframe src="https://a.example"></iframe> b <embed src=x>'),
    [
      [9, '<iframe src="https://a.example">', '<iframe> is not allowed; it is shown as a link'],
      [9, '<embed src=x>', '<embed> is not allowed; it is shown as a link'],
    ],
  );
  const lost = [
    '<script>x</script>',
    '<style>x</style>',
    '<object>x</object>',
    '<svg><path d="x"/></svg>',
    '<math><mi>x</mi></math>',
    '<video src=x></video>',
    '<form>x</form>',
    '<font color=red>x</font>',
    '![x](data:image/png;base64,AAAA)',
    '<img src="data:image/png;base64,AAAA">',
    '[x](javascript:alert(1))',
    '<a href="ftp://a.example">x</a>',
    '<a href="jav&#x61;script&colon;alert(1)">x</a>',
    '[x]: vbscript:x\n\n[x]',
    'x[^1]\n\n[^1]: y\n\n[^2]: z',
  ];
  for (const markdown of lost) assert.equal(details(markdown).length, 1, markdown);
  const kept = [
    '<!-- a note to myself -->',
    '<iframe src="https://www.youtube.com/embed/x"></iframe>',
    '[x](HTTPS://a.example) <img src="HTTP://a.example/x.png"> <a href="/y">y</a>',
    'x[^1]\n\n[^1]: y',
    'List<String> <think>',
    '<p>x</p><div>y\n\n</div>',
  ];
  for (const markdown of kept) assert.deepEqual(details(markdown), [], markdown);
  assert.match(shows('[x](HTTPS://a.example)'), /href="https:\/\/a\.example"/);
});

test('warnings are bounded: the first twenty by their lines, and of a source its first characters', () => {
  const markdown = `${'<font a="b">x</font>\n\n$\\nope$\n\n'.repeat(30)}<form a="${'b'.repeat(500)}">x</form>`;
  const { warnings } = renderMarkdown(markdown);
  assert.equal(warnings.length, 20);
  const lines = warnings.map(({ line }) => line);
  assert.deepEqual(
    lines,
    lines.toSorted((a, b) => Number(a) - Number(b)),
  );
  assert.equal(renderMarkdown(`<form a="${'b'.repeat(500)}">x</form>`).warnings[0]?.source?.length, 200);
});

test('a megabyte of what may begin a tag is split in linear time', () => {
  for (const unit of [
    '<',
    '<a',
    '<a b="',
    "<a b='",
    '<a b',
    '<a b=c ',
    '<!--',
    '<!-- -->',
    '</',
    '<b>',
    '<a  \t ',
    '<a\n',
  ]) {
    const before = process.cpuUsage();
    tokenizeHtml(unit.repeat(Math.floor(1_000_000 / unit.length)));
    tokenizeHtml(`<a${unit.slice(2).repeat(Math.floor(1_000_000 / unit.length))}`);
    const { user } = process.cpuUsage(before);
    assert.ok(user < 5_000_000, `${JSON.stringify(unit)} took ${user} µs`);
  }
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { renderMarkdown } from '../../../src/content/markdown/render.ts';

const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .trim();
const fence = (language: string, code: string) => `\`\`\`${language}\n${code}\n\`\`\``;

test('code with a language is highlighted, and its text is the same', () => {
  const codes: [language: string, code: string, part: string][] = [
    ['python', 'def f(x):  # 주석\n    return "a<b" & 1', '<span class="hljs-keyword">def</span>'],
    ['js', 'const a = /x/;', '<span class="hljs-keyword">const</span>'],
    ['c++', 'int main() { return 0; }', '<span class="hljs-type">int</span>'],
    ['{python}', 'import torch', '<span class="hljs-keyword">import</span>'],
    ['bash', 'echo "$HOME"', '<span class="hljs-built_in">echo</span>'],
    ['html', '<b title="x">y</b><script>alert(1)</script>', '<span class="hljs-name">b</span>'],
  ];
  for (const [language, code, part] of codes) {
    const { html, text, warnings } = renderMarkdown(fence(language, code));
    assert.ok(html.includes(part), html);
    const lines = code.replace(/\n\s*/g, '\n');
    assert.deepEqual([plain(html), text, warnings], [code, lines, []]);
  }
  const html = renderMarkdown('<pre><code class="language-python">\nx = 1 # a\n</code></pre>').html;
  assert.match(html, /<span class="hljs-comment"># a<\/span>/);
});

test('code without a language that is known, long code, and code within a line stay plain', () => {
  for (const markdown of [fence('', 'def f()'), fence('nolang', 'def f()'), '    def f()', '`def f()`'])
    assert.doesNotMatch(renderMarkdown(markdown).html, /hljs/);
  assert.doesNotMatch(renderMarkdown(fence('python', 'x = 1\n'.repeat(4000))).html, /hljs/);
  const many = Array.from({ length: 30 }, () => fence('python', 'x = 1\n'.repeat(500))).join('\n\n');
  const highlighted = renderMarkdown(many).html.match(
    /<pre><code class="language-python">x = <span/g,
  )?.length;
  assert.equal(highlighted, 16, 'of 50,000 characters');
});

test('the style sheet names the classes that code and callouts get, and the page of a review has it', () => {
  const html = renderMarkdown(
    [
      fence('python', '@a\nclass B(C):\n    """d"""\n    def f(self, x=1.5) -> None:\n        return True'),
      fence('diff', '+ a\n- b'),
      fence('ts', 'type A = { b: string };\nfunction f(a: A) { return /x/ }'),
    ].join('\n\n'),
  ).html;
  const classes = new Set([...html.matchAll(/class="(hljs-\w+)/g)].map(([, name]) => name ?? ''));
  assert.ok(classes.size > 8);
  const style = readFileSync('assets/style.css', 'utf8');
  const missing = [...classes].filter((name) => !style.includes(`.${name}`));
  assert.deepEqual(missing, []);
});

test('code that is made to be dear takes no longer than a text may', () => {
  const dear = ['(', '[', '"', '/*', '<a ', '`', '\\', 'a.', '@a\n', '- ', '#{', '=> ('];
  for (const language of [
    'python',
    'js',
    'ts',
    'c++',
    'bash',
    'html',
    'markdown',
    'yaml',
    'ruby',
    'perl',
    'php',
    'r',
    'sql',
    'swift',
  ]) {
    for (const unit of dear) {
      const before = process.cpuUsage();
      const { warnings } = renderMarkdown(fence(language, unit.repeat(Math.floor(9_900 / unit.length))));
      const { user } = process.cpuUsage(before);
      assert.deepEqual(warnings, []);
      assert.ok(user < 2_000_000, `${language} ${JSON.stringify(unit)} took ${user} µs`);
    }
  }
});

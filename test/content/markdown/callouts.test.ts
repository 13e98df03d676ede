import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderMarkdown } from '../../../src/content/markdown/render.ts';

const show = (markdown: string) => {
  const { html, warnings } = renderMarkdown(markdown);
  assert.deepEqual(warnings, [], html);
  return html.replace(/\n/g, '');
};
const box = (kind: string, title: string, body: string) =>
  `<div class="callout callout-${kind}"><p class="callout-title">${title}</p>${body}</div>`;

test('alerts of GitHub, callouts of Obsidian, hints of GitBook and asides of Notion are one box with kind and title', () => {
  const shown: [string, string][] = [
    ['> [!NOTE]\n> Text *a*\n>\n> - b', box('note', 'Note', '<p>Text <em>a</em></p><ul><li>b</li></ul>')],
    ['> [!WARNING]\n> 본문', box('warning', '경고', '<p>본문</p>')],
    ['> [!IMPORTANT]\n> 本文です', box('important', '重要', '<p>本文です</p>')],
    ['> [!danger] My **Title**\n> x', box('caution', 'My <strong>Title</strong>', '<p>x</p>')],
    ['> [!example]\n> x', box('note', 'Example', '<p>x</p>')],
    ['> > [!TIP] n\n> > x', `<blockquote>${box('tip', 'n', '<p>x</p>')}</blockquote>`],
    ['> [!note] T\n> > [!tip] U\n> > x', box('note', 'T', box('tip', 'U', '<p>x</p>'))],
    [
      '{% hint style="warning" %}\nq **b**\n\n- c\n{% endhint %}\nz',
      `${box('warning', 'Warning', '<p>q <strong>b</strong></p><ul><li>c</li></ul>')}<p>z</p>`,
    ],
    ['<aside>\n💡 text *b*\n\n</aside>', box('tip', 'Tip', '<p>💡 text <em>b</em></p>')],
    ['- a\n\n  <aside>\n  x\n  </aside>', `<ul><li><p>a</p>${box('note', 'Note', '<p>x</p>')}</li></ul>`],
  ];
  for (const [markdown, html] of shown) assert.equal(show(markdown), html);
});

test('a callout that folds is details, open where it says so', () => {
  assert.equal(
    show('> [!tip]- Title\n> x'),
    '<details class="callout callout-tip"><summary>Title</summary><p>x</p></details>',
  );
  assert.match(show('> [!tip]+\n> x'), /^<details class="callout callout-tip" open><summary>Tip<\/summary>/);
});

test('what is no callout is a quote or text, and a title is no excerpt', () => {
  assert.equal(show('> [!] x'), '<blockquote><p>[!] x</p></blockquote>');
  assert.equal(show('> a [!NOTE]'), '<blockquote><p>a [!NOTE]</p></blockquote>');
  assert.equal(show('{% hint style="info" %}\nopen'), '<p>{% hint style="info" %}open</p>');
  assert.equal(show('{% include x.html %}'), '<p>{% include x.html %}</p>');
  assert.equal(show('```\n{% raw %}\n```'), '<pre><code>{% raw %}</code></pre>');
  assert.equal(renderMarkdown('> [!NOTE]\n> The text.').excerpt, 'The text.');
});

test('other tags of GitBook are what they hold: embedded pages links, tabs titles', () => {
  assert.match(show('{% embed url="https://a.example/?b&c" %}'), /<a href="https:\/\/a\.example\/\?b&amp;c"/);
  assert.equal(
    show('{% tabs %}\n{% tab title="<X>" %}\ny\n{% endtab %}\n{% endtabs %}'),
    '<p><b>&lt;X></b></p><p>y</p>',
  );
});

test('what is embedded is a link to it, and a picture that is not shown everywhere is named', () => {
  const linked: [string, string][] = [
    ['<video src="https://a.example/x.mp4" title="T" controls></video>', 'https://a.example/x.mp4'],
    ['<video controls><source src="x.mp4" type="video/mp4"></video>', 'x.mp4'],
    ['<audio src="/x.mp3"></audio>', '/x.mp3'],
    ['<iframe src="https://a.example/e"></iframe>', 'https://a.example/e'],
    ['<object data="a.pdf"></object>', 'a.pdf'],
  ];
  for (const [markdown, address] of linked) {
    const { html, warnings } = renderMarkdown(`a\n\n${markdown}`);
    assert.ok(html.includes(`<a href="${address}"`), html);
    assert.ok(
      warnings.some(({ line, detail }) => line === 3 && detail.endsWith('it is shown as a link')),
      JSON.stringify(warnings),
    );
  }
  assert.doesNotMatch(renderMarkdown('<iframe src="javascript:alert(1)"></iframe>').html, /<a/);
  assert.deepEqual(
    renderMarkdown(
      '![a](img/a.png) ![b](data:image/png;base64,AA) <img src="/c.png"> ![d](//h.example/d.png)',
    ).warnings.map(({ source }) => source),
    ['img/a.png', 'data:image/png;base64,AA', '/c.png'],
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readNote } from '../../../src/sync/notes/note.ts';

const read = (body: string, path = 'a.md') => readNote(path, `---\ntitle: T\nlang: en\n---\n${body}\n`);
const bodyOf = (body: string, path?: string) => read(body, path).body.trim();

const forms: [written: string, becomes: string, path?: string][] = [
  // Boxes
  ['{% note info %}\nText.\n{% endnote %}', '> [!info]\n> Text.'],
  ['{% note danger no-icon A title %}\nText.\n{% endnote %}', '> [!danger] A title\n> Text.'],
  ['{{< callout type="warning" >}}\nText.\n{{< /callout >}}', '> [!warning]\n> Text.'],
  ['{{% notice tip "A title" %}}\nText.\n\nMore.\n{{% /notice %}}', '> [!tip] A title\n> Text.\n>\n> More.'],
  ['{{< warning >}}Text.{{< /warning >}}', '> [!warning]\n> Text.'],
  ['{% hint style="success" %}\nText.\n{% endhint %}', '> [!success]\n> Text.'],
  ['::: {.callout-note title="A title"}\nText.\n:::', '> [!note] A title\n> Text.'],
  ['::: {.callout-tip collapse="true"}\n## A title\n\nText.\n:::', '> [!tip]- A title\n> Text.'],
  [':::tip A title\nText.\n:::', '> [!tip] A title\n> Text.'],
  [':::note[A title]\n```\ncode\n```\n:::', '> [!note] A title\n> ```\n> code\n> ```'],
  ['> Text.\n{: .prompt-warning }', '> [!warning]\n> Text.'],
  ['Text.\n{: .notice--info}', '> [!info]\n> Text.'],
  ['{% note %}\n{% note tip %}\nText.\n{% endnote %}\n{% endnote %}', '> [!note]\n> > [!tip]\n> > Text.'],
  // Pictures
  ['{{< figure src="a.png" caption="A caption" alt="An alt" >}}', '![An alt](a.png "A caption")'],
  ['{% include figure.liquid path="a b.png" caption="A caption" %}', '![](<a b.png> "A caption")'],
  ['{% asset_img left a.png 300 200 A caption %}', '![](a.png "A caption")'],
  [
    '<div class="row">\n    {% include figure.html path="a.png" %}\n</div>',
    '<div class="row">\n    <img src="a.png" alt="">\n</div>',
  ],
  [
    '![A caption](a.png){#fig-a width=50%}\n\nSee @fig-a.',
    '![](a.png "Figure 1: A caption")\n\nSee Figure 1.',
  ],
  ['![a](a.png){: width="70%" .shadow }', '![a](a.png)'],
  ['Text.\n\n![a](a.png){: width="70%" }\n_A caption_\n\nMore.', 'Text.\n\n![a](a.png "A caption")\n\nMore.'],
  ['![|500](a.png) ![An alt|500x300](<a b.png>)', '![](a.png) ![An alt](<a b.png>)'],
  ['| ![An alt\\|80](a.png) |\n| --- |', '| ![An alt](a.png) |\n| --- |'],
  ['![An alt|center|200](https://e.org/a.png)', '![An alt](https://e.org/a.png)'],
  // Emoji
  [':rocket: of :+1:', '🚀 of 👍'],
  ['[go](#rocket-to-go)\n\n## :rocket: To go', '[go](#rocket-to-go)\n\n## 🚀 To go {#rocket-to-go}'],
  ['## At :nothing: all', '## At :nothing: all'],
  ['- 결과:tada:였다 (:100:)', '- 결과🎉였다 (💯)'],
  // Links
  ['{{< youtube w7Ft2ymGmfc >}}', '<https://www.youtube.com/watch?v=w7Ft2ymGmfc>'],
  [
    'Seen {{< youtube id="w7Ft2ymGmfc" title="here" >}} once.',
    'Seen [here](https://www.youtube.com/watch?v=w7Ft2ymGmfc) once.',
  ],
  ['{% include embed/youtube.html id="w7Ft2ymGmfc" %}', '<https://www.youtube.com/watch?v=w7Ft2ymGmfc>'],
  ['!youtube[w7Ft2ymGmfc]', '<https://www.youtube.com/watch?v=w7Ft2ymGmfc>'],
  ['{% btn https://e.org/, A label %}', '[A label](https://e.org/)'],
  ['[a](https://e.org){:target="_blank"}', '[a](https://e.org)'],
  // Code and formulas
  ['{% highlight python linenos %}\nx = {{ y }}\n{% endhighlight %}', '```python\nx = {{ y }}\n```'],
  ['{% codeblock lang:js %}\na = `b`\n{% endcodeblock %}', '```js\na = `b`\n```'],
  ['{{< katex >}}a_{1}{{< /katex >}}', '$a_{1}$'],
  ['$$\na_1\n$$ {#eq-a}\n\nIn @eq-a.', '$$\na_1\n\\tag{1}\n$$\n\nIn Equation (1).'],
  ['```{python}\n#| label: a\nx = 1\n```', '```python\nx = 1\n```', 'a.qmd'],
  ['A.\n\n```{r, echo=FALSE}\nx\n```\n\nB.', 'A.\n\nB.', 'a.Rmd'],
  ['A.\n\n```{python}\n#| include: false\nx\n```\n\nB.', 'A.\n\nB.', 'a.qmd'],
  ['```{=html}\n<b>A.</b>\n```\n\n```{=latex}\nx\n```\n\nB. `x`{=tex}', '<b>A.</b>\n\nB.', 'a.qmd'],
  // Zenn, Qiita, HackMD, Docusaurus
  [':::message\nText.\n:::', '> [!note]\n> Text.'],
  [':::message alert\nText.\n:::', '> [!caution]\n> Text.'],
  [':::note warn\nText.\n:::', '> [!warning]\n> Text.'],
  ['![An alt](/a.png =250x)\n*A caption*', '![An alt](/a.png "A caption")'],
  [
    '@[card](https://e.org/a)\n\n@[youtube](w7Ft2ymGmfc)',
    '<https://e.org/a>\n\n<https://www.youtube.com/watch?v=w7Ft2ymGmfc>',
  ],
  [
    'import Tabs from \'@theme/Tabs\';\n\n<Tabs>\n<TabItem value="a" label="One">\n\nText.\n\n</TabItem>\n</Tabs>',
    '**One**\n\n\nText.',
  ],
  ['| a |\n| --- |\n| b |\n{.striped #t}', '| a |\n| --- |\n| b |'],
  // Logseq
  ['- A\n  id:: 65f0a1b2-1234-5678-9abc-def012345679\n  collapsed:: true\n\t- B', '- A\n\t- B'],
  ['A ((65f0a1b2-1234-5678-9abc-def012345679)) B', 'A B'],
  ['{{video https://e.org/v}}', '<https://e.org/v>'],
  ['- #+BEGIN_NOTE\n  Text.\n  #+END_NOTE', '- > [!note]\n  > Text.'],
  ['![a](a.png){:height 300, :width 400}', '![a](a.png)'],
  // MyST
  ['```{note}\nText.\n```', '> [!note]\n> Text.'],
  [':::{admonition} A title\n:class: tip\nText.\n:::', '> [!tip] A title\n> Text.'],
  ['```{figure} a.png\n:width: 3px\nA caption\n```', '![](a.png "A caption")'],
  [
    '```{math}\n:label: a\nx\n```\n\nIn {eq}`a`, {math}`x` and {ref}`so called <b>`.',
    '$$\nx \\tag{1}\n$$\n\nIn (1), $x$ and [so called](#b).',
  ],
  [
    '(a)=\n## A part\n\n% hidden\n\n```{code-cell} ipython3\n:tags: [x]\nx\n```',
    '## A part {#a}\n\n\n```python\nx\n```',
  ],
  [
    '{% codeblock lang:py a.py https://e.org/a the file %}\nx\n{% endcodeblock %}',
    '**a.py** [the file](https://e.org/a)\n\n```py\nx\n```',
  ],
  // Definition lists
  [
    'Text.\n\nTerm `a`\n: One $x$\n: Two\n\n  More.\n\nOther\n:   Three\ngoes on\n\nText.',
    'Text.\n\n<dl>\n<dt>\n\nTerm `a`\n\n</dt>\n<dd>\n\nOne $x$\n\n</dd>\n<dd>\n\nTwo\n\nMore.\n\n</dd>\n<dt>\n\nOther\n\n</dt>\n<dd>\n\nThree\ngoes on\n\n</dd>\n</dl>\n\nText.',
  ],
  ['Term\n\n:   One', '<dl>\n<dt>\n\nTerm\n\n</dt>\n<dd>\n\nOne\n\n</dd>\n</dl>'],
  ['| a |\n|---|\n| b |\n\n: A caption', '| a |\n|---|\n| b |\n\n: A caption'],
  ['Text at 10:20\n:smile: and `x\n: y`', 'Text at 10:20\n😄 and `x\n: y`'],
  [
    'Term\n: One\n\n    ```\n    x\n    ```',
    '<dl>\n<dt>\n\nTerm\n\n</dt>\n<dd>\n\nOne\n\n```\nx\n```\n\n</dd>\n</dl>',
  ],
  ['Term\n: One\n\n  ```\n  x\n  ```', 'Term\n: One\n\n  ```\n  x\n  ```'],
  // The rest
  ['A^[A *note*.] b.', 'A[^note-1] b.\n\n[^note-1]: A *note*.'],
  ['`a^[b]` and $x^[2]$ and x^[2](a)', '`a^[b]` and $x^[2]$ and x^[2](a)'],
  [
    '{{< spoiler text="A title" >}}\nText.\n{{< /spoiler >}}',
    '<details>\n<summary>A title</summary>\n\nText.\n\n</details>',
  ],
  [
    '{% hideBlock Show,#fff %}\nText.\n{% endhideBlock %}',
    '<details>\n<summary>Show</summary>\n\nText.\n\n</details>',
  ],
  ["{% btn 'https://e.org', A label %}", '[A label](https://e.org)'],
  ['{% span red, Said %} {% emp so %} {% hideInline Yes,show,#fff %}', 'Said <em>so</em> Yes'],
  ['See {% asset_link a.pdf the slides %}.', 'See [the slides](a.pdf).'],
  [
    '{% timeline 2022,pink %}\n<!-- timeline 01-02 -->\nText.\n<!-- endtimeline -->\n{% endtimeline %}',
    '**2022**\n\n**01-02**\n\nText.',
  ],
  ['A.\n\n::: {.content-visible when-format="pdf"}\nB.\n:::\n\nC.', 'A.\n\n\nC.', 'a.qmd'],
  ['A.\n\n::: {.content-visible when-format="html"}\nB.\n:::\n\nC.', 'A.\n\nB.\n\nC.', 'a.qmd'],
  ['{% blockquote Ada, A book %}\nText.\n{% endblockquote %}', '> Text.\n>\n> — Ada, A book'],
  ['{% tabs x %}\n<!-- tab One -->\nText.\n<!-- endtab -->\n{% endtabs %}', '**One**\n\nText.'],
  [
    '{% details A title %}\nText.\n{% enddetails %}',
    '<details>\n<summary>A title</summary>\n\nText.\n\n</details>',
  ],
  ['{% raw %}\n{% note %}\n{% endraw %}', '{% note %}'],
  ['{{</* figure src="a.png" */>}}', '{{< figure src="a.png" >}}'],
  ['* TOC\n{:toc}\n\nText.', 'Text.'],
  ['[TOC]\n\nText.', 'Text.'],
  ['## A\n{: .no_toc #b }', '## A {#b}'],
  ['a ==b c== d', 'a <mark>b c</mark> d'],
  ['[a b]{.mark} [c]{.smallcaps}', '<mark>a b</mark> c'],
  ['Text. ^block-1', 'Text.'],
  ['[[#A part|so called]]', '[so called](#a-part)'],
  ['Key:: value', '**Key**: value'],
  ['::: {#thm-a}\n## A name\nText.\n:::\n\nBy @thm-a.', '**Theorem 1 (A name).** Text.\n\nBy Theorem 1.'],
  [':::: {.columns}\n::: {.column}\nText.\n:::\n::::', 'Text.'],
  ['H~2~O^[A note.]', 'H<sub>2</sub>O[^note-1]\n\n[^note-1]: A note.', 'a.qmd'],
  ['{{< unheard-of a="b" >}}Text.{{< /unheard-of >}}', 'Text.'],
];

test('what a tool writes beyond Markdown becomes Markdown, and that is left as it is', () => {
  for (const [written, becomes, path] of forms) {
    assert.equal(bodyOf(written, path), becomes, written);
    const isLiteral = /\{%|\{\{</.test(becomes);
    if (!isLiteral) assert.equal(bodyOf(becomes, path), becomes, `again: ${becomes}`);
  }
});

test('what only looks like it stays as it is', () => {
  const kept = [
    'if a == b and c == d',
    'a==b==c',
    '`{% note %}` and `==a==` and `{: .x }`',
    '```\n{% note %}\n:::tip\n==a==\n{: .x }\n```',
    '$a == b$ and $x^{2}$ and $\\{: .x\\}$',
    'a {x: 1} and {1, 2} and f{x} and \\newcommand{\\x}[1]{#1}',
    'O(n) ^2',
    '{% for m in messages %}{{ m.content }}{% endfor %}',
    '{{ x }}',
    'std::vector and a::b::c',
    'a ::: b',
    ':::tip\nnot closed',
    'mail me@fig-a.org, [@key] and @fig-nothing',
    'H~2~O and x^2^',
    'a &#x20;b',
    '| a | b |\n| --- | --- |\n| `x` | {1} |',
    '[1]: https://e.org\n\n[a][1]',
    '#1 is no tag',
    'at 10:30:20 of std:rocket:x, :nothing: and 1:100:5',
    'https://e.org/:rocket: and [a](b:rocket:c) and <a:rocket:b> and `:rocket:` and $a :rocket: b$',
    '![a|b](a.png) and [a|500](a.md)',
  ];
  for (const text of kept) assert.equal(bodyOf(`Text.\n\n${text}`), `Text.\n\n${text}`, text);
});

test('no word of a text is lost, wherever a tag stands, and what was translated is not again', () => {
  const tags = forms.map(([written]) => written).filter((written) => written.includes('Text.'));
  const piece = fc.oneof(
    fc.constantFrom(...tags),
    fc.constantFrom('', '- item\n', '> quote\n', '$x$', '`y`', 'prose\n', '\n'),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(piece, fc.constantFrom('\n\n', '\n', ' ')), { maxLength: 6 }), (parts) => {
      const text = parts.map((part, at) => part[0].replace(/Text\./g, `Word${at}w.`) + part[1]).join('');
      const body = bodyOf(text, 'a.qmd');
      for (const [word] of text.matchAll(/Word\d+w/g)) assert.ok(body.includes(word), `${word} of ${text}`);
    }),
    { seed: 20261201, numRuns: 100 },
  );
});

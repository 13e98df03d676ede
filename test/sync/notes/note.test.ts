import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NoteRefused } from '../../../src/sync/notes/front-matter.ts';
import { findImageReferences, replaceReferences } from '../../../src/sync/notes/image-references.ts';
import { readMoment } from '../../../src/sync/notes/moment.ts';
import { readNote } from '../../../src/sync/notes/note.ts';

const note = (fields: string, body = 'Text.\n', path = 'note.md') =>
  readNote(path, `---\n${fields}\n---\n\n${body}`);

function refusal(path: string, text: string): string[] {
  try {
    readNote(path, text);
  } catch (error) {
    assert.ok(error instanceof NoteRefused);
    return error.reasons;
  }
  return [];
}

test('the fields of a paper note become a review and its paper', () => {
  const read = note(`layout: post
title: "Pooling: a closer look"
date: 2024-05-20 10:00:00 +0900
category: Language models
tags: [LLM, "text embedding"]
arxiv: https://arxiv.org/abs/2405.10300v2
doi: 10.1145/3292500.3330701
venue: ICLR 2025
authors:
  - Ada One
  - { name: Bo Two, orcid: https://orcid.org/0000-0002-1825-0097 }
code: https://github.com/example/pooling
project: https://pooling.example.org
links:
  - { label: Weights, url: https://models.example.org/pooling }
  - https://openreview.net/forum?id=abc
lang: pt_BR
slug: pooling
summary: >
  Two lines
  that are one.
draft: true`);
  assert.deepEqual(read, {
    id: undefined,
    title: 'Pooling: a closer look',
    fallbackTitle: 'Note',
    slug: 'pooling',
    fallbackSlug: 'note',
    summary: 'Two lines that are one.',
    body: 'Text.\n',
    language: 'pt-BR',
    fallbackLanguage: 'en',
    category: ['Language models'],
    tags: ['LLM', 'text embedding'],
    publishedAt: '2024-05-20T01:00:00.000Z',
    reviewedVersion: 2,
    cover: undefined,
    mediaPath: undefined,
    status: 'draft',
    readBy: { paper: 'arxiv', publishedAt: 'date' },
    paper: {
      title: undefined,
      fallbackTitle: 'Pooling: a closer look',
      acronym: undefined,
      venue: 'ICLR 2025',
      identifiers: { arxiv: '2405.10300', doi: '10.1145/3292500.3330701' },
      authors: [
        { name: 'Ada One', orcid: null },
        { name: 'Bo Two', orcid: '0000-0002-1825-0097' },
      ],
      links: [
        { kind: 'model', label: 'Weights', url: 'https://models.example.org/pooling' },
        { kind: 'openreview', label: 'OpenReview', url: 'https://openreview.net/forum?id=abc' },
        { kind: 'code', label: 'Code', url: 'https://github.com/example/pooling' },
        { kind: 'project', label: 'Project page', url: 'https://pooling.example.org' },
      ],
    },
    unused: ['layout'],
    others: ['layout'],
  });
});

test('a scalar is the text that it was written as, never a number, a date or a flag', () => {
  assert.deepEqual(note('arxiv: 2405.10300').paper.identifiers, { arxiv: '2405.10300' });
  assert.deepEqual(note('arxiv: 0704.0010').paper.identifiers, { arxiv: '0704.0010' });
  assert.equal(note('title: 1e3').title, '1e3');
  assert.equal(note('title: yes').title, 'yes');
  assert.equal(note('title: 2024-05-20').title, '2024-05-20');
  assert.equal(note('title: "null"').title, 'null');
  assert.deepEqual(note('tags: [1.10, 007, on]').tags, ['1.10', '007', 'on']);
});

test('a field without a value says that there is none, a missing one says nothing', () => {
  const emptied = note('summary:\ntags: ~\ncategory: null');
  assert.deepEqual([emptied.summary, emptied.tags, emptied.category], [null, [], []]);
  const silent = note('title: x');
  assert.deepEqual([silent.summary, silent.tags, silent.category], [undefined, undefined, undefined]);
});

test('days and moments are read in the spellings of notes, and nothing else is guessed', () => {
  const spellings: [string, string | null][] = [
    ['2024-05-20', '2024-05-20T00:00:00.000Z'],
    ['2024/5/2', '2024-05-02T00:00:00.000Z'],
    ['2024.05.20', '2024-05-20T00:00:00.000Z'],
    ['2024-05-20 10:00', '2024-05-20T10:00:00.000Z'],
    ['2024-05-20 10:00:00 +0900', '2024-05-20T01:00:00.000Z'],
    ['2024-05-20 10:00:00 +09:00', '2024-05-20T01:00:00.000Z'],
    ['2024-05-20T10:00:00.125Z', '2024-05-20T10:00:00.125Z'],
    ['2024-05-20 10:00:00 -03', '2024-05-20T13:00:00.000Z'],
    ['2024-05-20 10:00:00 UTC', '2024-05-20T10:00:00.000Z'],
    ['2024-02-30', null],
    ['2024-05-20 25:00:00', null],
    ['2024-05-20 10:00:00 KST', '2024-05-20T01:00:00.000Z'],
    ['20 May 2024', '2024-05-20T00:00:00.000Z'],
    ['May 20, 2024', '2024-05-20T00:00:00.000Z'],
    ['Mon, 20 May 2024 10:00:00 GMT', '2024-05-20T10:00:00.000Z'],
    ['2024. 5. 20.', '2024-05-20T00:00:00.000Z'],
    ['2024년 5월 20일 오후 3:20', '2024-05-20T15:20:00.000Z'],
    ['2024年5月20日', '2024-05-20T00:00:00.000Z'],
    ['20240520', '2024-05-20T00:00:00.000Z'],
    ['2024-05-20 10:00 CST', null],
    ['2024-13-01', null],
    ['05/20/2024', '2024-05-20T00:00:00.000Z'],
    ['20.05.2024', '2024-05-20T00:00:00.000Z'],
    ['05/06/2024', null],
    ['2024/07/15 → 2024/07/20', '2024-07-15T00:00:00.000Z'],
  ];
  for (const [text, moment] of spellings) assert.equal(readMoment(text), moment, text);
});

test('what only the name of a Jekyll file says is used, and a heading is the title before it', () => {
  const named = readNote('_posts/2024-05-20-closer-look.md', '---\nlayout: post\n---\nText.\n');
  assert.deepEqual(
    [named.title, named.fallbackTitle, named.fallbackSlug, named.publishedAt],
    [undefined, 'Closer Look', 'closer-look', '2024-05-20T00:00:00.000Z'],
  );
  for (const path of [
    '2024.05.20 closer look.md',
    '2024_05_20_closer-look.md',
    '20240520-closer-look.md',
    '20240520.md',
  ]) {
    const { publishedAt, fallbackTitle } = readNote(path, 'Text.');
    assert.equal(publishedAt, '2024-05-20T00:00:00.000Z', path);
    assert.match(fallbackTitle, /^(?:Closer Look|2024-05-20)$/i, path);
  }
  for (const path of [
    '20241320-look.md',
    '20248 look.md',
    '2024.05-20 look.md',
    '12345678.md',
    '2312.00752 mamba.md',
  ])
    assert.equal(readNote(path, 'Text.').publishedAt, undefined, path);
  assert.equal(readNote('20241320-look.md', 'Text.').fallbackSlug, '20241320-look');
  assert.equal(readNote('a.md', '# A heading #\n\nText.').title, 'A heading');
  assert.equal(readNote('a.md', 'Text.\n\n# Later').title, undefined);
  assert.equal(readNote('closer-look/index.md', 'Text.').fallbackSlug, 'closer-look');
  assert.equal(readNote('_drafts/a.md', 'Text.').status, 'draft');
});

test('a heading behind the fields and tags that a text begins with is the title, where it is the only one', () => {
  const read = (text: string) => {
    const { title, body } = readNote('a.md', text);
    return [title, body];
  };
  assert.deepEqual(read('type:: paper\nyear:: 2024\n\n# A title\n\nText.\n'), [
    'A title',
    '**type**: paper\n**year**: 2024\n\nText.\n',
  ]);
  assert.deepEqual(read('#paper #nlp/한글\n\n# A title\nText.\n'), ['A title', 'Text.\n']);
  assert.deepEqual(read('key:: v\n\n# A title\n\n```sh\n# not one\n```\n')[0], 'A title');
  const chapters = '**Venue**: X\n\n# Introduction\n\nText.\n\n# Method\n';
  assert.deepEqual(read(chapters), [undefined, chapters]);
  assert.deepEqual(read('key: a sentence\n\n# Later\n')[0], undefined);
});

test('maps of authors with more than a name and an ORCID are those who wrote the note, and not its paper', () => {
  const authors = (fields: string, body = 'Text.') => {
    const { paper, unused } = note(fields, body);
    return [paper.authors?.map(({ name }) => name), unused.some((text) => text.startsWith('authors ('))];
  };
  assert.deepEqual(
    authors('authors:\n  - name: Me\n    url: https://e.org\n    affiliations: { name: Home }'),
    [undefined, true],
  );
  assert.deepEqual(authors('authors:\n  - { name: Me, email: a@e.org }', '**Authors**: Ada One, Bo Two\n'), [
    ['Ada One', 'Bo Two'],
    true,
  ]);
  assert.deepEqual(
    authors('authors:\n  - { name: Ada One, orcid: 0000-0002-1825-0097 }\n  - { name: Bo Two }'),
    [['Ada One', 'Bo Two'], false],
  );
});

test('citations of a bibliography stay in the text and are named; addresses and code are none', () => {
  const cited = (body: string, path = 'a.md') =>
    readNote(path, `---\ntitle: T\n---\n${body}\n`).unused.filter((text) => text.startsWith('citations'));
  const body = 'As [see @one2020, p. 3; -@two:b] and [@한글2021] say.';
  assert.deepEqual(cited(body), [
    'citations of a bibliography (@one2020, @two:b, @한글2021 stay in the text)',
  ]);
  assert.ok(readNote('a.md', body).body.includes(body));
  assert.deepEqual(cited('@one says so.', 'a.qmd'), ['citations of a bibliography (@one stay in the text)']);
  for (const other of ['`[@one]`', '[a@e.org]', '[@one](https://e.org)', '@one says so.', '$[@x]$'])
    assert.deepEqual(cited(other), [], other);
});

test('Zenn and Qiita say topics and what they do not publish in fields of their own, and a paper may be a wiki link', () => {
  assert.deepEqual(note('topics: [nlp, bert]').tags, ['nlp', 'bert']);
  assert.equal(note('private: false\nignorePublish: false').status, undefined);
  assert.equal(note('private: false\nignorePublish: true').status, 'draft');
  const { paper } = readNote('a.md', 'paper:: [[2312.00752]]\nvenue:: X\n\n# A title\n\nText.\n');
  assert.deepEqual(paper.identifiers, { arxiv: '2312.00752' });
});

test('a byte order mark, CRLF, decomposed names and Liquid are survived, and the body is kept', () => {
  const read = readNote(
    'cafe\u0301.md',
    '\uFEFF---\r\ntitle: Cafe\u0301\r\n---\r\n\r\nOne\r\n\r\n\r\n  two \r\n',
  );
  assert.deepEqual([read.title, read.body], ['Café', 'One\r\n\r\n\r\n  two \r\n']);
  const liquid = '{% raw %}{{ x }}{% endraw %}\n{%- include author.html name="a" -%}\n';
  const { body, unused } = note('title: x', liquid);
  assert.deepEqual(
    [body, unused],
    ['{{ x }}\n{%- include author.html name="a" -%}\n', ['Liquid tags (include stay in the text)']],
  );
  assert.equal(note('title: x', '\n\nText').body, '\n\nText', 'one empty line belongs to the front matter');
});

test('tags, categories and authors in one text are parted as their tools part them', () => {
  assert.deepEqual(note('tags: LLM embedding').tags, ['LLM', 'embedding']);
  assert.deepEqual(note('tags: LLM, text embedding').tags, ['LLM', 'text embedding']);
  assert.deepEqual(note('categories: papers nlp').category, ['papers', 'nlp']);
  assert.deepEqual(note('categories: [Papers, Language models]').category, ['Papers', 'Language models']);
  assert.deepEqual(note('category: Language models').category, ['Language models']);
  const authors = (text: string) => note(`authors: ${text}`).paper.authors?.map(({ name }) => name);
  assert.deepEqual(authors('A. One, B. Two, and C. Three'), ['A. One', 'B. Two', 'C. Three']);
  assert.deepEqual(authors('One, Ada and Two, Bo'), ['Ada One', 'Bo Two']);
  assert.deepEqual(authors('One, A.; Two, B.'), ['One, A.', 'Two, B.']);
  assert.deepEqual(authors('Ada One et al.'), ['Ada One']);
});

test('a link field without an address is named, and so is a field that means something else', () => {
  const { unused, paper } = note(
    'model: BERT\npdf: paper.pdf\npublished: May\nstatus: reading\nid: 12\nauthor: me',
  );
  assert.deepEqual(paper.links, []);
  assert.deepEqual(unused.map((text) => text.split(' ')[0]).sort(), [
    'author',
    'id',
    'model',
    'pdf',
    'published',
    'status',
  ]);
});

test('everything that cannot be read is told at once', () => {
  const text = '---\ntitle: [x]\ndate: soon\narxiv: 99.1\ntags: {a: b}\nlang: "?"\n---\nText.\n';
  const reasons = refusal('a.md', text);
  for (const name of ['title', 'date', 'arxiv', 'tags', 'lang'])
    assert.ok(
      reasons.some((reason) => reason.startsWith(name)),
      name,
    );
});

test('front matter that cannot be read is refused with the line and what helps', () => {
  const cases: [string, RegExp][] = [
    ['---\ntitle: a\ntitle: b\n---\n', /^line 3 has title a second time/],
    ['---\ntitle: "a\n---\n', /^line \d is no YAML/],
    ['---\ntitle: A: b\n---\n', /^line 2 is no YAML: the value of title .* title: "A: b"/],
    ['---\ntitle: [논문리뷰] X\n---\n', /put it in quotes, title: "\[논문리뷰\] X"/],
    ['---\ntitle: a\n', /no end/],
    ['+++\ntitle = a\n+++\n', /^line 2 is no TOML/],
    ['+++\ntitle = "a"\n', /no end/],
    ['{\n  "title": "a"\n', /no end/],
    ['---\nprivate: x: y\n---\nText', /private/],
    [
      `---\ntitle: t\na: &a [x]\n${Array.from({ length: 30 }, (_, at) => `b${at}: &b${at} [*${at ? `b${at - 1}` : 'a'}, *${at ? `b${at - 1}` : 'a'}]`).join('\n')}\n---\n`,
      /cannot be read/,
    ],
  ];
  for (const [text, pattern] of cases)
    assert.match(refusal('a.md', text).join('; '), pattern, text.slice(0, 40));
});

test('front matter is YAML, TOML or JSON, or that of Hexo; a number stays the text that it was written as', () => {
  for (const text of [
    '---\ntitle: T\narxiv: 2405.10300\ntags: [a, b]\n---\n\nText.\n',
    '+++\ntitle = "T"\narxiv = 2405.10300\ntags = ["a", "b"]\n+++\n\nText.\n',
    '{\n  "title": "T",\n  "arxiv": 2405.10300,\n  "tags": ["a", "b"]\n}\n\nText.\n',
    ';;;\n"title": "T",\n"arxiv": 2405.10300,\n"tags": ["a", "b"]\n;;;\n\nText.\n',
    '"title": "T",\n"arxiv": 2405.10300,\n"tags": ["a", "b"]\n;;;\n\nText.\n',
    'title: T\narxiv: 2405.10300\ntags:\n- a\n- b\n---\n\nText.\n',
  ]) {
    const { title, paper, tags, body } = readNote('a.md', text);
    assert.deepEqual(
      [title, paper.identifiers.arxiv, tags, body],
      ['T', '2405.10300', ['a', 'b'], 'Text.\n'],
      text,
    );
  }
  const toml = readNote(
    'a.md',
    '+++\ntitle = "T"\ndate = 2024-05-20T10:00:00+09:00\ndraft = true\n+++\nText.\n',
  );
  assert.deepEqual([toml.publishedAt, toml.status], ['2024-05-20T01:00:00.000Z', 'draft']);
});

test('lines between two rules that name nothing are text', () => {
  for (const text of [
    '---\nJust a text.\n---\n\nMore.\n',
    '---\n\n## Heading\n\nText\n\n---\n',
    '---\nA text that never ends',
    'A heading\n---\n\nText.\n',
    'Note: this\n---\n\nText.\n',
  ])
    assert.equal(readNote('a.md', text).body, text);
});

test('a title is the plain text of the heading, which is not shown twice; a general name is that of its folder', () => {
  const titleOf = (text: string, path = 'a.md') => {
    const { title, body, fallbackTitle } = readNote(path, text);
    return [title ?? fallbackTitle, body];
  };
  assert.deepEqual(titleOf('# DenseNet \\[Kor\\]\n\nText.'), ['DenseNet [Kor]', 'Text.']);
  assert.deepEqual(titleOf('# **Bold** and `code` &amp; [link](x.md)\nText.'), [
    'Bold and code & link',
    'Text.',
  ]);
  assert.deepEqual(titleOf('\n\nA setext heading\n===\n\nText.'), ['A setext heading', 'Text.']);
  assert.deepEqual(titleOf('---\ntitle: Of the file\n---\n# Of the file\n\nText.'), ['Of the file', 'Text.']);
  assert.deepEqual(titleOf('---\ntitle: One\n---\n# Other\n\nText.'), ['One', '# Other\n\nText.']);
  assert.deepEqual(titleOf('Text.', 'DPO/paper.md'), ['DPO', 'Text.']);
  assert.deepEqual(titleOf('Text.', 'DPO/README.md'), ['DPO', 'Text.']);
  assert.deepEqual(titleOf('Text.', 'A name 0123456789abcdef0123456789abcdef.md'), ['A Name', 'Text.']);
});

test('images beside the file are found; those elsewhere and in code are none', () => {
  const found = (body: string) => findImageReferences(body).map(({ address }) => address);
  const beside =
    '![a](fig.png) ![b][ref] <img src="../c.jpg"> ![[d.png|200]] ![e](</assets/e f.png> "E") ![g](a%20b.png) ![h]({{ site.url }}/h.png)\n\n[ref]: e.svg\n';
  assert.deepEqual(found(beside).sort(), [
    ...['../c.jpg', '/assets/e f.png', 'a b.png', 'd.png', 'e.svg', 'fig.png', '{{ site.url }}/h.png'],
  ]);
  const elsewhere =
    '![a](https://example.org/a.png) ![b](//example.org/b.png) ![c](image:1) ![[other note]] `![](d.png)`\n\n```\n![](e.png)\n```\n';
  assert.deepEqual(found(elsewhere), []);
});

test('each way to write an image keeps its text and title with another address', () => {
  const body =
    'Before ![a *b*](fig.png "T") ![c](<x y.png>)\n![d][ref] <img width="5" src=\'e.png\' alt="E">\n![[f.png]] ![[g.png|G]] ![i]({{ x }}/i.png "I")\n\n[ref]: <h.png> "H"\n';
  const references = findImageReferences(body).map((reference, at) => ({ reference, to: `image:${at}` }));
  assert.equal(
    replaceReferences(body, references),
    'Before ![a *b*](image:0 "T") ![c](image:1)\n![d][ref] <img width="5" src="image:2" alt="E">\n![](image:3) ![G](image:4) ![i](image:5 "I")\n\n[ref]: image:6 "H"\n',
  );
});

test('tags in a list within a list are tags, and a date for a program leaves the note without one', () => {
  assert.deepEqual(note('tags:\n  - [NLP, LLM]\n  - vision').tags, ['NLP', 'LLM', 'vision']);
  for (const date of ['today', 'last-modified', '"`r Sys.Date()`"', '"{{ date }} 1"']) {
    const read = note(`title: A\ndate: ${date}`);
    assert.deepEqual([read.publishedAt, read.unused], [undefined, ['date (it says no day)']]);
  }
});

test('a drawing of Excalidraw and a board of Kanban are no notes', () => {
  for (const plugin of ['excalidraw-plugin: parsed', 'kanban-plugin: basic'])
    assert.throws(() => note(plugin), /by convention this page is a drawing or a board/);
});

test('the paper is named by a link of `links`, an address in any field, a Markdown link, and each scheme', () => {
  const paperOf = (fields: string) => readNote('a.md', `---\ntitle: T\n${fields}\n---\nText.\n`).paper;
  const bert = { arxiv: '1810.04805' };
  const cases: [string, object][] = [
    ['links: [https://arxiv.org/abs/1810.04805]', bert],
    [
      'links:\n  - { kind: arxiv, url: https://arxiv.org/abs/1810.04805v2 }\n  - https://github.com/x/y',
      bert,
    ],
    ['links: [https://aclanthology.org/N19-1423/]', { acl: 'N19-1423' }],
    ['pdf: https://arxiv.org/pdf/1810.04805.pdf', bert],
    ['url: https://arxiv.org/abs/1810.04805', bert],
    ['source: https://arxiv.org/abs/1810.04805', bert],
    ['paper_url: https://arxiv.org/abs/1810.04805', bert],
    ['paper: "[BERT, read](https://arxiv.org/abs/1810.04805)"', bert],
    ['paper: https://dl.acm.org/doi/10.1145/3292500.3330701', { doi: '10.1145/3292500.3330701' }],
    ['acl: N19-1423', { acl: 'N19-1423' }],
    ['pmid: 31452104', { pmid: '31452104' }],
    ['pmcid: PMC7029759', { pmcid: 'PMC7029759' }],
    ['isbn: 978-0-262-03561-3', { isbn: '9780262035613' }],
    ['isbn: 0262035618', { isbn: '9780262035613' }],
    ['s2: 13756489', { s2: '13756489' }],
    ['code: https://github.com/x/y', {}],
    ['links: [https://arxiv.org/abs/1810.04805, https://arxiv.org/abs/1706.03762]', {}],
  ];
  for (const [fields, identifiers] of cases)
    assert.deepEqual(paperOf(fields).identifiers, identifiers, fields);
  assert.equal(
    paperOf('paper: "[BERT: Pre-training](https://arxiv.org/abs/1810.04805)"').title,
    'BERT: Pre-training',
  );
});

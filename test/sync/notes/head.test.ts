import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNote } from '../../../src/sync/notes/note.ts';

const rest = '\n\n## Method\n\nA text that cites [BERT](https://arxiv.org/abs/1810.04805).\n';

/** What the head of a note says of its paper, and by what it is known. */
function read(head: string) {
  const { paper, readBy, tags, publishedAt, reviewedVersion } = readNote(
    'a.md',
    `# A note\n\n${head}${rest}`,
  );
  const { title, identifiers, authors, venue, links } = paper;
  return {
    title,
    identifiers,
    authors: authors?.map(({ name }) => name),
    venue,
    links: links.map(({ kind, url }) => `${kind} ${url}`),
    by: readBy.paper,
    tags,
    publishedAt,
    reviewedVersion,
  };
}

test('a block of links names the paper, and a line of names below it the authors', () => {
  assert.deepEqual(
    read(
      '> arXiv 2023. [[Paper](https://arxiv.org/abs/2305.18290v2)] [[Code](https://github.com/a/dpo)]\n> Ada One, Bo Two, Cy de Three\n',
    ),
    {
      title: undefined,
      identifiers: { arxiv: '2305.18290' },
      authors: ['Ada One', 'Bo Two', 'Cy de Three'],
      venue: undefined,
      links: ['code https://github.com/a/dpo'],
      by: 'the link "Paper" in line 3',
      tags: undefined,
      publishedAt: undefined,
      reviewedVersion: 2,
    },
  );
});

test('labelled lines are read in four languages, in bold, lists, quotes and tables', () => {
  const expected = {
    identifiers: { arxiv: '2603.12788' },
    authors: ['Ada One', 'Bo Two'],
    venue: 'CVPR 2026',
  };
  for (const head of [
    '**Authors**: Ada One, Bo Two\n**Venue**: CVPR 2026\n**Paper**: https://arxiv.org/abs/2603.12788\n',
    '**Authors:** Ada One and Bo Two  \n**Conference:** CVPR 2026  \n**arXiv:** 2603.12788\n',
    '- Authors: Ada One, Bo Two\n- Venue: CVPR 2026\n- [Link to the paper](https://arxiv.org/pdf/2603.12788)\n',
    '| 저자 | Ada One, Bo Two |\n| --- | --- |\n| 학회 | CVPR 2026 |\n| 논문 | [링크](https://arxiv.org/abs/2603.12788) |\n',
    '| Authors | Venue | Paper |\n| --- | --- | --- |\n| Ada One, Bo Two | CVPR 2026 | [arXiv](https://arxiv.org/abs/2603.12788) |\n',
    '> **arXiv**: [2603.12788](https://arxiv.org/abs/2603.12788) · 会议: CVPR 2026 · 作者: Ada One, Bo Two\n',
    '作者：Ada One，Bo Two 等\n会议：CVPR 2026\n论文链接：https://arxiv.org/abs/2603.12788\n',
    '著者: Ada One、Bo Two ら\n会議: CVPR 2026\n論文: <https://arxiv.org/abs/2603.12788>\n',
    '저자: [[Ada One]], [[Bo Two]] 외 3명\n학회: CVPR 2026\n논문 링크: https://arxiv.org/abs/2603.12788v1\n',
    '## 논문 정보\n\n- 저자 : Ada One, Bo Two\n- 학회 : CVPR 2026\n- 원문 : https://arxiv.org/abs/2603.12788\n',
  ]) {
    const { identifiers, authors, venue } = read(head);
    assert.deepEqual({ identifiers, authors, venue }, expected, head);
  }
});

test('the title of the paper, its links, tags and dates are read beside it', () => {
  const said = read(
    '- Paper: [Direct Preference Optimization](https://arxiv.org/abs/2305.18290)\n- 代码: [GitHub](https://github.com/a/dpo)\n- Project: https://dpo.example.org\n- Tags: #alignment, #LLM\n- 작성일: 2024. 5. 20.\n',
  );
  assert.deepEqual(
    [said.title, said.identifiers, said.links, said.tags, said.publishedAt],
    [
      'Direct Preference Optimization',
      { arxiv: '2305.18290' },
      ['code https://github.com/a/dpo', 'project https://dpo.example.org'],
      ['alignment', 'LLM'],
      '2024-05-20T00:00:00.000Z',
    ],
  );
  assert.deepEqual(read('[[doi](https://doi.org/10.1145/3292500.3330701)]\n').identifiers, {
    doi: '10.1145/3292500.3330701',
  });
  assert.deepEqual(read('https://openreview.net/forum?id=abc123\n').identifiers, { openreview: 'abc123' });
});

test('what is not certain is not taken: prose, two papers without a label, and the text below the first section', () => {
  assert.deepEqual(read('We follow [BERT](https://arxiv.org/abs/1810.04805) here.\n').identifiers, {});
  assert.deepEqual(read('').identifiers, {});
  const two = readNote(
    'a.md',
    '[[A](https://arxiv.org/abs/2305.18290)] [[B](https://arxiv.org/abs/2405.14734)]\n',
  );
  assert.deepEqual(two.paper.identifiers, {});
  assert.ok(two.unused.some((what) => what.includes('2305.18290')));
  const labelled = read(
    'Paper: https://arxiv.org/abs/2305.18290\n\n[[Related](https://arxiv.org/abs/2405.14734)]\n',
  );
  assert.deepEqual(labelled.identifiers, { arxiv: '2305.18290' });
  assert.equal(read('**Note**: this is long.\n').venue, undefined);
  const stated = readNote(
    'a.md',
    '---\narxiv: 2405.14734\nvenue: X\n---\n\n> [[Paper](https://arxiv.org/abs/2305.18290)]\n\nVenue: Y\n',
  );
  assert.deepEqual([stated.paper.identifiers, stated.paper.venue], [{ arxiv: '2405.14734' }, 'X']);
});

test('sections whose headings are labels say what the line below them is, and prose below them says nothing', () => {
  const times = readNote(
    'a.md',
    '# Simple CL\n\n## 一言でいうと\n\n対照学習の簡単な枠組み。\n\n### 論文リンク\n\nhttps://arxiv.org/abs/2002.05709v3\n\n### 著者/所属機関\nTing Chen, Simon Kornblith (Google Research)\n\n## 概要\n\n本文。\n',
  );
  assert.deepEqual(times.paper.identifiers, { arxiv: '2002.05709' });
  assert.deepEqual(
    [times.paper.authors?.map(({ name }) => name), times.reviewedVersion, times.readBy.paper],
    [['Ting Chen', 'Simon Kornblith'], 3, '"論文リンク" in line 9'],
  );
  const korean = readNote(
    'b.md',
    '# B\n\n요약이다.\n\n## 논문 링크\n- [원문](https://openreview.net/forum?id=lgsyLSsDRe)\n\n## 코드\nhttps://github.com/a/b\n\n## 학회\nICLR 2025\n',
  );
  assert.deepEqual(korean.paper.identifiers, { openreview: 'lgsyLSsDRe' });
  assert.equal(korean.paper.venue, 'ICLR 2025');
  assert.ok(korean.paper.links.some(({ kind, url }) => kind === 'code' && url === 'https://github.com/a/b'));
  const prose = readNote(
    'c.md',
    '> **arXiv**: 1706.03762\n\n# C\n\n## 저자\n이 논문의 저자는 여러 기관에 있다. 그래서 길다.\n\n## 코드\n코드는 https://github.com/a/b 에 있다.\n\n## 논문\nhttps://arxiv.org/abs/2002.05709\n\n```\n## 학회\nICLR 2025\n```\n',
  );
  assert.deepEqual(prose.paper.identifiers, { arxiv: '1706.03762' });
  assert.deepEqual([prose.paper.authors, prose.paper.venue, prose.paper.links], [undefined, undefined, []]);
});

test('a language is told by how much of the text is in it', () => {
  const languageOf = (text: string) => readNote('a.md', `# T\n\n${text}\n`).fallbackLanguage;
  const english = 'We study how a pooling layer with a latent array changes the embedding of a long text.';
  const cases: [string, string][] = [
    [english, 'en'],
    [`${english} It is by 김철수.`, 'en'],
    [`${english} 本文`, 'en'],
    ['이 논문은 latent attention layer 를 써서 pooling 하는 방법을 제안한다. NV-Embed, MTEB', 'ko'],
    ['本文提出了一种新的 latent attention 方法，用于 text embedding 的 pooling。', 'zh'],
    ['この論文では Transformer の pooling を調べる。', 'ja'],
    [
      'Nous étudions comment une couche de pooling change la représentation des textes longs dans les modèles.',
      'fr',
    ],
    ['```\nimport torch\n```\n\n$x = y$', 'en'],
  ];
  const quoting =
    'La méthode lit chaque ligne deux fois et garde ce que les deux lecteurs en disent. Comme le dit l’article : "we show that the mean of the states is enough". Cela suffit souvent en pratique, et nous le voyons dans les résultats.';
  const dutch =
    'De methode leest elke regel twee keer en bewaart wat beide lezers zeggen van de tekst, of het nu gaat om lange zinnen of korte. Dat is in de praktijk vaak voldoende.';
  cases.push(
    [quoting, 'fr'],
    [dutch, 'nl'],
    ['The mean of the states is taken, and that is read from the lines which are left.', 'en'],
  );
  for (const [text, language] of cases) assert.equal(languageOf(text), language, text);
});

test('several ways of categories, tags with signs, and names with others behind them are understood', () => {
  const note = (fields: string) => readNote('a.md', `---\n${fields}\n---\nText.\n`);
  const ways = note('categories: [[NLP, LLM], [Vision]]');
  assert.deepEqual(ways.category, ['NLP', 'LLM']);
  assert.ok(ways.unused.some((what) => what.includes('Vision')));
  assert.deepEqual(note('tags: "#nlp, #paper review"').tags, ['nlp', 'paper review']);
  assert.deepEqual(note('tags: "#nlp #vision"').tags, ['nlp', 'vision']);
  const authors = (fields: string) => note(fields).paper.authors?.map(({ name }) => name);
  assert.deepEqual(authors('authors: Devlin et al.'), ['Devlin']);
  assert.deepEqual(authors('authors: "[[Jacob Devlin]]"'), ['Jacob Devlin']);
  assert.deepEqual(authors('authors: A One, B Two & C Three'), ['A One', 'B Two', 'C Three']);
  assert.deepEqual(authors('authors: 김철수, 이영희 외 3명'), ['김철수', '이영희']);
  assert.deepEqual(authors('authors: ["[[Ada One]]", Bo Two¹, et al.]'), ['Ada One', 'Bo Two']);
});

test('the paper is not called what only says that the text is a review', () => {
  const titles = (title: string) => {
    const note = readNote('a.md', `---\ntitle: "${title}"\narxiv: 2405.14734\n---\nText.\n`);
    return [note.title, note.paper.fallbackTitle];
  };
  for (const [title, paper] of [
    ['[논문리뷰] X: Y of Z', 'X: Y of Z'],
    ['World Modeling in Atari (DIAMOND)', 'World Modeling in Atari'],
    ['Paper Review: Attention Is All You Need', 'Attention Is All You Need'],
    ['【论文笔记】DPO', 'DPO'],
    ['DenseNet [Kor]', 'DenseNet'],
    ['LoRA - 논문 정리', 'LoRA'],
    ['A review of reviews', 'A review of reviews'],
    ['[CVPR 2024] Foo Bar (2024)', 'Foo Bar (2024)'],
    ['An Image is Worth 16x16 Words (ICLR 2021)', 'An Image is Worth 16x16 Words'],
    ['[Review]', '[Review]'],
  ] as const)
    assert.deepEqual(titles(title), [title, paper]);
});

test('fields named by labels in Korean, Chinese and Japanese say the paper, as does any field with its address', () => {
  const of = (fields: string) => {
    const { paper, readBy, unused, publishedAt, title } = readNote('a.md', `---\n${fields}\n---\nText.\n`);
    const { title: paperTitle, identifiers, authors, venue } = paper;
    return {
      ...{ paperTitle, identifiers, authors: authors?.map(({ name }) => name), venue },
      ...{ by: readBy.paper, unused, publishedAt, title },
    };
  };
  assert.deepEqual(
    of(
      '논문 제목: BERT\n저자: Jacob Devlin 외 3명\n학회: NAACL 2019\n링크: https://arxiv.org/abs/1810.04805',
    ),
    {
      ...{ paperTitle: 'BERT', identifiers: { arxiv: '1810.04805' }, authors: ['Jacob Devlin'] },
      ...{
        venue: 'NAACL 2019',
        by: '"링크" in line 5',
        unused: [],
        publishedAt: undefined,
        title: undefined,
      },
    },
  );
  const clipped = of(
    'title: ReAct\nsource: https://arxiv.org/abs/2210.03629\nauthor: ["[[Shunyu Yao]]"]\npublished: 2022-10-06\ncreated: 2024-07-01',
  );
  assert.deepEqual(clipped.identifiers, { arxiv: '2210.03629' });
  assert.deepEqual(clipped.authors, ['Shunyu Yao']);
  assert.equal(clipped.publishedAt, '2024-07-01T00:00:00.000Z');
  assert.deepEqual(clipped.unused, ['published']);
  // What is of another paper, or of the note, is not the paper's.
  assert.deepEqual(of('related: https://arxiv.org/abs/2210.03629\nauthor: Kim').identifiers, {});
  assert.equal(of('author: Kim').authors, undefined);
  assert.equal(of('authors: [admin]').authors, undefined);
  assert.equal(of('venue: "[[NeurIPS]]"').venue, 'NeurIPS');
});

test('a line that cites the paper with links names it; a sentence with such links does not', () => {
  const paper = '[[Paper](https://arxiv.org/abs/2307.08691)] [[Code](https://github.com/a/b)]';
  assert.deepEqual(read(`> Tri Dao. ICLR 2024. ${paper}`).identifiers, { arxiv: '2307.08691' });
  assert.deepEqual(read(`This goes on from ${paper}`).identifiers, {});
  assert.deepEqual(read('Tri Dao in [Attention](https://arxiv.org/abs/2307.08691)').identifiers, {});
});

test('properties among lines of metadata are lines of their own; a title in them is the title of a note without one', () => {
  const text =
    'Title: Chain of Thought\nScore: 5\nLink: https://arxiv.org/abs/2201.11903\n창고: 1\nTags: a\n\nText.\n';
  const note = readNote('prop.md', text);
  assert.equal(note.title, 'Chain of Thought');
  assert.ok(note.body.includes('Score: 5  \nLink'), note.body);
  assert.ok(note.body.includes('창고: 1  \n'), note.body);
  const prose = readNote('a.md', '# A\n\nLink: https://arxiv.org/abs/2201.11903\nand text\nTags: a\n');
  assert.ok(!prose.body.includes('text  \n'));
});

test('days of Notion are read, and the title of a paper in the brackets of titles', () => {
  assert.equal(read('创建时间: 2024年7月20日 22:10\n作者: A B').publishedAt, '2024-07-20T22:10:00.000Z');
  assert.equal(
    readNote('a.md', '# 《Segment Anything》论文精读\n\nText.\n').paper.fallbackTitle,
    'Segment Anything',
  );
});

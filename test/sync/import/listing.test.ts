import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as textOf } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { type ListedPost, parseListing } from '../../../src/sync/import/listing.ts';
import { trials } from '../../support/trials.ts';

const page = readFileSync(new URL('../../fixtures/listing.txt', import.meta.url), 'utf8');
const listing = parseListing(page);

function parseOne(line: string): ListedPost {
  const { posts, unread } = parseListing(line);
  assert.deepEqual(unread, []);
  assert.equal(posts.length, 1);
  return posts[0] as ListedPost;
}

/** The post whose excerpt goes on with this text after its links. */
function parseBody(rest: string): string {
  return parseOne(`MoRA: High-Rank Updating for Tuning Abstract요약 [arXiv](2024/05/20 version v1)${rest}`)
    .body;
}

/** What a reader of the rendered Markdown sees, without its spaces. */
function readMarkdown(markdown: string): string {
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return squeeze(tree.children.map((block) => textOf(block)).join(' '));
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}

test('the category and its count are read from the head of the page, whatever the lines below say', () => {
  assert.equal(listing.category, '논문 리뷰');
  assert.equal(listing.declaredCount, 37);
  assert.equal(listing.posts.length, 12);
});

test('titles, acronyms, links in their order and versions are found', () => {
  const found = listing.posts.map(({ title, acronym, links, reviewedVersion: version }) => [
    title.split(' ').slice(0, 2).join(' '),
    acronym,
    links.map(({ kind, label }) => `${kind}: ${label}`).join(', '),
    version && `${version.releasedOn} v${version.number}`,
  ]);
  const github = 'code: Github, arxiv: arXiv';
  assert.deepEqual(found, [
    ['NV-Embed: Improved', 'NV-Embed', 'model: Hugging Face model, arxiv: arXiv', '2024-05-27 v1'],
    ['Meteor: Mamba-based', 'Meteor', github, '2024-05-27 v2'],
    ['ConvLLaVA: Hierarchical', 'ConvLLaVA', github, '2024-05-24 v1'],
    ['Diffusion for', 'DIAMOND', github, '2024-05-20 v1'],
    ['SimPO: Simple', 'SimPO', github, '2024-05-23 v1'],
    ['RLHF Workflow:', null, 'code: Reward Modeling, code: Online RLHF, arxiv: arXiv', '2024-05-13 v1'],
    ['Your Transformer', null, 'arxiv: arXiv', '2024-05-19 v1'],
    ['MoRA: High-Rank', 'MoRA', github, '2024-05-20 v1'],
    ['Reducing Transformer', null, 'arxiv: arXiv', '2024-05-21 v1'],
    ['LoRA Learns', null, 'arxiv: arXiv', '2024-05-15 v1'],
    ['FIFO-Diffusion: Generating', 'FIFO-Diffusion', `project: Project Page, ${github}`, '2024-05-19 v1'],
    ['Chameleon: Mixed-Modal', 'Chameleon', 'arxiv: arXiv', '2024-05-16 v1'],
  ]);
});

test('an acronym in trailing parentheses is no part of the title', () => {
  assert.equal(listing.posts[3]?.title, 'Diffusion for World Modeling: Visual Details Matter in Atari');
});

test('the summary is what stands between "Abstract" and the first link', () => {
  assert.equal(listing.posts[3]?.summary, '확산 모델이 그려 낸 게임 안에서만 배우는 강화 학습 에이전트');
  assert.equal(
    listing.posts[1]?.summary,
    '긴 근거를 Mamba로 미리 읽어 두고 답을 만드는 7B 규모의 멀티모달 모델',
  );
});

test('a line that cannot be read is told with its number, and the lines after it are read', () => {
  assert.deepEqual(listing.unread, [
    {
      line: 11,
      reason: 'there is no "Abstract" after a title',
      text: '이 줄은 글이 아니라 광고라서 읽을 수 없다',
    },
  ]);
  assert.equal(listing.posts[5]?.line, 12);
  assert.deepEqual(parseListing(`${page}\nAbstract제목이 없는 요약`).unread.at(-1), {
    line: 20,
    reason: 'there is no title before "Abstract"',
    text: 'Abstract제목이 없는 요약',
  });
});

test('headings are found again where they are certain', () => {
  const headings = listing.posts.map(({ body }) =>
    Array.from(body.matchAll(/^## (.*)$/gm), ([, text]) => text),
  );
  assert.deepEqual(headings, [
    ['Method'],
    ['Introduction', 'Meteor: Mamba-based traversal of rationale'],
    ['ConvLLaVA', 'Results'],
    ['Introduction', 'Method'],
    ['SimPO: Simple Preference Optimization', 'Results'],
    ['Background'],
    ['Pre-Training'],
    ['Method'],
    ['Cross-Layer Attention', 'Related Work'],
    ['Results'],
    ['FIFO-Diffusion'],
    ['Conclusion'],
  ]);
});

test('a word that a sentence may begin with is no heading', () => {
  for (const sentence of [
    'Method는 두 단계로 되어 있다.',
    'Results from the table are better.',
    'MoRA는 정사각 행렬을 쓴다.',
    'MoRA 방법은 간단하다.',
    'MoRA Adapter는 작다.',
    'Methodical 접근은 드물다.',
    'Analysis of Layers 결과',
    'Evaluation Metrics 정확도',
  ]) {
    assert.equal(parseBody(`\u00a0\u00a0\u00a0${sentence}`), sentence);
  }
  assert.equal(
    parseBody('\u00a0\u00a0\u00a0앞 문장. Method 핵심은 행렬이다.'),
    '앞 문장. Method 핵심은 행렬이다.',
  );
});

test('gaps and sentences that are glued together become paragraphs, and the mark of a cut an ellipsis', () => {
  assert.equal(
    listing.posts[0]?.body,
    [
      '## Method',
      '잠재 배열에 대한 attention으로 토큰 표현을 모은다.',
      '마스크는 학습할 때부터 쓰지 않는다. 두 번째 단계에서는 배치 안의 다른 문장을 오답으로 삼지 않…',
    ].join('\n\n'),
  );
});

test('signs of Markdown are shown literally, and only those are escaped', () => {
  const body = listing.posts[7]?.body ?? '';
  assert.match(
    body,
    /h = W\\\*x \+ f\(M\\\*g\(x\)\) 꼴이며 \\`rank\\`는 최대 r_hat 이다\. # 기호나 \\<b>태그\\<\/b>처럼/,
  );
  for (const [text, escaped] of [
    ['# 제목', '\\# 제목'],
    ['- 항목', '\\- 항목'],
    ['2024. 봄', '2024\\. 봄'],
    ['[주]: 참고', '\\[주]: 참고'],
    ['[글](주소)', '\\[글\\](주소)'],
    ['_강조_ 와 snake_case', '\\_강조\\_ 와 snake_case'],
    ['3~5개, $x$', '3\\~5개, \\$x\\$'],
    ['a < b & c, R&D, &amp;', 'a < b & c, R&D, \\&amp;'],
  ] as const) {
    assert.equal(parseBody(text), escaped);
  }
});

test('labels tell the kind of a link; an unknown one is kept as other', () => {
  const { links } = parseOne(
    'A Title Abstract요약 [PDF][Hugging Face dataset][Demo][코드][OpenReview][Slides][Blog][Video][Poster][Anything](2024/05/20 version v1)',
  );
  assert.deepEqual(
    links.map(({ kind }) => kind),
    ['pdf', 'dataset', 'demo', 'code', 'openreview', 'slides', 'blog', 'video', 'poster', 'other'],
  );
});

test('brackets that are no links stay in the summary, and a date that does not exist stays in the body', () => {
  const post = parseOne('A Title Abstract토큰 [MASK]를 맞힌다 [arXiv](2024/02/30 version v1) 본문');
  assert.equal(post.summary, '토큰 [MASK]를 맞힌다');
  assert.equal(post.reviewedVersion, null);
  assert.equal(post.body, '(2024/02/30 version v1) 본문');
});

test('an excerpt without links ends its summary at the first gap', () => {
  const post = parseOne('A Title Abstract요약이다.\u00a0\u00a0\u00a0Method 본문');
  assert.deepEqual([post.summary, post.links, post.body], ['요약이다.', [], '## Method\n\n본문']);
  assert.equal(parseOne('A Title Abstract잘린 요..').summary, '잘린 요…');
});

test('an acronym is a single word that looks like a name', () => {
  const acronymOf = (title: string) => parseOne(`${title} Abstract요약`).acronym;
  assert.equal(acronymOf('data2vec: A General Framework'), 'data2vec');
  assert.equal(acronymOf('Scaling Laws (extended version)'), null);
  assert.equal(acronymOf('Scaling Laws (2024)'), null);
  assert.equal(acronymOf('rethinking: Attention'), null);
  assert.equal(acronymOf('서베이1: 정리'), null);
});

test('a title may hold the word "Abstract" itself', () => {
  const title = 'Learning Abstract Concepts: A Study of Abstract Reasoning';
  assert.equal(parseOne(`${title} Abstract추상 개념을 배운다`).title, title);
  assert.equal(parseOne(`${title} Abstract 추상 개념을 배운다 Abstract`).title, title);
});

test('line ends, a byte order mark, decomposed Hangul and blank lines make no difference', () => {
  const variant = `\ufeff${page.normalize('NFD').replace(/\n/g, '\r\n')}`;
  assert.deepEqual(parseListing(variant), listing);
  const spaced = parseListing(page.replace(/\n/g, '\n \u00a0\n\n'));
  assert.deepEqual(
    spaced.posts.map(({ line: _, ...post }) => post),
    listing.posts.map(({ line: _, ...post }) => post),
  );
});

test('the count may be missing or stand on the line of the category', () => {
  const without = parseListing(page.replace('(37)', ''));
  assert.deepEqual([without.category, without.declaredCount, without.unread.length], ['논문 리뷰', null, 1]);
  const inline = parseListing(page.replace(/논문 리뷰\s+\(37\)/, '논문 리뷰 (1,037)'));
  assert.deepEqual([inline.category, inline.declaredCount, inline.unread.length], ['논문 리뷰', 1037, 1]);
  assert.deepEqual(parseListing('아무 글'), {
    category: null,
    declaredCount: null,
    posts: [],
    unread: [{ line: 1, reason: 'there is no "Abstract" after a title', text: '아무 글' }],
  });
});

const fragments = fc.constantFrom(
  ...[
    'Method',
    'Results',
    'Pre-Training',
    'MoRA',
    'MoRA: High-Rank Updating',
    'for Tuning',
    '결과는',
    '다.',
    '6',
  ],
  ...[
    '\u00a0\u00a0\u00a0',
    ' ',
    '\u00a0',
    '..',
    '*',
    '_',
    '__',
    '<',
    '<b>',
    '#',
    '## ',
    '- ',
    '1. ',
    '[x]',
    '[x](y)',
  ],
  ...[
    '`',
    '~',
    '$',
    '\\',
    '|',
    '&amp;',
    '!',
    '---',
    '===',
    'https://a.b/c*d*',
    'www.a.b/_c_',
    'a@b.c',
    '\n',
    '\t',
  ],
);

test('every character of the rest of an excerpt is in the body, in order, and shown literally', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 3, arbitrary: fragments }, fc.string({ unit: 'grapheme', maxLength: 5 }))),
      (parts) => {
        const rest = parts.join('').replace(/[\p{Cc}\p{Bidi_Control}\u200b]/gu, ' ');
        const expected = squeeze(rest.trim().replace(/\.\.$/, '…').normalize('NFC'));
        assert.equal(readMarkdown(parseBody(`|${rest}`)), `|${expected}`);
        assert.equal(readMarkdown(parseBody(`\u00a0\u00a0\u00a0${rest}`)), expected);
      },
    ),
    { numRuns: trials(500) },
  );
});

test('no input makes the parser throw, and every line with text is a post, unread or the head of the page', () => {
  const words = fc.constantFrom(
    'Abstract',
    ' Abstract',
    '[arXiv]',
    '(2024/05/20 version v1)',
    '(12)',
    '\n',
    '\r',
    '본문',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'binary' }))), (parts) => {
      const text = parts.join('');
      const { category, declaredCount, posts, unread } = parseListing(text);
      const lines = text
        .split(/\r\n|\n|\r/)
        .filter((line) => line.replace(/[\p{Cc}\p{Bidi_Control}\u200b]/gu, '').trim() !== '');
      const head = lines.length - posts.length - unread.length;
      assert.ok(head >= 0 && head <= Number(category !== null) + Number(declaredCount !== null));
      assert.ok(posts.every(({ title }) => title !== '' && title === title.trim().normalize('NFC')));
    }),
    { numRuns: trials(500) },
  );
});

test('hostile lines are read in linear time', () => {
  const size = 200_000;
  const hostile = [
    '[',
    '[a] ',
    '[a]',
    '(2024/',
    '(((1',
    ' ',
    '\u00a0x',
    'Abstract ',
    ' Abstract가',
    '다.가',
    '#',
    '- ',
  ];
  const more = [
    'Method ',
    'X: Y Z ',
    '`*_',
    '\\',
    '&a',
    '..',
    '다.X: Y Z',
    'www.',
    '<',
    'X\u00a0\u00a0\u00a0',
  ];
  for (const unit of [...hostile, ...more]) {
    const run = unit.repeat(size / unit.length);
    // Time of the processor: the machine may be busy.
    const started = process.cpuUsage();
    parseListing(run);
    parseListing(`X: Y Z Abstract${run}`);
    parseListing(`X: ${run} Abstract요약 [arXiv](2024/05/20 version v1)${run}!`);
    assert.ok(process.cpuUsage(started).user < 2_000_000, `${JSON.stringify(unit)} took too long`);
  }
});

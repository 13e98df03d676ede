import { formulas } from './formulas.ts';

/** A pseudorandom sequence (mulberry32), the same for the same seed. */
function openRandom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <T>(values: readonly [T, ...T[]]): T => values[below(values.length)] ?? values[0];
  return { below, pick };
}
type Random = ReturnType<typeof openRandom>;
type Words = [string, ...string[]];

interface Style {
  words: Words;
  sections: Words;
  /** What a note begins with. */
  head(random: Random, number: number): string;
  blocks: ((random: Random, style: Style) => string)[];
}

const sentence = (random: Random, { words }: Style, length = 12) =>
  Array.from({ length: 4 + random.below(length) }, () => random.pick(words)).join(' ');
const formula = (random: Random) => random.pick(formulas as Words);
/** A number of an equation is of a display only. */
const inlineFormula = (random: Random) =>
  random.pick(formulas.filter((tex) => !tex.includes('\\tag')) as Words);

/** Text with what notes have in it. Emphasis has spaces around it: CommonMark and Korean particles are tried elsewhere. */
function prose(random: Random, style: Style): string {
  const say = () => sentence(random, style);
  const inline: ((text: string) => string)[] = [
    (text) => text,
    (text) => `${text} **${random.pick(style.words)}** ${say()}`,
    (text) => `${text} *${random.pick(style.words)}* and ~~${random.pick(style.words)}~~ ${say()}`,
    (text) => `${text} \`x[${random.below(9)}]\` ${say()}`,
    (text) => `${text} $${inlineFormula(random)}$ ${say()}`,
    (text) => `${text} [${random.pick(style.words)}](https://e.org/${random.below(99)}) ${say()}`,
    (text) => `${text} [${random.pick(style.words)}](#${random.below(2) === 0 ? 'r1' : 'end'}) ${say()}`,
    (text) => `${text} ![${random.pick(style.words)}](https://e.org/a.png) ${say()}`,
    (text) => `${text}  \n${say()}`,
  ];
  return random.pick(inline as [(text: string) => string])(say());
}

const paragraph = (random: Random, style: Style) => prose(random, style);
const display = (random: Random) => `$$\n${formula(random)}\n$$`;
const list = (random: Random, style: Style) =>
  Array.from({ length: 2 + random.below(3) }, (_, at) => {
    const mark = random.below(2) === 0 ? '-' : '*';
    const inner =
      at === 0 && random.below(2) === 0
        ? `\n  ${mark} ${prose(random, style).replaceAll('\n', '\n    ')}`
        : '';
    return `- ${prose(random, style).replaceAll('\n', '\n  ')}${inner}`;
  }).join('\n');
const steps = (random: Random, style: Style) =>
  Array.from({ length: 3 }, (_, at) => `${at + 1}. ${sentence(random, style)}`).join('\n');
const tasks = (random: Random, style: Style) =>
  `- [x] ${sentence(random, style)}\n- [ ] ${sentence(random, style)}`;
const table = (random: Random, style: Style) =>
  [
    `| ${random.pick(style.words)} | ${random.pick(style.words)} |`,
    '| :-- | --: |',
    ...Array.from(
      { length: 1 + random.below(3) },
      () => `| **${random.below(99)}** | $${'x_i'}$ ${random.pick(style.words)} |`,
    ),
  ].join('\n');
const code = (random: Random) =>
  `\`\`\`${random.pick(['python', 'sh', '', 'text'])}\nfor i in range(${random.below(9)}):\n    print("**$x$**")  # not a formula\n\`\`\``;
const quote = (random: Random, style: Style) => `> ${sentence(random, style)}\n> ${sentence(random, style)}`;
const rule = () => '---';
const details = (random: Random, style: Style) =>
  `<details><summary>${random.pick(style.words)}</summary>\n\n${prose(random, style)}\n\n</details>`;

const english: Words = [
  'attention',
  'reward',
  'the',
  'policy',
  'of',
  'model',
  'we',
  'train',
  'loss',
  'a',
  'tokens',
  'is',
];
const korean: Words = [
  '모델',
  '학습',
  '손실',
  '보상',
  '정책을',
  '논문은',
  '실험',
  '결과',
  '다룬다',
  'Transformer',
  '선호',
  '데이터',
];
const chinese: Words = [
  '模型',
  '训练',
  '损失',
  '奖励',
  '论文',
  '实验',
  '结果',
  '方法',
  '数据',
  'RLHF',
  '注意力',
  '提出',
];

/** The styles of collections that people have: Korean notes, posts of Jekyll, pages of GitBook with formulas, Chinese notes. */
export const styles: Record<string, Style> = {
  korean: {
    words: korean,
    sections: ['문제', '방법', '실험', '한계', '결론'],
    head: (random, number) =>
      `# 논문 ${number}\n\n**저자**: 김철수  \n**학회**: ICLR ${2020 + random.below(6)}\n\n`,
    blocks: [paragraph, paragraph, list, table, display, quote, steps],
  },
  jekyll: {
    words: english,
    sections: ['Introduction', 'Method', 'Experiments', 'Limitations'],
    head: (_, number) =>
      `> [[Paper](https://arxiv.org/abs/2401.0${1000 + number})] [[Code](https://e.org/c)]\n\n`,
    blocks: [paragraph, paragraph, list, code, table, rule, tasks],
  },
  gitbook: {
    words: english,
    sections: ['Problem definition', 'Motivation', 'Method', 'Conclusion'],
    head: (_, number) => `# Paper ${number} \\[Eng\\]\n\n`,
    blocks: [paragraph, display, display, list, details, code, paragraph],
  },
  chinese: {
    words: chinese,
    sections: ['方法', '实验', '局限性', '结论'],
    head: (_, number) =>
      `# 论文 ${number}\n\n> **arXiv**: [2603.1${1000 + number}](https://arxiv.org/abs/2603.1${1000 + number}) · 会议: CVPR 2026\n\n`,
    blocks: [paragraph, list, steps, table, quote, paragraph],
  },
};

/** The n-th note in a style: with targets of the links in it, and a footnote. */
export function writeNote(style: Style, number: number): string {
  const random = openRandom(number);
  const parts = style.sections.flatMap((title) => [
    `## ${title}`,
    ...Array.from({ length: 3 + random.below(4) }, () => {
      const block = style.blocks[random.below(style.blocks.length)] ?? paragraph;
      return block(random, style);
    }),
  ]);
  const end = `<a id="r1"></a> ${sentence(random, style)}\n\n### End\n\n${sentence(random, style)}`;
  return `${style.head(random, number)}${parts.join('\n\n')}\n\n${end}\n`;
}

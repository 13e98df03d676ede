import { parseArgs } from 'node:util';
import { renderMarkdown } from '../src/content/markdown/render.ts';

/** Pieces of notes of each kind, made into notes of some kibibytes by repeating them. */
const kinds: Record<string, string> = {
  'Korean prose':
    '작은 모델은 빨리 배우고 빨리 잊는다. **잊는 속도**는 층마다 다르며, 앞의 층일수록 느리다는 것을 보였다.\n\n',
  'English prose':
    'Small models learn fast and *forget* fast; how fast depends on the layer, and the first are slowest.\n\n',
  'prose with formulas':
    '손실 $\\mathcal{L}(\\theta) = -\\sum_i \\log p_\\theta(x_i)$는 $n$에 비례하고, $\\lambda_t$로 나눈다. The rest of the paragraph is prose of the usual kind.\n\n',
  'display formulas':
    '$$\n\\nabla_\\theta J = \\mathbb{E}\\left[\\sum_{t=0}^{T} \\nabla \\log \\pi(a_t \\mid s_t) A_t\\right]\n$$\n\n',
  'lists and links':
    '- [x] [the paper](https://example.org/a?b=1) says **so**\n  - and `code` of it, see https://example.org/c\n- 둘째 항목[^1]\n\n',
  tables: '| a | b | c |\n| --- | ---: | :-: |\n| 1 | $x|y$ | **굵게** |\n| 2 | `code` | 셋 |\n\n',
  code: '```python\nfor x, y in loader:\n    loss = model(x, y)  # 주석\n    loss.backward()\n```\n\n',
  'raw HTML':
    '<details><summary>펼치기</summary>\n\nH<sub>2</sub>O and <kbd>C</kbd>, <mark>표시</mark>.\n\n</details>\n\n',
  headings: '## 방법\n\n가.\n\n### Results and analysis\n\nb.\n\n',
};

/** What rendering costs, in milliseconds of CPU a kibibyte of Markdown, by kind of note: `--kibibytes`, `--rounds`. */
export async function benchRender(options: string[]): Promise<void> {
  const { values } = parseArgs({
    args: options,
    options: {
      kibibytes: { type: 'string', default: '8' },
      rounds: { type: 'string', default: '20' },
    },
  });
  const rounds = Number(values.rounds);
  process.stdout.write(`${'kind'.padEnd(22)}ms CPU / KiB   HTML bytes / byte\n`);
  for (const [kind, piece] of Object.entries(kinds)) {
    const body = piece.repeat(Math.ceil((Number(values.kibibytes) * 1024) / Buffer.byteLength(piece)));
    const kibibytes = Buffer.byteLength(body) / 1024;
    // Compiled before it is measured.
    for (let round = 0; round < 5; round += 1) renderMarkdown(body);
    const before = process.cpuUsage();
    let bytes = 0;
    for (let round = 0; round < rounds; round += 1) bytes = Buffer.byteLength(renderMarkdown(body).html);
    const { user, system } = process.cpuUsage(before);
    const cost = (user + system) / 1000 / rounds / kibibytes;
    const growth = bytes / 1024 / kibibytes;
    process.stdout.write(
      `${kind.padEnd(22)}${cost.toFixed(2).padStart(12)}${growth.toFixed(1).padStart(20)}\n`,
    );
  }
}

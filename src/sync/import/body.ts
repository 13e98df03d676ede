import { escapeMarkdown } from './escape.ts';

/** The names of the paper in headings: the beginning of its title, and its acronym or the end of its title. */
type Names = { start: string; others: string[] };

/** Section words, which are headings at the beginning of a block. */
const section =
  /^(?:Introduction|Related Works?|Background|Preliminar(?:y|ies)|Methods?|Methodology|Experiments?|Experimental (?:Setup|Settings?|Results?)|Results?|Analysis|Ablation (?:Study|Studies)|Discussion|Limitations?|Conclusions?)(?!\p{Ll})/u;

/** Section words that are headings only alone: with more text they may be part of a longer heading. */
const aloneSection =
  /^(?:Motivation|Overview|Approach|Architecture|Data(?:set)?s?|Pre-?[Tt]raining|(?:Fine-?[Tt]un|Train)ing|Inference|Evaluation|Ablations?|Appendix|References|서론|관련 연구|배경|방법|실험|결과|분석|논의|한계|결론)$/;

const particle =
  /^(?:은|는|이|가|을|를|의|와|과|도|로|만|란|인|나|및|에|에서|에는|에서는|에도|으로|로는|으로는|이다|이란|라는|이라는|이나|부터|까지|보다|처럼)$/;

/** The width of a gap from the page's blank paragraph before a heading, whose non-breaking spaces remain. */
const WIDE_GAP = 3;

/**
 * Converts the rest of an excerpt to Markdown that shows every character literally. Gaps and full stops joined to the
 * next sentence (`한다.다음`) are paragraphs that the listing has joined. Only certain headings become headings. The final
 * `..` of a truncated excerpt becomes `…`.
 */
export function writeBody(text: string, paper: { title: string; acronym: string | null }): string {
  const names = {
    start: paper.title.slice(0, 500),
    others: [paper.acronym ?? '', ...listEndings(paper.title)],
  };
  const whole = text.trim().replace(/\.\.$/, '…');
  const [first = '', ...others] = whole.split(/(\s{2,})/u);
  const blocks = writeSection(first, true, names);
  for (let i = 0; i < others.length; i += 2) {
    const isWide = (others[i]?.length ?? 0) >= WIDE_GAP;
    blocks.push(...writeSection(others[i + 1] ?? '', isWide, names));
  }
  return blocks.join('\n\n');
}

function writeSection(text: string, opens: boolean, names: Names): string[] {
  const blocks = text.trim().split(/(?<=[다요]\.)(?=\p{L})/u);
  return blocks.flatMap((block, i) => writeBlock(block.replace(/\s/gu, ' '), opens && i === 0, names));
}

function writeBlock(block: string, opens: boolean, names: Names): string[] {
  const length = measureSection(block, opens) || (opens ? measureNames(block, names) : 0);
  const heading = escapeMarkdown(block.slice(0, length)).replace(/#+$/, String.raw`\$&`);
  const rest = escapeMarkdown(block.slice(length).trim());
  return [heading && `## ${heading}`, rest].filter((written) => written !== '');
}

/** The length of the section word that is the block's heading, or 0. */
function measureSection(block: string, opens: boolean): number {
  if (aloneSection.test(block)) return block.length;
  const length = section.exec(block)?.[0].length ?? 0;
  return length && (isGlued(block, length) || (opens && isSpaced(block, length))) ? length : 0;
}

/** The length of the paper's name that is the block's heading, or 0. */
function measureNames(block: string, { start, others }: Names): number {
  const shared = measureSharedStart(block, start);
  if (shared && (isGlued(block, shared) || isSpaced(block, shared))) return shared;
  const name = others.find((other) => other && startsWithName(block, other));
  return name && isApart(block, name.length) ? name.length : 0;
}

function startsWithName(block: string, name: string): boolean {
  return block.slice(0, name.length).toLowerCase() === name.toLowerCase();
}

/**
 * The length of the title's beginning at the start of the block: three whole words or more, the last one capitalised;
 * or 0.
 */
function measureSharedStart(block: string, title: string): number {
  let length = 0;
  while (length < title.length && block[length]?.toLowerCase() === title[length]?.toLowerCase()) length++;
  while (length > 0 && (title[length] ?? ' ') !== ' ') length--;
  const words = title.slice(0, length).split(' ');
  return words.length >= 3 && /^\p{Lu}/u.test(words.at(-1) ?? '') ? length : 0;
}

/** The last two to eight words of a title from a capitalised one on, longest first. */
function listEndings(title: string): string[] {
  const words = title.slice(-500).split(' ').slice(1);
  const lengths = [8, 7, 6, 5, 4, 3, 2].filter((length) => length <= words.length);
  return lengths.map((length) => words.slice(-length).join(' ')).filter((ending) => /^\p{Lu}/u.test(ending));
}

/** Whether the text ends after the heading, or a word is joined to it that is no Korean particle: `Results6개`. */
function isGlued(block: string, length: number): boolean {
  const next = block.slice(length);
  if (next === '' || /^\p{N}/u.test(next)) return true;
  if (/^\p{Lu}/u.test(next)) return /\p{Ll}$/u.test(block.slice(length - 1, length));
  const korean = /^[가-힣]+/.exec(next)?.[0];
  return korean !== undefined && !particle.test(korean);
}

/** Whether a new sentence follows after a space, and not the rest of a longer heading (`Analysis of …`). */
function isSpaced(block: string, length: number): boolean {
  return /^ [\p{Lu}\p{N}가-힣…]/u.test(block.slice(length));
}

/**
 * Stricter, for names that can begin a sentence: a capital follows, and the words up to the first Korean one are no
 * subject or object (`Meteor Framework는`).
 */
function isApart(block: string, length: number): boolean {
  const next = block.slice(length);
  if (next === '') return true;
  const korean = /^ \p{Lu}[^가-힣]*([가-힣]*)/u.exec(next);
  return korean !== null && !particle.test(korean[1] ?? '');
}

import type { LinkKind } from '../../db/schema/link-kinds.ts';

/** A link of a listing: its label, without the URL. */
export type ListedLink = { kind: LinkKind; label: string };

export type ListedVersion = { number: number; releasedOn: string };

/** The links of an excerpt and the version after them, with their range in the text. */
export type LinkRun = {
  start: number;
  end: number;
  links: ListedLink[];
  reviewedVersion: ListedVersion | null;
};

/** Kinds by label. The first match decides: a "Hugging Face dataset" is data. */
const labelKinds: readonly (readonly [LinkKind, RegExp])[] = [
  ['arxiv', /^arxiv\b/i],
  ['openreview', /^open ?review\b/i],
  ['dataset', /\bdata(?:sets?)?\b|데이터/i],
  ['demo', /\b(?:demos?|spaces?|playground|colab)\b|데모/i],
  ['video', /\b(?:videos?|youtube)\b|영상/i],
  ['model', /\b(?:models?|weights|checkpoints?)\b|모델/i],
  ['code', /\b(?:git ?hub|git ?lab|codes?|repository)\b|코드/i],
  ['project', /\b(?:project|home ?page|website)\b|프로젝트|홈페이지/i],
  ['slides', /\bslides?\b|슬라이드/i],
  ['poster', /\bposter\b|포스터/i],
  ['blog', /\bblog\b|블로그/i],
  ['pdf', /\bpdf\b/i],
];

const bracket = String.raw`\[[^[\]]{1,80}\]\s*`;
const version = String.raw`\(((?:19|20)\d\d)[/.-](\d\d?)[/.-](\d\d?)\s+(?:version\s+)?v([1-9]\d{0,2})\)`;
const linkRun = new RegExp(`((?:${bracket})*)${version}|((?:${bracket})+)`, 'gi');

/**
 * Finds `[Github][arXiv](2024/05/27 version v2)` in an excerpt. Brackets without a version are links only if one has a
 * label of a known kind, since a summary may have a `[MASK]`.
 */
export function findLinks(text: string): LinkRun | null {
  for (const match of text.matchAll(linkRun)) {
    const brackets = match[1] ?? match[6] ?? '';
    const links = readLinks(brackets);
    const reviewedVersion = readVersion(match);
    const start = match.index;
    if (reviewedVersion) return { start, end: start + match[0].length, links, reviewedVersion };
    if (links.some(({ kind }) => kind !== 'other')) {
      return { start, end: start + brackets.length, links, reviewedVersion };
    }
  }
  return null;
}

function readLinks(brackets: string): ListedLink[] {
  return Array.from(brackets.matchAll(/\[([^\]]+)\]/g), ([, label = '']) => label.replace(/\s+/g, ' ').trim())
    .filter((label) => label !== '')
    .map(readLink);
}

/** `Github - Online RLHF` is code with the label "Online RLHF"; any other label is literal. */
function readLink(text: string): ListedLink {
  const [, where = '', label = ''] = /^(.+?) [-–—] (.+)$/.exec(text) ?? [];
  const kind = findKind(where);
  return kind === 'other' ? { kind: findKind(text), label: text } : { kind, label };
}

/** The kind of a link by the words of its label. */
export function findKind(label: string): LinkKind {
  return labelKinds.find(([, pattern]) => pattern.test(label))?.[0] ?? 'other';
}

function readVersion([, , year, month, day, number]: RegExpMatchArray): ListedVersion | null {
  if (!year || !month || !day || !number) return null;
  const releasedOn = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${releasedOn}T00:00:00Z`);
  // Date turns 30 February into March, and refuses month 13.
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(releasedOn);
  return isReal ? { number: Number(number), releasedOn } : null;
}

import type { CslItem } from './csl.ts';
import type { CslName } from './names.ts';
import { isHarmlessFormula } from './tex.ts';

const types: Record<CslItem['type'], string> = {
  article: 'misc',
  'article-journal': 'article',
  'paper-conference': 'inproceedings',
  review: 'misc',
};
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Writes items as BibTeX in UTF-8. */
export function writeBibtex(items: CslItem[]): string {
  return items.map(writeEntry).join('\n');
}

function writeEntry(item: CslItem): string {
  const [year, month] = item.issued?.['date-parts'][0] ?? [];
  const container = item['container-title'] && escapeText(item['container-title']);
  const fields: Record<string, string | undefined> = {
    title: protectTitle(item.title, item['title-short']),
    author: item.author && writeNames(item.author),
    journal: item.type === 'article-journal' ? container : undefined,
    booktitle: item.type === 'paper-conference' ? container : undefined,
    howpublished: item.type === 'review' ? container : undefined,
    note: noteOn(item),
    year: year?.toString(),
    doi: item.DOI && verbatim(item.DOI),
    isbn: item.ISBN,
    pmid: item.PMID,
    pmcid: item.PMCID,
    eprint: item.archive_location && escapeText(item.archive_location),
    archivePrefix: item.archive,
    primaryClass: item.custom && escapeText(item.custom.primaryClass),
    url: item.URL && verbatim(item.URL),
  };
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = {${value}}`],
  );
  // A macro of every style, in its language.
  if (month !== undefined) lines.push(`  month = ${months[month - 1]}`);
  return `@${types[item.type]}{${item.id},\n${lines.join(',\n')}\n}\n`;
}

function noteOn({ status, 'reviewed-title': reviewed }: CslItem): string | undefined {
  if (reviewed !== undefined) return escapeText(`Review of: ${reviewed}`);
  return status && status.charAt(0).toUpperCase() + status.slice(1);
}

function writeNames(names: CslName[]): string {
  return names.map(writeName).join(' and ');
}

function writeName(name: CslName): string {
  if ('literal' in name) return `{${escapeText(name.literal)}}`;
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  return [family, name.suffix, name.given]
    .flatMap((part) => part ?? [])
    .map(escapePart)
    .join(', ');
}

/** Protects words that BibTeX reads as `and` between names, or `others`. */
const escapePart = (part: string) =>
  /\b(?:and|others)\b/i.test(part) ? `{${escapeText(part)}}` : escapeText(part);

/**
 * The title with braces around words whose case a style must preserve: the acronym, and words with inner capitals.
 * Harmless formulas stay as they are, in braces.
 */
function protectTitle(title: string, acronym: string | undefined): string {
  return title
    .split(/(\$[^$]+\$)/)
    .map((part, index) =>
      index % 2 === 1 && isHarmlessFormula(part) ? `{${part}}` : protectWords(part, acronym),
    )
    .join('');
}

function protectWords(text: string, acronym: string | undefined): string {
  const at = acronym === undefined ? -1 : text.indexOf(acronym);
  if (acronym !== undefined && at >= 0 && /\p{Lu}/u.test(acronym)) {
    const [before, after] = [text.slice(0, at), text.slice(at + acronym.length)];
    return `${protectWords(before, undefined)}{${escapeText(acronym)}}${protectWords(after, acronym)}`;
  }
  return text.replace(/[^\s:,;.()[\]/]+/gu, (word) => {
    const special = word.split('-').some((part) => /.\p{Lu}|\d\p{Lu}|^\p{Lu}[\d\p{Lu}]*$/u.test(part));
    return special && word !== 'A' && word !== 'I' ? `{${escapeText(word)}}` : escapeText(word);
  });
}

const commands: Record<string, string> = {
  '\\': '\\textbackslash{}',
  // BibTeX counts escaped braces, too.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

function escapeText(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/[\\{}^~$&%#_]/g, (character) => commands[character] ?? `\\${character}`);
}

/** For fields that styles print verbatim; `^^5c` would be a backslash. */
const verbatim = (text: string) =>
  text.replace(/[{}\\^\s\p{Cc}]/gu, (character) => encodeURIComponent(character));

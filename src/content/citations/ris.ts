import type { CslItem } from './csl.ts';
import type { CslName } from './names.ts';

const types: Record<CslItem['type'], string> = {
  article: 'UNPB',
  'article-journal': 'JOUR',
  'paper-conference': 'CPAPER',
  review: 'BLOG',
};

/** Writes items in the format of Research Information Systems, in UTF-8; a field a line, each ending with CRLF.
 * Whatever some reader takes for the end of a line (NEL, separators) is a space. */
export function writeRis(items: CslItem[]): string {
  return items.map(writeRecord).join('');
}

function writeRecord(item: CslItem): string {
  const date = item.issued?.['date-parts'][0]?.map((part) => String(part).padStart(2, '0'));
  const fields: [string, string | undefined][] = [
    ['TY', types[item.type]],
    ['ID', item.id],
    ['TI', item.title],
    ['ST', item['title-short']],
    ...(item.author ?? []).map((name): [string, string] => ['AU', writeName(name)]),
    ['PY', date?.[0]],
    ['DA', date && `${date.join('/')}/`],
    ['T2', item['container-title']],
    ['PB', item.publisher],
    ['DO', item.DOI],
    ['SN', item.ISBN],
    ['AN', item.archive && `${item.archive}:${item.archive_location}`],
    ['RI', item['reviewed-title']],
    ['LA', item.language],
    ['AB', item.abstract],
    ['UR', item.URL],
    ['ER', ''],
  ];
  return fields
    .flatMap(([tag, value]) =>
      value === undefined ? [] : `${tag}  - ${value.replace(/[\s\p{Cc}]+/gu, ' ')}\r\n`,
    )
    .join('');
}

function writeName(name: CslName): string {
  if ('literal' in name) return name.literal;
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  return [family, name.given, name.suffix].flatMap((part) => part ?? []).join(', ');
}

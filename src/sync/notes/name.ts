import { readMoment } from './moment.ts';

/** Also `2024.05.20 title`, `2024_05_20_title` and `20240520-title`. */
const datedName = /^((?:19|20)\d\d([-._])\d{1,2}\2\d{1,2}|(?:19|20)\d{6})(?:[-_ ]+(.+))?$/;
/** The language of a translation, as Hugo and others name files: `index.ko.md`. */
const languageEnding = /\.(ko|en|ja|zh|zh-(?:cn|tw|hk|hans|hant)|fr|de|es|pt|pt-br|ru|it|vi|id)$/i;
/** Names of files that say nothing of what is in them: the folder says it. */
const general =
  /^(?:_?index|readme|paper|papers?[-_ ]?notes?|notes?|review|summary|main|post|article|content|논문|리뷰|정리|论文|笔记)$/i;

/** What the name of a file says of a note. */
export interface NamedNote {
  fallbackTitle: string;
  fallbackSlug: string;
  publishedAt: string | undefined;
  /** What the ending of a translation says. */
  namedLanguage: string | undefined;
}

/** The name of a file without its ending and the number that Notion puts behind it; that of its folder for an `index.md`. */
export function baseName(path: string): string {
  const [name = '', folder] = path.split('/').reverse();
  const base = name
    .replace(/\.[^.]+$/, '')
    .replace(/\s+[0-9a-f]{32}$/, '')
    .replace(languageEnding, '');
  return general.test(base) && folder ? folder.replace(/\s+[0-9a-f]{32}$/, '') : base;
}

/** Reads a name in the manner of Jekyll (`2024-05-20-title.md`), or one of words. */
export function readName(path: string): NamedNote {
  const base = baseName(path);
  const [, stamp, , title] = datedName.exec(base) ?? [];
  const day = stamp?.replace(/[._]/g, '-').replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  // Docusaurus and others have folders for the year, month and day.
  const [, folders] = /(?:^|\/)((?:19|20)\d\d\/\d\d\/\d\d)\/[^/]+(?:\/[^/]+)?$/.exec(path) ?? [];
  const said = day ?? folders?.replaceAll('/', '-');
  const publishedAt = (said && readMoment(said)) || undefined;
  // What is no day of the calendar is a number.
  const rest = publishedAt === undefined && day !== stamp ? undefined : title;
  const name = rest ?? base;
  const words = name.split(/[-_\s]+/).filter((word) => word !== '');
  return {
    fallbackTitle:
      (title === undefined ? day : undefined) ??
      (words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || name),
    fallbackSlug: name,
    publishedAt,
    namedLanguage: languageEnding.exec(path.replace(/\.[^.]+$/, ''))?.[1],
  };
}

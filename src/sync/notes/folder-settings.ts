import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { parse, stringify } from 'yaml';
import { type HeadLabels, knowLabels, type LabelMeaning, labelMeanings } from '../../content/head/labels.ts';
import { rules } from '../../validation/rules.ts';
import { NoteRefused } from './front-matter.ts';
import { isTimeZone } from './time-zone.ts';

/** The file in a folder of notes that says what holds for all of them. */
export const settingsName = 'postil.yaml';
/** How many folders around the pushed one may have the settings. */
const mostAncestors = 5;
const mostFaults = 5;

type Texts = string | string[];

interface SettingsFile {
  name?: string;
  language?: string;
  timezone?: string;
  breaks?: boolean;
  exclude?: Texts;
  categories?: 'folders' | Record<string, Texts>;
  labels?: Partial<Record<LabelMeaning, Texts>>;
}

const isText = (value: unknown) => typeof value === 'string';
const isTexts = (value: unknown) => isText(value) || (Array.isArray(value) && value.every(isText));
const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isMapOfTexts = (value: unknown) => isMap(value) && Object.values(value).every(isTexts);

/** The rule of each member. Not of TypeBox, whose loading takes longer than reading a hundred notes. */
const rulesOfMembers: Record<keyof SettingsFile, { is(value: unknown): boolean; must: string }> = {
  name: {
    is: (value) => typeof value === 'string' && /^[^/\\]{1,200}$/u.test(value),
    must: 'must be a text of at most 200 characters without slashes',
  },
  language: { is: isText, must: 'must be a language tag such as ko' },
  timezone: { is: isText, must: 'must be a time zone such as Asia/Seoul' },
  breaks: { is: (value) => typeof value === 'boolean', must: 'must be true or false' },
  exclude: { is: isTexts, must: 'must be a pattern or a list of patterns' },
  categories: {
    is: (value) => value === 'folders' || isMapOfTexts(value),
    must: 'must be `folders`, or a map of folders to a category or the way to one',
  },
  labels: {
    is: (value) =>
      isMapOfTexts(value) &&
      Object.keys(Object(value)).every((name) => labelMeanings.some((one) => one === name)),
    must: `must be a map of ${labelMeanings.join(', ')} to labels`,
  },
};

/** What `postil.yaml` says of a folder of notes. */
export interface FolderSettings {
  /** The folder that its notes are known by. */
  root: string;
  /** The name that it is known by, whatever it is called. */
  name: string;
  /** Whether a file says so. */
  isWritten: boolean;
  language: string | undefined;
  /** That of times without an offset (IANA). */
  timeZone: string | undefined;
  /** Whether a line of a paragraph ends where it does in the file. */
  breaks: boolean;
  /** Patterns of what is left out, as in `.gitignore`. */
  exclude: string[];
  labels: HeadLabels;
  /** The category of a note that says none, by its path from the root. */
  categoryOf: (path: string) => string[] | undefined;
}

/**
 * Reads the settings of a folder: `postil.yaml` in it or in a folder around it.
 * @throws NoteRefused when the file is no such settings
 */
export async function readFolderSettings(folder: string): Promise<FolderSettings> {
  let root = folder;
  for (let at = 0; at <= mostAncestors && dirname(root) !== root; at += 1, root = dirname(root)) {
    const text = await readFile(join(root, settingsName), 'utf8').catch(() => null);
    if (text !== null)
      return { ...toSettings(text), root, name: readName(text) ?? basename(root), isWritten: true };
  }
  return { ...toSettings(''), root: folder, name: basename(folder), isWritten: false };
}

const readName = (text: string) => (parse(text) as { name?: string } | null)?.name;

function toSettings(text: string): Omit<FolderSettings, 'root' | 'name' | 'isWritten'> {
  const said = parseSettings(text);
  const language = said.language === undefined ? undefined : rules.language(said.language);
  if (language?.ok === false)
    throw new NoteRefused(
      `${settingsName}: language "${said.language}" is no language tag such as ko or pt-BR`,
    );
  if (said.timezone !== undefined && !isTimeZone(said.timezone))
    throw new NoteRefused(
      `${settingsName}: timezone "${said.timezone}" is no time zone such as Asia/Seoul or UTC`,
    );
  const labels = Object.entries(said.labels ?? {}).map(([meaning, names]) => [meaning, listOf(names)]);
  return {
    language: language?.value,
    timeZone: said.timezone,
    breaks: said.breaks === true,
    exclude: listOf(said.exclude),
    labels: knowLabels(Object.fromEntries(labels)),
    categoryOf: categoryBy(said.categories),
  };
}

function parseSettings(text: string): SettingsFile {
  let value: unknown;
  try {
    value = parse(text) ?? {};
  } catch (error) {
    throw new NoteRefused(`${settingsName} is no YAML: ${(error as Error).message.split('\n')[0]}`);
  }
  if (!isMap(value)) throw new NoteRefused(`${settingsName}: it must be a map of settings`);
  const faults = Object.entries(value).flatMap(([name, member]) => {
    const rule = Object.hasOwn(rulesOfMembers, name) ? rulesOfMembers[name as keyof SettingsFile] : undefined;
    if (!rule) return [`${name} is no setting`];
    return rule.is(member) ? [] : [`${name} ${rule.must}`];
  });
  if (faults.length === 0) return value as SettingsFile;
  const known = Object.keys(rulesOfMembers).join(', ');
  throw new NoteRefused(`${settingsName}: ${faults.slice(0, mostFaults).join('; ')} (it may have ${known})`);
}

/** `folders`: the way to a file is its category; else the longest folder that is named. */
function categoryBy(said: SettingsFile['categories']): FolderSettings['categoryOf'] {
  if (said === undefined) return () => undefined;
  const foldersOf = (path: string) => path.split('/').slice(0, -1);
  if (said === 'folders') {
    return (path) => {
      const folders = foldersOf(path).filter((folder) => !folder.startsWith('_'));
      return folders.length > 0 ? folders : undefined;
    };
  }
  const named = Object.entries(said)
    .map(([folder, category]) => ({
      folder: folder.normalize('NFC').replace(/^\.?\/+|\/+$/g, ''),
      category: listOf(category),
    }))
    .sort((one, other) => other.folder.length - one.folder.length);
  return (path) => named.find(({ folder }) => folder === '' || path.startsWith(`${folder}/`))?.category;
}

const listOf = (texts: string | string[] | undefined) => (texts === undefined ? [] : [texts].flat());

/**
 * Writes the name of a folder into it, so that its notes are known when it is called otherwise. A folder that cannot be written
 * to is known by its name.
 * @returns whether it was written
 */
export async function keepName({ root, name, isWritten }: FolderSettings): Promise<boolean> {
  if (isWritten) return false;
  const text = `# By this name Postil knows the notes of this folder, whatever the folder is called.\n${stringify({ name })}`;
  return writeFile(join(root, settingsName), text, { flag: 'wx' }).then(
    () => true,
    () => false,
  );
}

/** The path of a file from the root of its settings, with slashes. */
export function pathFromRoot({ root }: FolderSettings, folder: string, path: string): string {
  return [...relative(root, folder).split(/[\\/]/), ...path.split('/')]
    .filter((part) => part !== '')
    .join('/')
    .normalize('NFC');
}

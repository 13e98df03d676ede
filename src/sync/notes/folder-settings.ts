import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { parse, stringify } from 'yaml';
import type { HeadLabels } from '../../content/head/labels.ts';
import { knowLabels, labelMeanings } from '../../content/head/labels.ts';
import { rules } from '../../validation/rules.ts';
import { NoteRefused } from './front-matter.ts';
import { isTimeZone } from './time-zone.ts';

/** The file in a folder of notes that says what holds for all of them. */
export const settingsName = 'postil.yaml';
/** How many folders around the pushed one may have the settings. */
const mostAncestors = 5;

const Texts = Type.Union([Type.String(), Type.Array(Type.String())]);
const FolderSettingsFile = Type.Object(
  {
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 200, pattern: '^[^/\\\\]+$' })),
    language: Type.Optional(Type.String()),
    timezone: Type.Optional(Type.String()),
    exclude: Type.Optional(Texts),
    categories: Type.Optional(Type.Union([Type.Literal('folders'), Type.Record(Type.String(), Texts)])),
    labels: Type.Optional(
      Type.Object(Object.fromEntries(labelMeanings.map((meaning) => [meaning, Type.Optional(Texts)])), {
        additionalProperties: false,
      }),
    ),
  },
  { additionalProperties: false },
);

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
    exclude: listOf(said.exclude),
    labels: knowLabels(Object.fromEntries(labels)),
    categoryOf: categoryBy(said.categories),
  };
}

function parseSettings(text: string): Static<typeof FolderSettingsFile> {
  let value: unknown;
  try {
    value = parse(text) ?? {};
  } catch (error) {
    throw new NoteRefused(`${settingsName} is no YAML: ${(error as Error).message.split('\n')[0]}`);
  }
  if (Value.Check(FolderSettingsFile, value)) return value;
  const faults = [...Value.Errors(FolderSettingsFile, value)].slice(0, 5);
  const told = faults.map(({ instancePath, message }) => `${instancePath.slice(1) || 'it'} ${message}`);
  throw new NoteRefused(
    `${settingsName}: ${[...new Set(told)].join('; ')} (it may have name, language, timezone, exclude, categories, labels)`,
  );
}

/** `folders`: the way to a file is its category; else the longest folder that is named. */
function categoryBy(said: Static<typeof FolderSettingsFile>['categories']): FolderSettings['categoryOf'] {
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
      folder: folder.replace(/^\.?\/+|\/+$/g, ''),
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
    .join('/');
}

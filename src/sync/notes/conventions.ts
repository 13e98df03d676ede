import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Folders of generators and editors that hold no notes. */
const toolFolders =
  /^(?:_.*|node_modules|archetypes|scaffolds|templates?|layouts|includes|themes|partials|shortcodes|snippets|템플릿|模板|テンプレート)$/i;
/** Folders with an underscore that hold notes: the posts of Jekyll and Hexo, and what is not published yet. */
const noteFolders = /^_(?:posts|drafts|notes)$/i;
/** Files about a folder, or of a generator, by their names without ending. */
const aboutFolder =
  /^(?:_.*|contributing|code[_-]of[_-]conduct|changelog|changes|licen[cs]e|security|authors|todo|summary|glossary|404|(?:.*[-_ ])?(?:templates?|템플릿|模板|テンプレート))$/i;

/** Whether a file at a path would be no note by convention, whatever lies beside it. */
export function isLeftOut(path: string): boolean {
  const [name = '', ...folders] = path.split('/').reverse();
  return (
    isAboutFolder(name) ||
    (folders.length === 0 && isReadme(name)) ||
    folders.some((folder) => toolFolders.test(folder) && !noteFolders.test(folder))
  );
}

const isAboutFolder = (name: string) => aboutFolder.test(withoutEnding(name));
/** In one language or more: `README.zh-CN.md`. */
const isReadme = (name: string) =>
  /^readme(?:[._-](?:[a-z]{2,3}(?:[-_][a-z]{2,4})?))?$/i.test(withoutEnding(name));
const withoutEnding = (name: string) => name.replace(/\.[^.]+$/, '');

/** What a folder says of its own folders, and of all its files. */
export interface FolderConventions {
  /** Why a folder is left out; null when it may hold notes. */
  refuseFolder(path: string): string | null;
  /** Why a file is left out; null when it may be a note. @param siblings the other Markdown files of its folder */
  refuseFile(path: string, siblings: number): string | null;
}

/**
 * The conventions of the tools that notes are written with: what lies in folders of generators, and what is about the folder
 * itself, is no note. Collections of Jekyll (`_config.yml`) are folders of notes too.
 */
export async function readConventions(folder: string): Promise<FolderConventions> {
  const collections = await readCollections(folder);
  return {
    refuseFolder(path) {
      const name = path.split('/').at(-1) ?? '';
      const isOfTool = toolFolders.test(name) && !noteFolders.test(name) && !collections.has(name);
      return isOfTool ? 'by convention this folder holds no notes' : null;
    },
    refuseFile(path, siblings) {
      const name = path.split('/').at(-1) ?? '';
      // A folder for each paper often has its note in README.md.
      const isOfFolder = isReadme(name) && (siblings > 0 || !path.includes('/'));
      return isOfFolder || isAboutFolder(name) ? 'by convention this file is no note' : null;
    },
  };
}

async function readCollections(folder: string): Promise<Set<string>> {
  const { collections = [] } = await readYamlFile(join(folder, '_config.yml'));
  const names = Array.isArray(collections) ? collections : Object.keys(Object(collections));
  return new Set(names.map((name) => `_${String(name)}`));
}

/**
 * What the settings of a site leave out of it: `exclude` of Jekyll, `exclude` and `ignore` of Hexo.
 * @returns patterns as in `.gitignore`
 */
export async function readSiteExcludes(folder: string): Promise<string[]> {
  const { exclude, ignore } = await readYamlFile(join(folder, '_config.yml'));
  return [exclude, ignore].flatMap((list) =>
    [list].flat().filter((pattern): pattern is string => typeof pattern === 'string' && pattern !== ''),
  );
}

/** The settings in a file; none when it is not there, or no map in YAML. */
export async function readYamlFile(file: string): Promise<Record<string, unknown>> {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    const value: unknown = parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { FieldReader } from './field-reader.ts';
import { readText, type SkippedFile } from './files.ts';
import { type FieldValue, NoteRefused, splitNote } from './front-matter.ts';
import { readVisibility } from './visibility.ts';

/** What hides all notes below a folder. */
interface Inherited {
  /** The path of the folder; empty for all. */
  folder: string;
  /** What says it, for the reader of a report. */
  by: string;
}

/**
 * Finds what hides notes that do not say it themselves: `cascade` in an `_index.md` of Hugo, `defaults` in Jekyll's
 * `_config.yml`, `_metadata.yml` and the drafts of `_quarto.yml` in Quarto. What is not understood hides too.
 * @returns what hides the note at a path; undefined when nothing does
 */
export async function readInherited(
  folder: string,
  skipped: SkippedFile[],
  paths: string[],
): Promise<(path: string) => string | undefined> {
  const found = [...(await readDefaults(folder)), ...(await readQuarto(folder, paths))];
  for (const { path } of skipped)
    if (/(?:^|\/)_index\.(?:md|markdown)$/i.test(path)) found.push(...(await readCascade(folder, path)));
  return (path) =>
    found.find((one) => one.folder === '' || path === one.folder || path.startsWith(`${one.folder}/`))?.by;
}

async function readCascade(folder: string, path: string): Promise<Inherited[]> {
  const fields = await readFields(join(folder, path));
  if (fields === undefined) return [{ folder: parentOf(path), by: `${path}, which cannot be read` }];
  const cascade = fields.cascade ?? [];
  const maps = Array.isArray(cascade) ? cascade : [cascade];
  // The pages of a branch that is not written are not either.
  const isHidden = maps.some(hides) || hides({ build: fields.build ?? fields._build ?? null });
  return isHidden ? [{ folder: parentOf(path), by: `cascade in ${path}` }] : [];
}

async function readFields(file: string): Promise<Record<string, FieldValue> | undefined> {
  try {
    return splitNote(readText(file)).fields ?? {};
  } catch (error) {
    if (error instanceof NoteRefused) return undefined;
    throw error;
  }
}

/** The settings in a file; none where there is no such file, undefined for one that cannot be read. */
async function readSettings(file: string): Promise<Record<string, FieldValue> | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    return Object(parse(text, { schema: 'failsafe', logLevel: 'error' })) as Record<string, FieldValue>;
  } catch {
    return undefined;
  }
}

const hidesAll = (name: string): Inherited[] => [{ folder: '', by: `${name}, which cannot be read` }];

async function readDefaults(folder: string): Promise<Inherited[]> {
  const config = await readSettings(join(folder, '_config.yml'));
  if (config === undefined) return hidesAll('_config.yml');
  const defaults = Array.isArray(config.defaults) ? config.defaults : [];
  return defaults.flatMap((item) => {
    const { scope, values } = (Object(item) ?? {}) as { scope?: { path?: unknown }; values?: FieldValue };
    const path = typeof scope?.path === 'string' ? scope.path.replace(/^\/|\/?\**$/g, '') : '';
    return hides(values ?? null) ? [{ folder: path, by: 'defaults in _config.yml' }] : [];
  });
}

async function readQuarto(folder: string, paths: string[]): Promise<Inherited[]> {
  const project = await readSettings(join(folder, '_quarto.yml'));
  if (project === undefined) return hidesAll('_quarto.yml');
  const { website, drafts } = project;
  const listed = [drafts, (Object(website) as { drafts?: FieldValue }).drafts].flat();
  const found = listed.flatMap((path) =>
    typeof path === 'string'
      ? [{ folder: path.replace(/^\.?\/|\/?\**$/g, ''), by: 'drafts in _quarto.yml' }]
      : [],
  );
  const folders = new Set(
    paths.flatMap((path) =>
      path
        .split('/')
        .slice(0, -1)
        .map((_, at, parts) => parts.slice(0, at + 1).join('/')),
    ),
  );
  for (const each of folders) {
    const values = await readSettings(join(folder, each, '_metadata.yml'));
    if (values === undefined || hides(values)) found.push({ folder: each, by: `${each}/_metadata.yml` });
  }
  return found;
}

function hides(values: FieldValue): boolean {
  if (values === null || typeof values !== 'object' || Array.isArray(values)) return false;
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  const reader = new FieldReader(given);
  return reader.faults.length > 0 || readVisibility(reader, { path: '' }).status === 'draft';
}

const parentOf = (path: string) => path.split('/').slice(0, -1).join('/');

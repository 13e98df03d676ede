import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Paths that may stand on a disk in another spelling: of other letters, or percent-encoded. */
const mayDiffer = /[^\0-\x7F]|[ %]/;

/**
 * Finds paths whatever the Unicode normalisation of the names on the disk is (Macs write NFD, texts are NFC), and whether their
 * percent-encoding stands in the names. Folders are read once.
 * @returns a function that gives a path as it is on the disk; undefined when nothing is there
 */
export function openDiskNames(): (path: string) => Promise<string | undefined> {
  const folders = new Map<string, Promise<Map<string, string>>>();

  function list(folder: string): Promise<Map<string, string>> {
    const listed =
      folders.get(folder) ??
      readdir(folder).then(
        (names) => new Map(names.map((name) => [normalizeName(name), name])),
        () => new Map(),
      );
    folders.set(folder, listed);
    return listed;
  }

  return async function find(path: string): Promise<string | undefined> {
    if (await stat(path).catch(() => null)) return path;
    const above = dirname(path);
    if (above === path || !mayDiffer.test(path)) return undefined;
    const folder = await find(above);
    const name = folder && (await list(folder)).get(normalizeName(basename(path)));
    return name === undefined ? undefined : join(folder ?? '', name);
  };
}

/** A name in NFC, without percent-encoding. */
export function normalizeName(name: string): string {
  try {
    return decodeURIComponent(name).normalize('NFC');
  } catch {
    return name.normalize('NFC');
  }
}

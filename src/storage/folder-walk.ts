import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Walks a folder depth first. Symbolic links are passed over.
 * @param prefix folders that cannot hold a path with this prefix are not read
 * @yields the paths of files, from the root, with `/`
 */
export async function* walkFolder(root: string, prefix: string, folder = ''): AsyncGenerator<string> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error) => {
    // The folder was removed while its parent was walked.
    if (folder !== '' && hasErrorCode(error, 'ENOENT')) return [];
    throw error;
  });
  for (const entry of entries) {
    const path = folder + entry.name;
    if (entry.isFile()) yield path;
    else if (entry.isDirectory() && (path.startsWith(prefix) || prefix.startsWith(`${path}/`)))
      yield* walkFolder(root, prefix, `${path}/`);
  }
}

/** Whether an error has one of these codes of the system, such as ENOENT. */
export function hasErrorCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

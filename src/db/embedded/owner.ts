import { randomBytes } from 'node:crypto';
import { mkdir, realpath, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { askOwner } from './directory-lock.ts';
import { type RunningServer, temporaryFolder } from './embedded.ts';

/** One who serves answers at once, in milliseconds. */
const shortestWait = 2000;

/**
 * Asks the process that has a data directory where it serves, over the socket of its lock, which only this user can reach.
 * A process that is starting answers when it serves.
 * @param timeout in milliseconds
 * @returns undefined when no living process has the directory, or it serves nothing
 */
export async function findRunningServer(
  dataDir: string,
  timeout: number,
): Promise<RunningServer | undefined> {
  // A path that is short enough for a socket.
  const temporary = temporaryFolder(randomBytes(5).toString('hex'));
  try {
    const directory = await realpath(dataDir);
    await mkdir(temporary, { mode: 0o700 });
    await symlink(directory, join(temporary, 'd'), 'junction');
    const told = await askOwner(join(temporary, 'd'), Math.max(timeout, shortestWait));
    return told === '' ? undefined : (JSON.parse(told) as RunningServer);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

import { readFileSync, readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { extname } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a worker thread on the module of that name beside the caller's: it is JavaScript in dist and TypeScript in
 * src, as this module is, and tsx looks after the main thread only.
 * @param beside the `import.meta.url` of the caller
 */
export function startThread(name: string, beside: string, options: WorkerOptions): Worker {
  const extension = extname(import.meta.url);
  return new Worker(new URL(`./${name}${extension}`, beside), {
    ...options,
    execArgv: extension === '.ts' ? ['--import', loadTypeScript()] : [],
  });
}

/** Linux counts what a thread has used in hundredths of a second, whatever its clock (proc(5)). */
const millisecondsPerTick = 10;

/**
 * Lets the other threads of this machine go before the calling one, where a thread has a priority of its own (Linux).
 * @param niceness as of nice(2): 0 for nothing, 19 for the most
 * @returns the id that `readThreadTime` knows it by; null where there is none
 */
export function yieldToOthers(niceness: number): number | null {
  try {
    const id = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    setPriority(id, niceness);
    return id;
  } catch {
    return null;
  }
}

/** How long a thread of this process has had a processor, in milliseconds; null where nobody knows. */
export function readThreadTime(id: number): number | null {
  try {
    // What stands in brackets is a name, which may hold spaces.
    const [, rest = ''] = readFileSync(`/proc/self/task/${id}/stat`, 'utf8').split(') ');
    const [user, system] = rest.split(' ').slice(11, 13).map(Number);
    return ((user ?? 0) + (system ?? 0)) * millisecondsPerTick;
  } catch {
    return null;
  }
}

function loadTypeScript(): string {
  return `data:text/javascript,import { register } from '${import.meta.resolve('tsx/esm/api')}'; register();`;
}

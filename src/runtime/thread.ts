import { type ChildProcess, type ForkOptions, fork } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';
import { extname } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a worker thread on the module of that name beside the caller's. In src it is TypeScript, for which tsx is registered:
 * by itself it covers the main thread only.
 * @param beside the `import.meta.url` of the caller
 */
export function startThread(name: string, beside: string, options: WorkerOptions): Worker {
  const extension = extname(import.meta.url);
  return new Worker(new URL(`./${name}${extension}`, beside), {
    ...options,
    execArgv: extension === '.ts' ? ['--import', loadTypeScript()] : [],
  });
}

/** Forks a process on the module of that name beside the caller's, as `startThread` does a thread. */
export function startProcess(name: string, beside: string, options: ForkOptions): ChildProcess {
  const extension = extname(import.meta.url);
  const loader = extension === '.ts' ? ['--import', loadTypeScript()] : [];
  const execArgv = [...loader, ...(options.execArgv ?? [])];
  return fork(new URL(`./${name}${extension}`, beside), { ...options, execArgv });
}

/**
 * Adds to the niceness of this process, which it has of the one that started it: on Linux of every thread that runs, since each
 * has one of its own, which threads started later inherit.
 */
export function yieldProcess(niceness: number): void {
  const raised = Math.min(getPriority() + niceness, constants.priority.PRIORITY_LOW);
  setPriority(raised);
  for (const thread of listThreads()) setPriority(thread, raised);
}

function listThreads(): number[] {
  try {
    return readdirSync('/proc/self/task').map(Number);
  } catch {
    return [];
  }
}

/** The clock tick of /proc is a hundredth of a second (proc(5)). */
const millisecondsPerTick = 10;

/**
 * Sets the niceness of the calling thread, where threads have one of their own (Linux).
 * @param niceness as of nice(2): 0 to 19
 * @returns the thread's id for `readThreadTime`; null where there is none
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

/** The processor time of a thread of this process, in milliseconds; null where it is unknown. */
export function readThreadTime(id: number): number | null {
  try {
    // The second field is a name in parentheses, which may have spaces.
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

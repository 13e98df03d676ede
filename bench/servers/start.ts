import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Ready } from './buffer.ts';

/** A server in a process of its own. */
export interface Running {
  url: string;
  pid: number;
  /** How long it took until it listened, in milliseconds. */
  startedIn: number;
  child: ChildProcess;
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const secondsToStop = 15;

/** Those that run: none outlives this process, however that ends. */
const children = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** The key that the servers take. */
export const key = 'k'.repeat(32);

/**
 * The settings that Postil is measured with: what is for the operator (the log) and against strangers (limits) is off.
 */
const quiet = {
  LOG_LEVEL: 'warn',
  LIMIT_READS_PER_SECOND: '0',
  LIMIT_WRITES_PER_SECOND: '0',
  OVERLOAD_WAIT_MS: '0',
};

/** As it comes, but for how much a caller may ask: the limits are kept, and never reached. */
export const asItComes = {
  LOG_LEVEL: 'info',
  LIMIT_READS_PER_SECOND: '1000000',
  LIMIT_WRITES_PER_SECOND: '1000000',
};

/** Starts Postil as users run it, out of dist/. @param variables settings, of which those of `quiet` are the default; imports: a module that is loaded first */
export async function startPostil(variables: Record<string, string>, imports?: URL): Promise<Running> {
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  const begun = performance.now();
  const env = {
    PATH,
    HOME,
    ...(TMPDIR ? { TMPDIR } : {}),
    PORT: '0',
    ADMIN_KEY: key,
    ...quiet,
    ...variables,
  };
  // What it logs would cost more on a terminal than anywhere a service writes to.
  const loaded = imports ? ['--import', imports.href] : [];
  const child = spawn(process.execPath, [...loaded, 'dist/main.js', 'serve'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  keep(child);
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (text: Buffer) => {
      if (said.length < 20_000) said += text;
      const found = /"address":"(http:[^"]+)"/.exec(said);
      if (found?.[1]) resolve(found[1]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`Postil ended with ${code} at its start:\n${said}`)));
  });
  return describe(child, url, performance.now() - begun);
}

const secondsToStart = 60;

/** Starts Postil of another revision, out of the dist/ of its folder; ready when `/health/ready` says so, since logs differ. */
export async function startRevision(folder: string, variables: Record<string, string>): Promise<Running> {
  const { PATH = '', HOME = '' } = process.env;
  const begun = performance.now();
  const port = await findPort();
  const env = { PATH, HOME, PORT: `${port}`, ADMIN_KEY: key, ...quiet, ...variables };
  const child = spawn(process.execPath, ['dist/main.js', 'serve'], { cwd: folder, env, stdio: 'ignore' });
  keep(child);
  const url = `http://127.0.0.1:${port}`;
  while (performance.now() - begun < secondsToStart * 1000) {
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return describe(child, url, performance.now() - begun);
    await sleep(100);
  }
  throw new Error(`The service in ${folder} is not ready after ${secondsToStart} s.`);
}

/** A port that is free now. */
async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts one of the programs beside this one, which says its address when it listens. */
export async function startBaseline(
  name: 'buffer' | 'by-hand' | 'insert' | 'rendering',
  ...args: string[]
): Promise<Running> {
  const begun = performance.now();
  // As Postil has it (runtime/heap.ts).
  const execArgv = ['--no-parallel-scavenge', '--import', 'tsx'];
  const child = fork(new URL(`${name}.ts`, import.meta.url), args, { execArgv });
  keep(child);
  const ended = once(child, 'exit').then(([code]): never => {
    throw new Error(`The server "${name}" ended with ${code} at its start.`);
  });
  const [url] = (await Promise.race([once(child, 'message'), ended])) as [string];
  return describe(child, url, performance.now() - begun);
}

/** Gives the server of ready bytes those that it sends from now on. */
export async function loadBuffer({ child }: Running, ready: Ready): Promise<void> {
  child.send(ready);
  await once(child, 'message');
}

function keep(child: ChildProcess): void {
  children.add(child);
  child.once('exit', () => children.delete(child));
}

function describe(child: ChildProcess, url: string, startedIn: number): Running {
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    const timer = setTimeout(() => child.kill('SIGKILL'), secondsToStop * 1000);
    child.kill('SIGTERM');
    await ended;
    clearTimeout(timer);
  };
  return { url, pid: child.pid ?? 0, startedIn, child, stop };
}

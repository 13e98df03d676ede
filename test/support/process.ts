import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unlimited } from '../../src/limits/limits.ts';
import { copyTemplate, createEmptyDatabase, serverUrl } from './database.ts';
import { programArguments } from './program.ts';

/** A command of Postil in a process of its own. */
export interface RunningCommand {
  pid: number;
  stdout(): string;
  stderr(): string;
  /** Waits until the pattern was printed to stdout; fails when the process ends before. */
  waitFor(pattern: RegExp): Promise<RegExpExecArray>;
  kill(signal: NodeJS.Signals): void;
  /** The exit code, when all was printed; null for a process that a signal ended. */
  ended: Promise<number | null>;
}

const cleanups: (() => unknown)[] = [];

/** Kills the processes that are left, and removes the folders. */
export async function cleanUp(): Promise<void> {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
}

let images: string | undefined;

/** The storage of the commands that are given none; by itself it lies in the current folder. */
function imagesUrl(): string {
  if (images === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'postil-cli-images-'));
    images = pathToFileURL(folder).href;
    cleanups.unshift(() => {
      images = undefined;
      return rm(folder, { recursive: true, force: true });
    });
  }
  return images;
}

/** Runs a command of Postil with these variables and no others of Postil's, until it ends or `cleanUp` is called. */
export function runPostil(args: string[], variables: Record<string, string> = {}): RunningCommand {
  const all = { IMAGES_URL: imagesUrl(), ...variables };
  return runProgram(process.execPath, [...programArguments('src/main'), ...args], { variables: all });
}

/** Runs a program with these variables, until it ends or `cleanUp` is called. @param folder that it runs in */
export function runProgram(
  program: string,
  args: string[],
  { folder, variables = {} }: { folder?: string; variables?: Record<string, string> },
): RunningCommand {
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  const child = spawn(program, args, {
    ...(folder === undefined ? {} : { cwd: folder }),
    env: { PATH, HOME, ...(TMPDIR ? { TMPDIR } : {}), ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const howItEnded = () => (child.signalCode ? `by ${child.signalCode}` : `with code ${child.exitCode}`);
  cleanups.push(() => {
    child.kill('SIGKILL');
    return ended;
  });
  const waitFor = async (pattern: RegExp) => {
    for (;;) {
      const found = pattern.exec(stdout);
      if (found) return found;
      const isOver = await Promise.race([
        once(child.stdout, 'data').then(() => false),
        ended.then(() => !pattern.test(stdout)),
      ]);
      assert.ok(
        !isOver,
        `the process ended ${howItEnded()} before it printed ${pattern}:\n${stdout}${stderr}`,
      );
    }
  };
  const { pid = 0 } = child;
  return {
    pid,
    stdout: () => stdout,
    stderr: () => stderr,
    waitFor,
    kill: (name) => child.kill(name),
    ended,
  };
}

export interface RunningServer extends RunningCommand {
  /** The address that it listens at, without a slash at the end. */
  url: string;
  /** Ends it as an operator does. */
  stop(): Promise<void>;
}

const asVariables = (settings: object) =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, `${value}`]));

/** Starts the service on a free port, refusing nobody unless it is told to, and gives it when it listens. */
export async function startServer(variables: Record<string, string>): Promise<RunningServer> {
  const patient = { PORT: '0', ...asVariables(unlimited), OVERLOAD_WAIT_MS: '0' };
  const command = runPostil(['serve'], { ...patient, ...variables });
  const [, url = ''] = await command.waitFor(/"address":"(http:[^"]+)"/);
  const stop = async () => {
    command.kill('SIGTERM');
    assert.equal(await command.ended, 0, command.stderr());
  };
  return { ...command, url, stop };
}

/** A command that has to end by itself: its exit code and what it printed. */
export async function finishPostil(args: string[], variables: Record<string, string> = {}) {
  const command = runPostil(args, variables);
  const code = await command.ended;
  return { code, stdout: command.stdout(), stderr: command.stderr() };
}

/** A temporary folder, which goes at the clean-up, after the processes in it. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'postil-cli-'));
  cleanups.unshift(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A database for commands, which goes at the clean-up: where it is, as variables say it. */
export async function makePlace(): Promise<Record<string, string>> {
  if (serverUrl === undefined) {
    const directory = join(await makeFolder(), 'data');
    await copyTemplate(directory);
    return { DATA_DIR: directory };
  }
  const { url, drop } = await createEmptyDatabase(serverUrl);
  cleanups.unshift(drop);
  return { DATABASE_URL: url };
}

// biome-ignore lint/suspicious/noExplicitAny: the body is what the test is about
export type Reply = { status: number; headers: Headers; body: any };

/** Asks a running server, and reads its JSON. */
export async function ask(
  url: string,
  asked: {
    key?: string;
    method?: string;
    body?: unknown;
    headers?: Record<string, string>;
    signal?: AbortSignal;
  } = {},
): Promise<Reply> {
  const { key, method = asked.body === undefined ? 'GET' : 'POST', body, headers = {}, signal } = asked;
  const response = await fetch(url, {
    method,
    ...(signal ? { signal } : {}),
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = /\bjson/.test(response.headers.get('content-type') ?? '') && text !== '';
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

import { execFile } from 'node:child_process';
import { chown, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const password = 'postil';

/** A Postgres of our own, on a free port of this machine and in a temporary directory. */
export interface PostgresServer {
  url: string;
  /** Its data directory. */
  data: string;
  /** @param settings of the server, over those that it has */
  start(settings?: Record<string, string>): Promise<void>;
  /** @param mode as in pg_ctl: `fast` says goodbye to clients, `immediate` ends as a crash does */
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
  /** Stops all of its processes where they are (SIGSTOP), or lets them go on (SIGCONT). */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): Promise<void>;
  /** Makes a standby that streams from this one, and starts it. */
  replicate(): Promise<PostgresServer>;
  /** Makes a standby a primary. */
  promote(): Promise<void>;
  remove(): Promise<void>;
}

/** Why there can be no Postgres of our own on this machine: the reason to skip what needs one. */
export const noPostgres = 'there are no Postgres binaries (initdb, pg_ctl) on this machine';

/** The folder of initdb and pg_ctl: in PATH, or the newest of those that Debian keeps out of it. */
export async function findPostgres(): Promise<string | undefined> {
  const versions = await readdir('/usr/lib/postgresql').catch(() => []);
  const newestFirst = versions.sort((one, other) => Number(other) - Number(one));
  const folders = [
    ...newestFirst.map((version) => `/usr/lib/postgresql/${version}/bin`),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  for (const folder of folders) {
    const found = await Promise.all(['initdb', 'pg_ctl'].map((name) => isFile(join(folder, name))));
    if (!found.includes(false)) return folder;
  }
  return undefined;
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}

/**
 * Creates and starts a server with the encoding and locale that Postil wants, and with fsync as it comes: on.
 * Postgres refuses to run as root, so that root runs it as the user `postgres`, or as `nobody`.
 * @param binaries the folder that findPostgres found
 */
export async function createPostgres(binaries: string): Promise<PostgresServer> {
  return openCluster(binaries, async (call, data, directory) => {
    await writeFile(join(directory, 'password'), password);
    const access = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${join(directory, 'password')}`];
    await call('initdb', '-D', data, '-E', 'UTF8', '--locale=C.UTF-8', ...access);
  });
}

type Call = (name: string, ...args: string[]) => Promise<unknown>;

/** @param fill makes the data directory */
async function openCluster(
  binaries: string,
  fill: (call: Call, data: string, directory: string) => Promise<void>,
): Promise<PostgresServer> {
  const directory = await mkdtemp(join(tmpdir(), 'postil-postgres-'));
  const owner = await findOwner();
  if (owner.uid !== undefined) await chown(directory, owner.uid, owner.gid ?? owner.uid);
  const data = join(directory, 'data');
  const port = await findFreePort();
  const call = (name: string, ...args: string[]) =>
    run(join(binaries, name), args, { ...owner, cwd: directory });

  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=300`;
  const start = async (settings: Record<string, string> = {}) => {
    const added = Object.entries(settings).map(([name, value]) => ` -c ${name}=${value}`);
    const all = `${options}${added.join('')}`;
    await call('pg_ctl', '-D', data, '-w', '-t', '60', '-l', join(directory, 'log'), '-o', all, 'start');
  };
  const stop = async (mode: 'fast' | 'immediate' = 'fast') => {
    await call('pg_ctl', '-D', data, '-w', '-t', '60', '-m', mode, 'stop');
  };
  const remove = async () => {
    if (await isFile(join(data, 'postmaster.pid'))) await stop('immediate');
    await rm(directory, { recursive: true, force: true });
  };
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  const replicate = () =>
    openCluster(binaries, async (callBeside, copy) => {
      await callBeside('pg_basebackup', '-d', url, '-D', copy, '-R', '-c', 'fast', '-X', 'stream');
    });
  const signal = async (name: 'SIGSTOP' | 'SIGCONT') => {
    const [first = ''] = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n');
    const children = await readFile(`/proc/${first}/task/${first}/children`, 'utf8');
    for (const pid of [first, ...children.trim().split(' ')]) process.kill(Number(pid), name);
  };
  const promote = async () => {
    await call('pg_ctl', '-D', data, '-w', '-t', '60', 'promote');
  };
  try {
    await fill(call, data, directory);
    await start();
  } catch (error) {
    await remove();
    throw error;
  }
  return { url, data, start, stop, signal, replicate, promote, remove };
}

/** Who is to run Postgres and PgBouncer: whoever runs this, except root. */
export async function findOwner(): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const [, , uid, gid] =
    ['postgres', 'nobody']
      .map((name) => lines.find(([user]) => user === name))
      .find((line) => line !== undefined) ?? [];
  return uid === undefined ? {} : { uid: Number(uid), gid: Number(gid) };
}

export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { findFreePort, findOwner } from './postgres.ts';

/** A PgBouncer of our own in front of one database, on a free port and in a temporary directory. */
export interface PgBouncer {
  url: string;
  stop(): Promise<void>;
}

/** Debian keeps it where only root looks. */
const searched = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };
export const hasPgBouncer = spawnSync('pgbouncer', ['--version'], { env: searched }).status === 0;
export const noPgBouncer = 'there is no pgbouncer on this machine';

/**
 * Starts one by the configuration of docs/database.md, with the places and the mode of its lines replaced.
 * @param database the address that it leads to
 */
export async function startPgBouncer(
  database: string,
  mode: 'session' | 'transaction',
  more: Record<string, string> = {},
): Promise<PgBouncer> {
  const { hostname, port: serverPort, pathname, username, password } = new URL(database);
  const directory = await mkdtemp(join(tmpdir(), 'postil-pgbouncer-'));
  const owner = await findOwner();
  const port = await findFreePort();
  const documentation = await readFile('docs/database.md', 'utf8');
  const [, documented = ''] = /```ini\n(.*?)```/s.exec(documentation) ?? [];
  const replaced: Record<string, string> = {
    postil: `host=${hostname} port=${serverPort} dbname=${pathname.slice(1)}`,
    listen_port: `${port}`,
    auth_file: join(directory, 'userlist.txt'),
    pool_mode: mode,
    ...more,
  };
  const lines = documented.split('\n').map((line) => {
    const [name = ''] = line.split(' = ');
    return replaced[name] === undefined ? line : `${name} = ${replaced[name]}`;
  });
  // Nothing else: no socket in /tmp that another one may have.
  const added = Object.keys(more).filter((name) => !documented.includes(`\n${name} = `));
  lines.push(...added.map((name) => `${name} = ${more[name]}`), 'unix_socket_dir =', '');
  await writeFile(join(directory, 'pgbouncer.ini'), lines.join('\n'));
  await writeFile(join(directory, 'userlist.txt'), `"${username}" "${password}"\n`);
  for (const path of [directory, join(directory, 'pgbouncer.ini'), join(directory, 'userlist.txt')])
    if (owner.uid !== undefined) await chown(path, owner.uid, owner.gid ?? owner.uid);
  const child = spawn('pgbouncer', [join(directory, 'pgbouncer.ini')], {
    ...owner,
    env: searched,
    stdio: 'ignore',
  });
  const url = `postgres://${username}:${password}@127.0.0.1:${port}/postil`;
  await untilServing(child, url);
  const ended = once(child, 'close');
  return {
    url,
    async stop() {
      child.kill('SIGKILL');
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function untilServing(child: ChildProcess, url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`pgbouncer ended with code ${child.exitCode}`);
    const sql = postgres(url, { max: 1, fetch_types: false, prepare: false, connect_timeout: 5 });
    try {
      await sql.unsafe('select 1');
      return;
    } catch {
      await sleep(50);
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
  throw new Error('pgbouncer does not serve');
}

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

const has = (program: string, flag: string) => spawnSync(program, [flag]).status === 0;

/** Why tests with a program are skipped; false when it is there. */
export const withoutNginx = has('nginx', '-v') ? false : 'there is no nginx on this machine';
export const withoutCaddy = has('caddy', 'version') ? false : 'there is no Caddy on this machine';

/** A port that nobody listens on. */
export async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A configuration of deploy/, for these ports of this machine. */
export async function readDeployment(file: string, port: number, upstream: number): Promise<string> {
  const text = await readFile(`deploy/${file}`, 'utf8');
  return text
    .replaceAll(/10\.0\.0\.1[12]:3000/g, `127.0.0.1:${upstream}`)
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('api.example.org {', `http://api.example.org:${port} {\n\tbind 127.0.0.1`);
}

/** Runs nginx with what stands in its http block, until the tests of the file are over. */
export async function startNginx(port: number, block: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'postil-nginx-'));
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const text = `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;
events {}
http {
access_log off;
${paths.join('\n')}
${block.replaceAll('/var/cache/nginx/postil', `${folder}/cache`)}
}
`;
  await writeFile(join(folder, 'nginx.conf'), text);
  await run(
    spawn('nginx', ['-p', folder, '-c', 'nginx.conf'], { stdio: ['ignore', 'ignore', 'pipe'] }),
    port,
    folder,
  );
}

/** Runs Caddy with a configuration, until the tests of the file are over. */
export async function startCaddy(port: number, text: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'postil-caddy-'));
  await writeFile(join(folder, 'Caddyfile'), `{\n\tadmin off\n\tauto_https off\n}\n${text}`);
  const { PATH = '' } = process.env;
  const env = { PATH, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const args = ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'];
  await run(spawn('caddy', args, { env, stdio: ['ignore', 'ignore', 'pipe'] }), port, folder);
}

async function run(child: ChildProcess, port: number, folder: string): Promise<void> {
  let told = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  after(async () => {
    if (child.exitCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  });
  while (!(await isListening(port))) {
    if (child.exitCode !== null) throw new Error(`The proxy ended: ${told}`);
    await sleep(50);
  }
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const isOpen = await Promise.race([
    once(socket, 'connect').then(() => true),
    new Promise<boolean>((resolve) => socket.once('error', () => resolve(false))),
  ]).catch(() => false);
  socket.destroy();
  return isOpen;
}

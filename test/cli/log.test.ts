import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { connect, createServer, Socket } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { unlimited } from '../../src/limits/limits.ts';
import { serverUrl } from '../support/database.ts';
import { cleanUp, makeFolder, makePlace } from '../support/process.ts';
import { programArguments } from '../support/program.ts';

/** More lines than fit into a pipe and into what waits for it. */
const many = 2000;
const longPath = `/${'x'.repeat(900)}`;
const options = { timeout: 120_000 };
let place: Record<string, string>;
let folder: string;
const agent = new Agent({ keepAlive: true, maxSockets: 16 });

before(async () => {
  place = { ...(await makePlace()), SAMPLE_CONTENT: 'false', ADMIN_KEY: 'k'.repeat(32) };
  folder = await makeFolder();
});
after(async () => {
  agent.destroy();
  await cleanUp();
});

test('a log on a full device costs no request its answer', options, async () => {
  const full = openSync('/dev/full', 'w');
  const server = await start(full);
  closeSync(full);
  await askMany(server.port);
  await end(server);
});

test(
  'a pipe that nobody reads costs lines, whose number is logged when it is read again',
  options,
  async () => {
    const { reader, writer } = openPipe('unread');
    const server = await start(writer);
    closeSync(writer);
    await askMany(server.port);
    const log = new Socket({ fd: reader, readable: true, writable: false }).setEncoding('utf8');
    let read = '';
    log.on('data', (text: string) => {
      read += text;
    });
    while (!read.includes('"lost":')) await sleep(20);
    const { status } = await ask(server.port, '/health/live');
    assert.equal(status, 200);
    const closed = once(log, 'close');
    await end(server);
    await closed;
    const lines = readLines(read);
    const lost = lines.reduce((sum, line) => sum + Number(line.lost ?? 0), 0);
    const requests = lines.filter(({ path }) => path === longPath);
    assert.ok(lost > 0);
    assert.equal(requests.length + lost, many);
    assert.equal(lines.filter(({ path }) => path === '/health/live').at(-1)?.status, 200);
  },
);

test('a pipe whose reader is gone costs no request its answer, nor the exit its code', options, async () => {
  const { reader, writer } = openPipe('closed');
  const server = await start(writer);
  closeSync(writer);
  closeSync(reader);
  await askMany(server.port);
  await end(server);
});

test('a disk that is full costs lines, and has whole lines and their number when there is room again', {
  ...options,
  skip: process.getuid?.() !== 0 && 'only root can mount a small disk',
}, async (context) => {
  const disk = join(folder, 'disk');
  await mkdir(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    return context.skip('this machine mounts nothing');
  }
  try {
    const [filler, file] = [join(disk, 'filler'), join(disk, 'log')];
    execFileSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=1024', 'count=3900'], { stdio: 'ignore' });
    const log = openSync(file, 'a');
    const server = await start(log);
    closeSync(log);
    await askMany(server.port);
    assert.ok(statSync(file).size < 512 * 1024);
    rmSync(filler);
    while (!readFileSync(file, 'utf8').includes('"lost":')) await sleep(50);
    await end(server);
    const lines = readLines(readFileSync(file, 'utf8'));
    const lost = lines.reduce((sum, line) => sum + Number(line.lost ?? 0), 0);
    assert.equal(lines.filter(({ path }) => path === longPath).length + lost, many);
  } finally {
    execFileSync('umount', ['-l', disk]);
  }
});

test(
  'every line of the log is JSON without a key twice or a control character, whatever is asked',
  options,
  async () => {
    const file = join(folder, 'strange');
    const log = openSync(file, 'a');
    const server = await start(log);
    closeSync(log);
    const secret = 'planted-secret';
    const trace = '0af7651916cd43dd8448eb211c80319c';
    const heads = [
      'GET /health/live HTTP/1.1\r\nHost: x',
      'GET /nowhere HTTP/1.1\r\nHost: x',
      'PUT /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 0',
      'DELETE /v1/reviews HTTP/1.1\r\nHost: x',
      'GET /v1/reviews/%ff HTTP/1.1\r\nHost: x',
      'GET /%zz HTTP/1.1\r\nHost: x',
      'GET /v1/reviews HTTP/1.1',
      'OPTIONS * HTTP/1.1\r\nHost: x',
      'QUERY / HTTP/1.1\r\nHost: x',
      `GET http://user:${secret}@host/health/live HTTP/1.1\r\nHost: x`,
      `GET http://user:${secret}@host HTTP/1.1\r\nHost: x`,
      `GET /v1/reviews?q=${secret} HTTP/1.1\r\nHost: ${secret}\r\nUser-Agent: ${secret}\r\nCookie: ${secret}`,
      `GET /v1/reviews HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${secret}`,
      `GET /\x9b31m\xff\xe2\x80\xae HTTP/1.1\r\nHost: x`,
      `GET /${'a/'.repeat(4000)} HTTP/1.1\r\nHost: x`,
      `GET /traced HTTP/1.1\r\nHost: x\r\ntraceparent: 00-${trace}-b7ad6b7169203331-01`,
      `GET /untraced HTTP/1.1\r\nHost: x\r\ntraceparent: 00-${trace}-${secret}`,
      `GET /untraced HTTP/1.1\r\nHost: x\r\ntraceparent: 00-${trace}-b7ad6b7169203331-01\r\ntraceparent: 00-${trace}-b7ad6b7169203331-01`,
    ];
    for (const head of heads) await sendRaw(server.port, `${head}\r\nConnection: close\r\n\r\n`);
    const byte = fc.integer({ min: 0x21, max: 0xff }).map((code) => String.fromCharCode(code));
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: byte, maxLength: 60 }), async (path) => {
        await sendRaw(server.port, `GET /${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      }),
      { numRuns: 100 },
    );
    await end(server);

    const text = readFileSync(file, 'utf8');
    assert.doesNotMatch(text, /[^\n\x20-\x7e]/, 'printable ASCII');
    assert.ok(!text.includes(secret));
    const lines = readLines(text);
    const requests = lines.filter(({ msg }) => msg === 'request');
    assert.ok(requests.length > heads.length);
    for (const line of requests) assert.ok(`${line.path}`.startsWith('/') || line.path === '*');
    assert.ok(Math.max(...text.split('\n').map(({ length }) => length)) < 1500);
    assert.deepEqual(
      requests.filter(({ path }) => `${path}`.includes('traced')).map(({ path, traceId }) => [path, traceId]),
      [
        ['/traced', trace],
        ['/untraced', undefined],
        ['/untraced', undefined],
      ],
    );
  },
);

test('every line of a log for people says the time, the level and what happened', options, async () => {
  const file = join(folder, 'pretty');
  const log = openSync(file, 'a');
  const server = await start(log, { LOG_FORMAT: 'pretty' });
  closeSync(log);
  await ask(server.port, '/nowhere');
  await end(server);
  const lines = readFileSync(file, 'utf8').split('\n');
  assert.ok(lines.some((line) => /^\[\d\d:\d\d:\d\d\.\d{3}\] INFO: request$/.test(line)));
  assert.ok(lines.includes('    path: "/nowhere"'));
  const greeting = /^(Postil is ready\.$| {2}(Reviews|Docs) +http)/;
  for (const line of lines.filter((one) => !greeting.test(one)))
    assert.match(line, /^(\[\d\d:\d\d:\d\d\.\d{3}\] [A-Z]+: | {4}\w+: |$)/);
});

test('on a terminal the log is for people, unless JSON is asked for', {
  ...options,
  skip: !existsSync('/usr/bin/script') && 'there is no script(1), which makes terminals',
}, async () => {
  const command = [process.execPath, ...programArguments('src/main'), 'serve'].join(' ');
  const { PATH = '', HOME = '' } = process.env;
  const startOnTerminal = (variables: Record<string, string>) =>
    spawnSync('script', ['-qec', command, '/dev/null'], {
      env: {
        ...{ PATH, HOME, ...place, ...variables },
        ...{ DATABASE_URL: 'postgres://127.0.0.1:1/nowhere', START_TIMEOUT_MS: '300' },
      },
      encoding: 'utf8',
    }).stdout;
  assert.match(startOnTerminal({}), /^\[\d\d:\d\d:\d\d\.\d{3}\] \S*INFO/);
  assert.match(startOnTerminal({ LOG_FORMAT: 'json' }), /^\{"level":30,/);
});

test('workers that share a pipe whose reader is slow write whole lines, and none is missing uncounted', {
  ...options,
  skip: serverUrl === undefined && 'the embedded engine serves one process',
}, async () => {
  const { reader, writer } = openPipe('shared');
  const server = await start(writer, { WORKERS: '2' });
  closeSync(writer);
  let read = '';
  const log = new Socket({ fd: reader, readable: true, writable: false }).setEncoding('utf8');
  log.on('data', (text: string) => {
    read += text;
    log.pause();
    setTimeout(() => log.resume(), 30);
  });
  await askMany(server.port);
  const closed = once(log, 'close');
  await end(server);
  await closed;
  const lines = readLines(read);
  const lost = lines.reduce((sum, line) => sum + Number(line.lost ?? 0), 0);
  assert.equal(lines.filter(({ path }) => path === longPath).length + lost, many);
  assert.ok(new Set(lines.map(({ pid }) => pid)).size > 2);
});

interface Logging {
  child: ChildProcess;
  port: number;
}

/** Starts the service with a descriptor as its standard output. */
async function start(stdout: number, variables: Record<string, string> = {}): Promise<Logging> {
  const port = await findFreePort();
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  const child = spawn(process.execPath, [...programArguments('src/main'), 'serve'], {
    env: {
      ...{ PATH, HOME, ...(TMPDIR ? { TMPDIR } : {}), ...place, ...variables, PORT: `${port}` },
      ...Object.fromEntries(Object.entries(unlimited).map(([name, value]) => [name, `${value}`])),
    },
    stdio: ['ignore', stdout, 'inherit'],
  });
  after(() => child.kill('SIGKILL'));
  for (;;) {
    assert.equal(child.exitCode, null, 'the service has ended');
    if ((await ask(port, '/health/live').catch(() => null))?.status === 200) return { child, port };
    await sleep(50);
  }
}

async function end({ child }: Logging): Promise<void> {
  child.kill('SIGTERM');
  const [code] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode];
  assert.equal(code, 0);
}

/** Asks so often, over kept connections: each has to be answered. */
async function askMany(port: number): Promise<void> {
  const answers = await Promise.all(Array.from({ length: many }, () => ask(port, longPath)));
  assert.deepEqual(
    answers.filter(({ status }) => status !== 404),
    [],
  );
}

function ask(port: number, path: string): Promise<{ status: number | undefined }> {
  return new Promise((resolve, reject) => {
    request({ port, path, agent }, (response) => {
      response.resume().on('end', () => resolve({ status: response.statusCode }));
    })
      .on('error', reject)
      .end();
  });
}

function sendRaw(port: number, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1').on('error', reject);
    socket.on('close', () => resolve()).resume();
    socket.write(text, 'latin1');
  });
}

function openPipe(name: string) {
  const file = join(folder, name);
  execFileSync('mkfifo', [file]);
  const reader = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  return { reader, writer: openSync(file, constants.O_WRONLY) };
}

/** The lines of a log, each held against the rule that no member has a name twice. */
function readLines(text: string): Record<string, unknown>[] {
  assert.ok(text.endsWith('\n'));
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => {
      const names = [...line.matchAll(/[{,]("(?:[^"\\]|\\.)*"):/g)].map(([, name]) => name);
      assert.equal(new Set(names).size, names.length, line);
      return JSON.parse(line);
    });
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

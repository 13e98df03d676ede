import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import postgres from 'postgres';
import {
  DataDirectoryBusy,
  type EmbeddedDatabase,
  EmbeddedDatabaseError,
  type EmbeddedOptions,
  startEmbedded,
} from '../../../src/db/embedded/embedded.ts';
import { copyTemplate } from '../../support/database.ts';
import { programArguments } from '../../support/program.ts';

const writerProgram = programArguments('test/support/embedded-writer');
let folder: string;
const cleanups: (() => Promise<unknown>)[] = [];

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'embedded-'));
  process.env.TMPDIR = folder;
});

after(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
  await rm(folder, { recursive: true, force: true });
});

test('data survive a stop and a start, and the socket goes with the engine', async () => {
  const directory = await makeDirectory();
  const first = await start(directory);
  const sql = connect(first);
  await sql`create table notes as select 1 as id`;
  await first.stop();
  await first.stop();
  assert.deepEqual(await listRooms(), []);
  assert.deepEqual(await readdir(directory), ['postgres']);

  const second = await start(directory);
  assert.deepEqual([...(await connect(second)`select id from notes`)], [{ id: 1 }]);
  await second.stop();
});

test('a second process is refused while the first lives, and has every acknowledged write after its kill -9', async () => {
  const directory = await makeDirectory();
  const writer = spawnWriter(directory);
  await writer.waitForLines(100);
  await assert.rejects(startEmbedded(directory), (error) => {
    assert.ok(error instanceof DataDirectoryBusy);
    assert.equal(
      error.message,
      `The data directory ${directory} is in use by another Postil process. ` +
        'Stop it, or go through its API: add --url http://… and --key … to the command.',
    );
    return true;
  });
  await writer.waitForLines(401);
  const acknowledged = await writer.kill();

  const embedded = await start(directory);
  const rows = await connect(embedded)`select id from writes`;
  const stored = new Set(rows.map((row) => row.id));
  assert.ok(acknowledged.length >= 400);
  assert.deepEqual(
    acknowledged.filter((id) => !stored.has(id)),
    [],
  );
  await embedded.stop();
  assert.deepEqual(await listRooms(), [], 'the folder of the dead one is gone too');
});

test('of two processes that start at once on the directory of a dead one, one is refused', async () => {
  const directory = await makeDirectory();
  const dead = spawnWriter(directory);
  await dead.waitForLines(1);
  await dead.kill();

  const rivals = [spawnWriter(directory), spawnWriter(directory)];
  const said = await Promise.all(rivals.map((rival) => rival.waitForLines(1)));
  assert.deepEqual(said.map((lines) => lines[0]).sort(), ['busy', 'ready']);
  await Promise.all(rivals.map((rival) => rival.kill()));
});

test('on ten connections every statement gets its own answer, inside transactions and between them', async () => {
  const embedded = await start(await makeDirectory());
  const sql = connect(embedded);
  const answers = await Promise.all(
    Array.from({ length: 600 }, async (_, number) => {
      if (number % 5 === 0) {
        return sql.begin(async (tx) => {
          const [first] = await tx`select ${number}::int as number`;
          const [second] = await tx`select ${first?.number}::int as number`;
          return second?.number;
        });
      }
      if (number % 7 === 0) {
        await assert.rejects(sql`select ${number}::int / ${0}::int`, { code: '22012' });
        return number;
      }
      const [row] =
        number % 2
          ? await sql`select ${number}::int as number`
          : await sql`select ${'x'} as x, ${number}::int as number`;
      return row?.number;
    }),
  );
  assert.deepEqual(
    answers,
    Array.from(answers, (_, number) => number),
  );
  const [texts] = await sql`select show_trgm('선형') as trigrams, 'a' collate "und-x-icu" as letter`;
  assert.ok(texts?.trigrams.length > 0, 'Hangul has trigrams');
  assert.equal(texts?.letter, 'a');
  await embedded.stop();
});

test('the end of the engine is told with its reason', { timeout: 20_000 }, async () => {
  let tell: (error: Error) => void;
  const told = new Promise<Error>((resolve) => {
    tell = resolve;
  });
  const directory = await makeDirectory();
  const embedded = await start(directory, { onExit: (error) => tell(error) });
  // Postgres panics, as it does on a full disk.
  await rm(join(directory, 'postgres', 'global', 'pg_control'));
  await assert.rejects(connect(embedded)`checkpoint`, { code: 'CONNECTION_CLOSED' });
  const error = await told;
  assert.ok(error instanceof EmbeddedDatabaseError);
  assert.match(error.message, /^The embedded database ended: could not open file .*pg_control"/);
  await embedded.stop();
});

test('a directory that cannot be opened is refused with one line', async () => {
  const file = join(folder, 'file');
  await writeFile(file, '');
  await refuse(file, /^The data directory \S+file cannot be used: .*EEXIST/);

  const newer = await makeDirectory();
  await writeFile(join(newer, 'postgres', 'PG_VERSION'), '99\n');
  await refuse(newer, /initialized by PostgreSQL version 99, which is not compatible with this version/);

  const damaged = await makeDirectory();
  await writeFile(join(damaged, 'postgres', 'global', 'pg_control'), 'x');
  await refuse(damaged, /cannot be used: could not read file "global\/pg_control"/);

  await rm(join(damaged, 'postgres', 'PG_VERSION'));
  await refuse(damaged, /PG_VERSION is missing/);
  assert.ok(existsSync(join(damaged, 'postgres', 'global')), 'nothing is made over it');
});

async function refuse(directory: string, line: RegExp): Promise<void> {
  await assert.rejects(startEmbedded(directory), (error) => {
    assert.ok(error instanceof EmbeddedDatabaseError);
    assert.match(error.message, line);
    assert.doesNotMatch(error.message, /\n/);
    return true;
  });
}

async function makeDirectory(): Promise<string> {
  const directory = await mkdtemp(join(folder, 'data-'));
  await copyTemplate(directory);
  return directory;
}

/** The private folders of engines, which hold their sockets. */
async function listRooms(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.startsWith('postil-'));
}

async function start(directory: string, options?: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const embedded = await startEmbedded(directory, options);
  cleanups.push(() => embedded.stop());
  return embedded;
}

function connect({ connection }: EmbeddedDatabase): postgres.Sql {
  const sql = postgres({
    ...connection,
    user: 'postgres',
    database: 'postgres',
    max: 10,
    onnotice: () => undefined,
  });
  cleanups.push(() => sql.end({ timeout: 1 }));
  return sql;
}

function spawnWriter(directory: string) {
  const child: ChildProcess = spawn(process.execPath, [...writerProgram, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  const lines: string[] = [];
  const output = createInterface({ input: child.stdout ?? assert.fail() });
  output.on('line', (line) => lines.push(line));
  const kill = async () => {
    child.kill('SIGKILL');
    await closed;
    return lines.filter((line) => line !== 'ready');
  };
  cleanups.push(kill);
  const waitForLines = async (count: number) => {
    while (lines.length < count) {
      await Promise.race([
        once(output, 'line'),
        closed.then(() => assert.ok(lines.length >= count, 'the writer ended')),
      ]);
    }
    return lines;
  };
  return { waitForLines, kill };
}

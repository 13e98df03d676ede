import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { type Block, readDocuments } from '../support/documents.ts';
import { Clone } from '../support/examples.ts';
import { applyDiff, leaveOut } from '../support/line-diff.ts';
import { Checker } from '../support/type-checker.ts';

const run = promisify(execFile);
const { text = '', blocks = [] } =
  readDocuments().find(({ path }) => path === 'docs/add-a-resource.md') ?? {};
const namedBlocks = (language: string) =>
  blocks.filter((block) => block.language === language && /^(src|test)\//.test(block.note));
const added = namedBlocks('ts');
const changed = namedBlocks('diff');

const clone = new Clone();
after(() => clone.remove());
const pathOf = (file: string) => join(clone.folder, file);
const original = new Map<string, string>();

/** Writes a file of the copy with its change, or with less of it. */
const write = ({ note }: Block, diff: string) =>
  writeFile(pathOf(note), applyDiff(original.get(note) ?? '', diff, note));

before(async () => {
  await clone.prepare();
  for (const { note, text } of added) {
    await mkdir(dirname(pathOf(note)), { recursive: true });
    await writeFile(pathOf(note), `${text}\n`);
  }
  for (const block of changed) {
    original.set(block.note, await readFile(pathOf(block.note), 'utf8'));
    await write(block, block.text);
  }
});

test('the example changes at most eight files beside its own folder, its test and what is generated', () => {
  const own = /^(src|test)\/resources\/collections[/.]/;
  const files = [...added, ...changed].map(({ note }) => note).filter((file) => !own.test(file));
  assert.equal(new Set(files).size, files.length);
  assert.ok(files.length > 0 && files.length <= 8, files.join(', '));
});

test('the example compiles, and is formatted', async () => {
  assert.deepEqual(new Checker(clone.folder, sources()).findFaults(), []);
  const files = [...added, ...changed].map(({ note }) => note);
  // It fails with what it would format.
  await run(resolve('node_modules/.bin/biome'), ['check', '--error-on-warnings', ...files], {
    cwd: clone.folder,
  });
});

test("the example's own tests pass on the migration that is generated", async () => {
  await run(resolve('node_modules/.bin/drizzle-kit'), ['generate', '--name', 'collections'], {
    cwd: clone.folder,
  });
  const own = added.filter(({ note }) => note.startsWith('test/'));
  assert.equal(own.length, 1);
  for (const { note, text } of own)
    assert.deepEqual(await runTests(note), { passed: text.match(/^test\(/gm)?.length, failed: [] });
});

/** Runs a test file of the copy by itself, on the embedded engine. */
async function runTests(file: string): Promise<{ passed: number; failed: string[] }> {
  const { TEST_DATABASE_URL: _, NODE_TEST_CONTEXT: __, ...env } = process.env;
  const flags = ['--liftoff-only', '--import', 'tsx', '--test-reporter=tap'];
  // The template of its database goes with the copy.
  const TMPDIR = pathOf('tmp');
  await mkdir(TMPDIR, { recursive: true });
  const running = run(process.execPath, [...flags, file], { cwd: clone.folder, env: { ...env, TMPDIR } });
  const { stdout } = (await running.catch((failure) => failure)) as { stdout: string };
  const [, passed] = /^# pass (\d+)$/m.exec(stdout) ?? assert.fail(`${file}: ${stdout}`);
  return {
    passed: Number(passed),
    failed: Array.from(stdout.matchAll(/^not ok \d+ - (.*)$/gm), ([, name = '']) => name),
  };
}

/** The rows of the last section: what is left out, and where that is found. */
const rows = [...text.matchAll(/^\| `(src\/[^`]+)`(?:, `([^`]+)`)? \| (.*) \|$/gm)].map(
  ([, file = '', line, found = '']) => ({
    ...{ file, line, found },
    inFile: /^the compiler, in `([^`]+)`$/.exec(found)?.[1],
    byTest: /^`test\/entities\.test\.ts`: (.*)$/.exec(found)?.[1],
  }),
);
/** Looks at the copy without what a row leaves out. */
async function without<T>({ file, line }: (typeof rows)[number], look: () => T): Promise<Awaited<T>> {
  const block = changed.find(({ note }) => note === file) ?? assert.fail(`no block changes ${file}`);
  await write(block, line === undefined ? '' : leaveOut(block.text, line));
  const seen = await look();
  await write(block, block.text);
  return seen;
}

test('what the compiler finds by the last section, it finds', async () => {
  const checker = new Checker(clone.folder, sources());
  const compiled = rows.filter(({ inFile }) => inFile !== undefined);
  assert.ok(compiled.length > 6);
  for (const row of compiled)
    assert.notDeepEqual(await without(row, () => checker.findFaults(row.inFile)), [], row.found);
});

test('what a test finds by the last section, that test finds, and no other of the registry', async () => {
  const tested = rows.filter(({ byTest }) => byTest !== undefined);
  assert.ok(tested.length > 4);
  for (const row of tested) {
    const { failed } = await without(row, () => runTests('test/entities.test.ts'));
    assert.deepEqual(failed, [row.byTest], `without ${row.line ?? 'the change of'} ${row.file}`);
  }
});

test('every file that the example changes has a row in the last section, and each row says who finds it', () => {
  assert.deepEqual(
    changed.map(({ note }) => note).filter((note) => !rows.some(({ file }) => file === note)),
    [],
  );
  assert.deepEqual(
    rows.filter(({ inFile, byTest }) => inFile === undefined && byTest === undefined),
    [],
  );
});

const sources = () => ['src', ...added.map(({ note }) => note)];

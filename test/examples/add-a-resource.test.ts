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

/** The rows of the last section that the compiler finds: what is left out, and the file that does not compile. */
const rows = [...text.matchAll(/^\| `(src\/[^`]+)`(?:, `([^`]+)`)? \| the compiler, in `([^`]+)` \|$/gm)].map(
  ([, file = '', line, inFile = '']) => ({ file, line, inFile }),
);

test('what the compiler finds by the last section, it finds', async () => {
  assert.ok(rows.length > 6);
  const checker = new Checker(clone.folder, sources());
  for (const { file, line, inFile } of rows) {
    const block = changed.find(({ note }) => note === file);
    assert.ok(block, file);
    await write(block, line === undefined ? '' : leaveOut(block.text, line));
    assert.notDeepEqual(checker.findFaults(inFile), [], `without ${line ?? 'the change of'} ${file}`);
    await write(block, block.text);
  }
});

const sources = () => ['src', ...added.map(({ note }) => note)];

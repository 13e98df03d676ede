import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { generatedFiles } from '../scripts/documents.ts';
import { type Document, readDocuments } from './support/documents.ts';

const documents = readDocuments();
const byPath = new Map(documents.map((document) => [document.path, document]));
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  version: string;
  engines: { node: string };
  scripts: Record<string, string>;
};

/** What a test finds in the documents, as lines for its message. */
const findIn = (find: (document: Document) => string[]) =>
  documents.flatMap((document) => find(document).map((found) => `${document.path}: ${found}`));

for (const [file, write] of Object.entries(generatedFiles))
  test(`the generated parts of ${file} are current`, async () => {
    assert.ok(readFileSync(file, 'utf8') === (await write(file)), 'run npm run docs');
  });

test('every link between documents leads to a file and a heading that are there', () => {
  assert.ok(documents.flatMap(({ links }) => links).length > 50);
  const broken = findIn(({ links }) =>
    links
      .filter(({ path, anchor }) => !(anchor ? byPath.get(path)?.anchors.includes(anchor) : existsSync(path)))
      .map(({ path, anchor }) => `${path}#${anchor ?? ''}`),
  );
  assert.deepEqual(broken, []);
});

test('docs/README.md leads to every document of docs/', () => {
  const linked = byPath.get('docs/README.md')?.links.map(({ path }) => path);
  const inDocs = documents.map(({ path }) => path).filter((path) => path.startsWith('docs/'));
  assert.ok(inDocs.length > 10);
  assert.deepEqual(
    inDocs.filter((path) => path !== 'docs/README.md' && !linked?.includes(path)),
    [],
  );
});

test('README has at most 8 KB', () => {
  assert.ok((byPath.get('README.md')?.text ?? '').length < 8000);
});

test('every file that a document names by its path is there', () => {
  const path = /^(src|test|docs|scripts|deploy|bench|drills|examples|migrations|openapi)\/[\w./-]*$/;
  assert.deepEqual(
    findIn(({ codes }) => codes.filter((code) => path.test(code) && !existsSync(code))),
    [],
  );
});

test('docs/architecture.md tells of every folder and file of src', () => {
  const { codes = [] } = byPath.get('docs/architecture.md') ?? {};
  assert.deepEqual(
    readdirSync('src').filter((name) => !codes.some((code) => code.replace(/\/$/, '') === `src/${name}`)),
    [],
  );
});

test('every script that a document names is in package.json', () => {
  const named = findIn(({ text }) =>
    [...text.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name = '']) => name),
  );
  assert.ok(named.length > 20);
  assert.deepEqual(
    named.filter((one) => manifest.scripts[one.split(': ')[1] ?? ''] === undefined),
    [],
  );
});

test('versions in documents are those of package.json', () => {
  const lowest = manifest.engines.node.replace('>=', '');
  const wrong = documents
    .filter(({ path }) => !['bench/README.md', 'CHANGELOG.md'].includes(path))
    .flatMap(({ path, text }) => [
      ...[...text.matchAll(/\bNode (\d+\.[\d.]*\d)/g)]
        .filter(([, version]) => version !== lowest)
        .map(([found]) => `${path}: ${found}, not ${lowest}`),
      ...[...text.matchAll(/(?<![\d.]|RFC \d+, )\d+\.\d+\.\d+(?![\d.]|\/)/g)]
        .filter(([found]) => found !== manifest.version)
        .map(([found]) => `${path}: ${found}`),
    ]);
  assert.deepEqual(wrong, []);
});

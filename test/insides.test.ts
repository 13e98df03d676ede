import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { drizzle } from 'drizzle-orm/postgres-js';
import { boundHeap, keepHeapTight } from '../src/runtime/heap.ts';

const [, section = ''] = readFileSync('docs/architecture.md', 'utf8').split('## Insides of others\n');
const rows = section
  .split('\n')
  .filter((line) => line.startsWith('| `src/'))
  .map((line) => line.slice(2, -2).split(' | '));
const codes = (text = '') => Array.from(text.matchAll(/`([^`]+)`/g), ([, code = '']) => code);
const places = rows.flatMap(([where]) => codes(where));

test('every place that relies on the insides of others is there, as are the tests that notice an upgrade', () => {
  assert.ok(rows.length > 7);
  for (const row of rows) {
    assert.equal(row.length, 5, row[0]);
    assert.ok(row.every((cell) => cell.trim() !== ''));
    for (const path of [...codes(row[0]), ...codes(row[3])]) assert.ok(existsSync(path), path);
  }
});

/** The versions of packages for which the places were tried. */
const tried: Record<string, string> = {
  fastify: '5',
  postgres: '3.4.9',
  'drizzle-orm': '0.45.4',
  '@electric-sql/pglite': '0.5.14',
  '@electric-sql/pglite-socket': '0.2.17',
  katex: '0.16.47',
  'micromark-extension-gfm-table': '2.1.1',
};

test('the versions for which the places were tried are those that are installed', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const named = rows.flatMap(([, what]) => codes(what)).filter((code) => code in manifest.dependencies);
  assert.deepEqual([...new Set(named)].sort(), Object.keys(tried).sort());
  for (const [name, version] of Object.entries(tried)) {
    const installed = JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8')).version;
    assert.ok(
      `${installed}.`.startsWith(`${version}.`),
      `${name} is ${installed}: read what changed, try its places in docs/architecture.md, and name it here`,
    );
  }
  const node = Number(process.versions.node.split('.')[0]);
  assert.ok(node >= 20 && node <= 24, `Node ${node} was not tried`);
});

test('nothing else reaches into the insides of others: no other member whose name begins with an underscore, and no flag of V8', () => {
  // A field that authors of notes give that name.
  const own = ['sync/notes/inherited.ts'];
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const reaching = files.filter((file) =>
    /\._\w|\{[^}'`]*\b__\w+[:,\s]|setFlagsFromString|prototype\.\w+\.call\(/.test(
      readFileSync(join('src', file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*|`[^`]*`/g, ''),
    ),
  );
  assert.ok(reaching.length > 3);
  assert.deepEqual(
    reaching.filter(
      (file) => !own.includes(file) && !places.some((place) => `src/${file}`.startsWith(place)),
    ),
    [],
  );
});

test('V8 knows the flags of its heap', () => {
  const known = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  for (const flag of ['--heap-growing-percent', '--parallel-scavenge', '--expose-gc'])
    assert.match(known, new RegExp(`^ +${flag} `, 'm'));
  boundHeap();
  keepHeapTight()();
});

test('Drizzle keeps the client, the dialect and the statements where prepare.ts looks for them', () => {
  const client = { options: { parsers: {}, serializers: {} }, unsafe: () => undefined };
  const db = drizzle(client as never) as unknown as Record<'session', Record<string, unknown>> & {
    dialect: Record<string, unknown>;
  };
  assert.equal(db.session.client, client);
  assert.equal(typeof db.session.prepareQuery, 'function');
  assert.equal(typeof db.dialect.sqlToQuery, 'function');
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path/posix';
import { test } from 'node:test';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { files, folderOf, type Import, imports, layerOf, ownImports, texts } from '../scripts/imports.ts';
import { entityKinds } from '../src/db/schema/tables.ts';
import { programUrl } from './support/program.ts';

const resourceOf = (file: string) => /^resources\/([^/]+)\//.exec(file)?.[1];
const tell = ({ from, to }: Import) => `${from} imports ${to}`;

test('the imports of every file were found', () => {
  assert.ok(imports.length > 200);
  assert.deepEqual(ownImports.filter(({ to }) => !texts.has(to)).map(tell), []);
});

test('every folder has its layer, and imports lead downwards', () => {
  assert.deepEqual(
    files.filter((file) => layerOf(file) < 0),
    [],
    'a new folder has to be given its layer in scripts/imports.ts',
  );
  const upwards = ownImports.filter(
    ({ from, to, typeOnly }) => layerOf(to) < layerOf(from) && !(to === 'config.ts' && typeOnly),
  );
  assert.deepEqual(upwards.map(tell), []);
});

test('every package that src imports is one of production', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const missing = imports.filter(({ to, ours, typeOnly }) => {
    const [scope = '', name] = to.split('/');
    const isPackage = !ours && !typeOnly && !to.startsWith('node:');
    return isPackage && !Object.hasOwn(dependencies, scope.startsWith('@') ? `${scope}/${name}` : scope);
  });
  assert.deepEqual(missing.map(tell), []);
});

test('no imports lead round in a circle', () => {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: string[]) => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (path.includes(file) || done.has(file)) return;
    for (const { to } of ownImports.filter(({ from }) => from === file)) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  assert.deepEqual(circles, []);
});

test('wire.ts and problems.ts import nothing of ours but the catalogue of problems, and the folders of plain functions no database', () => {
  const plain = ['cache', 'content', 'limits', 'http/json'];
  const plainFiles = ['search/lexemes.ts', 'search/runs.ts', 'search/hangul.ts'];
  const wrong = ownImports.filter(
    ({ from, to, typeOnly }) =>
      (['wire.ts', 'problems.ts', 'problem-types.ts'].includes(from) && to !== 'problem-types.ts') ||
      (!typeOnly &&
        (plain.includes(folderOf(from)) || plainFiles.includes(from)) &&
        ![...plain, 'runtime'].includes(folderOf(to)) &&
        !plainFiles.includes(to)),
  );
  assert.deepEqual(wrong.map(tell), []);
});

test('query/ and db/ know no resource and no Fastify', () => {
  const allowed = {
    query: ['query', 'db', 'entities.ts', 'problems.ts', 'wire.ts', 'runtime'],
    db: ['db', 'entities.ts', 'problems.ts', 'config.ts', 'package-root.ts', 'runtime'],
  };
  const wrong = imports.filter(({ from, to, ours }) => {
    const room = folderOf(from);
    if (room !== 'query' && room !== 'db') return false;
    return ours ? !allowed[room].includes(folderOf(to)) : isFastify(to);
  });
  assert.deepEqual(wrong.map(tell), []);
});

test('kinds of entities are listed in the registry, and elsewhere by a type that names them all', () => {
  // What shows a review depends on what it was before, which the registry cannot tell.
  const registry = ['db/schema/tables.ts', 'entities.ts', 'resources/reviews/writing/effects.ts'];
  const listing = files.filter(
    (file) => entityKinds.every((kind) => texts.get(file)?.includes(`'${kind}'`)) && !registry.includes(file),
  );
  assert.deepEqual(listing, []);
});

test('routes hold no SQL, and nothing else of a resource sees a request', () => {
  const wrong = imports.filter(({ from, to, ours }) => {
    if (!resourceOf(from) || ours) return false;
    return basename(from).endsWith('routes.ts') ? /^(drizzle-orm|postgres)(\/|$)/.test(to) : isFastify(to);
  });
  assert.deepEqual(wrong.map(tell), []);
});

test("a resource imports of another's only what it has for that", () => {
  const open =
    /\/(schema|members|list|store|save)\.ts$|^resources\/(categories\/path|papers\/(connect|content|identifiers|locks|update)|redirects\/targeting|tags\/connect|reviews\/(history\/revisions|rendering\/rendering))\.ts$/;
  const wrong = ownImports.filter(({ from, to }) => {
    const other = resourceOf(to);
    return resourceOf(from) && other && other !== resourceOf(from) && !open.test(to);
  });
  assert.deepEqual(wrong.map(tell), []);
});

test('every package that a user installs is imported by the source', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const imported = new Set(imports.map(({ to }) => /^(@[^/]+\/)?[^/]+/.exec(to)?.[0]));
  // Fastify takes newer ones, which need Node 22; `overrides` do not reach into packages.
  const pinned = ['light-my-request'];
  assert.deepEqual(
    Object.keys(dependencies).filter((name) => !imported.has(name) && !pinned.includes(name)),
    [],
  );
});

test('the environment is read in config.ts only', () => {
  const readers = files.filter((file) => /\bprocess\.env\b/.test(texts.get(file) ?? ''));
  assert.deepEqual(readers, ['config.ts']);
});

test('nothing is exported by default or passed on from another file', () => {
  const passing = files.filter((file) => /^export (default|\*|\{[^}]*\} from)/m.test(texts.get(file) ?? ''));
  assert.deepEqual(passing, []);
});

test('an exported name means one thing: no two files export the same', () => {
  const exported =
    /^export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm;
  const places = new Map<string, string[]>();
  // A schema and its static type have one name in a file.
  for (const [file, text] of texts)
    for (const name of new Set(Array.from(text.matchAll(exported), ([, found = '']) => found)))
      places.set(name, [...(places.get(name) ?? []), file]);
  assert.ok(places.size > 500);
  assert.deepEqual(
    [...places]
      .filter(([, inFiles]) => inFiles.length > 1)
      .map(([name, inFiles]) => `${name}: ${inFiles.join(', ')}`),
    [],
  );
});

test('reviews/ is a folder for each concern, of at most nine files', () => {
  const folders = files.filter((file) => file.startsWith('resources/reviews/')).map((file) => dirname(file));
  assert.ok(new Set(folders).size > 5);
  const crowded = folders.filter((folder) => folders.filter((other) => other === folder).length > 9);
  assert.deepEqual([...new Set(crowded)], []);
});

test('no source file is longer than 300 lines', () => {
  const long = files.filter((file) => (texts.get(file) ?? '').split('\n').length > 301);
  assert.deepEqual(long, []);
});

test('the migrations say everything that the tables do', async () => {
  const tables = files.filter((file) => /^db\/schema\//.test(file));
  const addresses = tables.map((file) => programUrl(`src/${file.replace(/\.ts$/, '')}`));
  const modules = await Promise.all(addresses.map(({ href }) => import(href)));
  const { entries } = JSON.parse(readFileSync('migrations/meta/_journal.json', 'utf8'));
  const names: string[] = entries.map(({ tag }: { tag: string }) => tag);
  assert.deepEqual(
    names,
    readdirSync('migrations')
      .filter((name) => name.endsWith('.sql'))
      .map((name) => name.replace('.sql', ''))
      .sort(),
  );
  const newest = `migrations/meta/${names.at(-1)?.split('_')[0]}_snapshot.json`;
  const left = await generateMigration(
    JSON.parse(readFileSync(newest, 'utf8')),
    generateDrizzleJson(Object.assign({}, ...modules)),
  );
  assert.deepEqual(left, [], 'run npm run migration');
});

test('no dependency that is installed with Postil runs a script, and none is known to be bad', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { version: string; dev?: boolean; hasInstallScript?: boolean }>;
  };
  const installed = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && !dev);
  assert.ok(installed.length > 50);
  assert.deepEqual(
    installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path),
    [],
  );
  const floors: Record<string, string> = {
    // Identifiers and aliases that are not escaped.
    'drizzle-orm': '0.45.2',
    // CVE-2025-32442, CVE-2026-25223: a body past its validation; CVE-2026-25224: memory without end.
    fastify: '5.7.3',
    // CVE-2024-45813: a path that stops the process.
    'find-my-way': '9.0.1',
    // CVE-2025-69873: a pattern that stops the process.
    ajv: '8.18.0',
    // CVE-2025-5889: braces that stop the process.
    'brace-expansion': '2.0.2',
    // CVE-2025-64756: commands in names of files.
    glob: '11.1.0',
  };
  const bad = installed.filter(([path, { version }]) => {
    const floor = floors[path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)];
    return floor !== undefined && version.localeCompare(floor, 'en', { numeric: true }) < 0;
  });
  assert.deepEqual(
    bad.map(([path, { version }]) => `${path} ${version}`),
    [],
  );
});

const isFastify = (name: string) => /^(@fastify\/|fastify)/.test(name);

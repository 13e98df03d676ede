import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { getTableColumns, is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { archivedTables, leftOutTables, nameOf } from '../src/archive/tables.ts';
import { writeOpenapi } from '../src/cli/openapi.ts';
import { allEntities, type Entity } from '../src/entities.ts';
import type { Document } from './support/contract.ts';
import { programUrl } from './support/program.ts';

test('every kind has its routes and components in the document', async () => {
  const document = JSON.parse(await writeOpenapi()) as Document;
  for (const { kind, plural } of allEntities) {
    const name = `${kind[0]?.toUpperCase()}${kind.slice(1)}`;
    for (const path of [`/v1/${plural}`, `/v1/${plural}/{${kind}}`])
      assert.ok(document.paths[path]?.get, `${kind} has no route ${path}: are its routes in src/app.ts?`);
    for (const component of [name, `${name}Page`, `${name}Patch`])
      assert.ok(document.components.schemas[component], `${component} is not in src/app.ts`);
  }
});

/** The kinds whose entities refer to one by a foreign key, and so may show it. */
function referringTo({ table }: Entity): string[] {
  const refersTo = (part: PgTable) =>
    getTableConfig(part).foreignKeys.some((key) => key.reference().foreignTable === table);
  return allEntities
    .filter(({ table: own, archived }) =>
      // The parts of an entity refer to it; it refers to others of its kind by its own table.
      archived.some((part) => (own !== table || part.table === own) && refersTo(part.table)),
    )
    .map(({ kind }) => kind);
}

/** What refers to another kind, and is told by its writes. */
const toldOtherwise: Record<string, string> = {
  'review by redirect': 'leads elsewhere only when the review is moved: resources/reviews/writing/effects.ts',
};

test('an update of an entity changes the answers of the kinds that refer to it (shownIn)', () => {
  const missing = allEntities.flatMap((entity) => {
    const shownIn = entity.shownIn.map(({ kind }): string => kind);
    return referringTo(entity)
      .filter((kind) => !shownIn.includes(kind))
      .map((kind) => `${entity.kind} by ${kind}`);
  });
  assert.deepEqual(missing, Object.keys(toldOtherwise));
});

test('every unique constraint of a kind is a problem of its registry entry', () => {
  const missing = allEntities.flatMap(({ table, constraints }) => {
    const { indexes, uniqueConstraints } = getTableConfig(table);
    const names = [
      ...Object.values(getTableColumns(table)).flatMap(({ isUnique, uniqueName }) =>
        isUnique ? [uniqueName] : [],
      ),
      ...uniqueConstraints.map(({ name }) => name),
      ...indexes.flatMap(({ config }) => (config.unique ? [config.name] : [])),
    ];
    return names.filter((name) => name === undefined || !(name in constraints));
  });
  assert.deepEqual(missing, []);
});

test('every table is archived, or left out with a reason', async () => {
  const files = readdirSync('src/db/schema').map((file) => `src/db/schema/${file.replace(/\.ts$/, '')}`);
  const modules = await Promise.all(files.map((file) => import(programUrl(file).href)));
  const tables = modules
    .flatMap((module) => Object.values(module))
    .filter((value): value is PgTable => is(value, PgTable));
  const known = [...archivedTables.map(({ table }) => table), ...leftOutTables.keys()].map(nameOf).sort();
  assert.deepEqual(
    tables.map(nameOf).sort(),
    known,
    'a new table has to be given its place in src/entities.ts or src/archive/tables.ts',
  );
});

test('suggestions have an order: no two kinds have the same rank', () => {
  const ranks = allEntities.flatMap(({ suggested }) => suggested?.rank ?? []);
  assert.equal(new Set(ranks).size, ranks.length);
  assert.ok(ranks.length > 3);
});

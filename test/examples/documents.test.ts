import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { transform } from 'esbuild';
import { parse } from 'yaml';
import { readConfig } from '../../src/config.ts';
import { closeDatabase, openDatabase } from '../../src/db/driver/client.ts';
import { createTestDatabase } from '../support/database.ts';
import { type Block, readDocuments } from '../support/documents.ts';
import { Clone, isRun, noCurl } from '../support/examples.ts';

const documents = readDocuments();
const clone = new Clone();
before(() => clone.prepare());
after(() => clone.remove());

/** What is held of a block that does not run, by its language: a fault, or nothing. */
const checks: Record<string, (text: string) => unknown> = {
  sh: (text) => spawnSync('bash', ['-n'], { input: text }).stderr.toString(),
  json: (text) => void JSON.parse(text),
  yaml: (text) => void parse(text),
  js: async (text) => void (await transform(text, { loader: 'js' })),
  ts: async (text) => void (await transform(text, { loader: 'ts' })),
  sql: checkSql,
  ini: (text) => text.split('\n').find((line) => !/^(\[\w+\]|\w+ ?= ?\S.*|)$/.test(line)),
  http: (text) => text.split('\n').find((line) => !/^[\w-]+: \S/.test(line)),
  // test/examples/add-a-resource.test.ts applies these.
  diff: () => undefined,
  // test/deploy/proxies.test.ts runs these.
  nginx: () => undefined,
  caddyfile: () => undefined,
};

test('every block of code that does not run is correct in its language', async () => {
  const faults: string[] = [];
  for (const { path, blocks } of documents)
    for (const block of blocks.filter((one) => !isRun(one))) {
      const check = checks[block.language];
      const fault = check ? await Promise.resolve(block.text).then(check).catch(String) : 'unknown language';
      if (fault) faults.push(`${path}:${block.line}: ${fault}`);
    }
  assert.deepEqual(faults, []);
});

for (const { path, blocks } of documents) {
  const run = blocks.filter(isRun);
  if (run.length === 0) continue;
  test(`${path}: its ${run.length} examples run as they stand`, { skip: noCurl }, async () => {
    const printed = await clone.run(run);
    assert.equal(printed.length, run.length);
    run.forEach((block, at) => {
      const line = `${path}:${block.line}`;
      assert.doesNotMatch(printed[at] ?? '', /"data":\[\]/, `${line} finds nothing`);
      const next = blocks[blocks.indexOf(block) + 1];
      if (next?.language === 'json') assertShown(lastJson(printed[at] ?? ''), JSON.parse(next.text), line);
    });
  });
}

test('the documents have examples that run', () => {
  const count = (has: (block: Block) => boolean) =>
    documents.flatMap(({ blocks }) => blocks.filter(has)).length;
  const shell = count(({ language }) => language === 'sh');
  assert.ok(count(isRun) >= 30, `${count(isRun)} of ${shell} blocks of sh run`);
});

const lastJson = (printed: string) => JSON.parse(printed.trim().split('\n').at(-1) ?? '');

/** Holds an answer against what a document shows of it: members may be left out there, and `…` stands for any value. */
function assertShown(answer: unknown, shown: unknown, where: string): void {
  if (shown === '…') assert.notEqual(answer ?? undefined, undefined, where);
  else if (typeof shown !== 'object' || shown === null) assert.equal(answer, shown, where);
  else if (Array.isArray(shown)) {
    assert.equal((answer as unknown[]).length, shown.length, where);
    for (const [at, one] of shown.entries()) assertShown((answer as unknown[])[at], one, `${where} ${at}`);
  } else
    for (const [name, value] of Object.entries(shown))
      assertShown((answer as Record<string, unknown>)[name], value, `${where} ${name}`);
}

/** PL/pgSQL parses the statements of a block when it is made, also those that are never reached. */
async function checkSql(text: string): Promise<void> {
  const { connection, drop } = await createTestDatabase();
  const db = openDatabase(connection, readConfig({}));
  try {
    await db.execute(sql.raw(`do $block$ begin return; ${text} end $block$`));
  } finally {
    await closeDatabase(db);
    await drop();
  }
}

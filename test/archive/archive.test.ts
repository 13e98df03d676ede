import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'drizzle-orm';
import { buildApp } from '../../src/app.ts';
import { readArchive } from '../../src/archive/read.ts';
import { ArchiveRefused } from '../../src/archive/refusal.ts';
import { writeArchive } from '../../src/archive/write.ts';
import { indexMissing } from '../../src/search/store.ts';
import { startTestApp } from '../support/app.ts';
import { emptyDatabase } from '../support/empty.ts';
import { postReview, postThing } from '../support/things.ts';

const key = 'k'.repeat(32);
const app = await startTestApp({ ADMIN_KEY: key });

async function archive(): Promise<string[]> {
  let text = '';
  await writeArchive(
    app.db,
    async (lines) => {
      text += lines;
    },
    () => undefined,
  );
  assert.ok(text.endsWith('\n'));
  return text.slice(0, -1).split('\n');
}

async function* each(lines: string[]) {
  yield* lines;
}

/** The answers of a new application, which has none of them cached. */
async function readAnswers(): Promise<string[]> {
  const fresh = await buildApp({ config: { ...app.config, LOG_LEVEL: 'silent' }, db: app.db });
  const ask = async (url: string, authorization?: string) => {
    const { statusCode, headers, body } = await fresh.inject({
      url,
      headers: authorization ? { authorization } : {},
    });
    return `${url} ${statusCode} ${headers.etag} ${headers.location} ${body}`;
  };
  const listed = JSON.parse((await fresh.inject('/v1/reviews?limit=100')).body).data as { slug: string }[];
  const paths = [
    ...[
      '/v1/reviews?limit=100&include=body',
      '/v1/papers?limit=100',
      '/v1/tags?limit=100',
      '/v1/categories?tree=true',
    ],
    ...[
      '/v1/changes',
      '/v1/export.ndjson',
      '/v1/reviews?q=attention',
      '/v1/reviews/the-old-slug',
      '/v1/suggest?q=pap',
    ],
    ...listed.map(({ slug }) => `/v1/reviews/${encodeURIComponent(slug)}`),
  ];
  const answers = [];
  for (const path of paths) answers.push(await ask(path), await ask(path, `Bearer ${key}`));
  for (const path of [
    '/v1/keys',
    '/v1/audit',
    '/v1/reviews/with-a-copy/draft',
    '/v1/reviews/the-new-slug/revisions',
  ])
    answers.push(await ask(path, `Bearer ${key}`));
  await fresh.close();
  return answers;
}

let lines: string[];
let answers: string[];

test('an archive read into an empty database gives the same answers and the same archive, byte for byte', async () => {
  const parent = await postThing(app, 'categories', { name: 'Zeta' });
  const category = await postThing(app, 'categories', { name: 'Alpha', parent: parent.id });
  await postThing(app, 'keys', { name: 'robot', scopes: ['drafts:read'] });
  const paper = {
    title: 'Paper "A"',
    identifiers: { arxiv: '2405.10300', doi: '10.1000/1' },
    authors: [{ name: '가나 다', orcid: '0000-0002-1825-0097' }, { name: 'Bo' }],
    versions: [{ number: 1, releasedOn: '2024-05-01' }, { number: 2 }],
    links: [{ kind: 'code', label: 'Code' }],
  };
  const published = { status: 'published', category: category.id, tags: ['하나', 'Two'], reviewedVersion: 1 };
  await postReview(app, {
    paper,
    slug: 'the-old-slug',
    body: 'attention\r\n\u2028\\ "é" \u{1F600}\n',
    ...published,
  });
  await app.send('PATCH', '/v1/reviews/the-old-slug', {
    key,
    body: { slug: 'the-new-slug' },
    headers: { 'if-match': '*' },
  });
  await postReview(app, { paper: 'arxiv:2405.10300', slug: 'with-a-copy', ...published });
  await app.send('PATCH', '/v1/reviews/with-a-copy/draft', {
    key,
    body: { title: 'Pending' },
    headers: { 'if-match': '*' },
  });
  const gone = await postReview(app, { ...published, reviewedVersion: null });
  await app.send('DELETE', `/v1/reviews/${gone.id}`, { key, headers: { 'if-match': '*' } });
  const later = await postReview(app);
  await app.send('POST', `/v1/reviews/${later.id}/publish`, { key, body: { at: '2999-01-01T00:00:00Z' } });
  await postReview(app, { source: 'https://example.org/a' });

  lines = await archive();
  answers = await readAnswers();
  await emptyDatabase(app.db);
  assert.equal(await readArchive(app.db, each(lines)), lines.length - 2);
  await indexMissing(app.db);
  assert.deepEqual(await archive(), lines);
  assert.deepEqual(await readAnswers(), answers);
});

test('no secret of a key is in an archive, and a key out of one opens nothing', async () => {
  const secrets = (await app.db.execute<{ hash: string }>(sql`select secret_hash as hash from api_keys`)).map(
    ({ hash }) => hash,
  );
  assert.ok(secrets.length >= 2 && new Set(secrets).size === secrets.length);
  assert.ok(lines.some((line) => line.startsWith('{"api_keys":') && line.includes('"name":"robot"')));
  for (const hash of secrets) assert.ok(!lines.some((line) => line.includes(hash)));
  assert.equal((await app.send('GET', '/v1/reviews', { key: app.admin })).status, 401);
});

test('a database that holds anything is left as it is', async () => {
  const before = await archive();
  await assert.rejects(readArchive(app.db, each(lines)), (error: Error) => {
    assert.ok(error instanceof ArchiveRefused);
    assert.match(
      error.message,
      /^The database is not empty \(it holds api_keys, [^)]*reviews, slug_history, tags\)/,
    );
    return true;
  });
  assert.deepEqual(await archive(), before);
});

test('an archive that was cut off, is damaged or of a newer Postil is refused, and leaves nothing', async () => {
  await emptyDatabase(app.db);
  const [header = '', ...rows] = lines;
  const at = lines.findIndex((line) => line.startsWith('{"review_tags"'));
  const cases: [string[], RegExp][] = [
    [lines.slice(0, -1), /was cut off after line \d+/],
    [[], /was cut off after line 0/],
    [lines.toSpliced(-3, 1), /is damaged: it has \d+ rows, and says that there are \d+/],
    [lines.with(3, lines[3]?.slice(0, -2) ?? ''), /^Line 4 of the archive is damaged/],
    [[header.replace('1', '2'), ...rows], /format 2: .*newer/],
    [['{"other":1}', ...rows], /no archive of Postil/],
    [lines.toSpliced(1, 0, '{"webhooks":{"id":1}}'), /^Line 2 is of "webhooks".*newer/],
    [lines.with(1, lines[1]?.replace('{"id"', '{"colour":1,"id"') ?? ''), /"colour" of api_keys.*newer/],
    [
      lines.with(
        at,
        lines[at]?.replace(/"tag_id":"[^"]*"/, '"tag_id":"018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10"') ?? '',
      ),
      /^Lines \d+ to \d+ of the archive cannot be stored: .*foreign key/,
    ],
    [[...lines, lines[1] ?? ''], /comes after the end/],
  ];
  const bare = await archive();
  for (const [broken, pattern] of cases) {
    await assert.rejects(readArchive(app.db, each(broken)), (error: Error) => {
      assert.ok(error instanceof ArchiveRefused, String(error));
      assert.match(error.message, pattern);
      assert.doesNotMatch(error.message, /\n/);
      return true;
    });
    assert.deepEqual(await archive(), bare, String(pattern));
  }
});

test('however many rows there are and however long they are, each statement reads a bounded part, and none is lost', async () => {
  await emptyDatabase(app.db);
  await app.db.execute(sql`
    insert into papers (id, slug, title, abstract) select gen_random_uuid(), 'p' || n, 'Paper ' || n, case when n % 100 = 0 then repeat('a', 1500000) end
    from generate_series(1, 1200) n`);
  await app.db.execute(
    sql`insert into slug_history (kind, slug, thing_id) select 'paper', 'old' || n, '018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10' from generate_series(1, 1001) n`,
  );
  let largest = 0;
  const written: string[] = [];
  const statements = await app.countStatements(() =>
    writeArchive(
      app.db,
      async (text) => {
        largest = Math.max(largest, text.length);
        written.push(...text.slice(0, -1).split('\n'));
      },
      () => undefined,
    ),
  );
  assert.ok(largest < 5_000_000, `${largest} characters at once`);
  assert.ok(statements.length < 50, `${statements.length} statements`);
  assert.deepEqual(written.at(-1), `{"end":{"rows":${1200 + 1001 + 1}}}`);
  await emptyDatabase(app.db);
  const inserts = await app.countStatements(() => readArchive(app.db, each(written)));
  assert.ok(inserts.length < 30, `${inserts.length} statements`);
  assert.deepEqual(await archive(), written);
});

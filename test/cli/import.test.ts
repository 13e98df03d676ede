import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { parseListing } from '../../src/sync/import/listing.ts';
import {
  ask,
  cleanUp,
  finishPostil,
  makeFolder,
  makePlace,
  type RunningServer,
  startServer,
} from '../support/process.ts';

const fixture = 'test/fixtures/listing.txt';
const key = 'k'.repeat(32);
let listed: string;
let titles: string[];
let linkCount: number;
let folder: string;
/** Where the database is, as variables say it. */
let place: Record<string, string>;
let server: RunningServer;

after(cleanUp);

before(async () => {
  folder = await makeFolder();
  place = await makePlace();
  listed = await readFile(fixture, 'utf8');
  const { posts } = parseListing(listed);
  titles = posts.map(({ heading }) => heading);
  linkCount = posts.reduce((sum, { links }) => sum + links.length, 0);
});

test('an import straight into a database creates every post and tells what it made of each line', async () => {
  const { code, stdout, stderr } = await finishPostil(['import', fixture], place);
  assert.equal(code, 0, stderr);
  assert.equal(stderr, '', 'no bar where nobody watches');
  const lines = stdout.trim().split('\n');
  assert.equal(lines[0], `The page "논문 리뷰" says 37 posts and lists ${titles.length}.`);
  assert.deepEqual(readTable(stdout), {
    created: titles.length,
    updated: 0,
    unchanged: 0,
    'not imported': 1,
    'links without an address': linkCount,
  });
  const unread = listed.split('\n').findIndex((line) => line.startsWith('이 줄은')) + 1;
  assert.ok(lines.includes(`Line ${unread} was not imported: there is no "Abstract" after a title`));
  assert.match(stdout, /lost the addresses of the links/);
  assert.equal(lines.at(-1), `reviews: 0 unchanged, ${titles.length} created, 0 updated`);
});

test('once more it changes nothing and says so in the last line', async () => {
  const { code, stdout } = await finishPostil(['import', fixture], place);
  assert.equal(code, 0);
  assert.equal(lastLine(stdout), `reviews: ${titles.length} unchanged, 0 created, 0 updated`);
});

test('what was imported is served in the order of the listing, one second apart, with its sources to a key', async () => {
  server = await startServer({ ...place, ADMIN_KEY: key });
  const { body } = await ask(`${server.url}/v1/reviews?total=true`);
  assert.equal(body.page.total, titles.length, 'no sample content beside it');
  assert.deepEqual(body.data.map(titleOf), titles);
  const times = body.data.map(({ publishedAt }: { publishedAt: string }) => Date.parse(publishedAt));
  assert.deepEqual(
    times.slice(1).map((time: number, index: number) => times[index] - time),
    Array(titles.length - 1).fill(1000),
  );
  const category = await ask(`${server.url}/v1/categories/논문-리뷰`);
  assert.deepEqual([category.body.name, category.body.reviewCount], ['논문 리뷰', titles.length]);

  const path = `${server.url}/v1/reviews/${body.data[0].slug}`;
  assert.equal((await ask(path)).body.source, null);
  const review = await ask(path, { key });
  assert.equal(review.body.source, `listing:논문 리뷰/${titles[0]}`);
  assert.equal(review.body.paper.acronym, 'NV-Embed');
  assert.deepEqual(review.body.reviewedVersion, { number: 1, releasedOn: '2024-05-27' });
  const workflow = body.data.find((one: { title: string }) => one.title.startsWith('RLHF Workflow'));
  const paper = await ask(`${server.url}/v1/papers/${workflow.paper.slug}`);
  assert.deepEqual(
    paper.body.links.map(({ kind, label, url }: Record<string, unknown>) => [kind, label, url]),
    [
      ['code', 'Reward Modeling', null],
      ['code', 'Online RLHF', null],
      ['arxiv', 'arXiv', null],
    ],
  );
});

test('through the API of a running server it finds the same reviews, and brings a changed one up to the listing', async () => {
  const same = await finishPostil(['import', fixture, '--url', server.url, '--key', key]);
  assert.equal(lastLine(same.stdout), `reviews: ${titles.length} unchanged, 0 created, 0 updated`);

  const changed = join(folder, 'changed.txt');
  await writeFile(changed, listed.replace('구조와 두 단계 학습법', '구조와 세 단계 학습법'));
  const other = await finishPostil(['import', changed, '--url', `${server.url}/`, '--key', key]);
  assert.equal(other.code, 0, other.stderr);
  assert.equal(lastLine(other.stdout), `reviews: ${titles.length - 1} unchanged, 0 created, 1 updated`);
  const { body } = await ask(`${server.url}/v1/reviews`);
  assert.match(body.data[0].summary, /세 단계/);
  assert.deepEqual(body.data.map(titleOf), titles, 'a changed one keeps its place');
});

test('a later page of a category lies below an earlier one, and it is said that the dates are made up', async () => {
  const [first, second] = [1, 2].map((page) => join(folder, `page-${page}.txt`)) as [string, string];
  const line = (title: string) => `${title} Abstract 요약 [arXiv](2024/05/23 version v1)   Results 결과..`;
  const write = (file: string, posts: string[]) =>
    writeFile(file, ['두 쪽', '(4)', ...posts.map(line)].join('\n'));
  await write(first, ['Paged One', 'Paged Two']);
  await write(second, ['Paged Three', 'Paged Four']);
  const through = ['--url', server.url, '--key', key];
  for (const file of [first, second]) {
    const { code, stdout, stderr } = await finishPostil(['import', file, ...through]);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /dates: those of the new reviews are made up/);
  }
  const order = async () => (await ask(`${server.url}/v1/reviews?category=두-쪽`)).body.data.map(titleOf);
  assert.deepEqual(await order(), ['Paged One', 'Paged Two', 'Paged Three', 'Paged Four']);
  await write(first, ['Paged Zero', 'Paged One', 'Paged Two']);
  await finishPostil(['import', first, ...through]);
  assert.deepEqual(await order(), ['Paged Zero', 'Paged One', 'Paged Two', 'Paged Three', 'Paged Four']);
});

test('cut off after a post that was stored but not answered, it goes on where it was, in order and without a duplicate', async () => {
  const listing = join(folder, 'cut-off.txt');
  await writeFile(listing, listed.replace('논문 리뷰', '끊긴 목록'));
  const url = await startCutter(server.url, 5);
  const cut = await finishPostil(['import', listing, '--url', url, '--key', key]);
  assert.equal(cut.code, 1);
  assert.match(cut.stderr, /^The server at http\S+ cannot be reached[^\n]*\n$/);

  const rest = await finishPostil(['import', listing, '--url', server.url, '--key', key]);
  assert.equal(rest.code, 0, rest.stderr);
  assert.equal(lastLine(rest.stdout), `reviews: 5 unchanged, ${titles.length - 5} created, 0 updated`);
  const { body } = await ask(`${server.url}/v1/reviews?category=끊긴-목록&limit=100`);
  assert.deepEqual(body.data.map(titleOf), titles);
});

test('a key without the scopes, a wrong key, and half of the options are one line each', async () => {
  const make = async (...scopes: string[]): Promise<string> =>
    (await ask(`${server.url}/v1/keys`, { key, body: { name: 'test', scopes } })).body.key;
  const reader = await make('drafts:read');
  const writer = await make('drafts:read', 'reviews:write', 'reviews:publish', 'papers:write');
  const through = (given: string) => ['--url', server.url, '--key', given];
  const fresh = join(folder, 'fresh.txt');
  await writeFile(fresh, listed.replace('논문 리뷰', '새 목록'));
  const cases: [string[], RegExp][] = [
    [[fixture, ...through(reader)], /needs the scope reviews:write/],
    [[fresh, ...through(writer)], /Creating a category needs the scope taxonomy:write/],
    [[fixture, ...through('no-key')], /mistyped/],
    [[fixture, '--url', server.url], /--url and --key go together/],
    [[fixture, '--url', 'http://127.0.0.1:1', '--key', key], /127\.0\.0\.1:1 cannot be reached/],
  ];
  for (const [args, line] of cases) {
    const { code, stdout, stderr } = await finishPostil(['import', ...args]);
    assert.deepEqual([code, stdout], [1, ''], args.join(' '));
    assert.match(stderr, /^[^\n]+\n$/);
    assert.match(stderr, line);
  }
});

test('a file that is missing, not UTF-8 or no listing is one line each, before any database is opened', async () => {
  const latin = join(folder, 'latin.txt');
  await writeFile(latin, Buffer.from('R\xe9sum\xe9 Abstract text', 'latin1'));
  const prose = join(folder, 'prose.txt');
  await writeFile(prose, 'Nothing\nof the kind.\n');
  const cases: [string, RegExp][] = [
    [join(folder, 'missing.txt'), /missing\.txt cannot be read: there is no such file/],
    [folder, /no post of a known kind/],
    [latin, /latin\.txt is not UTF-8 text/],
    [prose, /prose\.txt holds no post/],
  ];
  for (const [file, line] of cases) {
    const { code, stdout, stderr } = await finishPostil(['import', file], {
      DATABASE_URL: 'postgres://127.0.0.1:1/none',
    });
    assert.deepEqual([code, stdout], [1, ''], file);
    assert.match(stderr, /^[^\n]+\n$/);
    assert.match(stderr, line);
  }
});

const titleOf = ({ title }: { title: string }) => title;
const lastLine = (output: string) => output.trimEnd().split('\n').at(-1);

function readTable(output: string): Record<string, number> {
  const rows = [...output.matchAll(/^ {2}(\S.*?) +(\d+)$/gm)];
  return Object.fromEntries(rows.map(([, name, number]) => [name, Number(number)]));
}

/** A way to the server that breaks without an answer once some of the items of a batch are stored, the others lost. */
async function startCutter(target: string, items: number): Promise<string> {
  const cutter = createServer(async (incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const isBatch = url?.startsWith('/v1/batch');
    const lines = (await text(incoming)).split('\n').slice(0, isBatch ? items : undefined);
    const forwarded = request(`${target}${url}`, { method, headers }, (answer) => {
      if (isBatch) answer.resume().on('end', () => outgoing.destroy());
      else answer.pipe(outgoing.writeHead(answer.statusCode ?? 500, answer.headers));
    });
    forwarded.end(lines.join('\n'));
  });
  cutter.listen(0, '127.0.0.1');
  await once(cutter, 'listening');
  after(() => cutter.close());
  return `http://127.0.0.1:${(cutter.address() as AddressInfo).port}`;
}

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { openNoteFolder } from '../../../src/sync/notes/note-source.ts';
import { type PushOptions, pushNotes } from '../../../src/sync/notes/push.ts';
import type { PushedNote } from '../../../src/sync/notes/pushed-note.ts';
import { type Answer, startTestApp } from '../../support/app.ts';
import { callerOf } from '../../support/caller.ts';
import { drawPicture } from '../../support/operations.ts';
import { copyRow, postReview, postThing } from '../../support/things.ts';

const app = await startTestApp();
const base = await mkdtemp(join(tmpdir(), 'postil-notes-'));
let folder: string;
let number = 0;

after(() => rm(base, { recursive: true }));
beforeEach(() => {
  number += 1;
  folder = join(base, `notes-${number}`);
});

async function write(path: string, fields: string, body = 'Text.\n'): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), `---\n${fields}\n---\n\n${body}`);
}

async function push(options: Partial<PushOptions> = {}, place = folder): Promise<PushedNote[]> {
  const notes = await openNoteFolder(place);
  return pushNotes(callerOf(app), notes, { dryRun: false, publish: false, ...options }, () => undefined);
}

const outcomesOf = (pushed: PushedNote[]) => pushed.map(({ path, outcome }) => [path, outcome]);

async function read(path: string): Promise<Answer['body']> {
  const answer = await app.send('GET', path, { key: app.admin });
  assert.equal(answer.status, 200, answer.text);
  return answer.body;
}

const readReview = (pushed: PushedNote | undefined) => read(`/v1/reviews/${pushed?.review?.id}`);
const countReviews = async () => (await read('/v1/reviews?total=true&limit=1')).page.total;

test('notes become drafts, each with its paper, category and tags; pushed again they are left alone', async () => {
  await write(
    'a.md',
    'title: Of A\narxiv: 2405.10310\nvenue: X 2024\nauthors: [Ada One]\ncategories: [Papers A, Vision]\ntags: [One, two]\ndate: 2024-05-20 10:00:00 +0900',
  );
  await write('sub/2024-06-01-of-b.md', 'lang: ko', '한글.\n');
  const first = await push();
  assert.deepEqual(outcomesOf(first), [
    ['a.md', 'created'],
    ['sub/2024-06-01-of-b.md', 'created'],
  ]);
  const a = await readReview(first[0]);
  assert.deepEqual(
    [a.title, a.status, a.publishedAt, a.paper.arxiv, a.paper.venue, a.category.path, a.source],
    [
      'Of A',
      'draft',
      '2024-05-20T01:00:00.000Z',
      '2405.10310',
      'X 2024',
      'papers-a/vision',
      `file:notes-${number}/a.md`,
    ],
  );
  assert.deepEqual(
    a.tags.map(({ name }: { name: string }) => name),
    ['One', 'two'],
  );
  const b = await readReview(first[1]);
  assert.deepEqual([b.title, b.slug, b.language], ['Of B', 'of-b', 'ko']);
  assert.deepEqual(outcomesOf(await push()), [
    ['a.md', 'unchanged'],
    ['sub/2024-06-01-of-b.md', 'unchanged'],
  ]);
  assert.equal((await readReview(first[0])).revision, a.revision);
});

test('a changed file updates what it says and leaves alone what it does not', async () => {
  await write('a.md', 'title: Before\ntags: [x]\nsummary: Old.');
  const [made] = await push();
  const id = made?.review?.id;
  await app.send('PATCH', `/v1/reviews/${id}`, {
    key: app.admin,
    body: { tags: ['kept'] },
    headers: { 'if-match': '*' },
  });
  await write('a.md', 'title: After\nsummary:', 'Other text.\n');
  const [updated] = await push();
  assert.deepEqual([updated?.outcome, updated?.changed], ['updated', ['title', 'summary', 'body']]);
  const review = await read(`/v1/reviews/${id}`);
  assert.deepEqual(
    [review.title, review.summary, review.body, review.tags[0].name],
    ['After', null, 'Other text.\n', 'kept'],
  );
});

test('what of a changed text cannot be shown as it was meant is told, dry or not, and not again', async () => {
  await write('faulty.md', 'title: Faulty', 'So $\\frac{1}$ is.\n');
  await write('whole.md', 'title: Whole', 'So $1$ is.\n');
  const warningsOf = (pushed: PushedNote[]) => pushed.map(({ warnings }) => warnings.length);
  assert.deepEqual(warningsOf(await push({ dryRun: true })), [1, 0]);
  const [faulty] = await push({ publish: true });
  assert.match(faulty?.warnings[0] ?? '', /frac\{1\}.*in line 1 of the text \(.+\)/);
  assert.deepEqual(warningsOf(await push({ publish: true })), [0, 0]);
  await write('faulty.md', 'title: Faulty', 'So $\\frac{1}$ is, and `a` <script>b</script>.\n');
  assert.deepEqual(warningsOf(await push({ dryRun: true })), [2, 0]);
  assert.deepEqual(warningsOf(await push()), [2, 0]);
});

test('a dry run tells the same and writes nothing', async () => {
  await write('a.md', 'title: Planned\ncategory: Of the plan');
  const before = await countReviews();
  assert.deepEqual(outcomesOf(await push({ dryRun: true })), [['a.md', 'created']]);
  assert.equal(await countReviews(), before);
  assert.equal((await app.send('GET', '/v1/categories/of-the-plan')).status, 404);
  await push();
  await write('a.md', 'title: Planned\nvenue: New\ndate: 2024-01-01', 'Changed.\n');
  const [planned] = await push({ dryRun: true, publish: true });
  assert.deepEqual(planned?.changed, ['paper.venue', 'body', 'publishedAt', 'status']);
  assert.deepEqual((await push({ publish: true }))[0]?.changed, planned?.changed);
});

test('--publish publishes what is no draft, schedules what is to come, and takes back what became a draft', async () => {
  await write('now.md', 'title: Now\ndate: 2024-05-20');
  await write('later.md', 'title: Later\ndate: 2999-01-01');
  await write('never.md', 'title: Never\ndraft: true');
  await write('past.md', 'title: Past\nstatus: archived\ndate: 2020-01-01');
  const statuses = (pushed: PushedNote[]) =>
    Object.fromEntries(pushed.map(({ path, review }) => [path, review?.status]));
  const expected = {
    'now.md': 'published',
    'later.md': 'scheduled',
    'never.md': 'draft',
    'past.md': 'archived',
  };
  const pushed = await push({ publish: true });
  assert.deepEqual(statuses(pushed), expected);
  assert.equal(
    (await readReview(pushed.find(({ path }) => path === 'now.md'))).publishedAt,
    '2024-05-20T00:00:00.000Z',
  );
  const again = await push({ publish: true });
  assert.ok(
    again.every(({ outcome }) => outcome === 'unchanged'),
    JSON.stringify(again),
  );
  await write('now.md', 'title: Now\ndate: 2024-05-20\ndraft: true');
  assert.equal(statuses(await push())['now.md'], 'published', 'only --publish moves it');
  assert.equal(statuses(await push({ publish: true }))['now.md'], 'draft');
});

test('the same file is the same review from whichever folder it is pushed', async () => {
  await write('sub/deep/a.md', 'title: From anywhere');
  const [first] = await push({}, join(folder, 'sub', 'deep', 'a.md'));
  const before = await countReviews();
  for (const place of [folder, join(folder, 'sub'), join(folder, 'sub', 'deep')]) {
    const [again] = await push({}, place);
    assert.deepEqual([again?.outcome, again?.review?.id], ['unchanged', first?.review?.id], place);
  }
  assert.equal(await countReviews(), before);
  await mkdir(join(base, `other-${number}`, 'deep'), { recursive: true });
  const other = join(base, `other-${number}`, 'deep', 'a.md');
  await writeFile(other, '---\ntitle: Quite another note\n---\nText.\n');
  const [apart] = await push({}, join(base, `other-${number}`));
  assert.equal(apart?.outcome, 'created', 'a like path alone makes no two notes one');
});

test('an answer that was lost makes no duplicate', async () => {
  await write('lost-a.md', 'title: Lost A\ncategory: Lost');
  await write('lost-b.md', 'title: Lost B');
  const caller = callerOf(app);
  const cut: typeof caller = {
    ...caller,
    async stream(path, write) {
      // The first line arrives, and its result does not.
      const first = async function* () {
        for await (const lines of write()) {
          yield `${lines.split('\n', 1)[0]}\n`;
          return;
        }
      };
      await caller.stream(path, first);
      throw new Error('cut off');
    },
  };
  const options = { dryRun: false, publish: false };
  await assert.rejects(
    pushNotes(cut, await openNoteFolder(folder), options, () => undefined),
    /cut off/,
  );
  const before = await countReviews();
  assert.deepEqual(outcomesOf(await push()), [
    ['lost-a.md', 'unchanged'],
    ['lost-b.md', 'created'],
  ]);
  assert.equal(await countReviews(), before + 1);
});

test('a paper that is here is completed; what it has otherwise is changed only by the one review that it has', async () => {
  const paper = await postThing(app, 'papers', {
    title: 'A shared paper',
    identifiers: { arxiv: '2405.10320' },
    venue: 'Here 2024',
  });
  await write(
    'a.md',
    'title: First\narxiv: 2405.10320\nvenue: There 2024\nauthors: [Ada One]\ncode: https://example.org/code',
  );
  const [first] = await push();
  assert.equal((await readReview(first)).paper.id, paper.id);
  assert.deepEqual(outcomesOf(await push()), [['a.md', 'unchanged']], 'all was said the first time');
  const completed = await read(`/v1/papers/${paper.id}`);
  assert.deepEqual(
    [completed.venue, completed.authors[0].name, completed.links.length],
    ['There 2024', 'Ada One', 1],
  );
  await postReview(app, { paper: paper.id });
  await write('a.md', 'title: First\narxiv: 2405.10320v3\nvenue: Elsewhere 2024');
  const [shared] = await push();
  assert.deepEqual(shared?.changed, ['paper.versions', 'reviewedVersion']);
  assert.match(shared?.unused.join() ?? '', /^venue \(the paper has another/);
  assert.equal((await read(`/v1/papers/${paper.id}`)).venue, 'There 2024');
  await write('a.md', 'title: First\narxiv: 2405.10321');
  const [moved] = await push();
  assert.deepEqual(moved?.changed, ['paper']);
  assert.deepEqual((await readReview(moved)).paper.arxiv, '2405.10321');
  assert.deepEqual(outcomesOf(await push()), [['a.md', 'unchanged']]);
});

test('a slug that a file asks for is kept or refused, one that its name suggests gives way', async () => {
  await postReview(app, { slug: 'taken-by-another' });
  await write('taken-by-another.md', 'title: Under its name');
  await write('b.md', 'title: Asks\nslug: taken-by-another');
  await write('c.md', 'title: Asks wrongly\nslug: Not_A_Slug');
  const pushed = await push();
  const [asks, wrongly, named] = pushed;
  assert.match(asks?.reason ?? '', /^\/slug is the slug of another review/);
  assert.match(wrongly?.reason ?? '', /^\/slug must be lower-case letters/);
  assert.deepEqual([named?.outcome, named?.review?.slug], ['created', 'under-its-name']);
});

test('files that cannot be used are named, and the others are pushed', async () => {
  await write('bad.md', 'title: Bad\nversion: none');
  await write('good.md', 'title: Good');
  await write('empty.md', 'title: Empty', '');
  await writeFile(join(folder, 'latin.md'), Buffer.from('---\ntitle: R\xe9sum\xe9\n---\n', 'latin1'));
  await writeFile(join(folder, 'README.md'), '# Not a note\n');
  await writeFile(join(folder, 'e\u0301.md'), '---\ntitle: Decomposed\n---\nText.\n');
  await writeFile(join(folder, '\u00e9.md'), '---\ntitle: Composed\n---\nText.\n');
  const pushed = await push({ publish: true });
  const reasons = Object.fromEntries(
    pushed.map(({ path, outcome, reason }) => [path, `${outcome} ${reason ?? ''}`]),
  );
  assert.match(reasons['bad.md'] ?? '', /^failed .*version/);
  assert.match(reasons['good.md'] ?? '', /^created/);
  assert.match(reasons['empty.md'] ?? '', /^failed \/body must not be empty/);
  assert.match(reasons['latin.md'] ?? '', /^failed .*not UTF-8/);
  assert.match(reasons['README.md'] ?? '', /^excluded/);
  // One name to most disks, so that the two are one note.
  const alike = pushed.filter(({ path }) => path === '\u00e9.md');
  assert.deepEqual(
    alike.map(({ outcome, reason }) => `${outcome} ${reason ?? ''}`),
    ['created ', 'failed it is the same review as \u00e9.md'],
  );
});

test('a thousand notes that are as their reviews are one request, whatever it is asked for', async () => {
  await write('n0.md', 'title: One of many\ntags: [many]\ncategory: Of many');
  await push();
  const source = `file:notes-${number}/n`;
  await copyRow(app, {
    ...{ table: 'reviews', where: `one.source = '${source}0.md'`, copies: 999 },
    changes: `jsonb_build_object('id', gen_random_uuid(), 'slug', 'of-many-' || number, 'source', '${source}' || number || '.md')`,
  });
  await app.db.$client`insert into review_tags (review_id, tag_id, position)
    select reviews.id, tags.id, 0 from reviews, tags where tags.slug = 'many' on conflict do nothing`;
  await app.db.$client`delete from review_tags where review_id in (
    select id from reviews where not starts_with(source, ${source}))`;
  const text = await readFile(join(folder, 'n0.md'), 'utf8');
  for (let at = 1; at < 1000; at += 1) await writeFile(join(folder, `n${at}.md`), text);
  const caller = callerOf(app);
  const asked: string[] = [];
  const counting: typeof caller = {
    ...caller,
    send: (method, path, ...rest) => {
      asked.push(path);
      return caller.send(method, path, ...rest);
    },
    stream: (path, lines) => {
      asked.push(path);
      return caller.stream(path, lines);
    },
  };
  const notes = await openNoteFolder(folder);
  for (const dryRun of [false, true]) {
    asked.length = 0;
    const pushed = await pushNotes(counting, notes, { dryRun, publish: false }, () => undefined);
    assert.deepEqual(
      pushed.filter(({ outcome }) => outcome !== 'unchanged'),
      [],
    );
    assert.deepEqual([pushed.length, asked.length], [1000, 1], `${asked}`);
  }
});

test('pictures beside a note become images, once; pushed again nothing is sent or changes', async () => {
  const [one, two] = [drawPicture(), drawPicture()].map(({ payload }) => `${payload}`);
  await write(
    'posts/a.md',
    'title: Figures',
    '![One](../figures/one.svg "Figure 1")\n\n![two]({{ site.baseurl }}/assets/two.svg)\n\n![[one.svg]]\n\n![none](missing.png) ![text](../a.txt)\n',
  );
  for (const [path, text] of [
    ['figures/one.svg', one],
    ['assets/two.svg', two],
    ['a.txt', 'no picture'],
  ] as [string, string][]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const count = async () => (await read('/v1/images?total=true&limit=1')).page.total;
  const before = await count();
  const [tried] = await push({ dryRun: true });
  assert.deepEqual([tried?.outcome, await count()], ['created', before]);
  const [first] = await push();
  assert.equal(first?.outcome, 'created');
  assert.deepEqual(
    first.unused.map((one) => one.split(' ').slice(0, 2).join(' ')),
    ['image missing.png', 'image ../a.txt'],
  );
  const review = await readReview(first);
  assert.match(review.html, /<figure><img src="[^"]*" alt="One" [^>]*><figcaption>Figure 1<\/figcaption>/);
  assert.equal(review.html.match(/ srcset=/g)?.length, 3);
  assert.ok(review.body.includes('![none](missing.png) ![text](../a.txt)'));
  assert.equal((await count()) - before, 2);
  assert.deepEqual(outcomesOf(await push()), [['posts/a.md', 'unchanged']]);
  assert.equal((await count()) - before, 2);
});

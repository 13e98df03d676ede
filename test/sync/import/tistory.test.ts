import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { openBlog } from '../../../src/sync/import/open.ts';
import { type PushOptions, pushNotes } from '../../../src/sync/notes/push.ts';
import type { PushedNote } from '../../../src/sync/notes/pushed-note.ts';
import { type Answer, startTestApp } from '../../support/app.ts';
import { describeBackedUp, hasPicture, makeBackup } from '../../support/backup.ts';
import { callerOf } from '../../support/caller.ts';
import { writeZip, type ZipMember } from '../../support/zip.ts';

const app = await startTestApp();
const base = await mkdtemp(join(tmpdir(), 'postil-backup-'));
after(() => rm(base, { recursive: true }));

async function bring(place: string, options: Partial<PushOptions> = {}): Promise<PushedNote[]> {
  const { blog, close } = await openBlog(place, {});
  try {
    const all = { dryRun: false, publish: true, withdraw: true, ...options };
    return await pushNotes(callerOf(app), blog, all, () => undefined);
  } finally {
    await close();
  }
}

async function pack(name: string, members: ZipMember[]): Promise<string> {
  const file = join(base, name);
  await writeFile(file, writeZip(members));
  return file;
}

const page = (fields: string, body: string) =>
  `<html><head><title>x</title></head><body>${fields}<div class="article-view"><div class="contents_style">${body}</div></div></body></html>`;

async function read(path: string, key: string | undefined = app.admin): Promise<Answer['body']> {
  const answer = await app.send('GET', path, key ? { key } : {});
  assert.equal(answer.status, 200, answer.text);
  return answer.body;
}

const find = async (source: string) =>
  (await read(`/v1/reviews?source=${encodeURIComponent(source)}&include=body`)).data[0];
const outcomesOf = (pushed: PushedNote[]) =>
  pushed.map(({ path, outcome, reason }) => [path, outcome, reason]);

test('sixty posts of a backup come in whole, and again without a change', async () => {
  const file = await pack('my-blog.zip', await makeBackup(60));
  const first = await bring(file);
  assert.deepEqual(
    first.filter(({ outcome }) => outcome !== 'created').map(({ path, reason }) => [path, reason]),
    [],
  );
  assert.equal(first.length, 60);
  for (const number of [1, 25, 51, 60]) {
    const post = describeBackedUp(number);
    const review = await find(`tistory:my-blog/${number}`);
    const paper = await read(`/v1/papers/${review.paper.id}`);
    assert.deepEqual(
      [review.title, review.status, review.publishedAt, review.language, review.reviewedVersion],
      [
        post.title,
        'published',
        post.publishedAt,
        'ko',
        { number: post.version, releasedOn: post.releasedOn },
      ],
    );
    assert.deepEqual(review.tags.map(({ name }: { name: string }) => name).sort(), [...post.tags].sort());
    assert.equal(review.category.path.split('/').length, post.category.length);
    assert.equal(review.category.name, post.category.at(-1));
    assert.equal(review.summary, `손실의 하한을 ${number}번 다시 쓴다`);
    assert.deepEqual(
      [paper.title, paper.acronym, paper.identifiers.arxiv],
      [post.title.replace('[논문리뷰] ', ''), `N${number}et`, post.arxiv],
    );
    assert.deepEqual(
      paper.links.map(({ kind, url }: { kind: string; url: string }) => [kind, url]),
      [
        ['code', `https://github.com/example/n${number}et`],
        ['arxiv', `https://arxiv.org/abs/${post.arxiv}`],
      ],
    );
    const { body } = await read(`/v1/reviews/${review.id}`);
    for (const part of [
      `$d_{${number}}(x, y) < \\epsilon$`,
      '<mark>온도</mark>',
      `**분포가 뾰족해진다(${number})**는`,
      '<details>\n<summary>유도 과정</summary>\n\n양변에 로그를 취한다.\n\n</details>',
      `\`\`\`python\ndef step(x):\n    return x < ${number}\n\`\`\``,
      '- 첫째\n  - 둘째',
    ])
      assert.ok(body.includes(part), `${part}\n\nis not in\n\n${body}`);
    assert.ok(!body.includes('arXiv'), 'the line of links is the paper, and no longer text');
    assert.equal(/!\[\]\(image:[\da-f-]{36}\)/.test(body), hasPicture(number), body);
  }
  const again = await bring(file);
  assert.deepEqual(
    again.filter(({ outcome }) => outcome !== 'unchanged').map((post) => [post.path, post.changed]),
    [],
  );
});

test('an import that was cut off is finished by the next', async () => {
  const members = await makeBackup(6);
  const half = await pack(
    'cut.zip',
    members.filter(({ name }) => /^[1-3]\//.test(String(name))),
  );
  await bring(half);
  const whole = await pack('cut (1).zip', members);
  assert.deepEqual(
    (await bring(whole)).map(({ outcome }) => outcome),
    ['unchanged', 'unchanged', 'unchanged', 'created', 'created', 'created'],
  );
});

test('a post that is not public, in whatever words, is never, and one that became so is taken back', async () => {
  const fields = (mark: string) =>
    `<h2 class="title-article">Secret ${mark.length}</h2>${mark}<p class="date">2024-01-02 03:04:05</p>`;
  const write = (name: string, marks: string[]) =>
    pack(
      name,
      marks.map((mark, at) => ({
        name: `${at + 1}/${at + 1}-a.html`,
        bytes: page(fields(mark), '<p>Hidden words.</p>'),
      })),
    );
  const marks = ['비공개', '보호', 'private', 'protected', '무엇인가'].map(
    (word) => `<p class="visibility">${word}</p>`,
  );
  const pushed = await bring(
    await write('secret.zip', [...marks, '<p class="private"></p>', '<p class="visibility">공개</p>']),
  );
  assert.deepEqual(
    pushed.map(({ review }) => review?.status),
    ['draft', 'draft', 'draft', 'draft', 'draft', 'draft', 'published'],
  );
  assert.match(pushed[0]?.read?.lost.join() ?? '', /its visibility is "비공개": a draft/);
  const changed = await bring(await write('secret.zip', [...marks, '', '<p class="visibility">비공개</p>']), {
    publish: false,
  });
  assert.deepEqual(changed.at(-1)?.review?.status, 'draft');
});

test('--draft makes drafts, and a dry run tells what each post becomes and loses and does nothing', async () => {
  const html =
    '<p><a href="./file/a.pdf">붙임</a> <img src="img/none.png"> <img src="../../../etc/passwd.png" alt="밖"></p><p><iframe src="https://e.org/x"></iframe></p>';
  const fields =
    '<h2 class="title-article">Lossy (LOSS)</h2><p class="category">모음/가</p><p class="date">2024-05-23 10:00:00</p>';
  const file = await pack('lossy.zip', [
    { name: '7/7-lossy.html', bytes: page(`${fields}<div class="tags">#두 낱말 #b</div>`, html) },
  ]);
  const [planned] = await bring(file, { dryRun: true });
  assert.deepEqual(planned?.read, {
    title: 'Lossy (LOSS)',
    publishedAt: '2024-05-23T01:00:00.000Z',
    publishedBy: 'p.date "2024-05-23 10:00:00"',
    language: 'ko',
    category: ['모음', '가'],
    tags: ['두 낱말', 'b'],
    paper: 'Lossy',
    paperBy: null,
    links: 0,
    images: { found: 0, missing: 1 },
    cover: null,
    lost: [
      'iframe (kept as a link)',
      'link to a file of the blog (kept as text)',
      'picture outside of the blog',
    ],
  });
  assert.equal(await find('tistory:lossy/7'), undefined);
  await bring(file, { publish: false });
  assert.equal((await find('tistory:lossy/7')).status, 'draft');
});

test('a folder is read as its zip is, and files that are no posts are named', async () => {
  const folder = join(base, 'unpacked');
  const files = {
    '1/1-a.html': page('<h2 class="title-article">Of a folder</h2>', '<p>Text.</p>'),
    '2/2-b.html': '<p>Nothing.</p>',
    'index.html': '<p>x</p>',
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  assert.deepEqual(outcomesOf(await bring(folder)), [
    ['index.html', 'skipped', 'it lies in no folder of a number'],
    ['1/1-a.html', 'created', null],
    ['2/2-b.html', 'failed', 'it is no post of a backup: there is no element of the class contents_style'],
  ]);
});

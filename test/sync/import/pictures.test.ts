import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { type Fetch, OutboundRefused } from '../../../src/outbound/fetch.ts';
import { openBlog } from '../../../src/sync/import/open.ts';
import { pushNotes } from '../../../src/sync/notes/push.ts';
import { startTestApp } from '../../support/app.ts';
import { callerOf } from '../../support/caller.ts';

const app = await startTestApp();
const base = await mkdtemp(join(tmpdir(), 'postil-fetched-'));
after(() => rm(base, { recursive: true }));

const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#a0c' } })
  .png()
  .toBuffer();
const item = (body: string) =>
  `<item><title>Fetched</title><link>https://b.example/posts/1</link><guid>fetched-1</guid><pubDate>Thu, 23 May 2024 10:00:00 GMT</pubDate><description>${body.replace(/</g, '&lt;')}</description></item>`;
const feed = (body: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>B</title>${item(body)}</channel></rss>`;

const body =
  '<p><img src="/a.png"> <img src="https://blog.kakaocdn.net/dn/x/img.png" alt="B"> <img src="https://elsewhere.example/c.png"> <img src="https://b.example/none.png"> <img src="https://b.example/page"></p>';
const asked: string[] = [];
const answers: Record<string, [string, Buffer | string]> = {
  'https://b.example/': [
    'text/html; charset=utf-8',
    '<link rel="alternate" type="application/rss+xml" href="/rss">',
  ],
  'https://b.example/rss': ['application/rss+xml', feed(body)],
  'https://b.example/a.png': ['image/png', png],
  'https://blog.kakaocdn.net/dn/x/img.png': ['image/png; x=y', png],
  'https://b.example/page': ['text/html', '<p>no feed</p>'],
};
const fetch: Fetch = async (url) => {
  asked.push(url);
  const [type, bytes] = answers[url] ?? [];
  if (type === undefined || bytes === undefined) throw new OutboundRefused('it answers 404');
  return { url, type, bytes: Buffer.from(bytes) };
};

async function bring(place: string, more = {}) {
  const { blog, close } = await openBlog(place, { fetch, ...more });
  try {
    return await pushNotes(
      callerOf(app),
      blog,
      { dryRun: false, publish: true, withdraw: true },
      () => undefined,
    );
  } finally {
    await close();
  }
}

test('a page names its feed, and the pictures on the hosts of the blog come along; what stays is named', async () => {
  const [post] = await bring('https://b.example/');
  assert.equal(post?.outcome, 'created', post?.reason ?? '');
  const { body: review } = await app.send('GET', `/v1/reviews/${post?.review?.id}`, { key: app.admin });
  assert.match(
    review.body,
    /^!\[\]\(image:[\da-f-]{36}\) !\[B\]\(image:[\da-f-]{36}\) !\[\]\(https:\/\/elsewhere\.example\/c\.png\) !\[\]\(https:\/\/b\.example\/none\.png\) !\[\]\(https:\/\/b\.example\/page\)\n$/,
  );
  assert.deepEqual(
    post?.read?.lost.filter((what) => what.startsWith('picture')),
    [
      'picture https://b.example/none.png stays where it is (it answers 404)',
      'picture https://b.example/page stays where it is (it is no picture but "text/html")',
    ],
  );
  assert.ok(!asked.includes('https://elsewhere.example/c.png'), 'another host is not asked');
  assert.deepEqual(
    (await bring('https://b.example/')).map(({ outcome }) => outcome),
    ['unchanged'],
  );
});

test('pictures stay where they are when that is asked for, and an address that gives no feed is refused', async () => {
  const file = join(base, 'feed.xml');
  await writeFile(file, feed(body).replace('fetched-1', 'fetched-2'));
  asked.length = 0;
  const [post] = await bring(file, { pictures: false });
  assert.deepEqual([post?.outcome, post?.read?.images, asked], ['created', { found: 0, missing: 0 }, []]);
  await assert.rejects(bring('https://b.example/page'), /names no feed/);
  await assert.rejects(bring('https://b.example/gone'), /gone cannot be read: it answers 404/);
});

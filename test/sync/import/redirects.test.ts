import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { makeRedirects } from '../../../src/sync/import/make-redirects.ts';
import { openBlog } from '../../../src/sync/import/open.ts';
import { pushNotes } from '../../../src/sync/notes/push.ts';
import { startTestApp } from '../../support/app.ts';
import { callerOf } from '../../support/caller.ts';
import { postThing } from '../../support/things.ts';

const app = await startTestApp();
const base = await mkdtemp(join(tmpdir(), 'postil-redirects-'));
after(() => rm(base, { recursive: true }));

/** Brings a blog in, with its redirects. */
async function bring(
  place: string,
  {
    name,
    hosts = [],
    ...options
  }: { name?: string; hosts?: string[]; dryRun?: boolean; publish?: boolean } = {},
) {
  const { blog, close } = await openBlog(place, { name, hosts });
  try {
    const all = { dryRun: false, publish: true, withdraw: true, ...options };
    const posts = await pushNotes(callerOf(app), blog, all, () => undefined);
    return { posts, redirects: await makeRedirects(callerOf(app), blog, posts, all.dryRun) };
  } finally {
    await close();
  }
}

async function save(name: string, content: string): Promise<void> {
  await mkdir(dirname(join(base, name)), { recursive: true });
  await writeFile(join(base, name), content);
}

/** The slug of the review that a path leads to. */
async function leads(path: string, key?: string): Promise<string | undefined> {
  const asked = key === undefined ? {} : { key };
  const answer = await app.send('GET', `/v1/redirects?path=${encodeURIComponent(path)}`, asked);
  return answer.body.data[0]?.target.slug;
}

const bodyOf = async (source: string): Promise<string> =>
  (await app.send('GET', `/v1/reviews?source=${encodeURIComponent(source)}&include=body`, { key: app.admin }))
    .body.data[0].body;

const tistoryPage = (title: string, body: string) =>
  `<html><head><title>x</title></head><body><h2 class="title-article">${title}</h2><p class="date">2024-05-23 10:00:00</p><div class="article-view"><div class="contents_style">${body}</div></div></body></html>`;

test('posts of Tistory are found at /n, /m/n and /entry/…, and their links to each other lead to the reviews', async () => {
  await save(
    'my-blog/1/1-first.html',
    tistoryPage(
      '[논문리뷰] SimPO: Simple, &amp; 좋은  것',
      `<p><a href="/2">next</a> <a href="https://my-blog.tistory.com/entry/Second-post#part">by title</a>
       <a href="https://my-blog.tistory.com/m/2?category=7">https://my-blog.tistory.com/m/2?category=7</a>
       <a href="https://other.tistory.com/2">another blog</a> <a href="https://my-blog.tistory.com/99">gone</a></p>
       <pre><code>[/2](/2)</code></pre>`,
    ),
  );
  await save(
    'my-blog/2/2-second.html',
    tistoryPage('Second post', '<p><a href="/1">back</a>, <a href="/category/a">list</a></p>'),
  );
  const place = join(base, 'my-blog');
  const dry = await bring(place, { name: 'my-blog', dryRun: true });
  assert.deepEqual(dry.redirects, { created: 6, unchanged: 0, leftOut: [] });
  const first = await bring(place, { name: 'my-blog' });
  assert.deepEqual(
    first.posts.map(({ outcome }) => outcome),
    ['created', 'created'],
  );
  assert.deepEqual(first.redirects, { created: 6, unchanged: 0, leftOut: [] });
  const [one = '', two = ''] = first.posts.map(({ review }) => review?.slug);
  for (const path of ['/1', '/m/1', '/entry/논문리뷰-SimPO-Simple-좋은-것'])
    assert.equal(await leads(path), one, path);
  for (const path of ['/2', '/m/2', '/entry/Second-post']) assert.equal(await leads(path), two, path);
  const body = await bodyOf('tistory:my-blog/1');
  assert.ok(body.includes(`[next](/v1/reviews/${two})`), body);
  assert.ok(body.includes(`[by title](/v1/reviews/${two}#section-part)`), body);
  assert.equal(body.split(`](/v1/reviews/${two}`).length, 4, body);
  assert.ok(body.includes('(https://other.tistory.com/2)'), body);
  assert.ok(body.includes('(https://my-blog.tistory.com/99)'), body);
  assert.ok(body.includes('[/2](/2)'), body);
  assert.match(await bodyOf('tistory:my-blog/2'), new RegExp(`^\\[back\\]\\(/v1/reviews/${one}\\), list`));
  const again = await bring(place, { name: 'my-blog' });
  assert.deepEqual(
    again.posts.map(({ outcome }) => outcome),
    ['unchanged', 'unchanged'],
  );
  assert.deepEqual(again.redirects, { created: 0, unchanged: 6, leftOut: [] });
});

test('redirects to drafts are hidden until they are published, and one that leads elsewhere is left and told', async () => {
  await postThing(app, 'redirects', {
    path: '/m/7',
    target: { type: 'address', url: 'https://kept.example/' },
  });
  await save('hidden/7/7-a.html', tistoryPage('Hidden seven', '<p>Text</p>'));
  const { posts, redirects } = await bring(join(base, 'hidden'), { publish: false });
  assert.deepEqual(redirects, {
    created: 2,
    unchanged: 0,
    leftOut: [{ path: '/m/7', reason: 'there is a redirect to https://kept.example/ already' }],
  });
  const slug = posts[0]?.review?.slug;
  assert.equal(await leads('/7'), undefined);
  assert.equal(await leads('/7', app.admin), slug);
  await bring(join(base, 'hidden'));
  assert.equal(await leads('/7'), slug);
  assert.equal(await leads('/m/7'), null);
});

test('posts of WordPress are found by their permalinks and numbers, and link to each other by both', async () => {
  const item = (id: number, name: string, content: string) =>
    `<item><title>WP ${name}</title><link>https://wp.example/blog/2024/05/${encodeURIComponent(name)}/</link><content:encoded><![CDATA[${content}]]></content:encoded><wp:post_id>${id}</wp:post_id><wp:post_date_gmt>2024-05-23 01:00:00</wp:post_date_gmt><wp:post_name>${encodeURIComponent(name)}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>`;
  await save(
    'wp.xml',
    `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><link>https://wp.example/blog</link><wp:base_blog_url>https://wp.example/blog</wp:base_blog_url>
${item(11, '한글', '<p><a href="http://www.wp.example/blog/?p=12">later</a> <a href="/blog/2024/05/plain">root</a></p>')}
${item(12, 'plain', `<p><a href="https://wp.example/blog/2024/05/${encodeURIComponent('한글').toLowerCase()}/">earlier</a></p>`)}</channel></rss>`,
  );
  const { posts, redirects } = await bring(join(base, 'wp.xml'));
  assert.deepEqual(redirects, { created: 4, unchanged: 0, leftOut: [] });
  const [one = '', two = ''] = posts.map(({ review }) => review?.slug);
  assert.equal(await leads('/blog/2024/05/한글'), one);
  assert.equal(await leads('/blog/?p=11'), one);
  assert.equal(await leads('/blog?p=12'), two);
  const [first, second] = [
    await bodyOf('wordpress:wp.example/blog/11'),
    await bodyOf('wordpress:wp.example/blog/12'),
  ];
  assert.equal(first.trim(), `[later](/v1/reviews/${two}) [root](/v1/reviews/${two})`);
  assert.equal(second.trim(), `[earlier](/v1/reviews/${one})`);
});

test('a link of a public post to a hidden one stays as it is, so that it tells no slug', async () => {
  const secret = tistoryPage('Kept secret', '<p>Text</p>').replace(
    '<p class="date">',
    '<p class="visibility">비공개</p><p class="date">',
  );
  await save(
    'kept/31/31-a.html',
    tistoryPage('Public one', '<p><a href="https://kept.tistory.com/32">to it</a></p>'),
  );
  await save('kept/32/32-a.html', secret.replace('Text', '<a href="https://kept.tistory.com/31">back</a>'));
  const { posts } = await bring(join(base, 'kept'), { name: 'kept' });
  assert.deepEqual(
    posts.map(({ review }) => review?.status),
    ['published', 'draft'],
  );
  assert.equal((await bodyOf('tistory:kept/31')).trim(), '[to it](https://kept.tistory.com/32)');
  assert.equal((await bodyOf('tistory:kept/32')).trim(), `[back](/v1/reviews/${posts[0]?.review?.slug})`);
  assert.equal(await leads('/32'), undefined);
});

test('posts of Ghost, of a feed and of pages are found where they were', async () => {
  const ghost = (slug: string, html: string) => ({
    ...{ id: slug, uuid: slug, title: `Ghost ${slug}`, slug, html, status: 'published' },
    published_at: '2024-05-23T01:00:00.000Z',
  });
  await save(
    'ghost.json',
    JSON.stringify({
      data: {
        posts: [ghost('boo', '<p><a href="__GHOST_URL__/late/">late</a></p>'), ghost('late', '<p>Text</p>')],
      },
    }),
  );
  const brought = await bring(join(base, 'ghost.json'));
  assert.deepEqual(brought.redirects, { created: 2, unchanged: 0, leftOut: [] });
  assert.equal(await leads('/boo/'), brought.posts[0]?.review?.slug);
  assert.equal((await bodyOf('ghost:boo')).trim(), `[late](/v1/reviews/${brought.posts[1]?.review?.slug})`);

  await save(
    'feed.xml',
    `<?xml version="1.0"?><rss version="2.0"><channel><title>B</title><item><title>Of a feed</title><link>https://feed.example/posts/1.html?from=rss</link><guid>g</guid><description>Text</description></item><item><title>At the root</title><link>https://feed.example/</link><guid>r</guid><description>Text</description></item></channel></rss>`,
  );
  const fed = await bring(join(base, 'feed.xml'));
  assert.equal(fed.redirects.created, 1);
  assert.equal(await leads('/posts/1.html?from=rss'), fed.posts[0]?.review?.slug);

  await save(
    'page/a.html',
    '<html><head><title>A page</title><link rel="canonical" href="https://page.example/a"></head><body><article><p>Text</p></article></body></html>',
  );
  const paged = await bring(join(base, 'page'));
  assert.equal(await leads('/a'), paged.posts[0]?.review?.slug);
});

test('an address that two posts had is that of the first, and is told', async () => {
  await save('twice/21/21-a.html', tistoryPage('Same title', '<p>One</p>'));
  await save('twice/22/22-a.html', tistoryPage('Same title', '<p>Two</p>'));
  const { posts, redirects } = await bring(join(base, 'twice'), { name: 'twice' });
  assert.equal(await leads('/entry/Same-title'), posts[0]?.review?.slug);
  assert.deepEqual(redirects.leftOut, [
    { path: '/entry/Same-title', reason: 'it is that of tistory:twice/21, too' },
  ]);
});

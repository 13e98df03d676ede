import assert from 'node:assert/strict';
import { test } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import { startTestApp } from '../support/app.ts';
import { postReview } from '../support/things.ts';

// Nothing is answered out of memory here.
const app = await startTestApp({ RESPONSE_CACHE_MB: 0 });

/** A pair of surrogates is at every odd place of one of them, so that whatever is cut, one is cut there. */
const texts = ['', 'a'].map(
  (start) => `${start}${'🙂'.repeat(150_000)} 가 "quoted" \\ ]]> \u0007 0 & <b>end</b>`,
);
for (const [number, text] of texts.entries()) {
  const { id } = await postReview(app, { status: 'published', title: `Long ${number}` });
  await app.db.$client`update reviews set body = ${text}, html = ${`<p>${text}</p>`} where id = ${id}`;
}

const get = async (path: string, headers = {}) => {
  const answer = await app.send('GET', path, { headers });
  assert.equal(answer.status, 200, answer.text.slice(0, 500));
  return answer;
};

test('long texts arrive as they are, in lists, single reads and with highlights', async () => {
  for (const more of ['', '&q=long&highlight=true', '&fields=title,body,html']) {
    const { body, text } = await get(`/v1/reviews?include=body,html&sort=title${more}`);
    assert.equal(text, JSON.stringify(body));
    for (const [number, one] of body.data.entries()) {
      assert.equal(one.body, texts[number]);
      assert.equal(one.html, `<p>${texts[number]}</p>`);
    }
  }
  for (const query of ['', '?include=jsonld']) {
    const { body, text } = await get(`/v1/reviews/long-1${query}`);
    assert.equal(text, JSON.stringify(body));
    assert.equal(body.body, texts[1]);
  }
  assert.ok((await get('/v1/reviews/long-1.md')).text.includes(`${texts[1]}`));
});

test('long contents arrive as they are in feeds, but for what XML cannot hold', async () => {
  const parser = new XMLParser({ processEntities: true, trimValues: false });
  const contents = texts.map((text) => `<p>${text}</p>`).toReversed();
  const visible = contents.map((content) => content.replace('\u0007', ''));
  const { feed } = parser.parse((await get('/feeds/atom.xml')).text);
  assert.deepEqual(
    feed.entry.map(({ content }: { content: string }) => content),
    visible,
  );
  const { rss } = parser.parse((await get('/feeds/rss.xml')).text);
  assert.deepEqual(
    rss.channel.item.map((item: Record<string, string>) => item['content:encoded']),
    visible,
  );
  const { body } = await get('/feeds/feed.json');
  assert.deepEqual(
    body.items.map((item: Record<string, string>) => item.content_html),
    contents,
  );
});

test('a long answer has an ETag by which it is not sent again', async () => {
  for (const path of ['/v1/reviews?include=html', '/feeds/atom.xml', '/v1/reviews/long-1.md']) {
    const { headers } = await get(path);
    const again = await app.send('GET', path, { headers: { 'if-none-match': `${headers.etag}` } });
    assert.equal(again.status, 304, path);
  }
});

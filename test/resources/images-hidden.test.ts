import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plain } from '../images/pictures.ts';
import { startTestApp } from '../support/app.ts';
import { postReview } from '../support/things.ts';

const app = await startTestApp();
const any = { 'if-match': '*' };

let number = 0;
async function upload(): Promise<{ id: string; sha256: string }> {
  number += 1;
  const payload = await plain(400 + number, 300, '#336699')
    .png()
    .toBuffer();
  const headers = { 'content-type': 'image/png' };
  const answer = await app.send('POST', '/v1/images', { key: app.admin, payload, headers });
  assert.equal(answer.status, 201, answer.text);
  return answer.body;
}

const send = (method: string, path: string, body?: object) =>
  app.send(method, path, { key: app.admin, headers: any, ...(body && { body }) });

/** Where the public would meet the cover of a review. */
const listAnswers = ({ id, slug, tag }: { id: string; slug: string; tag: string }) => [
  ...[`/v1/reviews/${slug}`, `/v1/reviews/${id}`, `/v1/reviews/${slug}.html`, `/v1/reviews/${slug}.md`],
  ...['/v1/reviews?limit=100', '/v1/reviews?fields=cover', `/v1/reviews?tag=${tag}`, '/v1/reviews?q=Covered'],
  ...['/v1/images', '/v1/changes', '/v1/suggest?q=Covered', `/v1/reviews/${slug}/related`],
  ...['/feeds/feed.json', '/feeds/atom.xml', '/feeds/rss.xml', '/sitemap.xml', '/llms.txt'],
  `/v1/reviews/${slug}?as=json-ld`,
];

test('the public meets a hidden cover nowhere: not by its address, nor in lists, feeds, structured data and pages', async () => {
  const [hidden, shown] = [await upload(), await upload()];
  const tag = 'covered';
  const { id, slug } = await postReview(app, {
    ...{ title: 'Covered', status: 'published', cover: shown.id, tags: [tag] },
  });
  const draft = await postReview(app, { title: 'Covered draft', cover: hidden.id, tags: [tag] });
  const places = [...listAnswers({ id, slug, tag }), ...listAnswers({ ...draft, tag })];

  /** The answers to the public, with and without structured data, that name the image. */
  const findPlaces = async (image: string) => {
    const found: string[] = [];
    for (const path of places)
      for (const accept of ['application/json', 'application/ld+json', '*/*']) {
        const answer = await app.send('GET', path, { headers: { accept } });
        assert.ok(answer.status < 500, `${path}: ${answer.text}`);
        if (answer.text.includes(image) || JSON.stringify(answer.headers).includes(image))
          found.push(`${accept} ${path}`);
      }
    return found;
  };
  const readFiles = (image: string) =>
    Promise.all(
      ['', '/320.webp', '/320.jpg', '/original.png', '/1920.webp'].map(
        async (file) => (await app.send('GET', `/v1/images/${image}${file}`)).status,
      ),
    );
  /** @param wasPublic then the changes tell that it is gone, by its id */
  const isHidden = async (image: { id: string; sha256: string }, why: string, wasPublic = false) => {
    const found = await findPlaces(image.id);
    assert.deepEqual(wasPublic ? found.filter((place) => !place.endsWith('/v1/changes')) : found, [], why);
    assert.deepEqual(await readFiles(image.id), [404, 404, 404, 404, 404], why);
    const listed = await app.send('GET', `/v1/images?sha256=${image.sha256}`);
    assert.deepEqual(listed.body.data, [], why);
  };

  await isHidden(hidden, 'the cover of a draft');
  const met = await findPlaces(shown.id);
  for (const path of ['/v1/reviews?limit=100', `/v1/reviews/${slug}.html`, '/feeds/rss.xml'])
    assert.ok(met.includes(`*/* ${path}`), path);
  assert.ok(met.includes(`application/ld+json /v1/reviews/${slug}`));

  assert.equal((await send('PATCH', `/v1/reviews/${slug}/draft`, { cover: hidden.id })).status, 200);
  await isHidden(hidden, 'the cover of a working copy');
  assert.equal((await send('DELETE', `/v1/reviews/${slug}/draft`)).status, 204);

  const published = await send('POST', `/v1/reviews/${draft.slug}/publish`);
  assert.equal(published.status, 200, published.text);
  assert.ok((await findPlaces(hidden.id)).length > 5);
  for (const [how, hide] of [
    ['withdrawn', () => send('POST', `/v1/reviews/${draft.slug}/unpublish`)],
    ['replaced', () => send('PATCH', `/v1/reviews/${draft.slug}`, { cover: shown.id })],
    ['in the trash', () => send('DELETE', `/v1/reviews/${draft.id}`)],
  ] as const) {
    const answer = await hide();
    assert.ok(answer.status < 300, `${how}: ${answer.text}`);
    await isHidden(hidden, how, true);
    if (how === 'in the trash') break;
    await send('PATCH', `/v1/reviews/${draft.slug}`, { cover: hidden.id });
    await send('POST', `/v1/reviews/${draft.slug}/publish`);
    assert.deepEqual((await readFiles(hidden.id)).slice(0, 2), [200, 200]);
  }
});

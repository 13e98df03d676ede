import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../support/app.ts';
import { postReview, postThing } from '../support/things.ts';

// With an address of its own JSON-LD is for all, and has keys.
const app = await startTestApp({ PUBLIC_URL: 'https://example.org' });

const hard = 'é ÿ 가 각 漢 𝒙 👩‍🔬 "quoted" back\\slash';
const texts = ['Ä', '가', '힣 𝒙', hard].map((start) => ({
  title: `${start} 제목`,
  summary: `${start} – summary`,
  body: `## 요약 ${start}\n\n\tTab, \u001b \u2028 and ${hard}\n`,
}));
const named = `${hard} </script> \u00a0\u3000제목`;
await postThing(app, 'categories', { name: named, slug: 'root' });
const { id: category } = await postThing(app, 'categories', { name: '가', slug: '갈래', parent: 'root' });
const { id: paper } = await postThing(app, 'papers', {
  ...{
    title: named,
    acronym: '가 é',
    abstract: `${hard}\n\t\u2028`,
    venue: named,
    publishedOn: '2024-02-29',
  },
  identifiers: { arxiv: '2401.00001', doi: '10.1000/가"\\é' },
  authors: [{ name: named, orcid: '0000-0002-1825-0097' }, { name: '김' }],
  versions: [{ number: 1, releasedOn: '2024-01-31' }, { number: 2 }],
  links: [
    { kind: 'code', label: named, url: 'https://example.org/가' },
    { kind: 'other', label: '둘' },
  ],
});
for (const [number, text] of texts.entries()) {
  const whole = { paper, category, reviewedVersion: 1 + (number % 2), tags: ['태그 é', named] };
  const day = { status: 'published', publishedAt: `2024-01-0${number + 1}T00:00:00Z` };
  const links = number < 3 ? whole : { tags: ['태그 é'] };
  await postReview(app, { ...text, ...day, slug: `글-${number}`, language: 'ko', ...links });
}

type Thing = Record<string, unknown>;
const pick = ({ title, summary, body }: Thing) => ({ title, summary, body });

/** What is answered, in the one spelling that JSON has without spaces. */
async function read(path: string, key?: string): Promise<Thing> {
  const answer = await app.send('GET', path, key === undefined ? {} : { key });
  assert.equal(answer.status, 200, `${path}: ${answer.text}`);
  assert.equal(answer.text, JSON.stringify(JSON.parse(answer.text)), path);
  return JSON.parse(answer.text);
}

test('the texts of a thing are answered as they were sent, in every script, whatever is asked beside them', async () => {
  const asked = [
    '',
    '?include=text',
    '?include=jsonld',
    '?fields=title,summary,body',
    '?fields=title,summary,body,jsonld',
  ];
  for (const [number, text] of texts.entries())
    for (const query of asked) {
      const path = `/v1/reviews/${encodeURIComponent(`글-${number}`)}${query}`;
      assert.deepEqual(pick(await read(path)), text, path);
      assert.deepEqual(pick(await read(path, app.admin)), text, path);
    }
});

test('so are those of a list, with what is counted or found in it', async () => {
  const asked = ['', 'total=true', 'facets=tag,language', `q=${encodeURIComponent('요약')}`];
  for (const query of [...asked, `q=${encodeURIComponent('요약')}&highlight=true`]) {
    const path = `/v1/reviews?include=body&sort=publishedAt&${query}`;
    const page = await read(path);
    assert.deepEqual((page.data as Thing[]).map(pick), texts, path);
    const { tag } = (page.facets ?? {}) as { tag?: Thing[] };
    if (tag) assert.deepEqual(tag[0]?.name, '태그 é');
  }
});

test('what the database has written leaves as what is put together here does, with the same ids', async () => {
  const asked = [
    ...texts.map((_, number) => [`/v1/reviews/${encodeURIComponent(`글-${number}`)}`, 'include', 'jsonld']),
    [`/v1/papers/${paper}`, 'include', 'jsonld'],
    ['/v1/reviews', 'facets', 'language'],
    ['/v1/papers', 'facets', 'venue'],
  ];
  for (const [path = '', parameter = '', value = ''] of asked) {
    const written = await app.send('GET', path);
    const put = await app.send('GET', `${path}?${parameter}=${value}`);
    // To parse and to write JSON again keeps the order of its members.
    const { jsonld, facets, ...rest } = JSON.parse(put.text);
    assert.ok(jsonld ?? facets, path);
    assert.equal(written.text, JSON.stringify(rest), path);
    assert.equal(written.headers['surrogate-key'], put.headers['surrogate-key'], path);
  }
});

test('a walk by titles in every script finds each review once, forwards and back', async () => {
  const whole = ((await read('/v1/reviews?sort=title')).data as Thing[]).map(({ title }) => title);
  const walk = async (end: 'next' | 'previous', parameter: string, place = '') => {
    const found: unknown[] = [];
    for (let cursor: string | null = place; cursor !== null; ) {
      const from: string = cursor === '' ? '' : `&${parameter}=${cursor}`;
      const { data, page } = await read(`/v1/reviews?sort=title&limit=1${from}`);
      found.push((data as Thing[])[0]?.title);
      assert.ok(found.length <= texts.length, 'the walk ends');
      const { next, previous } = page as { next: string | null; previous: string | null };
      place = previous ?? place;
      cursor = end === 'next' ? next : previous;
    }
    return { found, place };
  };
  const { found, place } = await walk('next', 'after');
  assert.deepEqual(found, whole);
  assert.deepEqual((await walk('previous', 'before', place)).found, whole.slice(0, -1).toReversed());
});

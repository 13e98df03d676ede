import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import '@citation-js/plugin-ris';
import { Cite } from '@citation-js/core';
import { parse } from '@retorquere/bibtex-parser';
import { Ajv } from 'ajv';
import { startTestApp } from '../../support/app.ts';
import { postReview, postThing } from '../../support/things.ts';
import { cslData } from './csl-schema.ts';

const app = await startTestApp({
  // Statements are counted: no answer comes out of memory.
  RESPONSE_CACHE_MB: 0,
  ...{ SITE_URL_TEMPLATE: 'https://example.org/{language}/{slug}', SITE_TITLE: 'Margins' },
  SITE_AUTHOR: '김철수',
});
const validate = new Ajv({ strict: false }).compile(cslData);
const types = {
  'csl-json': 'application/vnd.citationstyles.csl+json',
  bibtex: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
  apa: 'text/plain',
};
const ofPaper = '/v1/papers/nv-embed/citation';
const ofReview = '/v1/reviews/nv-embed/citation';
const singles = [ofPaper, ofReview];
const lists = ['/v1/papers', '/v1/reviews'].flatMap((list) =>
  ['bib', 'ris', 'csl.json'].map((ending) => `${list}.${ending}`),
);
const get = async (path: string, accept?: string) => {
  const answer = await app.send('GET', path, { headers: accept === undefined ? {} : { accept } });
  assert.equal(answer.status, 200, answer.text);
  return answer;
};

before(async () => {
  await postReview(app, {
    paper: {
      ...{ slug: 'nv-embed', title: 'NV-Embed: Improved Techniques for Training LLMs', acronym: 'NV-Embed' },
      ...{ publishedOn: '2024-05-27', identifiers: { arxiv: '2405.17428' }, versions: [{ number: 2 }] },
      ...{ authors: [{ name: 'Chankyu Lee' }, { name: '이순신' }, { name: 'NVIDIA' }] },
      ...{ primaryClass: 'cs.CL' },
    },
    ...{ slug: 'nv-embed', title: 'NV-Embed: 범용 임베딩', summary: '한 줄 요약', language: 'ko' },
    ...{ status: 'published', publishedAt: '2024-06-03T09:00:00Z', tags: ['embedding'], reviewedVersion: 2 },
  });
  await postReview(app, {
    paper: {
      title: '선형성 & 망각',
      slug: '선형성',
      venue: 'ICLR 2025',
      identifiers: { doi: '10.1000/x_1' },
    },
    ...{ slug: '선형성', status: 'published', language: 'ko' },
  });
  await postThing(app, 'papers', { title: 'Nothing is known', venue: 'Journal of Tea' });
  await postReview(app, { title: 'Quokka draft', paper: { title: 'Quokka' }, tags: ['embedding'] });
});

test('a citation comes in the form of format, else of Accept, else as CSL-JSON', async () => {
  for (const path of singles) {
    const typeOf = async (query: string, accept?: string) =>
      (await get(path + query, accept)).headers['content-type']?.split(';')[0];
    assert.equal(await typeOf(''), types['csl-json']);
    assert.equal(await typeOf('', 'application/json'), types['csl-json']);
    for (const [format, type] of Object.entries(types)) {
      assert.equal(await typeOf('', type), type);
      assert.equal(await typeOf(`?format=${format}`), type);
      assert.equal(await typeOf(`?format=${format}`, types.ris), type);
    }
    assert.equal((await app.send('GET', `${path}?format=mla`)).status, 400);
    // Each has an address of its own, whatever is accepted.
    for (const [format, ending] of [
      ['bibtex', 'bib'],
      ['ris', 'ris'],
      ['apa', 'txt'],
    ]) {
      const { headers, text } = await get(`${path}.${ending}`, types['csl-json']);
      assert.equal(text, (await get(`${path}?format=${format}`)).text);
      assert.equal(headers['content-type']?.split(';')[0], types[format as keyof typeof types]);
    }
  }
});

test('CSL-JSON keeps to the schema of CSL, with names in their parts and a review as a review of its paper', async () => {
  for (const path of [...singles, '/v1/papers.csl.json', '/v1/reviews.csl.json']) {
    const body: unknown[] = (await get(path)).body;
    assert.ok(validate(body), `${path}: ${JSON.stringify(validate.errors)}`);
    assert.ok(body.length > 0);
  }
  const [paper] = (await get(ofPaper)).body;
  assert.deepEqual(paper, {
    ...{ id: 'nv-embed', type: 'article', title: 'NV-Embed: Improved Techniques for Training LLMs' },
    ...{ 'title-short': 'NV-Embed', issued: { 'date-parts': [[2024, 5, 27]] }, publisher: 'arXiv' },
    author: [{ family: 'Lee', given: 'Chankyu' }, { family: '이', given: '순신' }, { literal: 'NVIDIA' }],
    ...{ number: 'arXiv:2405.17428', archive: 'arXiv', archive_location: '2405.17428' },
    ...{ DOI: '10.48550/arxiv.2405.17428', URL: 'https://arxiv.org/abs/2405.17428' },
    custom: { primaryClass: 'cs.CL' },
  });
  const [review] = (await get(ofReview)).body;
  assert.deepEqual(review, {
    ...{ id: 'nv-embed-review', type: 'review', title: 'NV-Embed: 범용 임베딩', language: 'ko' },
    ...{ author: [{ family: '김', given: '철수' }], issued: { 'date-parts': [[2024, 6, 3]] } },
    ...{ 'container-title': 'Margins', URL: 'https://example.org/ko/nv-embed', abstract: '한 줄 요약' },
    'reviewed-title': 'NV-Embed: Improved Techniques for Training LLMs',
    'reviewed-author': paper.author,
  });
});

test('every BibTeX is read by a second parser, with keys that LaTeX takes and that differ in a list', async () => {
  for (const path of [...singles.map((one) => `${one}?format=bibtex`), '/v1/papers.bib', '/v1/reviews.bib']) {
    const { entries, errors } = parse((await get(path)).text, { sentenceCase: false });
    assert.deepEqual(errors, [], path);
    assert.ok(entries.length > 0);
    for (const { key } of entries) assert.match(key, /^[a-z0-9-]+$/);
    assert.equal(new Set(entries.map(({ key }) => key)).size, entries.length);
  }
  const { entries } = parse((await get('/v1/papers.bib')).text, { sentenceCase: false });
  const titles = entries.map(({ fields }) => fields.title);
  assert.ok(titles.includes('선형성 & 망각'), titles.join());
  const fields = entries.find(({ key }) => key === 'nv-embed')?.fields;
  assert.deepEqual([fields?.eprint, fields?.primaryclass], ['2405.17428', 'cs.CL']);
});

test('every RIS is read by a second parser', async () => {
  const cases: [string, number][] = [
    [`${ofPaper}?format=ris`, 1],
    [`${ofReview}?format=ris`, 1],
    ['/v1/papers.ris', 3],
    ['/v1/reviews.ris', 2],
  ];
  for (const [path, count] of cases) {
    const { text } = await get(path);
    assert.match(text, /^TY {2}- .*\r\n(.*\r\n)*ER {2}- \r\n$/);
    const { data } = new Cite(text, { forceType: '@ris/file' });
    assert.equal(data.length, count, path);
    for (const { title, type } of data) assert.ok(title && type, path);
  }
  const [paper] = new Cite((await get(`${ofPaper}?format=ris`)).text, { forceType: '@ris/file' }).data;
  assert.deepEqual(paper?.author?.[1], { family: '이', given: '순신' });
  assert.equal(paper?.DOI, '10.48550/arxiv.2405.17428');
});

test('APA is a line of plain text, Korean names in their order', async () => {
  assert.equal(
    (await get(`${ofPaper}?format=apa`)).text.trim(),
    'Lee, C., 이순신, & NVIDIA. (2024). NV-Embed: Improved Techniques for Training LLMs (arXiv:2405.17428). arXiv. https://doi.org/10.48550/arxiv.2405.17428',
  );
  const review = (await get(`${ofReview}?format=apa`)).text.trim();
  assert.match(
    review,
    /^김철수\. \(2024\)\. NV-Embed: 범용 임베딩 \[Review of NV-Embed: Improved .* by C\. Lee/,
  );
  assert.match(review, /https:\/\/example\.org\/ko\/nv-embed$/);
});

test('a list of citations takes the parameters of the list and has its pages, in one statement', async () => {
  const cite = async (path: string) => (await get(path)).body.map(({ id }: { id: string }) => id);
  assert.deepEqual(await cite('/v1/papers.csl.json?tag=embedding'), ['nv-embed']);
  assert.deepEqual(await cite('/v1/reviews.csl.json?tag=embedding'), ['nv-embed-review']);
  assert.deepEqual(await cite('/v1/papers.csl.json?author=chankyu%20lee'), ['nv-embed']);
  assert.deepEqual(await cite(`/v1/reviews.csl.json?q=${encodeURIComponent('범용')}`), ['nv-embed-review']);
  assert.deepEqual(await cite('/v1/papers.csl.json?tag=nowhere'), []);
  const first = await get('/v1/papers.csl.json?limit=2&sort=title');
  const [, next = ''] = /<([^<>]*)>; rel="next"/.exec(first.headers.link ?? '') ?? [];
  assert.equal((await get(next)).body.length, 1);
  for (const path of [...singles, ...lists])
    assert.equal((await app.countStatements(() => get(path))).length, 1, path);
  for (const path of lists) {
    for (const parameter of ['fields=id', 'total=true', 'highlight=true', 'include=body'])
      assert.equal((await app.send('GET', `${path}?${parameter}`)).status, 400, `${path}?${parameter}`);
  }
});

test('citations are cached like what they cite, and drafts are in none without a key', async () => {
  for (const path of [...singles, ...lists]) {
    const { headers, text } = await get(path);
    assert.match(headers.etag ?? '', /^"/, path);
    assert.ok(headers['last-modified'] && headers['surrogate-key'], path);
    assert.match(headers['cache-control'] ?? '', /^public/, path);
    assert.doesNotMatch(text, /Quokka/);
    const again = () => app.send('GET', path, { headers: { 'if-none-match': headers.etag ?? '' } });
    assert.equal((await again()).status, 304, path);
    assert.equal((await app.countStatements(again)).length, 1, path);
  }
  assert.match((await get('/v1/papers.bib')).headers['surrogate-key'] ?? '', /^papers /);
  assert.equal((await app.send('GET', '/v1/reviews/quokka/citation')).status, 404);
  const seen = await app.send('GET', '/v1/reviews.bib', { key: app.admin });
  assert.match(seen.text, /Quokka/);
  assert.equal(seen.headers['cache-control'], 'private, no-store');
});

test('a renamed thing is cited at its present address', async () => {
  const old = `/v1/reviews/${encodeURIComponent('선형성')}`;
  const headers = { 'if-match': '*' };
  const renamed = await app.send('PATCH', old, { key: app.admin, headers, body: { slug: 'linearity' } });
  assert.equal(renamed.status, 200);
  const answer = await app.send('GET', `${old}/citation`);
  assert.deepEqual([answer.status, answer.headers.location], [308, '/v1/reviews/linearity/citation']);
  const form = await app.send('GET', `${old}/citation.bib`);
  assert.deepEqual([form.status, form.headers.location], [308, '/v1/reviews/linearity/citation.bib']);
});

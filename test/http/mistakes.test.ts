import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problems } from '../../src/problem-types.ts';
import { type Asked, startTestApp } from '../support/app.ts';
import { newReview, postReview, postThing } from '../support/things.ts';

const app = await startTestApp();
const { admin: key } = app;
const { key: reader } = await app.makeKey(['drafts:read']);
await postThing(app, 'categories', { name: 'Language models' });
await postThing(app, 'tags', { name: 'embedding' });
const paper = { title: 'NV-Embed', identifiers: { arxiv: '2405.17428' } };
await postThing(app, 'papers', paper);
const more = { category: 'language-models', tags: ['embedding'], paper: 'arxiv:2405.17428' };
await postReview(app, { slug: 'nv-embed', status: 'published', ...more });
await postReview(app, { slug: 'a-draft' });

/** A request, its status, and what the answer alone has to name: the place, the value, the rule, the remedy. */
type Mistake = [request: string, asked: Asked, status: number, names: string[]];

const get = (query: string, names: string[], list = 'reviews'): Mistake => [
  `GET /v1/${list}?${query}`,
  {},
  400,
  names,
];
const post = (body: unknown, names: string[], list = 'reviews', status = 422): Mistake => [
  `POST /v1/${list}`,
  { key, body },
  status,
  names,
];
const sent = (body: object, names: string[]) => post({ ...newReview(), ...body }, names);
const text = (payload: string, type: string, status: number, names: string[]): Mistake => [
  'POST /v1/tags',
  { key, payload, headers: { 'content-type': type } },
  status,
  names,
];
const write = (request: string, asked: Asked, status: number, names: string[]): Mistake => [
  request,
  { key, ...asked },
  status,
  names,
];
const any = { 'if-match': '*' };

const mistakes: Record<string, Mistake[]> = {
  'unknown names of parameters near known ones': [
    get('tags=lora', ['tags', 'did you mean tag?']),
    get('lang=ko', ['lang', 'did you mean language?']),
    get('langauge=ko', ['did you mean language?']),
    get('Tag=lora', ['did you mean tag']),
    get('per_page=5', ['did you mean limit?']),
    get('pageSize=5', ['did you mean limit?']),
    get('limti=5', ['did you mean limit?']),
    get('search=lora', ['did you mean q?']),
    get('query=lora', ['did you mean q?']),
    get('cursor=x', ['did you mean after?']),
    get('offset=20', ['did you mean page?']),
    get('order=title', ['did you mean sort?']),
    get('sort_by=title', ['did you mean sort?']),
    get('populate=body', ['did you mean include?']),
    get('select=title', ['did you mean fields?']),
    get('ids=x', ['did you mean id?']),
    get('authors=Lee', ['did you mean author?']),
    get('publishedAt=2024', ['did you mean publishedAt[gte] or publishedAt[lt]?']),
    get('published_at[gte]=2024-01-01', ['did you mean publishedAt[gte]']),
    get('publishedAt[lte]=2024-01-01', ['publishedAt[lt]']),
    get('since=2024-01-01', ['did you mean publishedAt[gte]']),
    get('filter[tag]=lora', ['did you mean tag']),
    get('tag[]=lora', ['did you mean tag']),
    get('page[size]=5', ['did you mean limit?']),
    get('colour=red', ['colour is not known here; known are', 'language', 'publishedAt[gte]']),
    get('name=x', ['name', 'not known here'], 'tags'),
    get('reviewCount=5', ['not known here'], 'tags'),
  ],
  'unknown values near known ones': [
    get('sort=published', ['sort', '"published"', 'did you mean', '-publishedAt']),
    get('sort=-date', ['"-date"', 'did you mean -publishedAt?']),
    get('sort=-published_at', ['did you mean -publishedAt?']),
    get('sort=publishedAt:desc', ['"publishedAt:desc"', '-publishedAt']),
    get('facets=month,author', ['facets', '"month"', '"author"', 'year', 'venue']),
    get('facets=tags', ['did you mean tag?']),
    get('fields=Title', ['fields', '"Title"', 'did you mean title?']),
    get('include=content', ['include', '"content"', 'did you mean body?']),
    get('include=author', ['did you mean authors?']),
    get('link=github', ['"github"', 'code']),
    get('section=limitation', ['did you mean limitations?']),
    get('status=public', ['"public"', 'did you mean published?']),
    get('status=publish', ['did you mean published?']),
    write('GET /v1/audit?type=reviw', {}, 400, ['type', '"reviw"', 'did you mean review?']),
    post({ name: 'k', scopes: ['review:write'] }, ['/scopes/0', 'did you mean reviews:write?'], 'keys'),
    sent({ status: 'publish' }, ['/status', '"publish"', 'did you mean published?']),
  ],
  'unknown members near known ones': [
    sent({ content: 'x' }, ['/content', 'did you mean body?']),
    sent({ lang: 'ko' }, ['/lang', 'did you mean language?']),
    sent({ tag: ['a'] }, ['/tag', 'did you mean tags?']),
    sent({ published_at: '2024-05-30T00:00:00Z' }, ['/published_at', 'did you mean publishedAt?']),
    sent({ tittle: 'x' }, ['/tittle', 'did you mean title?']),
    sent({ abstract: 'x' }, ['/abstract', 'did you mean summary?']),
    sent({ paper: { title: 'x', arxiv: '2405.17428' } }, ['/paper/arxiv', 'did you mean identifiers?']),
    sent({ paper: { title: 'x', link: [] } }, ['/paper/link', 'did you mean links?']),
    post({ title: 'LoRA' }, ['/name', 'is required', '/title', 'did you mean name?'], 'tags'),
    post({ name: 'x', parentId: 'y' }, ['/parentId', 'did you mean parent?'], 'categories'),
    post({ name: 'x', colour: 'red' }, ['/colour', 'known are', 'description'], 'tags'),
  ],
  'wrong types': [
    get('limit=none', ['limit', '"none"', 'whole number']),
    get('limit=500', ['limit', '500', 'at most 100']),
    get('limit=0', ['limit', 'at least 1', 'not 0']),
    get('total=1', ['total', 'true or false', '"1"']),
    get('outdated=yes', ['outdated', 'true or false', '"yes"']),
    get('year=2023,2024', ['year', '"2023,2024"', 'whole number']),
    get('limit=5&limit=6', ['limit', 'given once']),
    sent({ tags: 'embedding' }, ['/tags', 'must be a list, not "embedding"']),
    sent({ tags: [1] }, ['/tags/0', 'string', 'not 1']),
    sent({ reviewedVersion: '1' }, ['/reviewedVersion', 'whole number', '"1"']),
    sent({ body: null }, ['/body', 'must be a string, not null']),
    sent({ paper: 5 }, ['/paper', 'string or an object', '5']),
    sent({ title: '' }, ['/title', 'must not be empty']),
    sent({ title: 'x'.repeat(501) }, ['/title', 'at most 500 characters', '501']),
    sent({ slug: 'Not A Slug' }, ['/slug', 'lower-case', '"Not A Slug"']),
    sent({ language: 'english' }, ['/language', '"english"']),
    post([], ['must be an object', 'a list']),
    post({ items: [] }, ['The body must be a list of items'], 'batch'),
  ],
  'wrong forms of dates': [
    get('publishedAt[gte]=2024-05-30T00:00:00+09:00', [
      'publishedAt[gte]',
      '%2B',
      '2024-05-30T00:00:00 09:00',
    ]),
    get('publishedAt[gte]=2024-05-30T00:00:00', ['publishedAt[gte]', 'offset', 'Z']),
    get('publishedAt[gte]=2024-05', ['2024-06-03', 'a day', '"2024-05"']),
    get('publishedAt[lt]=30.05.2024', ['"30.05.2024"', '2024-06-03']),
    get('publishedAt[gte]=2024-02-30', ['"2024-02-30"']),
    get('publishedAt.gte=yesterday', ['publishedAt[gte]', '"yesterday"']),
    get('updatedAt.gte=1717000000', ['updatedAt[gte]', '"1717000000"']),
    sent({ status: 'published', publishedAt: '2024-05-30' }, ['/publishedAt', '2024-05-30T00:00:00Z']),
    sent({ status: 'published', publishedAt: '2024-05-30 10:00' }, [
      '/publishedAt',
      'must be a moment',
      '"2024-05-30 10:00"',
    ]),
    sent({ paper: { title: 'x', publishedOn: '2024-05' } }, [
      '/paper/publishedOn',
      '2024-05-27',
      '"2024-05"',
    ]),
  ],
  'commas and brackets': [
    get('paper=nv-embed,kto', ['paper', '"nv-embed,kto"', 'one paper']),
    get('tag=a,', ['tag', 'must not be empty']),
    get('sort=title,publishedAt', ['sort', '"title,publishedAt"', 'title']),
    get('id=nv-embed', ['id', 'UUID', '"nv-embed"']),
    get(`slug=${Array(101).fill('a').join()}`, ['slug', 'at most 100', '101']),
  ],
  'missing parts': [
    post({ paper: 'arxiv:2405.17428' }, ['/body', '/language', 'is required']),
    post({}, ['/paper', '/body', '/language', 'is required']),
    post({ paper: {}, body: 'x', language: 'en' }, ['/paper/title', 'is required']),
    write('POST /v1/tags', { headers: { 'content-type': 'application/json' } }, 422, ['body']),
    ['POST /v1/tags', { body: { name: 'x' } }, 401, ['Authorization: Bearer']],
    ['GET /v1/reviews', { headers: { authorization: key } }, 401, ['Bearer']],
    ['GET /v1/reviews', { headers: { authorization: `Token ${key}` } }, 401, ['Bearer']],
    ['GET /v1/reviews', { key: `${key}x` }, 401, ['mistyped']],
    ['POST /v1/tags', { key: reader, body: { name: 'x' } }, 403, ['taxonomy:write']],
    text('{"name":"x"}', 'application/x-www-form-urlencoded', 415, ['-H', 'Content-Type: application/json']),
    text('name: x', 'text/yaml', 415, ['"text/yaml"', 'application/json']),
    text("{'name':'x'}", 'application/json', 400, ['double quotes', 'line 1, column 2']),
    text('{"name":"x",}', 'application/json', 400, ['double quotes', 'line 1, column 13']),
    text('{"name":"x","name":"y"}', 'application/json', 400, ['name', 'twice']),
    ['GET /v1/review', {}, 404, ['/v1/review', 'did you mean /v1/reviews?']],
    ['GET /reviews', {}, 404, ['did you mean /v1/reviews?']],
    ['GET /api/v1/reviews', {}, 404, ['did you mean /v1/reviews?']],
    ['GET /v1/catagories/language-models', {}, 404, ['did you mean /v1/categories?']],
    ['GET /v1/reviews/nv-embde', {}, 404, ['nv-embde']],
    write('POST /v1/reviews/nv-embed', { body: {} }, 405, ['POST', 'PATCH']),
  ],
  'the wrong order of steps': [
    write('PATCH /v1/reviews/nv-embed', { body: { title: 'x' } }, 428, ['If-Match', 'ETag']),
    write('PATCH /v1/tags/embedding', { body: { name: 'x' }, headers: { 'if-match': '1-abc' } }, 400, [
      'If-Match',
      'double quotes',
    ]),
    write('PATCH /v1/tags/embedding', { body: { name: 'x' }, headers: { 'if-match': '"9-abc"' } }, 412, [
      'revision 1',
      'ETag',
    ]),
    write('DELETE /v1/tags/embedding', { headers: any }, 409, ['1 review', 'take it off']),
    write('DELETE /v1/categories/language-models', { headers: any }, 409, ['review']),
    write('POST /v1/tags', { body: { name: 'Embedding' } }, 409, ['embedding', 'name']),
    write('POST /v1/papers', { body: paper }, 409, ['arxiv', '2405.17428', 'nv-embed']),
    write('POST /v1/reviews', { body: { ...newReview(), category: 'nowhere' } }, 422, [
      '/category',
      'nowhere',
    ]),
    write('POST /v1/reviews', { body: { ...newReview(), paper: 'nowhere' } }, 422, ['/paper', 'nowhere']),
    write('POST /v1/reviews', { body: { ...newReview(), status: 'scheduled' } }, 422, [
      '/status',
      '"scheduled"',
    ]),
    write(
      'PATCH /v1/reviews/a-draft',
      { body: { publishedAt: '2999-01-01T00:00:00Z', status: 'published' }, headers: any },
      422,
      ['publishedAt', 'schedule'],
    ),
    get('after=abc', ['after', 'cursor', 'sort']),
    get('after=a&before=b', ['before', 'after', 'one of them']),
    get('sort=relevance', ['sort', 'relevance', '`q`']),
    get('highlight=true', ['highlight', '`q`']),
    get('page=900&limit=100', ['page', '10000', 'cursor']),
  ],
};

for (const [kind, rows] of Object.entries(mistakes))
  test(`an answer alone is enough to mend the request: ${kind}`, async () => {
    const missing: string[] = [];
    for (const [request, asked, status, names] of rows) {
      const [method = '', path = ''] = request.split(/ (.*)/);
      const answer = await app.send(method, path, asked);
      const { detail = '', errors = [] } = answer.body ?? {};
      const said = [
        detail,
        ...errors.map((fault: Record<string, string>) => Object.values(fault).reverse().join(' ')),
      ].join('\n');
      const left = names.filter((name) => !said.includes(name));
      if (answer.status !== status || left.length > 0)
        missing.push(`${request} ${answer.status}, without ${left.join(' | ')}: ${said}`);
      assert.equal(answer.body?.code?.length > 0, answer.status >= 400);
      const faults = errors.map((fault: object) => JSON.stringify(fault));
      assert.equal(new Set(faults).size, faults.length, `${request} says a fault twice`);
    }
    assert.deepEqual(missing, []);
  });

test('the examples of the catalogue say what the service answers', async () => {
  const caused = ['malformed-request', 'invalid-parameter', 'invalid-cursor', 'unauthorized'] as const;
  for (const code of [...caused, 'not-found', 'method-not-allowed', 'gone', 'invalid-body'] as const) {
    const { request, detail } = problems[code].example;
    const [, method = '', path = '', sent] = /^(\w+) (\S+)(?: (\{.*\}))?$/.exec(request) ?? [];
    const answer = await app.send(method, path, sent ? { key, body: JSON.parse(sent) } : {});
    assert.deepEqual([answer.body.code, answer.body.detail], [code, detail]);
  }
});

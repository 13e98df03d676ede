import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readIdentifier, recognizeIdentifier, spellVersion } from '../../src/content/identifiers/scheme.ts';
import { identifierSchemes } from '../../src/content/identifiers/schemes.ts';
import { malformed, spellings } from '../content/identifiers/spellings.ts';
import { type Answer, startTestApp } from '../support/app.ts';
import { newArxivId, newReview, postReview, postThing } from '../support/things.ts';

const app = await startTestApp();

const send = (method: string, path: string, body?: unknown) =>
  app.send(method, path, {
    key: app.admin,
    ...(method === 'GET' || method === 'POST' ? {} : { headers: { 'If-Match': '*' } }),
    ...(body === undefined ? {} : { body }),
  });
const read = (reference: string) => send('GET', `/v1/papers/${encodeURIComponent(reference)}`);
const pointers = ({ body }: Answer): string[] =>
  body.errors.map(({ pointer }: { pointer: string }) => pointer);

/** What names a paper: without the version. */
const withoutVersion = (name: string) => name.replace(/(?<=^(?:arxiv|doi):.*)v\d+$/, '');

test('every spelling of an identifier is the paper in a body, in a path and in a filter', async () => {
  const names = [...new Set(Object.keys(spellings).map(withoutVersion))];
  const identify = (name: string, value: string) => ({ [name.slice(0, name.indexOf(':'))]: value });
  const items = names.map((name) => ({
    type: 'paper',
    data: { title: name, identifiers: identify(name, name.slice(name.indexOf(':') + 1)) },
  }));
  const made = await send('POST', '/v1/batch', items);
  assert.equal(made.body.created, names.length, made.text);
  const ids = new Map(names.map((name, at) => [name, made.body.data[at].id]));
  for (const [name, list] of Object.entries(spellings)) {
    const id = ids.get(withoutVersion(name));
    const again = list.map((spelling) => ({
      type: 'paper',
      data: { identifiers: identify(name, spelling) },
    }));
    const sent = await send('POST', '/v1/batch', again);
    for (const [at, spelling] of list.entries()) {
      assert.equal(sent.body.data[at].id, id, `${spelling}: ${JSON.stringify(sent.body.data[at])}`);
      assert.equal((await read(spelling)).body.id, id, spelling);
      const said = readIdentifier(spelling);
      assert.equal(said && `${said.scheme}:${spellVersion(said)}`, name, spelling);
    }
    const [first = '', last = first] = [list[0], list.at(-1)];
    for (const spelling of [first, last])
      assert.equal(
        (await send('GET', `/v1/reviews?paper=${encodeURIComponent(spelling)}`)).status,
        200,
        spelling,
      );
  }
});

test('a version that a spelling says is one of the paper', async () => {
  const said = Object.keys(spellings).filter((name) => withoutVersion(name) !== name);
  assert.ok(said.length > 4);
  for (const name of said) {
    const { versions } = (await read(withoutVersion(name))).body;
    assert.deepEqual(versions, [{ number: Number(/\d+$/.exec(name)?.[0]), releasedOn: null }], name);
  }
});

test('an identifier that breaks a rule is refused with it, alike in a path, a body and a filter', async () => {
  for (const [text, rule] of malformed) {
    const [path, filter, body] = await Promise.all([
      read(text),
      send('GET', `/v1/reviews?paper=${encodeURIComponent(text)}`),
      send('POST', '/v1/reviews', newReview({ paper: text })),
    ]);
    assert.deepEqual([path.status, filter.status, body.status], [400, 400, 422], text);
    for (const answer of [path, filter, body]) assert.match(answer.body.errors[0].detail, rule, text);
  }
});

test('an address of every scheme leads to what it was made of', () => {
  for (const name of Object.keys(spellings)) {
    const plain = withoutVersion(name);
    const read = recognizeIdentifier(plain);
    assert.ok(read.kind === 'identifier' && identifierSchemes.includes(read.scheme), name);
  }
});

test('the version in an identifier is added to the paper, and is the one that the review read', async () => {
  const arxiv = newArxivId();
  const paper = { title: 'V', identifiers: { arxiv: `${arxiv}v2` } };
  const first = await postReview(app, { paper });
  assert.deepEqual(first.reviewedVersion, { number: 2, releasedOn: null });
  assert.deepEqual([first.outdated, first.paper.arxiv], [false, arxiv]);
  const third = await postReview(app, { paper: `https://arxiv.org/abs/${arxiv}v3` });
  assert.deepEqual(third.reviewedVersion, { number: 3, releasedOn: null });
  assert.equal((await send('GET', `/v1/reviews/${first.id}`)).body.outdated, true);
  const silent = await postReview(app, { paper: `arxiv:${arxiv}` });
  assert.equal(silent.reviewedVersion, null);
  const { versions, identifiers } = (await read(`arxiv:${arxiv}`)).body;
  assert.deepEqual(
    versions.map(({ number }: { number: number }) => number),
    [2, 3],
  );
  assert.equal(identifiers.arxiv, arxiv);
});

test('another version than the identifier says is a 422, the same one is taken', async () => {
  const arxiv = newArxivId();
  const both = (paper: unknown, reviewedVersion: number | null) =>
    send('POST', '/v1/reviews', newReview({ paper, reviewedVersion }));
  const paper = { title: 'V', identifiers: { arxiv: `${arxiv}v2` }, versions: [{ number: 1 }] };
  assert.deepEqual(pointers(await both(paper, 1)), ['/reviewedVersion']);
  assert.equal((await both(paper, 1)).status, 422);
  assert.equal((await both(paper, 2)).status, 201);
  assert.deepEqual(pointers(await both(`arxiv:${arxiv}v2`, 1)), ['/reviewedVersion']);
  assert.equal((await both(`arxiv:${arxiv}v2`, null)).body.reviewedVersion.number, 2);
  const two = { arxiv: `${arxiv}v2`, doi: `10.48550/arXiv.${arxiv}v3` };
  const contradiction = await send('POST', '/v1/papers', { title: 'V', identifiers: two });
  assert.deepEqual([contradiction.status, pointers(contradiction)], [422, ['/identifiers/doi']]);
});

test('a version is taken out of changes of reviews, papers, drafts and items of a batch too', async () => {
  const arxiv = newArxivId();
  const review = await postReview(app, {
    paper: { title: 'V', identifiers: { arxiv } },
    status: 'published',
  });
  const patched = await send('PATCH', `/v1/reviews/${review.id}`, { paper: `arxiv:${arxiv}v4` });
  assert.equal(patched.body.reviewedVersion.number, 4, patched.text);
  const paper = await send('PATCH', `/v1/papers/${review.paper.id}`, {
    identifiers: { arxiv: `${arxiv}v5` },
  });
  assert.equal(paper.body.latestVersion.number, 5);
  const draft = await send('PATCH', `/v1/reviews/${review.id}/draft`, { paper: `arxiv:${arxiv}v5` });
  assert.deepEqual([draft.body.paper, draft.body.reviewedVersion], [`arxiv:${arxiv}`, 5], draft.text);
  const item = { slug: review.slug, paper: { identifiers: { arxiv: `${arxiv}v6` } } };
  for (const updatePapers of [true, false]) {
    const path = `/v1/batch?updatePapers=${updatePapers}`;
    const saved = await send('POST', path, [{ type: 'review', data: item }]);
    assert.equal(saved.body.failed, 0, saved.text);
    const again = await send('POST', path, [{ type: 'review', data: item }]);
    assert.equal(again.body.unchanged, 1, again.text);
  }
  assert.equal((await send('GET', `/v1/reviews/${review.id}`)).body.reviewedVersion.number, 6);
});

test('a key that may not add to a public paper cannot review a version that it does not have', async () => {
  const arxiv = newArxivId();
  const paper = await postThing(app, 'papers', { title: 'Public', identifiers: { arxiv } });
  const { key } = await app.makeKey(['reviews:write']);
  const answer = await app.send('POST', '/v1/reviews', {
    key,
    body: newReview({ paper: `arxiv:${arxiv}v2` }),
  });
  assert.deepEqual([answer.status, pointers(answer)], [422, ['/reviewedVersion']], answer.text);
  assert.deepEqual((await read(paper.id)).body, paper);
});

test('a link whose address names a paper gives it that identifier, unless another paper has it', async () => {
  const [arxiv, taken] = [newArxivId(), newArxivId()];
  const owner = await postThing(app, 'papers', { title: 'Owner', identifiers: { arxiv: taken } });
  const link = (url: string, kind = 'arxiv') => ({ kind, label: 'Link', url });
  const made = await postThing(app, 'papers', {
    title: 'By its links',
    links: [link(`https://arxiv.org/pdf/${arxiv}v2`), link('https://aclanthology.org/P19-1999/', 'other')],
  });
  assert.deepEqual([made.identifiers.arxiv, made.identifiers.acl], [arxiv, 'P19-1999']);
  const other = await postThing(app, 'papers', {
    title: 'Another',
    links: [link(`https://arxiv.org/abs/${taken}`)],
  });
  assert.equal(other.identifiers.arxiv, null);
  const same = await postReview(app, {
    paper: { title: 'The same', links: [link(`https://arxiv.org/abs/${arxiv}`)] },
  });
  assert.equal(same.paper.id, made.id);
  const [code, two] = [newArxivId(), newArxivId()];
  const doubtful = await postThing(app, 'papers', {
    title: 'Doubtful',
    links: [
      link(`https://arxiv.org/abs/${code}`, 'code'),
      link(`https://arxiv.org/abs/${two}`, 'other'),
      link(`https://arxiv.org/abs/${newArxivId()}`, 'other'),
    ],
  });
  assert.equal(doubtful.identifiers.arxiv, null);
  const changed = await send('PATCH', `/v1/papers/${doubtful.id}`, {
    links: [link(`https://arxiv.org/abs/${two}`)],
  });
  assert.equal(changed.body.identifiers.arxiv, two);
  const whole = { title: 'Another', links: [link(`https://arxiv.org/abs/${taken}`)] };
  assert.equal((await send('PUT', `/v1/papers/${other.id}`, whole)).body.revision, other.revision);
  const without = { ...whole, links: [link(`https://arxiv.org/abs/${code}`)], identifiers: { arxiv: null } };
  assert.equal((await send('PUT', `/v1/papers/${other.id}`, without)).body.identifiers.arxiv, null);
  assert.deepEqual((await read(owner.id)).body, owner);
});

test('links of one kind to one address are one link', async () => {
  const spelled = [
    'https://github.com/x/y',
    'https://github.com/x/y.git',
    'http://www.github.com/x/y/',
    'https://github.com/x/y#readme',
    'https://github.com/x/y?utm_source=z',
  ];
  const links = spelled.map((url) => ({ kind: 'code', label: 'Code', url }));
  const others = [
    { kind: 'project', label: 'Project', url: 'https://github.com/x/y' },
    { kind: 'code', label: 'Code', url: 'https://github.com/x/z' },
  ];
  const arxiv = newArxivId();
  const paper = await postThing(app, 'papers', {
    ...{ title: 'Linked', identifiers: { arxiv } },
    links: [...links, ...others],
  });
  assert.deepEqual(paper.links, [links[0], ...others]);
  await postReview(app, { paper: { title: 'Linked', identifiers: { arxiv }, links }, status: 'published' });
  assert.deepEqual((await read(paper.id)).body.links, paper.links);
});

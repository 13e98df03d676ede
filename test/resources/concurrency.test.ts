import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answer, startTestApp } from '../support/app.ts';
import { interleave, oneSession } from '../support/interleave.ts';
import { newArxivId, newReview, postReview, postThing } from '../support/things.ts';

const app = await startTestApp();
const options = { skip: oneSession };

const send = (method: string, path: string, body?: unknown, ifMatch = '*') =>
  app.send(method, path, {
    key: app.admin,
    headers: { 'if-match': ifMatch },
    ...(body === undefined ? {} : { body }),
  });
const read = (path: string) => app.send('GET', path, { key: app.admin });
const merge = (from: string, into: string) => send('POST', `/v1/papers/${from}/merge`, { into });
const post = (more: Record<string, unknown>) => send('POST', '/v1/reviews', newReview(more));

let number = 0;
const newName = () => {
  number += 1;
  return `Contended ${number}`;
};
const newPaper = () => postThing(app, 'papers', { title: 'Twin', identifiers: { arxiv: newArxivId() } });
const newTag = () => postThing(app, 'tags', { name: newName() });
const newCategory = (parent: string | null = null) =>
  postThing(app, 'categories', { name: newName(), parent });

const statuses = (answers: Answer[]) => answers.map(({ status }) => status);

/** Whatever else became of the papers: this one is here, and the others lead to it. */
async function assertLeadTo(
  survivor: { id: string; slug: string },
  ...others: { id: string; slug: string }[]
) {
  assert.equal((await read(`/v1/papers/${survivor.id}`)).status, 200);
  for (const name of others.flatMap(({ id, slug }) => [id, slug]))
    assert.equal((await read(`/v1/papers/${name}`)).headers.location, `/v1/papers/${survivor.slug}`);
}

test('of fifty writers with one ETag exactly one wins, and the rest are told that they are late', async () => {
  const things = [
    ['reviews', await postReview(app, { status: 'published' }), 'summary'],
    ['papers', await newPaper(), 'venue'],
    ['tags', await newTag(), 'description'],
    ['categories', await newCategory(), 'description'],
  ] as const;
  for (const [kind, { id }, member] of things) {
    const path = `/v1/${kind}/${id}`;
    const etag = (await read(path)).headers.etag ?? '';
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, writer) => send('PATCH', path, { [member]: `of ${writer}` }, etag)),
    );
    const won = answers.filter(({ status }) => status === 200);
    assert.deepEqual(statuses(answers).sort(), [200, ...Array.from({ length: 49 }, () => 412)], kind);
    const { body } = await read(path);
    assert.deepEqual([body[member], body.revision], [won[0]?.body[member], 2], kind);
  }
});

test(
  'two papers that are merged into each other at once become the one that was first',
  options,
  async () => {
    const [a, b] = [await newPaper(), await newPaper()];
    const answers = await interleave(
      app,
      () => merge(a.id, b.id),
      () => merge(b.id, a.id),
    );
    assert.deepEqual(statuses(answers), [200, 409]);
    assert.match(answers[1].body.detail, /same paper/);
    await assertLeadTo(b, a);
  },
);

test('merges that go on from each other at once end in one paper that has all', options, async () => {
  for (const order of [0, 1]) {
    const [a, b, c] = [await newPaper(), await newPaper(), await newPaper()];
    await post({ paper: a.id });
    const steps = [() => merge(a.id, b.id), () => merge(b.id, c.id)] as const;
    const [first, second] = order === 0 ? steps : ([steps[1], steps[0]] as const);
    assert.deepEqual(statuses(await interleave(app, first, second)), [200, 200]);
    await assertLeadTo(c, a, b);
    const listed = await read(`/v1/reviews?paper=${c.id}`);
    assert.equal(listed.body.data.length, 1);
    for (const { identifiers } of [a, b, c])
      assert.equal((await read(`/v1/papers/arxiv:${identifiers.arxiv}`)).body.id, c.id);
  }
});

test('a paper is merged once, when two want it at the same time', options, async () => {
  const [a, b, c] = [await newPaper(), await newPaper(), await newPaper()];
  const answers = await interleave(
    app,
    () => merge(a.id, b.id),
    () => merge(a.slug, c.id),
  );
  assert.deepEqual(statuses(answers), [200, 409]);
  assert.match(answers[1].body.detail, new RegExp(`"${b.slug}" now`));
  await assertLeadTo(b, a);
});

test(
  'a review that is posted to a paper while that is merged is about the one that stays',
  options,
  async () => {
    for (const refer of [
      (paper: Answer['body']) => paper.id,
      (paper: Answer['body']) => paper.slug,
      (paper: Answer['body']) => `arxiv:${paper.identifiers.arxiv}`,
      (paper: Answer['body']) => ({ title: 'Twin', identifiers: paper.identifiers }),
    ]) {
      for (const order of [0, 1]) {
        const [a, b] = [await newPaper(), await newPaper()];
        const steps = [() => merge(a.id, b.id), () => post({ paper: refer(a) })] as const;
        const answers =
          order === 0 ? await interleave(app, ...steps) : await interleave(app, steps[1], steps[0]);
        assert.deepEqual(statuses(answers).sort(), [200, 201], JSON.stringify(answers));
        const review = answers.find(({ status }) => status === 201)?.body;
        assert.equal((await read(`/v1/reviews/${review.id}`)).body.paper.id, b.id);
        await assertLeadTo(b, a);
      }
    }
  },
);

test(
  'what is added to a paper while it is merged is added to the one that stays, or refused',
  options,
  async () => {
    const doi = () => `10.1000/${newArxivId()}`;
    for (const order of [0, 1]) {
      for (const add of [
        (a: Answer['body'], added: string) =>
          send('PATCH', `/v1/papers/${a.id}`, { identifiers: { doi: added } }),
        (a: Answer['body'], added: string) =>
          post({ paper: { title: 'Twin', identifiers: { ...a.identifiers, doi: added } } }),
      ]) {
        const [a, b, added] = [await newPaper(), await newPaper(), doi()];
        const steps = [() => merge(a.id, b.id), () => add(a, added)] as const;
        const answers =
          order === 0 ? await interleave(app, ...steps) : await interleave(app, steps[1], steps[0]);
        const [merged, changed] = order === 0 ? answers : [answers[1], answers[0]];
        assert.equal(merged?.status, 200);
        const found = await read(`/v1/papers/${encodeURIComponent(`doi:${added}`)}`);
        // An address that a PATCH knew is of a paper that is no more.
        if (changed?.status === 404) assert.equal(found.status, 404);
        else assert.deepEqual([found.body.id, found.body.identifiers.doi], [b.id, added], changed?.text);
      }
    }
  },
);

test('a paper is not deleted with what a merge has just given it', options, async () => {
  const [a, b] = [await newPaper(), await newPaper()];
  const { body: review } = await post({ paper: a.id });
  const answers = await interleave(
    app,
    () => merge(a.id, b.id),
    () => send('DELETE', `/v1/papers/${b.id}`),
  );
  assert.deepEqual(statuses(answers), [200, 409]);
  const [c, d] = [await newPaper(), await newPaper()];
  const others = await interleave(
    app,
    () => send('DELETE', `/v1/papers/${d.id}`),
    () => merge(c.id, d.id),
  );
  assert.deepEqual(statuses(others), [204, 422]);
  assert.equal((await read(`/v1/reviews/${review.id}`)).body.paper.id, b.id);
  assert.equal((await read(`/v1/papers/${c.id}`)).status, 200);
});

test(
  'a review that is changed while its paper is merged keeps the change and gets the paper',
  options,
  async () => {
    for (const order of [0, 1]) {
      const [a, b] = [await newPaper(), await newPaper()];
      const { body: review } = await post({ paper: a.id });
      const steps = [
        () => merge(a.id, b.id),
        () => send('PATCH', `/v1/reviews/${review.id}`, { summary: 'Changed.' }),
      ] as const;
      const answers =
        order === 0 ? await interleave(app, ...steps) : await interleave(app, steps[1], steps[0]);
      assert.deepEqual(statuses(answers), [200, 200]);
      const { body } = await read(`/v1/reviews/${review.id}`);
      assert.deepEqual([body.summary, body.paper.id, body.revision], ['Changed.', b.id, 3]);
    }
  },
);

test('a tag is never taken from under a review that is getting it', options, async () => {
  for (const order of [0, 1]) {
    const tag = await newTag();
    const steps = [() => send('DELETE', `/v1/tags/${tag.id}`), () => post({ tags: [tag.name] })] as const;
    const answers = order === 0 ? await interleave(app, ...steps) : await interleave(app, steps[1], steps[0]);
    const [deleted, posted] = order === 0 ? answers : [answers[1], answers[0]];
    assert.deepEqual([deleted?.status, posted?.status], order === 0 ? [204, 201] : [409, 201]);
    const { body } = await read(`/v1/reviews/${posted?.body.id}`);
    assert.deepEqual(
      body.tags.map(({ name }: { name: string }) => name),
      [tag.name],
    );
    assert.equal(body.tags[0].id === tag.id, order === 1);
  }
});

test(
  'one name is one tag, whoever makes it, renames to it or posts it at the same time',
  options,
  async () => {
    const makers = [
      async (name: string) => () => send('POST', '/v1/tags', { name }),
      async (name: string) => {
        const { id } = await newTag();
        return () => send('PATCH', `/v1/tags/${id}`, { name });
      },
      async (name: string) => () => post({ tags: [name.toUpperCase()] }),
    ];
    for (const one of makers) {
      for (const other of makers) {
        const name = newName();
        const answers = await interleave(app, await one(name), await other(name));
        assert.ok((answers[0]?.status ?? 500) < 300, answers[0]?.text);
        assert.equal(answers[1]?.status, other === makers[2] ? 201 : 409, answers[1]?.text);
        const { data } = (await read('/v1/tags?sort=-name&limit=100')).body;
        const isSame = (tag: { name: string }) => tag.name.toLowerCase() === name.toLowerCase();
        assert.equal(data.filter(isSame).length, 1);
      }
    }
  },
);

test('a review that is changed while its tag is renamed keeps that tag', options, async () => {
  const changes = [{ title: 'Changed meanwhile' }, { body: 'Changed meanwhile.' }, { category: null }];
  for (const change of changes) {
    const tag = await newTag();
    const review = (await post({ tags: [tag.name] })).body;
    const renamed = newName();
    const answers = await interleave(
      app,
      () => send('PATCH', `/v1/tags/${tag.id}`, { name: renamed, slug: `renamed-${tag.id}` }),
      () => send('PATCH', `/v1/reviews/${review.id}`, change),
    );
    assert.deepEqual(statuses(answers), [200, 200]);
    const { tags } = (await read(`/v1/reviews/${review.id}`)).body;
    assert.deepEqual(
      tags.map(({ name, slug }: { name: string; slug: string }) => [name, slug]),
      [[renamed, `renamed-${tag.id}`]],
    );
    const found = (await read('/v1/tags?limit=100')).body.data.filter(
      ({ name }: { name: string }) => name === tag.name,
    );
    assert.deepEqual(found, []);
  }
});

test('of two lists of tags for one review one stands as a whole', options, async () => {
  for (const ifMatch of ['etag', '*']) {
    const { body: review } = await post({ tags: ['kept'] });
    const path = `/v1/reviews/${review.id}`;
    const condition = ifMatch === '*' ? '*' : ((await read(path)).headers.etag ?? '');
    const answers = await interleave(
      app,
      () => send('PATCH', path, { tags: ['kept', 'first'] }, condition),
      () => send('PATCH', path, { tags: ['second'] }, condition),
    );
    assert.deepEqual(statuses(answers), ifMatch === '*' ? [200, 200] : [200, 412]);
    const { body } = await read(path);
    const names = body.tags.map(({ name }: { name: string }) => name);
    assert.deepEqual(names, ifMatch === '*' ? ['second'] : ['kept', 'first']);
    assert.equal(body.revision, ifMatch === '*' ? 3 : 2);
  }
});

test('two categories that are put into each other at once make no ring', options, async () => {
  const [a, b] = [await newCategory(), await newCategory()];
  const below = await newCategory(b.id);
  const answers = await interleave(
    app,
    () => send('PATCH', `/v1/categories/${a.id}`, { parent: below.id }),
    () => send('PATCH', `/v1/categories/${b.id}`, { parent: a.id }),
  );
  assert.deepEqual(statuses(answers), [200, 409]);
  assert.equal((await read(`/v1/categories/${a.id}`)).body.path, `${b.slug}/${below.slug}/${a.slug}`);
});

test(
  'a category that comes below one that moves is where that has gone, and never too deep',
  options,
  async () => {
    for (const order of [0, 1]) {
      const [root, moving] = [await newCategory(), await newCategory()];
      const name = newName();
      const steps = [
        () => send('PATCH', `/v1/categories/${moving.id}`, { parent: root.id }),
        () => send('POST', '/v1/categories', { name, parent: moving.id }),
      ] as const;
      const answers =
        order === 0 ? await interleave(app, ...steps) : await interleave(app, steps[1], steps[0]);
      const made = answers.find(({ status }) => status === 201)?.body;
      const { path } = (await read(`/v1/categories/${made.id}`)).body;
      assert.equal(path, `${root.slug}/${moving.slug}/${made.slug}`);
    }
    // Six levels, and two to come below at once, each with one of its own: one of them fits, both do not.
    let deep = await newCategory();
    for (let level = 2; level <= 6; level += 1) deep = await newCategory(deep.id);
    const [one, other] = [await newCategory(), await newCategory()];
    await newCategory(other.id);
    const answers = await interleave(
      app,
      () => send('PATCH', `/v1/categories/${one.id}`, { parent: deep.id }),
      () => send('PATCH', `/v1/categories/${other.id}`, { parent: one.id }),
    );
    assert.deepEqual(statuses(answers), [200, 422]);
    const { data } = (await read('/v1/categories?limit=100')).body;
    for (const { path } of data) assert.ok(path.split('/').length <= 8, path);
  },
);

test('a category is never taken from under a review or a category that is put into it', options, async () => {
  const puts = [
    (category: Answer['body']) => post({ category: category.id }),
    (category: Answer['body']) => send('POST', '/v1/categories', { name: newName(), parent: category.slug }),
  ];
  for (const put of puts) {
    for (const order of [0, 1]) {
      const category = await newCategory();
      const steps = [() => send('DELETE', `/v1/categories/${category.id}`), () => put(category)] as const;
      const answers =
        order === 0 ? await interleave(app, ...steps) : await interleave(app, steps[1], steps[0]);
      assert.deepEqual(statuses(answers), order === 0 ? [204, 422] : [201, 409]);
      assert.equal((await read(`/v1/categories/${category.id}`)).status, order === 0 ? 404 : 200);
    }
  }
});

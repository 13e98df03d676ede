import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { publishDue } from '../../src/resources/reviews/life-cycle/publishing.ts';
import { type Answer, startTestApp } from '../support/app.ts';
import { postReview } from '../support/things.ts';

const app = await startTestApp();

/** What there is to know of a review, without a database. */
interface Model {
  status: 'draft' | 'scheduled' | 'published' | 'archived' | 'trashed' | 'gone';
  /** What it was before it went to the trash. */
  before: Model['status'] | null;
  body: string;
  revision: number;
  dated: 'past' | 'future' | null;
  copy: { body: string; base: number } | null;
}

/** The answer of a step, and what is so afterwards; a refused one changes nothing. */
type Outcome = { status: 200 | 204; next: Model } | { status: 404 | 409 | 412 | 422 };

const refused = (status: 404 | 409 | 412 | 422): Outcome => ({ status });
const unchanged = (model: Model): Outcome => ({ status: 200, next: model });
const changed = (model: Model, more: Partial<Model>): Outcome => ({
  status: 200,
  next: { ...model, ...more, revision: model.revision + 1 },
});
const isPublic = (status: Model['status']) => status === 'published' || status === 'scheduled';

/** Publishing and scheduling take the working copy along. */
function goPublic(model: Model, status: 'published' | 'scheduled', confirmed: boolean): Outcome {
  if (model.status === 'trashed') return refused(409);
  if (status === 'scheduled' && model.status === 'published') return refused(409);
  if (model.copy && model.copy.base !== model.revision && !confirmed) return refused(409);
  const body = model.copy?.body ?? model.body;
  const isNews = model.copy !== null || status === 'scheduled' || model.status !== status;
  if (isNews && body === '') return refused(422);
  const next = { status, body, dated: status === 'scheduled' ? 'future' : 'past', copy: null } as const;
  const isSame = status === 'published' && model.status === status && body === model.body;
  return isSame ? unchanged({ ...model, copy: null }) : changed(model, next);
}

function setStatus(model: Model, status: 'draft' | 'published' | 'archived'): Outcome {
  if (model.status === 'trashed') return refused(409);
  if (status === model.status) return unchanged(model);
  if (status === 'archived' && model.status !== 'published') return refused(409);
  if (status === 'draft' && model.status === 'archived') return refused(409);
  if (status !== 'published') return changed(model, { status });
  if (model.body === '' || model.dated === 'future') return refused(422);
  return changed(model, { status, dated: 'past' });
}

function setBody(model: Model, body: string): Outcome {
  if (model.status === 'trashed') return refused(409);
  if (body === '' && isPublic(model.status)) return refused(422);
  return body === model.body ? unchanged(model) : changed(model, { body });
}

function setCopy(model: Model, body: string): Outcome {
  if (model.status !== 'published') return refused(409);
  return unchanged({ ...model, copy: { body, base: model.copy?.base ?? model.revision } });
}

const unpublish: Record<Model['status'], (model: Model) => Outcome> = {
  draft: unchanged,
  scheduled: (model) => changed(model, { status: 'draft', dated: null }),
  published: (model) => changed(model, { status: 'draft' }),
  archived: () => refused(409),
  trashed: () => refused(409),
  gone: () => refused(404),
};

const archive: Record<Model['status'], (model: Model) => Outcome> = {
  draft: () => refused(409),
  scheduled: () => refused(409),
  published: (model) => changed(model, { status: 'archived' }),
  archived: unchanged,
  trashed: () => refused(409),
  gone: () => refused(404),
};

/** A step: what it makes of the model, and what is sent for it. */
interface Step {
  name: string;
  expect(model: Model): Outcome;
  take(id: string): Promise<Answer>;
}

const send = (method: string, path: string, body?: object, ifMatch?: string) =>
  app.send(method, path, {
    key: app.admin,
    ...(body ? { body } : {}),
    ...(ifMatch ? { headers: { 'if-match': ifMatch } } : {}),
  });
const act = (id: string, action: string, body?: object, ifMatch?: string) =>
  send('POST', `/v1/reviews/${id}/${action}`, body, ifMatch);

let hours = 0;
/** A time to come that no other step means. */
const newTime = () => {
  hours += 1;
  return new Date(Date.now() + hours * 3_600_000).toISOString();
};

const bodies = fc.constantFrom('One.\n', 'Two.\n', 'Three.\n', '');
const conditions = fc.constantFrom(undefined, '*');

const steps: fc.Arbitrary<Step>[] = [
  conditions.map((ifMatch) => ({
    name: `publish${ifMatch ? ' for certain' : ''}`,
    expect: (model) => goPublic(model, 'published', ifMatch !== undefined),
    take: (id) => act(id, 'publish', undefined, ifMatch),
  })),
  conditions.map((ifMatch) => ({
    name: `schedule${ifMatch ? ' for certain' : ''}`,
    expect: (model) => goPublic(model, 'scheduled', ifMatch !== undefined),
    take: (id) => act(id, 'publish', { at: newTime() }, ifMatch),
  })),
  fc.constant({
    name: 'unpublish',
    expect: (model) => unpublish[model.status](model),
    take: (id) => act(id, 'unpublish'),
  }),
  fc.constant({
    name: 'archive',
    expect: (model) => archive[model.status](model),
    take: (id) => act(id, 'archive'),
  }),
  fc.constantFrom('draft', 'published', 'archived').map((status) => ({
    name: `set the status ${status}`,
    expect: (model) => setStatus(model, status),
    take: (id) => send('PATCH', `/v1/reviews/${id}`, { status }, '*'),
  })),
  bodies.map((body) => ({
    name: `set the body ${JSON.stringify(body)}`,
    expect: (model) => setBody(model, body),
    take: (id) => send('PATCH', `/v1/reviews/${id}`, { body }, '*'),
  })),
  bodies.map((body) => ({
    name: `change the working copy to ${JSON.stringify(body)}`,
    expect: (model) => setCopy(model, body),
    take: (id) => send('PATCH', `/v1/reviews/${id}/draft`, { body }, '*'),
  })),
  bodies.map((body) => ({
    name: `replace the working copy by ${JSON.stringify(body)}`,
    expect: (model) => setCopy(model, body),
    async take(id) {
      const { paper } = (await send('GET', `/v1/reviews/${id}`)).body ?? {};
      const copy = { paper: paper?.id ?? id, language: 'en', body };
      return send('PUT', `/v1/reviews/${id}/draft`, copy, '*');
    },
  })),
  fc.constant({
    name: 'throw the working copy away',
    expect: (model) => (model.copy ? { status: 204, next: { ...model, copy: null } } : refused(404)),
    take: (id) => send('DELETE', `/v1/reviews/${id}/draft`, undefined, '*'),
  }),
  fc.constantFrom('publish', 'patch', 'delete').map((way) => ({
    name: `${way} with an ETag of long ago`,
    expect: () => refused(412),
    take: (id) => {
      if (way === 'publish') return act(id, 'publish', undefined, '"0-old"');
      const [method, body] = way === 'patch' ? ['PATCH', { body: 'Lost.\n' }] : ['DELETE', undefined];
      return send(method as string, `/v1/reviews/${id}`, body as object, '"0-old"');
    },
  })),
  fc.constant({
    name: 'delete',
    expect: (model) =>
      model.status === 'trashed'
        ? { status: 204, next: model }
        : {
            status: 204,
            next: { ...model, status: 'trashed', before: model.status, revision: model.revision + 1 },
          },
    take: (id) => send('DELETE', `/v1/reviews/${id}`, undefined, '*'),
  }),
  fc.constant({
    name: 'restore',
    expect: (model) =>
      model.status === 'trashed' && model.before
        ? changed(model, { status: model.before, before: null })
        : unchanged(model),
    take: (id) => act(id, 'restore'),
  }),
  fc.constant({
    name: 'wait until it is due',
    expect: (model) =>
      model.status === 'scheduled'
        ? changed(model, { status: 'published', dated: 'past' })
        : unchanged(model),
    async take(id) {
      await app.db.$client`
        update reviews set published_at = now() - interval '1 second' where id = ${id} and status = 'scheduled'`;
      await publishDue(app.db);
      return send('GET', `/v1/reviews/${id}`);
    },
  }),
];

/** Rare, since nothing comes after it. */
const remove = fc.constant<Step>({
  name: 'delete for good',
  expect: (model) => ({ status: 204, next: { ...model, status: 'gone', copy: null } }),
  take: (id) => send('DELETE', `/v1/reviews/${id}?permanent=true`, undefined, '*'),
});

/** What everybody can see of the review is what the model says. */
async function assertLike(model: Model, id: string, what: string): Promise<void> {
  const [own, seen, copy] = [
    await send('GET', `/v1/reviews/${id}`),
    await app.send('GET', `/v1/reviews/${id}`),
    await send('GET', `/v1/reviews/${id}/draft`),
  ];
  assert.equal(seen.status, model.status === 'published' ? 200 : 404, what);
  if (seen.status === 200) assert.equal(seen.body.body, model.body, what);
  assert.equal(copy.status, model.copy ? 200 : 404, what);
  if (model.copy) assert.deepEqual({ body: copy.body.body, base: copy.body.baseRevision }, model.copy, what);
  assert.equal(own.status, model.status === 'gone' ? 404 : 200, what);
  if (model.status === 'gone') return;
  const { status, body, revision, publishedAt } = own.body;
  const dated = publishedAt === null ? null : Date.parse(publishedAt) > Date.now() ? 'future' : 'past';
  assert.deepEqual({ status, body, revision, dated, copy: model.copy, before: model.before }, model, what);
}

class Command implements fc.AsyncCommand<Model, { id: string }> {
  readonly step: Step;

  constructor(step: Step) {
    this.step = step;
  }

  check = () => true;
  toString = () => this.step.name;

  async run(model: Model, { id }: { id: string }): Promise<void> {
    const { name, expect, take } = this.step;
    const what = `${name}, of ${JSON.stringify(model)}`;
    const outcome = model.status === 'gone' ? refused(404) : expect(model);
    const answer = await take(id);
    assert.equal(answer.status, outcome.status, `${what}: ${answer.text}`);
    if ('next' in outcome) Object.assign(model, outcome.next);
    await assertLike(model, id, what);
  }
}

test('whatever is done to a review in whatever order, it is what a model without a database says', async () => {
  const commands = [...steps.flatMap((step) => [step, step, step]), remove].map((step) =>
    step.map((one) => new Command(one)),
  );
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 40, size: 'max' }), async (taken) => {
      const review = await postReview(app, { body: 'One.\n' });
      const model: Model = {
        ...{ status: 'draft', before: null, body: 'One.\n', revision: 1, dated: null, copy: null },
      };
      await fc.asyncModelRun(() => ({ model, real: { id: review.id } }), taken);
    }),
    { numRuns: 12 },
  );
});

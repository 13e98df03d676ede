import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { type Answer, startTestApp } from '../support/app.ts';
import {
  badBytes,
  badContentTypes,
  badDays,
  badEncodings,
  badIds,
  badMoments,
  badPreconditions,
  badQueryValues,
  brokenJson,
  extremes,
  NUL,
  slyTexts,
  wildNumbers,
  wrongValues,
} from '../support/hostile.ts';
import {
  Caller,
  freshen,
  type KnownOperation,
  type Place,
  takesPicture,
  takesStream,
  writePair,
} from '../support/operations.ts';
import { turnOf } from '../support/trials.ts';

const app = await startTestApp();
const caller = new Caller(app);
const { sampler, operations } = caller;
await caller.seed();

const withBody = operations.filter(({ body }) => body !== null);
const withQuery = operations.filter(({ query }) => query.length > 0);
const withParams = operations.filter(({ params }) => params.length > 0);

const json = { 'content-type': 'application/json' };
const placesOf = (operation: KnownOperation) => sampler.places(operation.body ?? {});
const textPlaces = (operation: KnownOperation) =>
  placesOf(operation).filter(({ schema }) => sampler.text(schema));
const isDate = ({ schema }: Place) => schema.format !== undefined && schema.format in extremes;
const validBody = (operation: KnownOperation) =>
  JSON.stringify(freshen(sampler.everything(operation.body ?? {})));

const createsByPut = ({ method, operation: { responses } }: KnownOperation) =>
  method === 'PUT' && responses[201] !== undefined;

/** The statuses of input that is right: the state of the thing may be against it. */
const takenBy = (operation: KnownOperation) => [
  operation.success,
  ...(operation.operation.responses[409] ? [409] : []),
  ...(takesStream(operation) ? [415] : []),
  ...(takesPicture(operation) ? [201] : []),
  // An item can name what is not there.
  ...(operation.id === 'saveBatch' ? [404] : []),
];

function assertStatus(answer: Answer, expected: number[], what: string): void {
  assert.ok(
    expected.includes(answer.status),
    `${what} answered ${answer.status}: ${answer.text.slice(0, 500)}`,
  );
}

/** The answer names the parameter, or points at the place or into it. */
function assertFault(answer: Answer, status: 400 | 422, name: string, what: string): void {
  assertStatus(answer, [status], what);
  const told: { parameter?: string; pointer?: string }[] = answer.body.errors ?? [];
  const named = told.some(
    ({ parameter, pointer }) => parameter === name || pointer === name || pointer?.startsWith(`${name}/`),
  );
  assert.ok(named, `${what} names not ${name} but ${JSON.stringify(told).slice(0, 500)}`);
}

test('the examples of the document are taken: what is refused below is refused for its fault alone', async () => {
  for (const operation of operations) {
    const bodies = operation.body
      ? [sampler.example(operation.body), sampler.everything(operation.body)]
      : [undefined];
    for (const body of bodies) {
      const answer = await caller.call(operation, body === undefined ? {} : { body: freshen(body) });
      assertStatus(answer, takenBy(operation), operation.id);
    }
    for (const parameter of operation.query) {
      const { name, explode } = parameter;
      const value = caller.exampleOf(parameter);
      if (value === undefined) continue;
      const values = explode === false ? [[value].flat().join(',')] : [value].flat();
      const query = values.map((one) => writePair(name, one)).join('&');
      assertStatus(await caller.call(operation, { query }), takenBy(operation), `${operation.id}?${query}`);
    }
  }
  caller.assertCalled();
});

/** What browsers, feed readers, crawlers and load balancers open, by links to which others add parameters. */
const ignoresUnknown = ({ id, operation: { tags = [] } }: KnownOperation) =>
  tags.includes('feeds') ||
  tags.includes('service') ||
  id === 'getPreview' ||
  /^get\w+As(Html|JsonLd|Markdown|Text)$/.test(id);

test('an unknown query parameter is a 400 that names it; what browsers and readers open ignores it', async () => {
  for (const operation of operations) {
    for (const name of [
      'nonsense',
      'LIMIT',
      'limit[]',
      'limit[gte]',
      '__proto__',
      'constructor',
      'toString',
    ]) {
      const query = writePair(name, 1);
      const answer = await caller.call(operation, { query });
      if (!ignoresUnknown(operation)) assertFault(answer, 400, name, `${operation.id}?${name}`);
      else assertStatus(answer, [operation.success, 400, 404], `${operation.id}?${name}`);
      const told: { parameter?: string }[] = answer.body?.errors ?? [];
      if (ignoresUnknown(operation))
        assert.ok(!told.some(({ parameter }) => parameter === name), `${operation.id}?${name}`);
    }
  }
  caller.assertCalled();
});

test('a parameter that is not a list may not be given twice', async () => {
  for (const operation of withQuery) {
    for (const { name, schema, example, explode } of operation.query) {
      const twice = (one: unknown, two: unknown) =>
        caller.call(operation, { query: `${writePair(name, one)}&${writePair(name, two)}` });
      const [value = 'x'] = [example ?? sampler.everything(schema)].flat();
      const what = `${operation.id} with ${name} twice`;
      if (schema.type === 'array' && explode !== false)
        assertStatus(await twice(value, value), [operation.success], what);
      else assertFault(await twice(value, value), 400, name, what);
    }
  }
  caller.assertCalled(withQuery);
});

test('a query value that the schema does not allow is a 400 that names the parameter', async () => {
  for (const operation of withQuery) {
    for (const { name, schema } of operation.query) {
      for (const value of badQueryValues(schema)) {
        const answer = await caller.call(operation, { query: writePair(name, value) });
        assertFault(answer, 400, name, `${operation.id}?${writePair(name, value).slice(0, 100)}`);
      }
      if (!schema.maxItems) continue;
      // A request has at most a hundred parameters.
      const values = Array.from({ length: schema.maxItems + 1 }, (_, index) => `a${index}`);
      const many = schema.maxItems < 100 ? values : [values.join(',')];
      const query = many.map((value) => writePair(name, value)).join('&');
      const answer = await caller.call(operation, { query });
      assertFault(answer, 400, name, `${operation.id} with ${values.length} of ${name}`);
    }
  }
  caller.assertCalled(withQuery);
});

test('no text in a query is more than a 400', async () => {
  for (const operation of withQuery) {
    for (const [index, parameter] of operation.query.entries()) {
      const { name, schema } = parameter;
      const expected = [
        ...(takesPicture(operation) ? [201] : []),
        operation.success,
        400,
        ...(caller.isTold(parameter) ? [404] : []),
      ];
      const texts = sampler.text(schema.items ?? schema)
        ? turnOf(slyTexts, index)
        : slyTexts.slice(index % 20, (index % 20) + 4);
      for (const text of texts) {
        const answer = await caller.call(operation, { query: writePair(name, text) });
        assertStatus(answer, expected, `${operation.id}?${writePair(name, text)}`);
      }
    }
  }
  caller.assertCalled(withQuery);
});

test('NUL, half a surrogate pair and what is no UTF-8 are a 400 wherever they stand in an address', async () => {
  for (const operation of operations) {
    const { name = 'nonsense' } = operation.query[0] ?? {};
    for (const text of badEncodings) {
      for (const query of [`${encodeURIComponent(name)}=${text}`, `${text}=1`, text]) {
        assertStatus(await caller.call(operation, { query }), [400], `${operation.id}?${query}`);
      }
      if (operation.params.length === 0) continue;
      const address = caller.addressOf(operation, text);
      assertStatus(await caller.call(operation, { address }), [400], `${operation.method} ${address}`);
    }
  }
  caller.assertCalled();
});

test('an id that is none names nothing', async () => {
  // What could be a slug is that of a new thing to a PUT that creates: those come last.
  const [creating, others] = [true, false].map((creates) =>
    withParams.filter((operation) => createsByPut(operation) === creates),
  );
  for (const [index, operation] of [...(others ?? []), ...(creating ?? [])].entries()) {
    const asking = async (id: string, expected: number[]) => {
      const address = caller.addressOf(operation, id);
      const answer = await caller.call(operation, { address });
      assertStatus(answer, expected, `${operation.method} ${address.slice(0, 100)}`);
    };
    const refused = createsByPut(operation) ? [400, 404, 201, 409, 422] : [400, 404];
    for (const id of turnOf(badIds, index)) await asking(id, refused);
    for (const length of [1_000, 7_000]) await asking('x'.repeat(length), [400, 404]);
    await asking('x'.repeat(20_000), [414]);
    await asking('', [404]);
  }
  caller.assertCalled(withParams);
});

test('NUL, half a surrogate pair and what is no UTF-8 are a 400 in every text and name of a body', async () => {
  for (const operation of withBody) {
    for (const place of textPlaces(operation)) {
      const what = `${operation.id} at ${place.pointer}`;
      for (const text of [`a${NUL}b`, 'a\uD800b', '\uDC00']) {
        assertFault(await caller.call(operation, { body: place.put(text) }), 400, place.pointer, what);
      }
      for (const bytes of badBytes) {
        const [before = '', after = ''] = JSON.stringify(place.put('SPLIT')).split('SPLIT');
        const payload = Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]);
        assertStatus(await caller.call(operation, { payload, headers: json }), [400], `${what} ${bytes}`);
      }
    }
    for (const name of [`a${NUL}`, '\uD800', '__proto__']) {
      const payload = validBody(operation).replace('{', `{${JSON.stringify(name)}:1,`);
      assertStatus(
        await caller.call(operation, { payload, headers: json }),
        [400],
        `${operation.id} ${name}`,
      );
    }
  }
  caller.assertCalled(withBody);
});

test('5,000 nested brackets, broken JSON and a name that stands twice are a 400', async () => {
  for (const operation of withBody) {
    const valid = validBody(operation);
    for (const payload of brokenJson(valid, Object.keys([JSON.parse(valid)].flat()[0])[0] ?? '')) {
      const answer = await caller.call(operation, { payload, headers: json });
      assertStatus(answer, [400], `${operation.id} with ${payload.slice(0, 60)}`);
    }
    const empty = await caller.call(operation, { payload: '', headers: json });
    const expected = operation.bodyRequired ? [400, 422] : takenBy(operation);
    assertStatus(empty, expected, `${operation.id} without a body`);
  }
  caller.assertCalled(withBody);
});

test('a member of the wrong type, out of range, unknown or missing is a 422 that points at it', async () => {
  for (const operation of withBody) {
    for (const [index, place] of placesOf(operation).entries()) {
      const takesNumbers = [place.schema.type].flat().includes('integer');
      for (const value of turnOf([...wrongValues, ...(takesNumbers ? wildNumbers : [])], index)) {
        const body = place.put(value);
        const fits = caller.fits(operation, body);
        // Texts that fit are the matter of another test.
        if (fits && typeof value === 'string') continue;
        const answer = await caller.call(operation, { body });
        const what = `${operation.id} with ${JSON.stringify(value).slice(0, 40)} at ${place.pointer}`;
        if (fits) assertStatus(answer, [...takenBy(operation), 422], what);
        else assertFault(answer, 422, place.pointer, what);
      }
      const shapes = sampler.shapes(place.schema).filter(({ properties }) => properties);
      // Without a member that not every shape needs, the value has another shape.
      const isNeeded = (name: string) => shapes.every(({ required = [] }) => required.includes(name));
      for (const shape of shapes) {
        const whole = sampler.everything(shape) as object;
        for (const [name, value] of [
          ['nonsense', 1],
          ...(shape.required ?? []).filter(isNeeded).map((one) => [one, undefined]),
        ]) {
          const answer = await caller.call(operation, {
            body: place.put({ ...whole, [String(name)]: value }),
          });
          assertFault(answer, 422, `${place.pointer}/${name}`, `${operation.id} at ${place.pointer}`);
        }
      }
    }
  }
  caller.assertCalled(withBody);
});

test('a day or moment that no calendar or no database has is a 422 that points at it', async () => {
  const withDates = withBody.filter((operation) => placesOf(operation).some(isDate));
  for (const operation of withDates) {
    for (const place of placesOf(operation).filter(isDate)) {
      for (const text of place.schema.format === 'date' ? badDays : badMoments) {
        const answer = await caller.call(operation, { body: place.put(text) });
        assertFault(answer, 422, place.pointer, `${operation.id} with ${text} at ${place.pointer}`);
      }
      for (const text of extremes[place.schema.format ?? ''] ?? []) {
        const answer = await caller.call(operation, { body: place.put(text) });
        const expected = [...takenBy(operation), 422];
        assertStatus(answer, expected, `${operation.id} with ${text} at ${place.pointer}`);
      }
    }
  }
  caller.assertCalled(withDates);
});

test('a text of any length is taken as a whole or refused by its limit', async () => {
  const withTexts = withBody.filter((operation) => textPlaces(operation).length > 0);
  for (const operation of withTexts) {
    for (const [index, place] of textPlaces(operation).entries()) {
      const { maxLength = 0, format } = sampler.text(place.schema) ?? {};
      const limit = Math.min(maxLength, 10_001);
      const putting = async (text: string) => {
        const answer = await caller.call(operation, { body: place.put(text) });
        const what = `${operation.id} with ${[...text].length} of ${text.slice(0, 20)} at ${place.pointer}`;
        if ([...text].length > maxLength || format) assertFault(answer, 422, place.pointer, what);
        else assertStatus(answer, [...takenBy(operation), 422], what);
        const kept = answer.status === operation.success ? answer.body[place.pointer.slice(1)] : undefined;
        if (kept !== undefined && text.length > 100) assert.equal(kept, text, what);
      };
      const texts = [
        (['x', '\uFDFA', '🙂'][index % 3] ?? '').repeat(limit),
        '\uFDFA'.repeat(limit + 10_000),
        '🙂'.repeat(maxLength + 1),
        slyTexts[index % slyTexts.length] ?? '',
      ];
      for (const text of turnOf(texts, index)) await putting(text);
    }
  }
  caller.assertCalled(withTexts);
});

test('a body that is not plain JSON in UTF-8 is a 415', async () => {
  for (const operation of operations) {
    const payload = operation.body ? validBody(operation) : '{}';
    const types = [
      ...badContentTypes,
      ...(operation.method === 'PATCH' ? [] : ['application/merge-patch+json']),
    ];
    const taken = Object.keys(operation.operation.requestBody?.content ?? {});
    const wrong = types.filter((type) => !taken.includes(type.split(';')[0] ?? '') || operation.body);
    for (const type of operation.method === 'GET' ? [] : wrong) {
      // `curl -d '{}'`, which says that it is a form, is taken where no body is needed.
      const sent = operation.body || !type.includes('form-urlencoded') ? payload : 'a=1';
      const answer = await caller.call(operation, { payload: sent, headers: { 'content-type': type } });
      assertStatus(answer, [415], `${operation.id} as ${type}`);
    }
    if (operation.method !== 'GET')
      assertStatus(await caller.call(operation, { payload }), [415], `${operation.id} without a type`);
    for (const encoding of ['gzip', 'deflate', 'br', 'identity, gzip', 'nonsense']) {
      const packed = operation.method === 'GET' ? {} : { payload: gzipSync(payload) };
      const headers = { ...json, 'content-encoding': encoding };
      assertStatus(
        await caller.call(operation, { ...packed, headers }),
        [415],
        `${operation.id} in ${encoding}`,
      );
    }
  }
  caller.assertCalled();
});

test('the coding `identity` is none', async () => {
  for (const operation of withBody) {
    const headers = { ...json, 'content-encoding': 'Identity' };
    const answer = await caller.call(operation, { payload: validBody(operation), headers });
    assert.notEqual(answer.status, 415, operation.id);
  }
  caller.assertCalled(withBody);
});

test('a body is JSON whatever the case of its type, and a merge patch on PATCH', async () => {
  for (const operation of withBody) {
    const types = ['application/json; charset=UTF-8', 'application/json;charset="utf-8"', 'Application/JSON'];
    for (const type of operation.method === 'PATCH' ? [...types, 'application/merge-patch+json'] : types) {
      const headers = { 'content-type': type };
      const answer = await caller.call(operation, { payload: validBody(operation), headers });
      assertStatus(answer, takenBy(operation), `${operation.id} as ${type}`);
    }
  }
  caller.assertCalled(withBody);
});

test('a body over 8 MiB is a 413', async () => {
  const payload = Buffer.from(`{"a":"${'x'.repeat(8 * 1024 * 1024)}"}`);
  for (const operation of withBody) {
    assertStatus(await caller.call(operation, { payload, headers: json }), [413], operation.id);
  }
  caller.assertCalled(withBody);
});

test('a precondition that is missing, malformed, stale or weak changes nothing', async () => {
  const guarded = operations.filter(
    ({ headers, method }) => headers.some(({ name }) => name === 'If-Match') && method !== 'POST',
  );
  for (const operation of guarded) {
    for (const [value, status] of badPreconditions) {
      const answer = await caller.call(operation, { headers: { 'if-match': value } });
      assertStatus(answer, [status], `${operation.id} with If-Match: ${value}`);
    }
  }
  caller.assertCalled(guarded);
});

test('a method that an address has not is a 405 with those that it has; HEAD and OPTIONS work', async () => {
  for (const template of new Set(operations.map((operation) => operation.template))) {
    const here = operations.filter((operation) => operation.template === template);
    const address = await caller.target(here[0] as KnownOperation);
    const methods = here.map(({ method }) => method);
    const allowed = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].sort();
    const others = ['HEAD', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PURGE', 'PROPFIND', 'LOCK'];
    for (const method of others.filter((name) => !allowed.includes(name))) {
      for (const asked of [{}, { key: app.admin }, { key: app.admin, body: {} }]) {
        const answer = await app.send(method, address, asked);
        assertStatus(answer, [405], `${method} ${address}`);
        assert.equal(answer.headers.allow, allowed.join(', '));
        if (method !== 'HEAD') assert.equal(answer.body.type, '/problems/method-not-allowed');
      }
    }
    const options = await app.send('OPTIONS', address);
    assert.deepEqual([options.status, options.headers.allow, options.text], [204, allowed.join(', '), '']);
    for (const { id } of here) caller.called.add(id);
    if (!methods.includes('GET')) continue;
    const [get, head] = [await app.send('GET', address), await app.send('HEAD', address)];
    const told = ({ status, headers }: Answer) => [status, headers.etag, headers['content-type']];
    assert.deepEqual([...told(head), head.text], [...told(get), '']);
  }
  caller.assertCalled();
});

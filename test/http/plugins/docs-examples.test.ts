import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page, Request } from 'playwright-core';
import { startTestApp } from '../../support/app.ts';
import { launchChromium, noChromium } from '../../support/chromium.ts';
import {
  drawPicture,
  type KnownOperation,
  listOperations,
  Sampler,
  writePair,
} from '../../support/operations.ts';
import { loadSample } from '../../support/sample.ts';

/** What cannot work as it is filled in, with the answer that says so: their values are made by the server, each time. */
const unfillable: Record<string, [status: number, reason: string]> = {
  importArchive: [409, 'an archive goes into an empty database'],
  getPreview: [404, 'the token is told once, by the POST that makes it'],
  revokePreviewLink: [404, 'the id of a link is made by the server'],
  patchKey: [404, 'the id of a key is made by the server'],
  rotateKey: [404, 'the id of a key is made by the server'],
  revokeKey: [404, 'the id of a key is made by the server'],
  getImage: [404, 'the id of an image is made by the server'],
  getImageFile: [404, 'the id of an image is made by the server'],
  patchImage: [404, 'the id of an image is made by the server'],
  deleteImage: [404, 'the id of an image is made by the server'],
  getRedirect: [404, 'the id of a redirect is made by the server'],
  patchRedirect: [404, 'the id of a redirect is made by the server'],
  deleteRedirect: [404, 'the id of a redirect is made by the server'],
};

/** What can be done only once. */
const once: Record<string, [status: number, reason: string]> = {
  createRedirect: [409, 'a path has one redirect'],
  createPaper: [409, 'the paper with that identifier is there'],
};

/** What the operations that are sent a file get. */
const files: Record<string, { name: string; mimeType: string; buffer: Buffer }> = {
  uploadImage: {
    ...{ name: 'figure.svg', mimeType: 'image/svg+xml' },
    buffer: Buffer.from(`${drawPicture().payload}`),
  },
  importArchive: {
    ...{ name: 'archive.ndjson', mimeType: 'application/x-ndjson' },
    buffer: Buffer.from('{"postil":"archive","format":1}\n'),
  },
};

interface Pressed {
  status: number;
  text: string;
}

function readingOf({ template, params, query }: KnownOperation): string {
  const path = params.reduce(
    (filled, { name, example, schema }) =>
      filled.replace(`{${name}}`, encodeURIComponent(String(example ?? schema.enum?.[0]))),
    template,
  );
  const needed = query.filter(({ required }) => required);
  return `${path}?${needed.map(({ name, example }) => writePair(name, example)).join('&')}`.replace(
    /\?$/,
    '',
  );
}

async function press(page: Page, id: string): Promise<Pressed & { request: Request }> {
  const operation = page.locator(`[id="${id}"]`);
  await operation.locator('.opblock-summary').click();
  // A browser lets nobody else choose a file.
  const file = operation.locator('input[type=file]');
  const chosen = files[id.split('-').at(-1) ?? ''];
  if (chosen) await file.setInputFiles(chosen);
  const answered = page
    .waitForResponse((response) => !response.url().includes('/docs/'))
    .catch(({ message }: Error) => assert.fail(`${id} sends nothing: ${message}`));
  await operation.locator('.execute').click();
  const answer = await answered;
  const text = await answer.text();
  await operation.locator('.opblock-summary').click();
  return { status: answer.status(), text, request: answer.request() };
}

test('every operation of Swagger UI works as it is filled in, in the order of the page, twice, and destroys no sample', {
  skip: noChromium,
}, async () => {
  const api = await startTestApp();
  const { app, admin, send, document } = api;
  const operations = listOperations(document);
  await loadSample(api);
  // Of a kind that the sample has none of, what its POST shows.
  for (const { template } of operations.filter(({ id, params }) => id.startsWith('list') && !params[0])) {
    const create = operations.find((one) => one.method === 'POST' && one.template === template);
    const list = await send('GET', template, { key: admin });
    if (!create?.body || list.body.data.length > 0) continue;
    await send('POST', template, { key: admin, body: new Sampler(document).example(create.body) });
  }
  const readSample = async () =>
    (await send('GET', '/v1/reviews?limit=100')).body.data.map(
      ({ id, revision }: { id: string; revision: number }) => `${id} ${revision}`,
    );
  const sample = await readSample();
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(`${address}/docs`);
    await page.waitForSelector('#operations-reviews-createReview');
    await page.click('.btn.authorize');
    await page.fill('.auth-container input', admin);
    await page.click('.auth-btn-wrapper .authorize');
    await page.click('.auth-btn-wrapper .btn-done');
    // React looks at every operation that is shown for each that is pressed: one group of them at a time is.
    const groups = await page.locator('.opblock-tag').evaluateAll((all) => all.map(({ id }) => id));
    for (const group of groups) await page.click(`#${group}`);
    const wrong: string[] = [];
    const judge = (round: string, name: string, { status, text }: Pressed, excused?: number) => {
      const isRight = excused === undefined ? status >= 200 && status < 300 : status === excused;
      if (!isRight) wrong.push(`${round}, ${name}: ${status} ${text.slice(0, 300)}`);
      if (text.includes('"data":[]')) wrong.push(`${round}, ${name}: nothing is found`);
    };
    const all: [name: string, request: Request][] = [];
    let known = 0;
    for (const group of groups) {
      await page.click(`#${group}`);
      const shown = page.locator('.opblock');
      await shown.first().waitFor();
      for (const id of await shown.evaluateAll((blocks) => blocks.map((block) => block.id))) {
        const name = id.split('-').at(-1) ?? '';
        const operation = operations.find((one) => one.id === name) as KnownOperation;
        known += 1;
        // Reads send what stands in their paths and needed parameters: without the page they are faster.
        if (operation.method === 'GET' && name !== 'suggest') {
          judge('read', name, await send('GET', readingOf(operation), { key: admin }), unfillable[name]?.[0]);
          continue;
        }
        const pressed = await press(page, id);
        judge('pressed', name, pressed, unfillable[name]?.[0]);
        all.push([name, pressed.request]);
      }
      await page.click(`#${group}`);
    }
    assert.equal(known, operations.length);
    // A second time, without the page: the same requests.
    for (const [name, request] of all) {
      // The browser does not tell the bytes of a file.
      if (files[name]) continue;
      const { authorization, accept = '*/*', ...headers } = await request.allHeaders();
      const sent = ['content-type', 'if-match'].flatMap((header) =>
        headers[header] ? [[header, headers[header]]] : [],
      );
      const { status, text } = await send(request.method(), request.url().slice(address.length), {
        key: admin,
        headers: { accept, ...Object.fromEntries(sent) },
        ...(request.postData() === null ? {} : { payload: request.postData() as string }),
      });
      judge('again', name, { status, text }, (unfillable[name] ?? once[name])?.[0]);
    }
    assert.deepEqual(wrong, []);
    const after = new Set(await readSample());
    assert.deepEqual(
      sample.filter((review: string) => !after.has(review)),
      [],
    );
  } finally {
    await browser.close();
  }
});

test('no optional header has an example, which Swagger UI would send, but the If-Match by which a PUT replaces', async () => {
  const { document } = await startTestApp();
  const filled = Object.values(document.paths).flatMap((operations) =>
    Object.entries(
      operations as Record<string, { operationId: string; parameters?: HeaderParameter[] }>,
    ).flatMap(([method, { operationId, parameters = [] }]) =>
      parameters
        .filter((parameter) => parameter.in === 'header' && !parameter.required && hasExample(parameter))
        .map(({ name }) => `${method} ${name} ${operationId}`),
    ),
  );
  assert.ok(filled.length > 0);
  assert.deepEqual(
    filled.filter((header) => !header.startsWith('put If-Match ')),
    [],
  );
});

interface HeaderParameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: object;
}

const hasExample = (parameter: HeaderParameter) => /"examples?":/.test(JSON.stringify(parameter));

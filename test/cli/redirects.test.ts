import assert from 'node:assert/strict';
import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startTestApp } from '../support/app.ts';
import { cleanUp, finishPostil, makeFolder } from '../support/process.ts';
import { findPort, startCaddy, startNginx, withoutCaddy, withoutNginx } from '../support/proxy.ts';
import { postReview, postThing } from '../support/things.ts';

after(cleanUp);

const app = await startTestApp({ SITE_URL_TEMPLATE: 'https://site.example/{slug}' });
let folder: string;
let place: Record<string, string>;

/** Paths as they are written, as a browser asks for them, and where they lead. */
const led: [path: string, asked: string[], location: string][] = [
  ['/412', ['/412', '/412/', '/412?utm_source=x'], 'https://site.example/simpo'],
  [
    '/entry/한글-제목',
    ['/entry/%ED%95%9C%EA%B8%80-%EC%A0%9C%EB%AA%A9', '/entry/%ed%95%9c%ea%b8%80-%ec%a0%9c%eb%aa%a9/'],
    'https://elsewhere.example/%ED%95%9C?a=%EA%B8%80',
  ],
  ['/?p=123', ['/?p=123'], 'https://elsewhere.example/p123'],
  ['/?p=124', ['/?p=124'], 'https://elsewhere.example/p124'],
  ['/a b', ['/a%20b'], 'https://elsewhere.example/space'],
  ['/"quoted"', ['/%22quoted%22'], 'https://elsewhere.example/?q=%22x%22'],
  ["/it's", ["/it's", '/it%27s'], 'https://elsewhere.example/its'],
  ['/$uri', ['/$uri', '/%24uri'], 'https://elsewhere.example/%24host?%24args'],
  ['/a;b', ['/a;b', '/a%3Bb'], 'https://elsewhere.example/;x'],
  ['/~^tilde.*', ['/~%5Etilde.*'], 'https://elsewhere.example/tilde'],
  ['/# {x}'.replace('#', '%23'), ['/%23%20%7Bx%7D'], 'https://elsewhere.example/%7Bbrace%7D'],
  ['/100%', ['/100%25'], 'https://elsewhere.example/100%25'],
  ['/%B0%A1', ['/%B0%A1', '/%b0%a1'], 'https://elsewhere.example/euc-kr'],
  ['/Case', ['/Case'], 'https://elsewhere.example/capital'],
  ['/case', ['/case', '/case/'], 'https://elsewhere.example/small'],
  ['/CASE\\E.*'.replace('\\', ''), ['/CASEE.*'], 'https://elsewhere.example/pattern'],
  [`/${'긴'.repeat(500)}`, [`/${'%EA%B8%B4'.repeat(500)}`], 'https://elsewhere.example/long'],
];
/** What leads nowhere. */
const missing = ['/', '/413', '/?p=1234', '/CASE', '/hidden', '/same', '/ring-1', '/a', '/entry/'];

before(async () => {
  await postReview(app, { slug: 'simpo', status: 'published' });
  await postReview(app, { slug: 'draft' });
  await postReview(app, { slug: 'same', status: 'published' });
  const post = (path: string, target: object) => postThing(app, 'redirects', { path, target });
  for (const [path, , location] of led)
    await post(
      path,
      path === '/412' ? { type: 'review', slug: 'simpo' } : { type: 'address', url: location },
    );
  await post('/hidden', { type: 'review', slug: 'draft' });
  await post('/same', { type: 'review', slug: 'same' });
  await post('/ring-1', { type: 'address', url: 'https://site.example/ring-2' });
  await post('/ring-2', { type: 'address', url: 'https://site.example/ring-1' });
  folder = await makeFolder();
  place = { POSTIL_URL: await app.app.listen({ port: 0, host: '127.0.0.1' }), POSTIL_KEY: app.admin };
});

/** Writes the file by the command. */
async function writeFor(format: string): Promise<{ text: string; told: string; file: string }> {
  const file = join(folder, format);
  const { code, stderr } = await finishPostil(['redirects', '--format', format, '--out', file], place);
  assert.equal(code, 0, stderr);
  return { text: await readFile(file, 'latin1'), told: stderr, file };
}

/** The status and location of what is asked for as it stands. */
const ask = (port: number, path: string) =>
  new Promise<string>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path }, (response) => {
      response.resume();
      resolve(`${response.statusCode} ${response.headers.location ?? ''}`.trim());
    });
    asked.on('error', reject).end();
  });

async function assertLed(port: number, paths: typeof led): Promise<void> {
  for (const [, asked, location] of paths)
    for (const path of asked) assert.equal(await ask(port, path), `301 ${location}`, path);
  for (const path of missing) assert.equal(await ask(port, path), '200', path);
}

test('the file has what the public sees and leads on, and says what it leaves out', async () => {
  const { text, told } = await writeFor('nginx');
  assert.doesNotMatch(text, /hidden|draft/);
  const [first, ...others] = told.trim().split('\n');
  assert.match(first ?? '', new RegExp(`^redirects: ${led.length} written to .*, 3 left out$`));
  assert.deepEqual(others, [
    'left out  /ring-1: it leads in a circle',
    'left out  /ring-2: it leads in a circle',
    'left out  /same: it leads to itself',
  ]);
  const printed = await finishPostil(['redirects', '--format', 'nginx'], place);
  assert.ok(printed.stdout.includes('map $uri $postil_path {'));
});

test('nginx answers 301 to every spelling of a former path, and to nothing else', {
  skip: withoutNginx,
}, async () => {
  const { file } = await writeFor('nginx');
  const port = await findPort();
  await startNginx(
    port,
    `include ${file};
server {
  listen 127.0.0.1:${port};
  if ($postil_redirect) { return 301 $postil_redirect; }
  return 200;
}`,
  );
  await assertLed(port, led);
});

test('Caddy answers 301 to every spelling of a former path, and to nothing else', {
  skip: withoutCaddy,
}, async () => {
  const { file } = await writeFor('caddy');
  const port = await findPort();
  await startCaddy(port, `http://127.0.0.1:${port} {\n\timport ${file}\n\trespond 200\n}`);
  await assertLed(
    port,
    led.filter(([path]) => !path.includes('{') && path !== '/%B0%A1'),
  );
});

test('a Caddyfile has each path and address in quotes, without braces, which begin a placeholder, and in UTF-8', async () => {
  const { text, told } = await writeFor('caddy');
  assert.match(told, /left out {2}\/# \{x\}: a Caddyfile cannot have its braces/);
  assert.match(told, /left out {2}\/%B0%A1: a Caddyfile is UTF-8, which its bytes are not/);
  assert.ok(isUtf8(Buffer.from(text, 'latin1')));
  const entries = text.split('\n').filter((line) => line.startsWith('\t"'));
  assert.ok(entries.length > led.length);
  for (const line of entries) assert.match(line, /^\t"\/(?:[^"{}\\]|\\")*" "https:\/\/[^"{}\\$]*"$/);
});

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import sharp from 'sharp';
import { openImageProcessor } from '../../src/images/processor.ts';
import { animation, mine, newPath, plain, quarters, svg, write } from './pictures.ts';

const noProc = existsSync('/proc/self/task') ? false : 'needs /proc';

/** The image processes of this one. */
function listChildren(): number[] {
  return readdirSync(`/proc/self/task`)
    .flatMap((thread) =>
      readFileSync(`/proc/self/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    )
    .filter((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('image-worker'));
}

async function waitFor<T>(find: () => T | undefined | false): Promise<T> {
  for (;;) {
    const found = find();
    if (found !== undefined && found !== false) return found;
    await setTimeout(5);
  }
}

function openProcessor(t: TestContext, options?: Parameters<typeof openImageProcessor>[0]) {
  const opened = openImageProcessor(options);
  t.after(() => opened.close());
  return opened;
}

const small = await write(await quarters(40, 20).png().toBuffer());
/** 40 megapixels, which take seconds. */
const large = await write(await plain(8000, 5000, '#336699').jpeg({ chromaSubsampling: '4:4:4' }).toBuffer());

test('a process that is killed fails one picture, and the next one is taken by another', {
  skip: noProc,
}, async (t) => {
  const processor = openProcessor(t);
  const toFile = newPath();
  const [failed, next] = [processor.clean(large, toFile, mine), processor.clean(small, newPath(), mine)];
  const refused = assert.rejects(failed, { code: 'unavailable', headers: { 'Retry-After': '5' } });
  // Once it has begun to write.
  const child = await waitFor(() => existsSync(toFile) && listChildren()[0]);
  process.kill(child, 'SIGKILL');
  await refused;
  assert.equal(existsSync(toFile), false, 'what was written of it is removed');
  assert.equal((await next).width, 40);
});

test('a decoder that crashes refuses its picture', { skip: noProc }, async (t) => {
  for (const signal of ['SIGSEGV', 'SIGABRT'] as const) {
    const processor = openProcessor(t);
    const toFile = newPath();
    const crashed = assert.rejects(processor.clean(large, toFile, mine), { code: 'image-invalid' });
    process.kill(await waitFor(() => existsSync(toFile) && listChildren()[0]), signal);
    await crashed;
    assert.equal((await processor.clean(small, newPath(), mine)).width, 40);
    await processor.close();
  }
});

test('the process ends when it is idle, and starts again on demand', { skip: noProc }, async (t) => {
  const processor = openProcessor(t, { idleTime: 20 });
  await processor.clean(small, newPath(), mine);
  await waitFor(() => listChildren().length === 0);
  assert.equal((await processor.clean(small, newPath(), mine)).width, 40);
});

test('pictures of a caller are taken in order of arrival, and one too many is refused with Retry-After', async (t) => {
  const processor = openProcessor(t, { mostWaiting: { ofOne: 3 } });
  const done: number[] = [];
  const taken = Array.from({ length: 4 }, (_, at) =>
    processor.clean(small, newPath(), mine).then(() => done.push(at)),
  );
  await assert.rejects(processor.clean(small, newPath(), mine), {
    code: 'unavailable',
    headers: { 'Retry-After': '5' },
  });
  await Promise.all(taken);
  assert.deepEqual(done, [0, 1, 2, 3]);
  assert.equal((await processor.clean(small, newPath(), mine)).width, 40);
});

test('callers take turns, and the queue has a bound of its own for all and in bytes', async (t) => {
  const processor = openProcessor(t, { mostWaiting: { ofAll: 6, bytes: 600 } });
  const done: string[] = [];
  const clean = (by: string, bytes: number) =>
    processor.clean(small, newPath(), { by, bytes }).then(() => done.push(by));
  // The first of them is taken at once; of the others five wait.
  const taken = ['a', 'a', 'a', 'a', 'b', 'c'].map((by) => clean(by, 100));
  await assert.rejects(clean('d', 101), { code: 'unavailable' }, 'too many bytes');
  taken.push(clean('d', 100));
  await assert.rejects(clean('d', 0), { code: 'unavailable' }, 'too many pictures');
  await Promise.all(taken);
  assert.deepEqual(done, ['a', 'a', 'b', 'c', 'd', 'a', 'a']);
  await clean('e', 601);
});

test('while the process rests after an upload, variants are taken and uploads wait; then those go on', async (t) => {
  const rests: number[] = [];
  const processor = openProcessor(t, { restAfter: () => rests.push(0) && 600_000 });
  await processor.clean(small, newPath(), mine);
  const waiting = assert.rejects(processor.clean(small, newPath(), mine), { code: 'unavailable' });
  for (const width of [10, 20])
    assert.equal((await processor.makeVariant(small, { width, format: 'webp' }, newPath(), 1)).width, width);
  assert.equal(rests.length, 1, 'a variant is no reason to rest');
  await processor.close();
  await waiting;

  const other = openProcessor(t, { restAfter: () => 20 });
  const taken = [1, 2, 3].map(() => other.clean(small, newPath(), mine));
  assert.deepEqual(
    (await Promise.all(taken)).map(({ width }) => width),
    [40, 40, 40],
  );
});

test('readers have a turn before each upload, and each upload one after it', async (t) => {
  const processor = openProcessor(t, { restAfter: () => 0 });
  const done: string[] = [];
  const clean = (by: string) => processor.clean(small, newPath(), { by, bytes: 1 }).then(() => done.push(by));
  const show = () =>
    processor.makeVariant(small, { width: 10, format: 'webp' }, newPath(), 1).then(() => done.push('reader'));
  const taken = [...['a', 'a', 'b', 'c'].map(clean), show(), show(), show(), show(), show()];
  await Promise.all(taken);
  assert.deepEqual(done, ['a', 'reader', 'a', 'reader', 'b', 'reader', 'c', 'reader', 'reader']);
});

test('closing refuses what waits and what comes, and leaves no process', { skip: noProc }, async (t) => {
  const processor = openProcessor(t);
  const taken = [processor.clean(large, newPath(), mine), processor.clean(small, newPath(), mine)];
  const refused = taken.map((work) => assert.rejects(work, { code: 'unavailable' }));
  await waitFor(() => listChildren().length > 0);
  await processor.close();
  await Promise.all(refused);
  assert.deepEqual(listChildren(), []);
  await assert.rejects(processor.clean(small, newPath(), mine), { code: 'unavailable' });
  await processor.close();
});

test('the event loop is free while 40 megapixels are decoded', async (t) => {
  const processor = openProcessor(t);
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), 5);
  const { width } = await processor.clean(large, newPath(), mine);
  clearInterval(timer);
  assert.equal(width, 8000);
  assert.ok(ticks > 50, `${ticks}`);
});

test('the process has a low priority in every thread, and no environment', { skip: noProc }, async (t) => {
  const processor = openProcessor(t);
  await processor.clean(small, newPath(), mine);
  const [child = 0] = listChildren();
  const niceness = execFileSync('ps', ['-L', '-o', 'ni=', '-p', `${child}`], { encoding: 'utf8' });
  assert.deepEqual(
    [
      ...new Set(
        niceness
          .trim()
          .split(/\s+/)
          .map((text) => Number(text) >= 10),
      ),
    ],
    [true],
  );
  const names = readFileSync(`/proc/${child}/environ`, 'utf8')
    .split('\0')
    .map((text) => text.split('=')[0]);
  assert.deepEqual(
    names.filter((name) => name && !/^(MALLOC_|NODE_CHANNEL_)/.test(name)),
    [],
  );
});

const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#369',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  });

test('a picture of the most pixels of its kind takes less than 400 MB', { skip: noProc }, async (t) => {
  const pictures = {
    png: plain(8000, 5000, '#336699').png({ compressionLevel: 1 }),
    jpeg: plain(8000, 5000, '#336699').jpeg({ progressive: true }),
    'turned jpeg': noise(6000, 4000)
      .withMetadata({ orientation: 6 })
      .jpeg({ progressive: true, chromaSubsampling: '4:4:4' }),
    webp: noise(5000, 3200).webp({ effort: 0 }),
    'webp without loss': noise(5000, 3200).webp({ effort: 0, lossless: true }),
    'webp without loss that stays one': noise(2500, 1600).webp({ effort: 0, lossless: true }),
    'turned jpeg in CMYK': plain(6000, 4000, '#336699')
      .withMetadata({ orientation: 6 })
      .toColourspace('cmyk')
      .jpeg({ progressive: true, chromaSubsampling: '4:4:4' }),
    'animated webp': animation(640, 500, 200).webp({ effort: 0 }),
    'animated webp without loss': animation(1600, 1250, 32).webp({ effort: 0, lossless: true }),
    'png of 16 bit': noise(8000, 5000).toColourspace('rgb16').png({ compressionLevel: 1 }),
  };
  for (const [format, picture] of Object.entries(pictures)) {
    const processor = openProcessor(t);
    await processor.clean(await write(await picture.toBuffer()), newPath(), mine);
    const [child] = listChildren();
    const [, peak = 0] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child}/status`, 'utf8')) ?? [];
    await processor.close();
    assert.ok(Number(peak) < 400 * 1024, `${format}: ${peak} KiB`);
  }
});

test('a picture that takes too much time or memory is refused, and the next one is taken', async (t) => {
  const processor = openProcessor(t, { milliseconds: 1500 });
  const rect = '<rect width="100%" height="100%" filter="url(#f)"/>';
  const turbulence = '<feTurbulence numOctaves="9" baseFrequency="0.9"/>'.repeat(300);
  const layers = '<g opacity="0.9">'.repeat(90) + rect + '</g>'.repeat(90);
  const costly = [
    [
      `<filter id="f" width="1" height="1">${turbulence}</filter>${rect}`,
      /more than 1.5 s of processor time/,
    ],
    [layers, /more than 560 MiB of memory|more than 1.5 s/],
  ] as const;
  for (const [inside, detail] of costly) {
    const file = await write(svg('width="1920" height="3840"', inside));
    await assert.rejects(processor.clean(file, newPath(), mine), { code: 'image-invalid', message: detail });
  }
  assert.equal((await processor.clean(small, newPath(), mine)).width, 40);
});

test('a fault that is not of the picture is no refusal of it', async (t) => {
  const processor = openProcessor(t);
  const isFault = (error: Error & { code?: string }) => error.code !== 'image-invalid';
  await assert.rejects(processor.clean('/nowhere/picture', newPath(), mine), isFault);
  await assert.rejects(processor.clean(small, '/nowhere/picture', mine), isFault);
});

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { getPriority } from 'node:os';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { RenderPool } from '../../../src/content/markdown/pool.ts';
import { RenderingTooLarge, renderMarkdown, renderSource } from '../../../src/content/markdown/render.ts';

const hostile = '*a '.repeat(300_000);
const patient = { milliseconds: 60_000, megabytes: 256 };

test('a text that takes too long is answered by its source, its worker is replaced, and what waits is rendered', async () => {
  const pool = new RenderPool(1, { ...patient, milliseconds: 1_000 });
  const [slow, quick] = await Promise.all([pool.render(`${hostile}<b>`), pool.render('a *b*')]);
  assert.ok(slow.html.startsWith('<pre><code>*a *a ') && slow.html.endsWith('&lt;b&gt;</code></pre>'));
  assert.deepEqual(
    slow.warnings.map(({ detail }) => detail),
    ['The text takes longer than 1 s to render; the source is shown'],
  );
  assert.equal(slow.text, `${hostile}<b>`);
  assert.match(slow.excerpt ?? '', /^\*a \*a .*…$/);
  assert.equal(quick.html, '<p>a <em>b</em></p>');
});

test('the main thread goes on while a text is rendered', async () => {
  const pool = new RenderPool(1, { ...patient, milliseconds: 500 });
  let turns = 0;
  const timer = setInterval(() => turns++, 5);
  await pool.render(hostile);
  clearInterval(timer);
  assert.ok(turns > 20, String(turns));
});

const skip = process.platform !== 'linux' && 'threads have no priority of their own here';
test('the thread that renders lets others go first, and is left half of what they have', {
  skip,
}, async () => {
  const before = getPriority(process.pid);
  await new RenderPool(1, patient).render('a');
  const priorities = readdirSync('/proc/self/task').map((id) => getPriority(Number(id)));
  assert.ok(priorities.includes(3), String(priorities));
  assert.equal(getPriority(process.pid), before);
});

test('of what comes at once the shortest text is next, and the background comes last', async () => {
  const pool = new RenderPool(1, patient);
  const order: string[] = [];
  const render = (text: string, isBackground = false) =>
    pool.render(text, { isBackground }).then(() => order.push(text.slice(0, 4)));
  await Promise.all([
    render('first'),
    render('b', true),
    render(`long ${'word '.repeat(2000)}`),
    render('short'),
  ]);
  assert.deepEqual(order, ['firs', 'shor', 'long', 'b']);
});

test('a longer note is rendered while eight writers keep posting shorter ones', async () => {
  const pool = new RenderPool(1, patient);
  await pool.render('started');
  let isOver = false;
  let posted = 0;
  const writer = async () => {
    while (!isOver) {
      await pool.render('A *short* note. '.repeat(10));
      posted += 1;
    }
  };
  const writers = Array.from({ length: 8 }, writer);
  const long = pool.render('A *longer* note. '.repeat(1000)).then(() => 'rendered');
  const result = await Promise.race([long, sleep(20_000, 'starved')]);
  const before = posted;
  isOver = true;
  await Promise.all(writers);
  assert.equal(result, 'rendered', `${before} shorter ones went before it`);
  assert.ok(before > 0);
});

test('hostile megabytes hold up a note by no more than the one under way', async () => {
  const pool = new RenderPool(1, { ...patient, milliseconds: 300 });
  await pool.render('started');
  let done = 0;
  const megabytes = Array.from({ length: 6 }, () => pool.render(hostile).then(() => done++));
  for (let note = 0; note < 4; note += 1) {
    const before = done;
    await pool.render(`A note *in between*. ${note} ${'word '.repeat(300 * note)}`);
    assert.ok(done <= before + 1, `${done - before} went before it`);
  }
  assert.ok(done < 6, 'the notes were not the last');
  await Promise.all(megabytes);
});

test('a text that takes more memory than it may is answered by its source', async () => {
  const pool = new RenderPool(1, { ...patient, megabytes: 32 });
  const { html, warnings } = await pool.render('- [a](b) *c*\n'.repeat(8_000));
  assert.match(html, /^<pre><code>- \[a\]/);
  assert.equal(warnings[0]?.detail, 'The text takes more memory than it may; the source is shown');
  assert.equal((await pool.render('after')).html, '<p>after</p>');
});

test('nesting beyond the stack is answered by the source', async () => {
  const { html, warnings } = await new RenderPool(1, patient).render(
    `${'<b>'.repeat(10_000)}x${'</b>'.repeat(10_000)}`,
  );
  assert.match(html, /^<pre><code>&lt;b&gt;/);
  assert.equal(warnings[0]?.detail, 'The text is nested too deeply; the source is shown');
});

test('an output beyond the limit is refused, and the source in its place is cut to it', () => {
  assert.throws(() => renderMarkdown(`$${'a'.repeat(10_000)}$ `.repeat(30)), RenderingTooLarge);
  const { html, text } = renderSource('"'.repeat(600_000), 'Why');
  assert.ok(Buffer.byteLength(html) <= 2 * 1024 * 1024 && html.endsWith('…</code></pre>'));
  assert.equal(text.length, 600_000);
});

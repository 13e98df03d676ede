import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Job, RenderQueue } from '../../../src/content/markdown/queue.ts';

const job = (characters: number, isBackground = false): Job => ({
  ...{ body: 'x'.repeat(characters), isBackground, fault: null },
});

test('whatever the lengths, a note waits for none that came later than its length allows, and goes before what is longer', () => {
  const arrivals = fc.array(fc.record({ gap: fc.nat(50), length: fc.integer({ min: 1, max: 100_000 }) }), {
    minLength: 2,
    maxLength: 60,
  });
  fc.assert(
    fc.property(arrivals, (list) => {
      const queue = new RenderQueue<Job & { at: number }>();
      let at = 0;
      for (const { gap, length } of list) {
        at += gap;
        queue.add({ ...job(length), at }, at);
      }
      const order = list.map(() => queue.take() as Job & { at: number });
      order.forEach((first, place) => {
        for (const later of order.slice(place + 1)) {
          if (first.at > later.at) assert.ok(first.at - later.at <= later.body.length * 0.02);
          if (first.at <= later.at)
            assert.ok(first.body.length * 0.02 <= later.body.length * 0.02 + later.at - first.at);
        }
      });
    }),
    { numRuns: 200 },
  );
});

test('a long text has its turn after ten seconds of notes, never two in a row, and the background after that', () => {
  const queue = new RenderQueue<Job>();
  for (let megabyte = 0; megabyte < 3; megabyte += 1) queue.add(job(1_000_000), 0);
  queue.add(job(10, true), 0);
  const turns: number[] = [];
  let order = '';
  for (let now = 0; now < 60_000; now += 100) {
    queue.add(job(1000), now);
    queue.add(job(1000), now);
    const next = queue.take();
    assert.ok(next);
    const kind = next.isBackground ? 'b' : next.body.length > 1000 ? 'm' : 'n';
    if (kind !== 'n') turns.push(now);
    order += kind;
    queue.count(next, 100);
  }
  assert.equal(order.replace(/n+/g, ''), 'mmmb');
  assert.doesNotMatch(order, /mm|mb/);
  turns.forEach((turn, place) => {
    assert.ok(turn - (turns[place - 1] ?? 0) >= 10_000);
  });
});

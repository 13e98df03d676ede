import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Allowance, Bucket, Buckets } from '../../src/limits/buckets.ts';
import { type Message, type Others, shareCharges } from '../../src/limits/sharing.ts';
import { trials } from '../support/trials.ts';

const allowances = fc.record<Allowance>({
  perSecond: fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.constant(1 / 60)),
  burst: fc.integer({ min: 1, max: 50 }),
});
const pauses = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 3000, noNaN: true })), {
  minLength: 1,
  maxLength: 200,
});

/** Whether there is a time in which more were let through than the allowance, and so many more, has for it. */
function findExcess(times: number[], { perSecond, burst }: Allowance, more = 0): number[] | undefined {
  for (let first = 0; first < times.length; first += 1) {
    for (let last = first; last < times.length; last += 1) {
      const seconds = ((times[last] ?? 0) - (times[first] ?? 0)) / 1000;
      if (last - first + 1 > burst + seconds * perSecond + more + 0.001)
        return [first, last, last - first + 1, seconds];
    }
  }
  return undefined;
}

test('in no time a bucket gives more than its burst and what that time brings', () => {
  fc.assert(
    fc.property(allowances, pauses, (allowance, waits) => {
      const bucket = new Bucket(allowance);
      let now = 1000;
      const given = waits
        .map((wait) => {
          now += wait;
          return bucket.take(now) ? now : null;
        })
        .filter((time) => time !== null);
      assert.equal(findExcess(given, allowance), undefined);
    }),
    { numRuns: trials(300) },
  );
});

test('a bucket gives its whole burst at once, what it says is left, and the next when it says', () => {
  fc.assert(
    fc.property(allowances, pauses, (allowance, waits) => {
      const bucket = new Bucket(allowance);
      let now = 1000;
      for (let token = 0; token < allowance.burst; token += 1) assert.ok(bucket.take(now));
      for (const wait of waits) {
        now += wait;
        const left = bucket.left(now);
        assert.ok(left <= allowance.burst);
        for (let token = 0; token < left; token += 1) assert.ok(bucket.take(now));
        assert.equal(bucket.take(now), false);
        assert.ok(bucket.untilNext(now) > 0);
        now += bucket.untilNext(now) + 1e-6;
        assert.ok(bucket.take(now));
      }
      assert.equal(bucket.left(now + bucket.untilFull(now)), allowance.burst);
    }),
    { numRuns: trials(100) },
  );
});

test('callers have buckets of their own, of which those that were not seen for longest are forgotten', () => {
  const buckets = new Buckets({ perSecond: 1, burst: 1 }, 2);
  const take = (caller: string) => buckets.take(caller, buckets.of(caller), 0);
  assert.deepEqual(['a', 'b', 'a', 'b'].map(take), [true, true, false, false]);
  assert.deepEqual(['c', 'b', 'a'].map(take), [true, false, true]);
});

/** Processes whose messages arrive when all that are on their way do. */
class Network {
  readonly #handlers: ((message: Message) => void)[] = [];
  #onTheirWay: (() => void)[] = [];

  join(): Others {
    const own = this.#handlers.length;
    return {
      tell: (message) => {
        const copy = JSON.stringify(message);
        this.#handlers.forEach((handle, place) => {
          if (place !== own) this.#onTheirWay.push(() => handle(JSON.parse(copy)));
        });
      },
      listen: (handle) => {
        this.#handlers.push(handle);
        return () => undefined;
      },
    };
  }

  arrive(): void {
    for (const deliver of this.#onTheirWay.splice(0)) deliver();
  }
}

test('processes that tell each other give together what one would, and what one batch brings more', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const asks = fc.array(fc.record({ place: fc.nat(2), wait: fc.integer({ min: 0, max: 20 }) }), {
    minLength: 1,
    maxLength: 300,
    size: 'max',
  });
  fc.assert(
    fc.property(allowances, asks, (allowance, asked) => {
      const network = new Network();
      let now = 0;
      const processes = [0, 1, 2].map(() => {
        const reads = new Buckets(allowance);
        return {
          reads,
          end: shareCharges({ reads }, network.join(), { milliseconds: 50, clock: () => now }),
        };
      });
      const given: number[] = [];
      let sinceBatch = 0;
      let mostInBatch = 0;
      let nextBatch = 50;
      for (const { place, wait } of asked) {
        now += wait;
        while (now >= nextBatch) {
          t.mock.timers.tick(50);
          network.arrive();
          nextBatch += 50;
          sinceBatch = 0;
        }
        const { reads } = processes[place] as { reads: Buckets };
        if (!reads.take('caller', reads.of('caller'), now)) continue;
        given.push(now);
        sinceBatch += 1;
        mostInBatch = Math.max(mostInBatch, sinceBatch);
      }
      for (const { end } of processes) end();
      assert.equal(findExcess(given, allowance, Math.min(mostInBatch, 2 * allowance.burst + 1)), undefined);
    }),
    { numRuns: trials(100) },
  );
});

test('what a process took is told to the others once, and not when there is nothing', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const told: Message[] = [];
  const reads = new Buckets({ perSecond: 1, burst: 3 });
  const link = { tell: (message: Message) => void told.push(message), listen: () => () => undefined };
  const end = shareCharges({ reads, writes: null }, link);
  for (let time = 0; time < 5; time += 1) reads.take('a', reads.of('a'), 0);
  reads.take('b', reads.of('b'), 0);
  t.mock.timers.tick(50);
  t.mock.timers.tick(50);
  assert.deepEqual(told, [
    {
      reads: [
        ['a', 3],
        ['b', 1],
      ],
    },
  ]);
  end();
});

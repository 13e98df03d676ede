import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { Type } from 'typebox';
import { mostFaults } from '../../src/problems.ts';
import { describeFaults } from '../../src/validation/faults.ts';
import { type RuleName, rules } from '../../src/validation/rules.ts';
import { createValidator } from '../../src/validation/validation.ts';
import { startTestApp } from '../support/app.ts';

const app = await startTestApp();

/** The processor time of work at its quickest of five times, in milliseconds: other processes do not count. */
function timeOf(work: () => unknown): number {
  const times = [1, 2, 3, 4, 5].map(() => {
    const from = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

const many = <T>(count: number, value: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => value(i));
const paper = (more: object) => ({ title: 'A title', ...more });

/** A body of more names is malformed (400), whatever they are. */
const mostNames = 900;

/** Bodies of a review that are as wrong as they are long, by how many members they have. */
const hostile: Record<string, (count: number) => object> = {
  'too many empty tags': (count) => ({ tags: many(count, () => '') }),
  'too many tags, all of them right': (count) => ({ tags: many(count, (index) => `tag ${index}`) }),
  'members that are not known': (count) =>
    Object.fromEntries(many(Math.min(count, mostNames), (index) => [`member${index}`, index])),
  'authors of another type': (count) => ({ paper: paper({ authors: many(count, () => 0) }) }),
  'authors without a name': (count) => ({ paper: paper({ authors: many(count, () => ({})) }) }),
  'authors with members that are not known': (count) => ({
    paper: paper({
      authors: [Object.fromEntries(many(Math.min(count, mostNames), (index) => [`${index}`, '']))],
    }),
  }),
  'links of another kind': (count) => ({
    paper: paper({ links: many(count, () => ({ kind: 'x', url: 'x' })) }),
  }),
  'versions that are none': (count) => ({ paper: paper({ versions: many(count, () => ({ number: 0 })) }) }),
  'a list for a text': (count) => ({ title: many(count, () => '') }),
  'a list for a paper': (count) => ({ paper: many(count, () => '') }),
};

test('whatever is wrong with a body, and however often, is told in twenty faults at most, and soon', async () => {
  for (const [kind, make] of Object.entries(hostile)) {
    const from = performance.now();
    const answer = await app.send('POST', '/v1/reviews', {
      key: app.admin,
      body: { paper: 'arxiv:2405.17428', body: 'x', language: 'en', ...make(30_000) },
    });
    const took = performance.now() - from;
    assert.equal(answer.status, 422, kind);
    const { errors, detail } = answer.body;
    assert.ok(errors.length > 0 && errors.length <= mostFaults, `${kind}: ${errors.length}`);
    if (errors.length === mostFaults) assert.match(detail, /and more: the first 20 are listed/, kind);
    assert.ok(took < 5000, `${kind} took ${took} ms`);
  }
});

test('a list that is too long is told to be, and nothing of its members', async () => {
  const { body } = await app.send('POST', '/v1/reviews', {
    key: app.admin,
    body: { paper: 'arxiv:2405.17428', body: 'x', language: 'en', tags: many(51, () => '') },
  });
  assert.deepEqual(body.errors, [{ pointer: '/tags', detail: 'must have at most 50 items, not 51' }]);
});

test('a name of the caller comes back shortened, and few faults are all listed', async () => {
  const name = 'n'.repeat(1_000_000);
  const { text, body } = await app.send('POST', '/v1/tags', {
    key: app.admin,
    body: { [name]: 1, other: 2 },
  });
  assert.ok(text.length < 2000, `${text.length} characters`);
  assert.deepEqual(body.errors.length, 3);
  assert.match(body.detail, /(known are [\w, ]+|is required)\.$/);
});

const Item = Type.Object(
  { kind: Type.Union([Type.Literal('a'), Type.Literal('b')]), text: Type.String({ maxLength: 3 }) },
  { additionalProperties: false },
);
const shapes = Type.Object(
  {
    list: Type.Optional(Type.Array(Item, { maxItems: 40 })),
    lists: Type.Optional(Type.Array(Type.Array(Type.Integer(), { maxItems: 3 }))),
    either: Type.Optional(Type.Union([Type.Array(Type.Integer()), Type.Array(Type.String()), Item])),
    unique: Type.Optional(
      Type.Array(Type.Union([Type.String(), Type.Integer()]), { uniqueItems: true, maxItems: 30 }),
    ),
    open: Type.Optional(Type.Object({}, { additionalProperties: Type.Integer() })),
  },
  { additionalProperties: false },
);
const scalar = fc.oneof(fc.constantFrom('a', 'b', 'long text', 1, 1.5, null, true), fc.integer());
const list = (of: fc.Arbitrary<unknown>) => fc.array(of, { maxLength: 60, size: 'max' });
const item = fc.oneof(
  scalar,
  fc.record(
    { kind: fc.constantFrom('a', 'b', 'c'), text: fc.constantFrom('x', 'xxxx', 1) },
    { requiredKeys: [] },
  ),
  fc.record({ kind: fc.constant('a'), text: fc.constant('x'), more: fc.constant(1) }),
);
const values = fc.record(
  {
    list: fc.oneof(list(item), scalar),
    lists: list(fc.oneof(list(fc.integer()), scalar)),
    either: fc.oneof(list(fc.integer()), list(fc.string()), list(scalar), item),
    unique: list(fc.oneof(fc.integer({ min: 0, max: 50 }), fc.string({ maxLength: 1 }))),
    open: fc.dictionary(fc.string(), scalar),
    unknown: scalar,
  },
  { requiredKeys: [] },
);

test('what is valid is what Ajv itself says, and a fault is one that Ajv finds, for any schema of lists and shapes', () => {
  const ours = createValidator().compile(shapes);
  const stock = new Ajv({ allErrors: true, strict: false, verbose: true }).compile(shapes);
  fc.assert(
    fc.property(values, (value) => {
      assert.equal(ours(value), stock(value));
      const all = new Set((stock.errors ?? []).map((one) => `${one.keyword} ${one.instancePath}`));
      for (const { keyword, instancePath } of ours.errors ?? [])
        assert.ok(all.has(`${keyword} ${instancePath}`), `${keyword} ${instancePath}`);
      assert.equal(describeFaults(ours, 'body').length > 0, ours.errors !== null);
      assert.ok(describeFaults(ours, 'body').length <= mostFaults + 1);
    }),
    { numRuns: 500 },
  );
});

const hostileTexts = (length: number) => [
  'a'.repeat(length),
  'a-'.repeat(length / 2),
  '-'.repeat(length),
  ' '.repeat(length),
  '\t '.repeat(length / 2),
  `${'1'.repeat(length)}!`,
  `10.${'1.'.repeat(length / 2)}`,
  `http://${'a.'.repeat(length / 2)}`,
  `https://x/${'%'.repeat(length)}`,
  'arxiv:'.repeat(length / 6),
  'e\u0301'.repeat(length / 2),
  '\u0301'.repeat(length),
  '{id}'.repeat(length / 4),
  'ﷺ'.repeat(length),
];

test('no rule takes longer than in proportion to its text, and a text that is too long is not read by it', () => {
  for (const name of Object.keys(rules) as RuleName[]) {
    const short = hostileTexts(4000);
    for (const [index, text] of hostileTexts(16_000).entries()) {
      const [one, four] = [short[index] ?? '', text].map((each) => timeOf(() => rules[name](each)));
      // In proportion it is four times as long, and sixteen times where it goes through the text for each character.
      assert.ok((four ?? 0) < 8 * (one ?? 0) + 50, `${name} takes ${one} and ${four} ms for text ${index}`);
    }
    const bounded = createValidator().compile({ type: 'string', 'x-rule': name, maxLength: 200 });
    const unbounded = createValidator().compile({ type: 'string', 'x-rule': name });
    for (const text of hostileTexts(1_000_000)) {
      for (const validate of [bounded, unbounded]) {
        const took = timeOf(() => assert.equal(validate(text), false));
        assert.ok(took < 500, `${name} takes ${took} ms`);
        assert.equal(validate.errors?.length, 1);
      }
    }
  }
});

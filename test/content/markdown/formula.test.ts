import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findFormulas } from '../../../src/content/markdown/formula.ts';
import { anyText } from '../text/strings.ts';

const formulas = (text: string) => findFormulas(text).map(({ start, end }) => text.slice(start, end));

test('all four kinds of delimiters hold formulas', () => {
  assert.deepEqual(formulas('a $x$ b $$y\n+z$$ c \\(u\\) d \\[v\\] e'), [
    '$x$',
    '$$y\n+z$$',
    '\\(u\\)',
    '\\[v\\]',
  ]);
});

test('a Korean particle may follow a formula at once', () => {
  assert.deepEqual(formulas('$\\lambda$는 $a_1$과'), ['$\\lambda$', '$a_1$']);
});

test('prices are no formulas', () => {
  assert.deepEqual(formulas('It costs $20 and $30, or $5.'), []);
  assert.deepEqual(formulas('$20–$30'), []);
});

test('an escaped dollar neither opens nor closes a formula', () => {
  assert.deepEqual(formulas('\\$a$ b'), []);
  assert.deepEqual(formulas('$a\\$b$'), ['$a\\$b$']);
  assert.deepEqual(formulas('\\\\$a$'), ['$a$']);
});

test('code spans hold no formulas', () => {
  assert.deepEqual(formulas('`$HOME` and `$PATH` and $x$'), ['$x$']);
  assert.deepEqual(formulas('``a ` $b$`` $c$'), ['$c$']);
  assert.deepEqual(formulas('an open ` before $x$'), ['$x$']);
});

test('a formula ends with its paragraph, and an empty one is none', () => {
  assert.deepEqual(formulas('$a\n\nb$ $c$'), ['$c$']);
  assert.deepEqual(formulas('$$a\n \t\nb$$'), []);
  assert.deepEqual(formulas('$$$$ \\(\\) $ $'), []);
  assert.deepEqual(formulas('$a\nb$'), ['$a\nb$']);
});

test('formulas stand in order, apart from each other, with their delimiters at both ends', () => {
  const text = fc.oneof(
    anyText,
    fc.string({ unit: fc.constantFrom('$', '\\', '(', ')', '[', ']', '`', 'a', '1', ' ', '\n') }),
  );
  fc.assert(
    fc.property(text, (source) => {
      let last = 0;
      for (const { start, end } of findFormulas(source)) {
        assert.ok(start >= last && end > start + 2 && end <= source.length);
        assert.match(source.slice(start, end), /^(?:\$.+\$|\\\(.+\\\)|\\\[.+\\\])$/s);
        assert.doesNotMatch(source.slice(start, end), /\n[ \t\r]*\n/);
        last = end;
      }
    }),
    { numRuns: 1_000 },
  );
});

test('openers that nothing closes take linear time', () => {
  for (const unit of ['$a ', '$$ ', '\\(', '\\[', '$a\n', '`$']) {
    const before = process.cpuUsage();
    findFormulas(unit.repeat(200_000));
    const { user } = process.cpuUsage(before);
    assert.ok(user < 2_000_000, `${JSON.stringify(unit)} took ${user} µs`);
  }
});

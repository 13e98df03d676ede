import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { JsonFault } from '../../../src/http/json/fault.ts';
import { parseJson } from '../../../src/http/json/parse.ts';
import { anyText } from '../../content/text/strings.ts';
import { trials } from '../../support/trials.ts';

const parse = (text: string) => parseJson(Buffer.from(text));

function faultOf(bytes: Buffer | string): JsonFault {
  try {
    parseJson(Buffer.from(bytes as string));
  } catch (error) {
    assert.ok(error instanceof JsonFault, `${error}`);
    return error;
  }
  return assert.fail(`${JSON.stringify(bytes.slice(0, 60).toString())} was taken`);
}

/** Whether a value holds what parseJson refuses and JSON.parse takes, or what it changes. */
const isPlain = (value: unknown) => {
  const text = JSON.stringify(value);
  const isNfc = text === text.normalize('NFC') && !/\\u[0-9a-f]{4}/.test(text);
  return isNfc && !text.includes('__proto__') && !/\p{M}{31}/u.test(text);
};

test('every valid document reads as JSON.parse reads it', () => {
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 6 }).filter(isPlain),
      fc.constantFrom(undefined, 2, '\t'),
      (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        assert.deepEqual(parse(text), JSON.parse(text));
      },
    ),
    { numRuns: trials(1_000) },
  );
});

test('scalars, escapes and white space around them read as JSON.parse reads them', () => {
  const texts = [
    '0',
    '-0',
    '-1.5e-3',
    '1E+2',
    '5e-324',
    '1e-999',
    'true',
    'false',
    'null',
    '""',
    '"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude42"',
    ' \r\n\t[ ] ',
    '{"a" : {"b":[1 , 2]} }',
    '"\u007f\u2028"',
    '"\\\\"',
    '["\\\\\\"", "a"]',
  ];
  for (const text of texts) assert.deepEqual(parse(text), JSON.parse(text), text);
});

test('what JSON.parse refuses is refused with a reason and a place', () => {
  const texts = [
    '{',
    '[',
    '[1',
    '[1,',
    '[1,]',
    '[,1]',
    '{"a"',
    '{"a":',
    '{"a":1',
    '{"a":1,',
    '{"a":1,}',
    '{a:1}',
    "{'a':1}",
    '{"a" 1}',
    '1 2',
    '[]]',
    '01',
    '1.',
    '.5',
    '+1',
    '-',
    '1e',
    'NaN',
    'Infinity',
    'tru',
    'truer',
    'True',
    'undefined',
    '"',
    '"\\"',
    '"a',
    '"\\x"',
    '"\\u12"',
    '"\n"',
    '"\t"',
    '"\0"',
    '\u00a01',
    '//',
    '\ufeff\ufeff1',
  ];
  for (const text of texts) {
    assert.throws(() => JSON.parse(text), SyntaxError, text);
    assert.match(faultOf(text).reason, /ends too early|line \d+, column \d+/, text);
  }
});

test('a fault of syntax is found by line and column', () => {
  assert.match(
    faultOf('{\n  "a": 1\n  "b": 2\n}').reason,
    /^A comma or } belongs here \(line 3, column 3\)\.$/,
  );
  assert.match(faultOf('{"a":"x\ny"}').reason, /control character .*\(line 1, column 8\)/);
  assert.match(faultOf('').reason, /ends too early/);
});

test('bytes that are no UTF-8 are refused where they stand', () => {
  for (const bad of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xea, 0xb0]]) {
    const fault = faultOf(Buffer.concat([Buffer.from('{"a":"\uFFFD'), Buffer.from(bad), Buffer.from('"}')]));
    assert.match(fault.reason, /not valid UTF-8, near byte (?:9|1\d)\./);
  }
});

test('a byte order mark is ignored', () => {
  assert.deepEqual(parse('\ufeff{"a":1}'), { a: 1 });
});

test('64 levels are taken and one more is refused, whatever they are made of', () => {
  assert.doesNotThrow(() => parse('['.repeat(64) + ']'.repeat(64)));
  assert.doesNotThrow(() => parse(`${'{"a":'.repeat(64)}1${'}'.repeat(64)}`));
  for (const text of ['['.repeat(65) + ']'.repeat(65), '[{"a":'.repeat(33), '['.repeat(1_000_000)]) {
    assert.match(faultOf(text).reason, /deeper than 64 levels/);
  }
});

test('a name that stands twice is refused and named, however it is written', () => {
  assert.equal(faultOf('{"a":1,"b":2,"a":3}').pointer, '/a');
  assert.equal(faultOf('{"x":[{},{"a~/b":1,"a~\\u002fb":2}]}').pointer, '/x/1/a~0~1b');
  assert.equal(faultOf('{"é":1,"e\u0301":2}').pointer, '/é');
  assert.equal(faultOf('{"":1,"":2}').pointer, '/');
  assert.deepEqual(parse('[{"a":1},{"a":{"a":2}}]'), [{ a: 1 }, { a: { a: 2 } }]);
});

test('names that objects have by birth are names like others', () => {
  const text = '{"constructor":1,"toString":{"prototype":2},"hasOwnProperty":3}';
  assert.deepEqual(parse(text), JSON.parse(text));
});

test('__proto__ as a name is refused and pollutes nothing', () => {
  assert.equal(faultOf('{"a":{"__proto__":{"polluted":1}}}').pointer, '/a');
  assert.equal(faultOf('{"\\u005f_proto__":1}').pointer, '');
  assert.equal(({} as Record<string, unknown>).polluted, undefined);
});

test('NUL and lone surrogates are refused in texts and names, at the value or its object', () => {
  for (const bad of ['\\u0000', '\\ud800', '\\udc00', '\\ude42\\ud83d']) {
    assert.equal(faultOf(`{"a":[1,"x${bad}"]}`).pointer, '/a/1', bad);
    assert.equal(faultOf(`{"a":[{"x${bad}":1}]}`).pointer, '/a/0', bad);
  }
  assert.equal(parse('"\\ud83d\\ude42"'), '🙂');
});

test('a number that no float holds is refused at its place', () => {
  assert.equal(faultOf('{"a":[0,1e999]}').pointer, '/a/1');
  assert.equal(faultOf('-1e400').pointer, '');
});

test('texts and names come out in NFC', () => {
  assert.deepEqual(parse('{"e\\u0301":"\u1112\u1161\u11ab"}'), { é: '한' });
  fc.assert(
    fc.property(anyText, (text) => {
      fc.pre(text.isWellFormed() && !text.includes('\0') && !/\p{M}{31}/u.test(text));
      assert.equal(parse(JSON.stringify(text)), text.normalize('NFC'));
    }),
  );
});

test('more than 30 combining marks in a row are refused, wherever they begin', () => {
  for (let before = 0; before < 70; before++) {
    const start = '가'.repeat(before);
    assert.equal(
      parse(JSON.stringify(`${start}${'\u0323'.repeat(30)}가`)),
      `${start}${'\u0323'.repeat(30)}가`,
    );
    assert.match(faultOf(JSON.stringify(`${start}${'\u0323'.repeat(31)}가`)).reason, /30 combining marks/);
    assert.match(faultOf(JSON.stringify(`${start}${'\u{1e8d0}'.repeat(31)}`)).reason, /30 combining marks/);
  }
});

test('more than 100,000 values are refused', () => {
  assert.equal((parse(`[${'1,'.repeat(99_998)}1]`) as number[]).length, 99_999);
  assert.match(faultOf(`[${'1,'.repeat(99_999)}1]`).reason, /more than 100000 values/);
});

test('more than 1,000 different names are refused, wherever they stand', () => {
  const member = (number: number) => `"m${number}":1`;
  const members = (count: number, from = 0) => Array.from({ length: count }, (_, at) => member(from + at));
  assert.equal(Object.keys(parse(`{${members(1000).join()}}`) as object).length, 1000);
  const again = `[${members(1000).map((text) => `{${text}}`)},{${members(1000).join()}}]`;
  assert.equal((parse(again) as unknown[]).length, 1001);
  for (const text of [`{${members(1001).join()}}`, `[${members(1001).map((text) => `{${text}}`)}]`])
    assert.match(faultOf(text).reason, /more than 1000 different names/);
});

test('objects come out the same, however many were before them', () => {
  const text = JSON.stringify(
    Array.from({ length: 8000 }, (_, at) => ({ [`b${at % 7}`]: at, a: {}, 1: [{}] })),
  );
  assert.deepEqual(parse(text), JSON.parse(text));
});

test('a pointer gives no long name back in full', () => {
  assert.ok((faultOf(`{"${'a'.repeat(1_000)}":1e999}`).pointer?.length ?? 0) < 250);
});

test('whatever the bytes, nothing but a JsonFault is thrown', () => {
  const tokens = fc.string({
    unit: fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '\\',
      '1',
      '-',
      'e',
      '.',
      'true',
      'null',
      ' ',
      '\n',
      '\\u00',
      '\\ud800',
      '\0',
      'é',
    ),
  });
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 100 }).map((array) => Buffer.from(array)),
    tokens.map((text) => Buffer.from(text)),
  );
  fc.assert(
    fc.property(bytes, (body) => {
      try {
        parseJson(body);
      } catch (error) {
        assert.ok(error instanceof JsonFault);
      }
    }),
    { numRuns: trials(2_000) },
  );
});

test('a changed document is taken or refused as by JSON.parse', () => {
  const edit = fc.record({
    at: fc.nat(),
    remove: fc.nat({ max: 2 }),
    insert: fc.constantFrom(
      '',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '0',
      '-',
      'e',
      '.',
      't',
      ' ',
      '\n',
      '\\n',
    ),
  });
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 3 }).filter(isPlain),
      fc.array(edit, { maxLength: 3 }),
      (value, edits) => {
        let text = JSON.stringify(value);
        for (const { at, remove, insert } of edits) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + insert + text.slice(from + remove);
        }
        const read = attempt(() => JSON.parse(text));
        const mine = attempt(() => parse(text));
        const isRefusedHereOnly = mine.fault instanceof JsonFault && mine.fault.pointer !== undefined;
        if (isRefusedHereOnly) return;
        assert.equal(mine.fault === undefined, read.fault === undefined, text);
        if (text.isWellFormed())
          assert.equal(JSON.stringify(mine.value), JSON.stringify(read.value)?.normalize('NFC'));
      },
    ),
    { numRuns: trials(2_000) },
  );
});

function attempt(read: () => unknown): { value?: unknown; fault?: unknown } {
  try {
    return { value: read() };
  } catch (fault) {
    return { fault };
  }
}

test('hostile megabytes are settled in linear time', () => {
  const marks = '\u0301\u0323';
  const bodies = [
    '['.repeat(2 ** 22),
    ' '.repeat(2 ** 22),
    `"${'\\"'.repeat(2 ** 20)}"`,
    `"${'\\'.repeat(2 ** 22)}`,
    `"a${marks.repeat(2 ** 20)}"`,
    `"${`a${marks.repeat(15)}`.repeat(2 ** 15)}"`,
    `[${'{},'.repeat(2 ** 20)}`,
  ];
  for (const body of bodies) {
    const before = process.cpuUsage();
    attempt(() => parse(body));
    const { user } = process.cpuUsage(before);
    assert.ok(user < 2_000_000, `${body.slice(0, 10)} took ${user} µs`);
  }
});

import type { Schema } from './operations.ts';

export const NUL = String.fromCharCode(0);

/** Moments that pass a careless check, or that no database can hold. */
export const badMoments = [
  ...[
    '0000-01-01T00:00:00Z',
    '0999-12-31T23:59:59Z',
    '2024-06-03T09:00:00+23:59',
    '9999-12-31T23:59:59-14:00',
  ],
  ...[
    '1000-01-01T00:00:00+14:00',
    '+275760-09-13T00:00:00Z',
    '275760-09-13T00:00:00Z',
    '-000001-01-01T00:00:00Z',
  ],
  ...['2024-02-30T00:00:00Z', '2024-13-01T00:00:00Z', '2024-06-03T24:00:00Z', '2024-06-03T09:00:60Z'],
  ...['2024-06-03T09:00:00', '2024-06-03', '1717405200', 'now', 'infinity', 'epoch', ''],
];

/** The same of days. */
export const badDays = [
  ...[
    '0000-01-01',
    '0999-12-31',
    '10000-01-01',
    '+275760-09-13',
    '275760-09-13',
    '-0001-01-01',
    '2024-02-30',
  ],
  ...[
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-1-1',
    '2024-06-03T00:00:00Z',
    '20240603',
    'infinity',
    '',
  ],
];

/** The first and the last that are taken. */
export const extremes: Record<string, string[]> = {
  date: ['1000-01-01', '9999-12-31'],
  'date-time': ['1000-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '2024-06-03T23:59:59+14:00'],
};

/** What a loose reading of a query takes for a whole number. */
const noIntegers = [
  ...[
    'abc',
    '',
    '1.5',
    '10.0',
    '0x10',
    '1e1',
    ' 10',
    '10 ',
    '+10',
    '1_0',
    '١٠',
    '１０',
    '--1',
    'NaN',
    'Infinity',
  ],
  ...['null', 'true', '99999999999999999999', '-99999999999999999999', '9007199254740993'],
];

const noBooleans = ['1', '0', 'yes', 'TRUE', 'True', '', 'null', ' true', 'truefalse'];

/** Texts that a layer further in may take for something else. */
export const slyTexts = [
  ...[
    "' or 1=1 --",
    '"; drop table reviews; --',
    '\\',
    '{}',
    '\u202Eabc',
    '\u200B',
    '\n',
    '<script>x</script>',
  ],
  ...[
    `e${'\u0301'.repeat(29)}`,
    '%',
    '_',
    '$1',
    '*',
    '🙂',
    '가'.repeat(190),
    '\uFDFA'.repeat(190),
    '..',
    'ﬁ',
  ],
  ...['../../etc/passwd', 'constructor', '__proto__', '()', '!', '&|', '"', ':*', 'a:b', '- -', '<->'],
];

/** Texts that no query parameter of the schema may have. */
export function badQueryValues(schema: Schema): string[] {
  const one = schema.items ?? schema;
  if (one.enum) return ['nonsense', '', ` ${one.enum[0]}`, `${one.enum[0]}x`, `--${one.enum[0]}`];
  if (one.type === 'boolean') return noBooleans;
  if (one.format === 'date-time') return badMoments;
  if (one.format === 'date') return badDays;
  if (one.type === 'integer') {
    const { minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER } = one;
    return [...noIntegers, String(minimum - 1), String(maximum + 1)];
  }
  const { minLength = 0, maxLength } = one;
  const long = maxLength === undefined ? [] : ['x', '\uFDFA', '🙂'].map((text) => text.repeat(maxLength + 1));
  return [...(minLength > 0 ? [''] : []), ...long];
}

/** Values of every JSON type, and lists that are too long. */
export const wrongValues = [null, 17, 'text', '', [], [null], {}, { a: 1 }, true, Array(6000).fill('a')];

/** Numbers that some part of the stack cannot hold, or that are no whole ones. */
export const wildNumbers = [0, -1, 1.5, 1e21, -1e21, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, 5e-324];

/** Path segments that name nothing, percent-encoded. */
export const badIds = [
  ...['not-a-uuid', '018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e1', '00000000-0000-0000-0000-000000000000', '0', '-1'],
  ...[
    'NULL',
    'undefined',
    '%2F',
    '..%2F..%2Fetc',
    '%5C',
    '%20',
    '%F0%9F%99%82',
    '%27%20or%201%3D1--',
    '*',
    '%25',
  ],
  ...['%EF%B7%BA', 'a'.repeat(300), '%EF%B7%BA'.repeat(300), '%0A', ';x=1', 'arxiv:', 'arxiv:nonsense'],
  ...['doi:10.', 'openreview:%20', 'nonsense:1', ':'],
];

/** Percent-encodings of no UTF-8, or of NUL. */
export const badEncodings = ['%00', 'a%00b', '%ED%A0%80', '%ff', '%C0%AF', '%zz', '%', '%2', '%E3%81'];

/** Bytes that are no UTF-8: stray, overlong, half a surrogate pair, cut off. */
export const badBytes = [[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xe3, 0x81]];

/** Texts in place of a JSON body; `valid` is one that would be taken, `member` the name of a member of it. */
export function brokenJson(valid: string, member: string): string[] {
  const start = `{${JSON.stringify(member)}:`;
  const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
  return [
    ...[deep, '['.repeat(5000), `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`, `${start}${deep}}`],
    ...[
      valid.slice(0, -1),
      `${valid}x`,
      `${valid}${valid}`,
      '{',
      'nonsense',
      "{'a':1}",
      '{"a":01}',
      '{"a":1,}',
    ],
    ...['NaN', '{"a":1e400}', '\uFEFF\uFEFF{}', '/**/{}', '{"a":"\\x"}', '{"a":"\n"}'],
    ...[valid.replace('{', `${start}1,`), valid.replace('{', '{"x":{"b":1,"b":2},'), '[{"a":1,"a":1}]'],
  ];
}

/** What `If-Match` can say besides the ETag that was read, and the answer. */
export const badPreconditions: [string, number][] = [
  ...([
    ['', 428],
    ['nonsense', 400],
    ['"1', 400],
    ['1', 400],
    ['"\u00e9"', 400],
    ['*, "1-x"', 400],
  ] as const),
  ...([
    ['"999-x"', 412],
    ['W/"1-x"', 412],
    ['"99999999999999999999-x"', 412],
    ['"-1-x"', 412],
  ] as const),
  ...([
    ['""', 412],
    ['"nonsense"', 412],
  ] as const),
].map(([value, status]) => [value, status]);

export const badContentTypes = [
  ...[
    'text/plain',
    'application/json; charset=latin1',
    'application/json;charset=utf-16',
    'text/json',
    'nonsense',
  ],
  ...['multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'application/xml'],
];

import fc from 'fast-check';
import type { KnownOperation, Sampler, Schema } from '../test/support/operations.ts';

/** A request as data, so that it can be changed and sent again. */
export interface Attempt {
  method: string;
  path: string;
  query: [name: string, value: string][];
  headers: Record<string, string>;
  /** JSON; undefined for none. */
  body: unknown;
}

const longestQuery = 15_000;
const mostBytes = 8 * 2 ** 20 - 1024;

/** What texts are made of: plain, wide, folded to many, ignored, escaped, and the signs of JSON, Markdown, TeX and queries. */
const letters = [
  ...[
    'a',
    'é',
    '가',
    '漢',
    '🙂',
    '\uFDFA',
    '\u0301',
    '\u200B',
    '"',
    '\\',
    ' ',
    '\n',
    '-',
    ',',
    '%',
    '_',
    '(',
  ],
  ...[
    '"a" ',
    '[x](',
    '*a ',
    '$a$ ',
    '<b>',
    '&#x41;',
    '| a ',
    '> ',
    'doi:10.1/',
    '9',
    '-a ',
    'a:',
    '\\\\',
    '"',
  ],
];

/** Makes requests of an operation by its schemas, right ones and wrong ones, and dearer ones out of those that were dear. */
export class Requests {
  readonly #operation: KnownOperation;
  readonly #sampler: Sampler;

  constructor(operation: KnownOperation, sampler: Sampler) {
    this.#operation = operation;
    this.#sampler = sampler;
  }

  /** The usual one, the largest of every kind, and others by chance. */
  first(count: number, seed: number): Attempt[] {
    return [this.#usual(), ...this.#largest(), ...fc.sample(this.#any(), { numRuns: count, seed })];
  }

  /** One by chance. */
  random(seed: number): Attempt {
    return fc.sample(this.#any(), { numRuns: 1, seed })[0] as Attempt;
  }

  /** Another one, near to one that was dear. */
  next(attempt: Attempt, seed: number): Attempt {
    const [change, at, text] = fc.sample(fc.tuple(fc.nat(6), fc.nat(), fc.constantFrom(...letters)), {
      numRuns: 1,
      seed,
    })[0] as [number, number, string];
    const next: Attempt = structuredClone(attempt);
    if (change === 0 && next.query.length > 0) {
      const pair = next.query[at % next.query.length] as [string, string];
      pair[1] = `${pair[1]}${text}`.repeat(2);
    } else if (change === 1) next.query.push(...this.#pairs(at % 7, at));
    else if (change === 2) next.query = [...next.query, ...next.query];
    else if (change === 3)
      next.body = grow(next.body, at, (value) => text.repeat(Math.max(64, value.length * 4)));
    else if (change === 4) next.body = double(next.body, at);
    else if (change === 5) next.body = widen(next.body, at, text);
    else next.headers = { ...next.headers, ...manyTags(at % 400) };
    return bound(next);
  }

  #usual(): Attempt {
    const { method, template, params, query, body, headers } = this.#operation;
    const path = params.reduce(
      (filled, { name, example }) => filled.replace(`{${name}}`, encodeURIComponent(String(example ?? 'x'))),
      template,
    );
    const needed = query.filter(({ required }) => required);
    return {
      method,
      path,
      query: needed.map(({ name, example, schema }) => [
        name,
        String(example ?? schema.examples?.[0] ?? 'a'),
      ]),
      headers: headers.some(({ name, required }) => name === 'If-Match' && required)
        ? { 'if-match': '*' }
        : {},
      body: body === null ? undefined : this.#sampler.example(body),
    };
  }

  /** For each member of the body and each parameter the longest that can be sent, of several kinds. */
  #largest(): Attempt[] {
    const usual = this.#usual();
    const { query, body } = this.#operation;
    const parameters = query.flatMap(({ name }) =>
      ['"a b" ', '가', 'a,', '-'].map((text) => ({
        ...usual,
        query: [
          ...usual.query.filter(([known]) => known !== name),
          [name, fill(text, 8000)] as [string, string],
        ],
      })),
    );
    const everything = this.#pairs(40, 1);
    const places = body === null ? [] : this.#sampler.places(body);
    const bodies = places.flatMap(({ schema, put }) => {
      const shapes = this.#sampler.shapes(schema);
      const takes = (type: string) => shapes.some((shape) => [shape.type].flat().includes(type));
      return [
        ...(takes('array')
          ? [Array(50_000).fill(''), Array.from({ length: 20_000 }, (_, at) => `x${at}`)]
          : []),
        ...(takes('string') ? [fill('a', 1_000_000), fill('\u200B', 300_000), fill('$a$ ', 900_000)] : []),
        ...(takes('object')
          ? [Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`m${at}`, at]))]
          : []),
      ].map((value) => ({ ...usual, body: put(value) }));
    });
    const wide = Array.from({ length: 7000 }, () => ['a', ''] as [string, string]);
    return [{ ...usual, query: everything }, { ...usual, query: wide }, ...parameters, ...bodies].map(bound);
  }

  #any(): fc.Arbitrary<Attempt> {
    const usual = this.#usual();
    return fc
      .tuple(fc.nat(), fc.nat(12), fc.nat(), fc.constantFrom(...letters))
      .map(([at, count, seed, text]) => {
        const query = [...usual.query, ...this.#pairs(count, seed)];
        const body = at % 3 === 0 ? grow(usual.body, at, () => fill(text, 1 + (seed % 100_000))) : usual.body;
        return bound({ ...usual, query, body });
      });
  }

  #pairs(count: number, seed: number): [string, string][] {
    const { query } = this.#operation;
    if (query.length === 0) return [];
    return Array.from({ length: count }, (_, at) => {
      const parameter = query[(seed + at) % query.length] as (typeof query)[number];
      return [parameter.name, exampleValue(parameter.schema, seed + at)];
    });
  }
}

function exampleValue(schema: Schema, seed: number): string {
  const one = schema.items ?? schema;
  const values = [
    ...(one.enum ?? []),
    ...(schema.examples ?? []).flat(),
    one.maximum,
    one.minimum,
    'true',
    'x',
  ];
  const known = values.filter((value) => value !== undefined);
  const joined = schema.items && one.enum ? [one.enum.join(',')] : [];
  return String([...joined, ...known][seed % (known.length + joined.length)]);
}

const fill = (text: string, length: number) => text.repeat(Math.ceil(length / text.length)).slice(0, length);

const manyTags = (count: number) => ({
  'if-none-match': Array.from({ length: count }, (_, at) => `"${at}-x"`).join(', '),
  accept: Array.from({ length: count }, (_, at) => `a/b${at};q=0.${at}`).join(', '),
});

/** Changes one of the texts in a body. */
function grow(body: unknown, at: number, change: (value: string) => string): unknown {
  const texts: string[] = [];
  JSON.stringify(body, (_, value) => {
    if (typeof value === 'string') texts.push(value);
    return value;
  });
  let index = -1;
  return rewrite(body, (value) => {
    if (typeof value !== 'string') return value;
    index += 1;
    return index === at % texts.length ? change(value) : value;
  });
}

/** Doubles one of the lists in a body. */
const double = (body: unknown, at: number) => {
  let index = -1;
  return rewrite(body, (value) => {
    if (!Array.isArray(value)) return value;
    index += 1;
    return index % 2 === at % 2 ? [...value, ...value, 'x'] : value;
  });
};

/** Gives one of the objects of a body members that nobody knows. */
const widen = (body: unknown, at: number, text: string) => {
  let index = -1;
  return rewrite(body, (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    index += 1;
    if (index % 3 !== at % 3) return value;
    const unknown = Array.from({ length: 1 + (at % 5000) }, (_, number) => [`${text}${number}`, number]);
    return { ...value, ...Object.fromEntries(unknown) };
  });
};

const rewrite = (body: unknown, change: (value: unknown) => unknown): unknown =>
  body === undefined ? undefined : JSON.parse(JSON.stringify(body, (_, value) => change(value)));

/** What an HTTP server takes at all: a request line and headers of 16 KiB, a body of 8 MiB. */
function bound(attempt: Attempt): Attempt {
  let length = 0;
  const query = attempt.query.filter(([name, value]) => {
    length += writePair(name, value).length + 1;
    return length <= longestQuery - Object.values(attempt.headers).join('').length;
  });
  const headers = Object.values(attempt.headers).join('').length > longestQuery ? {} : attempt.headers;
  const isSmall = attempt.body === undefined || JSON.stringify(attempt.body).length <= mostBytes;
  return { ...attempt, headers, query, body: isSmall ? attempt.body : undefined };
}

const writePair = (name: string, value: string) =>
  `${encodeURIComponent(name)}=${encodeURIComponent(value.toWellFormed())}`;

export const urlOf = ({ path, query }: Attempt) =>
  query.length === 0 ? path : `${path}?${query.map(([name, value]) => writePair(name, value)).join('&')}`;

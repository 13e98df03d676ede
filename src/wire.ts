import { type Static, type TProperties, type TSchema, Type } from 'typebox';

/**
 * Shared parts of the wire schemas. `x-rule` names a rule of validation/rules.ts, which checks a string beyond JSON Schema and
 * normalises it; it is removed from the OpenAPI document.
 */

/** A `$ref` to a named component, with its static type. */
export function ref<T extends TSchema>(schema: T) {
  return Type.Unsafe<Static<T>>({ $ref: `${(schema as { $id?: string }).$id}#` });
}

/** The schema, or null. For inline schemas only: a `type` array serialises without trying alternatives. */
export function nullable<T extends TSchema>(
  schema: T,
  more: { description?: string; examples?: unknown[] } = {},
) {
  const inner = schema as unknown as { type: string; enum?: unknown[] };
  return Type.Unsafe<Static<T> | null>({
    ...schema,
    ...more,
    type: [inner.type, 'null'],
    ...(inner.enum ? { enum: [...inner.enum, null] } : {}),
  });
}

/**
 * The options of an inline schema that the document shows as a component of this name, with this description and these
 * examples wherever it is used. (Serialisation and validation are faster without references.)
 */
export function part<Options extends { description?: string; examples?: unknown[] }>(
  name: string,
  options: Options = {} as Options,
): Options {
  const { description, examples } = options;
  return { ...options, 'x-component': { name, description, examples } };
}

/** An object with `additionalProperties: false`. */
export function closed<T extends TProperties>(properties: T, more: object = {}) {
  return Type.Object(properties, { additionalProperties: false, ...more });
}

/** A string enumeration. */
export function oneOf<const T extends readonly string[]>(words: T, more: object = {}) {
  return Type.Unsafe<T[number]>({ type: 'string', enum: [...words], ...more });
}

export const Uuid = (more: object = {}) =>
  Type.String({
    format: 'uuid',
    'x-rule': 'uuid',
    examples: ['018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10'],
    ...more,
  });

export const Slug = (more: object = {}) =>
  Type.String({
    ...part('Slug', {
      description:
        'The readable part of an address: lower-case letters, marks and digits of any script in groups joined by single hyphens; not shaped like a UUID.',
      examples: ['nv-embed'],
    }),
    minLength: 1,
    maxLength: 200,
    'x-rule': 'slug',
    ...more,
  });

/**
 * A line of text: trimmed, with a visible character, without control, bidirectional or invisible characters (joiners
 * and the like stay where a script or an emoji needs them).
 */
export const Line = (maxLength: number, more: object = {}) =>
  Type.String({ minLength: 1, maxLength, 'x-rule': 'line', ...more });

export const Timestamp = (more: object = {}) =>
  Type.String({
    format: 'date-time',
    description: 'A moment, ISO 8601 with an offset; answered in UTC with milliseconds.',
    'x-rule': 'timestamp',
    examples: ['2024-06-03T09:00:00.000Z'],
    ...more,
  });

/** A moment to compare with: a filter. */
export const Moment = (description: string) =>
  Type.String({
    description: `${description} A moment with an offset (a + is written %2B in an address), or a day, which begins at midnight UTC.`,
    maxLength: 100,
    'x-rule': 'moment',
    examples: ['2024-06-03'],
  });

/** A list in a query: the parameter repeated, or its values separated by commas, of which they have none. */
export const Several = <T extends TSchema>(
  items: T,
  more: { description: string; maxItems: number; examples: string[][] },
) =>
  Type.Array(items, {
    ...more,
    description: `${more.description} Repeated, or separated by commas.`,
    'x-commas': true,
  });

export const PlainDate = (more: object = {}) =>
  Type.String({
    format: 'date',
    description: 'A day, `YYYY-MM-DD`.',
    'x-rule': 'date',
    examples: ['2024-05-27'],
    ...more,
  });

export const Url = (more: object = {}) =>
  Type.String({
    format: 'uri',
    description: 'An absolute http or https address.',
    maxLength: 2000,
    'x-rule': 'url',
    examples: ['https://arxiv.org/abs/2405.17428'],
    ...more,
  });

export const Language = (more: object = {}) =>
  Type.String({
    ...part('Language', {
      description: 'A language tag of BCP 47, such as `ko`, `en` or `pt-BR`; the language has to exist.',
      examples: ['ko'],
    }),
    minLength: 2,
    maxLength: 35,
    'x-rule': 'language',
    ...more,
  });

export const Revision = Type.Integer({
  ...part('Revision', {
    description: 'Grows by one with every change of the thing. The first part of its ETag.',
    examples: [1],
  }),
  minimum: 1,
});

const moments = { examples: ['2024-06-03T09:00:00.000Z'] };
export const CreatedAt = Timestamp(part('CreatedAt', { description: 'When it was created.', ...moments }));
export const UpdatedAt = Timestamp(
  part('UpdatedAt', { description: 'When it was last changed.', ...moments }),
);

export const ReviewCount = Type.Integer({
  minimum: 0,
  description: 'How many published reviews.',
  examples: [12],
});

/** 304: the answer of a conditional read. */
export const NotModified = Type.Null({ description: 'The caller has it already: nothing changed.' });

/** A page of a list: the entities, the cursors, and requested counts. */
export function pageOf<T extends TSchema>(item: T, name: string, description: string, facets: string[] = []) {
  const members = {
    data: Type.Array(ref(item), { description }),
    page: ref(Page),
    ...(facets.length > 0 ? { facets: Type.Optional(facetsOf(facets)) } : {}),
  };
  return Type.Unsafe<{ data: Static<T>[]; page: Page; facets?: Record<string, FacetCount[]> }>(
    closed(members, { $id: name }),
  );
}

function facetsOf(names: string[]) {
  const counts = Type.Array(
    ref(FacetCount),
    part('FacetCounts', { description: 'The values, most frequent first, at most 100.' }),
  );
  return Type.Unsafe<Record<string, FacetCount[]>>(
    closed(Object.fromEntries(names.map((name) => [name, Type.Optional(counts)])), {
      description: 'How often each value occurs among all that match, for the facets that were asked for.',
    }),
  );
}

/** The schema with all members optional, for `fields=`. */
export function fieldsOf<T extends TProperties>(schema: { properties: T }, name: string) {
  return closed(Type.Partial(Type.Object(schema.properties)).properties as T, {
    $id: name,
    description: 'Only the members that `fields` named.',
  });
}

/** The key of the schema for answers with `fields=` among the media types of a response; the document leaves it out. */
export const fieldsKey = 'application/x-fields';

/** The key of a schema that allows any value: the document has its types, without which generators of clients stop. */
export const anythingKey = 'x-anything';

/** The key of the schema of a parameter that the document leaves out. */
export const undocumentedKey = 'x-undocumented';

/** The two schemas of a JSON answer: whole, and by `fields=`. The document has the whole one. */
export function wholeOrFields<T extends TSchema>(whole: T, fields: TSchema) {
  return Type.Unsafe<Static<T>>({
    content: { 'application/json': { schema: ref(whole) }, [fieldsKey]: { schema: ref(fields) } },
  });
}

/** Only with `include=jsonld`. */
export const JsonLd = Type.String(
  part('EmbeddedJsonLd', {
    description:
      'JSON-LD in the words of schema.org, to be put as it is into a script element of the type `application/ld+json`. There only when `include=jsonld` asked for it.',
    examples: ['{"@context":"https://schema.org","@type":"Review"}'],
  }),
);

/** The highlights of a search; only with `highlight=true`. */
export const Highlight = closed(
  {
    title: Type.String({ description: 'The title, as HTML.', examples: ['<mark>LoRA</mark> Learns Less'] }),
    snippet: nullable(Type.String(), {
      description: 'The part of the text around the best hits, as HTML; null without a text.',
      examples: ['… 낮은 rank의 <mark>LoRA</mark>는 …'],
    }),
  },
  part('Highlight', {
    description:
      'Where the words of `q` were found, in `<mark>`; all else is escaped. There only when `highlight=true` asked for it.',
  }),
);

export const FacetCount = Type.Object(
  {
    value: Type.String({ description: 'What the filter of this name takes.', examples: ['embedding'] }),
    name: Type.String({ description: 'What to show.', examples: ['embedding'] }),
    count: Type.Integer({ minimum: 0, description: 'How many of all that match have it.', examples: [12] }),
  },
  { $id: 'FacetCount', additionalProperties: false, description: 'A value and how often it occurs.' },
);
export type FacetCount = Static<typeof FacetCount>;

export const Page = Type.Object(
  {
    limit: Type.Integer({
      minimum: 1,
      maximum: 100,
      description: 'How many things a page holds at most.',
      examples: [20],
    }),
    next: nullable(Type.String(), {
      description: 'The cursor of the next page, for `after`; null on the last one.',
      examples: ['WyIyMDI0LTA2LTAzIl0'],
    }),
    previous: nullable(Type.String(), {
      description: 'The cursor of the page before, for `before`; null on the first one.',
      examples: [null],
    }),
    total: nullable(Type.Integer(), {
      description: 'How many things there are in all, when `total=true` asked for it; else null.',
      examples: [null],
    }),
  },
  { $id: 'Page', additionalProperties: false, description: 'Where in the list this page is.' },
);
export type Page = Static<typeof Page>;

/** The parts of a request that a write left out, with reasons. */
export const LeftOut = Type.Array(
  closed(
    {
      pointer: Type.String({
        description: 'Where in the body of the request (RFC 6901).',
        examples: ['/paper/links/0'],
      }),
      detail: Type.String({
        description: 'Why it is left out.',
        examples: [
          'is left out: the paper is public, and a key without papers:write adds to it only by publishing a review of it',
        ],
      }),
    },
    part('LeftOutMember'),
  ),
  {
    description: 'What was sent and is left out, since the key may not change that. Empty when nothing was.',
    examples: [[]],
  },
);

import { type Static, type TProperties, type TSchema, Type } from 'typebox';

/**
 * Shared pieces of the wire. `x-rule` names a rule of rules.ts, which checks a string further than JSON Schema can
 * and brings it into its canonical spelling; it is left out of the published document.
 */

/** A reference to a named component, with the static type of what it refers to. */
export function ref<T extends TSchema>(schema: T) {
  return Type.Unsafe<Static<T>>({ $ref: `${(schema as { $id?: string }).$id}#` });
}

/** The schema, or null. For inline schemas only: a `type` list serialises without trying alternatives. */
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

/** An object that refuses members it does not declare. */
export function closed<T extends TProperties>(properties: T, more: object = {}) {
  return Type.Object(properties, { additionalProperties: false, ...more });
}

/** A string out of a list of words. */
export function oneOf<const T extends readonly string[]>(words: T, more: object = {}) {
  return Type.Unsafe<T[number]>({ type: 'string', enum: [...words], ...more });
}

export const Uuid = (more: object = {}) =>
  Type.String({ format: 'uuid', examples: ['018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10'], ...more });

export const Slug = (more: object = {}) =>
  Type.String({
    description:
      'The readable part of an address: lower-case letters, marks and digits of any script in groups joined by single hyphens; not shaped like a UUID.',
    minLength: 1,
    maxLength: 200,
    'x-rule': 'slug',
    examples: ['nv-embed'],
    ...more,
  });

/** One line of text: trimmed, with a visible character, without control or bidirectional characters. */
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
    description: 'A language tag of BCP 47, such as `ko`, `en` or `pt-BR`.',
    minLength: 2,
    maxLength: 35,
    'x-rule': 'language',
    examples: ['ko'],
    ...more,
  });

export const Revision = Type.Integer({
  minimum: 1,
  description: 'Grows by one with every change of the thing. The first part of its ETag.',
  examples: [1],
});

export const CreatedAt = Timestamp({ description: 'When it was created.' });
export const UpdatedAt = Timestamp({ description: 'When it was last changed.' });

export const ReviewCount = Type.Integer({
  minimum: 0,
  description: 'How many published reviews.',
  examples: [12],
});

/** A list answer: the things and where the neighbouring pages are. */
export function pageOf<T extends TSchema>(item: T, name: string, description: string) {
  return Type.Object(
    {
      data: Type.Array(ref(item), { description }),
      page: ref(Page),
    },
    { $id: name, additionalProperties: false },
  );
}

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

export const Problem = Type.Object(
  {
    type: Type.String({
      description: 'The address of a page about this problem.',
      examples: ['/problems/invalid-body'],
    }),
    title: Type.String({ description: 'What kind of problem it is.', examples: ['The body is not valid'] }),
    status: Type.Integer({ description: 'The HTTP status.', examples: [422] }),
    detail: Type.String({ description: 'What is wrong here, and what would be right.' }),
    instance: Type.String({ description: 'The path that was asked for.', examples: ['/v1/reviews'] }),
    errors: Type.Optional(
      Type.Array(
        Type.Object({
          pointer: Type.Optional(
            Type.String({ description: 'Where in the body (RFC 6901).', examples: ['/tags/0'] }),
          ),
          parameter: Type.Optional(Type.String({ description: 'Which parameter.', examples: ['limit'] })),
          detail: Type.String({
            description: 'The rule, and how to keep it.',
            examples: ['must be at most 100'],
          }),
        }),
        { description: 'Every fault of the input.' },
      ),
    ),
  },
  { $id: 'Problem', description: 'An error, as RFC 9457 describes it.' },
);

import { type Static, type TProperties, type TSchema, Type } from 'typebox';
import { reviewStatuses } from '../../db/schema/tables.ts';
import { ProblemSchema } from '../../problem-schema.ts';
import { closed, LeftOut, nullable, oneOf, part, Revision, ref, Slug, Uuid } from '../../wire.ts';
import type { KindAction } from '../action.ts';
import { type BatchAction, type BatchKind, batchKinds, kinds } from '../kinds.ts';
import { Review } from '../reviews/schema.ts';

/** What an item is to do, when it says nothing else. */
export const saving = 'save';
export type ItemAction = BatchAction | typeof saving;

export interface BatchItem {
  type: BatchKind;
  action?: ItemAction;
  data: object;
  ifMatch?: string | number;
  find?: object[];
  create?: object;
}

const review = {
  paper: {
    title: 'KTO: Model Alignment as Prospect Theoretic Optimization',
    identifiers: { arxiv: '2402.01306' },
  },
  title: 'KTO, read closely',
  slug: 'kto',
  body: '## Method\n\nLosses hurt more than gains please.\n',
  language: 'en',
  source: 'notes/kto.md',
};

const idOf = (kind: BatchKind) =>
  Uuid({ description: `The id of the ${kind} that is changed; without it, none has to be there.` });

const capitalized = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** What may be said of a thing that is there, or is to be: every member is optional. */
function itemSchema(kind: BatchKind): TSchema & { properties: TProperties } {
  const { input, itemMembers = {} } = kinds[kind];
  const members = { ...Type.Partial(Type.Object(input.properties)).properties, ...itemMembers };
  return closed(
    { id: Type.Optional(idOf(kind)), ...members },
    {
      $id: `${capitalized(kind)}Item`,
      description: `What a ${kind} is to be: only what is sent changes, null empties, a list is replaced as a whole. A new one needs what a POST needs.`,
    },
  );
}

export const itemSchemas = Object.fromEntries(batchKinds.map((kind) => [kind, itemSchema(kind)])) as Record<
  BatchKind,
  ReturnType<typeof itemSchema>
>;

/** What names the thing that something is done to, and how that is done. */
export function actionSchema(kind: BatchKind, { options }: KindAction): TSchema {
  const { properties } = itemSchemas[kind];
  const named = kinds[kind].knownBy.map((name) => [name, properties[name] ?? Type.Never()] as const);
  const how = Object.keys(options).map((option) => `With${capitalized(option)}`);
  return closed(
    { ...Object.fromEntries(named), ...options },
    part(`Named${capitalized(kind)}${how.join('')}`),
  );
}

export const IfMatch = Type.Unsafe<string | number>({
  ...part('ExpectedRevision', {
    description:
      'The revision that the thing must have, or its ETag: 412 when it has another one, 404 when there is none.',
    examples: [1],
  }),
  type: ['string', 'integer'],
  maxLength: 200,
  minimum: 1,
});

/** How one that is there is looked for, where that can be said. */
function lookingFor(kind: BatchKind): TProperties {
  const { find } = kinds[kind];
  if (!find) return {};
  return {
    find: Type.Optional(
      Type.Array(ref(find), {
        minItems: 1,
        maxItems: 50,
        description: `By what the ${kind} is looked for, instead of by \`data\`: it is the one that the first of these means that means one.`,
      }),
    ),
    create: Type.Optional(Type.Unsafe<object>({ ...ref(itemSchemas[kind]) })),
  };
}

const actionsOf = (kind: BatchKind) =>
  Object.entries(kinds[kind].actions).map(([action, how]) =>
    closed({
      ...{ type: oneOf([kind]), action: oneOf([action]), ifMatch: Type.Optional(IfMatch) },
      data: actionSchema(kind, how),
    }),
  );

export const BatchItem = Type.Unsafe<BatchItem>({
  $id: 'BatchItem',
  anyOf: batchKinds.flatMap((kind) => [
    closed({
      ...{ type: oneOf([kind]), action: Type.Optional(oneOf([saving])), ifMatch: Type.Optional(IfMatch) },
      data: ref(itemSchemas[kind]),
      ...lookingFor(kind),
    }),
    ...actionsOf(kind),
  ]),
  description:
    'A thing to be there, or what is to be done to one that is. What is saved changes the review with its `id`, else its `source`, else its `slug`; the paper with its `id`, else one of its identifiers, else its `slug`; the tag with its `id`, else its `slug`, else its name; the category with its `id`, else its `slug`, else the one that its name makes; the redirect with its `id`, else its `path`; or it is created, if there is none and it has no `id`. An action (`delete`; of a review, which it moves to the trash, also `publish`, `unpublish` and `archive`) is done to the thing that has all that names it.',
  examples: [{ type: 'review', data: review }],
});

export const BatchItems = Type.Array(ref(BatchItem), {
  $id: 'BatchItems',
  maxItems: 1000,
  description: 'Things to be there, in the order in which they are taken.',
  examples: [[{ type: 'review', data: review }]],
});

export const BatchResult = closed(
  {
    index: Type.Integer({ minimum: 0, description: 'Which item, counted from 0.', examples: [0] }),
    status: Type.Integer({
      description:
        'The status of the item: 201 created, 200 updated or as it was, 204 deleted, else that of the problem.',
      examples: [201],
    }),
    type: nullable(oneOf(batchKinds), {
      description: 'What kind of thing it is; null when that cannot be read.',
      examples: ['review'],
    }),
    outcome: nullable(oneOf(['created', 'updated', 'unchanged', 'deleted'] as const), {
      description: 'What became of it, or would with `dryRun`; null when it failed.',
      examples: ['created'],
    }),
    changed: Type.Array(Type.String(), {
      description: 'The members that changed, or would, of what was there before.',
      examples: [['summary', 'tags']],
    }),
    state: nullable(oneOf(reviewStatuses), {
      description: 'Of a review, where it is in its life; null of others, and when it failed.',
      examples: ['draft'],
    }),
    id: nullable(Uuid(), { description: 'Its id; null when it failed, or would be new.' }),
    slug: nullable(Slug(), { description: 'Its slug; null when it failed.', examples: ['kto'] }),
    revision: nullable(Revision, { description: 'Its revision; null when it failed.', examples: [1] }),
    leftOut: LeftOut,
    renderWarnings: {
      ...Review.properties.renderWarnings,
      description:
        'The `renderWarnings` of a review whose body this item wrote, or would: what of it could not be shown as it was meant. Else empty.',
    },
    problem: Type.Unsafe<Static<typeof ProblemSchema> | null>({
      anyOf: [ref(ProblemSchema) as TSchema, Type.Null()],
      description: 'Why it failed, with pointers into the item; null when it did not.',
      examples: [null],
    }),
  },
  { $id: 'BatchResult', description: 'What became of one item.' },
);

const count = (description: string) => Type.Integer({ minimum: 0, description, examples: [1] });

export const BatchReport = closed(
  {
    data: Type.Array(ref(BatchResult), { description: 'A result for each item, in their order.' }),
    created: count('How many were created.'),
    updated: count('How many were updated.'),
    unchanged: count('How many were there already, as they were sent.'),
    deleted: count('How many were deleted.'),
    failed: count('How many failed.'),
    dryRun: Type.Boolean({ description: 'Whether nothing was written.', examples: [false] }),
  },
  { $id: 'BatchReport', description: 'What became of the items.' },
);

export type BatchResult = Static<typeof BatchResult>;
export type BatchReport = Static<typeof BatchReport>;

/** The named components of the OpenAPI document. */
export const batchComponents: TSchema[] = [
  ...Object.values(itemSchemas),
  ...Object.values(kinds).flatMap(({ find }) => find ?? []),
  BatchItem,
  BatchItems,
  BatchResult,
  BatchReport,
];

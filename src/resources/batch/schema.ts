import { type Static, type TSchema, Type } from 'typebox';
import { type EntityKind, entityKinds } from '../../db/schema.ts';
import { closed, LeftOut, nullable, oneOf, Problem, Revision, ref, Slug, Uuid } from '../../wire.ts';
import { kinds } from '../kinds.ts';

export interface BatchItem {
  type: EntityKind;
  data: object;
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

export const BatchItem = Type.Unsafe<BatchItem>({
  $id: 'BatchItem',
  anyOf: entityKinds.map((kind) => closed({ type: oneOf([kind]), data: ref(kinds[kind].input) })),
  description:
    'A thing to be there. It is created, or what is sent of it is changed: of the review with its `source`, else its `slug`; of the paper with one of its identifiers, else its `slug`; of the tag with its `slug`, or its name when none is sent; of the category with its `slug`, or the one that its name makes.',
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
      description: 'The status of the item: 201 created, 200 updated or as it was, else that of the problem.',
      examples: [201],
    }),
    type: nullable(oneOf(entityKinds), {
      description: 'What kind of thing it is; null when that cannot be read.',
      examples: ['review'],
    }),
    outcome: nullable(oneOf(['created', 'updated', 'unchanged'] as const), {
      description: 'What became of it, or would with `dryRun`; null when it failed.',
      examples: ['created'],
    }),
    id: nullable(Uuid(), { description: 'Its id; null when it failed, or would be new.' }),
    slug: nullable(Slug(), { description: 'Its slug; null when it failed.', examples: ['kto'] }),
    revision: nullable(Revision, { description: 'Its revision; null when it failed.', examples: [1] }),
    leftOut: LeftOut,
    problem: Type.Unsafe<Static<typeof Problem> | null>({
      anyOf: [ref(Problem) as TSchema, Type.Null()],
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
    failed: count('How many failed.'),
    dryRun: Type.Boolean({ description: 'Whether nothing was written.', examples: [false] }),
  },
  { $id: 'BatchReport', description: 'What became of the items.' },
);

export type BatchResult = Static<typeof BatchResult>;
export type BatchReport = Static<typeof BatchReport>;

/** The named components of the document. */
export const batchComponents: TSchema[] = [BatchItem, BatchItems, BatchResult, BatchReport];

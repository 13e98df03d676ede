import { type Static, Type } from 'typebox';
import { entityKinds } from '../../db/schema/tables.ts';
import { closed, nullable, oneOf, Slug, Uuid } from '../../wire.ts';

const Version = (description: string) => Type.Integer({ minimum: 0, description, examples: [42] });

export const Change = closed(
  {
    version: Version('The public version that it came with.'),
    type: oneOf(entityKinds, { description: 'What changed.', examples: ['review'] }),
    id: Uuid(),
    slug: Slug({ description: 'Its slug; the last one when it is gone.' }),
    change: oneOf(['put', 'gone'] as const, {
      description: '`put`: its public answer is new or may be another; `gone`: the public sees it no more.',
      examples: ['put'],
    }),
  },
  { $id: 'Change', description: 'The last public change of one thing.' },
);

export const Changes = closed(
  {
    data: Type.Array(Type.Unsafe<Change>({ $ref: 'Change#' }), {
      description: 'Oldest first; each thing at most once.',
    }),
    page: closed({
      limit: Type.Integer({
        description: 'How many changes a page has at least when more follow.',
        examples: [1000],
      }),
      next: nullable(Version('The `since` of the next page; null when this is the last one.')),
    }),
    version: Version('The public version that the answer reaches: the `since` of the next sync.'),
    epoch: Uuid({
      description: 'Names this course of versions. When it is another one, start again with `since=0`.',
    }),
  },
  { $id: 'Changes' },
);

export type Change = Static<typeof Change>;
export type Changes = Static<typeof Changes>;

/** The named components of the OpenAPI document. */
export const changeComponents = [Change, Changes];

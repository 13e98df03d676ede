import { type TSchema, Type } from 'typebox';
import type { ListSpec } from './spec.ts';

/** The parameters that every list has; filters come beside them. */
export interface ListQuery {
  sort?: string;
  limit?: number;
  after?: string;
  before?: string;
  total?: boolean;
  [filter: string]: unknown;
}

/** The typed query string of a list, made of its declaration: what is not declared is refused by the schema. */
export function listQuery<Row, Viewer>(spec: ListSpec<Row, Viewer>) {
  const filters = Object.entries(spec.filters).map(
    ([name, { schema }]) => [name, Type.Optional(schema)] as const,
  );
  return Type.Unsafe<ListQuery>(
    Type.Object(
      {
        ...(Object.fromEntries(filters) as Record<string, TSchema>),
        sort: Type.Optional(
          Type.Unsafe<string>({
            type: 'string',
            enum: Object.keys(spec.sorts).flatMap((name) => [`-${name}`, name]),
            default: spec.defaultSort,
            description:
              'The order; `-` in front for descending. Things without the value count as the smallest, ties are broken by id.',
          }),
        ),
        limit: Type.Optional(
          Type.Integer({
            minimum: 1,
            maximum: 100,
            default: 20,
            description: 'How many things a page holds at most.',
          }),
        ),
        after: Type.Optional(cursor('The page after this cursor: `page.next` of the page before it.')),
        before: Type.Optional(cursor('The page before this cursor: `page.previous` of the page after it.')),
        total: Type.Optional(
          Type.Boolean({ default: false, description: 'Whether to count all that match, for `page.total`.' }),
        ),
      },
      { additionalProperties: false },
    ),
  );
}

function cursor(description: string) {
  return Type.String({ minLength: 1, maxLength: 8000, description });
}

import { type TSchema, Type } from 'typebox';
import { oneOf } from '../wire.ts';
import type { ListSpec } from './spec.ts';

/** The parameters of lists, beside their filters. */
export interface ListQuery {
  q?: string;
  highlight?: boolean;
  sort?: string;
  limit?: number;
  after?: string;
  before?: string;
  page?: number;
  total?: boolean;
  facets?: string[];
  fields?: string[];
  include?: string[];
  [filter: string]: unknown;
}

/** The deepest row of offset pagination, which reads and discards all rows before it. */
export const deepestRow = 10_000;

/** The most values of a facet: the most frequent ones. */
export const mostValues = 100;

const facetsDescription = `Counts all that match by these, whatever the page: within the whole current filter, what it asks of the same property included. Up to ${mostValues} values of each, the most frequent first.`;

/** The schema of a list's query string, by its declaration; it refuses unknown parameters. */
export function listQuery<Row, Viewer>(spec: ListSpec<Row, Viewer>) {
  return Type.Unsafe<ListQuery>(
    Type.Object(
      {
        ...pageParameters(spec),
        ...(spec.search ? { highlight: Type.Optional(highlight) } : {}),
        total: Type.Optional(
          Type.Boolean({ default: false, description: 'Whether to count all that match, for `page.total`.' }),
        ),
        ...(spec.facets ? { facets: Type.Optional(words(Object.keys(spec.facets), facetsDescription)) } : {}),
        ...detailParameters(spec),
      },
      { additionalProperties: false },
    ),
  );
}

/** The query string of a list in another format than JSON: filters and position. */
export function pageQuery<Row, Viewer>(spec: ListSpec<Row, Viewer>) {
  return Type.Unsafe<ListQuery>(Type.Object(pageParameters(spec), { additionalProperties: false }));
}

function pageParameters<Row, Viewer>(spec: ListSpec<Row, Viewer>): Record<string, TSchema> {
  const filters = Object.entries(spec.filters).map(
    ([name, { schema }]) => [name, Type.Optional(schema)] as const,
  );
  return {
    ...(spec.search ? { q: Type.Optional(searchText) } : {}),
    ...(Object.fromEntries(filters) as Record<string, TSchema>),
    sort: Type.Optional(sortParameter(spec)),
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 100,
        default: 20,
        description:
          'How many things a page holds at most. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null.',
      }),
    ),
    after: Type.Optional(cursor('The page after this cursor: `page.next` of the page before it.')),
    before: Type.Optional(cursor('The page before this cursor: `page.previous` of the page after it.')),
    page: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: deepestRow,
        examples: [1],
        description: `A page by its number, from 1; within the first ${deepestRow} things. To read further, walk by cursor.`,
      }),
    ),
  };
}

/**
 * `fields` and `include`, of lists and single reads.
 * @param computed members that are no columns: the route computes them from the entity
 */
export function detailParameters<Row, Viewer>(spec: ListSpec<Row, Viewer>, computed: string[] = []) {
  const extras = [...Object.keys(spec.extras ?? {}), ...computed];
  return {
    fields: Type.Optional(
      words(
        [...new Set([...Object.keys(spec.columns), ...extras])],
        'Answers only these members, as `application/vnd.postil.fields+json`.',
      ),
    ),
    ...(extras.length > 0 ? { include: Type.Optional(words(extras, 'Adds members that are heavy.')) } : {}),
  };
}

/** The query string of a single read. */
export function detailQuery<Row, Viewer>(spec: ListSpec<Row, Viewer>, computed: string[] = []) {
  return Type.Unsafe<Pick<ListQuery, 'fields' | 'include'>>(
    Type.Object(detailParameters(spec, computed), { additionalProperties: false }),
  );
}

const searchText = Type.String({
  minLength: 1,
  maxLength: 200,
  description:
    'Words that all must be found, in any part, up to 16 of them; "in quotes" as whole words, up to 4 phrases. A search that takes Postgres longer than a second is ended (`search-too-costly`). Best first: identifier or acronym, title, tags and summary, body; mistyped words last (of more than three, one).',
  examples: ['선형 LoRA'],
});
const highlight = Type.Boolean({
  default: false,
  description:
    'Whether hits show where the words of `q` were found: in the title, and in up to 20,000 characters of the text, 100,000 of all texts of a page.',
});

function sortParameter<Row, Viewer>(spec: ListSpec<Row, Viewer>) {
  const names = Object.keys(spec.sorts).flatMap((name) => [`-${name}`, name]);
  return oneOf(spec.search ? [...names, 'relevance'] : names, {
    description: `The order; \`-\` in front for descending. Without it \`${spec.defaultSort}\`${spec.search ? ', with `q` `relevance`' : ''}. Things without the value count as the smallest, ties are broken by id.`,
    examples: [spec.defaultSort],
    // A JSON Schema default cannot depend on another parameter.
    ...(spec.search
      ? {
          'x-implied': [
            { value: spec.defaultSort, without: 'q' },
            { value: 'relevance', with: 'q' },
          ],
        }
      : { default: spec.defaultSort }),
  });
}

/** A comma-separated list. */
function words(allowed: string[], description: string) {
  return Type.Array(oneOf(allowed), {
    description,
    uniqueItems: true,
    maxItems: allowed.length,
    style: 'form',
    explode: false,
    examples: [allowed.slice(0, 2)],
  });
}

function cursor(description: string) {
  return Type.String({ minLength: 1, maxLength: 8000, description });
}

import { type TSchema, Type } from 'typebox';
import { oneOf } from '../wire.ts';
import type { ListSpec, NestedMembers } from './spec.ts';

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

/** The things of a page without `limit`, unless they are asked for by name: then all of those. */
export const defaultLimit = 20;

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
    ([name, { schema }]) => [name, Type.Optional(withoutBrackets(name, schema))] as const,
  );
  return {
    ...(spec.search ? { q: Type.Optional(searchText) } : {}),
    ...(Object.fromEntries(filters) as Record<string, TSchema>),
    sort: Type.Optional(sortParameter(spec)),
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 100,
        ...impliedWithout(namedBy(spec), defaultLimit),
        examples: [defaultLimit],
        description:
          'How many things a page holds at most, 20 without it. A page whose things are long ends early, at about 8 MiB, with `next`: walk until that is null.',
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

/** The schema of a parameter whose name has brackets, which curl reads as a range, with its other spelling. */
function withoutBrackets(name: string, schema: TSchema): TSchema {
  if (!name.includes('[')) return schema;
  const { description } = schema as { description?: string };
  const other = name.replace('[', '.').replace(']', '');
  return { ...schema, description: `${description} Also spelt \`${other}\`.` };
}

/**
 * `fields` and `include`, of lists and single reads.
 * @param computed members that are no columns: the route computes them from the entity
 */
export function detailParameters<Row, Viewer>(spec: ListSpec<Row, Viewer>, computed: string[] = []) {
  const extras = [...Object.keys(spec.extras ?? {}), ...computed];
  const { column, members = {} }: Partial<NestedMembers> = spec.nested ?? {};
  const added = [...extras, ...Object.keys(members)];
  const ofNested = column
    ? ` \`${Object.keys(members).join('`, `')}\` are of the ${column}, and added to it.`
    : '';
  return {
    fields: Type.Optional(
      words(
        [...new Set([...Object.keys(spec.columns), ...extras])],
        'Answers only these members. The type of the answer has all of them; with `fields`, `Pick` those.',
      ),
    ),
    ...(added.length > 0
      ? { include: Type.Optional(words(added, `Adds members that are heavy.${ofNested}`)) }
      : {}),
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
    ...impliedWithout(
      [...(spec.search ? ['q'] : []), ...namedBy(spec)],
      spec.defaultSort,
      spec.search ? [{ value: 'relevance', with: 'q' }] : [],
    ),
  });
}

/** The filters that name entities, whose order and number they then are. */
const namedBy = <Row, Viewer>({ filters }: ListSpec<Row, Viewer>) =>
  Object.keys(filters).filter((name) => filters[name]?.position);

/** A default; one that depends on the absence of other parameters, which JSON Schema cannot say. */
function impliedWithout(others: string[], value: unknown, more: object[] = []) {
  return others.length > 0 ? { 'x-implied': [{ value, without: others }, ...more] } : { default: value };
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

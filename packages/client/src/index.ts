import openClient from 'openapi-fetch';
import { commaLists, type components, type paths } from './api.ts';
import { PostilError } from './error.ts';
import { retryRequests, type Send } from './retries.ts';

export type { components, paths } from './api.ts';
export { PostilError, type ProblemCode } from './error.ts';
export type { Send } from './retries.ts';

type Schemas = components['schemas'];
type Query<Path extends keyof paths> = paths[Path] extends { get: { parameters: { query?: infer Q } } }
  ? NonNullable<Q>
  : never;
/** A query whose values are known to the types, and which has no other members. */
type Exact<Q, Allowed> = Q & { [Name in Exclude<keyof Q, keyof Allowed>]: never };

/** What an answer has when it was asked for with `fields` and `include`. */
export type Shaped<T, Q> = (Q extends { fields: readonly (infer F)[] } ? Pick<T, F & keyof T> : T) &
  (Q extends { include: readonly (infer I)[] }
    ? { [Name in I & keyof T]-?: Exclude<T[Name], undefined> }
    : unknown);

export interface Options {
  /** The API key; without one everything that is public can be read. */
  key?: string;
  /** How often a request is sent at most; 4 when left out, 1 for no repetitions. */
  tries?: number;
  /** In place of the global `fetch`. */
  fetch?: Send;
}

/** One page of a list. */
export interface Page<T> {
  data: T[];
  page: Schemas['Page'];
}

/** The changes since a version, and where the next sync goes on. */
export interface Sync {
  since: number;
}

export type Client = ReturnType<typeof createClient>;

/**
 * A client of the Postil at an address. Whatever is not 2xx is thrown as a PostilError.
 * @param baseUrl without `/v1`: `https://api.example.org`
 */
export function createClient(baseUrl: string, { key, tries = 4, fetch: given }: Options = {}) {
  const send = retryRequests(given ?? ((request) => fetch(request)), tries);
  const base = baseUrl.replace(/\/+$/, '');
  const authorization: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` };
  const api = openClient<paths, 'application/json'>({
    baseUrl: base,
    fetch: send,
    headers: authorization,
    querySerializer: serializeQuery,
  });

  async function ask<T>(method: string, path: string, { query, body, headers }: Asked = {}): Promise<T> {
    const text = serializeQuery(query ?? {});
    const request = new Request(`${base}${path}${text && `?${text}`}`, {
      method,
      headers: {
        ...authorization,
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const response = await send(request);
    if (!response.ok) throw await PostilError.of(response);
    return (response.status === 204 ? undefined : await response.json()) as T;
  }

  /** The operations that every kind has. The item and its summary in lists are different types. */
  function resource<Item, Summary, New, Patch, ListQuery, ItemQuery>(path: string) {
    const list = <const Q extends ListQuery>(query?: Exact<Q, ListQuery>) =>
      ask<Page<Shaped<Summary, Q>>>('GET', path, { query: query as object });
    const one = (reference: string) => `${path}/${encodeURIComponent(reference)}`;
    return {
      list,
      /** Every match, page after page. */
      async *all<const Q extends ListQuery>(query?: Exact<Q, ListQuery>): AsyncGenerator<Shaped<Summary, Q>> {
        for (let after: string | null | undefined; after !== null; ) {
          const cursor = after === undefined ? {} : { after };
          const { data, page } = await list({ limit: 100, ...query, ...cursor } as unknown as Exact<
            Q,
            ListQuery
          >);
          yield* data;
          after = page.next;
        }
      },
      /** @param reference a slug or id */
      get: <const Q extends ItemQuery>(reference: string, query?: Exact<Q, ItemQuery>) =>
        ask<Shaped<Item, Q>>('GET', one(reference), { query: query as object }),
      /** @param idempotencyKey one of your own, when you repeat it yourself: after a crash, say */
      create: (body: New, idempotencyKey = makeKey()) =>
        ask<Item>('POST', path, { body, headers: { 'idempotency-key': idempotencyKey } }),
      /** @param ifMatch the ETag that was read; `*` overwrites */
      patch: (reference: string, body: Patch, ifMatch = '*') =>
        ask<Item>('PATCH', one(reference), { body, headers: { 'if-match': ifMatch } }),
      delete: (reference: string, ifMatch = '*') =>
        ask<void>('DELETE', one(reference), { headers: { 'if-match': ifMatch } }),
    };
  }

  return {
    /** Every operation of the document, by openapi-fetch, with the repetitions of this client. */
    api,
    reviews: resource<
      Schemas['Review'],
      Schemas['ReviewSummary'],
      Schemas['NewReview'],
      Schemas['ReviewPatch'],
      Query<'/v1/reviews'>,
      Query<'/v1/reviews/{review}'>
    >('/v1/reviews'),
    papers: resource<
      Schemas['Paper'],
      Schemas['Paper'],
      Schemas['NewPaper'],
      Schemas['PaperPatch'],
      Query<'/v1/papers'>,
      Query<'/v1/papers/{paper}'>
    >('/v1/papers'),
    tags: resource<
      Schemas['Tag'],
      Schemas['Tag'],
      Schemas['NewTag'],
      Schemas['TagPatch'],
      Query<'/v1/tags'>,
      Query<'/v1/tags/{tag}'>
    >('/v1/tags'),
    categories: resource<
      Schemas['Category'],
      Schemas['Category'],
      Schemas['NewCategory'],
      Schemas['CategoryPatch'],
      Query<'/v1/categories'>,
      Query<'/v1/categories/{category}'>
    >('/v1/categories'),
    /**
     * Every public change after a version, page after page.
     * @returns the version to go on from the next time, when it is done: `since` is moved on to it
     */
    async *changes(sync: Sync): AsyncGenerator<Schemas['Change']> {
      for (let since: number | null = sync.since; since !== null; ) {
        const answer: Schemas['Changes'] = await ask('GET', '/v1/changes', { query: { since } });
        yield* answer.data;
        since = answer.page.next;
        sync.since = since ?? answer.version;
      }
    },
    /** The review that a preview link shows. @param link its `url` */
    preview(link: string): Promise<Schemas['Review']> {
      const { pathname, search } = new URL(link, base);
      return ask('GET', pathname.slice(pathname.indexOf('/v1/')) + search);
    },
  };
}

interface Asked {
  query?: object | undefined;
  body?: unknown;
  headers?: Record<string, string>;
}

/** Lists have commas where the document says so, and are repeated elsewhere. */
function serializeQuery(query: object): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    if (!Array.isArray(value)) parameters.append(name, `${value}`);
    else if (commaLists.includes(name)) parameters.append(name, value.join(','));
    else for (const one of value) parameters.append(name, `${one}`);
  }
  return `${parameters}`.replaceAll('%2C', ',');
}

/** 128 random bits; `crypto.randomUUID` is missing on pages that came by plain http. */
const makeKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

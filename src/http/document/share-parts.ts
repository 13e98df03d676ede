import { STATUS_CODES } from 'node:http';
import type { DocumentObject } from './operation.ts';
import { codesOf, mapOperations, type Operation, type ResponsePart } from './operation.ts';

type Names = Map<string, string>;

/**
 * Makes components of parameters and successes that several operations have, of headers, and of every other answer; the
 * operations refer to them.
 */
export function shareParts(document: DocumentObject): DocumentObject {
  const operations: Operation[] = [];
  mapOperations(document, (operation) => {
    operations.push(operation);
    return operation;
  });
  const parameterNames = nameParameters(operations, new Set(Object.keys(document.components?.schemas ?? {})));
  const responseNames = nameResponses(operations);
  const components: Record<string, Record<string, object>> = { ...(document.components as object) };
  const refer = (kind: string, name: string | undefined, part: object): object => {
    if (name === undefined) return part;
    const known = components[kind]?.[name];
    // Of those with one name the first.
    if (known !== undefined && keyOf(known) !== keyOf(part)) return part;
    components[kind] = { ...components[kind], [name]: part };
    return { $ref: `#/components/${kind}/${name}` };
  };
  const shareHeaders = ({ headers, ...response }: ResponsePart): ResponsePart => {
    if (!headers) return response;
    const shared = Object.entries(headers).map(([name, header]) => [name, refer('headers', name, header)]);
    return shared.length === 0 ? response : { ...response, headers: Object.fromEntries(shared) };
  };
  const shared = mapOperations(document, ({ parameters = [], responses, ...operation }) => ({
    ...operation,
    ...(parameters.length > 0
      ? { parameters: parameters.map((part) => refer('parameters', parameterNames.get(keyOf(part)), part)) }
      : {}),
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, response]) => [
        status,
        refer('responses', responseNames.get(status + keyOf(response)), shareHeaders(response)),
      ]),
    ),
  }));
  return { ...shared, components };
}

const keyOf = (part: object) => JSON.stringify(part);

/**
 * Names the parameters that several operations have: by what they are called, the rarer ones of that name behind the first
 * of their operations: `Limit`, `Sort`, `ListPapersSort`. A name that a schema has gets a suffix, since some generators of
 * clients have one namespace for both.
 */
function nameParameters(operations: Operation[], schemas: Set<string>): Names {
  const uses = new Map<string, { name: string; first: string; count: number }>();
  for (const { operationId, parameters = [] } of operations) {
    for (const part of parameters) {
      const { name } = part as { name: string };
      const use = uses.get(keyOf(part)) ?? { name, first: operationId, count: 0 };
      uses.set(keyOf(part), { ...use, count: use.count + 1 });
    }
  }
  const shared = byCount([...uses].filter(([, { count }]) => count > 1));
  return new Map(
    shared.map(([key, { name, first }]) => {
      const isCommonest = shared.find(([, other]) => other.name === name)?.[0] === key;
      const called = `${isCommonest ? '' : pascal(first)}${pascal(name)}`;
      return [key, schemas.has(called) ? `${called}Parameter` : called];
    }),
  );
}

/** The most used first. */
const byCount = <Use extends { count: number }>(uses: [string, Use][]) =>
  uses.sort(([, one], [, other]) => other.count - one.count);

/**
 * Names every answer but success by the code of its only problem, else by its status, the rarer ones behind it by the
 * problems that not all of that status have: `NotFound`, `BadRequest`, `BadRequestInvalidCursor`.
 */
function nameResponses(operations: Operation[]): Names {
  const uses = new Map<string, { status: string; codes: string[]; count: number }>();
  for (const { responses } of operations) {
    for (const [status, response] of Object.entries(responses)) {
      const key = status + keyOf(response);
      const count = (uses.get(key)?.count ?? 0) + 1;
      uses.set(key, { status, codes: codesOf(response), count });
    }
  }
  const successes = [...uses].filter(([, { status, count }]) => status < '300' && count > 1);
  const names: Names = new Map(successes.map(([key]) => [key, nameSuccess(key)]));
  const others = byCount([...uses].filter(([, { status }]) => status >= '300'));
  const taken = new Set(others.flatMap(([, { codes }]) => (codes.length === 1 ? codes.map(pascal) : [])));
  for (const [key, { status, codes }] of others) {
    const alike = others.filter(([, other]) => other.status === status);
    const own = codes.filter((code) => !alike.every(([, other]) => other.codes.includes(code)));
    const plain = pascal(STATUS_CODES[status] ?? status);
    names.set(
      key,
      codes.length === 1
        ? codes.map(pascal).join()
        : [plain, ...(taken.has(plain) ? own : []).map(pascal)].join(''),
    );
    if (codes.length !== 1) taken.add(plain);
  }
  return names;
}

/** A success is named by its status, the schema of its body and its headers: `OKReviewETag`. */
function nameSuccess(key: string): string {
  const { content, headers = {} } = JSON.parse(key.slice(3)) as ResponsePart;
  const [, schema = ''] = /#\/components\/schemas\/(\w+)/.exec(keyOf(content ?? {})) ?? [];
  const own = Object.keys(headers).filter((name) => name !== 'ETag');
  return [STATUS_CODES[key.slice(0, 3)] ?? '', schema, ...own].map(pascal).join('');
}

/** `published-at[gte]` as `PublishedAtGte`. */
const pascal = (name: string) =>
  name.replace(/(^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_, _between, letter: string) => letter.toUpperCase());

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
  const parameterNames = nameParameters(operations);
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
 * Names the parameters that several operations have: by what they are called, behind the first of those operations where
 * parameters of that name differ: `Limit`, `ListReviewsSort`, `ListPapersSort`.
 */
function nameParameters(operations: Operation[]): Names {
  const uses = new Map<string, { name: string; first: string; count: number }>();
  for (const { operationId, parameters = [] } of operations) {
    for (const part of parameters) {
      const { name } = part as { name: string };
      const use = uses.get(keyOf(part)) ?? { name, first: operationId, count: 0 };
      uses.set(keyOf(part), { ...use, count: use.count + 1 });
    }
  }
  const shared = [...uses].filter(([, { count }]) => count > 1);
  return new Map(
    shared.map(([key, { name, first }]) => {
      const isOnly = shared.filter(([, other]) => other.name === name).length === 1;
      return [key, `${isOnly ? '' : pascal(first)}${pascal(name)}`];
    }),
  );
}

/**
 * Names every answer but success by the code of its only problem, else by its status and the problems that not all
 * operations of that status have: `NotFound`, `BadRequest`, `BadRequestInvalidCursor`.
 */
function nameResponses(operations: Operation[]): Names {
  const byStatus = new Map<string, Map<string, string[]>>();
  const successes = new Map<string, number>();
  for (const { responses } of operations) {
    for (const [status, response] of Object.entries(responses)) {
      const key = status + keyOf(response);
      if (status < '300') successes.set(key, (successes.get(key) ?? 0) + 1);
      if (status < '300') continue;
      const known = byStatus.get(status) ?? new Map<string, string[]>();
      byStatus.set(status, known.set(keyOf(response), codesOf(response)));
    }
  }
  const shared = [...successes].filter(([, count]) => count > 1);
  return new Map([
    ...shared.map(([key]): [string, string] => [key, nameSuccess(key)]),
    ...[...byStatus].flatMap(([status, variants]) => {
      const all = [...variants.values()];
      return [...variants].map(([key, codes]): [string, string] => {
        const own = codes.filter((code) => !all.every((others) => others.includes(code)));
        const name = codes.length === 1 ? codes : [STATUS_CODES[status] ?? status, ...own];
        return [status + key, name.map(pascal).join('')];
      });
    }),
  ]);
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

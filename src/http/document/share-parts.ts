import { STATUS_CODES } from 'node:http';
import type { Components, DocumentObject } from './compose.ts';
import { codesOf, mapOperations, type Operation, type ResponsePart } from './operation.ts';

type Names = Map<string, string>;

/**
 * Makes components of parameters that several operations have, of headers, and of every answer but success; the operations
 * refer to them.
 */
export function shareParts(document: DocumentObject): DocumentObject {
  const operations: Operation[] = [];
  mapOperations(document, (operation) => {
    operations.push(operation);
    return operation;
  });
  const parameterNames = nameParameters(operations);
  const responseNames = nameResponses(operations);
  const components: Components = { ...document.components };
  const refer = (kind: string, name: string | undefined, part: object): object => {
    if (name === undefined) return part;
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
 * parameters of that name differ: `Limit`, `ReviewsSort`, `PapersSort`.
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
      const noun = first.replace(/^[a-z]+/, '');
      return [key, `${isOnly ? '' : noun}${pascal(name)}`];
    }),
  );
}

/**
 * Names every answer but success by its status; of problems that only some operations of that status have, by their codes
 * too: `BadRequest`, `BadRequestInvalidCursor`.
 */
function nameResponses(operations: Operation[]): Names {
  const byStatus = new Map<string, Map<string, string[]>>();
  for (const { responses } of operations) {
    for (const [status, response] of Object.entries(responses)) {
      if (status < '300') continue;
      const known = byStatus.get(status) ?? new Map<string, string[]>();
      byStatus.set(status, known.set(keyOf(response), codesOf(response)));
    }
  }
  return new Map(
    [...byStatus].flatMap(([status, variants]) => {
      const all = [...variants.values()];
      return [...variants].map(([key, codes]): [string, string] => {
        const own = codes.filter((code) => !all.every((others) => others.includes(code)));
        return [status + key, [STATUS_CODES[status] ?? status, ...own].map(pascal).join('')];
      });
    }),
  );
}

/** `published-at[gte]` as `PublishedAtGte`. */
const pascal = (name: string) =>
  name.replace(/(^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_, _between, letter: string) => letter.toUpperCase());

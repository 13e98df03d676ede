import assert from 'node:assert/strict';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';

/** The parts of an OpenAPI document that a test looks at. */
export interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

export interface Operation {
  operationId: string;
  summary?: string;
  tags?: string[];
  security?: Record<string, string[]>[];
  parameters?: { name: string; in: string; schema: Record<string, unknown>; required?: boolean }[];
  requestBody?: { required?: boolean; content: Record<string, { schema: Record<string, unknown> }> };
  responses: Record<string, { description?: string; content?: Record<string, { schema: object }> }>;
}

/** A document in which operations refer to no shared parameters, answers or headers: each has its own. */
export function inlineParts(document: object): Document {
  const { components } = document as { components: Record<string, Record<string, object>> };
  const inline = (_name: string, value: unknown): unknown => {
    const { $ref } = (value ?? {}) as { $ref?: unknown };
    const [, kind = '', name = ''] =
      /^#\/components\/(parameters|responses|headers)\/(.+)$/.exec(`${$ref}`) ?? [];
    return components[kind]?.[name] ?? value;
  };
  return JSON.parse(JSON.stringify(JSON.parse(JSON.stringify(document, inline)), inline));
}

export interface SeenAnswer {
  method: string;
  path: string;
  status: number;
  contentType: string | undefined;
  body: unknown;
}

/** Holds answers against the document: a status, a content type or a body that it does not have is a failure. */
export function checkAnswers(document: Document): (answer: SeenAnswer) => void {
  // The document is held against the rules of OpenAPI in a test of its own.
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false, validateSchema: false });
  ajv.addSchema({ $id: 'document', ...document });
  const validators = new Map<string, ValidateFunction>();
  const findTemplate = matchTemplates(document);
  const problem = ajv.compile({ $ref: 'document#/components/schemas/Problem' });
  return ({ method, path, status, contentType, body }) => {
    const place = `${method} ${path} answered ${status}`;
    // Where there are pages, and at unknown addresses, problems are pages for browsers.
    if (status >= 400 && contentType?.startsWith('text/html')) {
      if (method !== 'HEAD') assert.match(String(body), /^<!doctype html>/, place);
      return;
    }
    const template = findTemplate(path);
    const name = method === 'HEAD' ? 'get' : method.toLowerCase();
    const operation = template === undefined ? undefined : document.paths[template]?.[name];
    if (template === undefined || operation === undefined) {
      // Not an operation: what is left are the answers of the router.
      if (status >= 400) assertValid(problem, body, place);
      return;
    }
    const declared = operation.responses[String(status)];
    assert.ok(declared, `${place}, which its operation does not declare`);
    if ([204, 304, 307, 308].includes(status) || method === 'HEAD') return;
    const type = contentType?.split(';')[0] ?? '';
    // The lines of a batch, which are JSON each.
    if (type === 'application/x-ndjson' && name === 'post') return;
    // A browser gets a page where programs get JSON.
    if (type === 'text/html' && /^\/(problems(\/.*)?)?$/.test(template)) {
      assert.match(String(body), /^<!doctype html>/, place);
      return;
    }
    const declaring = declared.content?.[type] ? template : formOf(document, template, type);
    assert.ok(declaring, `${place} as ${type}, which its operation does not declare`);
    const pointer = `document#/paths/${escapeStep(declaring)}/${name}/responses/${status}/content/${escapeStep(type)}/schema`;
    const validate = validators.get(pointer) ?? ajv.compile({ $ref: pointer });
    validators.set(pointer, validate);
    const isTrimmed = /[?&]fields=/.test(path) && status < 300;
    if (!isTrimmed || validate(body)) assertValid(validate, body, place);
    else assertTrimmed(validate, body, place);
  };
}

/** The operation that answers this type always, where `Accept` chose it: `/v1/reviews.jsonld` of `/v1/reviews`. */
const formOf = (document: Document, template: string, type: string) =>
  Object.keys(document.paths).find(
    (path) =>
      path.startsWith(`${template}.`) &&
      document.paths[path]?.get?.responses['200']?.content?.[type] !== undefined,
  );

/** Of an answer with `fields=` members are missing that its type has, and nothing else is wrong. */
function assertTrimmed({ errors }: ValidateFunction, body: unknown, place: string): void {
  const wrong = errors?.filter(
    ({ keyword, instancePath }) => keyword !== 'required' || !/^(\/data\/\d+)?$/.test(instancePath),
  );
  assert.deepEqual(wrong, [], `${place}: ${JSON.stringify(body).slice(0, 300)}`);
}

const escapeStep = (step: string) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));

function matchTemplates(document: Document): (path: string) => string | undefined {
  const saidBy = (template: string) => template.replace(/\{\w+\}/g, '').length;
  // What says more of the address is what it means: `{review}.md` before `{review}`.
  const patterns = Object.keys(document.paths)
    .sort((one, other) => saidBy(other) - saidBy(one))
    .map(
      (template) =>
        [template, new RegExp(`^${template.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`)] as const,
    );
  return (path) => {
    const plain = path.split('?', 1)[0] ?? '';
    if (document.paths[plain]) return plain;
    return patterns.find(([, pattern]) => pattern.test(plain))?.[0];
  };
}

function assertValid(validate: ValidateFunction, body: unknown, place: string): void {
  const words = ({ instancePath, message }: ErrorObject) => `${instancePath} ${message}`;
  assert.ok(
    validate(body),
    `${place} with a body that breaks the document: ${validate.errors?.map(words).join('; ')}`,
  );
}

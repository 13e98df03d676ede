import assert from 'node:assert/strict';
import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Answer, Asked, TestApp } from './app.ts';
import type { Document, Operation } from './contract.ts';

/** The parts of JSON Schema that the document uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  enum?: unknown[];
  format?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  default?: unknown;
  examples?: unknown[];
}

export interface Parameter {
  name: string;
  schema: Schema;
  example?: unknown;
  required?: boolean;
  /** Whether a list is sent by repeating the parameter (the default), else separated by commas. */
  explode?: boolean;
}

/** One operation of the document, read into what a call of it needs. */
export interface KnownOperation {
  id: string;
  method: string;
  /** As the document has it, `/v1/reviews/{review}`. */
  template: string;
  params: Parameter[];
  query: Parameter[];
  headers: Parameter[];
  /** The schema of the JSON body; null when it takes none. */
  body: Schema | null;
  bodyRequired: boolean;
  /** Without a key it can be used; with a wrong one it cannot, unless it looks at no key (`open`). */
  access: 'open' | 'read' | 'scope';
  scope: string | null;
  /** That scope, and what else a key needs. */
  scopes: string[];
  /** The status of success. */
  success: number;
  operation: Operation;
}

/** Every operation of the document, so that a new one enters every test that asks here. */
export function listOperations(document: Document): KnownOperation[] {
  return Object.entries(document.paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const parameters = (operation.parameters ?? []) as (Parameter & { in: string })[];
      const within = (place: string) => parameters.filter((parameter) => parameter.in === place);
      const keyed = (operation.security ?? []).flatMap((way) => (way.key ? [way.key] : []));
      const keyless = (operation.security ?? []).some((way) => Object.keys(way).length === 0);
      return {
        id: operation.operationId,
        method: method.toUpperCase(),
        template,
        params: within('path'),
        query: within('query'),
        headers: within('header'),
        body: (operation.requestBody?.content['application/json']?.schema as Schema | undefined) ?? null,
        bodyRequired: operation.requestBody?.required ?? false,
        access: keyless ? (keyed.length > 0 ? 'read' : 'open') : 'scope',
        scope: keyed[0]?.[0] ?? null,
        scopes: keyed[0] ?? [],
        success: Number(Object.keys(operation.responses).find((status) => status.startsWith('2'))),
        operation,
      } as const;
    }),
  );
}

/** Whether it takes a stream only, which the caller does not send: it refuses what it gets. */
export const takesStream = ({ body, operation }: KnownOperation) =>
  body === null && operation.requestBody !== undefined;

/** Whether it takes a picture. */
export const takesPicture = ({ operation }: KnownOperation) =>
  operation.requestBody?.content['image/svg+xml'] !== undefined;

let pictures = 0;

/** A picture that was not sent before, wide enough for the variant in the examples. */
export function drawPicture(): Required<Pick<Asked, 'payload' | 'headers'>> {
  pictures += 1;
  const color = `#${pictures.toString(16).padStart(6, '0')}`;
  return {
    payload: `<svg xmlns="http://www.w3.org/2000/svg" width="700" height="10"><rect width="700" height="10" fill="${color}"/></svg>`,
    headers: { 'content-type': 'image/svg+xml' },
  };
}

/** A place within a body: where it is, what it may be, and the whole body with some value in it. */
export interface Place {
  pointer: string;
  schema: Schema;
  put(value: unknown): unknown;
}

/** Makes values and finds places by the schemas of the document. */
export class Sampler {
  readonly document: Document;

  constructor(document: Document) {
    this.document = document;
  }

  resolve(schema: Schema): Schema {
    const { $ref, ...own } = schema;
    const name = $ref?.split('/').at(-1);
    if (name === undefined) return schema;
    return { ...this.resolve(this.document.components.schemas[name] as Schema), ...own };
  }

  /** The example that the document shows for the schema; made of those of its members where it shows none. */
  example(schema: Schema): unknown {
    const resolved = this.resolve(schema);
    return resolved.examples?.[0] ?? this.everything(resolved);
  }

  /** A value with every member that the schema knows, each by its example. */
  everything(schema: Schema): unknown {
    const resolved = this.resolve(schema);
    const { properties, items, anyOf, examples, enum: words, default: standard, type } = resolved;
    if (properties) {
      const members = Object.entries(properties).map(([name, member]) => [name, this.everything(member)]);
      return Object.fromEntries(members);
    }
    if (examples) return examples[0];
    if (anyOf?.[0]) return this.everything(anyOf[0]);
    if (items) return [this.everything(items)];
    return standard ?? words?.[0] ?? ({ integer: 1, boolean: true } as Record<string, unknown>)[String(type)];
  }

  /** Every place within a body of the schema, the body itself first. What surrounds the value is fresh each time. */
  places(schema: Schema, pointer = '', put: Place['put'] = (value) => value): Place[] {
    const inner = this.shapes(schema).flatMap(({ properties, items, ...shape }) => {
      const whole = () => freshen(this.everything({ ...shape, properties })) as object;
      const members = Object.entries(properties ?? {}).flatMap(([name, member]) =>
        this.places(member, `${pointer}/${name}`, (value) => put({ ...whole(), [name]: value })),
      );
      return items ? [...members, ...this.places(items, `${pointer}/0`, (value) => put([value]))] : members;
    });
    return [{ pointer, schema: this.resolve(schema), put }, ...inner];
  }

  /** The shapes that a value of the schema can have, without references and alternatives. */
  shapes(schema: Schema): Schema[] {
    const resolved = this.resolve(schema);
    return resolved.anyOf?.flatMap((shape) => this.shapes(shape)) ?? [resolved];
  }

  /** What of the schema takes texts; undefined when nothing does. Texts out of a list of words are none. */
  text(schema: Schema): Schema | undefined {
    return this.shapes(schema).find((shape) => [shape.type].flat().includes('string') && !shape.enum);
  }
}

/** One parameter of a query, encoded. */
export function writePair(name: string, value: unknown): string {
  return `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`;
}

let number = 0;

/** Makes the members that must be unique so, whatever was made before; the others stay as the example has them. */
export function freshen<T>(value: T): T {
  number += 1;
  const n = String(number).padStart(5, '0');
  const unique: Record<string, (text: string) => string> = {
    name: (text) => `${text} ${n}`,
    title: (text) => `${text} ${n}`,
    slug: (text) => `${text}-${n}`,
    source: (text) => `${text}-${n}`,
    path: (text) => `${text}-${n}`,
    arxiv: () => `2403.${n}`,
    doi: (text) => `${text}.${n}`,
    openreview: () => `postil${n}`,
  };
  return JSON.parse(
    JSON.stringify(value, (name, member) =>
      typeof member === 'string' && unique[name] ? unique[name](member) : member,
    ),
  ) as T;
}

/** Text that only comes out of what is behind an answer: SQL, a driver, a stack. */
const innards =
  /Failed query|DrizzleQueryError|PostgresError|SQLSTATE|\bselect\b.{0,200}\bfrom\b "|insert into|update "|delete from|(relation|constraint|column) "|invalid (input syntax|byte sequence)|node_modules|\bat .{1,80}\.[jt]s:\d|\n\s+at |TypeError|RangeError|SyntaxError|FST_ERR/i;

/** The answer to an operation on items that holds one: as if the item had been sent by itself. */
export function unwrapItem(answer: Answer): Answer {
  const [result] = answer.body?.data ?? [];
  if (answer.status !== 200 || !result?.problem) return answer;
  const { problem } = result;
  const errors = problem.errors?.map((fault: { pointer: string }) => ({
    ...fault,
    pointer: `/${result.index}${fault.pointer}`,
  }));
  return { ...answer, status: problem.status, body: { ...problem, errors }, text: JSON.stringify(problem) };
}

/** Calls operations of the document on things that it makes as they are needed, and remembers which it called. */
export class Caller {
  readonly app: TestApp;
  readonly sampler: Sampler;
  readonly operations: KnownOperation[];
  readonly called = new Set<string>();
  private readonly targets = new Map<string, string>();
  /** Values of parameters that only an answer tells. */
  private readonly told = new Map<string, string>();
  private readonly validators = new Map<string, ValidateFunction>();
  private readonly ajv = new Ajv2020({ strict: false, validateFormats: false });

  constructor(app: TestApp) {
    this.app = app;
    this.ajv.addSchema({ $id: 'document', ...app.document });
    this.sampler = new Sampler(app.document);
    this.operations = listOperations(app.document);
  }

  /** Whether the document's schema takes the body. */
  fits({ id, template, method }: KnownOperation, body: unknown): boolean {
    const path = encodeURIComponent(template.replaceAll('/', '~1'));
    const place = `${path}/${method.toLowerCase()}/requestBody/content/application~1json/schema`;
    const validate =
      this.validators.get(id) ?? this.ajv.compile<unknown>({ $ref: `document#/paths/${place}` });
    this.validators.set(id, validate);
    return validate(JSON.parse(JSON.stringify(body)));
  }

  /** Makes what the examples of the document refer to. */
  async seed(): Promise<void> {
    const bodies = [
      ['/v1/papers', { title: 'Seed', identifiers: { arxiv: '2405.17428' }, versions: [{ number: 1 }] }],
      ['/v1/categories', { name: '논문 리뷰' }],
      ['/v1/categories', { name: 'Language models' }],
    ] as const;
    for (const [path, body] of bodies) {
      const answer = await this.app.send('POST', path, { key: this.app.admin, body });
      assert.equal(answer.status, 201, answer.text);
    }
  }

  /** The address of the operation on a thing that a text names; what else the address names is an example. */
  addressOf(operation: KnownOperation, name: string): string {
    const [first, ...others] = operation.params;
    const start = operation.template.replace(`{${first?.name}}`, () => name);
    return others.reduce(
      (address, other) => address.replace(`{${other.name}}`, String(this.exampleOf(other))),
      start,
    );
  }

  /** The address of something that is there, made by the operations that make such things. */
  async target(operation: KnownOperation): Promise<string> {
    const known = this.targets.get(operation.template);
    if (known !== undefined) return known;
    let address = operation.id === 'getPreview' ? await this.makePreview() : operation.template;
    for (const parameter of operation.params) {
      const { name } = parameter;
      const [collection = ''] = operation.template.split(`/{${name}}`);
      const [place = ''] = address.split(`/{${name}}`);
      const create = this.operations.find((one) => one.template === collection && one.method === 'POST');
      const value = create ? await this.create(create, place) : this.exampleOf(parameter);
      address = address.replace(`{${name}}`, encodeURIComponent(String(value)));
    }
    await this.prepare(operation, address);
    this.targets.set(operation.template, address);
    return address;
  }

  /** What a thing has at most once, such as a working copy, is there after a PUT. */
  private async prepare(operation: KnownOperation, address: string): Promise<void> {
    const put = this.operations.find((one) => one.template === operation.template && one.method === 'PUT');
    if (!put || address.split('/').length % 2 === 0) return;
    const body = freshen(this.sampler.example(put.body ?? {}));
    const headers = { 'if-match': '*' };
    const answer = await this.app.send('PUT', address, { key: this.app.admin, body, headers });
    assert.equal(answer.status, put.success, answer.text);
  }

  /** The next call gets something new. */
  forget(operation: KnownOperation): void {
    this.targets.delete(operation.template);
  }

  /** The path of a preview, whose token the next calls send. */
  private async makePreview(): Promise<string> {
    const reviews = this.operations.find(({ id }) => id === 'createReview') as KnownOperation;
    const path = `/v1/reviews/${await this.create(reviews)}/preview-links`;
    const answer = await this.app.send('POST', path, { key: this.app.admin });
    assert.equal(answer.status, 201, answer.text);
    const { pathname, searchParams } = new URL(answer.body.url);
    this.told.set('token', searchParams.get('token') ?? '');
    return pathname;
  }

  private async create(operation: KnownOperation, address = operation.template): Promise<string> {
    if (takesPicture(operation)) {
      const answer = await this.app.send('POST', address, { key: this.app.admin, ...drawPicture() });
      assert.equal(answer.status, 201, answer.text);
      return answer.body.id;
    }
    const { status } = this.sampler.resolve(operation.body ?? {}).properties ?? {};
    const body = freshen({
      ...Object(this.sampler.example(operation.body ?? {})),
      ...(status ? { status: 'published' } : {}),
    });
    const answer = await this.app.send('POST', address, { key: this.app.admin, body });
    assert.equal(answer.status, 201, answer.text);
    return answer.body.id;
  }

  /**
   * Makes things of the kinds that a test makes none of, by the examples of the document.
   * @param known the path parameters of the kinds that it makes
   * @returns their ids, by path parameter
   */
  async makeOthers(known: string[], count: number): Promise<Record<string, string[]>> {
    const others: Record<string, string[]> = {};
    for (const operation of this.operations.filter(({ method, params }) => method === 'POST' && !params[0])) {
      const isMember = ({ template, params }: KnownOperation) =>
        template === `${operation.template}/{${params[0]?.name}}`;
      const name = this.operations.find(isMember)?.params[0]?.name;
      if (name === undefined || known.includes(name)) continue;
      const ids: string[] = [];
      others[name] = ids;
      for (let number = 0; number < count; number += 1) ids.push(await this.create(operation));
    }
    return others;
  }

  /** A value that the parameter takes: what an answer told for it, else its example. */
  exampleOf({ name, schema, example }: Parameter): unknown {
    return this.told.get(name) ?? example ?? this.sampler.everything(schema);
  }

  /** Whether the parameter has to name something that is there. */
  isTold({ name }: Parameter): boolean {
    return this.told.has(name);
  }

  /** The query with the parameters that the operation needs and it has not. */
  completeQuery({ query }: KnownOperation, given = ''): string {
    const missing = query.filter(({ name, required }) => required && !given.includes(`${name}=`));
    const pairs = missing.map((parameter) => writePair(parameter.name, this.exampleOf(parameter)));
    return [given, ...pairs].filter((part) => part !== '').join('&');
  }

  /**
   * Calls an operation with the admin key, `If-Match: *` and, where one is needed and none is given, a valid body.
   * An answer that shows what is behind it is a failure, as is a 500.
   */
  async call(
    operation: KnownOperation,
    asked: Asked & { address?: string; query?: string } = {},
  ): Promise<Answer> {
    const { address = await this.target(operation), query: more, ...rest } = asked;
    const query = this.completeQuery(operation, more);
    const given = 'body' in asked || 'payload' in asked;
    this.called.add(operation.id);
    const picture = takesPicture(operation) && !given ? drawPicture() : undefined;
    const sent = await this.app.send(operation.method, `${address}${query && '?'}${query}`, {
      key: this.app.admin,
      ...(picture ? { payload: picture.payload } : {}),
      ...(operation.body && !given ? { body: freshen(this.sampler.example(operation.body)) } : {}),
      ...rest,
      headers: { 'if-match': '*', ...picture?.headers, ...rest.headers },
    });
    const answer = unwrapItem(sent);
    if (answer.status === 204) this.forget(operation);
    // What nothing shows is gone.
    if (operation.id === 'pruneImages')
      for (const template of this.targets.keys())
        if (template.startsWith('/v1/images/')) this.targets.delete(template);
    assert.ok(answer.status < 500, `${operation.id} answered ${answer.status}: ${answer.text}`);
    if (answer.status >= 400) assert.doesNotMatch(answer.text, innards, operation.id);
    return answer;
  }

  /** Fails unless every one of the operations was called since the last time. */
  assertCalled(operations = this.operations): void {
    const ids = operations.map(({ id }) => id).sort();
    assert.deepEqual([...this.called].filter((id) => ids.includes(id)).sort(), ids);
    assert.ok(ids.length > 0);
    this.called.clear();
  }
}

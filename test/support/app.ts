import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { operator } from '../../src/access/viewer.ts';
import { buildApp } from '../../src/app.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { type Connection, closeDatabase, type Db, openDatabase } from '../../src/db/driver/client.ts';
import { type Scope, scopes } from '../../src/db/schema/tables.ts';
import { unlimited } from '../../src/limits/limits.ts';
import { createKey } from '../../src/resources/keys/store.ts';
import { checkAnswers, type Document, inlineParts, type SeenAnswer } from './contract.ts';
import { createTestDatabase } from './database.ts';

/** An answer, with the JSON of its body. Tests read members of it freely: what they claim is what they test. */
export interface Answer {
  status: number;
  headers: Record<string, string | undefined>;
  text: string;
  bytes: Buffer;
  // biome-ignore lint/suspicious/noExplicitAny: the body is what the test is about
  body: any;
}

export interface Asked {
  key?: string;
  body?: unknown;
  /** Sent as it is, instead of a JSON body. */
  payload?: string | Buffer;
  headers?: Record<string, string>;
}

export interface TestApp {
  app: FastifyInstance;
  db: Db;
  config: Config;
  document: Document;
  /** A key with every scope. */
  admin: string;
  /** Asks the application; every answer is held against the document. */
  send(method: string, path: string, asked?: Asked): Promise<Answer>;
  /** Holds an answer that came some other way against the document. */
  check(answer: SeenAnswer): void;
  makeKey(scopes: Scope[], expiresAt?: string): Promise<{ id: string; key: string }>;
  /** The statements that ran while the work did. */
  countStatements(work: () => Promise<unknown>): Promise<string[]>;
}

/**
 * An application on a database of its own, both gone after the test file.
 * @param through gives the way that the application takes to it
 */
export async function startTestApp(
  settings: Partial<Config> = {},
  through: (connection: Connection) => Connection | Promise<Connection> = (connection) => connection,
): Promise<TestApp> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'postil-images-'));
  // A test machine may be busy: only tests of the waiting itself shorten it.
  const config = {
    ...readConfig({
      LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
      POOL_TIMEOUT_MS: '60000',
      OVERLOAD_WAIT_MS: '0',
    }),
    ...unlimited,
    IMAGES_URL: pathToFileURL(folder).href,
    ...settings,
  };
  const statements: string[] = [];
  const db = openDatabase(await through(database.connection), config, (statement) =>
    statements.push(statement),
  );
  const app = await buildApp({ config, db });
  await app.ready();
  const document = inlineParts(JSON.parse(JSON.stringify(app.swagger())));
  const check = checkAnswers(document);
  after(async () => {
    await app.close();
    await closeDatabase(db);
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const send: TestApp['send'] = async (method, path, { key, body, payload, headers = {} } = {}) => {
    // As over a network others have their turn, even when the answer comes out of memory.
    await setImmediate();
    const response = await app.inject({
      method: method as 'GET',
      url: path,
      headers: {
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      ...(payload === undefined ? {} : { payload }),
    });
    const contentType = response.headers['content-type'];
    const isJson = typeof contentType === 'string' && /[/+]json\b/.test(contentType) && response.body !== '';
    const answer = {
      status: response.statusCode,
      headers: resolveReferences(path, response.headers as Answer['headers']),
      text: response.body,
      bytes: response.rawPayload,
      body: isJson ? JSON.parse(response.body) : null,
    };
    check({
      method,
      path,
      status: answer.status,
      contentType: contentType as string | undefined,
      body: isJson ? answer.body : answer.text,
    });
    return answer;
  };

  const makeKey: TestApp['makeKey'] = async (given, expiresAt) => {
    const { id, key } = await createKey(db, { name: 'test', scopes: given }, operator);
    if (expiresAt !== undefined)
      await db.$client`update api_keys set expires_at = ${expiresAt} where id = ${id}`;
    return { id, key };
  };

  const countStatements: TestApp['countStatements'] = async (work) => {
    statements.length = 0;
    await work();
    return statements.filter((statement) => !statement.includes('pg_catalog.pg_type'));
  };

  const { key: admin } = await makeKey([...scopes]);
  return { app, db, config, document, admin, send, check, makeKey, countStatements };
}

/** `Location` and `Link` as a client understands them: relative to the address that it asked for (RFC 9110, 10.2.2). */
export function resolveReferences(path: string, headers: Answer['headers']): Answer['headers'] {
  const { location, link } = headers;
  const resolve = (reference: string) => {
    const { pathname, search } = new URL(reference, `http://localhost${path}`);
    return pathname + search;
  };
  return {
    ...headers,
    ...(location === undefined ? {} : { location: resolve(location) }),
    ...(link === undefined ? {} : { link: link.replace(/<([^<>]*)>/g, (_, one) => `<${resolve(one)}>`) }),
  };
}

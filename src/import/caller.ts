import { randomBytes } from 'node:crypto';
import { buildApp } from '../app.ts';
import type { Config } from '../config.ts';
import { closeDatabase, openDatabase } from '../db/client.ts';
import { startEngine } from '../db/engine.ts';
import { migrateDatabase } from '../db/migrate.ts';

export interface Answer {
  status: number;
  body: unknown;
  etag: string | null;
  /** The clock of the server. */
  date: Date;
}

/** How a command talks to Postil: the same requests, to a server or to the application in this process. */
export interface Caller {
  send(
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  close(): Promise<void>;
}

/** A caller of a running server. @throws TypeError (fetch) when it cannot be reached */
export function callServer(url: string, key: string): Caller {
  const base = url.replace(/\/+$/, '');
  return {
    async send(method, path, body, headers = {}) {
      const response = await fetch(`${base}${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${key}`,
          ...(body ? { 'Content-Type': 'application/json' } : {}),
          ...headers,
        },
        body: body ? JSON.stringify(body) : null,
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') ?? false;
      return {
        status: response.status,
        body: isJson ? JSON.parse(text) : text,
        etag: response.headers.get('etag'),
        date: new Date(response.headers.get('date') ?? Date.now()),
      };
    },
    close: async () => undefined,
  };
}

/** A caller straight into the database, by way of the application: the same checks, no network. */
export async function callDatabase(config: Config): Promise<Caller> {
  const engine = await startEngine(config);
  try {
    await migrateDatabase(engine.connection);
  } catch (error) {
    await engine.stop();
    throw error;
  }
  const key = randomBytes(24).toString('hex');
  const db = openDatabase(engine.connection, config);
  const app = await buildApp({ config: { ...config, ADMIN_KEY: key, LOG_LEVEL: 'silent' }, db });
  return {
    async send(method, path, body, headers = {}) {
      const response = await app.inject({
        method,
        url: path,
        headers: { authorization: `Bearer ${key}`, ...headers },
        ...(body ? { payload: body } : {}),
      });
      return {
        status: response.statusCode,
        body: response.body === '' ? null : response.json(),
        etag: (response.headers.etag as string | undefined) ?? null,
        date: new Date(),
      };
    },
    async close() {
      await app.close();
      await closeDatabase(db);
      await engine.stop();
    },
  };
}

import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { buildApp } from '../app.ts';
import type { Config } from '../config.ts';
import { closeDatabase, openDatabase } from '../db/driver/client.ts';
import { startEngine } from '../db/driver/engine.ts';
import type { StartLimits } from '../db/driver/start-retry.ts';
import { migrateDatabase } from '../db/migrations/migrate.ts';
import { unlimited } from '../limits/limits.ts';
import {
  type Answer,
  type Caller,
  CallFailed,
  longestPause,
  mostTries,
  parseAnswer,
  readWhole,
  reasonOf,
  splitAnswer,
} from './caller.ts';

/** A client of an application of its own, on the configured database. */
export async function callDatabase(config: Config, limits?: StartLimits): Promise<Caller> {
  const engine = await startEngine(config);
  try {
    await migrateDatabase(engine.connection, limits);
  } catch (error) {
    await engine.stop();
    throw error;
  }
  const key = randomBytes(24).toString('hex');
  const db = openDatabase(engine.connection, config);
  const app = await buildApp({
    config: { ...config, ...unlimited, OVERLOAD_WAIT_MS: 0, ADMIN_KEY: key, LOG_LEVEL: 'silent' },
    db,
  });
  return {
    ...callApplication(app, key),
    async close() {
      await app.close();
      await closeDatabase(db);
      await engine.stop();
    },
  };
}

/** A client of an application in this process: the same checks without a network. */
export function callApplication(app: FastifyInstance, key: string): Caller {
  const authorization = `Bearer ${key}`;
  const exchange = async (asked: InjectOptions): Promise<Answer> => {
    const response = await injectPatiently(app, asked);
    return {
      status: response.statusCode,
      body: parseAnswer(response.body, response.headers['content-type']),
      etag: (response.headers.etag as string | undefined) ?? null,
      date: new Date(),
    };
  };
  const download = async function* (path: string): AsyncGenerator<Uint8Array> {
    const response = await app.inject({ url: path, headers: { authorization }, payloadAsStream: true });
    const answered = response.stream() as Readable;
    if (response.statusCode >= 300) {
      const body = parseAnswer(await text(answered), response.headers['content-type']);
      throw new CallFailed(reasonOf({ status: response.statusCode, body }));
    }
    yield* readWhole(answered);
  };
  return {
    send: (method, path, body, headers = {}) =>
      exchange({
        ...{ method, url: path, headers: { authorization, ...headers } },
        ...(body ? { payload: body } : {}),
      }),
    upload: (path, bytes, type) =>
      exchange({
        method: 'POST',
        url: path,
        headers: { authorization, 'content-type': type },
        payload: bytes,
      }),
    download,
    lines: (path) => splitAnswer(download(path)),
    async stream(path, write) {
      const response = await app.inject({
        ...{ method: 'POST', url: path, payload: Readable.from(write()), payloadAsStream: true },
        headers: { authorization, 'content-type': 'application/x-ndjson' },
      });
      const { statusCode: status } = response;
      const answered = response.stream() as Readable;
      if (status === 200) return { date: new Date(), lines: splitAnswer(answered) };
      const body = parseAnswer(await text(answered), response.headers['content-type']);
      throw new CallFailed(reasonOf({ status, body }));
    },
    close: async () => undefined,
  };
}

/** Retries 429 and 503: on the embedded engine a batch that is being written holds the one session. */
async function injectPatiently(app: FastifyInstance, asked: InjectOptions) {
  for (let tries = 1; ; tries += 1) {
    const response = await app.inject(asked);
    const seconds = Number(response.headers['retry-after'] ?? Number.NaN);
    if (Number.isNaN(seconds) || tries >= (mostTries[response.statusCode] ?? 0)) return response;
    await sleep(Math.min(seconds, longestPause) * 1000);
  }
}

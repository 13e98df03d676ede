import { type Caller, CallFailed } from '../../src/sync/caller.ts';
import type { TestApp } from './app.ts';

/** A caller of a test application, with every scope; every answer is held against the document. */
export function callerOf(app: TestApp): Caller {
  return {
    async send(method, path, body, headers = {}) {
      const answer = await app.send(method, path, {
        key: app.admin,
        headers,
        ...(body === undefined ? {} : { body }),
      });
      const { status, headers: answered } = answer;
      return { status, body: answer.body, etag: answered.etag ?? null, date: new Date() };
    },
    async upload(path, payload, type) {
      const answer = await app.send('POST', path, {
        ...{ key: app.admin, payload, headers: { 'content-type': type } },
      });
      return { status: answer.status, body: answer.body, etag: null, date: new Date() };
    },
    async *download(path) {
      const { status, text, bytes } = await app.send('GET', path, { key: app.admin });
      if (status !== 200) throw new CallFailed(text);
      yield bytes;
    },
    async *lines(path) {
      const { text } = await app.send('GET', path, { key: app.admin });
      yield* text.split('\n').slice(0, -1);
    },
    async stream(path, write) {
      const parts: string[] = [];
      for await (const part of write()) parts.push(part);
      const headers = { 'content-type': 'application/x-ndjson' };
      const { status, text } = await app.send('POST', path, {
        ...{ key: app.admin, payload: parts.join(''), headers },
      });
      if (status !== 200) throw new CallFailed(text);
      const answered = async function* () {
        yield* text.split('\n').slice(0, -1);
      };
      return { date: new Date(), lines: answered() };
    },
    close: async () => undefined,
  };
}

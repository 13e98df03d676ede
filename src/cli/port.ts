import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Config } from '../config.ts';
import { problems } from '../problem-types.ts';

/**
 * Binds the port at the beginning of a start, before there is an application, so that one that is taken is told at once.
 * Every request is answered 503 with `Retry-After`.
 * @returns a function that closes it, for the application to listen: for some milliseconds nobody does
 * @throws the system's error, such as EADDRINUSE
 */
export async function bindPort({ HOST, PORT }: Pick<Config, 'HOST' | 'PORT'>): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    response.writeHead(503, headers).end(request.method === 'HEAD' ? undefined : body);
  });
  server.listen({ host: HOST, port: PORT });
  await once(server, 'listening');
  return async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
}

const { status, title } = problems.unavailable;
const detail = 'The service is starting. Send the request again after the seconds in `Retry-After`.';
const body = JSON.stringify({ type: '/problems/unavailable', title, status, detail, code: 'unavailable' });
const headers = {
  'content-type': 'application/problem+json; charset=utf-8',
  'cache-control': 'no-store',
  'retry-after': '1',
  connection: 'close',
};

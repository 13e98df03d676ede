import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Config } from '../config.ts';
import { problems } from '../problem-types.ts';

/** A port that is bound, and answered for, before there is an application. */
export interface BoundPort {
  /** Options of `listen` by which a server takes the listening socket over, without a moment in which it is closed. */
  handOver(): object;
  close(): Promise<void>;
}

/**
 * Binds the port at the beginning of a start, so that one that is taken is told at once. Until it is handed over every
 * request is answered 503 with `Retry-After`.
 * @throws the system's error, such as EADDRINUSE
 */
export async function bindPort({ HOST, PORT }: Pick<Config, 'HOST' | 'PORT'>): Promise<BoundPort> {
  const server = createServer((request, response) => {
    response.writeHead(503, headers).end(request.method === 'HEAD' ? undefined : body);
  });
  server.listen({ host: HOST, port: PORT });
  await once(server, 'listening');
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { handOver: () => takeSocket(server), close };
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

/** Takes the handle of a server away (`server.listen(handle)` of node:net gives it to another), and ends the server. */
function takeSocket(server: Server): object {
  const owner = server as Server & { _handle: object | null };
  const handle = owner._handle;
  owner._handle = null;
  server.close();
  return { handle };
}

import { ServerResponse, STATUS_CODES, validateHeaderName, validateHeaderValue } from 'node:http';

/** A response of Node, with what it keeps the head in that it is going to send: null until there is one. */
type Response = ServerResponse & { _header?: string | null };

/** The lines of headers that do not change, each checked once. */
const blocks = new WeakMap<string[], string>();

/**
 * Gives a response its head as one text. `writeHead` checks and joins every header of every response, which takes as
 * long as all the rest of an answer that is ready; it is what is left for a connection that ends with the answer, for a
 * response that is no plain one, and should Node keep its head elsewhere one day.
 * @param headers names and values in turn, which never change
 * @param own the same of headers that only this response has
 */
export function writeRawHead(response: Response, status: number, headers: string[], own: string[]): void {
  const keepAlive = keepAliveOf(response);
  if (response._header !== null || keepAlive === null) {
    response.writeHead(status, [...own, ...headers]);
    return;
  }
  let lines = '';
  for (let at = 0; at < own.length; at += 2) lines += `${own[at]}: ${own[at + 1]}\r\n`;
  response.statusCode = status;
  response._header = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines}${blockOf(headers)}date: ${readDate()}\r\n${keepAlive}\r\n`;
}

function blockOf(headers: string[]): string {
  const known = blocks.get(headers);
  if (known !== undefined) return known;
  let block = '';
  for (let at = 0; at < headers.length; at += 2) {
    const [name = '', value = ''] = headers.slice(at, at + 2);
    validateHeaderName(name);
    validateHeaderValue(name, value);
    block += `${name}: ${value}\r\n`;
  }
  // One text instead of the many that it was joined of.
  block = Buffer.from(block, 'latin1').toString('latin1');
  blocks.set(headers, block);
  return block;
}

/** What a connection is told that stays open; null when it does not, or cannot be told from here. */
function keepAliveOf(response: Response): string | null {
  const { socket, shouldKeepAlive } = response as Response & {
    socket: { server?: { keepAliveTimeout: number; maxRequestsPerSocket: number | null } } | null;
  };
  const server = socket?.server;
  if (!server || !shouldKeepAlive || server.maxRequestsPerSocket || !isPlain(response)) return null;
  const seconds = Math.floor(server.keepAliveTimeout / 1000);
  return seconds > 0
    ? `connection: keep-alive\r\nkeep-alive: timeout=${seconds}\r\n`
    : 'connection: keep-alive\r\n';
}

const isPlain = (response: Response) => Object.getPrototypeOf(response) === ServerResponse.prototype;

let second = 0;
let date = '';

function readDate(): string {
  const now = Date.now();
  if (now - second >= 1000 || now < second) {
    second = now - (now % 1000);
    date = new Date(now).toUTCString();
  }
  return date;
}

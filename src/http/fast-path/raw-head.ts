import { ServerResponse, STATUS_CODES, validateHeaderName, validateHeaderValue } from 'node:http';

/** `_header`, internal to node:http (20 to 24): the head that is sent with the first bytes of the body; null before. */
type Response = ServerResponse & { _header?: string | null };

/** Serialised constant headers, validated once. */
const blocks = new WeakMap<string[], string>();

/**
 * A raw response head, set as `_header`. `writeHead` validates and joins every header of every response, which takes as long
 * as all the rest of a stored response; it is the fallback for a connection that closes with the answer, for a subclass of
 * ServerResponse, and where Node has no `_header`.
 * @param headers constant names and values, alternating
 * @param own the same of this response alone
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
  // Flattens V8's rope string.
  block = Buffer.from(block, 'latin1').toString('latin1');
  blocks.set(headers, block);
  return block;
}

/** The keep-alive headers; null for a connection that closes, or whose state is unknown. */
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
